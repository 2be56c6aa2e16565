"""Malformed entries: read as well as possible, with a diagnostic of each fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.formats.bibtex.syntax.entry_parser import (
    BARE,
    Parsed,
    PlacedProblem,
    ValuePart,
    bare,
    skip,
)
from refconv.formats.bibtex.syntax.scanner import RawBlock

_FIELD = re.compile(r"(?P<name>[^\s={},\"#()]+)\s*(?P<sign>=|(?=[{\"]))\s*")
_NEXT_FIELD = re.compile(r"\n[ \t]*+(?:,[ \t]*+)?[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[\w{\"]")
_NEXT_ANYWHERE = re.compile(r"(?:\n[ \t]*+,?|,)[ \t]*+[A-Za-z][\w:+.-]*[ \t]*=[ \t]*[\w{\"]")
_HEAD = re.compile(r"\s*(?P<key>[^\s={},\"]*)(?P<rest>[^={},\"]*)(?P<end>,|=|\Z|(?=[{}\"]))")
_AFTER_QUOTE = re.compile(r"\s*(?:[,#})]|\Z|[A-Za-z][\w-]*\s*=)")
_JUNK = re.compile(r"[^,\n]+|\n")


def recover(body: str, block: RawBlock) -> Parsed:
    """Parse an entry that is not well-formed."""
    return _Recovery(body, block).run()


class _Recovery:
    """Parses the body of one entry; ``is_sound`` is false from an unclosed value on."""

    def __init__(self, body: str, block: RawBlock) -> None:
        self.body = body
        self.offset = block.body
        self.closed = block.closed
        self.ends = dict(_pairs(self.body, escapes=block.escapes))
        self.parsed = Parsed()
        self.line = self.counted = 0
        self.is_sound = True

    def run(self) -> Parsed:
        place = self.key()
        while (place := self.skip_commas(place)) < len(self.body):
            place = self.field(place)
        return self.parsed

    def report(self, code: Code, reason: str, start: int, end: int, **data: str) -> None:
        found = problem(code, reason, **data)
        self.parsed.problems.append(PlacedProblem(found, self.offset + start, self.offset + end))

    def skip_commas(self, place: int) -> int:
        match = _BETWEEN.match(self.body, place)
        return match.end() if match is not None else place

    def skip_blanks(self, place: int) -> int:
        return skip(self.body, place)

    def key(self) -> int:
        """Read the entry's key and return where its fields begin."""
        match = _HEAD.match(self.body)
        if match is None or (match["end"] == "=" and not match["rest"].strip()):
            return 0
        rest = match["rest"].strip()
        self.parsed.key = match["key"]
        if match["end"] == "=":
            self.report(Code.MISSING_COMMA, "key", *match.span("key"), key=match["key"])
            return match.end("key")
        if rest:
            self.parsed.key = f"{match['key']} {' '.join(rest.split())}"
        return match.end()

    def field(self, place: int) -> int:
        """Read the field at a place and return where it ends."""
        match = _FIELD.match(self.body, place)
        if match is None:
            return self.stray_text(place)
        name = match["name"]
        if not match["sign"]:
            self.report(Code.SYNTAX, "equals-sign", *match.span("name"), field=name)
        self.is_sound = True
        parts, end = self.value(match.end(), name)
        self.line += self.body.count("\n", self.counted, match.start())
        self.counted = match.start()
        self.parsed.fields.append((name, tuple(parts), self.line))
        after = self.skip_blanks(end)
        follows = self.body[after : after + 1]
        if self.is_sound and follows not in ("", ",", "}") and _FIELD.match(self.body, after):
            self.report(Code.MISSING_COMMA, "field", end, end, field=name)
        return after

    def stray_text(self, place: int) -> int:
        """Keep text that belongs to no field, and return where it ends."""
        match = _JUNK.match(self.body, place)
        end = match.end() if match is not None else place + 1
        text = self.body[place:end].strip()
        if text.strip("{}() \t"):
            self.report(Code.STRAY_TEXT, "in-entry", place, end, text=_short(text))
            self.parsed.leftover.append(text)
        return end

    def value(self, place: int, name: str) -> tuple[list[ValuePart], int]:
        """Return the parts of a value, and where it ends."""
        parts: list[ValuePart] = []
        while True:
            part, place = self.part(place, name)
            parts.append(part)
            after = self.skip_blanks(place)
            if self.body[after : after + 1] != "#":
                break
            place = self.skip_blanks(after + 1)
        trailing = _TRAILING.match(self.body, place)
        if trailing is not None and not _FIELD.match(self.body, self.skip_blanks(place)):
            text = _short(trailing[1])
            self.report(Code.SYNTAX, "trailing-text", *trailing.span(1), text=text, field=name)
            parts.append(ValuePart("text", f" {trailing[1]}"))
            place = trailing.end()
        return parts, place

    def part(self, place: int, name: str) -> tuple[ValuePart, int]:
        """Return the part of a value at a place, and where it ends."""
        opening = self.body[place : place + 1]
        if opening == "{":
            return self.braced(place, name)
        if opening == '"':
            return self.quoted(place, name)
        match = BARE.match(self.body, place)
        if match is None:
            self.report(Code.SYNTAX, "value", place, place, field=name)
            return ValuePart("text", ""), place
        return bare(match[0]), match.end()

    def braced(self, place: int, name: str) -> tuple[ValuePart, int]:
        """Read a part in braces; one that is not closed ends before the next field."""
        end = self.ends.get(place)
        following = None
        if end is None:
            following = _NEXT_ANYWHERE.search(self.body, place)
        elif not self.closed:
            # A value that takes in the rest has taken the entry's closing brace too.
            takes_all = self.skip_blanks(end + 1) == len(self.body)
            next_field = _NEXT_ANYWHERE if takes_all else _NEXT_FIELD
            following = next_field.search(self.body, place, end)
        if end is not None and following is None:
            return ValuePart("text", self.body[place + 1 : end]), end + 1
        return self.unclosed("brace", place, following, name)

    def quoted(self, place: int, name: str) -> tuple[ValuePart, int]:
        """Read a part in quotes; one that is not closed ends before the next field."""
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
        return self.unclosed("quote", place, following, name)

    def unclosed(
        self, delimiter: str, place: int, following: re.Match[str] | None, name: str
    ) -> tuple[ValuePart, int]:
        """Read a part whose delimiter is not closed, up to the next field."""
        self.is_sound = False
        self.report(Code.SYNTAX, delimiter, place, place + 1, field=name)
        end = len(self.body) if following is None else following.start()
        return ValuePart("text", self.body[place + 1 : end].rstrip().rstrip(",")), end


_BETWEEN = re.compile(r"[\s,]*")
_QUOTE_OR_BRACE = re.compile(r'["{]')
_TRAILING = re.compile(r"[ \t]*+([^\s,#=}](?:[^,\n=]*[^,\n= \t])?)[ \t]*+(?=,|\n|\Z)")


def _pairs(body: str, *, escapes: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of opening braces and of those that close them."""
    opened: list[int] = []
    for match in (_ESCAPING if escapes else _ALL).finditer(body):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            yield opened.pop(), match.start()


_ALL = re.compile(r"[{}]")
_ESCAPING = re.compile(r"\\.|[{}]", re.DOTALL)


def _short(text: str) -> str:
    """Return a text in one line of 40 characters at most."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"
