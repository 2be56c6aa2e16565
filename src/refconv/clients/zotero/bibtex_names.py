"""The creators that Zotero's BibTeX importer reads in a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.clients.same_values import Creator
from refconv.clients.zotero.clean_names import cleaned_name
from refconv.clients.zotero.tex_text import decoded_tex

_AND = re.compile(r"\sand\s", re.IGNORECASE)
_COMMA = re.compile(",")
_SPACE = re.compile(" +")


def bibtex_creators(role: str, names: str) -> Iterator[Creator]:
    """Yield the creators of a field: last name, suffix and first name are divided by commas.

    >>> [*bibtex_creators("author", "Doe, Jr., Jane and Jan van der Berg and {Acme and Sons}")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Creator(role='author', last='Doe', first='Jane, Jr.'),
     Creator(role='author', last='Berg', first='Jan van der'),
     Creator(role='author', last='Acme and Sons', first=None)]
    """
    for name in split_outside_braces(names.strip(), _AND):
        last, *others = (decoded_tex(one).strip() for one in split_outside_braces(name, _COMMA))
        if others:
            *suffixes, first = others
            yield Creator(role, last, ", ".join([first, *suffixes]))
        elif len(split_outside_braces(name.strip(), _SPACE)) > 1:
            yield Creator(role, *cleaned_name(decoded_tex(name)))
        else:
            yield Creator(role, last)


def split_outside_braces(text: str, separator: re.Pattern[str]) -> list[str]:
    """Return the parts of a text between separators that stand outside all braces.

    >>> split_outside_braces("a {b and c} and d", re.compile(" and "))
    ['a {b and c}', 'd']
    """
    if "{" not in text:
        return separator.split(text)
    depths = _depths(text)
    parts, start = [], 0
    for match in separator.finditer(text):
        if depths[match.start()] == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _depths(text: str) -> list[int]:
    """Return the depth of braces at each character; an escaped brace does not count."""
    depths, depth, before = [], 0, ""
    for char in text:
        if before != "\\":
            depth += (char == "{") - (char == "}")
        depths.append(max(depth, 0))
        before = "" if before == "\\" else char
    return depths
