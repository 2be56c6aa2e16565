"""Read a pasted page or paper: its reference lists, and its page record.

The order of the work:

1. part columns, cut the text into lines, set page furniture aside, read the headings
   (:mod:`~refconv.page.columns`, :mod:`~refconv.page.lines`,
   :mod:`~refconv.page.line_numbers`, :mod:`~refconv.page.furniture`,
   :mod:`~refconv.page.headings`);
2. find the stretches where lists stand (:mod:`~refconv.page.regions`);
3. read the page's own record: citation, contributors, history
   (:mod:`~refconv.page.frontmatter`);
4. cut each stretch into entries (:mod:`~refconv.page.segment`), put each in one line
   (:mod:`~refconv.page.joining`, :mod:`~refconv.page.link_text`), part its works
   (:mod:`~refconv.page.works`), keep those that read as references
   (:mod:`~refconv.page.filtering`, :mod:`~refconv.page.likeness`);
5. say what looks like a reference and was left out (:mod:`~refconv.page.left_out`).
"""

from __future__ import annotations

import re
from array import array
from functools import cached_property
from typing import TypeVar

from attrs import evolve, frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.report import Found
from refconv.page.columns import unfold
from refconv.page.contributors import Contributor
from refconv.page.filtering import OPEN, STRONG, bare, found_of, kept_of, unheaded, within, works_of
from refconv.page.frontmatter import own_record
from refconv.page.furniture import without
from refconv.page.heading_words import Heading
from refconv.page.headings import headings, split_inline
from refconv.page.history import HistoryDate
from refconv.page.left_out import left_out
from refconv.page.line_numbers import without_line_numbers
from refconv.page.lines import Places, split_lines
from refconv.page.offset_text import Traced
from refconv.page.regions import foreign_lines, headed_stretches
from refconv.page.segment import split

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
    words = _Vocabulary(text)
    found: list[Found] = []
    for first, last in headed:
        found += kept_of(works_of(split(within(lines, first, last, own.taken)), words), headed=True)
    aside = own.taken | kinds.keys() | foreign_lines(lines, kinds)
    closed = aside | listed
    free = [index not in closed for index in range(len(lines))]
    ends = {last for _, last in headed}
    notes = {index for index, kind in kinds.items() if kind is Heading.NOTES}
    whole = bare(lines, words) if sum(free) >= OPEN * len(lines) else []
    found += whole or unheaded(lines, free, words, ends, notes, strong=len(found) >= STRONG)
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
        diagnostics=(
            *own.diagnostics,
            *left_out(text, lines, found, aside),
            *(() if found else (_NOTHING,)),
        ),
    )


_NOTHING = problem(Code.NO_REFERENCES, "text").at()
_WORD = re.compile(r"\w+(?:-\w+)?")


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
        return frozenset(map(str.casefold, _WORD.findall(text))) if "-" in text else frozenset()
