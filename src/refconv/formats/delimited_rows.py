"""Rows of a delimited table (CSV, TSV): text ↔ cells.

Source: RFC 4180. Two things differ from Python's ``csv``, which writes the rows, and which reads
well-formed ones into the same cells, as a test shows. A quotation mark that does not close is a
character of its cell; ``csv`` would read the rest of the file into it. And a cell may have any
length; ``csv`` raises beyond a limit that holds for the whole process.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from refconv.formats.chunks import CHUNK_SIZE, Window

DELIMITERS = (",", ";", "\t", "|")

LONGEST = 1_000_000
"""Characters of a row with quotation marks: one that closes farther away closes nothing."""


class Row(NamedTuple):
    """A row: its cells as they stand, and where the next one begins.

    ``is_odd`` is whether a quotation mark is not where the rules have one.
    """

    cells: list[str]
    end: int
    is_odd: bool = False


class _Patterns(NamedTuple):
    quoted: re.Pattern[str]
    loose: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def _patterns(delimiter: str) -> _Patterns:
    mark = re.escape(delimiter)
    end = rf" *(?={mark}|\n|\Z)"
    # Programs that separate by tabs often quote nothing; a quoted cell then holds no tab.
    inside = r'[^"\t]*' if delimiter == "\t" else r'[^"]*'
    return _Patterns(
        re.compile(rf' *"({inside}(?:""{inside})*)"{end}'),
        # A mark inside a quoted cell that should have been doubled: no delimiter is beside it.
        re.compile(
            rf'"((?:[^"\n]|(?<!{mark})"(?! *(?:{mark}|\n|\Z))){{0,4000}})" *(?={mark}|\n|\Z)'
        ),
        re.compile(rf"[^\n{mark}]*"),
    )


def row_at(text: str, place: int, delimiter: str) -> Row:
    """Read the row that begins at a place of a text, whose lines end in line feeds.

    >>> row_at('a,"b, c",d', 0, ",").cells
    ['a', 'b, c', 'd']
    """
    newline = text.find("\n", place)
    line_end = len(text) if newline < 0 else newline
    if text.find('"', place, line_end) < 0:
        return Row(text[place:line_end].split(delimiter), min(line_end + 1, len(text)))
    cells: list[str] = []
    is_odd = False
    last = place + LONGEST
    while True:
        cell = _cell_at(text, place, last, delimiter)
        cells.append(cell.text)
        is_odd = is_odd or cell.is_odd
        if text[cell.end : cell.end + 1] != delimiter:
            return Row(cells, min(cell.end + 1, len(text)), is_odd)
        place = cell.end + 1


class _Cell(NamedTuple):
    text: str
    end: int
    is_odd: bool = False


def _cell_at(text: str, place: int, last: int, delimiter: str) -> _Cell:
    quoted, loose, plain = _patterns(delimiter)
    match = quoted.match(text, place, last)
    if match is not None and match.end() < last:
        return _Cell(match[1].replace('""', '"'), match.end())
    if delimiter != "\t" and (match := loose.match(text, place)) is not None:
        return _Cell(match[1], match.end(), is_odd=True)
    end = match.end() if (match := plain.match(text, place)) is not None else place
    return _Cell(text[place:end], end, is_odd=text[place:end].lstrip(" ").startswith('"'))


def rows(text: str, delimiter: str, place: int = 0) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a text from a place on, each with the place where it begins."""
    while place < len(text):
        row = row_at(text, place, delimiter)
        yield place, row
        place = row.end


def cut_rows(delimiter_of: Callable[[str], str]) -> Callable[[Window], Iterator[str]]:
    """Return a function that cuts a table into chunks of whole rows.

    ``delimiter_of`` is given the first characters of the table.
    """

    def cut(window: Window) -> Iterator[str]:
        window.grow(CHUNK_SIZE + 1)
        delimiter = delimiter_of(window.text)
        place = 0
        while place < len(window.text):
            row = row_at(window.text, place, delimiter)
            is_near = len(window.text) - place <= LONGEST
            if (row.is_odd or row.end >= len(window.text)) and is_near and not window.ended:
                window.grow(len(window.text) + 2 * (LONGEST if row.is_odd else CHUNK_SIZE))
                continue
            place = row.end
            if place >= CHUNK_SIZE:
                yield window.cut(place)
                place = 0
                window.grow(CHUNK_SIZE + 1)
        if window.text:
            yield window.cut(len(window.text))

    return cut


def row_text(cells: Sequence[str]) -> str:
    """Write a row, separated by commas."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
