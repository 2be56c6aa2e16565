"""The items of a JSON array, decoded one at a time, so that large files need little memory.

Read are an array, the array that an object holds under ``items`` or ``references`` (Zotero,
pandoc), and items one after the other. Reading goes on behind an item that is not valid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.formats.chunks import CHUNK_SIZE, Window, rest_of

WRAPPERS = ("items", "references")

_BETWEEN = re.compile(r"[\s,]*")
_WRAPPED = re.compile(rf'\{{\s*"(?:{"|".join(WRAPPERS)})"\s*:\s*\[')
_WRAPPER_REST = re.compile(r'\}|"[^"]*"\s*:')
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
_LOOSE_COMMA = re.compile(r'("(?:[^"\\]++|\\.)*")|,(?=\s*+[,}\]])', re.DOTALL)
_AFTER_ITEM = re.compile(r"\s*(?:,|\]|\{|\Z)")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_NEAR = 16
"""Characters before the end of a window in which an error may only mean that the window ends."""

_LONGEST_NUMBER = 4000
"""Digits of a number that Python converts (it refuses more than 4300, to bound the time)."""

_SMALLER = 4
"""Chunks are so many times smaller than others: items are longer than lines."""

_MOST_SEARCHED = 1_000_000
"""Characters of a file in which the ends of invalid items are searched for."""


class JsonItem(NamedTuple):
    """An item between two places of the window.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        value: What it decodes to.
        problem: What is wrong with it, if anything.
        at: Where that is.
        is_read: Whether ``value`` is the item.
    """

    start: int
    end: int
    value: Any = None
    problem: Problem | None = None
    at: int = 0
    is_read: bool = True


class _Invalid(NamedTuple):
    """Why and where a text is not a valid item."""

    reason: str
    at: int


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
        self._unsearched = _MOST_SEARCHED

    def cut(self, place: int) -> str:
        """Take the text before an item off the window and return it."""
        self._place -= place
        return self.window.cut(place)

    def __iter__(self) -> Iterator[JsonItem]:
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
                    found = problem(Code.SYNTAX, "behind-array")
                    yield JsonItem(
                        self._place, self._place, None, found, self._place, is_read=False
                    )
                    return
                self._place += 1
                continue
            item = self._decoded()
            self._place = item.end
            yield item

    def _open(self) -> None:
        """Move into the array, if there is one."""
        char, text = self._next(), self.window.text
        if char == "[":
            self._place += 1
        elif (match := _WRAPPED.match(text, self._place)) is not None:
            self._place = match.end()

    def _is_rest_of_wrapper(self) -> bool:
        return _WRAPPER_REST.match(self.window.text, self._place) is not None

    def _next(self) -> str | None:
        """Move to the next character that is no white space or comma; ``None`` at the end."""
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

    def _decoded(self) -> JsonItem:
        """Decode the item at the place."""
        while (result := self._strictly()) is None:
            self._grow()
        if isinstance(result, JsonItem):
            return result
        return self._leniently(result) or self._left_out(result)

    def _strictly(self) -> JsonItem | _Invalid | None:
        """Decode an item of valid JSON; ``None`` if the window must grow first."""
        text, place, ended = self.window.text, self._place, self.window.ended
        try:
            value, end = _STRICT.raw_decode(text, place)
        except json.JSONDecodeError as error:
            is_near = error.pos >= len(text) - _NEAR or error.msg.startswith("Unterminated string")
            return (
                None
                if is_near and not ended
                else _Invalid(error.msg.removesuffix(" at"), error.pos)
            )
        except ValueError:
            return _Invalid("a number is too long", place) if ended else None
        except RecursionError:
            return _Invalid("nested too deeply", place)
        return JsonItem(place, end, value) if ended or end < len(text) else None

    def _leniently(self, invalid: _Invalid) -> JsonItem | None:
        """Decode an item with line ends in texts, long numbers, or commas before brackets."""
        try:
            value, end = _LENIENT.raw_decode(self.window.text, self._place)
        except (ValueError, RecursionError):
            return self._without_commas(invalid)
        found = problem(Code.SYNTAX, "odd-item", reason=invalid.reason)
        return JsonItem(self._place, end, value, found, invalid.at)

    def _without_commas(self, invalid: _Invalid) -> JsonItem | None:
        """Decode an item that has commas with nothing behind them, as JavaScript allows."""
        end = self._end_of_invalid(self._place)
        if end is None:
            return None
        text = self.window.text[self._place : end]
        try:
            value = _LENIENT.decode(_LOOSE_COMMA.sub(lambda match: match[1] or "", text))
        except (ValueError, RecursionError):
            return None
        found = problem(Code.SYNTAX, "odd-item", reason=invalid.reason)
        return JsonItem(self._place, end, value, found, invalid.at)

    def _left_out(self, invalid: _Invalid) -> JsonItem:
        """Return an item that cannot be decoded, up to where the next one begins."""
        place = self._place
        end = self._end_of_invalid(place)
        if end is None:
            start = max(invalid.at - 1, place)
            following = _NEXT_ITEM.search(self.window.text, start)
            while following is None and not self.window.ended:
                self._grow()
                following = _NEXT_ITEM.search(self.window.text, start)
            end = len(self.window.text) if following is None else following.end()
        found = problem(Code.SYNTAX, "item", reason=invalid.reason)
        return JsonItem(place, end, None, found, invalid.at, is_read=False)

    def _end_of_invalid(self, place: int) -> int | None:
        """Return where the brackets of an invalid item close, if they do."""
        while self._unsearched > 0:
            text, depth = self.window.text, 0
            for match in _MARKS.finditer(text, place, place + self._unsearched):
                depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(match[0], 0)
                if depth <= 0:
                    self._unsearched -= match.end() - place
                    is_end = depth == 0 and _AFTER_ITEM.match(text, match.end()) is not None
                    return match.end() if is_end else None
            self._unsearched -= len(text) - place
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
    if rest := rest_of(window):
        yield rest
