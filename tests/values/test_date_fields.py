"""Dates in fields of their own, in both directions."""

from __future__ import annotations

import pytest

from refconv.core.model import Date
from refconv.values.date_fields import decode_date
from refconv.values.line_codecs import ISSUED

# (PY and its like, DA, the date as EDTF or its literal); written as they are read
DATE = [
    ("2019", "", "2019"),
    ("2019", "2019/03/05/", "2019-03-05"),
    ("2019", "2019/03//", "2019-03"),
    ("0800", "", "0800"),
    ("2021", "Spring", "2021-21"),
    ("2015", "Nov-Dec", "2015-11/2015-12"),
    ("2018", "Jun 6-9", "2018-06-06/2018-06-09"),
    ("2018", "Jun 28-Jul 2", "2018-06-28/2018-07-02"),
    ("2019-2020", "", "2019/2020"),
    ("ca. 1723", "", "1723~"),
    ("199X", "", "199X"),
    ("-0043", "", "-0043"),
    ("2004-06/2005-08", "", "2004-06/2005-08"),
    ("1988/..", "", "1988/.."),
    ("in press", "", "in press"),
]
# Only read: (PY and Y1, DA, the date, which values it does not stand for).
READ_DATE = [
    (["2019///"], [], "2019", []),
    (["2019/00/00/"], [], "2019", []),
    (["2019/3/5"], [], "2019-03-05", []),
    (["2015/october"], [], "2015-10", []),
    (["2001///Winter"], [], "2001-24", []),
    (["2012/03//undefined"], [], "2012-03", []),
    (["2009"], ["MAR 15"], "2009-03-15", []),
    (["2009"], ["15 March"], "2009-03-15", []),
    (["2009"], ["Sep 1"], "2009-09-01", []),
    (["2009"], ["November 24 2009"], "2009-11-24", []),
    (["2009"], ["Winter"], "2009-24", []),
    (["6-9 June 2018"], [], "2018-06-06/2018-06-09", []),
    (["2005", "2005/07/15"], ["2005/07/15"], "2005-07-15", []),
    (["2005/07/15", "2005"], [], "2005-07-15", []),
    (["2004-2008"], [], "2004/2008", []),
    (["1988-90"], [], "1988/1990", []),
    ([], ["2014/12/12"], "2014-12-12", []),
    ([], ["May"], "May", []),
    (["2015"], ["2014/12/12"], "2014-12-12", ["2015"]),
    (["2004"], ["2004/02/30"], "2004", ["2004/02/30"]),
    (["2013/07/22"], ["2013/07/28"], "2013-07-28", ["2013/07/22"]),
    (["2004/02/30"], [], "2004/02/30", []),
    (["n.d."], [], "n.d.", []),
    (["0000"], ["0000 Spring term"], "0000 Spring term", []),
    (["1911"], ["1912 1911"], "1911", []),
]


@pytest.mark.parametrize(("year", "day", "date"), DATE)
def test_a_date_both_ways(year: str, day: str, date: str) -> None:
    raws = ((year,), (day,) if day else ())

    assert ISSUED.decode(raws).value == Date.of(date)
    assert ISSUED.encode(Date.of(date)) == raws


@pytest.mark.parametrize(("years", "days", "date", "unused"), READ_DATE)
def test_a_date_read(years: list[str], days: list[str], date: str, unused: list[str]) -> None:
    raws = (tuple(years), tuple(days))

    decoded = ISSUED.decode(raws)

    assert str(decoded.value) == date
    assert [raws[position][i] for position, i in decoded.unused] == unused


def test_a_date_and_what_was_printed_with_it() -> None:
    date = Date.of("2012-03-05")
    with_text = Date(date.start, literal="Online first")

    assert decode_date("2012/03/05/Online first") == with_text
    assert ISSUED.encode(with_text) == (("2012",), ("2012/03/05/Online first",))
