"""Dates: EDTF and CSL-JSON in, the same out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from refconv.core.edtf import Date, Edge, Point
from refconv.strategies import dates, points

EDTF = {
    "2024": Date.on(2024),
    "2024-03": Date.on(2024, 3),
    "2024-02-29": Date.on(2024, 2, 29),
    "-0043": Date.on(-43),
    "0000": Date.on(0),
    "Y170000": Date.on(170000),
    "2004-21": Date(Point(2004, season=1)),
    "1850~": Date(Point(1850, circa=True)),
    "1850?": Date(Point(1850, uncertain=True)),
    "1850%": Date(Point(1850, circa=True, uncertain=True)),
    "199X": Date(Point(1990, unspecified="Y")),
    "19XX": Date(Point(1900, unspecified="YY")),
    "2004-XX": Date(Point(2004, unspecified="M")),
    "2004-XX-XX": Date(Point(2004, unspecified="MD")),
    "2004-06-XX": Date(Point(2004, 6, unspecified="D")),
    "2004-06/2004-08": Date(Point(2004, 6), Point(2004, 8)),
    "1988/..": Date(Point(1988), Edge.OPEN),
    "../1988": Date(Edge.OPEN, Point(1988)),
    "1988/": Date(Point(1988), Edge.UNKNOWN),
}


@pytest.mark.parametrize(("text", "date"), EDTF.items())
def test_dates_are_parsed_and_written_in_edtf(text: str, date: Date) -> None:
    assert Date.from_edtf(text) == date
    assert date.edtf() == text


NO_EDTF = [
    "in press",
    "2004-02-30",
    "2004-13",
    "2004-31",
    "04",
    "2004-6",
    "199X-05",
    "../..",
    "/",
    "2004-XX-05",
]


@pytest.mark.parametrize("text", NO_EDTF)
def test_text_that_is_no_edtf_becomes_a_literal(text: str) -> None:
    assert Date.from_edtf(text) is None
    assert Date.of(text) == Date(literal=text)


@given(dates())
def test_edtf_holds_everything_but_the_literal(date: Date) -> None:
    if date.start is not None:
        assert Date.from_edtf(date.edtf()) == Date(date.start, date.end)


CSL: list[tuple[dict[str, Any], Date]] = [
    ({"date-parts": [[2024]]}, Date.on(2024)),
    ({"date-parts": [[2024, 3, 5]]}, Date.on(2024, 3, 5)),
    ({"date-parts": [[2004, 6], [2004, 8]]}, Date(Point(2004, 6), Point(2004, 8))),
    ({"date-parts": [[2004]], "season": 1}, Date(Point(2004, season=1))),
    ({"date-parts": [[1850]], "circa": True}, Date(Point(1850, circa=True))),
    ({"literal": "in press"}, Date(literal="in press")),
    ({"literal": "199X"}, Date(Point(1990, unspecified="Y"))),
    ({"literal": "1988/.."}, Date(Point(1988), Edge.OPEN)),
    ({"literal": "1850?"}, Date(Point(1850, uncertain=True))),
    ({"date-parts": [[2020]], "literal": "ca. 2020"}, Date(Point(2020), literal="ca. 2020")),
]


@pytest.mark.parametrize(("data", "date"), CSL)
def test_dates_are_parsed_and_written_as_csl(data: dict[str, Any], date: Date) -> None:
    assert Date.from_csl(data) == date
    assert date.as_csl() == data


CSL_AS_FOUND: list[tuple[dict[str, Any], Date | None]] = [
    ({"date-parts": [["2024", "03"]]}, Date.on(2024, 3)),
    ({"date-parts": [[2024, 0, 0]]}, Date.on(2024)),
    ({"date-parts": [[2024, 22]]}, Date(Point(2024, season=2))),
    ({"date-parts": [[2024, 14]]}, Date(Point(2024, season=2))),
    ({"raw": "2024-05"}, Date.on(2024, 5)),
    ({"raw": "May 2024"}, Date(literal="May 2024")),
    ({"date-parts": [[2004, 2, 30]]}, None),
    ({"date-parts": [[None]]}, None),
    ({"date-parts": [[float("inf"), 1]]}, None),
    ({"date-parts": []}, None),
    ({}, None),
]


@pytest.mark.parametrize(("data", "date"), CSL_AS_FOUND)
def test_csl_dates_of_other_programs_are_parsed(data: dict[str, Any], date: Date | None) -> None:
    assert Date.from_csl(data) == date


@given(points())
def test_every_point_survives_csl(point: Point) -> None:
    assert Date.from_csl(Date(point).as_csl()) == Date(point)


IMPOSSIBLE: list[dict[str, Any]] = [
    {"month": 13},
    {"month": 2, "day": 30},
    {"day": 1},
    {"season": 5},
    {"season": 1, "month": 3},
    {"unspecified": "Y", "month": 3},
    {"unspecified": "D"},
    {"unspecified": "?"},
]


@pytest.mark.parametrize("parts", IMPOSSIBLE)
def test_a_point_that_no_calendar_has_cannot_be_made(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no such date"):
        Point(2020, **parts)


def test_a_date_without_start_and_literal_is_an_error() -> None:
    with pytest.raises(ValueError, match="start or a literal"):
        Date()
    with pytest.raises(ValueError, match="date at one end"):
        Date(Edge.OPEN, Edge.OPEN)


def test_a_date_has_year_season_and_circa() -> None:
    date = Date.of("1850~/1860")

    assert (date.year, date.circa, date.season, str(date)) == (1850, True, None, "1850~/1860")
    assert (Date(literal="in press").year, str(Date(literal="in press"))) == (None, "in press")


# From the first to the last.
SORTED = [
    *("-0043", "19XX", "1999", "2004", "2004-21", "2004-03-05", "2004-03-06", "2004-04"),
    *("2004-04/2004-05", "2004-12", "2005", "in press"),
]


def test_dates_sort_by_their_beginning() -> None:
    dates = [Date.of(text) for text in SORTED]

    assert sorted([*dates[5:], *dates[:5]]) == dates
    assert (max(dates), min(dates)) == (dates[-1], dates[0])
    with pytest.raises(TypeError):
        dates[0] < "2004"  # noqa: B015


@given(dates(), dates())
def test_the_order_of_dates_is_total(one: Date, other: Date) -> None:
    assert (one < other) + (other < one) + (one == other) == 1


@given(dates())
def test_the_repr_of_a_date_makes_it_again(date: Date) -> None:
    names = {"Date": Date, "Point": Point, "Edge": Edge}

    assert eval(repr(date), names) == date  # noqa: S307 (what it shows is Python)


PRINTED = [
    ("2017-09", "2017-09"), ("12 March 2004", "2004-03-12"), ("mars 2011", "2011-03"),
    (" 1999 ", "1999"), ("1999/2001", "1999/2001"), ("in press", "in press"), ("?", "?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), PRINTED)
def test_a_printed_date_is_parsed(text: str, date: str) -> None:
    assert Date.parse(text) == Date.of(date)
