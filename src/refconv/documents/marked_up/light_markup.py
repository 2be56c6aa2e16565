"""Plain-text markup languages, read in two steps: lines lose their marks, then words theirs.

::

    text ─unquote─▶ lines ─language─▶ clean lines ─inline markup─▶ Document
           records inside (BibTeX, RIS, tables) ──────────────────▶ embedded records

A language says what becomes of each line (:class:`Lines` collects it) and has rules for the markup
within lines (:mod:`~refconv.documents.marked_up.inline_markup`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve

from refconv.documents.carrier import Document, EmbeddedRecord, Item
from refconv.documents.marked import MarkedText, as_document, joined_texts
from refconv.documents.marked_up.inline_markup import Inline
from refconv.documents.pasted.embedded_text import records_in
from refconv.formats.column_names import recognises as names_columns


class SourceLine(NamedTuple):
    """A line: where it begins without its quotation marks, and where it ends."""

    start: int
    end: int


class Lines:
    """Collects the clean lines of a text, the items and the records among them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.urls: dict[str, str] = {}
        self.embedded: list[EmbeddedRecord] = []
        self._parts: list[tuple[str, int]] = []
        self._length = 0
        self._items: list[tuple[int, int, str, str]] = []
        self._candidates: list[int] = []
        self._item: tuple[int, str, str] | None = None

    def add(self, start: int, end: int, before: str = "") -> None:
        """Add a stretch of the source as a line, with a few characters before it."""
        self._add(before, start)
        self._add(self.text[start:end], start)
        self._add("\n", max(start, end - 1))

    def blank(self, place: int) -> None:
        """Add an empty line; it ends an item."""
        self.end_item()
        self._add("\n", place)

    def add_candidate(self, start: int, end: int, before: str = "") -> None:
        """Add a line that is a reference if any are; the lines that follow may belong to it."""
        self._candidates.append(self._length)
        self.add(start, end, before)

    def begin_item(self, key: str = "", number: str = "") -> None:
        """Begin an item, which the lines that follow make up."""
        self.end_item()
        self._item = (self._length, key, number)

    def name_item(self, key: str) -> None:
        """Name the item that was begun."""
        if self._item is not None:
            start, _, number = self._item
            self._item = (start, key, number)

    def end_item(self) -> None:
        """End the item that was begun, if any."""
        if self._item is not None:
            start, key, number = self._item
            self._items.append((start, self._length, key, number))
            self._item = None

    def embed(self, record: EmbeddedRecord) -> None:
        """Add a record, which stands in an empty line of its own."""
        self.blank(record.offset)
        self.embedded.append(
            EmbeddedRecord(
                record.format, record.text, self._length, record.field, keeps_id=record.keeps_id
            )
        )
        self.blank(record.offset)

    def _add(self, text: str, place: int) -> None:
        if text:
            self._parts.append((text, place))
            self._length += len(text)

    def document(self, inline: Inline | None) -> Document:
        """Return the document, with the markup of words read as ``inline`` says."""
        self.end_item()
        text = "".join(part for part, _ in self._parts)
        offsets = array("q")
        for part, place in self._parts:
            is_source = self.text.startswith(part, place)
            offsets.extend(range(place, place + len(part)) if is_source else [place] * len(part))
        marked = _inlined(text, inline, self.urls) if inline else MarkedText(text, range(len(text)))
        places = marked.offsets
        items = [
            Item(bisect_left(places, start), bisect_left(places, end), number, key)
            for start, end, key, number in self._items
        ]
        embedded = (
            EmbeddedRecord(
                one.format, one.text, bisect_left(places, one.offset), one.field,
                keeps_id=one.keeps_id,
            )
            for one in self.embedded
        )  # fmt: skip
        placed = MarkedText(marked.text, array("q", map(offsets.__getitem__, places)), marked.spans)
        kept = tuple(one for one in items if marked.text[one.start : one.end].strip())
        starts = [bisect_left(places, start) for start in self._candidates]
        return as_document(
            placed,
            items=kept,
            embedded=tuple(embedded),
            candidates=tuple(_candidates(marked.text, starts)),
        )


def _candidates(text: str, starts: Sequence[int]) -> Iterator[Item]:
    """Yield the lines that begin at some places, each with the lines that go on with it."""
    for start, following in pairwise([*starts, len(text)]):
        empty = text.find("\n\n", start, following)
        yield Item(start, following if empty < 0 else empty)


def _inlined(text: str, inline: Inline, urls: dict[str, str]) -> MarkedText:
    """Read the inline markup of each paragraph by itself."""
    parts: list[MarkedText] = []
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        parts.append(inline.read(text, start, match.end(), urls))
        start = match.end()
    parts.append(inline.read(text, start, len(text), urls))
    return joined_texts(parts)


_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")

# ── quotation marks ───────────────────────────────────────────────────────────────────────────────

_QUOTE = re.compile(r"[ \t]{0,4}(?:[A-Z]{0,3}>[ \t]?){1,20}")


def source_lines(text: str) -> list[SourceLine]:
    """Return where the lines of a text stand."""
    return [SourceLine(*match.span()) for match in _LINE.finditer(text)]


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def unquoted(text: str) -> MarkedText:
    r"""Return a text without the marks of quoted e-mail at any depth.

    >>> unquoted("a\n>> bee and\n> c").text
    'a\nbee and\nc'
    """
    parts: list[str] = []
    offsets = array("q")
    for line in source_lines(text):
        match = _QUOTE.match(text, *line)
        start = match.end() if match else line.start
        parts.append(text[start : line.end])
        offsets.extend(range(start, line.end))
    return MarkedText("".join(parts), offsets)


def is_quoted(text: str) -> bool:
    r"""Return whether a text has quoted lines: some one after the other, and not just a few.

    >>> is_quoted("> Ng A. Rivers of it.\n> 2001."), is_quoted("p\n> 0.05")
    (True, False)
    """
    head = text[:_HEAD]
    if ">" not in head or _QUOTED.search(head) is None:
        return False
    marks = len(_MARK.findall(head))
    return marks >= _SHARE * (head.count("\n") + 1)


_QUOTED = re.compile(
    r"^[ \t]{0,4}(?:[A-Z]{0,3}>[ \t]?){1,20}[^\n]{0,400}?(?:[^\W\d_]{1,30}[^\w\n]{1,3}){3}[^\n]*"
    r"\r?\n[ \t]{0,4}[A-Z]{0,3}>(?=[>\s])",
    re.MULTILINE,
)
_MARK = re.compile(r"^[ \t]{0,4}[A-Z]{0,3}>(?=[>\s]|\Z)", re.MULTILINE)
_HEAD, _SHARE = 100_000, 0.1
"""Characters that are looked at; the share of quoted lines in them that an e-mail has."""


def is_enough(count: int, text: str, least: int, lines: int) -> bool:
    """Return whether a text has enough marks: as many as ``least``, and one more for some lines.

    Papers have a star or an underline here and there; a text in Markdown has them all over.
    """
    return count >= least and count >= least + text.count("\n") // lines


# ── records and tables ────────────────────────────────────────────────────────────────────────────


def embed_records(text: str) -> list[EmbeddedRecord]:
    """Return the records in a text, at their places."""
    return [
        EmbeddedRecord(
            one.format, text[one.start : one.end], one.start, keeps_id=one.format == "bibtex"
        )
        for one in records_in(text)
    ]


def table_record(rows: Sequence[Sequence[str]], place: int) -> EmbeddedRecord | None:
    """Return the record of a table whose first row names columns; ``None`` for another table."""
    if len(rows) < 2 or not names_columns(rows[0]):
        return None
    width = len(rows[0])
    lines = ["\t".join(_cell(cell) for cell in row[:width]) for row in rows]
    return EmbeddedRecord("csv", "\n".join([*lines, ""]), place, "table")


def _cell(text: str) -> str:
    text = " ".join(text.split())
    return '"' + text.replace('"', '""') + '"' if '"' in text else text


# ── reading ───────────────────────────────────────────────────────────────────────────────────────

LineReader = Callable[[str, Sequence[SourceLine], Lines], None]
"""Reads lines of a language: it adds to the collection what becomes of each."""


def read_markup(text: str, reader: LineReader, inline: Inline | None) -> Document:
    """Read a text of a language; never raises."""
    if is_quoted(text):
        inner = unquoted(text)
        document = _read_markup(inner.text, reader, inline)
        places = document.offsets or ()
        return evolve(document, offsets=array("q", map(inner.offsets.__getitem__, places)))
    return _read_markup(text, reader, inline)


def _read_markup(text: str, reader: LineReader, inline: Inline | None) -> Document:
    out = Lines(text)
    records = embed_records(text)
    place = 0
    stretch: list[SourceLine] = []
    for line in source_lines(text):
        while place < len(records) and records[place].offset < line.start:
            place += 1
        inside = _record_of(records, place, line)
        if inside is None:
            stretch.append(line)
        elif records[inside].offset >= line.start:
            reader(text, stretch, out)
            stretch = []
            out.embed(records[inside])
    reader(text, stretch, out)
    return out.document(inline)


def _record_of(records: Sequence[EmbeddedRecord], place: int, line: SourceLine) -> int | None:
    """Return the index of the record that a line is in; ``None`` if it is in none."""
    for index in (place - 1, place):
        if 0 <= index < len(records):
            one = records[index]
            if one.offset < max(line.end, line.start + 1) and line.start < one.offset + len(
                one.text
            ):
                return index
    return None
