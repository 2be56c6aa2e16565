"""Find the semicolons and full stops that separate two works of one entry.

What stands before it is looked at from the last cut on. A text may be nothing but stops: each
pattern is looked for once in it, not once for each stop.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import beginning
from refconv.page.likeness import REFERENCE, likeness
from refconv.page.openings import OPENING
from refconv.page.patterns import NAME, PREPRINT, SHORT_TITLE, UPPER, YEAR

_STOP = lazy_pattern(r"[;.](?:(?<=;)|(?<=[\d)\]]\.))\s+(?=\S)")
# A work that can stand alone names a place and a time.
_JOINT = lazy_pattern(r"(?:and|et|und|sowie|y|e|ou|or|und auch|et aussi) (?=[A-ZÀ-Þ])")
_PLACE = lazy_pattern(
    r"(?:1[89]|20)\d\d .{5,160}\d{1,4} [A-Z]?\d{2,6}\b"
    r"|\d[^;]{0,12}(?:\(?(?:1[5-9]|20)\d{2}\)?|[:,] ?(?:[A-Za-z]{1,2}\. ?)?[A-Za-z]?\d)"
    r"|10\.\d{4}|/\d{7}|\d{4}\.\d{4}"
)
_SHORT_TITLE = lazy_pattern(rf"{SHORT_TITLE}|\b[Ee]bd\b|\b[Ii]bid\., \d")
# "Phys. Rev. D 70 (2004)", "ibid. 81, 155303": the same authors, another place.
_SERIES = lazy_pattern(r"(?>[A-Z][\w.&]*\.? ?){1,6}[A-Z]?\d{1,4}[ ,(]|[Ii]bid\.?[ ,]|PoS[ (]")
_IN_BRACKETS = r"\((?:19|20)\d\d\)"
_PHYSICS = lazy_pattern(
    rf"{_IN_BRACKETS} [A-Z]?\d+|{PREPRINT}|(?:nucl|gr)-\w{{2}}/|\d {_IN_BRACKETS}"
)
_PHYSICS_END = lazy_pattern(rf"\d ?{_IN_BRACKETS}[^;]{{0,40}}\Z")
_LINKED = lazy_pattern("/|arXiv")
# Works are no shorter, in characters, and no longer; so many semicolons, or characters, are looked
# ahead; what ends a work is no longer.
_LEAST, _LEAST_AFTER, _LONGEST, _AHEAD, _AHEAD_BY_STOP, _END = 15, 12, 3000, 12, 240, 60


class _Past:
    """What a text says from the last cut to a stop, at one stop after the other.

    Each pattern is looked for once, and again only behind a cut: a text may be all stops.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.end = 0
        self._round = self._square = 0
        self._next: dict[re.Pattern[str], re.Match[str] | None] = {}

    def reach(self, end: int) -> None:
        """Go on to a place."""
        passed = self.text[self.end : end]
        self._round += passed.count("(") - passed.count(")")
        self._square += passed.count("[") - passed.count("]")
        self.end = end

    def cut(self, start: int) -> None:
        """Begin again, at a place."""
        self.start = self.end = start
        self._round = self._square = 0

    @property
    def balanced(self) -> bool:
        """Whether its brackets come in pairs."""
        return self._round == 0 and self._square == 0

    @property
    def last(self) -> str:
        """Its last character."""
        return self.text[self.end - 1]

    @property
    def head(self) -> str:
        """As much of it as a work may be long."""
        return self.text[self.start : min(self.end, self.start + _LONGEST)]

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Return whether a pattern is found in the text."""
        found = self._next.get(pattern)
        if pattern not in self._next or (found is not None and found.start() < self.start):
            found = self._next[pattern] = pattern.search(self.text, self.start)
        if found is None or found.start() >= self.end:
            return False
        return found.end() <= self.end or bool(pattern.search(self.text, found.start(), self.end))

    def ends(self, pattern: re.Pattern[str]) -> bool:
        """Return whether the text ends with a pattern."""
        first = max(self.start, self.end - _END)
        return pattern.search(self.text, first, self.end) is not None

    @property
    def whole(self) -> bool:
        """Whether it can stand alone."""
        return self.has(_PLACE) and (self.has(YEAR) or self.has(_LINKED))


def stopped(text: str) -> list[tuple[int, int]]:
    """Find the semicolons, and the stops of physicists, between two whole works."""
    stops = list(_STOP.finditer(text))
    semicolons = [stop.start() for stop in stops if text[stop.start()] == ";"]
    cuts: list[tuple[int, int]] = []
    before = _Past(text)
    for match in stops:
        stop, begin = match.span()
        before.reach(stop)
        short = stop - before.start < _LEAST and not before.has(_SHORT_TITLE)
        if short or len(text) - begin < _LEAST_AFTER or not before.balanced:
            continue
        joint = _JOINT.match(text, begin) if text[stop] == ";" else None
        for start in (begin, joint.end()) if joint else (begin,):
            if text[stop] == ";":
                later = bisect_right(semicolons, stop)
                ends = [end - start for end in semicolons[later : later + _AHEAD]]
                parted = _parted(before, text[start : start + _LONGEST], ends)
            else:
                parted = _parted_by_stop(before, text[start : start + _AHEAD_BY_STOP])
            if parted:
                cuts.append((stop + 1, start))
                before.cut(start)
                break
    return cuts


def _parted(before: _Past, after: str, ends: Sequence[int]) -> bool:
    """Return whether a semicolon separates two works.

    The second one may have semicolons between its authors: ``ends`` are the places in ``after``
    where it may end.
    """
    if not before.has(YEAR) and not before.whole and not before.has(_SHORT_TITLE):
        return False
    if _SHORT_TITLE.search(after[: ends[0]] if ends else after):
        return True
    # To the first end that leaves a year in it.
    year = YEAR.search(after)
    rest = next((after[:end] for end in ends if year and year.end() <= end), after)
    opening = OPENING.match(after)
    work = after[opening.end() :] if opening else after
    if opening and year and work[:1].isupper():
        return True
    rule = beginning(work)
    begins = rule.weight >= 1.8 or (
        before.last in "0123456789)]" and (rule.weight >= 1.3 or _SERIES.match(after) is not None)
    )
    if begins and before.whole and whole(rest):
        return True
    return (
        rule.weight >= 1.3
        and year is not None
        and likeness(before.head) >= REFERENCE
        and likeness(rest) >= REFERENCE
    )


_APA_AUTHOR = rf"{NAME}, (?:{UPPER}\.[ -]?){{1,4}}"
_APA_YEAR = r"\((?:1[89]|20)\d\d[a-z]?\)"
_APA = lazy_pattern(rf"{_APA_AUTHOR}(?:(?:, ?(?:& )?|& |and ){_APA_AUTHOR}){{0,20}} ?{_APA_YEAR}")
_APA_BEFORE = lazy_pattern(_APA_YEAR)
_VANCOUVER_PLACE = r"(?:1[89]|20)\d\d; ?\d{1,4}(?:\([^()]{1,12}\))?: ?\w{1,8}"
_VANCOUVER_AUTHOR = rf"{NAME} {UPPER}{{1,3}}"
_VANCOUVER = lazy_pattern(
    rf"{_VANCOUVER_AUTHOR}(?:, {_VANCOUVER_AUTHOR}){{0,20}}(?:, et al)?\. "
    rf"[^;]{{10,200}}{_VANCOUVER_PLACE}"
)
_VANCOUVER_BEFORE = lazy_pattern(rf"{_VANCOUVER_PLACE}(?:[-\u2013]\w{{1,8}})?\Z")


def _parted_by_stop(before: _Past, after: str) -> bool:
    """Return whether a full stop separates two works of the same form.

    Both in the manner of APA, of Vancouver, or of physics.
    """
    if _APA.match(after) and before.has(_APA_BEFORE):
        return True
    if _VANCOUVER.match(after) and before.ends(_VANCOUVER_BEFORE):
        return True
    return (
        before.whole
        and beginning(after).name == "initials family"
        and (before.has(_PHYSICS) or before.ends(_PHYSICS_END))
        and (_PHYSICS.search(after) or _PHYSICS_END.search(after)) is not None
    )


def whole(text: str) -> bool:
    """Return whether a work can stand by itself."""
    linked_or_dated = YEAR.search(text) or _LINKED.search(text)
    return linked_or_dated is not None and _PLACE.search(text) is not None
