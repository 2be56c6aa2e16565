"""The elements of a citation in JATS."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.model import ItemType
from refconv.documents.articles.jats_citations import TYPES, citation_item, is_tagged, people_of
from refconv.documents.xml_trees import Node, tree_of


def citation(inner: str, name: str = "mixed-citation", kind: str = "") -> Node:
    node = tree_of(f'<{name} publication-type="{kind}">{inner}</{name}>').first(name)
    assert node is not None
    return node


BOTH = "<article-title>A</article-title><source>B</source>"

KINDS = [
    ("journal", BOTH, ("article-journal", "A", "B")),
    ("", f"{BOTH}<volume>1</volume>", ("article-journal", "A", "B")),
    ("", f"{BOTH}<publisher-name>P</publisher-name>", ("chapter", "A", "B")),
    ("book", BOTH, ("chapter", "A", "B")),
    ("book", "<source>B</source>", ("book", "B", "")),
    ("other", "<source>B</source>", ("book", "B", "")),
    ("journal", "<source>B</source>", ("article-journal", "", "B")),
    ("thesis", "<source>B</source>", ("thesis", "B", "")),
    ("", f"{BOTH}<conf-name>C</conf-name>", ("paper-conference", "A", "B")),
    ("", "<article-title>A</article-title><uri>http://a.b</uri>", ("webpage", "A", "")),
]


@pytest.mark.parametrize(("kind", "inner", "expected"), KINDS)
def test_types_and_titles(kind: str, inner: str, expected: tuple[str, str, str]) -> None:
    item, _ = citation_item(citation(inner, kind=kind))

    assert (item["type"], item["title"], item["container-title"]) == expected


PARTS: list[tuple[str, str, Any]] = [
    ("<year>2004a</year>", "issued", {"date-parts": [[2004]]}),
    ("<year iso-8601-date='2004-05-06'>2004</year>", "issued", {"date-parts": [[2004, 5, 6]]}),
    ("<month>May</month><year>2004</year>", "issued", {"raw": "May 2004"}),
    ("<date><year>2004</year></date>", "issued", {"date-parts": [[2004]]}),
    ("<fpage>12</fpage><lpage>19</lpage>", "page", "12-19"),
    ("<fpage>12</fpage><lpage>12</lpage>", "page", "12"),
    ("<page-range>12–19</page-range>", "page", "12–19"),
    ("<elocation-id>e5</elocation-id>", "page", "e5"),
    ("<pub-id pub-id-type='doi'>doi:10.1000/1</pub-id>", "DOI", "10.1000/1"),
    ("<pub-id pub-id-type='pmid'>PMID: 17</pub-id>", "PMID", "17"),
    ("<pub-id pub-id-type='pmcid'>123</pub-id>", "PMCID", "PMC123"),
    ("<ext-link href='https://doi.org/10.1000/1'>x</ext-link>", "DOI", "10.1000/1"),
    ("<ext-link href='https://a.org/1'>x</ext-link>", "URL", "https://a.org/1"),
    ("<comment>doi: 10.1000/1.</comment>", "DOI", "10.1000/1"),
    ("<comment>In Finnish</comment>", "note", "In Finnish"),
    ("<comment>Available from:</comment>", "note", ""),
    ("<date-in-citation>cited 2004-05-06</date-in-citation>", "accessed",
     {"date-parts": [[2004, 5, 6]]}),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "variable", "value"), PARTS)
def test_parts(inner: str, variable: str, value: object) -> None:
    assert citation_item(citation(inner))[0][variable] == value


def test_identifiers_of_other_kinds_are_kept() -> None:
    item, _ = citation_item(citation("<pub-id pub-id-type='art-access-id'>x1</pub-id>"))

    assert item["custom"] == {"refconv": {"keys": [["jats:art-access-id", "x1"]]}}


PEOPLE = [
    ("<name><surname>Ng</surname><given-names>A</given-names></name>", ["Ng A"]),
    ("<string-name>A. Ng</string-name>", ["Ng A."]),
    ("<collab>Reed <italic>Group</italic></collab>", ["Reed"]),
    ("<collab><name><surname>Ng</surname></name></collab>", ["Ng"]),
    ("<etal/>", []),
]


@pytest.mark.parametrize(("xml", "expected"), PEOPLE)
def test_people(xml: str, expected: list[str]) -> None:
    (node,) = tree_of(xml).children()
    people = [*people_of(node)]

    assert [
        one.get("literal") or " ".join(filter(None, (one["family"], one.get("given"))))
        for one in people
    ] == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [("Ng A. <italic>Rivers</italic>. 2001.", False), ("Ng A. <year>2001</year>.", True)],
)
def test_tagged(inner: str, expected: bool) -> None:
    assert is_tagged(citation(inner)) == expected


def test_a_string_may_say_more_than_its_tags() -> None:
    assert citation_item(citation("<year>2001</year>"))[1]
    assert not citation_item(citation("<year>2001</year>", "element-citation"))[1]


def test_types_are_those_of_csl() -> None:
    assert {*TYPES.values()} <= {*map(str, ItemType)}
