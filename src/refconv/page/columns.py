"""Separate two columns that text extraction has put side by side or interleaved.

Either way the text is set anew, the left column before the right one; every character remembers its
place in the text that was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.headings import heading
from refconv.page.offset_text import Traced, placed

_GAP = lazy_pattern(r"(?<=\S) {3,}(?=\S)")
_LABEL = lazy_pattern(r"[^\S\n]*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)])(?=\s?[^\W\d_\[(])")


class _Row(NamedTuple):
    """A line of the text: its place and its words; ``gaps`` are the wide spaces inside it."""

    start: int
    text: str
    gaps: tuple[tuple[int, int], ...]


def unfold(text: str) -> Traced | None:
    """Put two columns after each other, ``None`` where a text has one."""
    side_by_side = "   " in text
    if not side_by_side and not _counts_twice(text):
        return None
    rows = _rows(text, with_gaps=side_by_side)
    blocks = [*_side_by_side(rows)] if side_by_side else []
    if not blocks:
        blocks = [*_alternating(rows)]
    if not blocks:
        return None
    pieces: list[_Row] = []
    done = 0
    for first, last, columns in blocks:
        pieces += [*rows[done:first], *columns]
        done = last
    pieces += rows[done:]
    return Traced(
        "".join(f"{row.text}\n" for row in pieces),
        placed(range(row.start, row.start + len(row.text) + 1) for row in pieces),
    )


def _rows(text: str, *, with_gaps: bool) -> list[_Row]:
    rows = []
    start = 0
    for line in text.split("\n"):
        gaps: tuple[tuple[int, int], ...] = ()
        if with_gaps and "   " in line:
            gaps = tuple(match.span() for match in _GAP.finditer(line))
        rows.append(_Row(start, line, gaps))
        start += len(line) + 1
    return rows


Block = tuple[int, int, list[_Row]]
"""The rows that a block takes the place of, first and after the last, and its columns."""

# ---- side by side -----------------------------------------------------------------------------

# Fewer rows with words on both sides, or narrower columns, are a table.
_LEAST_ROWS, _LEAST_WIDTH, _GUTTER = 4, 20, 2


def _side_by_side(rows: Sequence[_Row]) -> Iterator[Block]:
    """Find the blocks of rows that one white stripe goes through from top to bottom."""
    from statistics import median  # noqa: PLC0415 - it takes 2 ms of a cold start

    first = 0
    while first < len(rows):
        if not rows[first].gaps:
            first += 1
            continue
        last, gutter = _block(rows, first)
        left, right = _cut(rows[first:last], gutter)
        low, high = gutter
        both = sum(any(a < high and low < b for a, b in row.gaps) for row in rows[first:last])
        widths = [
            median([len(row.text.strip()) for row in side if row.text.strip()] or [0])
            for side in (left, right)
        ]
        if both >= _LEAST_ROWS and min(widths) >= _LEAST_WIDTH:
            yield first, last, [*left, *right]
        first = last


def _block(rows: Sequence[_Row], first: int) -> tuple[int, tuple[int, int]]:
    """Follow the widest stripe that begins in a row as far down as it goes."""
    low, high = max(rows[first].gaps, key=lambda gap: gap[1] - gap[0])
    last = first + 1
    for index in range(first + 1, len(rows)):
        row = rows[index]
        if "\f" in row.text:
            break
        free = _free(row, low, high)
        if free is None:
            break
        low, high = free
        if row.gaps:
            last = index + 1
    return last, (low, high)


def _free(row: _Row, low: int, high: int) -> tuple[int, int] | None:
    """Return the free part of a stripe beside a row, ``None`` if it is too narrow."""
    begin = len(row.text) - len(row.text.lstrip())
    # Before the words, between them, and after them.
    for a, b in ((0, begin), *row.gaps, (len(row.text.rstrip()), high)):
        if min(b, high) - max(a, low) >= _GUTTER:
            return max(a, low), min(b, high)
    return None


def _cut(rows: Sequence[_Row], gutter: tuple[int, int]) -> tuple[list[_Row], list[_Row]]:
    """Cut rows at a stripe."""
    at = gutter[1]
    left = [_Row(row.start, row.text[:at].rstrip(), ()) for row in rows]
    right = [_Row(row.start + at, row.text[at:], ()) for row in rows if row.text[at:].strip()]
    return left, right


# ---- line by line -----------------------------------------------------------------------------

# So many labels in each column tell that two columns alternate.
_LEAST_LABELS = 3


_LABELS = lazy_pattern("^" + _LABEL.pattern, re.MULTILINE)


def _counts_twice(text: str) -> bool:
    """Return whether numbers seem to count up in two columns at once."""
    numbers = [int(match[match.lastindex or 1]) for match in _LABELS.finditer(text)]
    return any(
        c == a + 1 and d == b + 1 and b != c
        for a, b, c, d in zip(numbers, numbers[1:], numbers[2:], numbers[3:], strict=False)
    )


def _alternating(rows: Sequence[_Row]) -> Iterator[Block]:
    """Find the rows whose labels count up in two columns at once: 1, 6, 2, 7, 3, 8."""
    labels = [(index, number) for index, row in enumerate(rows) if (number := _number(row.text))]
    first = 0
    while first + 2 * _LEAST_LABELS <= len(labels):
        (top, low), (_, high) = labels[first : first + 2]
        last = first + 2
        expected = {top % 2: low + 1, 1 - top % 2: high + 1}
        while last < len(labels) and expected[labels[last][0] % 2] == labels[last][1]:
            expected[labels[last][0] % 2] += 1
            last += 1
        left, right = expected[top % 2], expected[1 - top % 2]
        # The right column counts on where the left one ends.
        if min(left - low, right - high) >= _LEAST_LABELS and left == high:
            end = _end(rows, labels[last - 1][0] + 1)
            block = rows[top:end]
            yield top, end, [*block[::2], *block[1::2]]
            first = last
        else:
            first += 1


def _number(text: str) -> int:
    match = _LABEL.match(text)
    return int(match.group(match.lastindex or 1)) if match else 0


def _end(rows: Sequence[_Row], index: int) -> int:
    """Return where the last references of two columns end: at a heading or a blank line."""
    while index < len(rows) and (words := rows[index].text.strip()) and not heading(words):
        index += 1
    return index
