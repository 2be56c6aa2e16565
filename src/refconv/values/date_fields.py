"""Dates in fields: ``YYYY/MM/DD/other`` and whatever else is written in its place.

Source: *RIS Format Specifications*, 2011 ("Date fields"). EndNote puts the year into PY and the
rest into DA (``MAR 15``), others the whole of it into either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.edtf import Date, Edge, Point
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.date_forms import date_in_words, in_figures, read_words, with_named_month
from refconv.values.months import MONTH_NAMES, MONTHS, SEASON_NAMES, SEASONS, fold

_JUNK = frozenset({"undefined", "nan", "none", "null"})
_SLASHED = lazy_pattern(
    r"(?P<year>\d{3,4})/\s*+(?P<month>\d{0,2}|[A-Za-z]+)\s*+"
    r"(?:/\s*+(?P<day>\d{0,2})\s*+(?:/(?P<other>.*))?)?",
    re.DOTALL,
)
_YEARS = lazy_pattern(r"(\d{4})\s?(?:-{1,3}|[/\u2013\u2014])\s?(\d{4}|\d\d?)?", re.ASCII)
_CIRCA = lazy_pattern(r"(?:circa|ca\.?|c(?=[. ])\.?) ?(?P<year>\d{4})", re.IGNORECASE)
_COMPACT = lazy_pattern(r"(\d{4})([01]\d)([0-3]\d)", re.ASCII)
# Zeros stand for what is not known.
_ZEROS = lazy_pattern(r"(\d{4})(-(?!00)\d\d)?(?:[-/]00){1,2}", re.ASCII)
_NOTHING = lazy_pattern(r"0{4}(?:[-/]?00?){0,2}/*", re.ASCII)


_TIME = lazy_pattern(r"T?\d\d:\d\d\S{0,20}", re.ASCII)


_ABOUT = lazy_pattern(r"(?:circa|ca?)\.?", re.IGNORECASE)


def _beside_year(text: str, year: int) -> Date | None:
    """Read what Zotero writes beside a year alone: ``1775///ca`` and ``1949///2003``."""
    if _ABOUT.fullmatch(text):
        return Date(Point(year, circa=True))
    if len(text) == 4 and text.isdecimal() and text.isascii() and int(text) > year:
        return Date(Point(year), Point(int(text)))
    return None


def _slashed(match: re.Match[str]) -> Date | None:
    """Read ``YYYY/MM/DD/other``; zeros and what a program wrote for nothing say nothing."""
    year, other = int(match["year"]), (match["other"] or "").strip()
    literal = "" if other.casefold() in _JUNK else other
    name = fold(match["month"]) if match["month"] else ""
    month = int(name) if name.isdecimal() else MONTHS.get(name, 0)
    day, season = int(match["day"] or 0), SEASONS.get(name)
    if season is None and (day or (name and not name.isdecimal())) and not month:
        return None
    is_year = not name.strip("0")
    whole = _beside_year(literal, year) or date_in_words(literal, year) if is_year else None
    if literal and whole is not None:
        return whole
    if season is not None:
        return Date(Point(year, season=season), literal=literal)
    point = Point(year, month or None, day or None)
    if day and _TIME.fullmatch(literal):
        literal = f"{point.edtf()}T{literal.removeprefix('T')}"
    return Date(point, literal=literal)


def _years(match: re.Match[str]) -> Date | None:
    """Read ``1988-90``, ``1934/5`` and ``1988-``; ``None`` if the second number is a month."""
    first, second = int(match[1]), match[2]
    if second is None:
        return Date(Point(first), Edge.OPEN)
    step = 10 ** len(second)
    last = first - first % step + int(second)
    if len(second) == 4:
        return Date(Point(first), Point(int(second)))
    # Months have two digits, or may be the next year: a season (1934/5).
    is_next = int(second) == (first + 1) % step
    if is_next and (len(second) == 1 or not 1 <= int(second) <= 12):
        return Date(Point(first), Point(first + 1))
    is_later = len(second) == 2 and int(second) > 12 and first < last
    return Date(Point(first), Point(last)) if is_later else None


def _supplied(text: str) -> str:
    """Remove the brackets of what a cataloguer has supplied (AACR2 1.4F7, RDA 2.8.6.6)."""
    is_whole = text[:1] == "[" and text[-1:] == "]" and "[" not in text[1:]
    return text[1:-1].strip() if is_whole else text


def read_whole(raw: str) -> Date | None:
    """Read a value that is a date and nothing else; ``None`` for any other.

    >>> str(read_whole("14-Nov-2016")), str(read_whole("1934/5")), read_whole("1990a")
    ('2016-11-14', '1934/1935', None)
    """
    text = _supplied(raw.strip())
    if text.isdecimal() and len(text) == 4 and text.isascii():
        return Date.on(int(text)) if text != "0000" else None
    if not text or len(text) > _LONGEST or _NOTHING.fullmatch(text):
        return None
    try:
        return _read(text)
    except ValueError:
        return None


# A value with more characters is a text, not a date.
_LONGEST = 120


def _read(text: str) -> Date | None:
    """Read a date of any form.

    Raises:
        ValueError: if the calendar has no such day.
    """
    if date := Date.from_edtf(text):
        return date
    if (match := _YEARS.fullmatch(text)) and (date := _years(match)) is not None:
        return date
    if match := _ZEROS.fullmatch(text):
        return Date.from_edtf(match[1] + (match[2] or ""))
    if match := _SLASHED.fullmatch(text):
        return _slashed(match)
    if match := _CIRCA.fullmatch(text):
        return Date(Point(int(match["year"]), circa=True))
    if match := _COMPACT.fullmatch(text):
        return Date.on(*map(int, match.groups()))
    return (
        Date.from_stamp(text) or in_figures(text) or with_named_month(text) or date_in_words(text)
    )


class ReadDate(NamedTuple):
    """A date that was read from a value, and what was odd about it."""

    date: Date
    problem: Problem | None = None


def read_date(raw: str) -> ReadDate | None:
    """Read a value that holds a date, perhaps with more, which is kept beside it as ``literal``.

    ``None`` if it holds none. What is beside the date is reported if it is not one of the usual
    words (``in press``, a letter behind the year, the sign of copyright).

    >>> found = read_date("1990a")
    >>> found.date.edtf(), found.date.literal
    ('1990', '1990a')
    """
    text = " ".join(raw.split())
    if (date := read_whole(text)) is not None:
        return ReadDate(date, _ambiguous(date) if _is_ambiguous(date) else None)
    if len(text) > _LONGEST or _LOOKS_WHOLE.search(text):
        return None
    if (match := _LETTERED.fullmatch(text)) is not None:
        return ReadDate(Date(Point(int(match[1])), literal=text))
    try:
        words = read_words(text)
    except ValueError:
        return None
    if words is None:
        return None
    if words.is_usual:
        start, *ends = words.points
        return ReadDate(Date(start, ends[0] if ends else None, text))
    years = [Point(year) for year in dict.fromkeys(point.year for point in words.points)]
    date = Date(years[0], years[1] if len(years) > 1 else None, text)
    return ReadDate(date, problem(Code.BAD_DATE, "more", value=text, date=date.edtf()))


_AMBIGUOUS = lazy_pattern(r"\d{1,2}[-/]\s?\d{1,2}[-/]\s?\d{4}", re.ASCII)


def _is_ambiguous(date: Date) -> bool:
    """Return whether nobody can tell the month of a date, 5/12/2003."""
    return _AMBIGUOUS.fullmatch(date.literal) is not None


def _ambiguous(date: Date) -> Problem:
    return problem(Code.BAD_DATE, "ambiguous", value=date.literal, year=date.year)


_LETTERED = lazy_pattern(r"\[?((?:1\d|20)\d\d)[ -]?[a-z]{1,2}\]?", re.ASCII)
# A day that no calendar has, and other dates that cannot be read.
_LOOKS_WHOLE = lazy_pattern(r"\d{3,4}[-/.]\d\d?[-/.]\d|\d[-/.]\d\d?[-/.]\d{3,4}")


def decode_date(raw: str) -> Date:
    """Read a date that stands alone; what is no date becomes a literal.

    >>> str(decode_date("2009/03/15/")), str(decode_date("March 15th, 2009"))
    ('2009-03-15', '2009-03-15')
    """
    found = read_date(raw)
    return Date(literal=raw) if found is None else found.date


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
    found = read_date(first)
    return _as_text(first, unused) if found is None else Decoded(found.date, unused, found.problem)


def _decode(raws: Raws) -> Decoded:
    """Join what PY and DA say; what contradicts is left over. DA goes before PY, as in Zotero."""
    places = [(position, i) for position in (1, 0) for i in range(len(raws[position]))]
    read = {place: read_whole(raws[place[0]][place[1]]) for place in places}
    dates = {place: date for place, date in read.items() if date is not None}
    chosen: Date | None = None
    found: Problem | None = None
    for date in dates.values():
        if chosen is None or (_precision(date) > _precision(chosen) and _implies(date, chosen)):
            chosen = date
    used = {place for place in dates if dates[place] is chosen}
    if chosen is None:
        first = next(iter(places))
        for place in places:
            if (text := read_date(raws[place[0]][place[1]])) is not None:
                (chosen, found), first = text, place
                break
        if chosen is None:
            place = (0, 0) if raws[0] else (1, 0)
            used = {place}
            if raws[0] and raws[1] and raws[0][0].strip() in raws[1][0]:
                # Zotero's "0000", and beside it "0000 Spring term".
                place, used = (1, 0), {(0, 0), (1, 0)}
            return _as_text(raws[place[0]][place[1]], tuple(sorted(set(places) - used)))
        used.add(first)
    elif _is_ambiguous(chosen):
        found = _ambiguous(chosen)
    for position, i in (place for place in places if place not in dates and place not in used):
        joined = _with_words(chosen, raws[position][i])
        if joined is not None:
            chosen = joined
            used.add((position, i))
    used |= {place for place, date in dates.items() if _implies(chosen, date)}
    unused = tuple(sorted(set(places) - used))
    if unused:
        texts = ", ".join(repr(raws[position][i]) for position, i in unused)
        found = problem(Code.BAD_DATE, "contradiction", values=texts, date=str(chosen))
    return Decoded(chosen, unused, found)


def _with_words(date: Date, text: str) -> Date | None:
    """Return a date with what another field says in words; ``None`` if it contradicts the date.

    A text that is no date, such as ``in press``, becomes its ``literal``.
    """
    whole = date_in_words(text, date.points[0].year)
    if whole is not None and (_implies(whole, date) or _implies(date, whole)):
        return whole if _precision(whole) > _precision(date) else date
    if date.literal or whole is not None:
        return None
    found = read_date(text)
    numbers = [text] if _LOOKS_WHOLE.search(text) else _NUMBER.findall(text)
    is_beside = not numbers or str(date.year) in numbers or (found and found.date.year == date.year)
    if date.year is not None and text.strip() in (str(date.year), f"{date.year:04}"):
        return date
    return evolve(date, literal=text) if is_beside and text.strip() else None


_NUMBER = re.compile(r"\d+", re.ASCII)


def day_text(point: Point) -> str:
    """Return a day as ``YYYY/MM/DD/``, without the parts that are not known."""
    day = "" if point.day is None else f"{point.day:02d}"
    return f"{point.year:04d}/{point.month or 0:02d}/{day}/".replace("/00/", "//")


def whole_text(date: Date) -> str:
    """Return the text of a date that has one, and the date too if the text has another year.

    >>> whole_text(Date(Point(1949), literal="in press"))
    'in press 1949'
    """
    year = f"{date.points[0].year:04d}" if date.points else ""
    return date.literal if year in date.literal else f"{date.literal} {date.edtf()}"


def _slashes(date: Date) -> str:
    """Write a day and what was printed with it, of a time without the day.

    Zotero reads a time where Reference Manager has it: without the letter T of ISO 8601.
    """
    point = date.points[0]
    day, literal = point.edtf(), date.literal
    if literal.startswith(f"{day}T") and _TIME.fullmatch(literal[len(day) :]):
        literal = literal[len(day) + 1 :]
    return day_text(point) + literal


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
        return (year,), (_slashes(date),)
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
        return _slashes(date)
    return date.edtf()
