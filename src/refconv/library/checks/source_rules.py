r"""What is wrong in how BibTeX is written: characters that LaTeX misreads, HTML, long DOIs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from refconv.library.checks.bibtex_source import Edit, SourceEntry
from refconv.library.checks.reference_rules import entity_character
from refconv.values.identifiers import bare_doi


class SourceFault(NamedTuple):
    """Something wrong: the field, the place in the text, the values of the message, the repair."""

    field: str
    place: int
    data: Mapping[str, Any]
    edit: Edit | None


PRINTED = frozenset(
    """title subtitle booktitle booksubtitle maintitle shorttitle journal journaltitle author editor
    translator publisher series address location organization institution school note addendum
    howpublished edition chapter eventtitle venue""".split()
)
"""The fields that styles print as LaTeX; of others, such as ``url``, every character is itself."""

_SPECIAL = re.compile(
    r"""(?P<formula>\\\((?:[^\\]|\\[^)]){0,2000}\\\))
      | (?P<skipped>\\(?:url|href|path|doi|cite\w{0,10}|ref|label|ensuremath|ce|si|SI|num)\s{0,3}
            \{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\} | \\. | \\\Z)
      | (?P<math>\$(?:[^$\\]|\\.){1,2000}\$)
      | (?P<entity>&(?:\#\w{1,6}|[A-Za-z]\w{0,20});)
      | (?P<special>[&%\#_]|\$)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPABLE = frozenset("&%#_")


def unescaped(text: str, entry: SourceEntry) -> Iterator[SourceFault]:
    r"""Yield the characters of an entry that LaTeX would misread.

    >>> from refconv.library.checks.bibtex_source import source_entries
    >>> text = "@book{roe, title = {Ice & snow}, url = {a_b}}"
    >>> [one.edit for one in unescaped(text, source_entries(text)[0])]
    [Edit(start=24, end=25, text='\\&')]
    """
    for match, field in _found(text, entry):
        if match.lastgroup != "special":
            continue
        character = match[0]
        edit = Edit(*match.span(), f"\\{character}") if character in _ESCAPABLE else None
        yield SourceFault(field, match.start(), {"character": character, "field": field}, edit)


def entities(text: str, entry: SourceEntry) -> Iterator[SourceFault]:
    """Yield the characters that are written as in HTML, in fields that are printed."""
    for match, field in _found(text, entry):
        character = entity_character(match[0]) if match.lastgroup == "entity" else ""
        if not character:
            continue
        latex = f"\\{character}" if character in _ESCAPABLE else character
        # Brackets would be markup or change with the font, braces and backslashes are LaTeX.
        edit = None if character in "<>$^~{}\\" else Edit(*match.span(), latex)
        yield SourceFault(field, match.start(), {"value": match[0], "character": character}, edit)


def _found(text: str, entry: SourceEntry) -> Iterator[tuple[re.Match[str], str]]:
    for field in entry.fields:
        name = field.name.lower()
        for start, end in field.texts if name in PRINTED else ():
            for match in _SPECIAL.finditer(text, start, end):
                yield match, name


def long_dois(text: str, entry: SourceEntry) -> Iterator[SourceFault]:
    """Yield the DOIs with a resolver in front or marks around them."""
    field = entry.field("doi")
    if field is None or len(field.texts) != 1:
        return
    start, end = field.texts[0]
    value = text[start:end].strip()
    bare = bare_doi(value)
    if bare is not None and bare != value:
        yield SourceFault("doi", start, {"value": value, "bare": bare}, Edit(start, end, bare))
