"""Decide which candidates are references: in lists, and where lines look like a list."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from refconv.core.report import Found
from refconv.page.beginnings import beginning
from refconv.page.entries import Item
from refconv.page.joining import join_lines
from refconv.page.likeness import REFERENCE, likeness, prose_share
from refconv.page.lines import Line
from refconv.page.link_text import is_residue_line, strip_residue
from refconv.page.markers import Label
from refconv.page.offset_text import Traced
from refconv.page.patterns import any_of, dated
from refconv.page.regions import numbered_stretches, unheaded_stretches
from refconv.page.segment import by_labels, split
from refconv.page.works import works

# ---- works ------------------------------------------------------------------------------------


class Work(NamedTuple):
    """One work of a list, before it is judged: its line, its number, how far it reads as one."""

    traced: Traced
    number: str | None
    likeness: float


# Nothing shorter is a reference, in characters.
SHORTEST = 12


def within(lines: Sequence[Line], first: int, last: int, taken: AbstractSet[int]) -> list[Line]:
    """Return the lines of a region without the page record and without link text."""
    kept: list[Line] = []
    broken = False
    for index in range(first, last):
        line = lines[index]
        if index in taken:
            broken = True
        elif not is_residue_line(line.text):
            kept.append(line._replace(blanks=1) if broken else line)
            broken = False
    return kept


def works_of(items: Iterable[Item], words: Container[str]) -> list[Work]:
    """Return the works of a region, each in one line."""
    return [
        Work(work, item.number, likeness(work.text))
        for item in items
        for work in works(strip_residue(join_lines(_without_residue(item.lines), words)))
        if len(work.text) >= SHORTEST
    ]


def _without_residue(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not is_residue_line(line.text)]


def found_of(traced: Traced, number: str | None) -> Found:
    """Return the place of a work in the text, and its number."""
    start, end = traced.offsets[0], traced.offsets[-1] + 1
    return Found(traced.text, start, end, number, offsets=traced.offsets)


# ---- judgement --------------------------------------------------------------------------------

# What a work needs less where it stands under a heading, between two references there, and where it
# has a number there.
HEADED, BETWEEN, NUMBERED = 0.4, 1.2, 2.4
# Without a heading a list shows itself by its number of sure references: fewer are enough in a
# text that has no list yet, more are needed where one with STRONG references was found.
SURE, STRONG = 2.3, 5
SAMPLE = 12
# A text is nothing but a list where at least this share of its lines is open, at most this one is
# prose, and at least this share of its words is kept.
OPEN, PROSE, MOSTLY = 0.95, 0.08, 0.75
ENOUGH, ENOUGH_NOTES, ENOUGH_BESIDE_A_LIST = 3, 2, 6


def kept_of(cut: Sequence[Work], *, headed: bool) -> list[Found]:
    """Keep the works that read as references."""
    numbered = [work.likeness >= REFERENCE for work in cut if work.number]
    trusted = headed and sum(numbered) >= 0.6 * len(numbered)
    kept = []
    for work in cut:
        less = NUMBERED if trusted and work.number else HEADED if headed else 0.0
        may_be = headed or dated(work.traced.text)
        kept.append(may_be and work.likeness >= REFERENCE - less)
    # In a list, what stands between two references is one too, if it has a date.
    for index in range(1, len(cut) - 1) if headed else ():
        if kept[index - 1] and kept[index + 1] and dated(cut[index].traced.text):
            kept[index] = kept[index] or cut[index].likeness >= REFERENCE - BETWEEN
    return [
        found_of(work.traced, work.number) for work, keep in zip(cut, kept, strict=True) if keep
    ]


def bare(lines: Sequence[Line], words: Container[str]) -> list[Found]:
    """Read a text that is nothing but a list; nothing where it is more than that."""
    prose = 0
    for line in lines:
        prose += prose_share(line.text) > 0.06
        if prose > PROSE * len(lines):
            return []
    cut = works_of(split([line for line in lines if not is_residue_line(line.text)]), words)
    kept = kept_of(cut, headed=True)
    mine = sum(len(one.text) for one in kept)
    return kept if mine >= MOSTLY * sum(len(work.traced.text) for work in cut) else []


def unheaded(
    lines: Sequence[Line],
    free: list[bool],
    words: Container[str],
    ends: AbstractSet[int],
    notes: AbstractSet[int],
    *,
    strong: bool,
) -> list[Found]:
    """Find the references outside known lists: of chains of numbers, then of other stretches.

    ``free`` says which lines are open, ``ends`` where known lists end, ``notes`` where headings
    of notes stand, ``strong`` that there is a list to be trusted.
    """
    found: list[Found] = []
    for chain in numbered_stretches(lines, free):
        more = _of_chain(lines, chain, words, strong=strong, notes=chain[0][0] - 1 in notes)
        if more:
            found += more
            for first, last, _ in chain:
                free[first:last] = [False] * (last - first)
    length = sum(len(line.text) for line in lines)
    for first, last in unheaded_stretches(lines, free):
        beside = any(end in ends for end in range(first - 2, first + 3))
        inside = within(lines, first, last, frozenset())
        enough = ENOUGH_BESIDE_A_LIST if strong and not beside else ENOUGH
        if len(inside) < enough and sum(len(line.text) for line in inside) < 0.5 * length:
            continue
        cut = works_of(split(inside), words)
        kept = kept_of(cut, headed=False)
        if _is_list(kept, cut, length, enough):
            found += kept
    return found


# How a note begins that names a work again, or leads up to one.
_AGAIN = re.compile(
    any_of(
        r"ebd\.;ebenda;ibid;ibíd;ib\.;ivi\b;id\.;idem;a\. ?a\. ?o\.;op\. ?cit;loc\. ?cit"
        r";vgl\.;siehe;cf\.;cfr;see\b;voir\b;véase",
        ";",
    ),
    re.IGNORECASE,
)


def _of_chain(
    lines: Sequence[Line],
    chain: Sequence[tuple[int, int, list[Label]]],
    words: Container[str],
    *,
    strong: bool,
    notes: bool,
) -> list[Found]:
    """Cut the clusters of a chain of numbers; nothing where the chain is no list of references."""
    items: list[Item] = []
    for first, last, labels in chain:
        moved = [label._replace(line=label.line - first) for label in labels]
        items += by_labels(lines[first:last], moved, notes=True)
    # Most chains are section numbers, tables, equations: a few entries tell.
    some = works_of(items[:: 1 + len(items) // SAMPLE], words)
    if len(some) > 2 and not any(work.likeness >= REFERENCE for work in some):
        return []
    cut = works_of(items, words)
    again = sum(_AGAIN.match(item.lines[0].text) is not None for item in items if item.lines)
    dense = len(chain) == 1 and not notes and again < 0.1 * len(items)
    sure = sum(work.likeness >= SURE for work in cut)
    enough = ENOUGH if dense or strong else ENOUGH_NOTES
    share = 0.5 if dense else 0.25
    if sure < max(enough, share * len(cut)):
        return []
    if strong and not _begin_well([work for work in cut if work.likeness >= SURE]):
        return []
    return kept_of(cut, headed=dense and sure >= 0.8 * len(cut))


def _is_list(kept: Sequence[Found], cut: Sequence[Work], length: int, enough: int) -> bool:
    """Return whether works are a list without a heading, not lines that only look like one."""
    sure = sum(work.likeness >= SURE for work in cut)
    mine = sum(len(one.text) for one in kept)
    whole = sum(len(work.traced.text) for work in cut)
    if not kept or mine < 0.6 * whole or sure < 0.5 * len(cut):
        return False
    if mine >= 0.5 * length:
        return True
    return _begin_well(cut) and sure >= enough


def _begin_well(cut: Sequence[Work]) -> bool:
    """Return whether most works begin as references do."""
    return sum(beginning(work.traced.text).weight >= 1 for work in cut) >= 0.6 * len(cut)
