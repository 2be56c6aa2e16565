"""What goes over the wire: references as CSL-JSON items, segments as short lists.

An item with refconv's drawer (:mod:`refconv.core.csl`) says all that a reference does, so the
browser can hold the list and the server none. Offsets are UTF-16 units out there, characters in
here.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, TypeAlias

from refconv.core.model import VARIABLES, Date, Name, Reference
from refconv.core.report import Segment
from refconv.io import api

Wired: TypeAlias = list[Any]
"""A segment on the wire: label, start, end, confidence."""


class MessageError(ValueError):
    """The browser sent what is no message."""


def items_of(references: Iterable[Reference]) -> list[dict[str, Any]]:
    """Give references as items."""
    return [reference.as_csl() for reference in references]


def references_of(items: Any) -> tuple[Reference, ...]:
    """Read items back.

    Raises:
        MessageError: where something among them is no item.
    """
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise MessageError("no list of items")
    read = api.read(json.dumps(items), "csl-json").references if items else ()
    if len(read) != len(items):
        raise MessageError("not every item is one")
    return read


# ── segments ────────────────────────────────────────────────────────────────────────────────────


def wired(text: str, segments: Iterable[Segment]) -> list[Wired]:
    """Give the segments of a string."""
    at = _units(text)
    return [[s.label, at[s.start], at[s.end], round(s.confidence, 4)] for s in segments]


def segments_of(text: Any, given: Any) -> tuple[Segment, ...]:
    """Read the segments of a string: in order and disjoint.

    Raises:
        MessageError: where they are not.
    """
    if not isinstance(text, str) or not isinstance(given, list):
        raise MessageError("no string with segments")
    at = _units(text)
    segments: list[Segment] = []
    for one in given:
        match one:
            case [str(label), int(start), int(end), int() | float() as confidence]:
                first, last = bisect_left(at, start), bisect_left(at, end)
            case _:
                raise MessageError("a segment is [label, start, end, confidence]")
        after = segments[-1].end if segments else 0
        if not (start >= 0 and after <= first < last and end <= at[-1]):
            raise MessageError("segments are in order and disjoint")
        value = " ".join(text[first:last].split())
        segments.append(Segment(label, value, first, last, float(confidence)))
    return tuple(segments)


def _units(text: str) -> Sequence[int]:
    """Give the UTF-16 offset of each character, and of the end."""
    if text.isascii():
        return range(len(text) + 1)
    return [0, *accumulate(2 if character > "\uffff" else 1 for character in text)]


# ── records ─────────────────────────────────────────────────────────────────────────────────────


def record_of(reference: Reference) -> dict[str, Any]:
    """Give a reference as the page shows it: its item, and its values as lines of text."""
    rows = [[v.name, text_of(reference, v.name, value)] for v, value in reference.variables()]
    own = [["id", reference.id]] if reference.id else []
    kept = [
        [key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)]
        for key, value in reference.custom
    ]
    return {
        "item": reference.as_csl(),
        "type": str(reference.type),
        "rows": [*rows, *own],
        "kept": kept,
    }


def text_of(reference: Reference, name: str, value: Any) -> str:
    """Spell a value as it is edited: names and list members one a line, dates as EDTF."""
    match _KINDS[name]:
        case "names":
            more = ["et al."] if name in reference.et_al else []
            return "\n".join([*map(_name, value), *more])
        case "list":
            return "\n".join(value)
        case "date":
            return _date(value)
        case _:
            return str(value)


def _name(name: Name) -> str:
    return str(name)


def _date(date: Date) -> str:
    return date.edtf() or date.literal


_KINDS = {variable.name: variable.kind for variable in VARIABLES}
