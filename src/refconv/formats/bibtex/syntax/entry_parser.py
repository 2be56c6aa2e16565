"""An entry's key and fields, and the parts of a field's value, which ``#`` joins.

One pattern parses the simplest entries, which are most; bibtexparser the other well-formed ones.
What bibtexparser would lose or misread is left to
:mod:`~refconv.formats.bibtex.syntax.recovery`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Literal, NamedTuple, TypeAlias

from attrs import Factory, define

from refconv.core.diagnostics import Problem
from refconv.formats.bibtex.syntax.scanner import THREE_DEEP, RawBlock


class ValuePart(NamedTuple):
    """A part of a value: ``text`` in braces or quotes, ``number`` or ``macro`` bare."""

    kind: Literal["text", "number", "macro"]
    text: str


RawField: TypeAlias = tuple[str, str | tuple[ValuePart, ...], int]
"""A field's name, its value, and the line it is on, counted from the entry's.

A value is a text, or parts that have to be joined.
"""


class PlacedProblem(NamedTuple):
    """What is wrong in an entry, and the part of the file in which it is."""

    problem: Problem
    start: int
    end: int


@define
class Parsed:
    """An entry's key and fields, what is wrong with it, and the text in it that is neither."""

    key: str = ""
    fields: list[RawField] = Factory(list)
    problems: list[PlacedProblem] = Factory(list)
    leftover: list[str] = Factory(list)


def parse_entry(body: str, block: RawBlock) -> Parsed | None:
    """Parse an entry; ``None`` if something is wrong with it."""
    if not block.closed or "\\{" in body or "\\}" in body:
        return None
    if "@" in body and _LINE_HEAD.search(body) is not None:
        return None
    return parse_simple(body) or parse_well_formed(body)


def without_comments(body: str) -> tuple[str, list[str]]:
    """Return an entry's body with blanks for the comments between its fields, and these.

    biber reads a percent sign outside of values as LaTeX does. The length stays the same.

    >>> without_comments("a, title = {T}, % see {x}")
    ('a, title = {T},          ', ['% see {x}'])
    """
    if "%" not in body:
        return body, []
    comments: list[str] = []
    out: list[str] = []
    place = depth = 0
    is_quoted = False
    for match in _MARKS.finditer(body):
        mark, at = match[0], match.start()
        if at < place:
            continue
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(0, depth - 1)
        elif mark == '"':
            is_quoted = is_quoted ^ (depth == 0)
        elif depth == 0 and not is_quoted:
            end = body.find("\n", at)
            end = len(body) if end < 0 else end
            comments.append(body[at:end].rstrip())
            out += body[place:at], " " * (end - at)
            place = end
    return "".join(out) + body[place:], comments


# A percent sign that begins a word; in a bare value (a%20b) it is a character.
_MARKS = re.compile(r'[{}"]|(?<![^\s,}"])%')
_LINE_HEAD = re.compile(r"^[ \t]*@\w*[ \t]*[{(]", re.MULTILINE)

# ── well-formed entries ───────────────────────────────────────────────────────────────────────────


# The blanks before a field's name, the name, the blanks on both sides of the equals sign, the value
# in braces, in quotes, or bare, and what ends the field. A field begins behind a comma: then the
# pattern is not tried at each character of other text.
_SIMPLE_FIELD = re.compile(
    rf"""(?<![^,])(\s*)([^\s={{}},"\#\\]+)(\s*)=(\s*)
        (?:\{{({THREE_DEEP})\}}
            |"([^"{{}}\\]*)"
            |([^\s={{}},"\#\\]+))
        (\s*(?:,|\Z))""",
    re.VERBOSE,
)
_GROUPS = 1 + _SIMPLE_FIELD.groups


def parse_simple(body: str) -> Parsed | None:
    """Parse an entry whose values have one part, with braces three deep at most.

    The line of a field is that of its ``=``, as bibtexparser counts it. Returns ``None`` for other
    entries.
    """
    head, comma, behind = body.partition(",")
    key = head.strip()
    if not comma or "\\" in key or _KEY.fullmatch(key) is None:
        return None
    # The text between the fields, the groups of each field, and the rest.
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
    """Yield the line of each equals sign, where line ends stand not only before the names."""
    for _, before, _, gap, *behind in zip(*[iter(parts)] * _GROUPS, strict=True):
        line += f"{before}{gap}".count("\n")
        yield line
        line += sum(part.count("\n") for part in behind if part)


@cache
def _splitter() -> Any:
    from bibtexparser.splitter import Splitter  # noqa: PLC0415 (importing it takes a while)

    # It logs what is wrong; here that becomes a diagnostic.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    return Splitter


def parse_well_formed(body: str) -> Parsed | None:
    """Parse an entry with bibtexparser; ``None`` if that does not take in the whole body."""
    blocks = _splitter()(f"@entry{{{body}}}").split().blocks
    for block in blocks:
        if (error := getattr(block, "error", None)) is not None:
            # It holds the frames of the parser and of all callers until garbage is collected.
            error.__traceback__ = None
    if len(blocks) != 1:
        return None
    entry = getattr(blocks[0], "ignore_error_block", None) or blocks[0]
    if getattr(entry, "entry_type", "") != "entry":
        return None
    parsed = Parsed(entry.key)
    for field in entry.fields:
        parts = parse_value(field.value)
        if parts is None or not _NAME.fullmatch(field.key):
            return None
        is_text = len(parts) == 1 and parts[0].kind != "macro"
        parsed.fields.append((field.key, parts[0].text if is_text else parts, field.start_line))
    return parsed if _KEY.fullmatch(parsed.key) else None


_NAME = re.compile(r"[^\s={},\"#]+")
_KEY = re.compile(r"[^\s={},\"]+")
BARE = re.compile(r"[^\s={},\"#]+")
_BRACES = re.compile(r"[{}]")


def parse_value(source: str) -> tuple[ValuePart, ...] | None:
    """Cut a value at its ``#``; ``None`` if it is not well-formed.

    >>> [part.kind for part in parse_value('{A } # jan # "B"') or ()]
    ['text', 'macro', 'text']
    """
    if source[:1] == "{" and source.find("}") == len(source) - 1 and source.find("{", 1) < 0:
        return (ValuePart("text", source[1:-1]),)
    parts: list[ValuePart] = []
    place = 0
    while True:
        part = _part(source, place)
        if part is None:
            return None
        parts.append(part[0])
        place = skip(source, part[1])
        if place == len(source):
            return tuple(parts)
        if source[place] != "#":
            return None
        place = skip(source, place + 1)


def _part(source: str, place: int) -> tuple[ValuePart, int] | None:
    """Return the part at a place and where it ends."""
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
    """Return the part that a word without braces or quotes is."""
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
    """Return the place of the next character that is not white space."""
    match = _BLANKS.match(source, place)
    return match.end() if match is not None else place


_BLANKS = re.compile(r"\s*")
