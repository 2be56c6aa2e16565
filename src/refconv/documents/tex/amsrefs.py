r"""The entries of amsrefs: ``\bib{key}{article}{author={…}, title={…}, …}``.

Source: the user's guide to the amsrefs package, "Field names" and "Types of entry".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refconv.documents.carrier import EmbeddedRecord
from refconv.documents.tex.latex_text import Source
from refconv.formats.bibtex.latex.braces import braces

_BIB = re.compile(r"\\bib\*?\s{0,20}(?=\{)")
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{0,30})\s{0,20}=\s{0,20}(?=\{)")
_NAMES = frozenset({"author", "editor", "translator"})
_TYPES: Mapping[str, str] = {
    "article": "article",
    "book": "book",
    "collection.article": "incollection",
    "incollection": "incollection",
    "innerbook": "inbook",
    "thesis": "phdthesis",
    "report": "techreport",
    "webpage": "online",
    "misc": "misc",
    "eprint": "misc",
    "conference": "proceedings",
    "proceedings": "inproceedings",
    "partial": "misc",
    "periodical": "periodical",
    "name": "",
    "publisher": "",
}
_FIELDS: Mapping[str, str] = {
    "date": "date",
    "journal": "journal",
    "booktitle": "booktitle",
    "pages": "pages",
    "place": "address",
    "accessdate": "urldate",
    "language": "language",
    "eprint": "eprint",
}
_DASH = re.compile(r"\\([nm])dash(?![A-Za-z])[ ]?")


def _dash(match: re.Match[str]) -> str:
    return "--" if match[1] == "n" else "---"


_IN_BRACES = re.compile(r"\\(MR|Zbl)\s{0,9}\{([^{}]{1,40})\}")


def has_bibs(text: str) -> bool:
    r"""Return whether a text has entries of amsrefs.

    >>> has_bibs(r"\bib{Ng}{book}{title={Rivers}}")
    True
    """
    return (
        re.search(r"\\bib\*?\s?\{[^{}]{1,100}\}\s?\{[A-Za-z.]{1,30}\}\s{0,9}\{", text) is not None
    )


def bibs_of(source: Source) -> Iterator[EmbeddedRecord]:
    """Yield the entries of a text as records of biblatex."""
    text = source.text
    ends = braces(text)
    for match in _BIB.finditer(text):
        places: list[tuple[int, int]] = []
        place = match.end()
        while len(places) < 3 and place in ends:
            places.append((place + 1, ends[place]))
            place = ends[place] + 1
            while text[place : place + 1] in (" ", "\n", "\t"):
                place += 1
        if len(places) < 3:
            continue
        key, kind = (text[start:end].strip() for start, end in places[:2])
        native = _TYPES.get(kind.lower(), "misc")
        if not native or not key:
            continue
        fields = _fields(text, *places[2], ends)
        native = "incollection" if native == "article" and "booktitle" in fields else native
        rows = [f"  {name} = {{{' and '.join(values)}}}," for name, values in fields.items()]
        record = "\n".join([f"@{native}{{{key},", *rows, "}"])
        yield EmbeddedRecord(
            "biblatex", record, source.offset(match.start()), "amsrefs", keeps_id=True
        )


def _fields(text: str, place: int, stop: int, ends: Mapping[int, int]) -> dict[str, list[str]]:
    """Return the values of an entry, with those of a key that is repeated."""
    found: dict[str, list[str]] = {}
    while (match := _FIELD.search(text, place, stop)) is not None:
        end = ends.get(match.end())
        if end is None or end > stop:
            break
        value = " ".join(_DASH.sub(_dash, text[match.end() + 1 : end]).split())
        name = match[1].lower()
        place = end + 1
        if name == "book":
            inner = _fields(text, match.end() + 1, end, ends)
            renamed = {
                "booktitle" if key == "title" else key: values for key, values in inner.items()
            }
            found = {**renamed, **found}
        elif name == "review":
            found.setdefault("note", []).append(_IN_BRACES.sub(r"\1\2", value))
        elif name in _NAMES or name not in found:
            found.setdefault(_FIELDS.get(name, name), []).append(value)
    return found
