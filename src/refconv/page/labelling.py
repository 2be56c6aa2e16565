"""Label the units of a text: the chain, and what always holds.

Headings of lists are headings; where a list is numbered, its numbers cut it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from refconv.page.beginnings import ending
from refconv.page.chain import LABELS, Floats, chain_in_use, labels_of, marginals, scores_of
from refconv.page.entries import MOST_LINES, end_of
from refconv.page.heading_words import Heading
from refconv.page.line_signals import screened, signals_of
from refconv.page.lines import Line
from refconv.page.markers import KEY_LINE, best_chain, candidates, marker_of
from refconv.page.patterns import dated


class Labelled(NamedTuple):
    """The label of each unit, and the chance that it begins a reference."""

    labels: str
    begins: list[float]


def label(
    units: Sequence[Line], kinds: Mapping[int, Heading], text: str, with_year: Container[int]
) -> Labelled:
    """Label the units of a text; ``kinds`` are their headings, ``with_year`` those with a year."""
    labels, begins = ["O"] * len(units), [0.0] * len(units)
    kept = screened(units, kinds, text, with_year)
    if kept:
        there = {place: kinds[index] for place, index in enumerate(kept) if index in kinds}
        found = _chances([units[index] for index in kept], there)
        for index, name, chance in zip(kept, labels_of(found), found[:, 0].tolist(), strict=True):
            labels[index], begins[index] = name, chance
    for index, kind in kinds.items():
        if kind is Heading.LIST and not _goes_on(units, labels, index):
            labels[index] = "H"
    return Labelled(_counted(units, _keyed(units, _begun(units, labels))), begins)


def label_list(units: Sequence[Line], kinds: Mapping[int, Heading]) -> Labelled:
    """Label units that are known to be a list, but for the headings among them."""
    found = _chances(units, kinds, known=True)
    labels = [*labels_of(found)]
    for index in kinds:
        labels[index] = "H"
    counted = _counted(units, _keyed(units, _begun(units, labels)))
    return Labelled(counted, found[:, 0].tolist())


# What is known to be a list holds next to nothing else, and little furniture.
_OTHER, _FURNITURE = 20.0, 3.0


def _chances(units: Sequence[Line], kinds: Mapping[int, Heading], *, known: bool = False) -> Floats:
    chain = chain_in_use()
    scores = scores_of(chain, signals_of(units, kinds))
    if known:
        scores[:, LABELS.index("O")] -= _OTHER
        scores[:, LABELS.index("H")] -= _OTHER
        scores[:, LABELS.index("F")] -= _FURNITURE
    return marginals(scores, chain)


def _goes_on(units: Sequence[Line], labels: Sequence[str], index: int) -> bool:
    """Return whether a line only looks like a heading: the reference before it is not complete."""
    return (
        labels[index] == "I"
        and index > 0
        and not units[index].blanks
        and ending(units[index - 1].text) < 0
    )


def _begun(units: Sequence[Line], labels: Sequence[str]) -> list[str]:
    """Begin a reference where one goes on that was never begun; go on after an open range.

    Of "12–" at the end of a line the rest stands on the next, whatever it looks like.
    """
    result = list(labels)
    for index in range(1, len(result)):
        before = result[index - 1]
        if before == "B" and result[index] == "B" and _is_marker(units[index - 1].text):
            result[index] = "I"
        elif before in "BI" and units[index - 1].text[-1] in _DASHES:
            if units[index].text[0].isdigit() and len(units[index].text) < _NUMBER_LENGTH:
                result[index] = "I"
        elif result[index] == "I" and before in "HO":
            result[index] = "B"
    if result[:1] == ["I"]:
        result[0] = "B"
    take_in_markers(units, result)
    return result


_STANDARDS = ("DIN ", "ISO ", "EN ", "BS ", "VDI ", "RFC ")
# Keys on lines of their own stand no further apart than this.
_KEYS_APART = 10


def _keyed(units: Sequence[Line], labels: list[str]) -> list[str]:
    """Begin a reference at each key on a line of its own ("Voss, 2001"), if a list has such."""
    keys = [
        index
        for index, unit in enumerate(units)
        if len(unit.text) < _KEY_LENGTH
        and (labels[index] != "I" or unit.text.startswith(_STANDARDS))
        and _is_key(unit.text)
    ]
    for key, after in pairwise(keys):
        between = labels[key + 1 : after]
        if 0 < len(between) <= _KEYS_APART and not {*"BI"}.isdisjoint(between):
            labels[key : after + 1] = ["B", *"I" * len(between), "B"]
            if after == keys[-1] and after + 1 < len(units):
                labels[after + 1] = "I"
    return labels


_KEY_LENGTH = 60


def _is_key(text: str) -> bool:
    return len(text) < _KEY_LENGTH and KEY_LINE.pattern.match(text) is not None


def _is_marker(text: str) -> bool:
    marker = marker_of(text)
    return marker is not None and marker.end == len(text)


def take_in_markers(units: Sequence[Line], labels: list[str]) -> None:
    """Begin references at the markers that stand alone on the lines above them.

    If only some have one, those are page numbers.
    """

    def alone(index: int) -> bool:
        text = units[index].text
        return len(text) < _KEY_LENGTH and (_is_marker(text) or _is_key(text))

    begins = [index for index, name in enumerate(labels) if name == "B"]
    above = [
        index
        for index in begins
        if index and labels[index - 1] not in "BI" and alone(index - 1)
        and not (index > 1 and alone(index - 2))
    ]  # fmt: skip
    if above and 2 * (len(above) + sum(map(alone, begins))) >= len(begins):
        for index in above:
            labels[index - 1], labels[index] = "B", "I"


_DASHES = frozenset("-–—")
_NUMBER_LENGTH = 8


GAP = 12
"""More units of other text than these part two lists."""
# Numbers are those of a list if there are so many, if most references have one, and if most are
# one more than the one before.
_LEAST, _MOST_REFERENCES, _STEADY = 3, 0.6, 0.8


def _counted(units: Sequence[Line], labels: Sequence[str]) -> str:
    """Return labels that agree with the numbers of the lists in them.

    Where a list's markers count up, each begins a reference, and nothing between two of them does.
    """
    result = list(labels)
    for first, last in regions(labels):
        chain = best_chain(candidates(units, first, last))
        begins = sum(name == "B" for name in labels[first:last])
        if chain is None or len(chain.labels) < max(_LEAST, _MOST_REFERENCES * begins):
            continue
        numbers = [one.number for one in chain.labels]
        steady = sum(b - a == 1 for a, b in pairwise(numbers))
        if steady < _STEADY * (len(numbers) - 1):
            continue
        lines = [one.line for one in chain.labels]
        gaps = sorted(b - a for a, b in pairwise(lines))
        # After so many lines something else stands between: works without a number.
        most = max(12, 4 * gaps[len(gaps) // 2])
        for begin, end in pairwise([*lines, lines[-1] + 1]):
            result[begin] = "B"
            whole = end - begin <= most
            for index in range(begin + 1, min(end, begin + most)):
                if result[index] == "B" or (whole and result[index] in "FO"):
                    result[index] = "I"
        _complete(units, result, lines[-1], gaps[len(gaps) // 2])
    return "".join(result)


def _complete(units: Sequence[Line], labels: list[str], begin: int, usual: int) -> None:
    """Go on with the last reference of a numbered list up to where it is complete."""
    end = begin + 1
    while end < len(units) and labels[end] == "I":
        end += 1
    text = " ".join(unit.text for unit in units[begin:end])
    if dated(text) and ending(text) > 0:
        return
    for index in range(end, begin + end_of(units[begin : begin + MOST_LINES], usual)):
        if labels[index] not in "FO":
            return
        labels[index] = "I"


def regions(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of units in which references follow each other closely."""
    first = last = -1
    for index, name in enumerate(labels):
        if name not in "BI":
            continue
        if first >= 0 and index - last > GAP:
            yield first, last + 1
            first = index
        first = index if first < 0 else first
        last = index
    if first >= 0:
        yield first, last + 1
