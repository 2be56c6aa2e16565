"""Split a list without markers, by how its lines begin and end.

The cut with the highest sum of evidence is found by dynamic programming over all ways to group the
lines. The evidence has names (:func:`start_features`, :func:`item_features`), the weights of the
names were learned from labelled lists and stand in :mod:`refconv.page.style_weights`
(:func:`weights_in_use`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from refconv.page.beginnings import DONE, continuation
from refconv.page.layout import Layout, Signs, key_of, layout_of, signs_of
from refconv.page.lines import Line
from refconv.page.patterns import Rule, located
from refconv.page.style_weights import WEIGHTS
from refconv.tag.models import models_folder

# No reference is longer, in lines.
LONGEST = 40


# ---- 1. evidence ------------------------------------------------------------------------------


def _grade(rule: Rule) -> str:
    return "strong" if rule.weight >= 1.6 else "fair" if rule.weight >= 1 else "weak"


# So many characters from the beginning of a line its year is early.
EARLY = 90


def start_features(before: Signs, this: Signs, after: Signs | None, layout: Layout) -> list[str]:
    """Name what speaks for or against a reference that begins with a line."""
    rule = this.rule
    reason = continuation(this.line.text) if rule.weight < 1.6 else None
    grade = _grade(rule)
    features = [
        *_beginning_features(
            rule.name,
            grade,
            reason.name if reason else "no",
            before.end,
            _room(before.line, this.line, layout),
            _grade(after.rule) if after else "none",
        )
    ]
    # A repeated author is as usual anywhere.
    if layout.usual and rule.name != "dash":
        features.append(f"as usual {rule.name == layout.usual}, {layout.share}")
    if layout.blanks and not this.line.page:
        features.append(f"blank {this.line.blanks > 0}")
    # A year soon after the beginning of a line; a year on either line.
    if this.years:
        early = this.year < EARLY
        features.append(f"year {'early' if early else 'late'}, {layout.dated}, {grade}")
        if before.years:
            done = "done" if before.end in DONE else "open"
            features.append(f"dated both, {layout.setting}, {done}")
    if layout.hanging:
        outer = this.line.indent - layout.edge <= 1
        features.append(f"edge {outer == (layout.hanging > 0)}")
    return features


# (Most lines of a list begin, and follow on each other, as others of it do.)
@lru_cache(maxsize=1024)
def _beginning_features(
    name: str, grade: str, reason: str, end: str, room: str, after: str
) -> tuple[str, ...]:
    """Name how a line begins, how the line before it ends, and whether a wrap parted them."""
    return (
        f"begins {name}",
        f"goes on {reason}",
        f"after {end}",
        f"after {end}, {grade}",
        f"room {room}",
        f"room {room}, {grade}",
        f"room {room}, {'done' if end in DONE else 'open'}",
        f"next {after}, {grade}",
    )


_ROOM = ((0.0, "none"), (0.05, "5%"), (0.1, "10%"), (0.2, "20%"), (0.4, "40%"))


def _room(before: Line, line: Line, layout: Layout) -> str:
    """Return how much room the first word of a line would have had on the line before.

    A word that had room was not pushed to its line by a wrap.
    """
    if layout.setting != "wrapped":
        return layout.setting
    word = line.text.find(" ")
    need = len(before.text) + 1 + (len(line.text) if word < 0 else word)
    slack = 1 - need / max(1, layout.width)
    return next((name for limit, name in _ROOM if slack <= limit), "more")


_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 11, 16, 24)


def length_feature(count: int, layout: Layout) -> str:
    """Name the number of lines of a reference."""
    bucket = next((size for size in _LENGTHS if count <= size), 99)
    return f"lines {bucket} {layout.setting}"


def year_feature(years: int, layout: Layout) -> str:
    """Name the number of years in a reference."""
    return f"years {min(years, 4)} {layout.dated}"


def place_feature(places: int) -> str:
    """Name the number of volumes, pages, links in a reference."""
    return f"places {min(places, 3)}"


ORDERS = ("order dash", "order same", "order falls", "order next", "order rises")


def order_feature(first: str, after: str) -> str:
    """Name how the first letters of two neighbours follow, in a sorted list."""
    if not first or not after:
        return "order dash"
    if first == after:
        return "order same"
    if first > after:
        return "order falls"
    step = ord(after[0]) - ord(first[0])
    return "order next" if step <= 2 else "order rises"


# ---- 2. the best cut --------------------------------------------------------------------------


class Evidence(NamedTuple):
    """What is known of the lines of a list before it is cut."""

    layout: Layout
    starts: list[list[str]]
    years: list[int]
    places: list[int]
    keys: list[str]


def evidence_of(lines: Sequence[Line]) -> Evidence:
    """Collect the evidence of every line."""
    signs = [signs_of(line) for line in lines]
    layout = layout_of(signs)
    starts: list[list[str]] = [[]]
    for before, this, after in zip(signs, signs[1:], [*signs[2:], None], strict=False):
        starts.append(start_features(before, this, after, layout))
    years = [0, *accumulate(min(2, one.years) for one in signs)]
    places = [0, *accumulate(located(line.text) for line in lines)]
    return Evidence(layout, starts, years, places, [key_of(line.text) for line in lines])


def item_features(evidence: Evidence, first: int, after: int) -> list[str]:
    """Name what speaks for or against lines ``first:after`` as one reference."""
    features = [
        length_feature(after - first, evidence.layout),
        year_feature(evidence.years[after] - evidence.years[first], evidence.layout),
        place_feature(evidence.places[after] - evidence.places[first]),
    ]
    if evidence.layout.sorted and after < len(evidence.keys):
        features.append(order_feature(evidence.keys[first], evidence.keys[after]))
    return features


class _Worths(NamedTuple):
    """What references of so many lines, years and places are worth.

    ``at_most`` is what a reference of so many lines, or of more, is worth whatever else it has.
    """

    lengths: list[float]
    years: list[float]
    places: list[float]
    at_most: list[float]


def _worths(evidence: Evidence, weights: Mapping[str, float]) -> _Worths:
    layout = evidence.layout
    lengths = [weights.get(length_feature(n, layout), 0.0) for n in range(LONGEST + 1)]
    years = [weights.get(year_feature(n, layout), 0.0) for n in range(5)]
    places = [weights.get(place_feature(n), 0.0) for n in range(4)]
    most = max(years) + max(places) + max(weights.get(name, 0.0) for name in ORDERS)
    at_most = [most + length for length in accumulate(reversed(lengths), max)]
    # Counts beyond the last named one are worth as much as it.
    years += years[-1:] * evidence.years[-1]
    places += places[-1:] * evidence.places[-1]
    return _Worths(lengths, years, places, at_most[::-1])


def best_cut(evidence: Evidence, weights: Mapping[str, float]) -> list[int]:
    """Return the lines that begin references, in the split with the highest sum of weights."""
    count = len(evidence.starts)
    begin = [sum([weights.get(name, 0.0) for name in names]) for names in evidence.starts]
    years, places, keys = evidence.years, evidence.places, evidence.keys
    by_length, by_years, by_places, at_most = _worths(evidence, weights)
    by_order: dict[tuple[str, str], float] = {}
    best = [0.0] * (count + 1)
    link = [0] * (count + 1)
    # Where references may begin, and the best that a cut up to there, or before, is worth.
    possible, peaks = [0], [0.0]
    for after in range(1, count + 1):
        top, at = -1e18, 0
        in_order = evidence.layout.sorted and after < count
        dated, placed = years[after], places[after]
        for first, peak in zip(reversed(possible), reversed(peaks), strict=True):
            size = after - first
            if size > LONGEST:
                if top > -1e18:
                    break
                size = LONGEST
            if peak + at_most[size] < top - _ROUNDING:
                break
            value = (
                best[first] + by_length[size]
                + by_years[dated - years[first]] + by_places[placed - places[first]]
            )  # fmt: skip
            if in_order:
                pair = keys[first], keys[after]
                if pair not in by_order:
                    by_order[pair] = weights.get(order_feature(*pair), 0.0)
                value += by_order[pair]
            if value > top:
                top, at = value, first
        best[after] = top + (begin[after] if after < count else 0.0)
        link[after] = at
        if after < count and begin[after] > HOPELESS:
            possible.append(after)
            peaks.append(max(peaks[-1], best[after]))
    starts = []
    at = count
    while at > 0:
        at = link[at]
        starts.append(at)
    return starts[::-1]


# Sums are as near to each other, whatever the order in which they are added up.
_ROUNDING = 1e-6
# A line is not even tried as a beginning below this weight.
HOPELESS = -9.0


def features_of(evidence: Evidence, starts: Sequence[int]) -> Iterable[str]:
    """Name all the evidence that a cut uses: what learning compares."""
    count = len(evidence.starts)
    for first, after in pairwise([*starts, count]):
        yield from evidence.starts[first]
        yield from item_features(evidence, first, after)


@cache
def weights_in_use() -> Mapping[str, float]:
    """Return the weights of the features: see :mod:`refconv.tag.models`."""
    file = models_folder().joinpath("style_weights.json")
    weights: Mapping[str, float] = json.loads(file.read_bytes()) if file.is_file() else WEIGHTS
    return weights
