"""Entries that are wrong in some way: read as well as possible, and what was wrong is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.core.report import Code
from refconv.formats.bibtex.syntax.entry_parser import BARE, Parsed, Problem, ValuePart, bare, skip
from refconv.formats.bibtex.syntax.scanner import RawBlock

_FIELD = re.compile(r"(?P<name>[^\s={},\"#()]+)\s*(?P<sign>=|(?=[{\"]))\s*")
_NEXT_FIELD = re.compile(r"\n[ \t]*+(?:,[ \t]*+)?[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[\w{\"]")
_NEXT_ANYWHERE = re.compile(r"(?:\n[ \t]*+,?|,)[ \t]*+[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[\w{\"]")
_HEAD = re.compile(r"\s*(?P<key>[^\s={},\"]*)(?P<rest>[^={},\"]*)(?P<end>,|=|\Z|(?=[{}\"]))")
_AFTER_QUOTE = re.compile(r"\s*(?:[,#})]|\Z|[A-Za-z][\w-]*\s*=)")
_JUNK = re.compile(r"[^,\n]+|\n")


def recover(text: str, block: RawBlock) -> Parsed:
    """Take an entry apart that is not sound."""
    return _Recovery(text, block).run()


class _Recovery:
    """Reads an entry that is wrong in some way, and says in which."""

    def __init__(self, text: str, block: RawBlock) -> None:
        self.body = text[block.body : block.stop]
        self.offset = block.body
        self.closed = block.closed
        self.ends = dict(_pairs(self.body, escapes=block.escapes))
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
        self.parsed.fields.append((match["name"], tuple(pieces), self.line))
        after = self.skip_blanks(end)
        follows = self.body[after : after + 1]
        if self.sound and follows not in ("", ",", "}") and _FIELD.match(self.body, after):
            self.say(Code.MISSING_COMMA, f"no comma behind {match['name']!r}", end)
        return after

    def skip_blanks(self, place: int) -> int:
        return skip(self.body, place)

    def junk(self, place: int) -> int:
        match = _JUNK.match(self.body, place)
        end = match.end() if match is not None else place + 1
        text = self.body[place:end].strip()
        if text.strip("{}() \t"):
            self.say(Code.STRAY_TEXT, f"{_short(text)} belongs to no field, kept aside", place)
            self.parsed.leftover.append(text)
        return end

    def value(self, place: int, name: str) -> tuple[list[ValuePart], int]:
        pieces: list[ValuePart] = []
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
            pieces.append(ValuePart("text", f" {hanging[1]}"))
            place = hanging.end()
        return pieces, place

    def piece(self, place: int, name: str) -> tuple[ValuePart | None, int]:
        opening = self.body[place : place + 1]
        if opening == "{":
            end = self.ends.get(place)
            following = None
            if end is None:
                following = _NEXT_ANYWHERE.search(self.body, place)
            elif not self.closed:
                # What takes in all the rest has taken the entry's own brace for its own.
                takes_all = self.skip_blanks(end + 1) == len(self.body)
                next_field = _NEXT_ANYWHERE if takes_all else _NEXT_FIELD
                following = next_field.search(self.body, place, end)
            if end is None or following is not None:
                end = len(self.body) if following is None else following.start()
                self.sound = False
                self.say(Code.SYNTAX, f"the brace that {name!r} opens with is not closed", place)
                text = self.body[place + 1 : end].rstrip().rstrip(",")
                return ValuePart("text", text), end
            return ValuePart("text", self.body[place + 1 : end]), end + 1
        if opening == '"':
            return self.quoted(place, name)
        match = BARE.match(self.body, place)
        if match is None:
            self.say(Code.SYNTAX, f"{name!r} has no value", place)
            return ValuePart("text", ""), place
        return bare(match[0]), match.end()

    def quoted(self, place: int, name: str) -> tuple[ValuePart, int]:
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
                return ValuePart("text", self.body[place + 1 : match.start()]), match.end()
            else:
                at = match.end()
        self.sound = False
        self.say(Code.SYNTAX, f"the quote that {name!r} opens with is not closed", place)
        end = len(self.body) if following is None else following.start()
        return ValuePart("text", self.body[place + 1 : end].rstrip().rstrip(",")), end


_BETWEEN = re.compile(r"[\s,]*")
_QUOTE_OR_BRACE = re.compile(r'["{]')
_HANGING = re.compile(r"[ \t]*+([^\s,#=}](?:[^,\n=]*[^,\n= \t])?)[ \t]*+(?=,|\n|\Z)")


def _pairs(body: str, *, escapes: bool) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for match in (_ESCAPING if escapes else _ALL).finditer(body):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            yield opened.pop(), match.start()


_ALL = re.compile(r"[{}]")
_ESCAPING = re.compile(r"\\.|[{}]", re.DOTALL)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return repr(text if len(text) <= 40 else text[:39] + "…")
