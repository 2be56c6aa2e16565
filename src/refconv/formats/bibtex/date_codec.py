"""Dates: biblatex's ``date``, BibTeX's ``year``, ``month`` and ``day``.

Sources: biblatex manual 2.3.8 (dates are EDTF, levels 0 and 1); *BibTeXing*: month macros.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.model import Date, Point
from refconv.formats.bibtex.month_field import Months, parse_month
from refconv.formats.bibtex.syntax.string_macros import MONTH_MACROS
from refconv.values.combinators import single
from refconv.values.months import SEASON_NAMES

_RANGE = re.compile(r"(\d{4})\s*(?:-{1,3}|–|—|/)\s*(\d{4}|\d{2})", re.ASCII)
_CIRCA = re.compile(r"(?:c\.?|ca\.?|circa|about|~)\s*(\d{3,4})|(\d{3,4})\s*~", re.IGNORECASE)
_UNCERTAIN = re.compile(r"\[?(\d{3,4})\s*\?\]?|\[(\d{4})\]")
_LONE = re.compile(r"-?\d{1,4}", re.ASCII)
_LEADING = re.compile(r"\D{0,12}(\d{4})(?![\dX-])", re.ASCII)
_COMMANDS = re.compile(r"\\[A-Za-z]+\*?(?:\{[^{}]*\})*\s*")


def _dated(year: int, month: Months) -> Date | None:
    """Return the date, or ``None`` if it is not in the calendar."""
    months, days = month.months or (None,), month.days or (None,)
    try:
        if month.season is not None:
            return Date(Point(year, season=month.season))
        if len(days) == 2:
            return Date(Point(year, months[0], days[0]), Point(year, months[-1], days[1]))
        if len(months) == 2:
            if days != (None,):
                return None
            first, last = month.months
            # December to January ends in the next year.
            return Date(Point(year, first), Point(year + (last < first), last))
        return Date(Point(year, months[0], days[0]))
    except ValueError:
        return None


def parse_year(raw: str) -> Date | None:
    """Read a ``year`` that need not be a plain year; ``None`` if it is not a date.

    >>> str(parse_year("[1850?]"))
    '1850?'
    """
    text = raw.strip()
    if _LONE.fullmatch(text):
        return Date(Point(int(text)))
    if (edtf := Date.from_edtf(text)) is not None:
        return edtf
    if (match := _RANGE.fullmatch(text)) is not None:
        first, last = match[1], match[2]
        last = first[:2] + last if len(last) == 2 else last
        return Date(Point(int(first)), Point(int(last))) if int(first) <= int(last) else None
    if (match := _CIRCA.fullmatch(text)) is not None:
        return Date(Point(int(match[1] or match[2]), circa=True))
    if (match := _UNCERTAIN.fullmatch(text)) is not None:
        return Date(Point(int(match[1] or match[2]), uncertain=bool(match[1])))
    return None


def _with_literal(raw: str) -> Date:
    """Return a text that is not a date, with its year if it has exactly one."""
    years = _LEADING.findall(raw)
    start = Point(int(years[0])) if len(years) == 1 and not _LOOKS_WHOLE.search(raw) else None
    return Date(start, literal=raw)


_LOOKS_WHOLE = re.compile(r"\d{4}[-/]\d|\d[-/]\d{4}")

_Read: TypeAlias = tuple[Date, Problem | None]
"""A date, and what is wrong with the values that it was read from."""

# ── the codec of ``issued`` ───────────────────────────────────────────────────────────────────────


def _decode(raws: Raws) -> Decoded:
    values = [[str(raw) for raw in column] for column in raws]
    value, found = _read(*(column[0] if column else "" for column in values))
    if _LONE.fullmatch(value.literal):
        # A day or a month alone would be taken for a year.
        return Decoded(None, problem=found)
    encoded = encode(value)
    unused = tuple(
        (position, index)
        for position, column in enumerate(values)
        for index, raw in enumerate(column)
        if not _covers(value, position, raw, encoded)
    )
    return Decoded(value, unused, found)


def _read(year: str, month: str, day: str, date: str) -> _Read:
    if not date:
        return _read_parts(year, month, day)
    value = parse_date(date)
    if not value.literal or value == Date.from_stamp(date):
        alone = _LONE.fullmatch(date.strip()) is not None and year in ("", date)
        return _read_parts(date, month, day) if alone and (month or day) else (value, None)
    if year == date:
        return Date(literal=date), _invalid(date)
    # The other keys may hold a date all the same.
    parts = _read_parts(year, month, day)[0] if year else None
    if parts is not None and parts.end is None and not parts.literal:
        value = evolve(value, start=parts.start)
    return value, _invalid(date)


def _read_parts(year: str, month: str, day: str) -> _Read:
    plain = _COMMANDS.sub("", year).strip() if "\\" in year else year
    if not plain:
        text = year or f"{day} {month}".strip()
        return Date(literal=text), problem(Code.BAD_DATE, "year", value=text)
    value = parse_year(plain)
    if value is None:
        return _with_literal(plain), _invalid(plain)
    if (month or day) and value.end is None and isinstance(value.start, Point):
        return _with_month(value.start, plain, month, day)
    return value, None


def _with_month(point: Point, year: str, month: str, day: str) -> _Read:
    parsed = parse_month(f"{day} {month}" if day and month and not month.isdecimal() else month)
    if parsed is not None and day.isdecimal() and not parsed.days and len(day) <= 2:
        parsed = parsed._replace(days=(int(day),))
    if parsed is None:
        return Date(point), problem(Code.BAD_DATE, "month", value=month or day)
    whole = _dated(point.year, parsed)
    if whole is None:
        text = "-".join(filter(None, (year, month, day)))
        return Date(literal=text), problem(Code.BAD_DATE, "impossible", value=text)
    if not point.is_plain and whole.end is None and isinstance(whole.start, Point):
        start = evolve(whole.start, circa=point.circa, uncertain=point.uncertain)
        whole = evolve(whole, start=start)
    return whole, None


def _invalid(text: str) -> Problem | None:
    """Return the problem of a text that is not a date, but for phrases that stand for one."""
    if _NO_DATES.fullmatch(text.strip()):
        return None
    return problem(Code.BAD_DATE, "invalid", value=text)


_NO_DATES = re.compile(
    r"\[?(?:in press|in print|forthcoming|to appear|submitted|accepted|in preparation|undated"
    r"|n\.? ?d\.?|no date|s\. ?[ad]\.|o\. ?J\.)\]?",
    re.IGNORECASE,
)


def _covers(value: Date, position: int, raw: str, encoded: Raws) -> bool:
    """Return whether a raw value adds nothing to ``value``."""
    if raw in encoded[position]:
        return True
    return "\\" not in raw and _ADDS_NOTHING[position](value, raw)


def _adds_nothing_year(value: Date, raw: str) -> bool:
    years = parse_year(raw)
    if years is None:
        return value.literal == raw
    return [p.year for p in years.points] == [value.year] or years == value


def _adds_nothing_month(value: Date, raw: str) -> bool:
    month = parse_month(raw)
    if value.literal or not value.points:
        return raw in value.literal
    point = value.points[0]
    if month is None or month.season is not None:
        return month is not None and point.season == month.season
    return point.month == month.months[0] and all(day == point.day for day in month.days[:1])


def _adds_nothing_day(value: Date, raw: str) -> bool:
    return bool(value.points) and raw.isdecimal() and value.points[0].day == int(raw)


def _adds_nothing_date(value: Date, raw: str) -> bool:
    return parse_date(raw) == value or (_LONE.fullmatch(raw) is not None and value.year == int(raw))


_ADDS_NOTHING = (_adds_nothing_year, _adds_nothing_month, _adds_nothing_day, _adds_nothing_date)


def encode(value: Date) -> Raws:
    """Return year, month, day and date; the last only if the others do not hold the whole date."""
    point = value.points[0] if value.points else None
    if point is None:
        return (value.literal,), (), (), (value.literal,)
    plain = value.end is None and not value.literal and point.is_plain
    month = _shown_month(value)
    if point.season is not None and value.end is None:
        month = (SEASON_NAMES[point.season - 1],)
    if plain and point.day is None and point.season is None and 1000 <= point.year <= 9999:
        return (str(point.year),), month, (), ()
    return (_shown_year(value),), month, (), (value.literal or value.edtf(),)


def _shown_month(value: Date) -> tuple[str, ...]:
    months = [MONTH_MACROS[point.month - 1] for point in value.points if point.month is not None]
    one_year = len({point.year for point in value.points}) == 1
    if value.end is None or (one_year and len(months) == 2):
        return ("--".join(dict.fromkeys(months)),) if months else ()
    return ()


def _shown_year(value: Date) -> str:
    years = list(dict.fromkeys(point.year for point in value.points))
    return "--".join(map(str, years))


def parse_date(raw: str) -> Date:
    """Read biblatex's date; any other text becomes a literal."""
    text = raw.strip()
    date = Date.from_edtf(text) or parse_year(text) or Date.from_stamp(text)
    return date if date is not None else _with_literal(raw)


ISSUED = Codec(_decode, encode)
"""The keys ``year``, ``month``, ``day`` and ``date``, in this order."""


def _encode_whole(value: Date) -> Raws:
    """Return a date as ``date``, a text as ``year``, which biblatex prints as it is."""
    year = (value.literal,) if value.literal else ()
    return year, (), (), () if year else (value.edtf(),)


WHOLE = Codec(_decode, _encode_whole)
"""The same keys; only ``date`` is written."""


def _literally(raw: str) -> Date:
    date = Date.from_edtf(raw.strip())
    return date if date is not None else Date(literal=raw)


DATE = single(_literally, str)
"""Any other date, in one key."""
