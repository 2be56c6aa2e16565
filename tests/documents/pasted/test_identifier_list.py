"""Lists of identifiers: one reference each, and a note that it says nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.codes import Code
from refconv.documents.pasted.identifier_list import identifiers_in, read, recognises
from tests.documents.texts import PARTS

A, B = "10.1000/182", "10.1000/183"
ISBN13, ISBN10 = "978-0-306-40615-7", "0-306-40615-2"
SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
TEXTS = [
    ("10.1000/182", [("DOI", "10.1000/182")]),
    (f"https://doi.org/{A}\ndoi:{B}.", [("DOI", A), ("DOI", B)]),
    (f"doi:{SICI}", [("DOI", SICI)]),
    ("10.1000/1; 10.1000/2, 10.1000/3", [("DOI", f"10.1000/{i}") for i in (1, 2, 3)]),
    ("1. PMID: 33145678\n2) PMC7812345", [("PMID", "33145678"), ("PMCID", "PMC7812345")]),
    ("https://pubmed.ncbi.nlm.nih.gov/33145678/", [("PMID", "33145678")]),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7812345/", [("PMCID", "PMC7812345")]),
    ("PMIDs:\n33145678\n33145679", [("PMID", "33145678"), ("PMID", "33145679")]),
    ("arXiv:2305.01234v2", [("arXiv", "2305.01234v2")]),
    ("hep-th/9806123", [("arXiv", "hep-th/9806123")]),
    ("https://arxiv.org/pdf/2305.01234.pdf", [("arXiv", "2305.01234")]),
    (f"ISBN {ISBN13}\n{ISBN10}", [("ISBN", ISBN13), ("ISBN", ISBN10)]),
    (f"- {A}\n- https://a.example/b", [("DOI", A), ("URL", "https://a.example/b")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_identifiers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in identifiers_in(text) or ()] == expected
    assert recognises(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ng A. Rivers. 2001. doi:10.1000/182",
        "See 10.1000/182 for more",
        "33145678\n33145679",
        "https://water.example/a\nhttps://water.example/b",
        "A title\nAnother title\n10.1000/182",
        "",
    ],
)
def test_other_texts(text: str) -> None:
    assert not recognises(text)


def test_references_have_types() -> None:
    read_ = refconv.parse("10.1000/182\narXiv:2305.01234\nISBN 0-306-40615-2\n10.5281/zenodo.12345")
    kinds = [(str(one.type), one.DOI or one.ISBN or one.archive_location) for one in read_]

    assert kinds == [
        ("article-journal", "10.1000/182"),
        ("article", "2305.01234"),
        ("book", "0-306-40615-2"),
        ("dataset", "10.5281/zenodo.12345"),
    ]
    assert read_.references[1].archive == "arXiv"


def test_a_note_says_that_they_are_bare() -> None:
    read_ = refconv.parse("\n10.1000/182\nPMID: 33145678\n10.1000/183\n")

    assert [(d.code, d.data["kind"], d.data.get("count"), d.line) for d in read_.diagnostics] == [
        (Code.BARE_IDENTIFIER, "DOI", 2, 2),
        (Code.BARE_IDENTIFIER, "PMID", 1, 3),
    ]
    assert [origin.line for origin in read_.origins] == [2, 3, 4]


@given(st.lists(st.sampled_from([*PARTS, "PMID ", "12345 ", "ISBN ", "PMC12345"])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
