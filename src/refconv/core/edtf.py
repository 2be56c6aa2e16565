"""Dates as EDTF writes them, levels 0 and 1, and free text where a date is not one.

Source: Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 2019 (ISO 8601-2).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from enum import StrEnum
from functools import total_ordering
from typing import Any, Self

from attrs import evolve, fields, frozen

from refconv.core.arguments import check_type

_POINT = re.compile(
    # After a year of five digits and more (Y170000002) level 1 has no month; we read and write one.
    r"""(?: Y(?P<long>-?[1-9]\d{4,}) | (?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX) )
        (?: -(?P<month>\d\d|XX) (?: -(?P<day>\d\d|XX) )? )?
        (?P<qualifier>[?~%])?""",
    re.VERBOSE | re.ASCII,
)


_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.ASCII)
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", re.ASCII)


class Edge(StrEnum):
    """An end of an interval that is no date: open (``1988/..``) or unknown (``1988/``)."""

    OPEN = ".."
    UNKNOWN = ""

    def __repr__(self) -> str:
        return f"Edge.{self.name}"


def shown_parts(value: Any) -> str:
    """Return the call that makes a value of an attrs class, without the parts that are not given.

    >>> shown_parts(Point(2020, 5))
    'Point(year=2020, month=5)'
    """
    parts = [
        f"{part.name}={getattr(value, part.name)!r}"
        for part in fields(type(value))
        if getattr(value, part.name) != part.default
    ]
    return f"{type(value).__name__}({', '.join(parts)})"


@frozen(order=False, repr=False)
class Point:
    """One calendar point, as precise as it is known.

    ``year`` counts astronomically (0 is 1 BC); ``month`` 1-12; ``day`` 1-31; ``season`` 1-4, spring
    first (EDTF 21-24), without month and day. ``circa`` is EDTF's ``~``, ``uncertain`` its ``?``.
    ``unspecified`` names digits given as ``X``: ``Y`` (199X), ``YY`` (19XX; ``year`` holds the
    smallest year meant), ``M`` (2004-XX), ``MD`` (2004-XX-XX), ``D`` (2004-05-XX).

    Raises:
        ValueError: where no calendar has such a point.
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    circa: bool = False
    uncertain: bool = False
    unspecified: str = ""

    def __attrs_post_init__(self) -> None:
        wrong = (
            (self.month is not None and not 1 <= self.month <= 12)
            or (self.day is not None and not self._has_day(self.day))
            or (self.season is not None and (not 1 <= self.season <= 4 or self.month is not None))
            or not self._has_unspecified()
        )
        if wrong:
            raise ValueError(f"no such date: {self!r}")

    def __repr__(self) -> str:
        return shown_parts(self)

    def _has_day(self, day: int) -> bool:
        # A year's calendar repeats every 400 years, and monthrange knows only years 1 to 9999.
        return (
            self.month is not None and 1 <= day <= monthrange(self.year % 400 + 400, self.month)[1]
        )

    def _has_unspecified(self) -> bool:
        parts = (self.month is not None, self.day is not None, self.season is not None)
        if self.unspecified in ("Y", "YY"):
            step = 10 ** len(self.unspecified)
            return -9999 <= self.year <= 9999 and self.year % step == 0 and not any(parts)
        allowed = {"": parts, "M": (False,) * 3, "MD": (False,) * 3, "D": (True, False, False)}
        return allowed.get(self.unspecified) == parts

    @property
    def is_plain(self) -> bool:
        """Whether year, month, day and season say all of it."""
        return not (self.circa or self.uncertain or self.unspecified)

    def edtf(self) -> str:
        """Spell the point as EDTF."""
        digits = f"{abs(self.year):04d}"
        text = ("-" if self.year < 0 else "") + digits
        if len(digits) > 4:
            text = f"Y{text}"
        if self.unspecified in ("Y", "YY"):
            count = len(self.unspecified)
            text = text[:-count] + "X" * count
        if self.season is not None:
            text += f"-{20 + self.season}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        text += {"M": "-XX", "MD": "-XX-XX", "D": "-XX"}.get(self.unspecified, "")
        return text + (
            "%" if self.circa and self.uncertain else "~" * self.circa + "?" * self.uncertain
        )

    @classmethod
    def from_edtf(cls, text: str) -> Self | None:
        """Read one EDTF point, or ``None`` where ``text`` is none."""
        match = _POINT.fullmatch(text)
        if match is None:
            return None
        year, month, day = match["long"] or match["year"], match["month"], match["day"]
        missing = "Y" * year.count("X")
        if (missing and month) or (month == "XX" and day not in (None, "XX")):
            return None
        if "XX" in (month, day):
            missing = ("M" if month == "XX" else "") + ("D" if day == "XX" else "")
        number = int(month) if month not in (None, "XX") else None
        is_season = number is not None and 21 <= number <= 24 and day is None
        qualifier = match["qualifier"] or ""
        try:
            return cls(
                year=int(year.replace("X", "0")),
                month=None if is_season else number,
                day=int(day) if day not in (None, "XX") else None,
                season=number - 20 if is_season and number is not None else None,
                circa=qualifier in ("~", "%"),
                uncertain=qualifier in ("?", "%"),
                unspecified=missing,
            )
        except ValueError:
            return None


@total_ordering
@frozen(order=False, repr=False)
class Date:
    """A date, an interval of dates, or what was printed where a date stands.

    Dates sort by their beginning, a year before its months and a month before its days; a season
    sorts by its first month (spring is March). Text that is no date comes last.

    ``start`` is the date or the interval's beginning, ``end`` its end (``None`` for a single date);
    either may be an :class:`Edge`. ``literal`` holds text that is no date (``in press``); it may
    stand beside ``start`` where a source gives both.

    Raises:
        ValueError: where nothing is given, or an interval has no date at either end.
    """

    start: Point | Edge | None = None
    end: Point | Edge | None = None
    literal: str = ""

    def __attrs_post_init__(self) -> None:
        if self.start is None and (self.end is not None or not self.literal):
            raise ValueError("a date needs a start or a literal")
        if self.start is not None and not self.points:
            raise ValueError("an interval needs a date at one end")

    def __repr__(self) -> str:
        text = str(self)
        is_whole = not self.literal or self.start is None
        return f"Date.of({text!r})" if is_whole and Date.of(text) == self else shown_parts(self)

    def __lt__(self, other: object) -> bool:
        return self._place() < other._place() if isinstance(other, Date) else NotImplemented

    def _place(self) -> tuple[Any, ...]:
        """Return where the date sorts; two dates have the same place only if they are equal."""
        ends = [point for point in (self.start, self.end) if isinstance(point, Point)]
        places = [(p.year, p.month or 3 * (p.season or 0), p.day or 0) for p in ends]
        return not places, places, self.edtf(), self.literal

    @classmethod
    def parse(cls, text: str) -> Date:
        """Parse a date as people print it; what is no date is kept as ``literal``.

        Args:
            text: EDTF, or a date in figures or words of any of the languages that refconv reads.

        Raises:
            TypeError: if ``text`` is not a text.
            ValueError: if it is blank.

        >>> Date.parse("2017-09"), Date.parse("12 March 2004"), Date.parse("in press")
        (Date.of('2017-09'), Date.of('2004-03-12'), Date.of('in press'))
        """
        from refconv.values.dates import read_date  # noqa: PLC0415 (values import the model)

        check_type(text, str, "text", "a text")
        if not (given := text.strip()):
            raise ValueError("no date in an empty text")
        return cls.from_edtf(given) or read_date(given) or cls(literal=given)

    @classmethod
    def of(cls, text: str) -> Self:
        """Read ``text`` as EDTF; what is no EDTF is kept as ``literal``."""
        return cls.from_edtf(text) or cls(literal=text)

    @classmethod
    def on(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Make a single date."""
        return cls(start=Point(year, month, day))

    @classmethod
    def from_edtf(cls, text: str) -> Self | None:
        """Read an EDTF date or interval, or ``None`` where ``text`` is neither."""
        first, slash, last = text.partition("/")
        if not slash:
            point = Point.from_edtf(first)
            return None if point is None else cls(start=point)
        start, end = _end(first), _end(last)
        if start is None or end is None or not (isinstance(start, Point) or isinstance(end, Point)):
            return None
        return cls(start=start, end=end)

    @classmethod
    def from_stamp(cls, text: str) -> Self | None:
        """Read a date that is no EDTF: with a time of day, which is kept too, or 2010年5月."""
        if (match := _TIMED.fullmatch(text)) is not None:
            point = Point.from_edtf(match[1])
            return None if point is None else cls(start=point, literal=text)
        if (match := _CHINESE.fullmatch(text)) is None:
            return None
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            return cls(start=Point(year or 0, month, day))
        except ValueError:
            return None

    @property
    def points(self) -> tuple[Point, ...]:
        """The calendar points there are: none, one or two."""
        return tuple(end for end in (self.start, self.end) if isinstance(end, Point))

    @property
    def year(self) -> int | None:
        """The first year named."""
        return self.points[0].year if self.points else None

    @property
    def circa(self) -> bool:
        """Whether any of it is approximate."""
        return any(point.circa for point in self.points)

    @property
    def season(self) -> int | None:
        """The first point's season, 1 (spring) to 4."""
        return self.points[0].season if self.points else None

    def edtf(self) -> str:
        """Spell the date as EDTF; empty for a literal alone."""
        if self.start is None:
            return ""
        ends = [self.start] if self.end is None else [self.start, self.end]
        return "/".join(end.edtf() if isinstance(end, Point) else end.value for end in ends)

    def __str__(self) -> str:
        return self.edtf() or self.literal

    def as_csl(self) -> dict[str, Any]:
        """Return the date as a CSL-JSON date (CSL 1.0.2, "Dates").

        A date that ``date-parts``, ``season`` and ``circa`` cannot hold is an EDTF string in
        ``literal``.
        """
        if self.start is None:
            return {"literal": self.literal}
        bare = [evolve(point, circa=False) for point in self.points]
        seasons = [point.season for point in bare if point.season is not None]
        fits = (
            len(bare) == (1 if self.end is None else 2)
            and all(point.is_plain for point in bare)
            and all(point.circa == self.circa for point in self.points)
            and (not seasons or self.end is None)
        )
        if not fits:
            return {"literal": self.literal or self.edtf()}
        parts = [[p for p in (b.year, b.month, b.day) if p is not None] for b in bare]
        extra = {"season": seasons[0]} if seasons else {}
        extra |= {"circa": True} if self.circa else {}
        return {"date-parts": parts, **extra, **({"literal": self.literal} if self.literal else {})}

    @classmethod
    def from_csl(cls, data: Mapping[str, Any]) -> Self | None:
        """Parse a CSL-JSON date; return ``None`` if it has neither a date nor words.

        Numbers may be strings, and ``raw`` is read as EDTF or kept as ``literal``.
        """
        literal = str(data.get("literal") or data.get("raw") or "")
        if literal and (edtf := cls.from_edtf(literal)) is not None:
            return edtf
        parts = data.get("date-parts")
        circa = data.get("circa") not in (None, False, 0, "", "0", "false")
        try:
            points = [_csl_point(part, data.get("season"), circa) for part in parts or ()]
        except (TypeError, ValueError, OverflowError):
            return None
        if len(points) > 2 or not (points or literal):
            return None
        start, end = [*points, None, None][:2]
        return cls(start=start, end=end, literal=literal)


def _end(text: str) -> Point | Edge | None:
    return Edge(text) if text in ("", "..") else Point.from_edtf(text)


def _csl_point(part: Any, season: Any, circa: bool) -> Point:
    """Read one of CSL's ``date-parts``; seasons have been written as 1-4, 13-16 and 21-24."""
    year, *rest = (int(number) for number in part)
    parts: list[int | None] = [number or None for number in rest]
    month, day = [*parts, None, None][:2]
    number = int(season) if season not in (None, "") else None
    if (named := _SEASON_MONTHS.get(month or 0)) is not None:
        month, number = None, named
    return Point(year, month, day, season=number if month is None else None, circa=circa)


_SEASON_MONTHS = {13 + i: 1 + i for i in range(4)} | {21 + i: 1 + i for i in range(4)}
