"""A text that is read as far as it is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

CHUNK_SIZE = 256 * 1024
"""About how many characters a chunk of a file has: some hundred entries."""


class Window:
    """The part of a text that is in memory: from the place last cut to the place last read.

    ``text`` is that part, ``ended`` whether the text ends with it.
    """

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self.text = ""
        self.ended = False

    def grow(self, length: int) -> bool:
        """Read on until the window has ``length`` characters, if there are as many.

        Gives whether there is any text in it.
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
        """Take the text before a place off the window, and give it."""
        taken, self.text = self.text[:place], self.text[place:]
        return taken


class Lines:
    """Finds lines and columns of a text's places; quickly where they are asked for in order.

    ``first`` and ``column`` are where the text begins, in a longer one.
    """

    def __init__(self, text: str, first: int = 1, column: int = 1) -> None:
        self._text = text
        self._line, self._place = first, 0
        self._before = column - 1

    def line(self, place: int) -> int:
        """Give the line of a place."""
        if place >= self._place:
            self._line += self._text.count("\n", self._place, place)
        else:
            self._line -= self._text.count("\n", place, self._place)
        self._place = place
        return self._line

    def column(self, place: int) -> int:
        """Give the column of a place."""
        newline = self._text.rfind("\n", 0, place)
        return place - newline + (self._before if newline < 0 else 0)


def reader(text: str) -> Callable[[int], str]:
    """Make what reads a text as a file is read: some characters at a time."""
    place = 0

    def read(length: int) -> str:
        nonlocal place
        part = text[place : place + length]
        place += len(part)
        return part

    return read


def with_newlines(text: str) -> str:
    """Give a text with one line feed for each of its line ends, whichever they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def in_one(window: Window) -> str:
    """Cut a window where the text ends."""
    while not window.ended:
        window.grow(len(window.text) + 16 * CHUNK_SIZE)
    return window.cut(len(window.text))


def cut_before(beginning: re.Pattern[str]) -> Callable[[Window], Iterator[str]]:
    """Make what cuts a text into chunks, each up to what begins an entry."""

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
