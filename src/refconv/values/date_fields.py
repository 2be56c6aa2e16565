"""Dates as RIS has them: ``YYYY/MM/DD/other`` and whatever else is written in their place.

Source: *RIS Format Specifications*, 2011 ("Date fields"). EndNote puts the year into PY and the
rest into DA (``MAR 15``), others the whole of it into either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date, Edge, Point
from refconv.core.fields import Codec, Decoded, Raws
from refconv.values.months import MONTHS, SEASON_NAMES, SEASONS, fold

_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS = {
    **{name: ("M", month) for name, month in MONTHS.items()},
    **{name: ("S", season) for name, season in SEASONS.items()},
}
_JUNK = frozenset({"undefined", "nan", "none", "null"})
_SLASHED = re.compile(
    r"(?P<year>\d{3,4})/\s*+(?P<month>\d{0,2}|[A-Za-z]+)\s*+"
    r"(?:/\s*+(?P<day>\d{0,2})\s*+(?:/(?P<other>.*))?)?",
    re.DOTALL,
)
_YEARS = re.compile(r"(?P<start>\d{4})\s*[-\u2013]\s*(?P<end>\d{4}|\d\d)?")
_CIRCA = re.compile(r"(?:circa|ca?\.?) ?(?P<year>\d{4})", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[-\u2010-\u2014]|\S")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014"
# What stands between the parts of a date in words: June 3rd, 2 de mayo de 2010.
_ORDINAL = frozenset({"st", "nd", "rd", "th", ".", ",", "de", "del", "of"})


class _Part(NamedTuple):
    month: int | None = None
    day: int | None = None
    season: int | None = None


class _Reading(NamedTuple):
    """What a raw value says: a date, or what lacks its year only."""

    date: Date | None = None
    parts: tuple[_Part, ...] = ()

    def of(self, year: int) -> Date | None:
        """Give the date in a year; ``None`` where the calendar has no such day."""
        try:
            points = [Point(year, part.month, part.day, part.season) for part in self.parts]
        except ValueError:
            return None
        return Date(points[0], points[1] if len(points) > 1 else None) if points else None


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Give years (Y), days (D), months (M), seasons (S), dashes (-) and what is none (?)."""
    for part in _TOKEN.findall(text):
        if part.isdecimal():
            number = int(part) if len(part) <= 4 else 0
            yield ("Y" if number > 999 else "D" if 1 <= number <= 31 else "?"), number
        elif part not in _ORDINAL:
            yield _WORDS.get(fold(part), ("-" if part in _DASHES else "?", 0))


# What stands beside a year in words, as (position of month, of day, of season) for each end.
_FORMS: dict[str, tuple[tuple[int | None, int | None, int | None], ...]] = {
    "M": ((0, None, None),),
    "MD": ((0, 1, None),),
    "DM": ((1, 0, None),),
    "S": ((None, None, 0),),
    "M-M": ((0, None, None), (2, None, None)),
    "MD-D": ((0, 1, None), (0, 3, None)),
    "D-DM": ((3, 0, None), (3, 2, None)),
    "MD-MD": ((0, 1, None), (3, 4, None)),
    "DM-DM": ((1, 0, None), (4, 3, None)),
}


def _in_words(text: str) -> _Reading | None:
    """Read ``Mar 15 2009``, ``Nov-Dec``, ``Winter 2010``."""
    if len(text) > 60:
        return None
    tokens = list(_tokens(text))
    kinds = "".join(kind for kind, _ in tokens)
    year = 0
    if kinds.startswith("Y"):
        year, tokens, kinds = tokens[0][1], tokens[1:], kinds[1:]
    elif kinds.endswith("Y"):
        year, tokens, kinds = tokens[-1][1], tokens[:-1], kinds[:-1]
    form = _FORMS.get(kinds)
    if form is None:
        return None
    parts = (_Part(*(None if i is None else tokens[i][1] for i in places)) for places in form)
    reading = _Reading(None, tuple(parts))
    if not year:
        return reading
    date = reading.of(year)
    return None if date is None else _Reading(date)


def _slashed(match: re.Match[str]) -> _Reading | None:
    """Read ``YYYY/MM/DD/other``; zeros and what a program wrote for nothing say nothing."""
    year, other = int(match["year"]), (match["other"] or "").strip()
    kind, month = _WORDS.get(fold(match["month"]), ("M", 0))
    if match["month"].isdecimal():
        month = int(match["month"])
    elif match["month"] and not month:
        return None
    literal = "" if other.casefold() in _JUNK else other
    within = _in_words(literal) if literal and not month else None
    if within is not None and within.date is None:
        date = within.of(year)
        return None if date is None else _Reading(date)
    try:
        if kind == "S":
            return _Reading(Date(Point(year, season=month), literal=literal))
        day = int(match["day"] or 0)
        if day and not month:
            return None
        return _Reading(Date(Point(year, month or None, day or None), literal=literal))
    except ValueError:
        return None


def _read(raw: str) -> _Reading | None:
    """Read a value; ``None`` where it is no date."""
    text = raw.strip()
    if text[:1] == "[" and text[-1:] == "]":
        # Supplied by a cataloguer (AACR2 1.4F7, RDA 2.8.6.6).
        text = text[1:-1].strip()
    if text.isdecimal() and len(text) == 4:
        return _Reading(Date.on(int(text)))
    if match := _SLASHED.fullmatch(text):
        return _slashed(match)
    if date := Date.from_edtf(text):
        return _Reading(date)
    if match := _CIRCA.fullmatch(text):
        return _Reading(Date(Point(int(match["year"]), circa=True)))
    if match := _YEARS.fullmatch(text):
        start, end = match["start"], match["end"]
        last = Point(int(start[: 4 - len(end)] + end)) if end else Edge.OPEN
        return _Reading(Date(Point(int(start)), last))
    if date := Date.from_stamp(text):
        return _Reading(date)
    return _in_words(text)


def decode_date(raw: str) -> Date:
    """Read a date that stands alone; what is none is its literal."""
    reading = _read(raw)
    return (reading and reading.date) or Date(literal=raw)


def _precision(date: Date) -> int:
    point = date.points[0]
    if date.end is not None or not point.is_plain or date.literal:
        return 3
    return bool(point.month or point.season) + bool(point.day)


def _implies(date: Date, other: Date) -> bool:
    """Tell whether a date says all that another does."""
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
    """Keep what is no date; where it has digits, it meant to be one."""
    if any(mark.isdigit() for mark in text):
        found = problem(Code.BAD_DATE, "invalid", value=text)
        return Decoded(Date(literal=text), unused, found)
    return Decoded(Date(literal=text), unused)


def decode_one(raws: Raws) -> Decoded:
    """Read a date that stands in one value; further values are left over."""
    first = raws[0][0]
    unused = tuple((0, i) for i, raw in enumerate(raws[0]) if raw != first)
    reading = _read(first)
    if reading is None or reading.date is None:
        return _as_text(first, unused)
    return Decoded(reading.date, unused)


def _decode(raws: Raws) -> Decoded:
    """Join what PY and DA say; what contradicts is left over. DA goes before PY, as in Zotero."""
    places = [(position, i) for position in (1, 0) for i in range(len(raws[position]))]
    readings = {place: _read(raws[place[0]][place[1]]) for place in places}
    dates = {place: r.date for place, r in readings.items() if r is not None and r.date}
    chosen: Date | None = None
    for date in dates.values():
        if chosen is None or (_precision(date) > _precision(chosen) and _implies(date, chosen)):
            chosen = date
    used = set()
    if chosen is None:
        place = (0, 0) if raws[0] else (1, 0)
        return _as_text(raws[place[0]][place[1]], tuple(sorted(set(places) - {place})))
    for place, reading in readings.items():
        whole = reading.of(chosen.points[0].year) if reading and not reading.date else None
        if whole is not None and (_implies(whole, chosen) or _implies(chosen, whole)):
            chosen = whole if _precision(whole) > _precision(chosen) else chosen
            used.add(place)
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
    first, last = (_MONTH_NAMES[(point.month or 1) - 1] for point in points)
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
        if start.month and end.month and start.year == end.year and not (start.day and not end.day):
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
