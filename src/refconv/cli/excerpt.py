"""The source line of a diagnostic with carets under its span, for a terminal.

::

    refs.ris:2:1: warning: invalid date '20x4' (kept as text) [bad-date]
      2 | PY  - 20x4
        | ^^^^^^^^^^
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from contextlib import ExitStack

from refconv.core.diagnostics import Diagnostic, Span
from refconv.io.input import Input

WIDTH = 100
"""The most columns of an excerpt; a longer line is cut around the span."""

_BEFORE, _AFTER = 200, 400
"""Characters of a line that are read before and from the span: more than are shown."""
_BLOCK = 1 << 16
_MOST = 1 << 26
"""Characters of an input that are read again; later diagnostics have no excerpt.

Reading so many takes a second or two, which nobody waits for after a conversion of minutes.
"""
_CUT = "…"
# Line and paragraph separators, controls, and marks that change the direction of the text.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})


def excerpt(text: str, first: int, span: Span, width: int = WIDTH) -> list[str]:
    r"""Draw a line of the input and, under it, the span.

    Args:
        text: The line, or the part of it that begins at column ``first``.
        first: Where ``text`` begins in its line, from 1.
        span: What to mark. Of a span of several lines the rest of the first is marked.
        width: The most columns to use.

    >>> print(*excerpt("PY  - 20x4", 1, Span(2, 7, 2, 11)), sep="\n")
      2 | PY  - 20x4
        |       ^^^^
    """
    start = max(span.column - first, 0)
    if span.end_line > span.line:
        end = len(text)
    elif span.end_line:
        end = min(span.end_column - first, len(text))
    else:
        end = start + 1
    head = f"{span.line:3} | "
    cells = [_shown(char) for char in text]
    low, high = _window([_width(cell) for cell in cells], start, width - len(head))
    before, marked = cells[low:start], cells[start : min(max(end, start + 1), high)]
    cut = _CUT if low or first > 1 else ""
    line = cut + "".join(cells[low:high]) + (_CUT if high < len(cells) else "")
    indent = len(cut) + sum(map(_width, before))
    carets = "^" * max(1, sum(map(_width, marked)))
    return [f"{head}{line}".rstrip(), f"{'| ':>{len(head)}}{' ' * indent}{carets}"]


def _window(widths: list[int], start: int, width: int) -> tuple[int, int]:
    """Return which cells to show in so many columns: all, or those around ``start``."""
    if sum(widths) <= width:
        return 0, len(widths)
    room = width - 2 * len(_CUT)
    low, high = min(start, len(widths)), min(start, len(widths))
    # A third of the room before the span, or more where little follows it.
    used = 0
    while low and used + widths[low - 1] <= room // 3:
        low -= 1
        used += widths[low]
    while high < len(widths) and used + widths[high] <= room:
        used += widths[high]
        high += 1
    while low and used + widths[low - 1] <= room:
        low -= 1
        used += widths[low]
    return low, high


def _shown(char: str) -> str:
    """Return how a character is shown: itself, or escaped where a terminal would obey it."""
    if char == "\t":
        return " "
    if unicodedata.category(char) in _ESCAPED:
        return char.encode("unicode_escape").decode("ascii")
    return char


def _width(shown: str) -> int:
    """Return the columns that a shown character takes (Unicode Standard Annex 11)."""
    if len(shown) > 1 or shown.isascii():
        return len(shown)
    if unicodedata.combining(shown) or unicodedata.category(shown) == "Me":
        return 0
    return 2 if unicodedata.east_asian_width(shown) in "WF" else 1


class Excerpts:
    """Draws excerpts of the inputs of a conversion, which are read again for that.

    Diagnostics come in the order of the lines, so an input is read again once, as far as its
    last diagnostic; it is begun anew for one that comes out of order.
    """

    def __init__(self, inputs: Mapping[str, Input]) -> None:
        self._inputs = inputs
        self._lines: dict[str, _Lines] = {}

    def of(self, diagnostic: Diagnostic) -> list[str]:
        """Return the lines of a diagnostic's excerpt; none if it is about the whole file."""
        span, input_ = diagnostic.span, self._inputs.get(diagnostic.name)
        if not span.line or not span.column or input_ is None or input_.is_binary:
            return []
        lines = self._lines.setdefault(diagnostic.name, _Lines(input_))
        found = lines.around(span.line, span.column)
        return [] if found is None else excerpt(*found, span)


class _Lines:
    """The lines of an input, read forward in blocks."""

    def __init__(self, input_: Input) -> None:
        self._input = input_
        self._left = _MOST
        self._begin()

    def _begin(self) -> None:
        # The inputs' files stay open as long as the conversion.
        self._open = ExitStack()
        self._read = self._open.enter_context(self._input.open_text())
        # Character ``_at`` of the block ``_text`` stands in this line and column.
        self._text, self._at, self._line, self._column = "", 0, 1, 1

    def around(self, line: int, column: int) -> tuple[str, int] | None:
        """Return the part of a line around a column, and the column where that part begins."""
        first = max(1, column - _BEFORE)
        if (line, first) < (self._line, self._column):
            self._begin()
        while self._line < line:
            newline = self._text.find("\n", self._at)
            if newline >= 0:
                self._at, self._line, self._column = newline + 1, self._line + 1, 1
            elif not self._next_block():
                return None
        while (end := self._end_of_line()) < 0 and self._column_of(len(self._text)) < first:
            if not self._next_block():
                return None
        if end >= 0 and self._column_of(end) < first:
            return None
        self._at, self._column = self._at + first - self._column, first
        most = _BEFORE + _AFTER
        while self._end_of_line() < 0 and len(self._text) - self._at < most:
            more = self._more()
            if not more:
                break
            self._text, self._at = self._text[self._at :] + more, 0
        end = self._end_of_line()
        if end < 0 and self._at == len(self._text):
            return None  # behind the last line
        return self._text[self._at : end if end >= 0 else None][:most], first

    def _end_of_line(self) -> int:
        """Return where the line ends in the block, -1 if it goes on beyond it."""
        return self._text.find("\n", self._at)

    def _column_of(self, place: int) -> int:
        return self._column + place - self._at

    def _next_block(self) -> bool:
        """Go on to the next block; return whether there is one."""
        self._column = self._column_of(len(self._text))
        self._text, self._at = self._more(), 0
        return bool(self._text)

    def _more(self) -> str:
        text = self._read(min(_BLOCK, self._left))
        self._left -= len(text)
        return text
