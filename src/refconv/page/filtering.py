"""Decide which candidates are references: those of a list that is one, and works that look so."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Found
from refconv.page.beginnings import beginning
from refconv.page.clauses import works_of_notes
from refconv.page.entries import Item
from refconv.page.joining import join_lines
from refconv.page.likeness import REFERENCE, likeness, prose_share
from refconv.page.lines import Line
from refconv.page.link_text import is_residue_line, strip_residue
from refconv.page.offset_text import Traced
from refconv.page.openings import OPENING
from refconv.page.patterns import any_of, dated, located
from refconv.page.works import lettered, works

# ---- works ------------------------------------------------------------------------------------


class Work(NamedTuple):
    """One work of a list, before it is judged: its line, its number, how far it reads as one."""

    traced: Traced
    number: str | None
    likeness: float


# Nothing shorter is a reference, in characters.
SHORTEST = 12
SURE = 2.3
"""From this likeness on a work is a reference whatever stands around it."""


def works_of(
    items: Sequence[Item],
    words: Container[str],
    *,
    headed: bool = False,
    notes: bool | None = None,
) -> list[Work]:
    """Return the works of some entries, each in one line.

    ``headed`` says whether they stand under a heading of a list, ``notes`` whether they are notes,
    with prose around the works that they name; if it is not known, their beginnings tell it.
    """
    entries = [strip_residue(join_lines(_without_residue(item.lines), words)) for item in items]
    if notes is None:
        texts = [entry.text for entry in entries]
        listed = headed or any(item.number for item in items)
        notes = are_notes(texts, _NOTES_IN_LISTS if listed else _NOTES)
    cut = _works_of_notes(entries) if notes else map(works, entries)
    return [
        Work(work, item.number, likeness(work.text))
        for item, some in zip(items, cut, strict=True)
        for work in some
        if len(work.text) >= SHORTEST
    ]


def _works_of_notes(entries: Sequence[Traced]) -> list[list[Traced]]:
    """Return the works in notes: as the chain of notes tells them, and some that it does not.

    Where (a), (b), (c) part works, these do. Where the chain sees none in a note, what is clearly a
    reference as a whole is one.
    """
    by_chain = works_of_notes(entries)
    found: list[list[Traced]] = []
    for entry, some in zip(entries, by_chain, strict=True):
        if lettered(entry.text):
            found.append(works(entry))
            continue
        kept = [part for one in some if _may_be(one.text) for part in works(one)]
        if not any(likeness(one.text) >= _SEEN for one in kept):
            clear = [one for one in works(entry) if _is_clear(one.text)]
            kept = clear or kept
        found.append(kept)
    return found


def _is_clear(text: str) -> bool:
    begins = beginning(text).weight >= 1 and _may_be(text)
    return begins and likeness(text) >= SURE and prose_share(text) <= _LITTLE_PROSE


_LITTLE_PROSE = 0.03
# A work of less likeness is none that the chain has seen.
_SEEN = 0.5


def _may_be(text: str) -> bool:
    """Return whether a text may be a work, not the name and the year of one."""
    return (text[:1].isalpha() or text[:1] in _FIRST_SIGNS) and not _BY_YEAR.match(text)


# "Muir (2005, p. 111)", "Muir 1993, p. 87", "as much as then (cf. Muir 1993, p. 116-117).": works
# that are named again.
_BY_YEAR = lazy_pattern(
    r"[^\d(),;:]{2,40}(?:\((?:1[5-9]|20)\d\d[a-z]?(?:, | ?: ?)|(?<=\w )(?:1[5-9]|20)\d\d[a-z]?, )"
    r"(?:pp?|S)\. ?\d"
    r"|[^()]{2,200}\((?:cf\.|vgl\.|see|voir) [^()\d]{2,60},? (?:1[5-9]|20)\d\d[^()]{0,20}\)\.?\Z"
)
_FIRST_SIGNS = frozenset("\"“„«‘‹'—–-[")


# How a sentence or a clause of a note begins that names a work again, or leads up to one.
_NOTE = lazy_pattern(
    r"(?:\A|[.;(,] )"
    + any_of(
        r"ebd\.;ebenda;ibid;ibíd;ib\.;ivi\b;id\.;idem;a\. ?a\. ?o\.;op\. ?cit;loc\. ?cit;art\. cit"
        r";vgl\.;siehe;cf\.;cfr;see\b;voir\b;v[eé]an?se;si veda;vedi\b;(?:wie )?anm\. ?\d;supra\b"
        r";sur [^,.]{1,60} voir;zu[mr]? [^,.]{1,60} vgl\.;on [^,.]{1,60},? see",
        ";",
    ),
    re.IGNORECASE,
)
# From this share of entries on that lead up to a work, or name one again, a list is one of notes;
# as many as this tell nothing.
# (Under a heading of a list, and in a numbered one, it takes more.)
_NOTES, _NOTES_IN_LISTS, _FEW_NOTES = 0.1, 0.25, 1


def are_notes(texts: Sequence[str], share: float = _NOTES) -> bool:
    """Return whether entries are notes: some lead up to a work, or name one again."""
    some = sum(_NOTE.search(text) is not None or OPENING.match(text) is not None for text in texts)
    return some > _FEW_NOTES and some >= share * len(texts)


def _without_residue(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not is_residue_line(line.text)]


def found_of(traced: Traced, number: str | None) -> Found:
    """Return the place of a work in the text, and its number."""
    start, end = traced.offsets[0], traced.offsets[-1] + 1
    return Found(traced.text, start, end, number, offsets=traced.offsets)


# ---- judgement --------------------------------------------------------------------------------

# What a work needs less under a heading of a list.
_HEADED = 4.0
# What a work needs less in a list without a heading of which the chain is sure.
_UNHEADED = 1.2
# What the only reference of a text needs less, and if the chain doubts it.
_WHOLE, _DOUBTED = 1.0, 0.4
# A list without a heading is one if the chain is as sure of its beginnings, and if this share of
# its works read as references.
_CERTAIN, _SHARE = 0.6, 0.5
# From this share of references on, what has a number and a place is a reference whatever it looks
# like; from this share of numbers on, what has none must look like a reference.
_NUMBERED = 0.6


def kept_of(works_: Sequence[Work], *, headed: bool, whole: bool, sure: float) -> list[Found]:
    """Keep the works of a list that read as references; nothing where it is no list.

    Args:
        works_: The works.
        headed: Whether it stands under a heading of a list.
        whole: Whether it is nearly all of the text.
        sure: The mean chance that its references begin where they do.
    """
    good = sum(work.likeness >= REFERENCE for work in works_)
    if not headed and is_table(works_):
        return []
    is_likely = good >= _SHARE * len(works_) and (sure >= _CERTAIN or good == len(works_))
    if not (headed or whole or is_likely):
        return []
    alone = _WHOLE if sure >= _CERTAIN else _DOUBTED
    less = _HEADED if headed else _UNHEADED if good else alone
    numbered = good >= _NUMBERED * len(works_)
    with_number = sum(work.number is not None for work in works_) >= _NUMBERED * len(works_)
    return [
        found_of(work.traced, work.number)
        for work in works_
        if work.likeness >= REFERENCE - (less if work.number or not with_number else 0.0)
        or (numbered and work.number and _places(work))
    ]


# Values of a table: "0.34", "-90.5"; a list of which so many works have two, or one, is a
# table of studies.
_DECIMAL = lazy_pattern(r"(?<=\s)-?\d{1,3}\.\d{1,2}(?=\s|\Z)")
_TABLE, _VALUES = 0.3, 0.6


def is_table(works_: Sequence[Work]) -> bool:
    """Return whether works are the rows of a table of studies."""
    values = [len(_DECIMAL.findall(work.traced.text)) for work in works_]
    some, many = sum(map(bool, values)), sum(count > 1 for count in values)
    return many > _TABLE * len(values) or some > _VALUES * len(values)


def begin_well(texts: Sequence[str]) -> bool:
    """Return whether most texts begin as references do."""
    return sum(beginning(text).weight >= 1 for text in texts) >= _BEGIN_WELL * len(texts)


_BEGIN_WELL = 0.6


def _places(work: Work) -> bool:
    """Return whether a work names a time, a place or an address."""
    text = work.traced.text
    return dated(text) or located(text) or "www." in text


# Without a heading a single reference is a list if it makes up this share of the text. A further
# list needs so many references where one with a heading has as many as these.
_MOST, _FURTHER, STRONG = 0.5, 3, 5


def is_list(kept: Sequence[Found], size: int, others: int) -> bool:
    """Return whether references without a heading are a list.

    Args:
        kept: The references.
        size: How long the text is, in characters.
        others: How many references stand in lists with a heading.
    """
    if len(kept) < 2 and sum(len(one.text) for one in kept) < _MOST * size:
        return False
    if others < STRONG:
        return True
    begin = sum(beginning(one.text).weight >= 1 and dated(one.text) for one in kept)
    return len(kept) >= _FURTHER and 2 * begin >= len(kept)
