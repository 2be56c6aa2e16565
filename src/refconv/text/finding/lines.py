"""Lines of a text with their places.

A :class:`Line` is what the rest of finding and splitting works on: the words of one line without
the white space around them, where they stand, how far they are indented, and whether a blank line
or a page break comes before.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TAB_WIDTH = 4

# Everything that str.splitlines() breaks at, and nothing else.
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


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
        raw = match.group()
        words = raw.strip("\u00a0\u200b\ufeff \t\x1f\u2003\u2002\u3000")
        if not words or words.isspace():
            continue
        start = match.start() + raw.index(words)
        gap = text[before : match.start()]
        newlines = gap.count("\n") or gap.count("\r")
        lead = raw[: start - match.start()]
        indent = len(lead) + (TAB_WIDTH - 1) * lead.count("\t")
        lines.append(
            Line(words, start, start + len(words), indent, max(0, newlines - 1), "\x0c" in gap)
        )
        before = match.end()
    return lines
