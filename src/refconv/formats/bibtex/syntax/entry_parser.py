"""An entry's key and fields, and the pieces of a field's value.

bibtexparser cuts a sound entry, one pattern the simplest ones, which by far the most are; what
bibtexparser would lose or misread is cut by :mod:`~refconv.formats.bibtex.syntax.recovery`.
Each value is a list of pieces, which ``#`` joins.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Literal, NamedTuple, TypeAlias

from attrs import Factory, define

from refconv.core.report import Code
from refconv.formats.bibtex.syntax.scanner import THREE_DEEP, RawBlock


class ValuePart(NamedTuple):
    """A part of a value: ``text`` in braces or quotes, ``number`` or ``macro`` bare."""

    kind: Literal["text", "number", "macro"]
    text: str


RawField: TypeAlias = tuple[str, str | tuple[ValuePart, ...], int]
"""A field's name, its value, and the line it is on, counted from the entry's.

A value is a text, or pieces that have to be joined.
"""


class Problem(NamedTuple):
    """What was wrong in an entry, and where."""

    code: Code
    message: str
    place: int


@define
class Parsed:
    """An entry's parts; ``leftover`` is text that is none."""

    key: str = ""
    fields: list[RawField] = Factory(list)
    problems: list[Problem] = Factory(list)
    leftover: list[str] = Factory(list)


def parse_sound(text: str, block: RawBlock) -> Parsed | None:
    """Take an entry apart; ``None`` where something is wrong with it."""
    body = text[block.body : block.stop]
    if not block.closed or "\\{" in body or "\\}" in body:
        return None
    if "@" in body and _LINE_HEAD.search(body) is not None:
        return None
    return cut_simple(body) or cut_sound(body)


_LINE_HEAD = re.compile(r"^[ \t]*@\w*[ \t]*[{(]", re.MULTILINE)

# ── sound entries ─────────────────────────────────────────────────────────────────────────────────


# The blanks before a field's name, the name, the blanks on both sides of the equals sign, the value
# in braces, in quotes, or bare, and what ends the field. A field begins behind a comma, so that one
# is not looked for at each character of what is none.
_SIMPLE_FIELD = re.compile(
    rf"""(?<![^,])(\s*)([^\s={{}},"\#\\]+)(\s*)=(\s*)
        (?:\{{({THREE_DEEP})\}}
            |"([^"{{}}\\]*)"
            |([^\s={{}},"\#\\]+))
        (\s*(?:,|\Z))""",
    re.VERBOSE,
)
_GROUPS = 1 + _SIMPLE_FIELD.groups


def cut_simple(body: str) -> Parsed | None:
    """Cut an entry of values in one piece that hold braces three deep at most; ``None`` for others.

    The line of a field is that of its ``=``, as bibtexparser counts it.
    """
    head, comma, behind = body.partition(",")
    key = head.strip()
    if not comma or "\\" in key or _KEY.fullmatch(key) is None:
        return None
    # What stands between the fields, with the groups of each, and what is left.
    *parts, rest = _SIMPLE_FIELD.split(behind)
    if any(parts[::_GROUPS]) or (rest.strip() if parts else rest):
        return None
    before, names, braced, quoted, words = (parts[i::_GROUPS] for i in (1, 2, 5, 6, 7))
    values = [
        text if text is not None else quoted[i] if words[i] is None else _word(words[i])
        for i, text in enumerate(braced)
    ]
    first = head.count("\n")
    lines = [*accumulate([blanks.count("\n") for blanks in before], initial=first)][1:]
    if lines and lines[-1] + rest.count("\n") != body.count("\n"):
        lines = [*_lines(parts, first)]
    return Parsed(key, [*zip(names, values, lines, strict=True)])


def _word(word: str) -> str | tuple[ValuePart, ...]:
    return word if word.isdigit() else (ValuePart("macro", word),)


def _lines(parts: Sequence[str | None], line: int) -> Iterator[int]:
    """Give the line of each equals sign, where line ends stand not only before the names."""
    for _, before, _, gap, *behind in zip(*[iter(parts)] * _GROUPS, strict=True):
        line += f"{before}{gap}".count("\n")
        yield line
        line += sum(part.count("\n") for part in behind if part)


@cache
def _splitter() -> Any:
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 (importing it takes a while)

    # It logs what it does not like; here that becomes a diagnostic.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    return Splitter


def cut_sound(body: str) -> Parsed | None:
    """Let bibtexparser cut an entry's body; ``None`` where that is not the whole of it."""
    blocks = _splitter()(f"@entry{{{body}}}").split().blocks
    if len(blocks) != 1:
        return None
    entry = getattr(blocks[0], "ignore_error_block", None) or blocks[0]
    if getattr(entry, "entry_type", "") != "entry":
        return None
    parsed = Parsed(entry.key)
    for field in entry.fields:
        pieces = parse_value(field.value)
        if pieces is None or not _NAME.fullmatch(field.key):
            return None
        is_text = len(pieces) == 1 and pieces[0].kind != "macro"
        parsed.fields.append((field.key, pieces[0].text if is_text else pieces, field.start_line))
    return parsed if _KEY.fullmatch(parsed.key) else None


_NAME = re.compile(r"[^\s={},\"#]+")
_KEY = re.compile(r"[^\s={},\"]+")
BARE = re.compile(r"[^\s={},\"#]+")
_BRACES = re.compile(r"[{}]")


def parse_value(source: str) -> tuple[ValuePart, ...] | None:
    """Take a value apart at its ``#``; ``None`` where it is not made as it should be."""
    if source[:1] == "{" and source.find("}") == len(source) - 1 and source.find("{", 1) < 0:
        return (ValuePart("text", source[1:-1]),)
    pieces: list[ValuePart] = []
    place = 0
    while True:
        piece = _piece(source, place)
        if piece is None:
            return None
        pieces.append(piece[0])
        place = skip(source, piece[1])
        if place == len(source):
            return tuple(pieces)
        if source[place] != "#":
            return None
        place = skip(source, place + 1)


def _piece(source: str, place: int) -> tuple[ValuePart, int] | None:
    """Read one piece; give it and where it ends."""
    opening = source[place : place + 1]
    if opening == "{":
        end = _closing(source, place)
    elif opening == '"':
        end = _closing_quote(source, place)
    else:
        match = BARE.match(source, place)
        if match is None:
            return None
        return bare(match[0]), match.end()
    return None if end is None else (ValuePart("text", source[place + 1 : end]), end + 1)


def bare(word: str) -> ValuePart:
    """Make the piece that a word without braces or quotes is."""
    return ValuePart("number" if word.isdigit() else "macro", word)


def _closing(source: str, place: int) -> int | None:
    depth = 0
    for match in _BRACES.finditer(source, place):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return None


def _closing_quote(source: str, place: int) -> int | None:
    depth = 0
    for match in _QUOTES_AND_BRACES.finditer(source, place + 1):
        if match[0] == '"' and depth == 0:
            return match.start()
        depth += {"{": 1, "}": -1}.get(match[0], 0)
    return None


_QUOTES_AND_BRACES = re.compile(r'[{}"]')


def skip(source: str, place: int) -> int:
    """Go to the next character that is no blank."""
    match = _BLANKS.match(source, place)
    return match.end() if match is not None else place


_BLANKS = re.compile(r"\s*")
