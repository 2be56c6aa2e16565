"""The article's own record in JATS."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.documents.articles.jats_articles import article_item
from refconv.documents.xml_trees import Node, tree_of


def item_of(metadata: str, journal: str = "") -> dict[str, Any]:
    tree = tree_of(
        f"<article><journal-meta>{journal}</journal-meta><article-meta>{metadata}</article-meta>"
        "</article>"
    )
    return article_item(tree, next(tree.all("article-meta"), Node("")))


PARTS: list[tuple[str, str, Any]] = [
    ("<article-title>On <italic>A</italic></article-title>", "title", "On <i>A</i>"),
    ("<volume>3</volume>", "volume", "3"),
    ("<fpage>3</fpage><lpage>9</lpage>", "page", "3-9"),
    ("<elocation-id>e1</elocation-id>", "page", "e1"),
    ("<article-id pub-id-type='pmc'>17</article-id>", "PMCID", "PMC17"),
    ("<pub-date pub-type='epub'><day>5</day><month>3</month><year>2015</year></pub-date>",
     "issued", {"date-parts": [[2015, 3, 5]]}),
    ("<pub-date><season>Spring</season><year>2015</year></pub-date>", "issued",
     {"date-parts": [[2015]]}),
    ("<abstract><p>One.</p></abstract>", "abstract", "One."),
]  # fmt: skip


@pytest.mark.parametrize(("metadata", "variable", "value"), PARTS)
def test_parts(metadata: str, variable: str, value: object) -> None:
    assert item_of(metadata)[variable] == value


def test_the_date_of_the_issue_goes_first() -> None:
    item = item_of(
        "<pub-date pub-type='epub'><year>2014</year></pub-date>"
        "<pub-date pub-type='ppub'><year>2015</year></pub-date>"
    )
    assert item["issued"] == {"date-parts": [[2015]]}
    assert item["available-date"] == {"date-parts": [[2014]]}


def test_history_and_orcids() -> None:
    item = item_of(
        "<contrib><contrib-id contrib-id-type='orcid'>http://orcid.org/0000-0002-1825-0097"
        "</contrib-id><name><surname>Ng</surname></name></contrib>"
        "<contrib contrib-type='editor'><name><surname>Roe</surname></name></contrib>"
        "<history><date date-type='received'><year>2013</year></date></history>"
    )
    assert [person["family"] for person in (*item["author"], *item["editor"])] == ["Ng", "Roe"]
    assert item["custom"]["refconv"] == {
        "orcid": {"author": ["0000-0002-1825-0097"]},
        "dates": {"received": {"date-parts": [[2013]]}},
    }


def test_the_journal() -> None:
    item = item_of("", "<journal-title>Water</journal-title><issn>1</issn><issn>2</issn>")

    assert (item["container-title"], item["ISSN"]) == ("Water", "1, 2")
