"""Dates as JSON holds them: in parts, in words, or as a number.

Sources: CSL 1.0.2 schema, ``date-variable``; CSL-JSON of before 2012, which had ``raw`` and
``year``; what pandoc, citation-js, Crossref and language models write in their place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from refconv.core.edtf import Date, Point
from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.date_fields import decode_date
from refconv.values.months import MONTHS, SEASONS, fold

_PARTS = ("year", "month", "day")
_DATE_PARTS = ("date-parts", "date_parts", "dateParts")
_WORDS = ("raw", "date-time", "date", "value")
_NOTHING = (None, "", 0, "0", "null", "None")
_ZEROS = lazy_pattern(r"(?<=\d{4})(?:-00){1,2}$")


def date_of_json(raw: Any) -> Date | None:
    """Read a date in any form that JSON has for one; ``None`` if there is none.

    A text that is no date becomes a literal.

    >>> str(date_of_json({"date-parts": [["2003", "02", None]]})), str(date_of_json(2007))
    ('2003-02', '2007')
    >>> str(date_of_json([{"year": "2003", "month": "Feb"}])), str(date_of_json("July 4, 1999"))
    ('2003-02', '1999-07-04')
    """
    if isinstance(raw, str):
        text = _ZEROS.sub("", raw.strip())
        return _without_time(decode_date(text)) if text else None
    try:
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return _of_number(raw)
        if isinstance(raw, Mapping):
            return _of_members(raw)
        return _of_list(raw) if isinstance(raw, list | tuple) else None
    except (TypeError, ValueError, OverflowError):
        return None


def _without_time(date: Date) -> Date:
    """Remove a time of day (``2021-03-09T00:00:00Z``): nothing is published at one."""
    is_timed = date.start is not None and re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:", date.literal)
    return Date(date.start, date.end) if is_timed else date


def _of_number(number: float) -> Date | None:
    return decode_date(str(int(number))) if number == int(number) and 0 < number < 10**8 else None


def _of_members(raw: Mapping[str, Any]) -> Date | None:
    """Read an object: its parts, its year, or what it says in words."""
    parts = next((raw[key] for key in _DATE_PARTS if raw.get(key)), None)
    words = next((raw[key] for key in _WORDS if raw.get(key)), None)
    circa = raw.get("circa") not in (None, False, 0, "", "0", "false")
    points = _points(parts, raw.get("season"), circa) if isinstance(parts, list | tuple) else []
    if not points and raw.get("year") not in _NOTHING:
        points = [_point([raw.get(part) for part in _PARTS], raw.get("season"), circa)]
    literal = str(raw.get("literal") or "")
    if points:
        return Date(points[0], points[1] if len(points) > 1 else None, literal)
    if isinstance(parts, str):
        words = words or parts
    date = Date.from_edtf(literal) or Date(literal=literal) if literal else date_of_json(words)
    if date is not None and circa and isinstance(date.start, Point) and date.end is None:
        return Date(Point(date.start.year, date.start.month, date.start.day, circa=True))
    return date


def _of_list(raw: Sequence[Any]) -> Date | None:
    """Read the parts of a date, a list of them, or a list of dates."""
    if not raw:
        return None
    if isinstance(raw[0], Mapping) or (isinstance(raw[0], str) and not raw[0].strip().isdecimal()):
        ends = [date for one in raw[:2] if (date := date_of_json(one)) is not None]
        points = [one.start for one in ends if isinstance(one.start, Point)]
        if not points:
            return ends[0] if ends else None
        return Date(points[0], points[1] if len(points) > 1 else None)
    points = _points(raw, None, circa=False)
    return Date(points[0], points[1] if len(points) > 1 else None) if points else None


def _points(parts: Sequence[Any], season: Any, circa: bool) -> list[Point]:
    """Read one or two dates in parts; those without a year are none."""
    lists: list[Sequence[Any]] = [part for part in parts if isinstance(part, list | tuple)]
    found = lists or [parts]
    if len(found) > 2:
        raise ValueError("more than two dates")
    return [_point(part, season, circa) for part in found if part and part[0] not in _NOTHING]


def _point(parts: Sequence[Any], season: Any, circa: bool) -> Point:
    """Read year, month and day; what is missing or null ends the date.

    Raises:
        ValueError: if the calendar has no such day.
    """
    year: Any
    year, *rest = [*parts, None, None]
    if len(parts) == 1 and isinstance(year, str) and not year.strip().lstrip("+-").isdecimal():
        date = decode_date(year.strip())
        if isinstance(date.start, Point) and date.end is None:
            return date.start
    month, named = _month(rest[0])
    day = int(rest[1]) if month and rest[1] not in _NOTHING else None
    number = named if month is None else None
    if month is None and number is None and season not in _NOTHING:
        number = _season(season)
    return Point(int(year), month, day, season=number, circa=circa)


def _month(raw: Any) -> tuple[int | None, int | None]:
    """Return a month, or the season that stands in its place: 13-16 or 21-24."""
    if raw in _NOTHING:
        return None, None
    name = str(raw).strip()
    if name.isalpha():
        word = fold(name)
        if word not in MONTHS and word not in SEASONS:
            raise ValueError(f"no month: {name!r}")
        return MONTHS.get(word), SEASONS.get(word)
    number = int(raw)
    return (None, number % 10 - 2 * (number < 20)) if number in _SEASONS else (number, None)


_SEASONS = frozenset((*range(13, 17), *range(21, 25)))


def _season(raw: Any) -> int | None:
    text = str(raw).strip()
    if text.isdecimal():
        number = int(text)
        number = number % 20 if 21 <= number <= 24 else number
        return number if 1 <= number <= 4 else None
    return SEASONS.get(fold(text)) if text else None
