"""Citavi's JSON: references to objects, parents, types, names."""

from __future__ import annotations

from typing import Any

import pytest

import refconv
from refconv.core.model import ItemType
from refconv.documents.office.citavi import TYPES, citavi_records

CHAPTER = {
    "$id": "1",
    "Entries": [
        {
            "$id": "2",
            "Reference": {
                "$id": "3",
                "ReferenceType": "Contribution",
                "Title": "Dunes",
                "Subtitle": "A study",
                "Authors": [
                    {"$id": "4", "FirstName": "Max", "MiddleName": "K.", "LastName": "Sand"},
                    {"$id": "9", "LastName": "Dune Board"},
                ],
                "PageRange": "<sp><n>3</n></sp><ep><n>9</n></ep><os>3–9</os>",
                "ParentReference": {
                    "$id": "5",
                    "ReferenceType": "BookEdited",
                    "Title": "Coasts",
                    "Year": "2012",
                    "Editors": [{"$ref": "4"}],
                    "Publishers": [{"$id": "8", "Name": "Sea Press"}],
                    "PlaceOfPublication": "Oulu",
                },
            },
        },
        {"$id": "7", "Reference": {"$ref": "5"}},
    ],
}


def test_a_part_takes_what_it_lacks_from_the_whole() -> None:
    records = [*citavi_records(CHAPTER, 3)]
    part, whole = (refconv.read(one.text, one.format).references[0] for one in records)

    assert (part.type, part.title, part.container_title) == ("chapter", "Dunes: A study", "Coasts")
    assert [str(name) for name in part.author] == ["Sand, Max K.", "Dune Board"]
    assert [str(name) for name in part.editor] == ["Sand, Max K."]
    assert (str(part.issued), part.publisher, part.page) == ("2012", "Sea Press", "3–9")
    assert (whole.type, whole.title) == ("book", "Coasts")


@pytest.mark.parametrize(
    "payload",
    [None, [], {"Entries": None}, {"Entries": [{"Reference": None}]}, {"Entries": [{"$ref": "x"}]}],
)
def test_anything_else_holds_none(payload: Any) -> None:
    assert [*citavi_records(payload, 0)] == []


def test_types_are_those_of_csl() -> None:
    assert {*TYPES.values()} <= {*map(str, ItemType)}


def test_an_object_that_refers_to_itself_is_read() -> None:
    book: dict[str, Any] = {"$id": "1", "ReferenceType": "Book", "Title": "A"}
    book["ParentReference"] = {"$ref": "1"}

    assert len([*citavi_records({"Entries": [{"Reference": book}]}, 0)]) == 1
