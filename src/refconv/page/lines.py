"""Split a text into lines with their places.

A :class:`Line` is what the rest of finding and splitting works on: the words of one line without
the white space around them, where they stand, how far they are indented, and whether a blank line
or a page break comes before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from refconv.core.diagnostics import Span
from refconv.core.lazy_pattern import lazy_pattern

TAB_WIDTH = 4

# Everything that str.splitlines() breaks at, and nothing else.
_LINE = lazy_pattern("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# White space that ``str.strip`` leaves.
_INVISIBLE = "\u200b\ufeff"
_WHITE = _INVISIBLE + "\u00a0 \t\x1f\u2003\u2002\u3000"


class Line(NamedTuple):
    """One line with words on it: ``text[start:end]`` of the text given, without outer blanks.

    ``indent`` counts columns, ``blanks`` the blank lines just before, ``page`` says that a form
    feed stands before it.
    """

    text: str
    start: int
    end: int
    indent: int
    blanks: int
    page: bool


def split_lines(text: str) -> list[Line]:
    """Cut a text into its lines that have words on them."""
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        words = raw.strip()
        if not words:
            continue
        if words[0] in _INVISIBLE or words[-1] in _INVISIBLE:
            words = words.strip(_WHITE)
            if not words:
                continue
        begin, end = match.span()
        start, indent, blanks, page = begin, 0, 0, False
        if len(words) < len(raw) and not raw.startswith(words):
            lead = raw[: raw.index(words)]
            start += len(lead)
            indent = len(lead) + (TAB_WIDTH - 1) * lead.count("\t")
        if begin - before != 1:
            gap = text[before:begin]
            blanks = max(0, (gap.count("\n") or gap.count("\r")) - 1)
            page = "\x0c" in gap
        elif text[before] == "\x0c":
            page = True
        lines.append(Line(words, start, start + len(words), indent, blanks, page))
        before = end
    return lines


def lines_with(pattern: re.Pattern[str], text: str, lines: Sequence[Line]) -> set[int]:
    """Return the lines of a text that have a pattern, which is looked for once in the whole."""
    starts = [line.start for line in lines]
    found = set()
    for match in pattern.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.end() <= lines[index].end:
            found.add(index)
    return found


class Places:
    """Which line and column the offsets of a text are."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which lines begin."""
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1."""
        line = self.line(offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column."""
        return self.starts[line - 1] + max(column, 1) - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets; without an end that stands before the start.

        In a text of two columns a reference may go on above where it began.
        """
        end_place = self.place(end) if end > start else (0, 0)
        return Span(*self.place(start), *end_place)
