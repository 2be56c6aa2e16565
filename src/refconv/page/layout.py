"""Measure the layout of a list without markers."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from refconv.page.beginnings import DONE, beginning, end_class
from refconv.page.lines import Line
from refconv.page.patterns import YEAR, Rule


class Signs(NamedTuple):
    """A line, how it begins and ends, the number of its years, and where the first one stands."""

    line: Line
    rule: Rule
    end: str
    years: int
    year: int


def signs_of(line: Line) -> Signs:
    """Return how a line begins and ends, and where its years are."""
    years = [match.start() for match in YEAR.finditer(line.text)]
    return Signs(
        line, beginning(line.text), end_class(line.text), len(years), years[0] if years else -1
    )


class Layout(NamedTuple):
    """How a list is set: the width of its wraps, its indents, its blank lines, its order.

    ``setting`` is wrapped (lines are filled), free (a reference a line) or stacked (a field a
    line).
    ``hanging`` is 1 where references begin further left than they go on, -1 where further right,
    0 where indents say nothing; ``blanks`` says that blank lines stand between references;
    ``usual`` is the way in which most references begin and ``share`` how many of them do;
    ``sorted`` says that they are by name, ``dated`` where their years stand: early, late, or not.
    """

    width: int
    setting: str
    hanging: int
    edge: int
    blanks: bool
    usual: str
    share: str
    sorted: bool
    dated: str


# More lines begin references than this share where references are not wrapped.
MOST_BEGIN = 0.7


def layout_of(signs: Sequence[Signs]) -> Layout:
    """Read off how a list is set."""
    lines = [one.line for one in signs]
    rules = [one.rule for one in signs]
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    near = sum(0.82 * width <= length <= 1.25 * width for length in lengths)
    many = sum(rule.weight >= 1 for rule in rules)
    filled = near >= 0.42 * len(lengths) and width <= 170 and many <= MOST_BEGIN * len(lines)
    setting = "wrapped" if filled else "free"
    edge = min(line.indent for line in lines)
    outer = [rule for line, rule in zip(lines, rules, strict=True) if line.indent - edge <= 1]
    inner = [rule for line, rule in zip(lines, rules, strict=True) if line.indent - edge > 1]
    hanging = 0
    if min(len(outer), len(inner)) >= max(1, 0.12 * len(lines)):
        good = sum(rule.weight > 0.9 for rule in outer) / len(outer)
        bad = sum(rule.weight > 0.9 for rule in inner) / len(inner)
        hanging = 1 if good > bad + 0.2 else -1 if bad > good + 0.2 else 0
    spaced = sum(line.blanks > 0 for line in lines[1:])
    blanks = 0.06 * len(lines) <= spaced <= 0.9 * (len(lines) - 1) if len(lines) > 1 else False
    begins = [
        rule.weight >= SURE and (before is None or before in DONE)
        for rule, before in zip(rules, [None, *(one.end for one in signs)], strict=False)
    ]
    sure = [
        pair for pair, begin in zip(zip(lines, rules, strict=True), begins, strict=True) if begin
    ]
    if setting == "free" and len(lines) > 2.2 * (len(sure) + 1):
        setting = "stacked"
    names = Counter(rule.name for _, rule in sure)
    usual, times = names.most_common(1)[0] if sure else ("", 0)
    share = "mostly" if times > 0.75 * len(sure) else "often" if times > 0.5 * len(sure) else "some"
    keys = [key_of(line.text) for line, _ in sure]
    rising = sum(a <= b for a, b in pairwise(keys))
    ordered = len(keys) >= 6 and rising >= 0.8 * (len(keys) - 1)
    return Layout(
        width, setting, hanging, edge, blanks, usual, share, ordered, _dated(signs, begins)
    )


SURE = 1.3


def _dated(signs: Sequence[Signs], begins: Sequence[bool]) -> str:
    """Return where the years of a list are: soon after its references begin, later, or nowhere."""
    places: list[int] = []
    ahead: int | None = 0
    for one, begin in zip(signs, begins, strict=True):
        if begin:
            ahead = 0
        if ahead is not None:
            if one.years:
                places.append(ahead + one.year)
                ahead = None
            else:
                ahead += len(one.line.text)
    if not places:
        return "undated"
    early = sum(place < 140 for place in places)
    return "early" if early > 0.7 * len(places) else "late"


def key_of(text: str) -> str:
    """Return the first letter of a line, without accents and case, "" for a repeated author."""
    for character in text[:12]:
        if character.isalpha():
            return unicodedata.normalize("NFD", character)[0].casefold()
        if character in "—–―_⸺-":
            return ""
    return "~"
