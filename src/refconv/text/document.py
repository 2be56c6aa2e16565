"""A pasted page or paper: its reference lists, and its own record.

The order of the work:

1. cut the text into lines, set page furniture aside, read the headings;
2. find the stretches where lists stand, after a heading or by their look;
3. read the page's own record: citation, contributors, history;
4. cut each list into references, put each in one line, keep those that read as references.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from attrs import frozen

from refconv.report import Code, Diagnostic, Found, Severity
from refconv.text.evidence import DATED, REFERENCE, beginning, likeness
from refconv.text.frontmatter import Contributor, HistoryDate, own_record
from refconv.text.headings import headings, split_inline
from refconv.text.labels import Label
from refconv.text.lines import Line, split_lines, without
from refconv.text.regions import (
    foreign_lines,
    headed_stretches,
    numbered_stretches,
    unheaded_stretches,
)
from refconv.text.residue import Traced, is_residue_line
from refconv.text.segment import Item, by_labels, reference_of, split, works

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
    # 1. lines and headings
    lines = split_inline(without(split_lines(text)))
    kinds = headings(lines)
    # 2. where lists stand, after headings
    headed = headed_stretches(lines, kinds)
    listed = frozenset(index for first, last in headed for index in range(first, last))
    # 3. the page's own record
    own = own_record(text, lines, kinds, listed)
    # 4. references: of the lists with headings, then of what else looks like a list
    words = _vocabulary(text)
    found: list[Found] = []
    for first, last in headed:
        found += _kept(_cut(split(_within(lines, first, last, own.taken)), words), headed=True)
    strong = len(found)
    closed = own.taken | listed | frozenset(kinds) | foreign_lines(lines, kinds)
    free = [index not in closed for index in range(len(lines))]
    for chain in numbered_stretches(lines, free):
        more = _of_chain(lines, chain, words, strong)
        if more:
            found += more
            for first, last, _ in chain:
                free[first:last] = [False] * (last - first)
    for first, last in unheaded_stretches(lines, free):
        cut = _cut(split(_within(lines, first, last, own.taken)), words)
        more = _kept(cut, headed=False)
        beside = any(abs(first - end) <= 2 for _, end in headed)
        if _is_list(more, cut, 0 if beside else strong, len(text)):
            found += more
    found.sort(key=lambda one: one.start)
    citation = _found(own.citation, None) if own.citation else None
    diagnostics = list(own.diagnostics)
    if not found:
        diagnostics.append(
            Diagnostic(
                Code.NO_REFERENCES,
                "no reference list was found in the text",
                severity=Severity.WARNING,
            )
        )
    begins = [person.start for person in own.contributors] + [date.start for date in own.history]
    if citation:
        begins.append(citation.start)
    return Page(
        tuple(found), citation, own.contributors, own.history, own.doi, min(begins, default=0), tuple(diagnostics)
    )  # fmt: skip


# ---- references -------------------------------------------------------------------------------


class Work(NamedTuple):
    """One work of a list, before it is judged: its line, its number, how far it reads as one."""

    traced: Traced
    number: str | None
    likeness: float


def _within(lines: Sequence[Line], first: int, last: int, taken: Set[int]) -> list[Line]:
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


def _of_chain(
    lines: Sequence[Line],
    chain: Sequence[tuple[int, int, list[Label]]],
    words: Set[str],
    strong: int,
) -> list[Found]:
    """Cut the clusters of a chain of numbers; nothing where the chain is no list of references."""
    cut: list[Work] = []
    for first, last, labels in chain:
        moved = [label._replace(line=label.line - first) for label in labels]
        cut += _cut(by_labels(lines[first:last], moved, notes=True), words)
    sure = [work for work in cut if work.likeness >= SURE]
    dense = len(chain) == 1
    begun = sum(beginning(work.traced.text).weight >= 1 for work in cut)
    if strong >= 5 and (begun < 0.6 * len(cut) or len(sure) < 0.4 * len(cut)):
        return []
    if len(sure) < (0.5 if dense else 0.25) * len(cut) or len(sure) < (6 if strong >= 5 else 3 if dense else 2):
        return []
    return _kept(cut, headed=dense and len(sure) >= 0.8 * len(cut))


def _cut(items: Sequence[Item], words: Set[str]) -> list[Work]:
    """Cut the entries of one stretch into works, each in one line."""
    cut = []
    for item in items:
        for work in works(reference_of(item, words)):
            if len(work.text) >= SHORTEST:
                cut.append(Work(work, item.number, likeness(work.text)))
    return cut


SHORTEST = 12
# What a work needs less where it stands under a heading, and where it has a number there.
HEADED, NUMBERED = 0.4, 2.4
# Without a heading a list shows itself by its number of sure references.
SURE = 2.3


def _kept(cut: Sequence[Work], headed: bool) -> list[Found]:
    """Keep the works that read as references."""
    kept = []
    numbered = [work.likeness >= REFERENCE for work in cut if work.number]
    trusted = headed and sum(numbered) >= 0.6 * len(numbered)
    for work in cut:
        needed = REFERENCE - (NUMBERED if trusted and work.number else HEADED if headed else 0.0)
        if work.likeness >= needed and (headed or DATED.search(work.traced.text)):
            kept.append(_found(work.traced, work.number))
    return kept


def _is_list(kept: Sequence[Found], cut: Sequence[Work], strong: int, length: int) -> bool:
    """Tell a list without a heading from lines that happen to look like one."""
    if not kept:
        return False
    sure = sum(work.likeness >= SURE for work in cut)
    mine = sum(len(one.text) for one in kept)
    whole = sum(len(work.traced.text) for work in cut)
    if mine < 0.6 * whole or sure < 0.5 * len(cut):
        return False
    if mine >= 0.5 * length:
        return True
    if sum(beginning(work.traced.text).weight >= 1 for work in cut) < 0.6 * len(cut):
        return False
    return sure >= (6 if strong >= 5 else 3)


def _found(traced: Traced, number: str | None) -> Found:
    return Found(
        traced.text, traced.offsets[0], traced.offsets[-1] + 1, number, offsets=tuple(traced.offsets)
    )


_WORD = re.compile(r"\w+(?:-\w+)?")


def _vocabulary(text: str) -> frozenset[str]:
    """Collect the words of a text, case folded, to put broken ones together as it has them."""
    return frozenset(map(str.casefold, _WORD.findall(text))) if "-" in text else frozenset()
