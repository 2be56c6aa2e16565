"""Works of OpenAlex."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.formats.web_json.openalex import TYPES, abstract, parse

WORK = {"id": "https://openalex.org/W1", "title": "A", "type": "article", "authorships": []}
FILES: list[tuple[str, int]] = [
    (json.dumps(WORK), 1),
    (json.dumps({"meta": {"count": 2}, "results": [WORK, WORK], "group_by": []}), 2),
    (json.dumps({"results": [WORK], "meta": {}}), 1),
    (f"{json.dumps(WORK)}\n{json.dumps(WORK)}\n", 2),
    (json.dumps({"meta": {"count": 0}, "results": []}), 0),
]


@pytest.mark.parametrize(("text", "count"), FILES)
def test_files(text: str, count: int) -> None:
    assert len(refconv.read(text, "openalex").references) == count
    assert len(refconv.read(text).references) == count


def test_types_are_those_of_csl() -> None:
    assert {*TYPES.values()} <= {*map(str, refconv.ItemType)}


@pytest.mark.parametrize("item", [{"id": "https://openalex.org/A12", "display_name": "Ann"}, {}])
def test_what_is_no_work(item: dict[str, Any]) -> None:
    assert parse(item) == "item"


@pytest.mark.parametrize(
    ("index", "text"),
    [
        ({"to": [0, 2], "be": [1]}, "to be to"),
        ({"b": [5], "a": [1]}, "a b"),
        ({"a": ["x", None], "b": 3}, ""),
        (None, ""),
    ],
)
def test_abstracts(index: object, text: str) -> None:
    assert abstract(index) == text
