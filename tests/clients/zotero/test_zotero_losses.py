"""What Zotero holds otherwise of a reference, and where."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.same_values import Creator
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.zotero_losses import judge
from refconv.core.edtf import Date
from refconv.core.model import Name, Reference

ANN, BOB = Name(family="Roe", given="Ann"), Name(family="Poe", given="Bob")
CREATOR_ANN, CREATOR_BOB = Creator("author", "Roe", "Ann"), Creator("author", "Poe", "Bob")


def found(reference: Reference, **item: Any) -> list[tuple[Any, ...]]:
    """Return what is judged, without the ends that say nothing."""
    item.setdefault("type", "journalArticle")
    judged = judge(reference, ZoteroItem(**item), lambda *_: False)
    return [tuple(one) for one in judged]


def article(**values: Any) -> Reference:
    return Reference(type="article-journal", **values)


@pytest.mark.parametrize(
    ("reference", "item"),
    [
        (article(title="A"), {"fields": {"title": "A"}}),
        (article(issued=Date.parse("2024-03")), {"fields": {"date": "March 2024"}}),
        (article(keyword=("b", "a")), {"tags": ["a", "b"]}),
        (article(note="a\n\nb"), {"notes": ["<p>b</p>"], "extra": ["a"]}),
        (article(author=(ANN, BOB)), {"creators": [CREATOR_ANN, CREATOR_BOB]}),
        (Reference(type="article", genre="preprint"), {"type": "preprint"}),
        (article(custom=[("ris:U1", "shelf 12")]), {"notes": ["<p>Shelf 12</p>"]}),
        # Keys are the program's own.
        (article(citation_key="roe1"), {"fields": {"citationKey": "roe2"}}),
    ],
)
def test_what_stands_in_its_place_is_no_loss(reference: Reference, item: dict[str, Any]) -> None:
    assert found(reference, **item) == []


@pytest.mark.parametrize(
    ("reference", "item", "judged"),
    [
        (article(title="A"), {}, ("title", "A", None, "", "")),
        (article(title="A"), {"fields": {"title": "a"}}, ("title", "A", "a", "Title", "")),
        (
            article(edition="2"),
            {"extra": ["Edition: 2"]},
            ("edition", "2", None, "", "a line of Extra"),
        ),
        (
            article(source="Long words"),
            {"notes": ["<p>x: Long words</p>"]},
            ("source", "Long words", None, "", "a note"),
        ),
        (
            article(page="7"),
            {"type": "book", "fields": {"numPages": "7"}},
            ("page", "7", None, "", "the field Num Pages"),
        ),
        (
            article(editor=(ANN,)),
            {"creators": [CREATOR_ANN]},
            ("editor", (ANN,), None, "", "the role author"),
        ),
        (
            article(author=(ANN,)),
            {"creators": [CREATOR_BOB]},
            ("author[0]", ANN, BOB, "Author", ""),
        ),
        (
            article(author=(ANN,)),
            {"creators": [CREATOR_ANN, CREATOR_BOB]},
            ("author", (ANN,), (ANN, BOB), "Author", ""),
        ),
        (
            article(author=(ANN, BOB)),
            {"creators": [CREATOR_BOB]},
            ("author", (ANN, BOB), (BOB,), "Author", ""),
        ),
        (
            article(keyword=("a", "b")),
            {"tags": ["a; b"]},
            ("keyword", ("a", "b"), ("a; b",), "Tags", ""),
        ),
        (
            article(custom=[("ris:U1", "shelf 12")]),
            {},
            ("custom[0]", ("ris:U1", "shelf 12"), None, "", ""),
        ),
        (article(), {"fields": {"volume": "3"}}, ("volume", "", "3", "Volume", "")),
        (article(), {"creators": [CREATOR_ANN]}, ("author", (), (ANN,), "Author", "")),
        (
            article(author=(Name(family="Roe", given="Ann", orcid="0000-0002-1825-0097"),)),
            {"creators": [CREATOR_ANN]},
            ("author[0].orcid", "0000-0002-1825-0097", None, "", ""),
        ),
        (
            article(author=(ANN,), et_al={"author"}),
            {"creators": [CREATOR_ANN]},
            ("author.et-al", True, None, "", ""),
        ),
    ],
)
def test_what_is_not_as_it_was(
    reference: Reference, item: dict[str, Any], judged: tuple[Any, ...]
) -> None:
    if item.get("type") == "book":
        reference = reference.changed(type="book")

    assert found(reference, **item) == [judged]


def test_another_type() -> None:
    reference = Reference(type="review-book", title="A")

    assert found(reference, fields={"title": "A"}) == [
        ("type", "review-book", "article-journal", "", "")
    ]


def test_a_short_value_of_another_variable_is_not_taken_for_one_that_is_lost() -> None:
    reference = article(edition="2", volume="2")

    assert found(reference, fields={"volume": "2"}) == [("edition", "2", None, "", "")]
