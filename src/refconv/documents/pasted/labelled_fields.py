"""Answers that label each field: ``Title: …``, ``**Authors:** …``, in any order and dress.

Language models and people write them so, one field a line. The names of fields are those of the
columns of tables (:mod:`refconv.formats.column_names`), in several languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.documents.carrier import Carrier, Document
from refconv.documents.marked_up.light_markup import Lines, SourceLine, source_lines, table_record
from refconv.documents.marked_up.markdown_page import INLINE
from refconv.formats.column_names import column_of

_FIELD = re.compile(
    r"(?P<before>[ \t]{0,20}(?:[-*+•–>#]{1,6}[ \t]+|\d{1,4}[.)][ \t]+)*[ \t*_`]{0,6})"
    r"(?P<name>[^\W\d_][^\W\d_ ()/&-]{0,20}(?:[ /&-]{1,3}[^\W\d_]{1,15}){0,2}(?:\(e?s\))?)"
    r"[ \t*_`]{0,4}(?::|：)(?:\*{1,3}|_{1,2})?[ \t]{0,9}"
    r"(?:\*\*(?=\s))?(?P<value>[^\n]{1,3000}?)[ \t]*$"
)
_PLAIN = re.compile(
    r"[ \t]{0,20}(?:[-*+•–>#]{1,6}[ \t]+|\[?\d{1,4}[.)\]][ \t]+)*(?P<value>[^\n]{8,400}?)[ \t:]*$"
)
_EMPTY = re.compile(
    r"(?:n/?a|none|not (?:available|specified|applicable)|unknown|-+)\.?", re.IGNORECASE
)


# Names that answers have and sheets do not.
_NAMES = {
    "source": "Publication Title",
    "published in": "Publication Title",
    "publication": "Publication Title",
    "publication venue": "Publication Title",
    "journal/conference": "Publication Title",
    "published": "Date",
    "link": "URL",
    "author": "Authors",
    "by": "Authors",
}


class _Field(NamedTuple):
    column: str
    value: str

    @property
    def is_known(self) -> bool:
        """Whether the name is that of a column."""
        return column_of(self.column) is not None


def _field(line: str) -> _Field | None:
    match = _FIELD.match(line)
    if match is None or match["value"].startswith("//"):
        return None
    name = " ".join(match["name"].split())
    column = column_of(name)
    known = _NAMES.get(name.casefold()) or (column.column if column else "")
    value = _text(match["value"])
    return _Field(known or name, "" if _EMPTY.fullmatch(value) else value)


def _text(value: str) -> str:
    """Return a value without its markup, and without marks around the whole of it."""
    text = INLINE.read(value, 0, len(value), {}).in_one_line().text.strip(" *_`")
    if len(text) > 2 and text[0] in "\"“„«'" and text[-1] in "\"”“»'":
        text = text[1:-1]
    return text


class _Group(NamedTuple):
    """The fields of a reference, the lines that they take up, and how many of them are labelled."""

    fields: dict[str, str]
    first: int
    last: int
    is_titled: bool


def _groups(text: str, lines: Sequence[SourceLine]) -> Iterator[_Group]:
    """Yield the groups of labelled lines: a name that comes again begins another."""
    fields: dict[str, str] = {}
    first = last = heading = -1
    for place, line in enumerate(lines):
        words = text[line.start : line.end].rstrip("\r\n")
        found = _field(words)
        # Other names belong to a group that was begun, and begin none.
        if found is None or not (fields or found.is_known):
            if not words.strip():
                continue
            if fields:
                yield _Group(fields, first, last, first != heading)
                fields = {}
            heading = place
            continue
        if found.column in fields and fields:
            yield _Group(fields, first, last, first != heading)
            fields = {}
            heading = -1
        if not fields:
            first = place
            title = _heading(text, lines, heading, place) if found.column != "Title" else ""
            if title:
                fields["Title"] = title
                first = heading
        last = place
        fields[found.column] = found.value
    if fields:
        yield _Group(fields, first, last, first != heading)


def _heading(text: str, lines: Sequence[SourceLine], heading: int, place: int) -> str:
    """Return the title that a line before the fields is, if one stands there."""
    if heading < 0 or place - heading > 2:
        return ""
    line = lines[heading]
    match = _PLAIN.match(text[line.start : line.end].rstrip("\r\n"))
    if match is None or (match["value"].endswith((".", "!", "?")) and " " not in match["value"]):
        return ""
    value = _text(match["value"])
    is_intro = match["value"].rstrip().endswith(":") or _INTRO.match(value)
    return "" if is_intro else value


_INTRO = re.compile(
    r"(?:sure|here|certainly|of course|below|these|the following|references?\b)", re.IGNORECASE
)


def _is_reference(group: _Group) -> bool:
    """Return whether a group says enough to be a reference, and not of something else."""
    names = {name for name, value in group.fields.items() if value}
    labelled = group.last - group.first + 1
    is_told = "Authors" in names or (group.is_titled and labelled > 1)
    return "Title" in names and is_told and bool(names & _LOCATING)


_LOCATING = frozenset(
    [*"Year Date DOI URL Publisher ISBN PMID Volume".split(), "Publication Title"]
)


_JOURNAL = re.compile(
    r"(?P<title>[^\n]{3,200}?),?\s(?:[Vv]ol(?:ume|\.)?\s?)?(?P<volume>\d{1,4})"
    r"(?:\s?\((?P<issue>[\w–/-]{1,12})\)|,\s(?:[Nn]o\.|[Ii]ssue)\s?(?P<number>\d{1,4}))?"
    r"(?:\s?[,:]\s?(?:pp?\.\s?)?(?P<pages>[A-Za-z]?\d[\w–-]{0,15}))?(?:\s\((?P<year>\d{4})\))?\.?"
)


def _divided(values: dict[str, str]) -> dict[str, str]:
    """Return fields with volume, issue and pages taken out of that of the journal."""
    match = _JOURNAL.fullmatch(values.get("Publication Title", ""))
    if match is None or "Volume" in values or not (match["issue"] or match["pages"]):
        return values
    parts = {
        "Publication Title": match["title"],
        "Volume": match["volume"],
        "Issue": match["issue"] or match["number"],
        "Pages": match["pages"],
    }
    return values | {name: value for name, value in parts.items() if value}


def read(text: str) -> Document:
    """Read labelled fields; what stands between is read as text. Never raises."""
    lines = source_lines(text)
    out = Lines(text)
    place = 0
    for group in _groups(text, lines):
        if not _is_reference(group):
            continue
        for line in lines[place : group.first]:
            out.add(line.start, line.start + len(text[line.start : line.end].rstrip("\r\n")))
        place = group.last + 1
        values = _divided({name: value for name, value in group.fields.items() if value})
        rows = [[*values], [*values.values()]]
        record = table_record(rows, lines[group.first].start)
        if record is not None:
            out.embed(record)
    for line in lines[place:]:
        out.add(line.start, line.start + len(text[line.start : line.end].rstrip("\r\n")))
    return out.document(INLINE)


def recognises(text: str) -> bool:
    r"""Return whether a text labels the fields of references.

    >>> recognises("Title: Rivers\nAuthors: Ng, A.\nYear: 2001"), recognises("Title: Rivers")
    (True, False)
    """
    head = text[:_HEAD]
    if _MAIN.search(head) is None:
        return False
    groups = [one for one in _groups(head, source_lines(head)) if _is_reference(one)]
    labelled = sum(one.last - one.first + 1 for one in groups)
    return bool(groups) and labelled >= _SHARE * len(head.split("\n"))


# One of these every answer has; a text without it is left at once.
_MAIN = re.compile(
    r"^[^\w\n]{0,20}(?:\d{1,4}[.)][^\w\n]{0,12})?(?:\w{2,12}[ ])?"
    r"(?:titles?|titel|titre|t[íi]tulo|titolo|authors?|author\(s\)|autor(?:en|es|i|in)?|autore"
    r"|auteurs?|creators?|题名|标题|作者)\b[^\n:：]{0,24}[:：]",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD, _SHARE = 100_000, 0.25
"""Characters that are looked at; the share of lines that are labelled in such an answer."""

CARRIER = Carrier("labelled", "an answer that labels each field", read, recognises=recognises)
