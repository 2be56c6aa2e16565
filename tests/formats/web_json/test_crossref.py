"""Works of Crossref."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.core.model import ItemType
from refconv.formats.web_json.crossref import TYPES, affiliations, names_of, parse


def read(item: dict[str, Any]) -> refconv.Reference:
    (reference,) = refconv.read(json.dumps(item), "crossref").references
    return reference


def test_a_work_that_content_negotiation_returns() -> None:
    work = {
        "type": "journal-article",
        "title": "A &amp; B",
        "container-title": "Weather",
        "author": [{"given": "Ann", "family": "Bell", "sequence": "first", "affiliation": []}],
        "issued": {"date-parts": [[None]]},
        "published-print": {"date-parts": [[2021, 6]]},
    }

    reference = read(work)

    assert (reference.type, reference.title) == (ItemType.ARTICLE_JOURNAL, "A & B")
    assert (reference.container_title, str(reference.issued)) == ("Weather", "2021-06")
    assert reference.custom == ()


def test_types_are_those_of_csl() -> None:
    assert TYPES["posted-content"] == ItemType.ARTICLE
    assert read({"title": ["A"], "type": "no-type"}).type == ItemType.DOCUMENT


@pytest.mark.parametrize("item", [{}, {"status": "ok"}, {"name": "x"}])
def test_what_is_no_work(item: dict[str, Any]) -> None:
    assert parse(item) == "item"


def test_names() -> None:
    names = names_of([{"name": "A Group"}, {"family": "Bell", "name": "x"}, "Carl Dean"])

    assert names is not None
    assert [*map(str, names.names)] == ["A Group", "Bell", "Dean, Carl"]
    assert names_of([]) is None


def test_affiliations() -> None:
    people = [{"family": "Bell", "affiliation": [{"name": "X"}]}, {"family": "Dean"}]

    assert [*affiliations("author", people)] == [("author.affiliation", [["X"], []])]
    assert [*affiliations("author", [{"family": "Dean"}])] == []
