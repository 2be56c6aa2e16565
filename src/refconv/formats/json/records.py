"""Records of JSON that is only read: from a text to the items of its pages, and where each begins.

A format gives two functions: one that finds its items in a decoded value
(:data:`refconv.formats.json.kinds.KINDS`), and one that makes a record of an item.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import Positions, Window, reader
from refconv.formats.json.items import Items, cut
from refconv.formats.json.kinds import Find

Item: TypeAlias = Mapping[str, Any]


@frozen
class ParsedItem:
    """What an item says: its native type, its id, and its keys with their values.

    ``left_out`` names a situation of :attr:`Code.LEFT_OUT` if a part of the item is about the
    database rather than about the work.
    """

    type: str
    id: str
    pairs: Sequence[tuple[str, Any]]
    left_out: str = ""


Parse: TypeAlias = Callable[[Item], ParsedItem | str]
"""Parses an item; of an object that is no reference, it returns a situation of ``LEFT_OUT``."""


Index: TypeAlias = Callable[[Callable[[], Iterable[Chunk]]], Any]
"""Returns what items must know of others, given the chunks of a text (:attr:`Chunking.index`)."""

Complete: TypeAlias = Callable[[Item, Any], Item]
"""Adds what the index has of an item to it."""


def no_index(_chunks: Callable[[], Iterable[Chunk]]) -> object:
    """Return nothing: no item needs another."""
    return None


def unchanged(item: Item, _index: Any) -> Item:
    """Return an item that the index has nothing of."""
    return item


def chunking_of_items(
    find: Find, parse: Parse, index: Index = no_index, complete: Complete = unchanged
) -> Chunking:
    """Return how a format in JSON is read in chunks.

    Args:
        find: Returns the items of a decoded value.
        parse: Parses one of them.
        index: Returns what items must know of others, as :attr:`Chunking.index` does.
        complete: Adds that to an item before it is parsed.
    """

    def split(chunk: Chunk, known: object) -> Split:
        diagnostics: list[Diagnostic] = []
        records: list[Record] = []
        for value, line, column in values_of(chunk, find, diagnostics):
            parsed = parse(complete(value, known)) if isinstance(value, dict) else "item"
            if isinstance(parsed, ParsedItem):
                fields = tuple((key, raw) for key, raw in parsed.pairs if not is_empty(raw))
                records.append(Record(parsed.type, parsed.id, fields, line, (), column))
                parsed = parsed.left_out
            if parsed == "item":
                found = problem(Code.STRAY_TEXT, "item", value=shown(value))
                diagnostics.append(found.at(line, column))
            elif parsed:
                diagnostics.append(problem(Code.LEFT_OUT, parsed).at(line, column))
        return Split(tuple(records), tuple(diagnostics))

    return Chunking(cut, split, index)


def values_of(
    chunk: Chunk, find: Find, diagnostics: list[Diagnostic]
) -> Iterator[tuple[Any, int, int]]:
    """Yield the items of a chunk, each with the line and the column in which it begins.

    Args:
        chunk: The chunk.
        find: Returns the items of a decoded value.
        diagnostics: Where invalid JSON is reported.
    """
    lines = Positions(chunk.text, chunk.line, chunk.column)
    for item in Items(Window(reader(chunk.text)), within=chunk.number > 0):
        if item.problem is not None:
            diagnostics.append(item.problem.at(lines.line(item.at), lines.column(item.at)))
        if not item.is_read:
            continue
        values = find(item.value)
        if values is None:
            values = [item.value]
        starts = [item.start] * len(values)
        if values and values[0] is not item.value:
            starts = _starts(chunk.text, item.start, item.value, values) or starts
        for value, start in zip(values, starts, strict=True):
            yield value, lines.line(start), lines.column(start)


def is_empty(raw: Any, depth: int = 3) -> bool:
    """Return whether a value of JSON says nothing: null, an empty text, or a list of such values.

    Args:
        raw: The value.
        depth: How many arrays in arrays are looked into.
    """
    if isinstance(raw, list) and depth:
        return all(is_empty(one, depth - 1) for one in raw)
    return raw is None or (isinstance(raw, str | list | dict) and not raw)


def shown(value: Any) -> str:
    """Return the beginning of a value, for a message."""
    try:
        return json.dumps(value)[:60]
    except (ValueError, RecursionError):
        return type(value).__name__


# ── where items begin ─────────────────────────────────────────────────────────────────────────────

_DECODER = json.JSONDecoder(strict=False)
_GAP = re.compile(r"[\s,]*+")
_KEY = re.compile(r'[\s,]*+"(?:[^"\\]++|\\.)*"\s*+:\s*+', re.DOTALL)
_DEEPEST = 3
"""How many objects may wrap the items."""


def _starts(text: str, place: int, value: Any, items: list[Any], depth: int = 0) -> list[int]:
    """Return where the items of a wrapper begin; an empty list if they cannot be found.

    Args:
        text: The text.
        place: Where the wrapper begins.
        value: What it decodes to.
        items: The items inside of it: a list of it, or a list of one of its objects.
        depth: How many objects are around it.
    """
    if not isinstance(value, dict) or depth > _DEEPEST:
        return []
    place += 1
    try:
        for member in value.values():
            match = _KEY.match(text, place)
            if match is None:
                return []
            if member is items:
                return _starts_in_array(text, match.end() + 1, len(items))
            if len(items) == 1 and member is items[0]:
                return [match.end()]
            if found := _starts(text, match.end(), member, items, depth + 1):
                return found
            place = _DECODER.raw_decode(text, match.end())[1]
    except (ValueError, RecursionError):
        # JSON that was read leniently.
        return []
    return []


def _starts_in_array(text: str, place: int, count: int) -> list[int]:
    starts: list[int] = []
    for _ in range(count):
        match = _GAP.match(text, place)
        starts.append(match.end() if match is not None else place)
        place = _DECODER.raw_decode(text, starts[-1])[1]
    return starts
