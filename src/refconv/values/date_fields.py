"""Dates in fields: ``YYYY/MM/DD/other`` and whatever else is written in its place.

Source: *RIS Format Specifications*, 2011 ("Date fields"). EndNote puts the year into PY and the
rest into DA (``MAR 15``), others the whole of it into either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date, Edge, Point
from refconv.core.fields import Codec, Decoded, Raws
from refconv.values.date_forms import date_in_words, in_figures
from refconv.values.months import MONTH_NAMES, MONTHS, SEASON_NAMES, SEASONS, fold

_JUNK = frozenset({"undefined", "nan", "none", "null"})
_SLASHED = re.compile(
    r"(?P<year>\d{3,4})/\s*+(?P<month>\d{0,2}|[A-Za-z]+)\s*+"
    r"(?:/\s*+(?P<day>\d{0,2})\s*+(?:/(?P<other>.*))?)?",
    re.DOTALL,
)
_YEARS = re.compile(r"(?P<start>\d{4})\s*[-\u2013]\s*(?P<end>\d{4})?")
_CIRCA = re.compile(r"(?:circa|ca?\.?) ?(?P<year>\d{4})", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})([01]\d)([0-3]\d)", re.ASCII)


def _slashed(match: re.Match[str]) -> Date | None:
    """Read ``YYYY/MM/DD/other``; zeros and what a program wrote for nothing say nothing."""
    year, other = int(match["year"]), (match["other"] or "").strip()
    literal = "" if other.casefold() in _JUNK else other
    name = fold(match["month"]) if match["month"] else ""
    month = int(name) if name.isdecimal() else MONTHS.get(name, 0)
    day, season = int(match["day"] or 0), SEASONS.get(name)
    if season is None and (day or (name and not name.isdecimal())) and not month:
        return None
    if literal and not name.strip("0") and (whole := date_in_words(literal, year)) is not None:
        return whole
    try:
        if season is not None:
            return Date(Point(year, season=season), literal=literal)
        return Date(Point(year, month or None, day or None), literal=literal)
    except ValueError:
        return None


def _read(raw: str) -> Date | None:
    """Read a value; ``None`` if it is no date or has no year."""
    text = raw.strip()
    if text[:1] == "[" and text[-1:] == "]":
        # Supplied by a cataloguer (AACR2 1.4F7, RDA 2.8.6.6).
        text = text[1:-1].strip()
    if text.isdecimal() and len(text) == 4:
        return Date.on(int(text))
    if match := _SLASHED.fullmatch(text):
        return _slashed(match)
    if date := Date.from_edtf(text):
        return date
    if match := _CIRCA.fullmatch(text):
        return Date(Point(int(match["year"]), circa=True))
    if match := _YEARS.fullmatch(text):
        last = Point(int(match["end"])) if match["end"] else Edge.OPEN
        return Date(Point(int(match["start"])), last)
    return Date.from_stamp(text) or _in_figures(text) or date_in_words(text)


def _in_figures(text: str) -> Date | None:
    try:
        if match := _COMPACT.fullmatch(text):
            return Date.on(*map(int, match.groups()))
        return in_figures(text)
    except ValueError:
        return None


def decode_date(raw: str) -> Date:
    """Read a date that stands alone; what is no date becomes a literal.

    >>> str(decode_date("2009/03/15/")), str(decode_date("March 15th, 2009"))
    ('2009-03-15', '2009-03-15')
    """
    return _read(raw) or Date(literal=raw)


def _precision(date: Date) -> int:
    point = date.points[0]
    if date.end is not None or not point.is_plain or date.literal:
        return 3
    return bool(point.month or point.season) + bool(point.day)


def _implies(date: Date, other: Date) -> bool:
    """Return whether a date says all that another does."""
    if date == other:
        return True
    point, less = date.points[0], other.points[0]
    if other.end is not None or other.literal or not less.is_plain or point.year != less.year:
        return False
    return (
        less.month in (None, point.month)
        and less.day in (None, point.day)
        and less.season in (None, point.season)
    )


def _as_text(text: str, unused: tuple[tuple[int, int], ...] = ()) -> Decoded:
    """Decode a text that is no date as a literal, and report it if it has digits."""
    if any(mark.isdigit() for mark in text):
        found = problem(Code.BAD_DATE, "invalid", value=text)
        return Decoded(Date(literal=text), unused, found)
    return Decoded(Date(literal=text), unused)


def decode_one(raws: Raws) -> Decoded:
    """Read a date that stands in one value; further values are left over."""
    first = raws[0][0]
    unused = tuple((0, i) for i, raw in enumerate(raws[0]) if raw != first)
    date = _read(first)
    return _as_text(first, unused) if date is None else Decoded(date, unused)


def _decode(raws: Raws) -> Decoded:
    """Join what PY and DA say; what contradicts is left over. DA goes before PY, as in Zotero."""
    places = [(position, i) for position in (1, 0) for i in range(len(raws[position]))]
    read = {place: _read(raws[place[0]][place[1]]) for place in places}
    dates = {place: date for place, date in read.items() if date is not None}
    chosen: Date | None = None
    for date in dates.values():
        if chosen is None or (_precision(date) > _precision(chosen) and _implies(date, chosen)):
            chosen = date
    used = set()
    if chosen is None:
        place = (0, 0) if raws[0] else (1, 0)
        return _as_text(raws[place[0]][place[1]], tuple(sorted(set(places) - {place})))
    for position, i in (place for place in places if place not in dates):
        whole = date_in_words(raws[position][i], chosen.points[0].year)
        if whole is not None and (_implies(whole, chosen) or _implies(chosen, whole)):
            chosen = whole if _precision(whole) > _precision(chosen) else chosen
            used.add((position, i))
    used |= {place for place, date in dates.items() if _implies(chosen, date)}
    unused = tuple(sorted(set(places) - used))
    if unused:
        texts = ", ".join(repr(raws[position][i]) for position, i in unused)
        found = problem(Code.BAD_DATE, "contradiction", values=texts, date=str(chosen))
        return Decoded(chosen, unused, found)
    return Decoded(chosen)


def day_text(point: Point) -> str:
    """Return a day as ``YYYY/MM/DD/``, without the parts that are not known."""
    day = "" if point.day is None else f"{point.day:02d}"
    return f"{point.year:04d}/{point.month or 0:02d}/{day}/".replace("/00/", "//")


def _words(points: Sequence[Point]) -> str:
    """Write the days or months of an interval within a year, as EndNote does: ``Jun 6-9``."""
    start, end = points
    first, last = (MONTH_NAMES[(point.month or 1) - 1] for point in points)
    if start.day is None or end.day is None:
        return f"{first}-{last}"
    return f"{first} {start.day}-" + (f"{end.day}" if first == last else f"{last} {end.day}")


def _encode(date: Date) -> Raws:
    if date.start is None:
        return (date.literal,), ()
    points = date.points
    year = f"{points[0].year:04d}"
    simple = all(point.is_plain and 0 <= point.year <= 9999 for point in points)
    if simple and date.end is None:
        point = points[0]
        if point.season is not None and not date.literal:
            return (year,), (SEASON_NAMES[point.season - 1].capitalize(),)
        if point.month is None and not date.literal:
            return (year,), ()
        return (year,), (day_text(point) + date.literal,)
    if simple and len(points) == 2 and not date.literal:
        start, end = points
        is_within = start.year == end.year and (start.month or 0) <= (end.month or 0)
        if start.month and end.month and is_within and not (start.day and not end.day):
            return (year,), (_words(points),)
        if _precision(Date(start)) == _precision(Date(end)) == 0:
            return (f"{year}-{end.year:04d}",), ()
    only_circa = Point(points[0].year, circa=True)
    if date.start == only_circa and date.end is None and 0 <= only_circa.year <= 9999:
        return (f"ca. {year}",), ()
    return (date.edtf(),), ()


PY_AND_DA = Codec(_decode, _encode)


def encode_date(date: Date) -> str:
    """Write a date into one value."""
    if date.start is None:
        return date.literal
    point = date.points[0]
    if date.end is None and point.is_plain and 0 <= point.year <= 9999 and point.season is None:
        return day_text(point) + date.literal
    return date.edtf()
