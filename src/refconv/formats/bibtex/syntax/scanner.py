r"""Blocks of a file: where each entry begins and ends, whatever is wrong inside it.

BibTeX counts all braces, most other readers ignore ``\{``. A block ends where it does for BibTeX,
unless that leaves it open or leaves text behind it and the other count does not. A block that
never ends is cut before the next entry that begins a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

START = re.compile(r"@[ \t]*(?P<type>[^\s@{}(),\"'#%=\\]+)\s*(?P<open>[{(])")
_HEAD = re.compile(r"@[ \t]*[A-Za-z][\w+:-]*[ \t]*[{(]")
# A group without groups, which both counts read alike; and every other brace.
_GROUP = re.compile(r"\{[^{}\\]*+(?>(?:\\[^{}\\][^{}\\]*+)*)\}")
_MARKS = re.compile(rf"(?P<group>{_GROUP.pattern})|\\(?:\\|(?P<escaped>[{{}}]))|[{{}}]")
# What stands between two braces and holds groups three deep at most, as by far most entries do.
_FLAT = r"[^{}]*+"
_ONE_DEEP = rf"{_FLAT}(?>(?:\{{{_FLAT}\}}{_FLAT})*)"
_TWO_DEEP = rf"{_FLAT}(?>(?:\{{{_ONE_DEEP}\}}{_FLAT})*)"
THREE_DEEP = rf"{_FLAT}(?>(?:\{{{_TWO_DEEP}\}}{_FLAT})*)"
_NESTED = re.compile(rf"\{{{THREE_DEEP}\}}")
_ENTRY_HEAD = re.compile(r"@[ \t]*[A-Za-z][\w+:-]*\s*[{(]\s*+(?:[^{}(),=\"\n]*,|[\w-]+\s*=)")


class RawBlock(NamedTuple):
    r"""An entry or other block, or the text between two blocks, whose ``type`` is empty.

    ``body`` begins behind the opening brace; ``stop`` is where the closing one stands, or where
    the block was cut (then not ``closed``). ``escapes``: ``\{`` does not count as a brace.
    """

    start: int
    end: int
    type: str = ""
    body: int = 0
    stop: int = 0
    closed: bool = True
    escapes: bool = False


class _Ends:
    """Where braces close in one of the two counts.

    Most groups hold no others: these are not stored, since their ends are found quickly.
    """

    def __init__(self, text: str, *, escapes: bool) -> None:
        self._text = text
        self._escapes = escapes
        self._ends: dict[int, int] = {}
        self._open: list[int] = []

    def add(self, mark: str, place: int) -> None:
        """Count a brace."""
        if mark == "{":
            self._open.append(place)
        elif self._open:
            self._ends[self._open.pop()] = place

    def get(self, place: int) -> int | None:
        """Return the end of the group that a brace opens, ``None`` if it stays open."""
        end = self._ends.get(place)
        if end is None and not (self._escapes and self._is_escaped(place)):
            match = _GROUP.match(self._text, place)
            return None if match is None else match.end() - 1
        return end

    def _is_escaped(self, place: int) -> bool:
        start = place
        while start and self._text[start - 1] == "\\":
            start -= 1
        return (place - start) % 2 == 1


class _Braces:
    """Where the braces of a file close, in BibTeX's count and in the other one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def near(self, place: int, limit: int) -> tuple[int, int] | None:
        """Return where the brace at a place closes in the two counts, if in both before a limit.

        It is the same as :attr:`plain` and :attr:`escaping` say, which count all braces of the
        text: no brace before the place matters.
        """
        match = _NESTED.match(self._text, place, limit)
        if match is not None and "\\{" not in match[0] and "\\}" not in match[0]:
            return match.end() - 1, match.end() - 1
        # Once a group has been found open, all braces are counted: a second one would be as far.
        return None if "_ends" in vars(self) else self._counted(place, limit)

    def _counted(self, place: int, limit: int) -> tuple[int, int] | None:
        depth = depth_escaping = 0
        end = end_escaping = -1
        for match in _MARKS.finditer(self._text, place, limit):
            kind, mark = match.lastgroup, match[0]
            if kind is None and mark == "\\\\":
                continue
            step = 0 if kind == "group" else 1 if mark[-1] == "{" else -1
            depth += step
            if end < 0 and depth <= 0:
                end = match.end() - 1
            if kind != "escaped":
                depth_escaping += step
                if end_escaping < 0 and depth_escaping <= 0:
                    end_escaping = match.end() - 1
            if end >= 0 and end_escaping >= 0:
                return end, end_escaping
        return None

    @property
    def plain(self) -> _Ends:
        """Where they close in BibTeX's count."""
        return self._ends[0]

    @property
    def escaping(self) -> _Ends:
        """Where they close if those behind a backslash do not count."""
        return self._ends[1]

    @cached_property
    def _ends(self) -> tuple[_Ends, _Ends]:
        plain, escaping = _Ends(self._text, escapes=False), _Ends(self._text, escapes=True)
        for match in _MARKS.finditer(self._text):
            kind = match.lastgroup
            if kind == "escaped":
                plain.add(match["escaped"], match.start() + 1)
            elif kind is None and match[0] != "\\\\":
                plain.add(match[0], match.start())
                escaping.add(match[0], match.start())
        return plain, escaping


def line_heads(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each line begins that begins an entry, and where the entry does."""
    for match in _HEAD.finditer(text):
        start = match.start()
        while start and text[start - 1] in " \t":
            start -= 1
        if not start or text[start - 1] == "\n":
            yield start, match.start()


def scan(text: str) -> Iterator[RawBlock]:
    """Yield the blocks of a text, which together are the whole text."""
    heads = [head for _, head in line_heads(text)]
    braces = _Braces(text)
    place = between = 0
    line = _Line(text)
    while (match := START.search(text, place)) is not None:
        block = None
        line.go_to(match.start())
        if not line.has_percent(between):
            near = max(between, match.start() - _COMMENT_LENGTH)
            is_comment = _COMMENT.search(text, near, match.start())
            begins_line = line.is_blank or is_comment is not None
            block = _block(text, match, braces, heads, begins_line=begins_line)
            if block is not None and is_comment is not None:
                block = block._replace(start=is_comment.start(), type="comment")
        if block is None:
            place = match.end()
            continue
        if between < block.start:
            yield RawBlock(between, block.start)
        yield block
        place = between = block.end
    if between < len(text):
        yield RawBlock(between, len(text))


# An entry behind a comment without braces is one that was commented out.
_COMMENT = re.compile(r"@[ \t]*comment[ \t]+\Z", re.IGNORECASE)
_COMMENT_LENGTH = 40


class _Line:
    """The line before a place that only moves forward, so that no text is read twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._percent = -1
        self.is_blank = True

    def go_to(self, place: int) -> None:
        """Move forward to a place."""
        newline = self._text.rfind("\n", self._place, place)
        if newline >= 0:
            self._place, self.is_blank = newline, True
        percent = self._text.rfind("%", self._place, place)
        self._percent = percent if percent >= 0 or newline >= 0 else self._percent
        self.is_blank = self.is_blank and not self._text[self._place : place].strip()
        self._place = place

    def has_percent(self, start: int) -> bool:
        """Return whether the line has a percent sign between ``start`` and the place."""
        return self._percent >= start and self._percent >= 0


def _block(
    text: str, match: re.Match[str], braces: _Braces, heads: list[int], *, begins_line: bool
) -> RawBlock | None:
    start, body, kind = match.start(), match.end(), match["type"]
    is_entry = _ENTRY_HEAD.match(text, start) is not None or kind.lower() in SPECIAL
    if not begins_line and not is_entry:
        return None  # an address, or the like
    following = bisect_right(heads, start)
    limit = heads[following] if following < len(heads) else len(text)
    if match["open"] == "(":
        stop = _closing_parenthesis(text, body, braces.plain, heads)
        escapes = False
    else:
        stop, escapes = _closing_brace(text, match, braces, heads, limit)
    if stop is not None:
        return RawBlock(start, stop + 1, kind, body, stop, escapes=escapes)
    if not is_entry:
        return None
    if kind.lower() == "comment":
        newline = text.find("\n", body, limit)
        limit = newline if newline >= 0 else limit
    end = body + len(text[body:limit].rstrip())
    return RawBlock(start, end, kind, body, end, closed=False, escapes=True)


SPECIAL = frozenset({"comment", "preamble", "string"})
CONTAINERS = frozenset({"xdata", "set", "control", "ieeetranbstctl"})
"""Entries that are no references: biblatex's, and those by which REVTeX and IEEEtran are set up."""


def _closing_brace(
    text: str, match: re.Match[str], braces: _Braces, heads: list[int], limit: int
) -> tuple[int | None, bool]:
    """Find the brace that closes a block, and in which count."""
    place = match.end() - 1
    plain, escaping = braces.near(place, limit) or _far_ends(text, match, braces, heads)
    if plain == escaping or escaping is None:
        return plain, False
    if plain is None:
        return escaping, True
    # Something hangs behind BibTeX's end that the other count takes in.
    hangs = text[plain + 1 : limit].lstrip()[:1] not in ("", "@", "%") and plain < escaping
    return (escaping, True) if hangs and escaping < limit else (plain, False)


def _far_ends(
    text: str, match: re.Match[str], braces: _Braces, heads: list[int]
) -> tuple[int | None, int | None]:
    """Return where a block ends in the two counts, if other entries seem to begin before that."""
    place = match.end() - 1
    plain, escaping = braces.plain.get(place), braces.escaping.get(place)
    if match["type"].lower() != "comment":
        if plain is not None and _swallows(text, place, plain, braces.plain, heads):
            plain = None
        if escaping is not None and _swallows(text, place, escaping, braces.escaping, heads):
            escaping = None
    return plain, escaping


def _swallows(text: str, start: int, stop: int, ends: _Ends, heads: list[int]) -> bool:
    """Return whether an entry begins inside a block but outside its values."""
    index = bisect_right(heads, start)
    place = start + 1
    quoted = False
    while index < len(heads) and heads[index] < stop:
        match = _VALUE_MARKS.search(text, place, heads[index])
        if match is None:
            # What stands at the head now is outside of braces.
            if not quoted or text.find('"', heads[index], stop) < 0:
                return True
            index += 1
        elif match[0] == '"':
            quoted = not quoted
            place = match.end()
        elif (end := ends.get(match.start())) is None:
            return True
        else:
            place = end + 1
            index = bisect_left(heads, place)
    return False


_VALUE_MARKS = re.compile(r'[{"]')


def _closing_parenthesis(text: str, place: int, ends: _Ends, heads: list[int]) -> int | None:
    """Find the parenthesis that closes a block, outside of braces and quotes."""
    quoted = False
    index = bisect_right(heads, place)
    limit = heads[index] if index < len(heads) else len(text)
    while (match := _PARENTHESIS_MARKS.search(text, place)) is not None:
        mark, at = match[0], match.start()
        if at > limit:
            return None
        if mark == "{":
            end = ends.get(at)
            if end is None:
                return None
            place = end + 1
            if place > limit:
                index = bisect_right(heads, place)
                limit = heads[index] if index < len(heads) else len(text)
            continue
        if mark == ")" and not quoted:
            return at
        if mark == '"':
            quoted = not quoted
        place = at + 1
    return None


_PARENTHESIS_MARKS = re.compile(r'[{")]')
