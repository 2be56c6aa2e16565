"""Read a pasted page or paper: its reference lists, and its page record.

The order of the work:

1. separate columns, split the text into lines, remove line numbers and page furniture, read the
   headings (:mod:`~refconv.page.columns`, :mod:`~refconv.page.lines`,
   :mod:`~refconv.page.line_numbers`, :mod:`~refconv.page.furniture`,
   :mod:`~refconv.page.headings`, :mod:`~refconv.page.units`);
2. label the lines (:mod:`~refconv.page.line_signals`, :mod:`~refconv.page.chain`,
   :mod:`~refconv.page.labelling`), and read the labels as lists (:mod:`~refconv.page.lists`);
3. read the page's own record: citation, contributors, history
   (:mod:`~refconv.page.frontmatter`);
4. put each reference in one line (:mod:`~refconv.page.joining`, :mod:`~refconv.page.link_text`),
   split multi-work entries (:mod:`~refconv.page.works`), keep what reads as a reference
   (:mod:`~refconv.page.filtering`, :mod:`~refconv.page.likeness`), find the works in notes
   (:mod:`~refconv.page.notes`, :mod:`~refconv.page.clauses`);
5. record what stands inside a list and is in no reference (:mod:`~refconv.page.aside`), report
   what looks like a reference and was left out (:mod:`~refconv.page.left_out`).
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Sequence
from functools import cached_property
from itertools import groupby
from typing import TypeVar

from attrs import evolve, frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Found, SetAside
from refconv.page.aside import Layout, set_aside
from refconv.page.columns import unfold
from refconv.page.contributors import Contributor
from refconv.page.filtering import STRONG, SURE, found_of, is_list, is_table, kept_of, works_of
from refconv.page.frontmatter import own_record
from refconv.page.furniture import without
from refconv.page.headings import foreign_units, headings, metadata_units, split_inline
from refconv.page.history import HistoryDate
from refconv.page.labelling import label, label_list
from refconv.page.left_out import left_out
from refconv.page.likeness import prose_share
from refconv.page.line_numbers import without_line_numbers
from refconv.page.lines import Line, Places, lines_with, split_lines
from refconv.page.link_text import is_residue_line
from refconv.page.lists import Listed, lists_of
from refconv.page.notes import notes_of
from refconv.page.offset_text import Traced
from refconv.page.patterns import YEAR
from refconv.page.units import units_of

__all__ = ["Contributor", "HistoryDate", "Page", "read_page"]


@frozen
class Page:
    """What a text holds: the references of its lists, and the record of its own.

    ``lists`` are the spans of the lists, from the first to the last reference of each.
    ``start`` is where the own record begins (0 where there is none), ``doi`` the page's own.
    """

    found: tuple[Found, ...] = ()
    citation: Found | None = None
    contributors: tuple[Contributor, ...] = ()
    history: tuple[HistoryDate, ...] = ()
    doi: str = ""
    start: int = 0
    lists: tuple[tuple[int, int], ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_page(text: str) -> Page:
    """Read a text of any shape: a list, a page, a paper, a contributor block. Never raises."""
    unfolded = unfold(text)
    return _placed(_read(unfolded.text), unfolded, text) if unfolded else _read(text)


_Placed = TypeVar("_Placed", Contributor, HistoryDate, SetAside)


def _placed(page: Page, unfolded: Traced, text: str) -> Page:
    """Return a page with its places in the given text, not in that of the separated columns."""
    offsets = unfolded.offsets

    def spread(found: Found) -> Found:
        places = array("I", map(offsets.__getitem__, found.offsets))
        return evolve(found, start=min(places), end=max(places) + 1, offsets=places)

    def moved(one: _Placed) -> _Placed:
        return evolve(one, start=offsets[one.start], end=offsets[one.end - 1] + 1)

    now, given = Places(unfolded.text), Places(text)

    def told(said: Diagnostic) -> Diagnostic:
        if not said.line:
            return said
        span = said.span
        start = offsets[now.offset(span.line, span.column)]
        end = offsets[now.offset(span.end_line, span.end_column) - 1] + 1 if span.end_line else 0
        return evolve(said, span=given.span(start, end))

    return evolve(
        page,
        found=tuple(map(spread, page.found)),
        citation=spread(page.citation) if page.citation else None,
        contributors=tuple(map(moved, page.contributors)),
        history=tuple(map(moved, page.history)),
        lists=tuple((offsets[start], offsets[end - 1] + 1) for start, end in page.lists),
        set_aside=tuple(map(moved, page.set_aside)),
        start=offsets[page.start],
        diagnostics=tuple(map(told, page.diagnostics)),
    )


def _read(text: str) -> Page:
    # 1. units and headings
    lines = split_lines(text)
    unnumbered = without_line_numbers(lines)
    bare = without(unnumbered)
    units = units_of(split_inline(bare))
    kinds = headings(units)
    # 2. what each unit is, and the lists that they make up
    with_year = lines_with(YEAR, text, units)
    labelled = label(units, kinds, text, with_year)
    lists = [*lists_of(units, labelled, kinds)]
    listed = frozenset(i for one in lists if one.headed for i in range(one.first, one.last))
    # 3. the page's own record
    own = own_record(text, units, kinds, listed)
    aside = own.taken | foreign_units(len(units), kinds) | metadata_units(units)
    # 4. the references: of lists with headings, of notes, of lists without
    words = _Vocabulary(text)
    found: list[Found] = []
    kept: list[list[Found]] = []
    for one in lists:
        if one.headed:
            kept.append(_kept(one, units, words))
            found += kept[-1]
    free = [i not in aside and i not in listed and i not in kinds for i in range(len(units))]
    strong, size = len(found), sum(len(unit.text) for unit in units)
    notes = notes_of(units, free, kinds, words, with_year, strong=strong >= STRONG)
    found += notes.found
    kept += [[*works] for _, works in groupby(notes.found, lambda one: one.number)]
    closed = aside | notes.units
    for one in lists:
        if not one.headed and closed.isdisjoint(range(one.first, one.last)):
            more = _kept(one, units, words)
            if is_list(more, size, strong):
                kept.append(more)
                found += more
    headed = any(one.headed for one in lists)
    if not (aside or headed) and sum(len(one.text) for one in found) < _LITTLE * size:
        more = _bare(units, words)
        if len(more) > len(found):
            found, kept = more, [[*more]]
    found.sort(key=lambda one: one.start)

    citation = found_of(own.citation, None) if own.citation else None
    starts = [one.start for one in own.contributors] + [one.start for one in own.history]
    return Page(
        found=tuple(found),
        citation=citation,
        contributors=own.contributors,
        history=own.history,
        doi=own.doi,
        start=min(starts + ([citation.start] if citation else []), default=0),
        lists=tuple(_span(one) for one in kept if one),
        set_aside=set_aside(text, Layout(lines, unnumbered, bare, units, kinds), kept),
        diagnostics=(
            *own.diagnostics,
            *left_out(text, units, found, aside | kinds.keys(), with_year),
            *(() if found else (_NOTHING,)),
        ),
    )


def _span(found: Sequence[Found]) -> tuple[int, int]:
    return min(one.start for one in found), max(one.end for one in found)


# Where so little of a short text is found, it may be nothing but a list all the same: if so few of
# its lines are prose, if half its works are clear references and this share of it reads as some.
_LITTLE, _SHORT, _PROSE, _MOSTLY = 0.6, 300, 0.08, 0.75


def _bare(units: Sequence[Line], words: Container[str]) -> list[Found]:
    """Read a text that is nothing but a list; nothing where it is more than that."""
    prose = sum(prose_share(unit.text) > _SENTENCE for unit in units)
    if len(units) > _SHORT or prose > _PROSE * len(units):
        return []
    some = [unit for unit in units if not is_residue_line(unit.text)]
    if not some:
        return []
    labelled = label_list(some, headings(some))
    items = [item for one in lists_of(some, labelled, {}) for item in one.items]
    works = works_of(items, words)
    sure = sum(work.likeness >= SURE for work in works)
    if sure < _CLEAR * len(works) or is_table(works):
        return []
    kept = kept_of(works, headed=False, whole=True, sure=0.0)
    mine = sum(len(one.text) for one in kept)
    return kept if mine >= _MOSTLY * sum(len(unit.text) for unit in some) else []


_CLEAR = 0.5
_SENTENCE = 0.06


# A list that takes up this share of a text is all of it.
_WHOLE = 0.75


def _kept(one: Listed, units: Sequence[Line], words: Container[str]) -> list[Found]:
    mine = sum(len(line.text) for item in one.items for line in item.lines)
    whole = mine >= _WHOLE * sum(len(unit.text) for unit in units)
    return kept_of(
        works_of(one.items, words, headed=one.headed), headed=one.headed, whole=whole, sure=one.sure
    )


_NOTHING = problem(Code.NO_REFERENCES, "text").at()
_WORD = lazy_pattern(r"\w+(?:-\w+)?")


class _Vocabulary:
    """The words of a text, case folded, to put broken ones together as it has them.

    They are collected when one is first asked for: few texts break words.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        text = self._text
        return frozenset(_WORD.findall(text.casefold())) if "-" in text else frozenset()
