"""What a person reviews: each reference with its string and the segments in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from refconv.assemble.record import assemble
from refconv.assemble.repair_rules import DITTO
from refconv.core.model import Reference
from refconv.core.report import Found, Origin, Read, Segment


class ReviewItem(NamedTuple):
    """A reference and where it comes from.

    ``text`` is its string, empty for a record of a file; the offsets of ``segments`` count
    characters of ``text``. ``previous_authors`` is what a dash for the authors stands for.
    ``origin`` is where it stands in what was read.
    """

    reference: Reference
    text: str
    segments: tuple[Segment, ...]
    number: str
    line: int
    previous_authors: str
    is_page_record: bool
    origin: Origin = Origin()


def review_items(read: Read) -> list[ReviewItem]:
    """Return every reference of what was read, in order."""
    items: list[ReviewItem] = []
    authors: list[str] = []
    for reference, origin in zip(read.references, read.origins, strict=True):
        found, segments = origin.found, _segments_in_string(origin)
        text = found.text if found else ""
        previous = _previous_authors(text, segments, authors)
        is_page_record = reference is read.page_record
        authors.append("" if is_page_record else _authors(text, segments, previous))
        number = (found.number if found else None) or ""
        items.append(
            ReviewItem(
                reference, text, segments, number, origin.line, previous, is_page_record, origin
            )
        )
    return items


def runs(offsets: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return stretches of a string that stand in one piece in a text.

    Args:
        offsets: Where each character of the string is in the text.

    Returns:
        For each stretch its offset in the string, its offset in the text, and its length.

    >>> runs([4, 5, 6, 9, 10])
    [(0, 4, 3), (3, 9, 2)]
    """
    found: list[tuple[int, int, int]] = []
    first = 0
    for at in range(1, len(offsets) + 1):
        if at == len(offsets) or offsets[at] != offsets[at - 1] + 1:
            found.append((first, offsets[first], at - first))
            first = at
    return found


def _segments_in_string(origin: Origin) -> tuple[Segment, ...]:
    """Return the segments with offsets in the string, without those elsewhere on the page."""
    found = origin.found
    if found is None or not found.offsets:
        return ()
    first, last = found.offsets[0], found.offsets[-1] + 1
    inside = (s for s in origin.segments if first <= s.start and s.end <= last)
    return tuple(_in_string(segment, found) for segment in inside)


def _in_string(segment: Segment, found: Found) -> Segment:
    start = bisect_left(found.offsets, segment.start)
    return evolve(segment, start=start, end=bisect_right(found.offsets, segment.end - 1))


def _previous_authors(text: str, segments: Sequence[Segment], authors: Sequence[str]) -> str:
    """Return the authors that a dash at the beginning stands for, or nothing if there is none."""
    first = segments[0].text if segments else text
    if not (DITTO.match(text.lstrip()) or DITTO.match(first)):
        return ""
    return next(filter(None, reversed(authors)), "")


def _authors(text: str, segments: Sequence[Segment], previous_authors: str) -> str:
    """Return the authors as printed, or the editors if there are no authors."""
    if previous_authors:
        return assemble(text, segments, previous_authors).author
    return next((s.text for s in segments if s.label in ("author", "editor")), "")
