"""Cut lines inside, where a marker or a bullet of the same list stands in the middle of one.

A *unit* is what the chain labels: a line, or a part of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.lines import Line
from refconv.page.patterns import UPPER

_INSIDE = lazy_pattern(
    r"(?<=[\s.;,)\]])\[(?P<square>\d{1,4})\]\s*(?=\S)"
    rf"|(?<=[.;)\]\d] )(?P<dot>\d{{1,3}})\.\s?(?={UPPER}|https?:)"
    rf"|(?<=[.;)\]\d] )\((?P<round>\d{{1,3}})\)\s?(?={UPPER})"
    rf"|(?<=[.;)\]\d] )(?P<paren>\d{{1,3}})\)\s?(?={UPPER})"
    r"|(?<=\s)(?P<bullet>[•►▪●■◦])\s+(?=\S)"
)
_BEGINS = lazy_pattern(
    r"\[(?P<square>\d{1,4})\]|\((?P<round>\d{1,3})\)|(?P<dot>\d{1,3})\.|(?P<paren>\d{1,3})\)"
    r"|(?P<bullet>[•►▪●■◦])"
)
_SIGNS = frozenset("[(•►▪●■◦")
# A run-on list counts up from one marker to the next within so many markers.
NEAR = 6


class _Marker(NamedTuple):
    line: int
    start: int
    kind: str
    number: int


def units_of(lines: Sequence[Line]) -> list[Line]:
    """Return the units of lines, in order; most lines are one unit."""
    markers = _markers(lines)
    cuts: dict[int, list[int]] = {}
    for place, marker in enumerate(markers):
        if marker.start and _counts_on(markers, place):
            cuts.setdefault(marker.line, []).append(marker.start)
    if not cuts:
        return list(lines)
    units: list[Line] = []
    for index, line in enumerate(lines):
        units += parted(line, cuts[index]) if index in cuts else [line]
    return units


def _markers(lines: Sequence[Line]) -> list[_Marker]:
    found: list[_Marker] = []
    for index, line in enumerate(lines):
        text = line.text
        if text[0].isdigit() or text[0] in _SIGNS:
            first = _BEGINS.match(text)
            if first:
                found.append(_marker(index, first))
        if len(text) > _SHORT and ("]" in text or ". " in text or ") " in text or "•" in text):
            found += [_marker(index, match) for match in _INSIDE.finditer(text, _LEAD)]
    return found


_SHORT = 24
# A bullet before a marker ("* [1]") is no line of its own.
_LEAD = 5


def _marker(index: int, match: re.Match[str]) -> _Marker:
    kind = match.lastgroup or ""
    value = match[kind]
    return _Marker(index, match.start(), kind, int(value) if value.isdecimal() else 0)


def _counts_on(markers: Sequence[_Marker], place: int) -> bool:
    """Return whether a marker inside a line counts on from one before it and up to one after it."""
    marker = markers[place]
    before = markers[max(0, place - NEAR) : place]
    after = markers[place + 1 : place + 1 + NEAR]
    if marker.kind == "bullet":
        return any(other.kind == "bullet" for other in (*before, *after))
    same = [one for one in (*before, *after) if one.kind == marker.kind]
    if any(one.number == marker.number and not one.start for one in same):
        return False  # "2. Aufl." in the first reference: the second begins on another line
    later = [one.number for one in after if one.kind == marker.kind]
    higher = marker.number + 1 in later or not later or marker.kind == "square"
    return higher and any(
        one.number == marker.number - 1 for one in before if one.kind == marker.kind
    )


def parted(line: Line, cuts: Sequence[int]) -> list[Line]:
    """Cut a line at some places; white space around a part is left out."""
    units: list[Line] = []
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        part = line.text[start:end]
        words = part.strip()
        if not words:
            continue
        at = line.start + start + len(part) - len(part.lstrip())
        one = line._replace(text=words, start=at, end=at + len(words))
        units.append(one if not units else one._replace(blanks=0, page=False))
    return units
