"""CSL-JSON as reference managers store it."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.documents.csl_items import cited, count_of, in_small_letters, record_of

# What programs store, and what it is.
ITEMS: list[tuple[dict[str, Any], str]] = [
    ({"title": "A", "issued": {"year": 2000}, "shortTitle": "B"}, " (2000). A"),
    ({"title": "A", "issued": {"date-parts": [["2000", "5"]]}, "volume": ""}, " (2000-05). A"),
    (
        {"title": "A", "author": [{"family": "Ng", "given": "", "parse-names": False}, {}]},
        "Ng. A",
    ),
    ({"type": "book", "title": "A", "multi": {"main": {}}, "id": 4}, "A"),
]


@pytest.mark.parametrize(("item", "expected"), ITEMS)
def test_items_of_programs(item: dict[str, Any], expected: str) -> None:
    (record,) = cited({"citationItems": [{"itemData": item}]}, "x", 3, takes_id=True)

    read = refconv.read(record.text, record.format)

    assert str(read.references[0]) == expected
    assert read.diagnostics == ()
    assert (record.offset, record.field) == (3, "x")


@pytest.mark.parametrize(
    ("one", "takes_id", "same"),
    [
        ({"uris": ["a", "b"], "id": 5}, True, ("uri:a", "uri:b")),
        ({"uri": ["a"], "id": 5}, True, ("uri:a",)),
        ({"id": 5}, True, ("id:5",)),
        ({"id": "ITEM-1"}, False, ()),
    ],
)
def test_what_tells_a_work(one: dict[str, Any], takes_id: bool, same: tuple[str, ...]) -> None:
    citation = {"citationItems": [{**one, "itemData": {"title": "A"}}]}

    assert [record.same for record in cited(citation, "", 0, takes_id=takes_id)] == [same]


def test_the_key_of_better_bibtex_is_kept() -> None:
    citation = {"citationItems": [{"itemData": {"title": "A", "citation-key": "ng", "id": 1}}]}

    (record,) = cited(citation, "", 0, takes_id=True)

    assert record.keeps_id
    assert json.loads(record.text)[0]["id"] == "ng"


@pytest.mark.parametrize("citation", [None, [], {}, {"citationItems": 3}, {"citationItems": [3]}])
def test_no_items(citation: Any) -> None:
    assert cited(citation, "", 0, takes_id=True) == []
    assert count_of(citation) <= 1


def test_keys_in_capitals() -> None:
    assert in_small_letters({"CITATIONITEMS": [{"ITEMDATA": {"TITLE": "A", "DOI": "B"}}]}) == {
        "citationItems": [{"itemData": {"title": "A", "DOI": "B"}}]
    }


def test_what_is_empty_is_left_out() -> None:
    assert json.loads(record_of({"type": "", "title": "A", "author": [{"family": " "}]}).text) == [
        {"type": "document", "title": "A"}
    ]
