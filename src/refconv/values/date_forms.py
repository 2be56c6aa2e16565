"""The forms of dates, in figures and in words, in the languages that references have.

A date in words is read as its parts (year, month, day, season) on both sides of a range mark; each
side takes what it lacks from the other (``12–14 May 2003``). The reader of printed dates
(:mod:`refconv.values.dates`) accepts other words beside a date, the reader of fields
(:mod:`refconv.values.date_fields`) accepts none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refconv.core.edtf import Date, Point
from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.months import MONTHS, SEASONS, fold

_CIRCA = frozenset(
    "c ca circa cca um vers env environ approx approximately около etwa hacia".split()
)
# Grammar and days of the week, which a date implies.
_GRAMMAR = frozenset(
    """st nd rd th er ere of de del di do der den am vom г года monday tuesday wednesday thursday
    friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag
    samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles
    jueves viernes sabado domingo""".split()
)
# What stands in printed dates besides and says nothing of when.
_OCCASIONS = frozenset(
    """e o a le la the on d dem and et und y in no г. гг year epub cited accessed retrieved visited
    viewed abgerufen zugriff consulte letzter zuletzt last ad copyright published online available
    anno dated stand""".split()
)
# What a date is of, or what becomes of its work.
_STATES = frozenset(
    """cop copr press print accepted submitted forthcoming appear to preparation druck erscheint
    erschienen presse paraitre prensa imprenta prelo stampa pubblicazione печати publication
    publie issued first ahead advance quart quarter trimestre quartal q""".split()
)
# Behind "c" or "p" a year is one of copyright, of the text or of the recording (AACR2 1.4F6).
_COPYRIGHT = lazy_pattern(r"\(c\)|(?<!\w)[cp](?=[12]\d{3}(?!\d))", re.IGNORECASE)
_ISO = lazy_pattern(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)", re.ASCII)
_NUMERIC = lazy_pattern(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})", re.ASCII)
_MONTH_FIRST = lazy_pattern(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
# Joined by marks that would else divide the ends of a range: 14-Nov-2016, Sept./1988, 2016-Nov-14.
_NAMED = lazy_pattern(
    r"""(?: (?P<day>\d{1,2}) \.? [-/] )? (?P<name>[^\W\d_]{3,12}) \.? \s? [-/] \s? (?P<year>\d{4})
      | (?P<first>\d{4}) \s? [-/] \s? (?P<second>[^\W\d_]{3,12}) \.?
        (?: [-/] (?P<third>\d{1,2}) )?""",
    re.VERBOSE,
)
_HAN = lazy_pattern(r"(\d{4})\s?年\s?(?:(\d{1,2})\s?月\s?)?(?:(\d{1,2})\s?日)?", re.ASCII)
_BEFORE_CHRIST = lazy_pattern(
    r"(\d{1,4})\s?(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.\s?chr\.?)(?!\w)", re.IGNORECASE
)
_PART = lazy_pattern(r"\d+|[^\W\d_]+|\S")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212/")
_PUNCTUATION = frozenset(".,")
_LONGEST = 60
"""A field with more characters is a text, not a date."""


_KINDS = {
    word: kind
    for kind, words in (
        ("state", _STATES),
        ("more", _OCCASIONS),
        ("grammar", _GRAMMAR | _PUNCTUATION),
        ("season", SEASONS),
        ("month", MONTHS),
        ("circa", _CIRCA),
    )
    for word in words
}
"""What a word of a date is; of two kinds, the last counts."""


_NO_DATES = frozenset(
    """in press|in print|forthcoming|to appear|to be published|submitted|accepted|in preparation
    |undated|no date|nd|n d|sd|s d|sa|s a|oj|o j|im druck|im erscheinen|erscheint|sous presse
    |a paraitre|en prensa|en preparacion|no prelo|in stampa|in pubblicazione|в печати|unpublished
    |under review|in review|online first|advance online publication|ahead of print""".replace(
        "\n    ", ""
    ).split("|")
)


def stands_for_a_date(text: str) -> bool:
    """Return whether a text is a phrase that stands where a date is not known yet, or not at all.

    >>> stands_for_a_date("[n.d.]"), stands_for_a_date("soonish")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+", text[:_LONGEST])
    return len(words) < 5 and " ".join(map(fold, words)) in _NO_DATES


# ── figures alone ─────────────────────────────────────────────────────────────────────────────────


def in_figures(text: str) -> Date | None:
    """Read a form that only figures make: ISO, 12.5.2003, 5/2003, 2003年5月12日, 44 BC.

    Where nobody can tell day and month, the year is read and the text kept beside it.

    Raises:
        ValueError: if the calendar has no such day.

    >>> str(in_figures("12.5.2003")), in_figures("3/4/2003").year
    ('2003-05-12', 2003)
    """
    if match := _ISO.fullmatch(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4] or 0)
        is_range = not day and (match[2] == "/" or year % 100 + 1 == month)
        return None if is_range or not 1 <= month <= 12 else Date.on(year, month, day or None)
    if match := _NUMERIC.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] != "." and first <= 12 and second <= 12 and first != second:
            # American or not.
            return Date(start=Point(year), literal=text)
        day, month = (first, second) if second <= 12 else (second, first)
        return Date.on(year, month, day)
    if match := _MONTH_FIRST.fullmatch(text):
        month = int(match[1])
        return Date.on(int(match[2]), month) if 1 <= month <= 12 else None
    if match := _HAN.fullmatch(text):
        return Date.on(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    if match := _BEFORE_CHRIST.fullmatch(text):
        return Date.on(1 - int(match[1]))
    return None


def with_named_month(text: str) -> Date | None:
    """Read a day, a named month or season and a year that hyphens or slashes join.

    Raises:
        ValueError: if the calendar has no such day.

    >>> str(with_named_month("14-Nov-2016")), str(with_named_month("Spring/2003"))
    ('2016-11-14', '2003-21')
    """
    match = _NAMED.fullmatch(text)
    if match is None:
        return None
    name, year = fold(match["name"] or match["second"]), int(match["year"] or match["first"])
    day = match["day"] or match["third"]
    if name in MONTHS:
        return Date.on(year, MONTHS[name], int(day) if day else None)
    if name in SEASONS and not day:
        return Date(Point(year, season=SEASONS[name]))
    return None


# ── words and figures ─────────────────────────────────────────────────────────────────────────────


class Words(NamedTuple):
    """A date in words: its one or two ends, and how much of the text they stand for.

    ``is_usual`` if every word is known, ``is_clear`` if besides none says more than when, and
    ``is_exact`` if none says more than the date does.
    """

    points: tuple[Point, ...]
    is_clear: bool
    is_exact: bool
    is_usual: bool


class _Side(NamedTuple):
    """What stands on one side of a range mark."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None


def date_in_words(text: str, year: int | None = None) -> Date | None:
    """Read a field that is a date in words and nothing else.

    Args:
        text: The field's text.
        year: The year that another field gives; the text must not name another one.

    >>> str(date_in_words("Nov-Dec", 2009)), date_in_words("vol. 3, May 2009")
    ('2009-11/2009-12', None)
    """
    if len(text) > _LONGEST:
        return None
    try:
        words = read_words(text, year)
    except ValueError:
        return None
    if words is None or not words.is_exact:
        return None
    start, *ends = words.points
    if year is not None and start.year != year:
        return None
    if any((end.season is None) != (start.season is None) for end in ends):
        return None
    return Date(start, ends[0] if ends else None)


def read_words(text: str, year: int | None = None) -> Words | None:
    """Read a date in words; ``None`` if it has no year or more than two ends.

    Raises:
        ValueError: if the calendar has no such day.
    """
    sides: list[dict[str, int]] = [{}]
    marks: set[str] = set()
    is_clear = is_exact = is_usual = True
    for part in _PART.findall(_COPYRIGHT.sub(" copyright ", text)):
        kind = _kind(part)
        match kind:
            case "dash" if sides[-1]:
                sides.append({})
            case "circa" | "uncertain":
                marks.add(kind)
            case "number":
                is_usual = _put_number(sides[-1], part, sides) and is_usual
            case "month":
                is_usual = "month" not in sides[-1] and is_usual
                sides[-1].setdefault("month", MONTHS[fold(part)])
            case "season":
                sides[-1].setdefault("season", SEASONS[fold(part)])
            case "word":
                is_usual = False
            case "state":
                is_clear = False
            case "more":
                is_exact = False
    ends = _filled([_Side(**side) for side in sides if side], year)
    if not ends or len(ends) > 2 or any(end.year is None for end in ends):
        return None
    is_usual = is_usual and all(end.month or not end.day for end in ends)
    is_clear = is_clear and is_usual
    points = [_point(end, marks) for end in ends]
    if len(points) == 2 and points[0] == points[1]:
        points.pop()
    return Words(tuple(points), is_clear, is_clear and is_exact, is_usual)


def _kind(part: str) -> str:
    """Return what a part of a date is; "more" for what says nothing of when."""
    if part[0].isdecimal():
        return "number"
    if part in _DASHES:
        return "dash"
    if part in "~?":
        return "circa" if part == "~" else "uncertain"
    return _KINDS.get(fold(part)) or ("word" if part[0].isalnum() else "more")


def _point(end: _Side, marks: set[str]) -> Point:
    return Point(
        end.year or 0,
        end.month,
        end.day if end.month else None,
        season=None if end.month else end.season,
        circa="circa" in marks,
        uncertain="uncertain" in marks,
    )


def _put_number(side: dict[str, int], figures: str, sides: list[dict[str, int]]) -> bool:
    """Place a number as a year or a day; return whether it found a place."""
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


def _filled(sides: list[_Side], year: int | None) -> list[_Side]:
    """Fill what each end of a range lacks from the other, and the year if both have none.

    From December to January a range ends in the next year.
    """
    if len(sides) != 2:
        return [side if side.year else side._replace(year=year) for side in sides]
    left, right = sides
    years = left.year or right.year or year, right.year or left.year or year
    months = left.month, right.month
    if left.day and right.day:
        months = left.month or right.month, right.month or left.month
    first, last = years
    if first and last == first and months[0] and months[1] and months[0] > months[1]:
        first, last = (first - 1, last) if right.year and not left.year else (first, last + 1)
    return [
        left._replace(year=first, month=months[0]),
        right._replace(year=last, month=months[1]),
    ]
