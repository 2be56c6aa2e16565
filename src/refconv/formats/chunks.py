"""Read a text only as far as it is needed, and cut it into chunks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

CHUNK_SIZE = 128 * 1024
"""Characters of a chunk, about: some hundred entries.

Larger ones are converted no faster, and a process holds two of them with all that is made of them.
"""


class Window:
    """The part of a text that is in memory: from the last cut to the last character read.

    ``text`` is that part, ``ended`` is whether the text ends with it.
    """

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self.text = ""
        self.ended = False

    def grow(self, length: int) -> bool:
        """Read on until the window has ``length`` characters, or the text ends.

        Returns whether there is any text in it.
        """
        parts = [self.text]
        missing = length - len(self.text)
        while missing > 0 and not self.ended:
            part = self._read(missing)
            self.ended = not part
            parts.append(part)
            missing -= len(part)
        self.text = "".join(parts)
        return bool(self.text)

    def cut(self, place: int) -> str:
        """Remove the text before a place from the window, and return it."""
        taken, self.text = self.text[:place], self.text[place:]
        return taken


class Positions:
    """Lines and columns of the places of a text; fast if they are asked for in order.

    ``first`` and ``column`` are where the text begins within a longer one.
    """

    def __init__(self, text: str, first: int = 1, column: int = 1) -> None:
        self._text = text
        self._line, self._place = first, 0
        self._before = column - 1

    def line(self, place: int) -> int:
        """Return the line of a place."""
        if place >= self._place:
            self._line += self._text.count("\n", self._place, place)
        else:
            self._line -= self._text.count("\n", place, self._place)
        self._place = place
        return self._line

    def column(self, place: int) -> int:
        """Return the column of a place."""
        newline = self._text.rfind("\n", 0, place)
        return place - newline + (self._before if newline < 0 else 0)


def reader(text: str) -> Callable[[int], str]:
    """Return a function that reads a text as a file is read: some characters at a time."""
    place = 0

    def read(length: int) -> str:
        nonlocal place
        part = text[place : place + length]
        place += len(part)
        return part

    return read


def with_newlines(text: str) -> str:
    """Return a text with a line feed for each of its line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def rest_of(window: Window) -> str:
    """Return the rest of the text of a window."""
    while not window.ended:
        window.grow(len(window.text) + 16 * CHUNK_SIZE)
    return window.cut(len(window.text))


def cut_before(beginning: re.Pattern[str]) -> Callable[[Window], Iterator[str]]:
    """Return a function that cuts a text into chunks before the beginnings of entries."""

    def cut(window: Window) -> Iterator[str]:
        length = CHUNK_SIZE
        while window.grow(length + 1):
            if window.ended and len(window.text) <= length:
                yield window.cut(len(window.text))
                return
            last = 0
            for match in beginning.finditer(window.text, 0, length):
                last = match.start()
            length = CHUNK_SIZE if last else 4 * length
            if last:
                yield window.cut(last)

    return cut
