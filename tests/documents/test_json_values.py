"""One JSON value within text, damaged or not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.documents.json_values import value_in
from tests.documents.builders import LAKES, RIVERS, citation

WHOLE = citation(RIVERS, LAKES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('ITEM {"a": [1]} {"b": 2}', {"a": [1]}),
        ("{“a”: “b”}", {"a": "b"}),
        ('{"a": "b\tc\n"}', {"a": "b\tc\n"}),
    ],
)
def test_one_value_is_read_and_what_follows_is_not(text: str, value: Any) -> None:
    found = value_in(text)

    assert found is not None
    assert (found.value, found.is_damaged) == (value, False)


def test_no_value() -> None:
    assert value_in("ITEM CSL_CITATION") is None


def test_the_items_of_a_broken_citation() -> None:
    found = value_in(WHOLE[: WHOLE.index('"issued"', WHOLE.index("Lakes"))])

    assert found is not None
    assert found.is_damaged
    items = found.value["citationItems"]
    assert [item["itemData"]["title"] for item in items] == [
        "Rivers of the north",
        "Lakes and seas",
    ]
    assert items[0]["itemData"] == RIVERS


@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)))
def test_no_cut_raises(start: int, end: int) -> None:
    found = value_in(WHOLE[:start] + WHOLE[end:])

    assert found is None or isinstance(found.value, dict)
