r"""Cuts a file into blocks: where each entry begins and ends, whatever is wrong inside it.

BibTeX counts braces without regard to backslashes, most other readers leave ``\{`` aside. A block
ends where BibTeX's count says, unless that leaves it open or something hanging behind it and the
other count does not. A block that never ends is cut before the next entry that begins a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from attrs import frozen

_START = re.compile(r"@[ \t]*(?P<type>[^\s@{}(),\"'#%=\\]+)\s*(?P<open>[{(])")
LINE_START = re.compile(r"^[ \t]*(?=@[ \t]*[A-Za-z][\w+:-]*[ \t]*[{(])", re.MULTILINE)
_MARKS = re.compile(r"\\.|[{}]", re.DOTALL)
_ENTRY_HEAD = re.compile(r"@[ \t]*[A-Za-z][\w+:-]*\s*[{(]\s*(?:[^{}(),=\"\n]*,|[\w-]+\s*=)")


@frozen
class Chunk:
    r"""A stretch of the file: ``type`` is empty for text between the blocks.

    ``body`` begins behind the opening brace; ``stop`` is where the closing one stands, or where
    the block was cut (then not ``closed``). ``escapes`` tells that ``\{`` was left aside.
    """

    start: int
    end: int
    type: str = ""
    body: int = 0
    stop: int = 0
    closed: bool = True
    escapes: bool = False


class _Braces:
    """Where the braces of a file close, in BibTeX's count and in the other one."""

    def __init__(self, text: str) -> None:
        self.plain: dict[int, int] = {}
        self.escaping: dict[int, int] = {}
        both: list[tuple[list[int], dict[int, int]]] = [([], self.plain), ([], self.escaping)]
        for match in _MARKS.finditer(text):
            mark, place = match[0], match.start()
            if mark[0] == "\\":
                if mark[1] not in "{}":
                    continue
                mark, place = mark[1], place + 1
                counts = both[:1]
            else:
                counts = both
            for stack, ends in counts:
                if mark == "{":
                    stack.append(place)
                elif stack:
                    ends[stack.pop()] = place


def scan(text: str) -> Iterator[Chunk]:
    """Cut a text into chunks that together are the whole of it."""
    heads = [match.end() for match in LINE_START.finditer(text)]
    braces = _Braces(text)
    place = between = 0
    while (match := _START.search(text, place)) is not None:
        chunk = None
        if not _is_commented(text, between, match.start()):
            chunk = _block(text, match, braces, heads)
        if chunk is None:
            place = match.end()
            continue
        if between < chunk.start:
            yield Chunk(between, chunk.start)
        yield chunk
        place = between = chunk.end
    if between < len(text):
        yield Chunk(between, len(text))


def _is_commented(text: str, start: int, place: int) -> bool:
    line = max(start, text.rfind("\n", start, place))
    return text.find("%", line, place) >= 0


def _block(text: str, match: re.Match[str], braces: _Braces, heads: list[int]) -> Chunk | None:
    start, body, kind = match.start(), match.end(), match["type"]
    begins_line = not text[max(0, text.rfind("\n", 0, start)) : start].strip()
    is_entry = _ENTRY_HEAD.match(text, start) is not None or kind.lower() in _SPECIAL
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
        return Chunk(start, stop + 1, kind, body, stop, escapes=escapes)
    if not is_entry:
        return None
    if kind.lower() == "comment":
        newline = text.find("\n", body, limit)
        limit = newline if newline >= 0 else limit
    end = body + len(text[body:limit].rstrip())
    return Chunk(start, end, kind, body, end, closed=False, escapes=True)


_SPECIAL = frozenset({"comment", "preamble", "string"})


def _closing_brace(
    text: str, match: re.Match[str], braces: _Braces, heads: list[int], limit: int
) -> tuple[int | None, bool]:
    """Find the brace that closes a block, and in which count."""
    place = match.end() - 1
    plain, escaping = braces.plain.get(place), braces.escaping.get(place)
    if match["type"].lower() != "comment":
        if plain is not None and _swallows(text, place, plain, braces.plain, heads):
            plain = None
        if escaping is not None and _swallows(text, place, escaping, braces.escaping, heads):
            escaping = None
    if plain == escaping or escaping is None:
        return plain, False
    if plain is None:
        return escaping, True
    # Something hangs behind BibTeX's end that the other count takes in.
    hangs = text[plain + 1 : limit].lstrip()[:1] not in ("", "@", "%") and plain < escaping
    return (escaping, True) if hangs and escaping < limit else (plain, False)


def _swallows(text: str, start: int, stop: int, ends: dict[int, int], heads: list[int]) -> bool:
    """Tell whether an entry begins inside a block, and not inside one of the block's values."""
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
        elif match.start() not in ends:
            return True
        else:
            place = ends[match.start()] + 1
            index = bisect_left(heads, place)
    return False


_VALUE_MARKS = re.compile(r'[{"]')


def _closing_parenthesis(
    text: str, place: int, ends: dict[int, int], heads: list[int]
) -> int | None:
    """Find the parenthesis that closes a block, outside of braces and quotes."""
    quoted = False
    index = bisect_right(heads, place)
    limit = heads[index] if index < len(heads) else len(text)
    while (match := _PARENTHESIS_MARKS.search(text, place)) is not None:
        mark, at = match[0], match.start()
        if at > limit:
            return None
        if mark == "{":
            if at not in ends:
                return None
            place = ends[at] + 1
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
