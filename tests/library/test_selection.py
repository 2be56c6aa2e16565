"""Select references by type, year, author and key."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.model import Date, Name, Reference
from refconv.library import select, split

BOOKS = [
    Reference(type="book", id="roe2014", author=[Name.parse("Röe, Ada")], issued=2014),
    Reference(type="chapter", id="roe2018", author=[Name.parse("Roe, Bo")], issued="2018-05"),
    Reference(type="book", id="ng2018", editor=[Name.parse("Ng, Ann")], issued="2017/2019"),
    Reference(type="report", id="who", author=[Name(literal="World Health Organization")]),
    Reference(id="x", issued=Date.of("in press"), author=[Name.parse("van der Berg, Jan")]),
]

SELECTED: list[tuple[dict[str, Any], str]] = [
    ({}, "roe2014 roe2018 ng2018 who x"),
    ({"type": "book"}, "roe2014 ng2018"),
    ({"type": ["book", "report"]}, "roe2014 ng2018 who"),
    ({"type": "techreport"}, "who"),
    ({"type": "InBook"}, "roe2018"),
    ({"type": "CHAP"}, "roe2018"),
    ({"year": 2018}, "roe2018 ng2018"),
    ({"year": "2015-"}, "roe2018 ng2018"),
    ({"year": "-2017"}, "roe2014 ng2018"),
    ({"year": "2014–2016"}, "roe2014"),
    ({"year": ["2014", "2019-2030"]}, "roe2014 ng2018"),
    ({"author": "roe"}, "roe2014 roe2018"),
    ({"author": "Ada Röe"}, "roe2014"),
    ({"author": "Roe, Bo"}, "roe2018"),
    ({"author": "ng"}, "ng2018"),
    ({"author": "health"}, "who"),
    ({"author": "berg"}, "x"),
    ({"author": "der berg"}, "x"),
    ({"author": "ber"}, ""),
    ({"key": "roe*"}, "roe2014 roe2018"),
    ({"key": ["who", "x"]}, "who x"),
    # Alternatives of one criterion are joined by or, several criteria by and.
    ({"type": ["book", "chapter"], "author": ["roe", "ng"], "year": "2018"}, "roe2018 ng2018"),
    ({"where": lambda one: one.editor}, "ng2018"),
]


@pytest.mark.parametrize(("criteria", "ids"), SELECTED)
def test_criteria_are_joined_by_and_their_alternatives_by_or(
    criteria: dict[str, Any], ids: str
) -> None:
    assert [one.id for one in select(BOOKS, **criteria)] == ids.split()


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"type": "books"}, "unknown type 'books' (did you mean 'book'?)"),
    ({"year": "18th"}, "year must be as 2018, 2015-2020, 2015- or -2020, not '18th'"),
    ({"year": "-"}, "year must be as 2018, 2015-2020, 2015- or -2020, not '-'"),
    ({"year": ""}, "year must be as 2018, 2015-2020, 2015- or -2020, not ''"),
    ({"year": "2020-2015"}, "year: no year is in '2020-2015' (the first is after the last)"),
]


@pytest.mark.parametrize(("criteria", "message"), WRONG)
def test_a_wrong_criterion_raises(criteria: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=r"type|year") as raised:
        select(BOOKS, **criteria)

    assert str(raised.value) == message


def test_only_references_are_selected_and_divided() -> None:
    for function in (select, lambda given: split(given, 2)):
        with pytest.raises(TypeError, match=r"references\[0\] must be a Reference, not str"):
            function(["a"])  # type: ignore[list-item]


@pytest.mark.parametrize(("size", "lengths"), [(1, [1] * 5), (2, [2, 2, 1]), (5, [5]), (9, [5])])
def test_parts_have_so_many_references(size: int, lengths: list[int]) -> None:
    assert [len(part) for part in split(BOOKS, size)] == lengths


def test_nothing_has_no_parts_and_a_part_has_one_reference_at_least() -> None:
    assert list(split([], 3)) == []
    with pytest.raises(ValueError, match="size must be 1 or more, not 0"):
        split(BOOKS, 0)
