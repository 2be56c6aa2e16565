"""A pasted page or paper: its reference lists, and its own record.

The order of the work:

1. part columns, cut the text into lines, set page furniture aside, read the headings
   (:mod:`~refconv.text.finding.columns`, :mod:`~refconv.text.finding.lines`,
   :mod:`~refconv.text.finding.line_numbers`, :mod:`~refconv.text.finding.furniture`,
   :mod:`~refconv.text.finding.headings`);
2. find the stretches where lists stand (:mod:`~refconv.text.finding.regions`);
3. read the page's own record: citation, contributors, history
   (:mod:`~refconv.text.finding.frontmatter`);
4. cut each stretch into entries (:mod:`~refconv.text.finding.segment`), put each in one line
   (:mod:`~refconv.text.finding.joining`, :mod:`~refconv.text.finding.residue`), part its works
   (:mod:`~refconv.text.finding.works`), keep those that read as references
   (:mod:`~refconv.text.finding.likeness`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeVar

from attrs import evolve, frozen

from refconv.report import Code, Diagnostic, Found
from refconv.text.finding.beginnings import beginning
from refconv.text.finding.columns import unfold
from refconv.text.finding.contributors import Contributor
from refconv.text.finding.frontmatter import own_record
from refconv.text.finding.furniture import without
from refconv.text.finding.heading_words import Heading
from refconv.text.finding.headings import headings, split_inline
from refconv.text.finding.history import HistoryDate
from refconv.text.finding.joining import Traced, join_lines
from refconv.text.finding.labels import Label
from refconv.text.finding.likeness import REFERENCE, likeness, prose_share
from refconv.text.finding.line_numbers import without_line_numbers
from refconv.text.finding.lines import Line, split_lines
from refconv.text.finding.patterns import any_of, dated
from refconv.text.finding.regions import (
    foreign_lines,
    headed_stretches,
    numbered_stretches,
    unheaded_stretches,
)
from refconv.text.finding.residue import is_residue_line, strip_residue
from refconv.text.finding.segment import Item, by_labels, split
from refconv.text.finding.works import works

__all__ = ["Contributor", "HistoryDate", "Page", "read_page"]


@frozen
class Page:
    """What a text holds: the references of its lists, and the record of its own.

    ``start`` is where the own record begins (0 where there is none), ``doi`` the page's own.
    """

    found: tuple[Found, ...] = ()
    citation: Found | None = None
    contributors: tuple[Contributor, ...] = ()
    history: tuple[HistoryDate, ...] = ()
    doi: str = ""
    start: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def read_page(text: str) -> Page:
    """Read a text of any shape: a list, a page, a paper, a contributor block. Never raises."""
    unfolded = unfold(text)
    return _placed(_read(unfolded.text), unfolded, text) if unfolded else _read(text)


_Placed = TypeVar("_Placed", Contributor, HistoryDate)


def _placed(page: Page, unfolded: Traced, text: str) -> Page:
    """Say where things stand in the text given, not in the one whose columns were parted."""
    offsets = unfolded.offsets

    def spread(found: Found) -> Found:
        places = tuple(offsets[place] for place in found.offsets)
        return evolve(found, start=min(places), end=max(places) + 1, offsets=places)

    def moved(one: _Placed) -> _Placed:
        return evolve(one, start=offsets[one.start], end=offsets[one.end - 1] + 1)

    starts = [0, *(match.end() for match in re.finditer("\n", unfolded.text))]

    def told(said: Diagnostic) -> Diagnostic:
        if not said.line:
            return said
        before = text[: offsets[starts[said.line - 1] + max(0, said.column - 1)]]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return evolve(said, line=line, column=column if said.column else 0)

    return evolve(
        page,
        found=tuple(map(spread, page.found)),
        citation=spread(page.citation) if page.citation else None,
        contributors=tuple(map(moved, page.contributors)),
        history=tuple(map(moved, page.history)),
        start=offsets[page.start],
        diagnostics=tuple(map(told, page.diagnostics)),
    )


def _read(text: str) -> Page:
    # 1. lines and headings
    lines = split_inline(without(without_line_numbers(split_lines(text))))
    kinds = headings(lines)
    # 2. where lists stand, after headings
    headed = headed_stretches(lines, kinds)
    listed = frozenset(index for first, last in headed for index in range(first, last))
    # 3. the page's own record
    own = own_record(text, lines, kinds, listed)
    # 4. the references: of the lists with headings, then of what else looks like a list
    words = _vocabulary(text)
    found: list[Found] = []
    for first, last in headed:
        found += _kept(_works(split(_within(lines, first, last, own.taken)), words), headed=True)
    closed = own.taken | listed | kinds.keys() | foreign_lines(lines, kinds)
    free = [index not in closed for index in range(len(lines))]
    ends = {last for _, last in headed}
    notes = {index for index, kind in kinds.items() if kind is Heading.NOTES}
    bare = _bare(lines, words) if sum(free) >= OPEN * len(lines) else []
    found += bare or _unheaded(lines, free, words, ends, notes, strong=len(found) >= STRONG)
    found.sort(key=lambda one: one.start)

    citation = _found(own.citation, None) if own.citation else None
    starts = [one.start for one in own.contributors] + [one.start for one in own.history]
    return Page(
        found=tuple(found),
        citation=citation,
        contributors=own.contributors,
        history=own.history,
        doi=own.doi,
        start=min(starts + ([citation.start] if citation else []), default=0),
        diagnostics=own.diagnostics if found else (*own.diagnostics, _NOTHING),
    )


_NOTHING = Diagnostic(Code.NO_REFERENCES, "no reference list was found in the text")
_WORD = re.compile(r"\w+(?:-\w+)?")


def _vocabulary(text: str) -> frozenset[str]:
    """Collect the words of a text, case folded, to put broken ones together as it has them."""
    return frozenset(map(str.casefold, _WORD.findall(text))) if "-" in text else frozenset()


# ---- works ------------------------------------------------------------------------------------


class Work(NamedTuple):
    """One work of a list, before it is judged: its line, its number, how far it reads as one."""

    traced: Traced
    number: str | None
    likeness: float


# Nothing shorter is a reference, in characters.
SHORTEST = 12


def _within(lines: Sequence[Line], first: int, last: int, taken: AbstractSet[int]) -> list[Line]:
    """Give the lines of a stretch without the page's own record and without link residue."""
    within: list[Line] = []
    broken = False
    for index in range(first, last):
        line = lines[index]
        if index in taken:
            broken = True
        elif not is_residue_line(line.text):
            within.append(line._replace(blanks=1) if broken else line)
            broken = False
    return within


def _works(items: Iterable[Item], words: AbstractSet[str]) -> list[Work]:
    """Give the works of a stretch, each in one line."""
    return [
        Work(work, item.number, likeness(work.text))
        for item in items
        for work in works(strip_residue(join_lines(_without_residue(item.lines), words)))
        if len(work.text) >= SHORTEST
    ]


def _without_residue(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not is_residue_line(line.text)]


def _found(traced: Traced, number: str | None) -> Found:
    start, end = traced.offsets[0], traced.offsets[-1] + 1
    return Found(traced.text, start, end, number, offsets=tuple(traced.offsets))


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


def _kept(cut: Sequence[Work], *, headed: bool) -> list[Found]:
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
    return [_found(work.traced, work.number) for work, keep in zip(cut, kept, strict=True) if keep]


def _bare(lines: Sequence[Line], words: AbstractSet[str]) -> list[Found]:
    """Read a text that is nothing but a list; nothing where it is more than that."""
    prose = sum(prose_share(line.text) > 0.06 for line in lines)
    if prose > PROSE * len(lines):
        return []
    cut = _works(split([line for line in lines if not is_residue_line(line.text)]), words)
    kept = _kept(cut, headed=True)
    mine = sum(len(one.text) for one in kept)
    return kept if mine >= MOSTLY * sum(len(work.traced.text) for work in cut) else []


def _unheaded(
    lines: Sequence[Line],
    free: list[bool],
    words: AbstractSet[str],
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
        within = _within(lines, first, last, frozenset())
        enough = ENOUGH_BESIDE_A_LIST if strong and not beside else ENOUGH
        if len(within) < enough and sum(len(line.text) for line in within) < 0.5 * length:
            continue
        cut = _works(split(within), words)
        kept = _kept(cut, headed=False)
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
    words: AbstractSet[str],
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
    some = _works(items[:: 1 + len(items) // SAMPLE], words)
    if len(some) > 2 and not any(work.likeness >= REFERENCE for work in some):
        return []
    cut = _works(items, words)
    again = sum(_AGAIN.match(item.lines[0].text) is not None for item in items if item.lines)
    dense = len(chain) == 1 and not notes and again < 0.1 * len(items)
    sure = sum(work.likeness >= SURE for work in cut)
    enough = ENOUGH if dense or strong else ENOUGH_NOTES
    share = 0.5 if dense else 0.25
    if sure < max(enough, share * len(cut)):
        return []
    if strong and not _begin_well([work for work in cut if work.likeness >= SURE]):
        return []
    return _kept(cut, headed=dense and sure >= 0.8 * len(cut))


def _is_list(kept: Sequence[Found], cut: Sequence[Work], length: int, enough: int) -> bool:
    """Tell a list without a heading from lines that happen to look like one."""
    sure = sum(work.likeness >= SURE for work in cut)
    mine = sum(len(one.text) for one in kept)
    whole = sum(len(work.traced.text) for work in cut)
    if not kept or mine < 0.6 * whole or sure < 0.5 * len(cut):
        return False
    if mine >= 0.5 * length:
        return True
    return _begin_well(cut) and sure >= enough


def _begin_well(cut: Sequence[Work]) -> bool:
    """Tell whether most works begin as references do."""
    return sum(beginning(work.traced.text).weight >= 1 for work in cut) >= 0.6 * len(cut)
