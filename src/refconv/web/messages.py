"""The messages between browser and server, as JSON: references, segments, records.

A reference is a CSL-JSON item that keeps all of it (:mod:`refconv.core.csl`), so that the browser
can hold the list and the server nothing. Offsets count UTF-16 units in the browser, characters
here.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, TypeAlias

from refconv.core.model import Reference
from refconv.core.report import Block, Segment
from refconv.io import api
from refconv.review.editing import editable_text

JsonObject: TypeAlias = dict[str, Any]
"""A message of the browser, an answer, or a part of one."""


class InvalidMessageError(ValueError):
    """The browser sent a message that is not well-formed."""


def text_in(message: JsonObject, name: str) -> str:
    """Return a text of a message, empty if it is missing.

    Raises:
        InvalidMessageError: if it is something else.
    """
    value = message.get(name, "")
    if not isinstance(value, str):
        raise InvalidMessageError(f"{name} is not a text")
    return value


def list_in(message: JsonObject, name: str, kind: type = dict) -> list[Any]:
    """Return a list of a message, empty if it is missing.

    Raises:
        InvalidMessageError: if it is something else, or a member is not of the kind.
    """
    value = message.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, kind) for one in value):
        raise InvalidMessageError(f"{name} is not a list of {kind.__name__}")
    return value


def place_in(message: JsonObject, name: str, text: str) -> int:
    """Return a place of a text as a number of characters; the message counts UTF-16 units.

    Raises:
        InvalidMessageError: if it is no place of the text.
    """
    value = message.get(name)
    at = utf16_offsets(text)
    if not isinstance(value, int) or not 0 <= value <= at[-1]:
        raise InvalidMessageError(f"{name} is not a place of the text")
    return bisect_left(at, value)


def spans_from_json(text: str, span: list[Any]) -> tuple[int, int]:
    """Return a span of a text in characters.

    Raises:
        InvalidMessageError: if it is not ``[start, end]`` with places of the text.
    """
    if len(span) != 2:
        raise InvalidMessageError("a span is not [start, end]")
    named = {"start": span[0], "end": span[1]}
    return place_in(named, "start", text), place_in(named, "end", text)


# ── references ──────────────────────────────────────────────────────────────────────────────────


def references_from_json(items: Any) -> tuple[Reference, ...]:
    """Return the references of CSL-JSON items.

    Raises:
        InvalidMessageError: if one of them is not an item.
    """
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise InvalidMessageError("items is not a list of CSL-JSON items")
    references = api.read(json.dumps(items), "csl-json").references if items else ()
    if len(references) != len(items):
        raise InvalidMessageError("items holds something that is not a CSL-JSON item")
    return references


def record_to_json(reference: Reference) -> JsonObject:
    """Return a reference as the page shows it: its item, and its values as editable text."""
    rows = [[v.name, editable_text(reference, v.name)] for v, _ in reference.variables()]
    if reference.id:
        rows.append(["id", reference.id])
    kept = [[key, _shown(value)] for key, value in reference.custom]
    return {"item": reference.as_csl(), "type": str(reference.type), "rows": rows, "kept": kept}


def blocks_from_json(blocks: Sequence[Any]) -> list[tuple[str, Block]]:
    """Return the blocks of files, each with the name of its format.

    Raises:
        InvalidMessageError: if one of them is not ``[format, kind, text]``.
    """
    found = []
    for block in blocks:
        match block:
            case [str(format), str(kind), str(text)]:
                found.append((format, Block(kind, text)))
            case _:
                raise InvalidMessageError("a block is not [format, kind, text]")
    return found


# ── segments ────────────────────────────────────────────────────────────────────────────────────


def segments_to_json(text: str, segments: Iterable[Segment]) -> list[list[Any]]:
    """Return segments as ``[label, start, end, confidence]``."""
    at = utf16_offsets(text)
    return [[s.label, at[s.start], at[s.end], round(s.confidence, 4)] for s in segments]


def segments_from_json(text: Any, values: Any) -> tuple[Segment, ...]:
    """Return the segments of a string.

    Raises:
        InvalidMessageError: if they are not well-formed, overlap or are not in order.
    """
    if not isinstance(text, str) or not isinstance(values, list):
        raise InvalidMessageError("a string with a list of segments is missing")
    at = utf16_offsets(text)
    segments: list[Segment] = []
    for value in values:
        match value:
            case [str(label), int(start), int(end), int() | float() as confidence]:
                first, last = bisect_left(at, start), bisect_left(at, end)
            case _:
                raise InvalidMessageError("a segment is not [label, start, end, confidence]")
        after = segments[-1].end if segments else 0
        if not (start >= 0 and after <= first < last and end <= at[-1]):
            raise InvalidMessageError("segments overlap, are empty or are not in order")
        cleaned = " ".join(text[first:last].split())
        segments.append(Segment(label, cleaned, first, last, float(confidence)))
    return tuple(segments)


def utf16_offsets(text: str) -> Sequence[int]:
    """Return the UTF-16 offset of each character, and of the end."""
    if text.isascii():
        return range(len(text) + 1)
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]


def _shown(value: Any) -> str:
    """Return a value of ``custom`` for the page: the texts of a flat object, as of a file."""
    if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return ", ".join(filter(None, value.values()))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
