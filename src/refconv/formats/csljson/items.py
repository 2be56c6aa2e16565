"""Cuts a JSON array into its items, and decodes one at a time: so much of it is in memory at once.

Read are an array, what a wrapper holds under ``items`` or ``references`` (pandoc, Zotero), and
items one after the other. A broken item is left out, and reading goes on behind it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from refconv.formats.chunks import CHUNK_SIZE, Window, in_one

WRAPPERS = ("items", "references")

_BETWEEN = re.compile(r"[\s,]*")
_WRAPPED = re.compile(rf'\{{\s*"(?:{"|".join(WRAPPERS)})"\s*:\s*\[')
_REST = re.compile(r'\}|"[^"]*"\s*:')
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
_BEHIND = re.compile(r"\s*(?:,|\]|\{|\Z)")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
# How near to the end of a window an error may only mean that the window ends there.
_NEAR = 16
_LONGEST_NUMBER = 4000
# What is wrong is told with its line, counted from where the chunk begins.
_SMALLER = 4
_PATIENCE = 1_000_000
"""How many characters are walked through to find the ends of broken items."""


class Item(NamedTuple):
    """An item: where it begins and ends in the window, its value, and what was wrong and where.

    ``is_read`` tells that ``value`` is the item, if not quite as it stood.
    """

    start: int
    end: int
    value: Any = None
    problem: str = ""
    at: int = 0
    is_read: bool = True


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


_STRICT = json.JSONDecoder()
_LENIENT = json.JSONDecoder(strict=False, parse_int=_integer)


class Items:
    """The items of a text in a window, in order; the window grows as they need it."""

    def __init__(self, window: Window, *, within: bool = False) -> None:
        self.window = window
        self._place = 0
        self._within = within
        self._patience = _PATIENCE

    def cut(self, place: int) -> str:
        """Take the text before an item off the window."""
        self._place -= place
        return self.window.cut(place)

    def __iter__(self) -> Iterator[Item]:
        self.window.grow(CHUNK_SIZE + 1)
        if not self._within:
            self._open()
        while self._next() is not None:
            char = self.window.text[self._place]
            if char == "]":
                self._place += 1
                if self._next() is None or self._is_rest_of_wrapper():
                    return
                if self.window.text[self._place] != "[":
                    message = "text behind the array, left out"
                    yield Item(self._place, self._place, None, message, self._place, is_read=False)
                    return
                self._place += 1
                continue
            item = self._decoded()
            self._place = item.end
            yield item

    def _open(self) -> None:
        """Go into the array, if there is one."""
        char, text = self._next(), self.window.text
        if char == "[":
            self._place += 1
        elif (match := _WRAPPED.match(text, self._place)) is not None:
            self._place = match.end()

    def _is_rest_of_wrapper(self) -> bool:
        return _REST.match(self.window.text, self._place) is not None

    def _next(self) -> str | None:
        """Go to the next character that means something; ``None`` where the text ends."""
        while True:
            match = _BETWEEN.match(self.window.text, self._place)
            self._place = match.end() if match is not None else self._place
            if self._place < len(self.window.text):
                return self.window.text[self._place]
            if self.window.ended:
                return None
            self._grow()

    def _grow(self) -> None:
        self.window.grow(max(2 * len(self.window.text), CHUNK_SIZE))

    def _decoded(self) -> Item:
        place = self._place
        while True:
            text = self.window.text
            at, reason = place, "nested too deeply"
            try:
                value, end = _STRICT.raw_decode(text, place)
            except json.JSONDecodeError as error:
                at, reason = error.pos, error.msg
                is_cut = at >= len(text) - _NEAR or reason.startswith("Unterminated string")
                if is_cut and not self.window.ended:
                    self._grow()
                    continue
            except (ValueError, RecursionError) as error:
                if isinstance(error, ValueError):
                    reason = "a number is too long"
                    if not self.window.ended:
                        self._grow()
                        continue
            else:
                if end < len(text) or self.window.ended:
                    return Item(place, end, value)
                self._grow()
                continue
            return self._leniently(place, at, reason) or self._left_out(place, at, reason)

    def _leniently(self, place: int, at: int, reason: str) -> Item | None:
        """Read an item all the same whose texts hold line ends, or its numbers too many digits."""
        try:
            value, end = _LENIENT.raw_decode(self.window.text, place)
        except (ValueError, RecursionError):
            return None
        return Item(place, end, value, f"{reason}; read all the same", at)

    def _left_out(self, place: int, at: int, reason: str) -> Item:
        end = self._end_of_broken(place)
        if end is None:
            following = _NEXT_ITEM.search(self.window.text, max(at - 1, place))
            while following is None and not self.window.ended:
                self._grow()
                following = _NEXT_ITEM.search(self.window.text, max(at - 1, place))
            end = len(self.window.text) if following is None else following.end()
        return Item(place, end, None, f"{reason}; the item is left out", at, is_read=False)

    def _end_of_broken(self, place: int) -> int | None:
        """Give where the brackets of a broken item close, if they do."""
        while self._patience > 0:
            text, depth = self.window.text, 0
            for match in _MARKS.finditer(text, place, place + self._patience):
                depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match[0], 0)
                if depth <= 0:
                    self._patience -= match.end() - place
                    is_end = depth == 0 and _BEHIND.match(text, match.end()) is not None
                    return match.end() if is_end else None
            self._patience -= len(text) - place
            if self.window.ended:
                return None
            self._grow()
        return None


def cut(window: Window) -> Iterator[str]:
    """Cut a text into chunks of about :data:`CHUNK_SIZE` characters, each up to an item."""
    items = Items(window)
    for item in items:
        if item.start >= CHUNK_SIZE // _SMALLER:
            yield items.cut(item.start)
    if rest := in_one(window):
        yield rest
