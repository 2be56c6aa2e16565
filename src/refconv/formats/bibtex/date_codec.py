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
from refconv.values.date_fields import read_date, read_whole, whole_text
from refconv.values.date_forms import stands_for_a_date
from refconv.values.months import MONTH_NAMES, SEASON_NAMES

_RANGE = re.compile(r"(\d{4})\s*(?:-{1,3}|–|—|/)\s*(\d{4}|\d{2})", re.ASCII)
_CIRCA = re.compile(
    r"(?:c\.\s*|c\s+|(?:ca\.?|circa|about|~)\s*)(\d{3,4})|(\d{3,4})\s*~", re.IGNORECASE
)
_UNCERTAIN = re.compile(r"\[?(\d{4})\s*\?\]?|\[(\d{3})\s*\?\]|\[(\d{4})\]")
_LONE = re.compile(r"-?\d{1,4}", re.ASCII)
_COMMANDS = re.compile(r"\\[A-Za-z]+\*?(?:\{[^{}]*\})*\s*")


_Read: TypeAlias = tuple[Date, Problem | None]
"""A date, and what is wrong with the values that it was read from."""


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
        return Date(Point(int(text))) if text != "0000" else None
    if (edtf := Date.from_edtf(text)) is not None:
        return edtf
    if (match := _RANGE.fullmatch(text)) is not None:
        first, last = match[1], match[2]
        last = first[:2] + last if len(last) == 2 else last
        if int(first) <= int(last):
            return Date(Point(int(first)), Point(int(last)))
        if len(match[2]) == 4:
            return None
    if (match := _CIRCA.fullmatch(text)) is not None:
        return Date(Point(int(match[1] or match[2]), circa=True))
    if (match := _UNCERTAIN.fullmatch(text)) is not None:
        return Date(Point(int(match[match.lastindex or 1]), uncertain=not match[3]))
    date = read_whole(text)
    return None if date is None or date.literal else date


def _with_text(raw: str) -> _Read:
    """Return a text that is more than a date with its date, or as a literal if it has none."""
    found = read_date(raw)
    return (Date(literal=raw), _invalid(raw)) if found is None else (found.date, found.problem)


# ── the codec of ``issued`` ───────────────────────────────────────────────────────────────────────


def _decode(raws: Raws) -> Decoded:
    values = [[str(raw) for raw in column] for column in raws]
    value, found = _read(*(column[0] if column else "" for column in values))
    if value.start is None and _LONE.fullmatch(value.literal):
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
    value, found = _read_date(date)
    if not value.literal or value == Date.from_stamp(date):
        alone = _LONE.fullmatch(date.strip()) is not None and year in ("", date)
        return _read_parts(date, month, day) if alone and (month or day) else (value, None)
    if year in ("", date):
        return value, found
    if not month and parse_month(date) is not None:
        # "date = {Mar 3}" beside the year.
        parts, odd = _read_parts(year, date, day)
        if odd is None:
            return parts, None
    # The other keys may hold a date all the same.
    parts = _read_parts(year, month, day)[0]
    if parts.end is None and (not parts.literal or parts.literal == value.literal):
        value = evolve(value, start=parts.start)
    return value, found


def _read_parts(year: str, month: str, day: str) -> _Read:
    plain = _COMMANDS.sub("", year).strip() if "\\" in year else year
    if not plain:
        text = year or f"{day} {month}".strip()
        return Date(literal=text), problem(Code.BAD_DATE, "year", value=text)
    value = parse_year(plain)
    if value is None:
        return _with_month_beside(_with_text(plain), month, day)
    if (month or day) and value.end is None and isinstance(value.start, Point):
        return _with_month(value.start, plain, month, day)
    return value, None


def _with_month_beside(read: _Read, month: str, day: str) -> _Read:
    """Return a year with a text beside it, and the month of its own field."""
    date, found = read
    if not (month or day) or date.end is not None or not isinstance(date.start, Point):
        return read
    if date.start.month is not None:
        return read
    whole, other = _with_month(date.start, str(date.start.year), month, day)
    return (evolve(whole, literal=date.literal), found or other) if whole.points else read


def _without_year(month: str, year: int) -> str:
    """Return a month without the year of its own field: ``March 2005``."""
    words = month.split()
    if len(words) < 2 or str(year) not in words:
        return month
    return " ".join(word for word in words if word != str(year))


def _with_month(point: Point, year: str, month: str, day: str) -> _Read:
    month = _without_year(month, point.year)
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
    if stands_for_a_date(text):
        return None
    return problem(Code.BAD_DATE, "invalid", value=text)


def _covers(value: Date, position: int, raw: str, encoded: Raws) -> bool:
    """Return whether a raw value adds nothing to ``value``."""
    if raw in encoded[position]:
        return True
    return "\\" not in raw and _ADDS_NOTHING[position](value, raw)


def _adds_nothing_year(value: Date, raw: str) -> bool:
    years = parse_year(raw)
    if years is None:
        return value.literal == raw or _with_text(raw)[0] == value
    return [p.year for p in years.points] == [value.year] or years == value


def _adds_nothing_month(value: Date, raw: str) -> bool:
    month = parse_month(_without_year(raw, value.year) if value.year is not None else raw)
    if value.literal or not value.points:
        return raw in value.literal
    point = value.points[0]
    if month is None or month.season is not None:
        return month is not None and point.season == month.season
    return point.month == month.months[0] and all(day == point.day for day in month.days[:1])


def _adds_nothing_day(value: Date, raw: str) -> bool:
    return bool(value.points) and raw.isdecimal() and value.points[0].day == int(raw)


def _adds_nothing_date(value: Date, raw: str) -> bool:
    if parse_date(raw) == value:
        return True
    if _LONE.fullmatch(raw) is not None:
        return value.year == int(raw)
    return bool(value.points) and parse_month(raw) is not None and _adds_nothing_month(value, raw)


_ADDS_NOTHING = (_adds_nothing_year, _adds_nothing_month, _adds_nothing_day, _adds_nothing_date)


def encode(value: Date) -> Raws:
    """Return year, month, day and date; the last only if the others do not hold the whole date."""
    if value.literal:
        return _encode_text(value)
    point = value.points[0]
    plain = value.end is None and point.is_plain
    month = _shown_month(value)
    if point.season is not None and value.end is None:
        month = (SEASON_NAMES[point.season - 1],)
    if plain and point.day is None and point.season is None and 1000 <= point.year <= 9999:
        return (str(point.year),), month, (), ()
    return (_shown_year(value),), month, (), (value.edtf(),)


def _encode_text(value: Date) -> Raws:
    """Return a text, perhaps with a date in it: biblatex's ``date`` can hold a time, no words."""
    literal = value.literal
    is_stamp = Date.from_stamp(literal) == value
    if not is_stamp and (value.start is None or _with_text(literal)[0] == value):
        return (literal,), (), (), ()
    year, month, day, date = encode(evolve(value, literal=""))
    return year, month, day, (literal,) if is_stamp else date


def _encode_for_zotero(value: Date) -> Raws:
    if value.literal and value.points and value.points[0].year == 0:
        # Zotero's "0000///Spring term" of RIS, which it shows no date of.
        return (), (), (), ()
    year, month, day, date = encode(value)
    words = whole_text(value) if value.literal else _in_words(value)
    is_better = bool(words) and (not date or (not value.literal and parse_date(words) == value))
    return year, month, day, (words,) if is_better else date


def _in_words(value: Date) -> str:
    """Return seasons and approximate dates in words: Zotero keeps these, and drops a tilde."""
    texts: list[str] = []
    for point in value.points:
        bare = evolve(point, circa=False)
        if not bare.is_plain:
            return ""
        text = str(point.year)
        if point.season is not None:
            text = f"{SEASON_NAMES[point.season - 1].capitalize()} {text}"
        elif point.month is not None:
            day = "" if point.day is None else f"{point.day} "
            text = f"{day}{MONTH_NAMES[point.month - 1]} {text}"
        texts.append(f"c. {text}" if point.circa else text)
    is_told = any(point.circa or point.season is not None for point in value.points)
    return "/".join(texts) if is_told else ""


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
    return _read_date(raw)[0]


def _read_date(raw: str) -> _Read:
    text = raw.strip()
    date = None
    if text != "0000":
        date = Date.from_edtf(text) or parse_year(text) or Date.from_stamp(text)
    return _with_text(raw) if date is None else (date, None)


ISSUED = Codec(_decode, encode)
"""The keys ``year``, ``month``, ``day`` and ``date``, in this order."""

ISSUED_FOR_ZOTERO = Codec(_decode, _encode_for_zotero)
"""The same; a text stands in ``date`` too, since Zotero keeps it there alone."""


def _encode_whole(value: Date) -> Raws:
    """Return a date as ``date``, a text as ``year``, which biblatex prints as it is."""
    if not value.literal:
        return (), (), (), (value.edtf(),)
    year, _, _, date = _encode_text(value)
    return (
        ((), (), (), date or (value.edtf(),)) if value.literal not in year else (year, (), (), ())
    )


WHOLE = Codec(_decode, _encode_whole)
"""The same keys; only ``date`` is written."""


def _shown(value: Date) -> str:
    if not value.literal:
        return value.edtf()
    year, _, _, date = _encode_text(value)
    return value.literal if value.literal in (*year, *date) else value.edtf()


DATE = single(parse_date, _shown)
"""Any other date, in one key."""
