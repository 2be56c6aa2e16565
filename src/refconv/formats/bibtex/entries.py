"""An entry's key and fields, and the pieces of a field's value.

bibtexparser cuts a sound entry; what it would lose or misread is cut here, as well as possible.
Each value is a list of pieces, which ``#`` joins.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from attrs import Factory, define

from refconv.formats.bibtex.scanner import Chunk
from refconv.report import Code


class Piece(NamedTuple):
    """A part of a value: ``text`` in braces or quotes, ``number`` or ``macro`` bare."""

    kind: Literal["text", "number", "macro"]
    text: str


class RawField(NamedTuple):
    """A field's name, the pieces of its value, and the line it is on, counted from the entry's."""

    name: str
    pieces: tuple[Piece, ...]
    line: int


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


def parse_entry(text: str, chunk: Chunk) -> Parsed:
    """Take an entry apart."""
    body = text[chunk.body : chunk.stop]
    parsed = _sound(body) if chunk.closed and _LINE_HEAD.search(body) is None else None
    return parsed or _Recovery(text, chunk).run()


_LINE_HEAD = re.compile(r"^[ \t]*@\w*[ \t]*[{(]|\\[{}]", re.MULTILINE)

# ── sound entries ─────────────────────────────────────────────────────────────────────────────────


@cache
def _splitter() -> Any:
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 (importing it takes a while)

    # It logs what it does not like; here that becomes a diagnostic.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    return Splitter


def _sound(body: str) -> Parsed | None:
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
        parsed.fields.append(RawField(field.key, pieces, field.start_line))
    return parsed if _KEY.fullmatch(parsed.key) else None


_NAME = re.compile(r"[^\s={},\"#]+")
_KEY = re.compile(r"[^\s={},\"]+")
_BARE = re.compile(r"[^\s={},\"#]+")
_BRACES = re.compile(r"[{}]")


def parse_value(source: str) -> tuple[Piece, ...] | None:
    """Take a value apart at its ``#``; ``None`` where it is not made as it should be."""
    if source[:1] == "{" and source.find("}") == len(source) - 1 and source.find("{", 1) < 0:
        return (Piece("text", source[1:-1]),)
    pieces: list[Piece] = []
    place = 0
    while True:
        piece = _piece(source, place)
        if piece is None:
            return None
        pieces.append(piece[0])
        place = _skip(source, piece[1])
        if place == len(source):
            return tuple(pieces)
        if source[place] != "#":
            return None
        place = _skip(source, place + 1)


def _piece(source: str, place: int) -> tuple[Piece, int] | None:
    """Read one piece; give it and where it ends."""
    opening = source[place : place + 1]
    if opening == "{":
        end = _closing(source, place)
    elif opening == '"':
        end = _closing_quote(source, place)
    else:
        match = _BARE.match(source, place)
        if match is None:
            return None
        return _bare(match[0]), match.end()
    return None if end is None else (Piece("text", source[place + 1 : end]), end + 1)


def _bare(word: str) -> Piece:
    return Piece("number" if word.isdigit() else "macro", word)


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


def _skip(source: str, place: int) -> int:
    match = _BLANKS.match(source, place)
    return match.end() if match is not None else place


_BLANKS = re.compile(r"\s*")

# ── entries that are not sound ────────────────────────────────────────────────────────────────────

_FIELD = re.compile(r"(?P<name>[^\s={},\"#()]+)\s*(?P<sign>=|(?=[{\"]))\s*")
_NEXT_FIELD = re.compile(r"\n[ \t]*,?[ \t]*[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[\w{\"]")
_NEXT_ANYWHERE = re.compile(r"(?:\n[ \t]*,?|,)[ \t]*[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[\w{\"]")
_HEAD = re.compile(r"\s*(?P<key>[^\s={},\"]*)(?P<rest>[^={},\"]*)(?P<end>,|=|\Z|(?=[{}\"]))")
_AFTER_QUOTE = re.compile(r"\s*(?:[,#})]|\Z|[A-Za-z][\w-]*\s*=)")
_JUNK = re.compile(r"[^,\n]+|\n")


class _Recovery:
    """Reads an entry that is wrong in some way, and says in which."""

    def __init__(self, text: str, chunk: Chunk) -> None:
        self.body = text[chunk.body : chunk.stop]
        self.offset = chunk.body
        self.closed = chunk.closed
        self.ends = dict(_pairs(self.body, escapes=chunk.escapes))
        self.parsed = Parsed()
        self.line = self.counted = 0
        self.sound = True

    def run(self) -> Parsed:
        place = self.key()
        while (place := self.skip(place)) < len(self.body):
            place = self.field(place)
        return self.parsed

    def say(self, code: Code, message: str, place: int) -> None:
        self.parsed.problems.append(Problem(code, message, self.offset + place))

    def skip(self, place: int) -> int:
        match = _BETWEEN.match(self.body, place)
        return match.end() if match is not None else place

    def key(self) -> int:
        match = _HEAD.match(self.body)
        if match is None or (match["end"] == "=" and not match["rest"].strip()):
            return 0
        rest = match["rest"].strip()
        if match["end"] == "=":
            self.say(
                Code.MISSING_COMMA, f"no comma behind the key {match['key']!r}", match.end("key")
            )
            self.parsed.key = match["key"]
            return match.end("key")
        if rest:
            self.parsed.key = f"{match['key']} {' '.join(rest.split())}"
            return match.end()
        self.parsed.key = match["key"]
        return match.end()

    def field(self, place: int) -> int:
        match = _FIELD.match(self.body, place)
        if match is None:
            return self.junk(place)
        if not match["sign"]:
            self.say(
                Code.SYNTAX, f"no '=' behind {match['name']!r}, read as if it were there", place
            )
        self.sound = True
        pieces, end = self.value(match.end(), match["name"])
        self.line += self.body.count("\n", self.counted, match.start())
        self.counted = match.start()
        self.parsed.fields.append(RawField(match["name"], tuple(pieces), self.line))
        after = self.skip_blanks(end)
        follows = self.body[after : after + 1]
        if self.sound and follows not in ("", ",", "}") and _FIELD.match(self.body, after):
            self.say(Code.MISSING_COMMA, f"no comma behind {match['name']!r}", end)
        return after

    def skip_blanks(self, place: int) -> int:
        return _skip(self.body, place)

    def junk(self, place: int) -> int:
        match = _JUNK.match(self.body, place)
        end = match.end() if match is not None else place + 1
        text = self.body[place:end].strip()
        if text.strip("{}() \t"):
            self.say(Code.STRAY_TEXT, f"{_short(text)} belongs to no field, kept aside", place)
            self.parsed.leftover.append(text)
        return end

    def value(self, place: int, name: str) -> tuple[list[Piece], int]:
        pieces: list[Piece] = []
        while True:
            piece, place = self.piece(place, name)
            if piece is not None:
                pieces.append(piece)
            after = self.skip_blanks(place)
            if self.body[after : after + 1] != "#":
                break
            place = self.skip_blanks(after + 1)
        hanging = _HANGING.match(self.body, place)
        if hanging is not None and not _FIELD.match(self.body, self.skip_blanks(place)):
            message = f"{_short(hanging[1])} behind the value of {name!r}, taken as part of it"
            self.say(Code.SYNTAX, message, hanging.start(1))
            pieces.append(Piece("text", f" {hanging[1]}"))
            place = hanging.end()
        return pieces, place

    def piece(self, place: int, name: str) -> tuple[Piece | None, int]:
        opening = self.body[place : place + 1]
        if opening == "{":
            end = self.ends.get(place)
            following = None
            if end is None:
                following = _NEXT_ANYWHERE.search(self.body, place)
            elif not self.closed:
                following = _NEXT_FIELD.search(self.body, place, end)
            if end is None or following is not None:
                end = len(self.body) if following is None else following.start()
                self.sound = False
                self.say(Code.SYNTAX, f"the brace that {name!r} opens with is not closed", place)
                text = self.body[place + 1 : end].rstrip().rstrip(",")
                return Piece("text", text), end
            return Piece("text", self.body[place + 1 : end]), end + 1
        if opening == '"':
            return self.quoted(place, name)
        match = _BARE.match(self.body, place)
        if match is None:
            self.say(Code.SYNTAX, f"{name!r} has no value", place)
            return Piece("text", ""), place
        return _bare(match[0]), match.end()

    def quoted(self, place: int, name: str) -> tuple[Piece, int]:
        following = _NEXT_FIELD.search(self.body, place)
        limit = len(self.body) if following is None else following.start() + 1
        at = place + 1
        while (match := _QUOTE_OR_BRACE.search(self.body, at, limit)) is not None:
            if match[0] == "{":
                at = self.ends.get(match.start(), match.start()) + 1
                if at > limit:
                    following = _NEXT_FIELD.search(self.body, at)
                    limit = len(self.body) if following is None else following.start() + 1
            elif _AFTER_QUOTE.match(self.body, match.end()):
                return Piece("text", self.body[place + 1 : match.start()]), match.end()
            else:
                at = match.end()
        self.sound = False
        self.say(Code.SYNTAX, f"the quote that {name!r} opens with is not closed", place)
        end = len(self.body) if following is None else following.start()
        return Piece("text", self.body[place + 1 : end].rstrip().rstrip(",")), end


_BETWEEN = re.compile(r"[\s,]*")
_QUOTE_OR_BRACE = re.compile(r'["{]')
_HANGING = re.compile(r"[ \t]*([^\s,#=}][^,\n=]*?)[ \t]*(?=,|\n|\Z)")


def _pairs(body: str, *, escapes: bool) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for match in (_ESCAPING if escapes else _BRACES).finditer(body):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            yield opened.pop(), match.start()


_ESCAPING = re.compile(r"\\.|[{}]", re.DOTALL)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 40 else text[:39] + "…")
