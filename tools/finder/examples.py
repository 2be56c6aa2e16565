"""Label the units of texts whose references are known, for training the chain."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from refconv.page.columns import unfold
from refconv.page.furniture import without
from refconv.page.heading_words import Heading
from refconv.page.headings import headings, split_inline
from refconv.page.labelling import take_in_markers
from refconv.page.line_numbers import without_line_numbers
from refconv.page.line_signals import Signals, screened, signals_of
from refconv.page.lines import Line, lines_with, split_lines
from refconv.page.patterns import YEAR
from refconv.page.units import units_of


class Example(NamedTuple):
    """A text: its units, their signals, their right labels."""

    units: list[Line]
    signals: Signals
    labels: str
    name: str
    kinds: dict[int, Heading]


def units_in(text: str) -> list[Line]:
    """Return the units of a text of one column as finding sees them."""
    return units_of(split_inline(without(without_line_numbers(split_lines(text)))))


def example(name: str, text: str, references: Sequence[str]) -> Example | None:
    """Label a text by the letters of its references, in order; ``None`` if few are found."""
    unfolded = unfold(text)
    text = unfolded.text if unfolded else text
    units = units_in(text)
    if not units:
        return None
    spans = aligned(units, references)
    if len(spans) < 0.85 * len(references):
        return None
    return _labelled(name, text, units, spans)


def spanned(
    name: str, text: str, spans: Sequence[tuple[int, int]], aside: Sequence[tuple[int, int]]
) -> Example | None:
    """Label a text by the spans of its references; ``aside`` are stretches inside that are not."""
    if unfold(text):
        return None
    units = units_in(text)
    if not units:
        return None
    starts = [unit.start for unit in units]
    out = {
        index
        for start, end in aside
        for index in range(bisect_right(starts, start) - 1, len(units))
        if units[index].start < end and units[index].start >= start
    }
    found = []
    for start, end in spans:
        first = max(0, bisect_right(starts, start) - 1)
        last = bisect_right(starts, end - 1) - 1
        found.append((first, max(0, start - units[first].start), last))
    return _labelled(name, text, units, found, out)


LEAD = 18
"""A marker or an opening before a reference has at most so many characters."""


def _labelled(
    name: str,
    text: str,
    units: list[Line],
    spans: Sequence[tuple[int, int, int]],
    aside: set[int] | frozenset[int] = frozenset(),
) -> Example:
    kinds = headings(units)
    labels = ["H" if index in kinds else "O" for index in range(len(units))]
    for first, before, last in spans:
        for index in range(first, last + 1):
            if index in aside:
                labels[index] = "F"
            elif index == first:
                if labels[index] not in "BI" or before <= LEAD:
                    labels[index] = "B"
            else:
                labels[index] = "I"
    take_in_markers(units, labels)
    inside = [index for index, label in enumerate(labels) if label in "BI"]
    for one, other in pairwise(inside):
        if 1 < other - one <= 4:
            for index in range(one + 1, other):
                labels[index] = "F" if labels[index] == "O" else labels[index]
    kept = screened(units, kinds, text, lines_with(YEAR, text, units))
    some = [units[index] for index in kept]
    there = {place: kinds[index] for place, index in enumerate(kept) if index in kinds}
    seen = "".join(labels[index] for index in kept)
    if (lost := labels.count("B") - seen.count("B")) > 0:
        print(f"{name}: {lost} references outside of what is looked at")
    return Example(some, signals_of(some, there), seen, name, there)


def aligned(units: Sequence[Line], references: Sequence[str]) -> list[tuple[int, int, int]]:
    """Find references in order: (unit of the first letter, characters before it, last unit)."""
    letters: list[str] = []
    owners: list[int] = []
    before: list[int] = []
    for index, unit in enumerate(units):
        for at, character in enumerate(unit.text):
            if character.isalnum():
                letters.append(character)
                owners.append(index)
                before.append(at)
    bare = "".join(letters)
    found = []
    done = 0
    for reference in references:
        wanted = "".join(filter(str.isalnum, reference))
        if not wanted:
            continue
        start, end = _place(bare, wanted, done)
        if start < 0:
            continue
        found.append((owners[start], before[start], owners[end - 1]))
        done = end
    return found


_ENDS, _FAR = 28, 4000


def _place(bare: str, wanted: str, done: int) -> tuple[int, int]:
    at = bare.find(wanted, done)
    if at >= 0:
        return at, at + len(wanted)
    start = bare.find(wanted[:_ENDS], done)
    if start < 0:
        return -1, -1
    tail = wanted[-_ENDS:]
    end = bare.find(tail, start + len(wanted) - 2 * _ENDS, start + len(wanted) + 400)
    return (start, end + len(tail)) if end >= 0 else (start, min(len(bare), start + len(wanted)))
