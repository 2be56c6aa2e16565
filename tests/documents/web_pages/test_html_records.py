"""The records in web pages, each in its dialects."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from refconv.documents.web_pages.html_records import (
    citation_item,
    coins_item,
    fields_of_reference,
    json_item,
    page_item,
    scholar_item,
    works_in_json,
)


def families(item: dict[str, Any]) -> list[str]:
    return [one.get("literal") or one["family"] for one in item["author"]]


def given(item: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(item.get(name) for name in names)


DIALECTS = [
    (
        "citation_title=Rivers;citation_author=AA Ng;citation_author=Z. Roe;"
        "citation_journal_title=Heat;citation_volume=12;citation_number=12;citation_pages=7-9;",
        ("article-journal", "Rivers", "Heat", "12", "", "7-9", ["Ng", "Roe"]),
    ),
    (
        "citation_journal_title=Heat; citation_title=Rivers; and seas; "
        "citation_author=MC Ng, TO Roe; citation_volume=12; citation_issue=3; "
        "citation_first_page=7; citation_last_page=9",
        ("article-journal", "Rivers; and seas", "Heat", "12", "3", "7-9", ["Ng", "Roe"]),
    ),
    (
        "citation_title=Rivers;citation_author=Ada Ng;citation_author=Bo Roe;"
        "citation_inbook_title=Waters;citation_publisher=Lake Press",
        ("chapter", "Rivers", "Waters", "", "", "", ["Ng", "Roe"]),
    ),
    (
        "citation_title=Rivers; citation_author=Ng, Ada; citation_publisher=Lake Press",
        ("book", "Rivers", None, "", "", "", ["Ng"]),
    ),
]


@pytest.mark.parametrize(("content", "expected"), DIALECTS)
def test_citation_reference(content: str, expected: tuple[Any, ...]) -> None:
    item = citation_item(fields_of_reference(content))

    names = ("type", "title", "container-title", "volume", "issue", "page")
    assert (*given(item, *names), families(item)) == expected


def test_a_printed_reference_has_no_fields() -> None:
    assert fields_of_reference("Ng A. Rivers. 2001; 3: 4-5.") == {}


SCHOLAR = "https://scholar.google.com/scholar_lookup?"


@pytest.mark.parametrize(
    "query",
    [
        "title=Rivers&author=A+Ng&author=B+Roe&publication_year=2001&journal=Nature&pages=pp.+4-5",
        "&title=Rivers&journal=Nature&pages=4-5&publication_year=2001&author=Ng%2CA&author=Roe%2CB",
        "title=Rivers&author[0]=A+Ng&author[1]=B+Roe&publication_year=2001&journal=Nature&pages=4-5",
    ],
)
def test_links_to_scholar(query: str) -> None:
    item = scholar_item(SCHOLAR + query)

    assert item is not None
    assert (*given(item, "title", "container-title", "page", "issued"), families(item)) == (
        "Rivers", "Nature", "4-5", {"date-parts": [[2001]]}, ["Ng", "Roe"],
    )  # fmt: skip


@pytest.mark.parametrize("address", ["https://scholar.google.com/scholar?q=x", SCHOLAR, "x", ""])
def test_other_links(address: str) -> None:
    assert scholar_item(address) is None


def coins(**fields: str | list[str]) -> dict[str, Any]:
    named = {"ctx_ver": "Z39.88-2004"}
    named |= {f"rft.{key}": value for key, value in fields.items() if key != "rft_id"}  # type: ignore[misc]
    if "rft_id" in fields:
        named["rft_id"] = fields["rft_id"]  # type: ignore[assignment]
    item = coins_item(urlencode(named, doseq=True))
    assert item is not None
    return item


def test_coins_of_an_article() -> None:
    item = coins(
        genre="article", atitle="Rivers", jtitle="Nature", volume="3", spage="4", epage="5",
        date="2001-05", aulast="Ng", aufirst="Ada", au="Roe, Bo",
        rft_id=["info:doi/10.1000/1", "https://x.org"],
    )  # fmt: skip
    names = ("type", "title", "container-title", "volume", "page", "DOI", "URL")
    assert given(item, *names) == (
        "article-journal", "Rivers", "Nature", "3", "4-5", "10.1000/1", "https://x.org",
    )  # fmt: skip
    assert families(item) == ["Ng", "Roe"]


def test_coins_of_other_works() -> None:
    chapter = coins(genre="bookitem", atitle="Inlets", btitle="Coasts", au=["Bay, K", "Cove, D"])
    book = coins(genre="book", btitle="Tides", pub="Sea Press", aulast="Gray")
    page = coins(genre="unknown", title="A page", aulast="Ng", au=["Ng, Ada", "Roe, Bo"])

    assert given(chapter, "type", "title", "container-title") == ("chapter", "Inlets", "Coasts")
    assert given(book, "type", "title", "publisher") == ("book", "Tides", "Sea Press")
    assert [families(item) for item in (chapter, book, page)] == [
        ["Bay", "Cove"], ["Gray"], ["Ng", "Roe"],
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["", "x=1", "ctx_ver=Z39.88-2004", "%%%;;&&"])
def test_no_coins(title: str) -> None:
    assert coins_item(title) is None


WORK = {
    "@type": ["ScholarlyArticle"],
    "headline": "Rivers",
    "author": [{"familyName": "Ng", "givenName": "Ada"}, {"name": "Bo Roe"}, "Kim Lee"],
    "datePublished": "2001-05-06",
    "pageStart": 4,
    "pageEnd": 5,
    "isPartOf": {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {"@type": ["PublicationVolume", "Periodical"], "volumeNumber": 3, "name": "N"},
    },
    "identifier": {"@type": "PropertyValue", "value": "https://doi.org/10.1000/1"},
}


def test_json_ld() -> None:
    (work,) = works_in_json(json.dumps({"@graph": [WORK, {"x": 1}]}))
    item = json_item(work)

    assert given(item, "type", "title", "issue", "volume", "page", "DOI") == (
        "article-journal", "Rivers", "2", "3", "4-5", "10.1000/1",
    )  # fmt: skip
    assert families(item) == ["Ng", "Roe", "Lee"]
    assert [*works_in_json("{")] == []


PAGES = [
    ([("citation_title", "A"), ("citation_author", "Ng, Ada")], ("A", ["Ng"])),
    ([("dc.title", "A"), ("dc.creator", "Ng, Ada")], ("A", ["Ng"])),
    ([("dc.title", "B"), ("citation_title", "A"), ("citation_authors", "Ng A; Roe B")],
     ("A", ["Ng", "Roe"])),
    ([("prism.volume", "3"), ("dc.title", "A"), ("dc.identifier", "doi:10.1000/1")], ("A", [])),
]  # fmt: skip


@pytest.mark.parametrize(("metas", "expected"), PAGES)
def test_the_pages_own_record(
    metas: list[tuple[str, str]], expected: tuple[str, list[str]]
) -> None:
    item = page_item(metas)

    assert item is not None
    assert (item["title"], families(item)) == expected


def test_a_title_alone_makes_no_record() -> None:
    assert page_item([("dc.title", "A page"), ("description", "x")]) is None
