"""Printed dates, and letters behind their years."""

from __future__ import annotations

import pytest

from refconv.values.dates import read_date, split_year_suffix

DATES = [
    # years
    ("2024", "2024", ""),
    ("(2009).", "2009", ""),
    ("1999/2000", "1999/2000", ""),
    ("1999\u201300", "1999/2000", ""),
    ("2001-02", "2001/2002", ""),
    ("44 BC", "-0043", ""),
    ("c. 1850", "1850~", ""),
    ("[1850?]", "1850?", ""),
    # months, days, seasons
    ("septembre 2014", "2014-09", ""),
    ("Mar 15, 2020", "2020-03-15", ""),
    ("2024 Mar 15", "2024-03-15", ""),
    ("2003, March 15", "2003-03-15", ""),
    ("Monday, 3 May 2020", "2020-05-03", ""),
    ("15. Mai 1999", "1999-05-15", ""),
    ("3 de mayo de 2020", "2020-05-03", ""),
    ("1er mars 2011", "2011-03-01", ""),
    ("28 févr. 2018", "2018-02-28", ""),
    ("мая 2003", "2003-05", ""),
    ("12 grudnia 2005", "2005-12-12", ""),
    ("Spring 2003", "2003-21", ""),
    ("Frühjahr 1999", "1999-21", ""),
    # figures
    ("2001-05-12", "2001-05-12", ""),
    ("2001-05", "2001-05", ""),
    ("12.5.2003", "2003-05-12", ""),
    ("25/05/2003", "2003-05-25", ""),
    ("05/25/2003", "2003-05-25", ""),
    ("2003年5月12日", "2003-05-12", ""),
    # ranges
    ("12\u201314 May 2003", "2003-05-12/2003-05-14", ""),
    ("May 12-14, 2003", "2003-05-12/2003-05-14", ""),
    ("30 May \u2013 2 June 2003", "2003-05-30/2003-06-02", ""),
    ("Juli/August 1998", "1998-07/1998-08", ""),
    ("2003 Mar-Apr", "2003-03/2003-04", ""),
    ("Dec 2003\u2013Jan 2004", "2003-12/2004-01", ""),
    # what is no date, or more than one, or nobody can tell
    ("in press", "", "in press"),
    ("n.d.", "", "n.d."),
    ("o. J", "", "o. J."),
    ("March 15", "", "March 15"),
    ("forthcoming 2020", "2020", "forthcoming 2020"),
    ("2004 [1998]", "2004", "2004 [1998]"),
    ("12/05/2003", "2003", "12/05/2003"),
    ("31 February 2003", "2003", "31 February 2003"),
    # what stands around it
    ("accessed 3 May 2020", "2020-05-03", ""),
    ("2012 г", "2012", ""),
    # a range over the turn of the year
    ("28 Dec\u20133 Jan 1989", "1988-12-28/1989-01-03", ""),
    ("1988 Dec\u2013Jan", "1988-12/1989-01", ""),
]


@pytest.mark.parametrize(("raw", "edtf", "literal"), DATES)
def test_dates(raw: str, edtf: str, literal: str) -> None:
    date = read_date(raw)
    assert date is not None
    assert (date.edtf(), date.literal) == (edtf, literal)


def test_no_date_at_all() -> None:
    assert read_date("\u2014 .") is None


@pytest.mark.parametrize(
    ("raw", "date", "suffix"),
    [("2004a", "2004", "a"), ("(1993b, May)", "(1993, May)", "b"), ("2004", "2004", "")],
)
def test_year_suffix(raw: str, date: str, suffix: str) -> None:
    assert split_year_suffix(raw) == (date, suffix)
