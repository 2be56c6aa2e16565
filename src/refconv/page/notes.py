"""Find notes: numbered entries among other text, some of which name works, some several.

They stand at the feet of pages or after a heading of notes. A chain over lines does not reach the
works in them: notes are cut at their numbers, and a chain over clauses finds the works in each
(:mod:`refconv.page.clauses`).

:func:`works_in_notes` reads the notes of a document that says itself which they are.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from refconv.core.report import Found
from refconv.page.entries import Item, between, end_of, usual_length
from refconv.page.filtering import SURE, are_notes, begin_well, found_of, is_table, works_of
from refconv.page.heading_words import Heading
from refconv.page.likeness import REFERENCE, prose_share
from refconv.page.lines import Line, split_lines
from refconv.page.markers import Label, best_chain, candidates
from refconv.page.patterns import YEAR, dated
from refconv.page.works import by_lines


class Notes(NamedTuple):
    """The references in the notes of a text, and the units that the notes take up."""

    found: list[Found]
    units: frozenset[int]


def notes_of(
    units: Sequence[Line],
    free: Sequence[bool],
    kinds: Mapping[int, Heading],
    words: Container[str],
    with_year: Container[int],
    *,
    strong: bool,
) -> Notes:
    """Find the notes among the units that are free: of each kind of marker, the best chain.

    ``with_year`` are the units with a year; ``strong`` says that the text has a list with a heading
    already: notes must show more.
    """
    found: list[Found] = []
    taken: set[int] = set()
    markers = [one for one in candidates(units, 0, len(units)) if free[one.line]]
    for kind in sorted({one.kind for one in markers}):
        chain = best_chain([one for one in markers if one.kind == kind])
        if chain is None or len(chain.labels) < _LEAST:
            continue
        if sum(one.weight for one in chain.labels) < _WORTH * len(chain.labels):
            continue
        if sum(_is_dated(one, with_year) for one in chain.labels) < _ENOUGH:
            continue
        clusters = _clusters(chain.labels, free)
        headed = kinds.get(clusters[0][0] - 1) is Heading.NOTES
        more = _works(units, clusters, words, headed=headed, strong=strong)
        if more:
            found += more
            taken.update(index for first, last, _ in clusters for index in range(first, last))
    return Notes(found, frozenset(taken))


def works_in_notes(text: str, spans: Sequence[tuple[int, int]]) -> list[Found]:
    """Return the works that are named in notes, of which a document says where each stands.

    Where most notes name a work, they are a list: then less is asked of each.

    >>> text = "See Ada Ng, Rivers of the North (Oulu: Lake Press, 2001), 34–36."
    >>> [one.text for one in works_in_notes(text, [(0, len(text))])]
    ['Ada Ng, Rivers of the North (Oulu: Lake Press, 2001), 34–36.']
    """
    items = [
        Item(tuple(_moved(line, start) for line in split_lines(text[start:end])), None)
        for start, end in spans
    ]
    items = [item for item in items if item.lines]
    works = works_of(items, frozenset())
    if is_table(works):
        return []
    clear = sum(work.likeness >= REFERENCE for work in works)
    least = REFERENCE - (_NOTED if clear >= _MOSTLY * len(items) else 0.0)
    return [
        found_of(work.traced, None)
        for work in works
        if work.likeness >= least and dated(work.traced.text)
    ]


# From this share on of works among the notes, they are a list.
_MOSTLY = 0.6


def _moved(line: Line, start: int) -> Line:
    return line._replace(start=line.start + start, end=line.end + start)


# So many lines of a note are looked at to tell whether it has a year.
_FIRST_LINES = 6


def _is_dated(label: Label, with_year: Container[int]) -> bool:
    return any(index in with_year for index in range(label.line, label.line + _FIRST_LINES))


_Cluster = tuple[int, int, list[Label]]
# Fewer notes than these are none; markers that fit their place worse than this on average are
# numbers that happen to begin lines.
_LEAST, _WORTH = 3, 0.55
# Notes at the foot of one page lie no further apart than this; the last may have so many lines.
_NEIGHBOURS, _TAIL = 30, 14


def _clusters(labels: Sequence[Label], free: Sequence[bool]) -> list[_Cluster]:
    """Part a chain into neighbours: (first unit, unit after the last, labels)."""
    groups: list[list[Label]] = []
    for one in labels:
        if groups and one.line - groups[-1][-1].line <= _NEIGHBOURS:
            groups[-1].append(one)
        else:
            groups.append([one])
    ends = [group[0].line for group in groups[1:]] + [len(free)]
    clusters = []
    for group, end in zip(groups, ends, strict=True):
        last = group[-1].line
        after = last + 1
        while after < min(end, last + _TAIL) and free[after]:
            after += 1
        clusters.append((group[0].line, after, group))
    return clusters


# So many entries tell whether a chain has references at all: most are section numbers, tables.
_SAMPLE = 12
# At least so many clear references, and this share of all works.
_ENOUGH, _SHARE = 2, 0.25
# What a work in a note needs less to be one: its chain has told it from what stands around.
_NOTED = 1.0


def _works(
    units: Sequence[Line],
    clusters: Sequence[_Cluster],
    words: Container[str],
    *,
    headed: bool,
    strong: bool,
) -> list[Found]:
    """Return the works of a chain of notes; nothing if it is a list, or no list at all."""
    texts = [units[one.line].text[one.end :] for _, _, labels in clusters for one in labels]
    noted = headed or are_notes(texts)
    if len(clusters) == 1 and not noted:
        return []
    items: list[Item] = []
    for first, last, labels in clusters:
        moved = [one._replace(line=one.line - first) for one in labels]
        items += _cut(units[first:last], moved, noted=noted)
    some = works_of(items[:: 1 + len(items) // _SAMPLE], words, notes=noted)
    if len(some) > 2 and not any(work.likeness >= REFERENCE for work in some):
        return []
    works = works_of(items, words, notes=noted)
    sure = [work.traced.text for work in works if work.likeness >= SURE]
    if len(sure) < max(_ENOUGH, _SHARE * len(works)) or is_table(works):
        return []
    if strong and not begin_well(sure):
        return []
    least = REFERENCE - _NOTED if noted and not strong else REFERENCE
    return [
        found_of(work.traced, work.number)
        for work in works
        if work.likeness >= least and (noted or dated(work.traced.text))
    ]


def _cut(lines: Sequence[Line], labels: Sequence[Label], *, noted: bool) -> list[Item]:
    """Cut lines at markers; between notes there may be other text."""
    items: list[Item] = []
    usual = usual_length(labels)
    for one, after in zip(labels, [*labels[1:], None], strict=True):
        entry = between(lines, one, after)
        number = str(one.number)
        if after is None or _runs_on(entry):
            items.append(Item(entry[: end_of(entry, 1, notes=True)], number))
        elif len(entry) <= max(8, 3 * usual + 3) or _is_one(entry):
            parts = [entry] if noted else by_lines(entry)
            items += [Item(part, number) for part in parts]
        else:
            items.append(Item(entry[: end_of(entry, usual)], number))
    return items


def _runs_on(entry: Sequence[Line]) -> bool:
    """Return whether the text of the page goes on after a note."""
    rest = " ".join(line.text for line in entry[end_of(entry, 1, notes=True) :])
    return len(rest) > 40 and (not dated(rest) or prose_share(rest) > 0.04)


def _is_one(entry: Sequence[Line]) -> bool:
    """Return whether a long entry is one reference, not one that other text was joined to."""
    text = " ".join(line.text for line in entry)
    return len(text) < 1600 and len(YEAR.findall(text)) <= 2
