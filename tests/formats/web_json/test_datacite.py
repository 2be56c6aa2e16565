"""DOIs of DataCite."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.core.model import BY_NAME
from refconv.formats.web_json.datacite import ROLES, TYPES, names_of, parse

DATA = {"doi": "10.1000/1", "creators": [], "titles": [{"title": "A"}], "publicationYear": 2001}
RECORD = {"id": "10.1000/1", "type": "dois", "attributes": DATA}
FILES: list[tuple[Any, int]] = [
    ({"data": RECORD}, 1),
    ({"data": [RECORD, RECORD], "meta": {}, "links": {}}, 2),
    ({"data": {"attributes": DATA}}, 1),
    (RECORD, 1),
    ([RECORD, RECORD], 2),
    (DATA, 1),
    ([DATA], 1),
]


@pytest.mark.parametrize(("file", "count"), FILES)
def test_files(file: Any, count: int) -> None:
    read = refconv.read(json.dumps(file))

    assert [(one.title, str(one.issued)) for one in read.references] == [("A", "2001")] * count


def test_types_and_roles_are_those_of_csl() -> None:
    assert {*TYPES.values()} <= {*map(str, refconv.ItemType)}
    assert {*ROLES.values()} <= {*BY_NAME}


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        ({"resourceTypeGeneral": "Text", "citeproc": "article-journal"}, "article-journal"),
        ({"resourceTypeGeneral": "Text", "resourceType": "Dissertation"}, "thesis"),
        ({"resourceTypeGeneral": "Text", "citeproc": "article"}, "document"),
        ({"resourceTypeGeneral": "Preprint", "citeproc": "thesis"}, "article"),
        ({"resourceTypeGeneral": "Software", "citeproc": "article"}, "software"),
        ({"citeproc": "report"}, "report"),
        ({}, "document"),
    ],
)
def test_the_more_exact_type_counts(types: dict[str, str], kind: str) -> None:
    (reference,) = refconv.read(json.dumps({**DATA, "types": types})).references

    assert reference.type == kind


def test_names() -> None:
    people = [{"name": "Bell, Ann"}, {"name": "WHO", "nameType": "Organizational"}, "Carl Dean"]
    names = names_of(people)

    assert names is not None
    assert [*map(str, names.names)] == ["Bell, Ann", "WHO", "Dean, Carl"]
    assert names_of([]) is None


def test_what_is_no_doi() -> None:
    assert parse({"attributes": {"name": "x"}}) == "item"
