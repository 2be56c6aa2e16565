"""CSL-JSON that people, scripts and language models wrote."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.core.model import BY_NAME
from refconv.formats.csljson.loose_items import (
    KINDS_OF_TYPES,
    NAMES_OF_KEYS,
    bare,
    has_variables,
    is_regular,
    tidied,
)

KNOWN = frozenset({"id", "type", *BY_NAME})
BOOK = {"type": "book"}
ITEMS: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    # item, the same as CSL has it, what is reported
    ({"type": "book", "title": "T"}, {"type": "book", "title": "T"}, []),
    ({"type": "journal-article"}, {"type": "article-journal"}, ["type journal-article"]),
    ({"type": "journalArticle"}, {"type": "article-journal"}, ["type journalArticle"]),
    ({"type": "article_journal"}, {"type": "article-journal"}, ["type article_journal"]),
    ({"type": "PhdThesis"}, {"type": "thesis"}, ["type PhdThesis"]),
    ({"type": "article"}, {"type": "article"}, []),
    ({"type": "article", "container-title": "J"}, {"type": "article", "container-title": "J"}, []),
    ({"type": "article", "journal": "J"}, {"type": "article-journal", "container-title": "J"},
     ["key journal"]),
    ({"ENTRYTYPE": "misc", "ID": "a"}, {"type": "document", "id": "a"},
     ["key ENTRYTYPE", "key ID", "type misc"]),
    ({"type": "no-such"}, {"type": "no-such"}, []),
    ({"title": "T"}, {"title": "T", "type": "document"}, ["no type document"]),
    ({"container-title": "J", "volume": 1}, {"container-title": "J", "volume": 1,
     "type": "article-journal"}, ["no type article-journal"]),
    ({"ISBN": "1"}, {"ISBN": "1", "type": "book"}, ["no type book"]),
    ({"URL": "u"}, {"URL": "u", "type": "webpage"}, ["no type webpage"]),
    ({**BOOK, "doi": "d", "Url": "u"}, {**BOOK, "DOI": "d", "URL": "u"}, ["key doi", "key Url"]),
    ({**BOOK, "DOI": "d", "doi": "e"}, {**BOOK, "DOI": "d", "doi": "e"}, []),
    ({**BOOK, "containerTitle": "J"}, {**BOOK, "container-title": "J"}, ["key containerTitle"]),
    ({**BOOK, "authors": [{"family": "Bell"}]}, {**BOOK, "author": [{"family": "Bell"}]},
     ["key authors"]),
    ({**BOOK, "author": ["Ann Bell"]}, {**BOOK, "author": ["Ann Bell"]}, ["names author"]),
    ({**BOOK, "year": 2010}, {**BOOK, "issued": {"year": 2010}}, ["key year"]),
    ({**BOOK, "year": "2010", "month": "May", "day": 3},
     {**BOOK, "issued": {"year": "2010", "month": "May", "day": 3}}, ["key year"]),
    ({**BOOK, "issued": {"date-parts": [[2010, 5]]}, "year": 2010},
     {**BOOK, "issued": {"date-parts": [[2010, 5]]}}, []),
    ({**BOOK, "issued": {"date-parts": [[2010]]}, "year": 2011},
     {**BOOK, "issued": {"date-parts": [[2010]]}, "year": 2011}, []),
    ({**BOOK, "issued": {"date-parts": [[None]]}, "volume": None, "issue": float("nan")}, BOOK, []),
    ({**BOOK, "title": ["T"], "ISSN": ["0003-2409", "1365-2044"]},
     {**BOOK, "title": "T", "ISSN": "0003-2409, 1365-2044"}, []),
    ({**BOOK, "title": ["T", "U"]}, {**BOOK, "title": "T", "title[1]": ["U"]}, []),
    ({**BOOK, "publisher": {"name": "P"}}, {**BOOK, "publisher": "P"}, []),
    ({"title": "T", "journal": "J"}, {"title": "T", "container-title": "J",
     "type": "article-journal"}, ["key journal", "no type article-journal"]),
    ({**BOOK, "pages": "1--9"}, {**BOOK, "page": "1-9"}, ["key pages"]),
    ({**BOOK, "identifier": [{"type": "doi", "id": "10.1000/182"}, {"type": "x", "id": "y"}]},
     {**BOOK, "identifier": [{"type": "x", "id": "y"}], "DOI": "10.1000/182"}, []),
    ({**BOOK, "identifier": [{"type": "issn", "id": "1"}]}, {**BOOK, "ISSN": "1"}, []),
    ({**BOOK, "link": [{"url": "u"}]}, {**BOOK, "URL": "u"}, ["key link"]),
    ({**BOOK, "title": "T", "subtitle": "U"}, {**BOOK, "title": "T: U"}, ["key subtitle"]),
    ({**BOOK, "startPage": 1, "endPage": "9"}, {**BOOK, "page": "1-9"}, ["key startPage"]),
    ({**BOOK, "first_page": "e1"}, {**BOOK, "page": "e1"}, ["key first_page"]),
    ({**BOOK, "mine": 1}, {**BOOK, "mine": 1}, []),
]  # fmt: skip


@pytest.mark.parametrize(("item", "tidy", "reported"), ITEMS)
def test_items(item: dict[str, Any], tidy: dict[str, Any], reported: list[str]) -> None:
    found, problems = tidied(item, KNOWN)

    assert found == tidy
    assert [*problems] == reported


@pytest.mark.parametrize("item", [item for item, tidy, _ in ITEMS if item == tidy])
def test_what_is_tidy_stays_as_it_is(item: dict[str, Any]) -> None:
    assert tidied(tidied(item, KNOWN)[0], KNOWN)[0] == tidied(item, KNOWN)[0]


REGULAR: list[tuple[dict[str, Any], bool]] = [
    ({"id": 1, "type": "book", "title": "T", "volume": 2, "author": [{"family": "Bell"}]}, True),
    ({"type": "book", "issued": {"date-parts": [[2010]]}, "custom": {"x": 1}}, True),
    ({"type": "book", "keyword": "a", "categories": ["a"]}, True),
    ({"type": "book", "author": ["Ann Bell"]}, False),
    ({"type": "book", "author": [{"name": "Ann Bell"}]}, False),
    ({"type": "book", "title": ["T"]}, False),
    ({"type": "book", "title": None}, False),
    ({"type": "book", "issued": "2010"}, False),
    ({"type": "book", "doi": "d"}, False),
    ({"type": "book", "issued": {"date-parts": []}}, False),
    ({"type": "book", "issued": {"date-parts": [[None]]}}, False),
    ({"type": "journal-article"}, False),
    ({}, False),
]


@pytest.mark.parametrize(("item", "regular"), REGULAR)
def test_regular_items(item: dict[str, Any], regular: bool) -> None:
    assert is_regular(item, KNOWN) is regular
    assert not regular or tidied(item, KNOWN) == (item, {})


def test_the_tables_name_what_csl_has() -> None:
    assert {*KINDS_OF_TYPES.values()} <= {*map(str, refconv.ItemType)}
    assert {*NAMES_OF_KEYS.values()} <= KNOWN
    assert all(key == bare(key) for key in (*NAMES_OF_KEYS, *KINDS_OF_TYPES))


def test_what_has_no_key_of_an_item_is_none() -> None:
    assert has_variables({"Title": "T"}, KNOWN)
    assert has_variables({"id": "a"}, KNOWN)
    assert has_variables({"type": "journalArticle"}, KNOWN)
    assert not has_variables({"type": "FeatureCollection", "features": []}, KNOWN)
    assert not has_variables({"name": "x", "files": []}, KNOWN)


def test_what_many_items_have_is_reported_once() -> None:
    items = [{"id": str(n), "journal": "J", "year": 2000 + n, "pages": "1"} for n in range(3)]
    read = refconv.read(json.dumps(items), "csl-json")

    assert [reference.type for reference in read.references] == ["article-journal"] * 3
    assert [(one.code, one.line, one.column) for one in read.diagnostics] == [
        ("unknown-key", 1, 2),
        ("unknown-key", 1, 2),
        ("unknown-key", 1, 2),
        ("missing-type", 1, 2),
    ]
