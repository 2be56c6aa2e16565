"""The forms of dates, and what readers of fields make of them."""

from __future__ import annotations

import pytest

from refconv.core.model import Date
from refconv.values.date_fields import decode_date
from refconv.values.date_forms import date_in_words, in_figures
from refconv.values.read_only import read_date


@pytest.mark.parametrize(
    ("text", "year", "edtf"),
    [
        ("Mar 15", 2009, "2009-03-15"),
        ("15 Mar", 2009, "2009-03-15"),
        ("Winter", 2009, "2009-24"),
        ("Nov-Dec", 2009, "2009-11/2009-12"),
        ("Jan/Feb", 2009, "2009-01/2009-02"),
        ("Jun 6-9", 2009, "2009-06-06/2009-06-09"),
        ("6-9 Jun", 2009, "2009-06-06/2009-06-09"),
        ("Jun 6-Jul 9", 2009, "2009-06-06/2009-07-09"),
        ("Dec-Jan", 2009, "2009-12/2010-01"),
        ("Monday, 16 March", 2009, "2009-03-16"),
        ("ca. May", 2009, "2009-05~"),
        ("May 2009", 2009, "2009-05"),
        ("May 2009", None, "2009-05"),
        ("2 de mayo de 2010", None, "2010-05-02"),
        ("June 3rd, 2010", None, "2010-06-03"),
        ("Dec 1988-Jan 1989", None, "1988-12/1989-01"),
        ("Spring-Summer 2009", None, "2009-21/2009-22"),
        ("1999-00", None, "1999/2000"),
    ],
)
def test_words(text: str, year: int | None, edtf: str) -> None:
    assert date_in_words(text, year) == Date.from_edtf(edtf)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("May", None),
        ("May 2010", 2009),
        ("12", 2009),
        ("Feb 30", 2009),
        ("vol. 3, May", 2009),
        ("Epub May", 2009),
        ("May; 5", 2009),
        ("2004 a", None),
        ("Winter 1988-1989", None),
        ("May 10:30", 2009),
        ("1 May 2 Jun 3 Jul", 2009),
        ("May " * 20, 2009),
        ("", 2009),
    ],
)
def test_texts_that_are_not_one_date(text: str, year: int | None) -> None:
    assert date_in_words(text, year) is None


@pytest.mark.parametrize(
    ("text", "edtf", "literal"),
    [
        ("2003-05-12", "2003-05-12", ""),
        ("12.5.2003", "2003-05-12", ""),
        ("5/25/2003", "2003-05-25", ""),
        ("25/5/2003", "2003-05-25", ""),
        ("5/12/2003", "2003", "5/12/2003"),
        ("5/5/2003", "2003-05-05", ""),
        ("2003年5月12日", "2003-05-12", ""),
        ("44 BC", "-0043", ""),
    ],
)
def test_figures(text: str, edtf: str, literal: str) -> None:
    date = in_figures(text)

    assert date is not None
    assert (date.edtf(), date.literal) == (edtf, literal)
    assert decode_date(text) == date


@pytest.mark.parametrize("text", ["2003/04", "2003-13", "2003", "1.2", "x"])
def test_no_figures_of_a_date(text: str) -> None:
    assert in_figures(text) is None


@pytest.mark.parametrize(
    ("text", "edtf", "literal"),
    [
        ("1988-90", "1988/1990", ""),
        ("1999-00", "1999/2000", ""),
        ("Dec 1988-Jan 1989", "1988-12/1989-01", ""),
        ("Spring-Summer 1988", "1988-21/1988-22", ""),
        ("1988 Dec 28-Jan 3", "1988-12-28/1989-01-03", ""),
        ("19880512", "1988-05-12", ""),
        ("12.5.1988", "1988-05-12", ""),
        ("05/12/1988", "1988", "05/12/1988"),
        ("500 BC", "-0499", ""),
        ("~1988", "1988~", ""),
    ],
)
def test_forms_that_all_fields_have(text: str, edtf: str, literal: str) -> None:
    for read in (decode_date, read_date):
        date = read(text)
        assert (date.edtf(), date.literal) == (edtf, literal)


def test_a_month_that_does_not_exist_is_text() -> None:
    assert read_date("2016-13-01") == Date(literal="2016-13-01")
