"""Dates as JSON holds them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.model import Date
from refconv.strategies import references
from refconv.values.structured_dates import date_of_json

DATES: list[tuple[Any, str]] = [
    ({"date-parts": [[2003, 2, 5]]}, "2003-02-05"),
    ({"date-parts": [[2003, 2, None]]}, "2003-02"),
    ({"date-parts": [[2007, None]]}, "2007"),
    ({"date-parts": [[2019, 5, 0]]}, "2019-05"),
    ({"date-parts": [["2003", "02"]]}, "2003-02"),
    ({"date-parts": [2003, 2]}, "2003-02"),
    ({"date-parts": ["2003", "02", "11"]}, "2003-02-11"),
    ({"date-parts": [["2003-02-11"]]}, "2003-02-11"),
    ({"date-parts": "2010-05"}, "2010-05"),
    ({"date-parts": [[2019, "May", 3]]}, "2019-05-03"),
    ({"date-parts": [[2019, 1], [2019, 2]]}, "2019-01/2019-02"),
    ({"date-parts": [["1999"]], "season": "2"}, "1999-22"),
    ({"date-parts": [[1999]], "season": "Winter"}, "1999-24"),
    ({"date-parts": [["1911"]], "season": "1912"}, "1911"),
    ({"date-parts": [[2019, 13]]}, "2019-21"),
    ({"date-parts": [[2019, 24]]}, "2019-24"),
    ({"date-parts": [[2019]], "circa": True}, "2019~"),
    ({"date-parts": [[-44]]}, "-0044"),
    ([["2003", "02"]], "2003-02"),
    ([{"year": "2003", "month": "2"}], "2003-02"),
    ([{"year": "2003"}, {"year": "2004"}], "2003/2004"),
    ({"year": 1999, "month": 7}, "1999-07"),
    ({"year": "2003", "season": "Spring"}, "2003-21"),
    ({"raw": "4 July 1999"}, "1999-07-04"),
    ({"raw": "2010", "circa": True}, "2010~"),
    ({"date-time": "2021-03-09T10:00:00Z", "timestamp": 1615284000000}, "2021-03-09"),
    ("2007", "2007"),
    ("July 4, 1999", "1999-07-04"),
    ("2021-03-09T00:00:00Z", "2021-03-09"),
    ("2010-05-00", "2010-05"),
    ("2010-00-00", "2010"),
    (2007, "2007"),
    (20100503, "2010-05-03"),
]


@pytest.mark.parametrize(("raw", "edtf"), DATES)
def test_dates(raw: Any, edtf: str) -> None:
    assert date_of_json(raw) == Date.of(edtf)


@pytest.mark.parametrize("raw", ["in press", {"literal": "in press"}, {"raw": "in press"}])
def test_words_that_are_no_date_are_a_literal(raw: Any) -> None:
    assert date_of_json(raw) == Date(literal="in press")


NONE: list[Any] = [
    *(None, "", " ", [], {}, True, 1.7e12, float("nan"), float("inf"), -1),
    {"date-parts": [[None]]},
    {"date-parts": [["", ""]]},
    {"date-parts": [["soon"]]},
    {"date-parts": [[2004, 2, 30]]},
    {"date-parts": [[2001], [2002], [2003]]},
    {"date-parts": [[[2003, 2]]]},
    {"year": None},
]


@pytest.mark.parametrize("raw", NONE)
def test_what_is_no_date(raw: Any) -> None:
    assert date_of_json(raw) is None


@given(references())
def test_what_csl_writes_is_read(reference: Any) -> None:
    date = reference.issued
    if date is not None:
        assert date_of_json(date.as_csl()) == Date.from_csl(date.as_csl())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda one: (
            st.lists(one, max_size=3)
            | st.dictionaries(
                st.sampled_from(["date-parts", "year", "month", "raw", "season"]), one, max_size=3
            )
        ),
    )
)
def test_reading_never_raises(raw: object) -> None:
    date_of_json(raw)
