"""RIS text → records and back, over rispy.

:mod:`refconv.formats.ris.logical_lines` gives rispy what the specification has, and nothing else.
A text that has nothing else by itself needs neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import evolve

from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import Raw, Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Join, Split
from refconv.formats.chunks import CHUNK_SIZE, Window
from refconv.formats.ris.glued_lines import is_banner
from refconv.formats.ris.logical_lines import NUMBER, Line, logical_lines
from refconv.formats.ris.tags import AMBIGUOUS, MARKUP, is_tag, key_of, says_nothing, tag_of
from refconv.formats.ris.types import KNOWN_TYPES, named_type
from refconv.formats.ris.wrapping import (
    carried,
    carried_markup,
    escaped,
    is_marked,
    looks_like_tag,
    unmarked,
)
from refconv.values.text import one_line

LINE_END = "\r\n"


class _InOrder(dict[str, tuple[int, str]]):
    """rispy's map from tags to names, in which every line has a name of its own.

    rispy keeps one value for a tag, or the values of some tags as lists; a name for each line keeps
    them all, and their order.
    """

    index = 0

    def __missing__(self, tag: str) -> tuple[int, str]:
        return self.index, tag


def _parsed(lines: Sequence[Line]) -> list[dict[tuple[int, str], str]]:
    """Parse logical lines by rispy: a mapping from (place in ``lines``, tag) for each record."""
    import rispy  # noqa: PLC0415 - only those who read RIS need it

    names = _InOrder()

    def numbered() -> Iterator[str]:
        for names.index, (_, tag, value) in enumerate(lines):
            yield f"{tag}  - {value}"

    parser = rispy.RisParser(mapping=names, list_tags=[], delimiter_tags_mapping={})
    parsed: list[dict[tuple[int, str], str]] = parser.parse_lines(numbered())
    return parsed


def split(chunk: Chunk, _index: object) -> Split:
    """Cut a chunk of a RIS text into records, one from each TY to its ER."""
    return split_plainly(chunk) or split_with_care(chunk)


def split_with_care(chunk: Chunk) -> Split:
    """Cut a chunk in which anything may be wrong."""
    lines = logical_lines(chunk.text, chunk.line, chunk.following)
    fields = lines.fields
    if "\t" in chunk.text:
        fields = [(number, tag, _without_tabs(value)) for number, tag, value in fields]
    is_html = is_marked(chunk.text)
    records = (_parsed_record(parsed, fields, is_html=is_html) for parsed in _parsed(fields))
    return Split(tuple(records), tuple(lines.diagnostics), tuple(lines.blocks), once=lines.once)


def _without_tabs(value: str) -> str:
    """Return a value with one space for any white space that a tab is in."""
    return _SPACE.sub(lambda space: " " if "\t" in space[0] else space[0], value)


_SPACE = re.compile(r"[^\S\n]+")

# A record each of whose lines is a field, and the empty lines behind it.
_RECORD = re.compile(
    r"TY  -(?P<type>.*)\n(?P<fields>(?>(?:(?!TY|ER)[A-Z][A-Z0-9]  -.*+\n)*))"
    r"ER  -[^\S\n]*(?:\n+|\Z)"
)
_FIELD = re.compile(r"(..)  -(.*)")
# A type that is not spelled as it should be: how others are read may depend on it.
_ODD_TYPE = re.compile(r"^[^\S\n]*ty(?!  -)", re.MULTILINE | re.IGNORECASE)


class _Stretch(NamedTuple):
    """A part of a chunk from one beginning of a record to another: a plain record, or any text."""

    start: int
    end: int
    match: re.Match[str] | None


def _stretches(text: str) -> list[_Stretch] | None:
    """Return the plain records of a text and what is between them; ``None`` for odd types."""
    found: list[_Stretch] = []
    place = len(text) - len(text.lstrip("\n"))
    while place < len(text):
        match = _RECORD.match(text, place)
        if match is not None and match["type"].strip().upper() in KNOWN_TYPES:
            fields = match["fields"].count("\n")
            # With more dashes some lines hold several fields.
            if text.count("  -", place, match.end()) == fields + 2:
                found.append(_Stretch(place, match.end(), match))
                place = match.end()
                continue
        # What does not begin a record may go on with the last one.
        start = place
        if _BEGINNING.match(text, place) is None:
            start = found.pop().start if found else 0
        place = _next_record(text, place)
        if _ODD_TYPE.search(text, start, place) is not None:
            return None
        if found and found[-1].match is None:
            start = found.pop().start
        found.append(_Stretch(start, place, None))
    return found


def _next_record(text: str, place: int) -> int:
    """Return where the next record begins behind a place, where a chunk could be cut too."""
    while (newline := text.find("\nTY  -", place)) >= 0:
        place = newline + 1
        if _is_behind_end(text, place):
            return place
    return len(text)


def split_plainly(chunk: Chunk) -> Split | None:
    """Cut a chunk at its plain records, and only what is between them with care.

    ``None`` if all of it needs care.
    """
    text = chunk.text
    if "\r" in text or "\ufeff" in text or (stretches := _stretches(text)) is None:
        return None
    is_html, has_tabs = is_marked(text), "\t" in text
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    blocks: list[Block] = []
    once: dict[str, Diagnostic] = {}
    line, counted = chunk.line, 0
    for start, end, match in stretches:
        line += text.count("\n", counted, start)
        counted = start
        if match is not None:
            records.append(_plain_record(match, line, is_html=is_html, has_tabs=has_tabs))
            continue
        is_last = end == len(text)
        following = chunk.following if is_last else line + text.count("\n", start, end)
        part = split_with_care(evolve(chunk, text=text[start:end], line=line, following=following))
        records += part.records
        diagnostics += part.diagnostics
        blocks += part.blocks
        once = {**part.once, **once}
    return Split(tuple(records), tuple(diagnostics), tuple(blocks), once=once)


def _plain_record(match: re.Match[str], line: int, *, is_html: bool, has_tabs: bool) -> Record:
    content = [(tag, value.strip()) for tag, value in _FIELD.findall(match["fields"])]
    if has_tabs:
        content = [(tag, _without_tabs(value)) for tag, value in content]
    numbers = range(line + 1, line + 1 + len(content))
    return _record(line, match["type"].strip(), content, numbers, is_html=is_html)


# What begins a record however it is read: not a wrapped line that happens to look like it.
_BEGINNING = re.compile(
    r"\ufeff?(?:TY  -|[^\S\n]*(?:TY[^\S\n]{1,4}|[Tt][Yy][^\S\n]{2})[-\u2013\u2014][^\S\n]+\S)"
)
_TYPE = re.compile(r"[Tt][Yy][^\S\n]{1,4}[-\u2013\u2014]")
# What ends a record for certain: behind any other line, TY may belong to the fields before it.
_ENDING = re.compile(r"[^\S\n]*\n|(?:ER[^\S\n]{1,4}|[Ee][Rr][^\S\n]{2})-\s")
_ID = re.compile(r"ID {1,4}- ")


def cut(window: Window) -> Iterator[str]:
    """Cut a text into chunks, each up to the beginning of a record."""
    length = CHUNK_SIZE
    while window.grow(length + 1):
        if window.ended and len(window.text) <= length:
            yield window.cut(len(window.text))
            length = CHUNK_SIZE
            continue
        last = _last_beginning(window.text, length)
        length = CHUNK_SIZE if last else 4 * length
        if last:
            yield window.cut(last)


def _last_beginning(text: str, length: int) -> int:
    """Return where the last record that begins in the first characters begins; 0 if there is none.

    It is looked for from the end.
    """
    end = length
    while end > 0:
        begin = max(end - _TAIL, 0)
        matches = _TYPE.finditer(text, begin, min(end + _LONGEST_TYPE, length))
        for place in reversed([match.start() for match in matches]):
            start = text.rfind("\n", 0, place) + 1
            if _BEGINNING.match(text, start) and _is_behind_end(text, start):
                return start
        end = begin
    return 0


_TAIL = 8192
_LONGEST_TYPE = 7
"""The most characters of what ``_TYPE`` matches."""


def _is_behind_end(text: str, start: int) -> bool:
    """Return whether an empty line, or ER, goes before a line, perhaps with a number between."""
    before = _line_before(text, start)
    if NUMBER.fullmatch(text[before:start].strip()):
        before = _line_before(text, before)
    return _ENDING.match(text, before) is not None


def _line_before(text: str, start: int) -> int:
    """Return where the line before another one begins."""
    return text.rfind("\n", 0, max(start - 1, 0)) + 1


def ids(text: str) -> Iterator[str]:
    """Yield the ids that a text's records may have, without reading them."""
    for match in _ID.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not before or before.isspace() or before == "\ufeff":
            end = text.find("\n", match.end())
            yield text[match.end() : end if end >= 0 else len(text)].strip()


CHUNKING = Chunking(cut, split, ids=ids, whole_lines=True)


def _parsed_record(
    parsed: dict[tuple[int, str], str], lines: Sequence[Line], *, is_html: bool
) -> Record:
    ((start, _), kind), *content = parsed.items()
    fields = [(tag, value) for (_, tag), value in content]
    numbers = [lines[index][0] for (index, _), _ in content]
    return _record(lines[start][0], kind, fields, numbers, is_html=is_html)


def _record(
    line: int,
    kind: str,
    content: Sequence[tuple[str, str]],
    lines: Sequence[int],
    *,
    is_html: bool,
) -> Record:
    """Return the record of a type and fields, each with its line; the first ID names it."""
    if is_html:
        content = [
            (tag, unmarked(tag, value) if is_marked(value) else value) for tag, value in content
        ]
    fields: list[tuple[str, Raw]] = [
        (key_of(tag, value), value) if tag in AMBIGUOUS else (tag, value) for tag, value in content
    ]
    numbers, name = [*lines], ""
    place = next((i for i, (tag, _) in enumerate(content) if tag == "ID"), None)
    if place is not None:
        _, name = fields.pop(place)
        del numbers[place]
    return Record(native_type(kind), name, tuple(fields), line, tuple(numbers))


def native_type(value: str) -> str:
    """Return a type as RIS spells it, or unchanged if RIS has no such type."""
    return upper if (upper := value.upper()) in KNOWN_TYPES else value


def is_legal_type(native: str) -> bool:
    """Return whether a text can be written as a type and is read as itself."""
    return bool(native) and native == native_type(carried("TY", native)) and not named_type(native)


def _entry(record: Record) -> str:
    lines = [f"TY  - {record.type}"]
    if record.id or any(key == "ID" for key, _ in record.fields):
        lines.append(f"ID  - {record.id}")
    lines += [
        f"{key}  - {raw}" if len(key) == 2 else f"{tag_of(key)}  - {_written(key, raw)}"
        for key, raw in record.fields
    ]
    lines += ("ER  - ", "", "")
    return "\n".join(lines).replace("\n", LINE_END)


def _written(key: str, raw: Raw) -> Raw:
    return escaped(raw) if key.endswith(MARKUP) and is_marked(raw) else raw


# Zotero looks for a TY no further than past four lines that are none.
_HEADER_LINES = 4


def _header(blocks: Sequence[Block]) -> list[str]:
    """Write a file's header, as far as Zotero still sees behind it that the file is RIS."""
    lines = [line for block in blocks if block.kind == "header" for line in _free_lines(block)]
    return [LINE_END.join((*lines, "", ""))] if 0 < len(lines) <= _HEADER_LINES else []


def _comments(blocks: Sequence[Block]) -> list[str]:
    texts = ([*_free_lines(block)] for block in blocks if block.kind == "comment")
    return [LINE_END.join((*lines, "", "")) for lines in texts if lines]


def _free_lines(block: Block) -> Iterator[str]:
    """Yield those lines of a block that are not read as a field or as the number of a record."""
    for line in map(one_line, block.text.split("\n")):
        if line and not (looks_like_tag(line) or is_banner(line) or NUMBER.fullmatch(line)):
            yield line


JOIN = Join(_entry, before=_header, after=_comments)


def carry(key: str, raw: Any) -> str | None:
    """Return a value as :func:`split` returns it; ``None`` if it would not be under its key."""
    tag = tag_of(key)
    if not isinstance(raw, str) or not is_tag(tag):
        return None
    if key.endswith(MARKUP):
        value = carried_markup(tag, raw)
        return None if says_nothing(tag, value) else value
    value = carried(tag, raw)
    return None if says_nothing(tag, value) or key_of(tag, value) != key else value


def legal_id(key: str) -> str:
    """Return the nearest id that a line can hold."""
    return carried("ID", key)
