"""Dates: ``year``, ``month``, ``day`` and ``date`` in, and out as Zotero and BibTeX read them."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.core.fields import Decoded
from refconv.core.model import Date, Edge, Point
from refconv.formats.bibtex.date_codec import ISSUED, ISSUED_FOR_ZOTERO, WHOLE, parse_year
from refconv.formats.bibtex.month_field import parse_month

READ = [
    # year, month, day, date → EDTF and literal
    (("2001", "", "", ""), "2001", ""),
    (("2001", "mar", "", ""), "2001-03", ""),
    (("2001", "3", "", ""), "2001-03", ""),
    (("2001", "10~jan", "", ""), "2001-01-10", ""),
    (("2018", "OCT 1", "", ""), "2018-10-01", ""),
    (("2001", "3", "5", ""), "2001-03-05", ""),
    (("2001", "Spring", "", ""), "2001-21", ""),
    (("2001", "Jul--Aug", "", ""), "2001-07/2001-08", ""),
    (("2001", "December/January", "", ""), "2001-12/2002-01", ""),
    (("", "", "", "2024-03-05"), "2024-03-05", ""),
    (("", "", "", "2004-06/2004-08"), "2004-06/2004-08", ""),
    (("", "", "", "2004-21"), "2004-21", ""),
    (("", "", "", "1723~"), "1723~", ""),
    (("", "", "", "199X"), "199X", ""),
    (("", "", "", "1988/.."), "1988/..", ""),
    (("", "", "", "-0043"), "-0043", ""),
    (("", "may", "", "1998"), "1998-05", ""),
    (("2020", "", "", "2020-01-02"), "2020-01-02", ""),
    (("2020--2021", "", "", ""), "2020/2021", ""),
    (("2020/21", "", "", ""), "2020/2021", ""),
    (("c. 1850", "", "", ""), "1850~", ""),
    (("[1850?]", "", "", ""), "1850?", ""),
    (("in press", "", "", ""), "", "in press"),
    (("n.d.", "", "", ""), "", "n.d."),
    (("2020a", "", "", ""), "2020", "2020a"),
    (("2004", "02", "30", ""), "", "2004-02-30"),
    (("", "", "", "2004-02-30"), "", "2004-02-30"),
    ((r"\noopsort{1973b}1973", "", "", ""), "1973", ""),
]


@pytest.mark.parametrize(("keys", "edtf", "literal"), READ)
def test_dates_are_read(keys: tuple[str, ...], edtf: str, literal: str) -> None:
    date = ISSUED.decode(tuple((key,) if key else () for key in keys)).value
    assert (date.edtf(), date.literal) == (edtf, literal)


def code_of(decoded: Decoded) -> Code | None:
    return None if decoded.problem is None else decoded.problem.code


@pytest.mark.parametrize("keys", [("", "5", "", ""), ("", "", "5", "")])
def test_a_number_without_a_year_is_none(keys: tuple[str, ...]) -> None:
    decoded = ISSUED.decode(tuple((key,) if key else () for key in keys))
    assert (decoded.value, code_of(decoded)) == (None, Code.BAD_DATE)


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        (("in press", "", "", ""), None),
        (("2004", "02", "30", ""), Code.BAD_DATE),
        (("", "", "", "soonish"), Code.BAD_DATE),
        (("2004", "Mon", "", ""), Code.BAD_DATE),
        (("2004", "", "5", ""), Code.BAD_DATE),
    ],
)
def test_invalid_dates_are_reported(keys: tuple[str, ...], code: Code | None) -> None:
    decoded = ISSUED.decode(tuple((key,) if key else () for key in keys))
    assert code_of(decoded) == code


@pytest.mark.parametrize(
    ("keys", "unused"),
    [
        (("2004", "Mon", "", ""), [(1, 0)]),
        (("2004", "", "5", ""), [(2, 0)]),
        (("2019", "", "", "2020"), [(0, 0)]),
        (("2020", "mar", "5", "2020-03-05"), []),
        ((r"\noopsort{1973b}1973", "", "", ""), [(0, 0)]),
    ],
)
def test_values_that_are_no_part_of_the_date_are_kept(
    keys: tuple[str, ...], unused: list[tuple[int, int]]
) -> None:
    raws = tuple((key,) if key else () for key in keys)
    assert list(ISSUED.decode(raws).unused) == unused


WRITTEN = [
    (Date.on(2024), ("2024", "", "", "")),
    (Date.on(2024, 3), ("2024", "mar", "", "")),
    (Date.on(2024, 3, 5), ("2024", "mar", "", "2024-03-05")),
    (Date(Point(2004, season=1)), ("2004", "spring", "", "2004-21")),
    (Date(Point(2020), Point(2021)), ("2020--2021", "", "", "2020/2021")),
    (Date(Point(2020, 1), Point(2020, 2)), ("2020", "jan--feb", "", "2020-01/2020-02")),
    (Date(Point(2020, 12), Point(2021, 1)), ("2020--2021", "", "", "2020-12/2021-01")),
    (Date(Point(1988), Edge.OPEN), ("1988", "", "", "1988/..")),
    (Date(literal="in press"), ("in press", "", "", "")),
    (Date(Point(2020), literal="2020a"), ("2020a", "", "", "")),
    (
        Date(Point(2020, 5, 1), literal="2020-05-01T23:24"),
        ("2020", "may", "", "2020-05-01T23:24"),
    ),
    (Date.on(-43), ("-43", "", "", "-0043")),
]


@pytest.mark.parametrize(("date", "keys"), WRITTEN)
def test_dates_are_written_and_all_survive(date: Date, keys: tuple[str, ...]) -> None:
    raws = ISSUED.encode(date)
    assert tuple(raw[0] if raw else "" for raw in raws) == keys
    assert ISSUED.decode(raws).value == date
    assert not ISSUED.decode(raws).unused


def test_a_text_beside_a_date_is_written_only_if_it_holds_the_date() -> None:
    date = Date(Point(1908), literal="1909")

    assert ISSUED.encode(date) == (("1908",), (), (), ())
    assert WHOLE.encode(date) == ((), (), (), ("1908",))


def test_biblatex_has_a_text_in_its_year_and_a_time_in_its_date() -> None:
    assert WHOLE.encode(Date(Point(2020), literal="2020a")) == (("2020a",), (), (), ())
    stamp = Date(Point(2020, 5, 1), literal="2020-05-01T23:24")
    assert WHOLE.encode(stamp) == ((), (), (), ("2020-05-01T23:24",))


def test_zotero_keeps_a_text_in_date_alone() -> None:
    date = Date(Point(2020), literal="2020a")

    assert ISSUED_FOR_ZOTERO.encode(date) == (("2020a",), (), (), ("2020a",))
    assert ISSUED_FOR_ZOTERO.decode(ISSUED_FOR_ZOTERO.encode(date)).value == date


def test_zotero_is_given_the_year_beside_a_text() -> None:
    date = Date(Point(1380), literal="AH")

    assert ISSUED_FOR_ZOTERO.encode(date) == (("1380",), (), (), ("AH 1380",))
    assert ISSUED_FOR_ZOTERO.encode(Date(Point(0), literal="AH")) == ((), (), (), ())


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2021-03", ()),
        ("2021-03-05", ("2021-03-05",)),
        # Zotero drops a tilde, and shows the number of a season.
        ("1850~", ("c. 1850",)),
        ("2021-03~", ("c. Mar 2021",)),
        ("2021-21", ("Spring 2021",)),
        ("1850~/1860~", ("c. 1850/c. 1860",)),
        ("185X", ("185X",)),
    ],
)
def test_zotero_is_given_words_where_it_reads_no_signs(date: str, written: tuple[str, ...]) -> None:
    value = Date.parse(date)

    assert ISSUED_FOR_ZOTERO.encode(value)[3] == written
    assert ISSUED_FOR_ZOTERO.decode(ISSUED_FOR_ZOTERO.encode(value)).value == value


@pytest.mark.parametrize(
    ("word", "month"),
    {
        "März": 3,
        "févr.": 2,
        "août": 8,
        "Gennaio": 1,
        "okt.": 10,
        "Sept.": 9,
        "maj": 5,
        "styczeń": 1,
        "dezember": 12,
        "12": 12,
    }.items(),
)
def test_months_in_many_languages(word: str, month: int) -> None:
    parsed = parse_month(word)
    assert parsed is not None
    assert parsed.months == (month,)


@pytest.mark.parametrize("word", ["13", "foo", "", "1 2 3", "winter mar"])
def test_what_is_no_month(word: str) -> None:
    assert parse_month(word) is None


@pytest.mark.parametrize("text", ["2021--2020", "12345678", "", "abc"])
def test_what_is_no_year(text: str) -> None:
    assert parse_year(text) is None
