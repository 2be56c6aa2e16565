"""The tables of CSL-JSON: strict, and as Zotero reads it."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv import ItemType, Name, Reference
from refconv.clients import Client
from refconv.core.model import VARIABLES
from refconv.formats.csljson.table import ROWS, TABLE, ZOTERO

BERG = Name(
    family="Berg",
    given="Jan",
    suffix="Jr.",
    non_dropping_particle="van der",
    dropping_particle="de",
)


def item(reference: Reference, client: Client | None = None) -> dict[str, Any]:
    """Return the item that is written of a reference, without its id."""
    (written,) = json.loads(refconv.write([reference], "csl-json", for_=client).text)
    del written["id"]
    return {key: value for key, value in written.items() if key != "custom"}


# (values of a journal article, members of its item, and for Zotero those that differ)
WRITTEN: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ({"title": "A"}, {"title": "A"}, {}),
    ({"issued": "2019-03"}, {"issued": {"date-parts": [[2019, 3]]}}, {}),
    ({"keyword": ("a", "b")}, {"keyword": "a, b"}, {}),
    (
        {"author": (BERG,)},
        {
            "author": [
                {
                    "family": "Berg",
                    "given": "Jan",
                    "suffix": "Jr.",
                    "non-dropping-particle": "van der",
                    "dropping-particle": "de",
                }
            ]
        },
        {"author": [{"family": "van der Berg", "given": "Jan de, Jr."}]},
    ),
    ({"author": (Name(literal="WHO"),)}, {"author": [{"literal": "WHO"}]}, {}),
    ({"page": "e12"}, {"page": "e12", "number": "e12"}, {}),
    ({"page": "12"}, {"page": "12"}, {}),
    (
        {"container_title_short": "J. A."},
        {"container-title-short": "J. A."},
        {"journalAbbreviation": "J. A."},
    ),
]


@pytest.mark.parametrize(("values", "members", "for_zotero"), WRITTEN)
def test_what_is_written(
    values: dict[str, Any], members: dict[str, Any], for_zotero: dict[str, Any]
) -> None:
    reference = Reference("article-journal").changed(**values)

    assert item(reference) == {"type": "article-journal", **members}
    for_client = item(reference, "zotero")
    assert {key: for_client[key] for key in for_zotero or members} == (for_zotero or members)


# (members of an item, values of its reference)
READ: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"page": "e12"}, {"page": "e12", "number": "e12"}),
    # All kinds of numbers are written as one: only a page is known to be an article's.
    ({"number": "7"}, {"page": "", "number": "7"}),
    ({"journalAbbreviation": "J. A."}, {"container_title_short": "J. A."}),
    ({"shortTitle": "A"}, {"title_short": "A"}),
]


@pytest.mark.parametrize(("members", "values"), READ)
def test_what_is_read(members: dict[str, Any], values: dict[str, Any]) -> None:
    text = json.dumps([{"id": "a", "type": "article-journal", **members}])

    (reference,) = refconv.read(text, "csl-json").references

    assert {name: getattr(reference, name) for name in values} == values


def test_every_variable_has_a_field_of_its_name() -> None:
    assert [row.variable for row in ROWS] == [variable.name for variable in VARIABLES]


@pytest.mark.parametrize("kind", ItemType)
def test_types_are_those_of_csl(kind: ItemType) -> None:
    assert TABLE.write_type(kind) == kind
    assert TABLE.read_type(kind) == kind
    assert TABLE.is_legal_type(kind)
    # Zotero's reader takes some types under the names of others.
    assert ZOTERO.is_legal_type(ZOTERO.write_type(kind))


def test_a_text_beside_a_date_stands_in_custom() -> None:
    text = "TY  - JOUR\nPY  - 1990a\nY2  - 2026/05/01/T23:24\nER  - \n"
    (reference,) = refconv.read(text, "ris").references

    written = refconv.write([reference], "csl-json")
    (item,) = json.loads(written.text)

    assert item["issued"] == {"date-parts": [[1990]]}
    assert item["accessed"] == {"date-parts": [[2026, 5, 1]]}
    assert item["custom"]["refconv"]["keys"] == [
        ["date:issued", "1990a"],
        ["date:accessed", "2026-05-01T23:24"],
    ]
    assert reference.as_csl() == {**item, "id": ""}
    (back,) = refconv.read(written.text, "csl-json").references
    assert (back.issued, back.accessed) == (reference.issued, reference.accessed)
    assert [loss.path for loss in written.losses if loss.path != "id"] == []
