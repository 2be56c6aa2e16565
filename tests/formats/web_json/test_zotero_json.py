"""Items of Zotero."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.formats.web_json.zotero_json import ROLES, TYPES, parse, with_attachments

BOOK = {"itemType": "book", "title": "A"}
ITEMS: list[tuple[Any, list[str]]] = [
    # file, ids
    ([{"key": "AB", "version": 1, "data": BOOK}], ["AB"]),
    ({"key": "AB", "version": 1, "data": BOOK}, ["AB"]),
    ([{"key": "AB", **BOOK}], ["AB"]),
    ({"config": {}, "items": [{"itemID": 1, "citationKey": "bell", **BOOK}]}, ["bell"]),
    ([{"key": "AB", "data": {**BOOK, "extra": "Citation Key: bell"}}], ["bell"]),
    ([{"key": "AB", "data": {"itemType": "note"}}, {"key": "CD", "data": BOOK}], ["CD"]),
]


@pytest.mark.parametrize(("file", "ids"), ITEMS)
def test_files(file: Any, ids: list[str]) -> None:
    read = refconv.read(json.dumps(file))

    assert [reference.id for reference in read.references] == ids


def test_types_and_roles_are_those_of_csl() -> None:
    assert {*TYPES.values()} <= {*map(str, refconv.ItemType)}
    assert ROLES["bookAuthor"] == "container-author"


def test_what_is_no_reference() -> None:
    assert parse({"itemType": "annotation"}) == "zotero-notes"
    assert parse({"data": {"title": "A"}}) == "item"


def test_an_attachment_is_kept_with_its_parent_wherever_it_stands() -> None:
    attachment = {"itemType": "attachment", "parentItem": "AB", "path": "/a/x.pdf", "md5": "0"}
    text = json.dumps([{"data": attachment}, {"key": "AB", "data": BOOK}])

    (reference,) = refconv.read(text).references

    assert reference.custom == (("zotero:attachments", [{"path": "/a/x.pdf"}]),)


def test_attachments_of_others_change_nothing() -> None:
    item = {"key": "AB", "data": BOOK}

    assert with_attachments(item, {"CD": [{"path": "x"}]}) is item
