"""Web of Science, tab-delimited: a row of tags, and a row for each record.

The cells hold what the lines of plain text hold; the values of a list stand between semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import Window
from refconv.formats.delimited_rows import cut_rows, row_at, rows
from refconv.formats.wos import syntax
from refconv.formats.wos.syntax import LISTS, record_of

_HEADER = re.compile(r"\ufeff?\s*PT\t(?:[A-Z][A-Z0-9]\t){2}")
_TAG = re.compile("[A-Z][A-Z0-9]")
_BETWEEN = re.compile(r"\s*;\s*")
# Addresses begin with the names of their authors: [Hale, Nora; Pike, Sam] Lake Inst, Turku
_BETWEEN_ADDRESSES = re.compile(r"\s*;\s*(?=\[)")


def _cut(window: Window) -> Iterator[str]:
    window.grow(_LONGEST_BEGINNING)
    is_table = _HEADER.match(window.text) is not None
    return (cut_rows(lambda _: "\t") if is_table else syntax.CHUNKING.cut)(window)


_LONGEST_BEGINNING = 200
"""Characters within which a row of tags shows."""


def _tags_of(chunks: Callable[[], Iterable[Chunk]]) -> tuple[str, ...]:
    """Return the tags of a table, empty for plain text."""
    first = next(iter(chunks()), None)
    match = None if first is None else _HEADER.match(first.text)
    if first is None or match is None:
        return ()
    cells = row_at(first.text.lstrip("\ufeff \n"), 0, "\t").cells
    return tuple(cell.strip() for cell in cells)


def split(chunk: Chunk, tags: Sequence[str]) -> Split:
    """Cut a chunk into records: rows if the file has a row of tags, and lines otherwise."""
    if not tags:
        return syntax.split(chunk, None)
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    blocks: list[Block] = []
    line, done = chunk.line, 0
    for start, row in rows(chunk.text, "\t"):
        line += chunk.text.count("\n", done, start)
        done = start
        cells = [cell.strip() for cell in row.cells]
        if not any(cells) or [cell.lstrip("\ufeff") for cell in cells] == [*tags]:
            continue
        fields = [
            (line, tag, values)
            for tag, cell in zip(tags, cells, strict=False)
            if (values := _values(tag, cell))
        ]
        for cell in filter(None, cells[len(tags) :]):
            diagnostics.append(problem(Code.STRAY_TEXT, "field", text=cell[:40]).at(line))
            blocks.append(Block("comment", cell, line))
        records.append(record_of(fields if cells[0] else [(line, "PT", ["J"]), *fields]))
    return Split(tuple(records), tuple(diagnostics), tuple(blocks))


def _values(tag: str, cell: str) -> list[str]:
    """Return the values of a cell under a tag."""
    if not cell or _TAG.fullmatch(tag) is None:
        return []
    if tag not in LISTS:
        return [cell]
    between = _BETWEEN_ADDRESSES if "[" in cell else _BETWEEN
    return [value for value in between.split(cell) if value]


CHUNKING = Chunking(_cut, split, index=_tags_of, whole_lines=True)
