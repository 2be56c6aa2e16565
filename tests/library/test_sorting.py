"""Sort references by their values."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from refconv.core.model import Date, Name, Reference
from refconv.library import Sorting, sort


def of(kind: str, values: list[str]) -> list[Reference]:
    """Return references with a value each; its id is the value."""
    make: dict[str, Callable[[str], Reference]] = {
        "title": lambda text: Reference(id=text, title=text),
        "author": lambda text: Reference(id=text, author=[Name.parse(text)]),
        "year": lambda text: Reference(id=text, issued=Date.of(text)),
        "volume": lambda text: Reference(id=text, volume=text),
    }
    return [make[kind](value) for value in values]


SORTED = [
    # In order already.
    ("title", "title", ["Ahn", "ähnlich", "Émile", "Eve", "Zoe", "Жук", "山"]),
    ("title", "title", ["<i>Ice</i> one", "Ice two"]),
    ("author", "author", ["Berg, Ada", "van der Berg, Jan", "Čapek, Karel", "Doe, Bo"]),
    ("author", "author", ["Ng, Ada", "Ng, Bo", "Nguyen, Ada"]),
    ("year", "year", ["1999", "2001", "2001-03", "2001-03-05", "2001-05", "in press"]),
    ("-year", "year", ["2001-05", "2001", "1999", "in press"]),
    ("volume", "volume", ["2", "10", "10a", "S1"]),
    ("-volume", "volume", ["S1", "10", "2"]),
    ("key", "title", ["a2", "a10", "b"]),
]


@pytest.mark.parametrize(("by", "kind", "values"), SORTED)
def test_values_have_an_order(by: str, kind: str, values: list[str]) -> None:
    assert [one.id for one in sort(reversed(of(kind, values)), by)] == values


def test_editors_and_titles_stand_in_for_authors() -> None:
    given = [
        Reference(id="3", title="Snow"),
        Reference(id="2", editor=[Name.parse("Roe, Ada")]),
        Reference(id="1", author=[Name(literal="Office of Ice")], title="Zoe"),
    ]

    assert [one.id for one in sort(given, "author")] == ["1", "2", "3"]


@pytest.mark.parametrize("by", ["year", "-year"])
def test_what_has_no_value_comes_last(by: str) -> None:
    given = [Reference(id="a"), Reference(id="b", issued=2001), Reference(id="c")]

    assert [one.id for one in sort(given, by)] == ["b", "a", "c"]


def test_later_criteria_decide_where_the_first_ones_do_not() -> None:
    given = [
        Reference(id=f"{title}{year}", title=title, issued=year)
        for title in ("Snow", "Ice")
        for year in (2003, 2001)
    ]

    assert [one.id for one in sort(given, "title,-year")] == [
        "Ice2003", "Ice2001", "Snow2003", "Snow2001"
    ]  # fmt: skip
    assert [one.id for one in sort(given, ["year"])] == [
        "Snow2001", "Ice2001", "Snow2003", "Ice2003"
    ]  # fmt: skip


def test_an_unknown_variable_raises() -> None:
    with pytest.raises(ValueError, match=r"unknown variable 'autor' \(did you mean 'author'\?\)"):
        sort([], "autor")


def test_texts_need_an_extra_and_dates_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyuca", None)

    assert Sorting("-year").by[0].is_descending
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'refconv\[sort\]'"):
        Sorting("author")
