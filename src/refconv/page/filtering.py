"""Decide which candidates are references: those of a list that is one, and works that look so."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from refconv.core.report import Found
from refconv.page.beginnings import beginning
from refconv.page.entries import Item
from refconv.page.joining import join_lines
from refconv.page.likeness import REFERENCE, likeness
from refconv.page.lines import Line
from refconv.page.link_text import is_residue_line, strip_residue
from refconv.page.offset_text import Traced
from refconv.page.patterns import dated, located
from refconv.page.works import works

# ---- works ------------------------------------------------------------------------------------


class Work(NamedTuple):
    """One work of a list, before it is judged: its line, its number, how far it reads as one."""

    traced: Traced
    number: str | None
    likeness: float


# Nothing shorter is a reference, in characters.
SHORTEST = 12


def works_of(items: Iterable[Item], words: Container[str]) -> list[Work]:
    """Return the works of some entries, each in one line."""
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

SURE = 2.3
"""From this likeness on a work is a reference whatever stands around it."""
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
_DECIMAL = re.compile(r"(?<=\s)-?\d{1,3}\.\d{1,2}(?=\s|\Z)")
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
