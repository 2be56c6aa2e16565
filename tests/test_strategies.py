"""The strategies draw every kind of value, and only values that the model accepts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from refconv.core.edtf import Date, Edge, Point
from refconv.core.model import VARIABLES, ItemType, Name
from refconv.strategies import dates, names, orcids, points, references, texts
from refconv.values.identifiers import is_orcid

DRAWN: dict[str, tuple[Callable[[], st.SearchStrategy[Any]], Callable[[Any], object]]] = {
    "a delimiter of a format": (texts, lambda text: "{" in text),
    "a text in another script": (texts, lambda text: not text.isascii()),
    "a check digit X": (orcids, lambda orcid: orcid.endswith("X")),
    "a person": (names, lambda name: name.family and name.given),
    "an institution": (names, lambda name: name.literal),
    "a particle": (names, lambda name: name.non_dropping_particle),
    "a suffix": (names, lambda name: name.suffix),
    "a name with an ORCID": (names, lambda name: name.orcid),
    "a year": (points, lambda point: point.month is None and point.season is None),
    "a day": (points, lambda point: point.day is not None),
    "a season": (points, lambda point: point.season is not None),
    "a year before Christ": (points, lambda point: point.year < 0),
    "an unspecified digit": (points, lambda point: point.unspecified),
    "an uncertain date": (points, lambda point: point.circa and point.uncertain),
    "an interval": (dates, lambda date: isinstance(date.end, Point)),
    "an open end": (dates, lambda date: date.end is Edge.OPEN),
    "a date in words": (dates, lambda date: date.start is None),
    "a date and words": (dates, lambda date: date.start is not None and date.literal),
    "no id": (references, lambda reference: not reference.id),
    "an incomplete list": (references, lambda reference: reference.et_al),
    "a native key": (references, lambda reference: reference.custom),
}


@cache
def drawn(strategy: Callable[[], st.SearchStrategy[Any]]) -> list[Any]:
    """Return some 200 values of a strategy, the same at every run."""
    values: list[Any] = []

    @settings(max_examples=200, derandomize=True, phases=[Phase.generate], database=None)
    @given(strategy())
    def draw(value: Any) -> None:
        values.append(value)

    draw()
    return values


@pytest.mark.parametrize(("strategy", "is_drawn"), DRAWN.values(), ids=DRAWN)
def test_every_kind_of_value_is_drawn(
    strategy: Callable[[], st.SearchStrategy[Any]], is_drawn: Callable[[Any], object]
) -> None:
    assert any(is_drawn(value) for value in drawn(strategy))


def test_most_item_types_and_every_kind_of_variable_are_drawn() -> None:
    kinds = {variable.attribute: variable.kind for variable in VARIABLES}
    given = {attribute for reference in drawn(references) for attribute in reference.given()}

    assert len({reference.type for reference in drawn(references)}) > len(ItemType) // 2
    assert {kinds[attribute] for attribute in given & kinds.keys()} == {*kinds.values()}


@given(texts())
def test_no_text_is_empty(text: str) -> None:
    assert text


@given(orcids())
def test_every_orcid_has_its_check_digit(orcid: str) -> None:
    assert is_orcid(orcid)


@given(names())
def test_a_name_has_parts_or_a_literal(name: Name) -> None:
    assert bool(name.literal) != bool(name.family)


@given(dates())
def test_a_date_without_words_is_written_in_edtf(date: Date) -> None:
    assert date.literal or Date.from_edtf(date.edtf()) == date
