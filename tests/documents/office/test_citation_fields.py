"""The codes of fields: which program's they are, and the records in them."""

from __future__ import annotations

import base64
import json

import pytest

import refconv
from refconv.documents.office.citation_fields import Codes, decoded_base64
from tests.documents.builders import RIVERS, citation, in_base64

ENDNOTE = (
    "<EndNote><Cite><Author>Lee</Author><Year>2003</Year><RecNum>7</RecNum><record>"
    '<rec-number>7</rec-number><foreign-keys><key app="EN" db-id="abc">7</key></foreign-keys>'
    '<ref-type name="Journal Article">17</ref-type><titles><title>Bogs &amp; fens</title></titles>'
    "</record></Cite></EndNote>"
)
CITAVI = json.dumps({"Entries": [{"Reference": {"ReferenceType": "Book", "Title": "Dunes"}}]})
PAPERS = "<citation><publications><publication><title>Moors</title></publication></publications>"
MANAGER = "<Refman><Cite><MDL><Title_Primary>Cliffs</Title_Primary></MDL></Cite></Refman>"
ITEM = citation(RIVERS)

CODES = [
    (f"ADDIN ZOTERO_ITEM CSL_CITATION {ITEM}", "", "Zotero field", "Rivers of the north"),
    (f" addin  ZOTERO_ITEM CSL_CITATION{ITEM} x", "", "Zotero field", "Rivers of the north"),
    (f"ITEM CSL_CITATION {ITEM}", "", "Zotero field", "Rivers of the north"),
    (f"ADDIN CSL_CITATION {ITEM}", "", "Mendeley field", "Rivers of the north"),
    (f"ADDIN Mendeley Citation{{0}} CSL_CITATION {ITEM}", "", "Mendeley field", RIVERS["title"]),
    (f"ADDIN EN.CITE {ENDNOTE}", "", "EndNote field", "Bogs & fens"),
    ("ADDIN EN.CITE", in_base64(ENDNOTE), "EndNote field", "Bogs & fens"),
    (f"ADDIN CitaviPlaceholder{{{in_base64(CITAVI)}}}", "", "Citavi field", "Dunes"),
    (f"ADDIN PAPERS2_CITATIONS {PAPERS}", "", "Papers field", "Moors"),
    (f"ADDIN REFMGR.CITE {MANAGER}", "", "Reference Manager field", "Cliffs"),
    ("PAGE \\* MERGEFORMAT", "", "", None),
]


@pytest.mark.parametrize(("code", "data", "field", "title"), CODES, ids=[c[0][:22] for c in CODES])
def test_codes(code: str, data: str, field: str, title: str | None) -> None:
    codes = Codes()

    assert not codes.add(code, data, 4)

    read = [(r.field, refconv.read(r.text, r.format).references[0].title) for r in codes.records]
    assert read == ([] if title is None else [(field, title)])
    assert all(record.offset == 4 for record in codes.records)
    assert codes.problems == []


@pytest.mark.parametrize(
    "code",
    [
        'ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY',
        "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY",
        "ADDIN EN.REFLIST",
        " BIBLIOGRAPHY ",
        "ADDIN CitaviBibliography",
    ],
)
def test_lists(code: str) -> None:
    codes = Codes()

    assert codes.add(code, "", 0)
    assert codes == Codes()


def test_the_control_of_mendeley_cite() -> None:
    text = base64.urlsafe_b64encode(ITEM.encode()).decode().rstrip("=")
    codes = Codes()

    assert not codes.add_control(f"MENDELEY_CITATION_v3_{text}", 2)
    assert codes.add_control("MENDELEY_BIBLIOGRAPHY", 2)
    assert [record.field for record in codes.records] == ["Mendeley Cite"]


def test_the_tags_of_words_sources() -> None:
    codes = Codes()

    codes.add(r"CITATION Ng01 \l 1033 \m Roe04 \p 12", "", 3)
    codes.add(r"CITATION Ng01 \l 1033", "", 9)

    assert codes.cited_tags == {"ng01": 3, "roe04": 3}


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("ADDIN ZOTERO_ITEM CSL_CITATION", "a damaged Zotero field (works that could be read: 0)"),
        ("ADDIN CitaviPlaceholder{####}", "a damaged Citavi field (works that could be read: 0)"),
        ("ADDIN EN.CITE <EndNote><Ci", "a damaged EndNote field (works that could be read: 0)"),
        (
            'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"id": 1, "uris": ["a"]}]}',
            "citations of Zotero field without their works: 1 (the printed list is read;"
            " for the records export the library)",
        ),
        (
            "ADDIN NE.Ref.{1B}",
            "citations of NoteExpress without their works: 1 (the printed list is read;"
            " for the records export the library)",
        ),
    ],
)
def test_what_has_no_record_is_reported(code: str, message: str) -> None:
    codes = Codes()

    codes.add(code, "", 0)

    assert [problem.message for problem, _ in codes.problems] == [message]


@pytest.mark.parametrize(
    "text", ["eyJhIjoiw6kifQ==", "eyJhIjoiw6kifQ", "eyJh\nIjoi w6kifQ", "eyJhIjoiw6kifQx"]
)
def test_base64_of_any_dress(text: str) -> None:
    assert decoded_base64(text).startswith('{"a":"é"}')
