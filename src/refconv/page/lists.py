"""Read labelled units as lists: runs of references, each with its lines and its marker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from refconv.page.entries import Item, is_page_number
from refconv.page.heading_words import Heading
from refconv.page.labelling import GAP, Labelled
from refconv.page.lines import Line
from refconv.page.markers import KEY_LINE, Marker, marker_of
from refconv.page.works import by_lines


class Listed(NamedTuple):
    """One list: its references, its first unit, the unit after its last.

    ``headed`` says that it stands under a heading of a list, ``sure`` is the mean chance that its
    references begin where they do.
    """

    items: list[Item]
    first: int
    last: int
    headed: bool
    sure: float


def lists_of(
    units: Sequence[Line], labelled: Labelled, kinds: Mapping[int, Heading]
) -> Iterator[Listed]:
    """Yield the lists that labels mark; a heading between two references parts two lists."""
    labels = labelled.labels
    run: list[tuple[int, int]] = []
    after = 0
    for begin, name in enumerate(labels):
        if name != "B":
            continue
        if run and (begin - after > GAP or any(i in kinds for i in range(after, begin))):
            yield _listed(units, labelled, run, kinds)
            run = []
        after = _end(labels, begin)
        run.append((begin, after))
    if run:
        yield _listed(units, labelled, run, kinds)


def _end(labels: str, begin: int) -> int:
    """Return the unit after the last of a reference: furniture may stand inside."""
    end = index = begin + 1
    while index < len(labels) and labels[index] in "IF":
        index += 1
        if labels[index - 1] == "I":
            end = index
    return end


# A heading of a list stands at most so many units above its first reference.
_BELOW = 4


def _listed(
    units: Sequence[Line],
    labelled: Labelled,
    run: Sequence[tuple[int, int]],
    kinds: Mapping[int, Heading],
) -> Listed:
    first, last = run[0][0], run[-1][1]
    above = [kinds[index] for index in range(max(0, first - _BELOW), first) if index in kinds]
    headed = bool(above) and above[-1] is Heading.LIST
    sure = sum(labelled.begins[begin] for begin, _ in run) / len(run)
    items = [*_items(units, labelled.labels, run)]
    numbers = _numbers_above(units, first) or _numbers_before(units, run)
    if len(numbers) == len(items) > 1 and not any(item.number for item in items):
        items = [Item(one.lines, number) for one, number in zip(items, numbers, strict=True)]
    return Listed(items, first, last, headed, sure)


def _numbers_above(units: Sequence[Line], first: int) -> list[str]:
    """Return the numbers that stand in a column above a list: extraction has put them apart."""
    numbers: list[str] = []
    for index in range(first - 1, -1, -1):
        marker = marker_of(units[index].text)
        if marker is None or marker.end < len(units[index].text):
            break
        if numbers and marker.number != int(numbers[-1]) - 1:
            break
        numbers.append(str(marker.number))
    return numbers[::-1]


def _numbers_before(units: Sequence[Line], run: Sequence[tuple[int, int]]) -> list[str]:
    """Return the numbers that stand above each reference, beside a button, if they count up."""
    numbers: list[str] = []
    for begin, _ in run:
        above = [marker_of(units[index].text) for index in range(max(0, begin - 2), begin)]
        found = [one for one in above if one and one.number > 0]
        if not found or (numbers and found[0].number != int(numbers[-1]) + 1):
            return []
        numbers.append(found[0].key)
    return numbers


def _items(units: Sequence[Line], labels: str, run: Sequence[tuple[int, int]]) -> Iterator[Item]:
    markers = [marker_of(units[begin].text) for begin, _ in run]
    kinds = Counter(marker.kind for marker in markers if marker)
    [(usual, times)] = kinds.most_common(1) or [("", 0)]
    marked = 2 * times >= len(run)
    for (begin, end), marker in zip(run, markers, strict=True):
        lines = _lines(units, labels, begin, end)
        if marker is None or not marked or marker.kind != usual:
            yield _keyed(lines)
            continue
        number = None if marker.kind == "bullet" else marker.key
        for part in by_lines(_without(lines, marker)):
            yield Item(part, number)


def _lines(units: Sequence[Line], labels: str, begin: int, end: int) -> list[Line]:
    """Return the lines of a reference without the furniture and the page numbers in it."""
    lines = [units[begin]]
    for index in range(begin + 1, end):
        unit = units[index]
        if labels[index] in "BI" and not is_page_number(unit.text, lines[-1].text):
            lines.append(unit)
    return lines


def _keyed(lines: Sequence[Line]) -> Item:
    """Take a key off that stands on a line of its own above the reference."""
    key = KEY_LINE.pattern.match(lines[0].text) if len(lines) > 1 else None
    return Item(tuple(lines[1:]), key.group(1)) if key else Item(tuple(lines), None)


def _without(lines: Sequence[Line], marker: Marker) -> tuple[Line, ...]:
    first = lines[0]
    rest = first.text[marker.end :]
    if not rest:
        return tuple(lines[1:])
    return (first._replace(text=rest, start=first.end - len(rest)), *lines[1:])
