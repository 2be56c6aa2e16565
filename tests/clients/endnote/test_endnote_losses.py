"""What EndNote holds otherwise of a reference, and where."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.endnote.endnote_losses import judge_endnote
from refconv.clients.endnote.endnote_record import EndNoteRecord
from refconv.core.edtf import Date
from refconv.core.model import Name, Reference
from refconv.io.api import write

ANN, BOB = Name(family="Roe", given="Ann"), Name(family="Poe", given="Bob")


def found(reference: Reference, native: str, **fields: str | list[str]) -> list[tuple[Any, ...]]:
    """Return what is judged of a record with some fields; ``_`` stands for a space."""
    values = {
        name.replace("_", " "): [value] if isinstance(value, str) else value
        for name, value in fields.items()
    }
    judged = judge_endnote(reference, EndNoteRecord(native, values), lambda *_: False)
    return [tuple(one) for one in judged]


def article(**values: Any) -> Reference:
    return Reference(type="article-journal", **values)


@pytest.mark.parametrize(
    ("reference", "fields"),
    [
        (article(title="A – B"), {"Title": "A - B"}),
        (article(author=(ANN, BOB)), {"Author": ["Roe, Ann", "Poe, Bob"]}),
        (article(author=(Name(literal="Acme, Inc."),)), {"Author": "Acme,, Inc."}),
        (article(author=(ANN,), et_al={"author"}), {"Author": ["Roe, Ann", "et al.,"]}),
        (article(issued=Date.parse("2020-05-17")), {"Year": "2020", "Date": "2020/05/17/"}),
        (article(issued=Date(literal="in press")), {"Year": "in press"}),
        (article(keyword=("b", "a")), {"Keywords": ["a", "b"]}),
        (article(note="a\n\nb"), {"Notes": ["a", "b"]}),
        (article(page="e7", number="e7"), {"Pages": "e7", "Article_Number": "e7"}),
        (article(PMID="1234567", PMCID="PMC7"), {"Accession_Number": "1234567", "PMCID": "PMC7"}),
        (article(custom=[("ris:C1", "shelf 12")]), {"Legal_Note": "shelf 12"}),
    ],
)
def test_what_stands_in_its_field_is_no_loss(reference: Reference, fields: dict[str, Any]) -> None:
    assert found(reference, "JOUR", **fields) == []


@pytest.mark.parametrize(
    ("reference", "fields", "judged"),
    [
        (article(title="A"), {}, ("title", "A", None, "", "")),
        (article(title="<i>A</i>"), {"Title": "A"}, ("title", "<i>A</i>", "A", "Title", "")),
        (
            article(edition="2nd"),
            {"Epub_Date": "2nd"},
            ("edition", "2nd", None, "", "the field Epub Date"),
        ),
        (
            article(author=(ANN,)),
            {"Author": "Poe, Bob"},
            ("author[0]", ANN, BOB, "Author", ""),
        ),
        (
            article(author=(ANN,)),
            {"Author": ["Roe, Ann", "Poe, Bob"]},
            ("author", (ANN,), (ANN, BOB), "Author", ""),
        ),
        (
            article(editor=(ANN,)),
            {"Translated_Author": "Roe, Ann"},
            ("editor", (ANN,), None, "", "the field Translated Author"),
        ),
        (
            article(issued=Date.parse("2020-05")),
            {"Year": "2020"},
            ("issued", Date.parse("2020-05"), Date.parse("2020"), "Year", ""),
        ),
        (
            article(author=(Name(family="Roe", given="Ann", orcid="0000-0002-1825-0097"),)),
            {"Author": "Roe, Ann"},
            ("author[0].orcid", "0000-0002-1825-0097", None, "", ""),
        ),
        (
            article(author=(ANN,), et_al={"author"}),
            {"Author": "Roe, Ann"},
            ("author.et-al", True, None, "", ""),
        ),
        (
            article(keyword=("a", "b")),
            {"Keywords": ["a", "c"]},
            ("keyword", ("a", "b"), ("a", "c"), "Keywords", ""),
        ),
        (
            article(custom=[("ris:U1", "shelf")]),
            {},
            ("custom[0]", ("ris:U1", "shelf"), None, "", ""),
        ),
        (article(), {"Volume": "3"}, ("volume", "", "3", "Volume", "")),
        (Reference(type="review"), {}, ("type", "review", "article-journal", "", "")),
    ],
)
def test_what_is_otherwise(
    reference: Reference, fields: dict[str, Any], judged: tuple[Any, ...]
) -> None:
    assert found(reference, "JOUR", **fields) == [judged]


def test_a_file_that_is_refused_loses_everything() -> None:
    reference = Reference(type="book", title="Rivers")

    paths = [one.path for one in judge_endnote(reference, None, lambda *_: False)]

    assert paths == ["type", "title"]


# A reference, and the losses of its RIS for EndNote: path, what is kept, where else.
WRITTEN: list[tuple[Reference, list[tuple[str, str]]]] = [
    (article(publisher="P", publisher_place="Oslo"), [("publisher", ""), ("publisher-place", "")]),
    (article(translator=(ANN,)), [("translator", "")]),
    (article(volume="3", issue="4", page="5-9", ISSN="1234-5679", DOI="10.1234/x"), []),
    (article(available_date=Date.parse("2020-01-03")), []),
    (Reference(type="article-magazine", issue="4", container_title="M"), []),
    (Reference(type="article-newspaper", issue="4"), []),
    (Reference(type="article-newspaper", issued=Date.parse("2020-05-17")), [("issued", "")]),
    (Reference(type="book", editor=(ANN,), collection_title="S", collection_number="4"), []),
    (Reference(type="chapter", container_title="B", editor=(ANN,), collection_editor=(BOB,)), []),
    (Reference(type="chapter", issued=Date.parse("2020-05")), [("issued", "")]),
    (Reference(type="paper-conference", container_title="P", event_title="E", issue="2"), []),
    (Reference(type="thesis", publisher="U", genre="PhD thesis", contributor=(ANN,)), []),
    (Reference(type="thesis", volume="2"), [("volume", "")]),
    (Reference(type="report", number="TR-3", publisher="P", collection_number="4"), []),
    (Reference(type="standard", number="ISO 1", publisher="P"), []),
    (Reference(type="webpage", accessed=Date.parse("2021-02-03"), URL="https://a.org/b"), []),
    (Reference(type="webpage", container_title="Site"), [("container-title", "Series Title")]),
    (Reference(type="post-weblog", container_title="Blog", URL="https://a.org/b"), []),
    (Reference(type="dataset", version="2", publisher="P", number="7"), []),
    (Reference(type="software", version="2", medium="Linux"), []),
    (Reference(type="patent", number="US1", authority="O", call_number="QA 7"), []),
    (Reference(type="document", editor=(ANN,), number="7", container_title="T"), []),
    (Reference(type="article", genre="preprint", publisher="P"), []),
    (
        Reference(type="article", DOI="10.1234/x", archive_location="2101.1"),
        [("archive_location", "")],
    ),
]


@pytest.mark.parametrize(("reference", "losses"), WRITTEN)
def test_losses_by_type(reference: Reference, losses: list[tuple[str, str]]) -> None:
    written = write(reference, "ris", for_="endnote")

    got = [(loss.path, loss.elsewhere.removeprefix("the field ")) for loss in written.losses]
    assert got == losses
