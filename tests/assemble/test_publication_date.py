"""Printed dates → the date of publication."""

from __future__ import annotations

import pytest

from refconv.assemble.publication_date import complete_date
from tests.assemble.marked import after, fields

ROWS = [
    ("{issued|2004}", {"issued": "2004"}),
    ("{issued|2004a}", {"issued": "2004", "year-suffix": "a"}),
    ("{issued|2003}. {title|T}, {issued|12 March}", {"issued": "12 March 2003", "title": "T"}),
    # a range, and the most precise of one year
    ("{issued|1890-1901}. {title|T}, {issued|1970}", {"issued": "1970 | 1890-1901", "title": "T"}),
    ("{issued|2003}. {title|T}, {issued|12 March 2003}", {"issued": "12 March 2003", "title": "T"}),
    ("{issued|2003}. {title|T}, {issued|2004}", {"issued": "2003 | 2004", "title": "T"}),
    ("{issued|12 March}", {"issued": "12 March"}),
    # a reprint
    ("{issued|1899}. Reprint, {publisher|P}, {issued|1994}",
     {"issued": "1994", "original-date": "1899", "publisher": "P"}),
    ("{title|T}. Reprint, {publisher|P}, {issued|1994}",
     {"title": "T", "publisher": "P", "issued": "1994"}),
    # a reissue
    ("{title|T}, {issued|1990 [1867]}", {"title": "T", "original-date": "1867", "issued": "1990"}),
    ("{title|T}, {issued|[1867] 1990}", {"title": "T", "original-date": "1867", "issued": "1990"}),
    # instead of a date
    ("{title|T}. In press. {page|1}",
     {"title": "T", "page": "1", "status": "In press", "issued": "In press"}),
    ("{title|T} (n.d.), {page|1}", {"title": "T", "page": "1", "issued": "n.d."}),
    ("{title|In press. T}", {"status": "In press", "title": "T", "issued": "In press"}),
    ("{title|T}, in press, {issued|2004}", {"title": "T", "issued": "2004"}),
    ("{title|T}. {page|1}", {"title": "T", "page": "1"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_dates(marked: str, expected: dict[str, str]) -> None:
    assert fields(after(complete_date, marked)) == expected
