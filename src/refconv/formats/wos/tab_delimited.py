"""Web of Science, tab-delimited: a row of tags, and a row for each record.

The cells hold what the lines of plain text hold; the values of a list stand between semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import Window
from refconv.formats.delimited_rows import cut_rows, row_at, rows
from refconv.formats.wos import syntax
from refconv.formats.wos.syntax import LISTS, record_of

_HEADER = re.compile(
    r"\ufeff?\s*+(?=[\"A-Z])(?=[^\r\n]*\bTI\b)(?=[^\r\n]*\b(?:AU|AF|SO)\b)"
    r"(?P<quote>\"?)[A-Z][A-Z0-9](?P=quote)(?P<mark>[\t,;])"
    r"(?:(?P=quote)[A-Z][A-Z0-9](?P=quote)(?P=mark)){2}"
)
"""A row of tags, which spreadsheets may save with commas and quotation marks."""

_BETWEEN = re.compile(r"\s*;\s*")
# Addresses begin with the names of their authors: [Hale, Nora; Pike, Sam] Lake Inst, Turku
_BETWEEN_ADDRESSES = re.compile(r"\s*;\s*(?=\[)")


class TagRow(NamedTuple):
    """The row of tags of a table, and what separates its cells."""

    mark: str
    tags: tuple[str, ...]


def _tag_row(text: str) -> TagRow | None:
    """Return the row of tags with which a table begins; ``None`` for plain text."""
    match = _HEADER.match(text)
    if match is None:
        return None
    cells = row_at(text.lstrip("\ufeff \n"), 0, match["mark"]).cells
    return TagRow(match["mark"], tuple(cell.strip() for cell in cells))


def _cut(window: Window) -> Iterator[str]:
    window.grow(_LONGEST_BEGINNING)
    header = _tag_row(window.text)
    cut = syntax.CHUNKING.cut if header is None else cut_rows(lambda _: header.mark)
    return cut(window)


_LONGEST_BEGINNING = 2000
"""Characters within which a row of tags ends."""


def _index(chunks: Callable[[], Iterable[Chunk]]) -> TagRow | None:
    first = next(iter(chunks()), None)
    return None if first is None else _tag_row(first.text)


def split(chunk: Chunk, header: TagRow | None) -> Split:
    """Cut a chunk into records: rows if the file has a row of tags, and lines otherwise."""
    if header is None:
        return syntax.split(chunk, None)
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    blocks: list[Block] = []
    line, done = chunk.line, 0
    for start, row in rows(chunk.text, header.mark):
        line += chunk.text.count("\n", done, start)
        done = start
        cells = [cell.strip() for cell in row.cells]
        if tuple(cell.lstrip("\ufeff") for cell in cells) == header.tags:
            if others := " ".join(tag for tag in header.tags if len(tag) > _TAG_LENGTH):
                blocks.append(Block("header", others, line))
            continue
        if not any(cells):
            continue
        records.append(_record(header.tags, cells, line))
        for cell in filter(None, cells[len(header.tags) :]):
            diagnostics.append(problem(Code.STRAY_TEXT, "field", text=cell[:40]).at(line))
            blocks.append(Block("comment", cell, line))
    return Split(tuple(records), tuple(diagnostics), tuple(blocks))


_TAG_LENGTH = 2
"""Characters of a tag; other headings are kept, since they may be cells of a broken row."""


def _record(tags: Sequence[str], cells: Sequence[str], line: int) -> Record:
    """Return the record of a row; one without a type is of a journal."""
    fields = [
        (line, tag or "column", values)
        for tag, cell in zip(tags, cells, strict=False)
        if (values := _values(tag, cell))
    ]
    has_type = any(tag == "PT" for _, tag, _ in fields)
    return record_of(fields if has_type else [(line, "PT", ["J"]), *fields])


def _values(tag: str, cell: str) -> list[str]:
    """Return the values of a cell under a tag."""
    if tag not in LISTS:
        return [cell] if cell else []
    between = _BETWEEN_ADDRESSES if "[" in cell else _BETWEEN
    return [value for value in between.split(cell) if value]


CHUNKING = Chunking(_cut, split, index=_index, whole_lines=True)
