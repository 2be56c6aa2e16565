"""Printed dates into dates, in the languages that reference lists have.

A date is read as its parts (year, month, day, season) on both sides of a range mark; each side
takes what it lacks from the other (``12–14 May 2003``). What holds no year is kept as it stands,
and so is what says more than its date does (``1927, repr. 1986``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from refconv.core.model import Date, Point
from refconv.values.months import MONTHS, SEASONS, fold

_CIRCA = frozenset(
    "c ca circa cca um vers env environ approx approximately около etwa hacia".split()
)
# What stands in dates and says nothing of when.
_SILENT = frozenset(
    """st nd rd th er ere e o a le la the of on de del do di d am den der vom and et und y in no
    г г. гг года year monday tuesday wednesday thursday friday saturday sunday mon tue wed thu
    fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi
    jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo epub
    cited accessed retrieved visited viewed abgerufen zugriff consulte letzter zuletzt last ad
    copyright published online available anno dated stand""".split()
)

_PLAIN_YEAR = re.compile(r"(?:1\d|20)\d\d", re.ASCII)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_HAN = re.compile(r"(\d{4})\s?年\s?(?:(\d{1,2})\s?月\s?)?(?:(\d{1,2})\s?日)?", re.ASCII)
_BEFORE_CHRIST = re.compile(
    r"(\d{1,4})\s?(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.\s?chr\.?)(?!\w)", re.IGNORECASE
)
_PART = re.compile(r"\d+|[^\W\d_]+|[-\u2010-\u2015\u2212/~?\[\]]")
_SUFFIXED = re.compile(r"((?:1\d|20)\d\d)\s?([a-z]{1,2})\b")
_EDGES = " \t\u00a0.,;:()"
_DASH = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212/")


class _Side(NamedTuple):
    """What stands on one side of a range mark."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return self == _Side()


def split_year_suffix(raw: str) -> tuple[str, str]:
    """Take the letter off a year that has one: ``2004a`` gives ``2004`` and ``a``."""
    match = _SUFFIXED.search(raw)
    if match is None:
        return raw, ""
    return raw[: match.end(1)] + raw[match.end() :], match[2]


@lru_cache(8192)
def read_date(raw: str) -> Date | None:
    """Read a printed date; ``None`` for one without letters or digits."""
    text = unicodedata.normalize("NFC", raw).strip(_EDGES)
    if _PLAIN_YEAR.fullmatch(text):
        return Date.on(int(text))
    try:
        return _figures(text) or _words(text) or _literal(text)
    except ValueError:
        # A day that no calendar has: the year holds.
        return _literal(text, _YEAR.search(text))


_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)", re.ASCII)
_ABBREVIATED = re.compile(r"[^\W\d_]\.\s?[^\W\d_]\Z")


def _literal(text: str, year: re.Match[str] | None = None) -> Date | None:
    """Keep a text that is no date: ``in press``, ``n.d.``; with the year in it, if one is known."""
    text = " ".join(text.split())
    if _ABBREVIATED.search(text):
        text += "."
    if not any(map(str.isalnum, text)):
        return None
    return Date(start=Point(int(year.group())) if year else None, literal=text)


# ── figures alone ─────────────────────────────────────────────────────────────────────────────────


def _figures(text: str) -> Date | None:
    """Read the forms that only figures make: ISO, 12.5.2003, 2003年5月12日, 44 BC."""
    if match := _ISO.fullmatch(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4] or 0)
        is_range = not day and (match[2] == "/" or year % 100 + 1 == month)
        return None if is_range or not 1 <= month <= 12 else Date.on(year, month, day or None)
    if match := _NUMERIC.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] != "." and first <= 12 and second <= 12 and first != second:
            # American or not: nobody can tell.
            return Date(start=Point(year), literal=text)
        day, month = (first, second) if second <= 12 else (second, first)
        return Date.on(year, month, day)
    if match := _HAN.fullmatch(text):
        return Date.on(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    if match := _BEFORE_CHRIST.fullmatch(text):
        return Date.on(1 - int(match[1]))
    return None


# ── words and figures ─────────────────────────────────────────────────────────────────────────────


def _words(text: str) -> Date | None:
    sides: list[dict[str, int]] = [{}]
    circa = uncertain = False
    clear = True
    for part in _PART.findall(text):
        word = fold(part)
        side = sides[-1]
        if part in _DASH:
            if side:
                sides.append({})
        elif part == "~" or word in _CIRCA:
            circa = True
        elif part == "?":
            uncertain = True
        elif part[0].isdigit():
            clear = _put_number(side, part, sides) and clear
        elif word in MONTHS:
            clear = "month" not in side and clear
            side.setdefault("month", MONTHS[word])
        elif word in SEASONS:
            side.setdefault("season", SEASONS[word])
        elif word not in _SILENT and part not in "[]":
            clear = False
    ends = _filled([_Side(**side) for side in sides if side])
    if not ends or len(ends) > 2 or any(end.year is None for end in ends):
        return None
    points = [
        Point(
            end.year or 0,
            end.month,
            end.day if end.month else None,
            season=None if end.month else end.season,
            circa=circa,
            uncertain=uncertain,
        )
        for end in ends
    ]
    literal = (
        "" if clear and all(end.month or not end.day for end in ends) else " ".join(text.split())
    )
    if len(points) == 2 and points[0] == points[1]:
        points.pop()
    return Date(start=points[0], end=points[1] if len(points) > 1 else None, literal=literal)


def _put_number(side: dict[str, int], figures: str, sides: list[dict[str, int]]) -> bool:
    """Place a number as a year or a day; tell whether it found a place."""
    number = int(figures)
    if len(figures) == 4 and 1000 <= number < 2100:
        known = side.setdefault("year", number)
        return known == number
    before = sides[-2].get("year") if len(sides) > 1 and not side else None
    if len(figures) == 2 and before and not {"month", "day"} & set(sides[-2]):
        # 1999-00: the century is the first year's, or the next.
        side["year"] = before - before % 100 + number + (100 if number < before % 100 else 0)
        return side["year"] - before <= 60
    if 1 <= number <= 31 and len(figures) <= 2:
        known = side.setdefault("day", number)
        return known == number
    return False


def _filled(sides: list[_Side]) -> list[_Side]:
    """Let each end of a range take what it lacks from the other."""
    if len(sides) != 2:
        return sides
    left, right = sides
    if left.year is None:
        left = left._replace(year=right.year)
    elif right.year is None:
        right = right._replace(year=left.year)
    if left.day and right.day:
        if left.month is None:
            left = left._replace(month=right.month)
        elif right.month is None:
            right = right._replace(month=left.month)
    return [left, right]
