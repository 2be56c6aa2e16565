"""Corrected cuts: parse what became of them, and find where they apply again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from refconv.core.report import Found, Origin, Read
from refconv.io import api
from refconv.io.strings import joined_lines
from refconv.review.cutting import (
    begins_with_people,
    cut_shape,
    cuts_in,
    has_parts_of_a_reference,
    join_shape,
)
from refconv.review.relabelling import parse_labelled
from refconv.review.review_items import ReviewItem, review_items
from refconv.web.messages import JsonObject, utf16_offsets
from refconv.web.reading import item_to_json

MOST_FOUND = 200
"""How many references the same correction is offered for at most."""


def cut_entries(texts: Sequence[str], previous_authors: str = "") -> list[JsonObject]:
    """Return the entries of texts each of which is a reference; a blank text has none.

    The places of an entry count from the beginning of its text. ``previous_authors`` is what a dash
    for the authors stands for in the first of them.
    """
    found = [one for one in map(joined_lines, texts) if one is not None]
    read = _parse(found)
    entries = []
    for place, item in enumerate(review_items(read)):
        given = previous_authors if place == 0 else ""
        entries.append(item_to_json(_after(given, item) if given else item))
    return entries


def _after(previous_authors: str, item: ReviewItem) -> ReviewItem:
    """Return an item whose dash for the authors stands for those of the reference before."""
    reference = parse_labelled(item.text, item.segments, previous_authors)
    return item._replace(reference=reference, previous_authors=previous_authors)


def _parse(found: Sequence[Found]) -> Read:
    """Parse strings; the places of each count from the beginning of the text it was found in."""
    read = api.parse_strings([one.text for one in found])
    origins = tuple(_in_text(origin, one) for origin, one in zip(read.origins, found, strict=True))
    return evolve(read, origins=origins)


def _in_text(origin: Origin, given: Found) -> Origin:
    found = origin.found
    if found is None:
        return origin
    # parse_strings may take off a number of its own, so its offsets lead into the given string.
    offsets = [given.offsets[offset] for offset in found.offsets]
    moved = evolve(
        found,
        start=min(offsets),
        end=max(offsets) + 1,
        number=given.number or found.number,
        offsets=offsets,
    )
    segments = tuple(
        evolve(one, start=given.offsets[one.start], end=given.offsets[one.end - 1] + 1)
        for one in origin.segments
    )
    return evolve(origin, found=moved, segments=segments, line=0)


def same_cuts(text: str, at: int, others: Sequence[str]) -> list[JsonObject]:
    """Return where other strings have to be split as one was.

    Args:
        text: The string that was split.
        at: Where, in characters.
        others: The strings of the rest of the list.

    Returns:
        For each of them its ``index`` and the ``entries`` of its parts.
    """
    shape = cut_shape(text, at)
    if shape is None:
        return []
    cuts = [(index, cuts_in(shape, other)) for index, other in enumerate(others)]
    chosen = [(index, places) for index, places in cuts if places][:MOST_FOUND]
    return [
        {"index": index, "entries": entries}
        for index, places in chosen
        if (entries := _parts(others[index], places))
    ]


def _parts(text: str, places: Sequence[int]) -> list[JsonObject]:
    """Return the entries of the parts of a string if each of them reads as a reference."""
    ends = [*places, len(text)]
    parts = [text[a:b] for a, b in zip([0, *places], ends, strict=True)]
    read = api.parse_strings(parts)
    if not all(has_parts_of_a_reference(origin.segments) for origin in read.origins):
        return []
    entries = cut_entries(parts)
    at = utf16_offsets(text)
    for entry, start in zip(entries, [0, *places], strict=True):
        entry["places"] = [[own, at[start] + place, n] for own, place, n in entry["places"]]
    return entries


class Pair(NamedTuple):
    """Neighbours: their strings, the number of the second, and the text that joins them."""

    first: str
    second: str
    number: str = ""
    text: str = ""


def same_joins(joined: Pair, pairs: Sequence[Pair]) -> list[JsonObject]:
    """Return which other pairs of neighbours have to be joined as one was.

    Args:
        joined: The neighbours that were joined.
        pairs: The others of the list.

    Returns:
        For each of them its ``index`` and the ``entries`` that it becomes: one.
    """
    shape = join_shape(*joined[:3])
    alike = [index for index, pair in enumerate(pairs) if shape and join_shape(*pair[:3]) == shape]
    # A second string that begins with people is a reference by itself.
    read = api.parse_strings([pairs[index].second for index in alike])
    rests = [
        index
        for index, origin in zip(alike, read.origins, strict=True)
        if pairs[index].second[:1].islower() or not begins_with_people(origin.segments)
    ]
    return [
        {"index": index, "entries": cut_entries([pair.text or f"{pair.first}\n{pair.second}"])}
        for index in rests[:MOST_FOUND]
        for pair in (pairs[index],)
    ]
