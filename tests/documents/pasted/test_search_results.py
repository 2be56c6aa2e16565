"""Hits copied from search services, and the pop-up that cites in several styles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.pasted.search_results import read, recognises
from tests.documents.texts import PARTS

SCHOLAR = """[HTML] Rivers of the north
A Ng, BC Roe… - Journal of Water, 2001 - Springer
… We measure rivers …
Save Cite Cited by 212 Related articles All 7 versions
[BOOK] Lakes of the south
C Lee - 2014 - books.example.com
Save Cite Cited by 88 Related articles
"""
ORCID = """Works (2 of 2)
Rivers of the north
Journal of Water
2001-03 | Journal article
DOI: 10.1000/1
CONTRIBUTORS: Ada Ng; Bo Roe
Source: Crossref
Lakes of the south
2014 | Book
ISBN: 978-0-306-40615-7
Contributors: Carl Lee
"""
ARXIV = """[1] arXiv:2305.01234 [pdf, html, other]
Title: Rivers of the north
Authors: Ada Ng, Bo Roe
Comments: 12 pages
Subjects: Optics (physics.optics)
[2] arXiv:2204.01234 [pdf]
Title: Lakes of the south
Authors: Carl Lee
"""
PUBMED = """Rivers of the north.
Ng A1, Roe B2.
J Water Health. 2001 Mar;3(4):5-16. doi: 10.1000/1.
PMID: 11234567 Free PMC article. PMCID: PMC123456
Lakes of the south.
Lee C.
Water. 2014;12:e4.
PMID: 21234567
"""
HITS = {
    "Google Scholar": (
        SCHOLAR,
        [
            ("article-journal", "Ng, A.", "Rivers of the north", "Journal of Water", "2001"),
            ("book", "Lee, C.", "Lakes of the south", "", "2014"),
        ],
    ),
    "ORCID": (
        ORCID,
        [
            ("article-journal", "Ng, Ada", "Rivers of the north", "Journal of Water", "2001-03"),
            ("book", "Lee, Carl", "Lakes of the south", "", "2014"),
        ],
    ),
    "arXiv": (
        ARXIV,
        [
            ("article", "Ng, Ada", "Rivers of the north", "", "2023"),
            ("article", "Lee, Carl", "Lakes of the south", "", "2022"),
        ],
    ),
    "PubMed": (
        PUBMED,
        [
            ("article-journal", "Ng, A.", "Rivers of the north", "J Water Health", "2001-03"),
            ("article-journal", "Lee, C.", "Lakes of the south", "Water", "2014"),
        ],
    ),
}


@pytest.mark.parametrize("service", HITS)
def test_a_service(service: str) -> None:
    text, expected = HITS[service]
    read_ = refconv.parse(text)
    found = [
        (str(one.type), str(one.author[0]), one.title, one.container_title, str(one.issued))
        for one in read_
    ]

    assert found == expected
    assert {origin.field for origin in read_.origins} == {service}
    assert read_.diagnostics == ()


def test_what_a_service_has_beside() -> None:
    scholar, pubmed = refconv.parse(SCHOLAR), refconv.parse(PUBMED)

    assert scholar.references[0].et_al == {"author"}
    assert scholar.references[0].publisher == "Springer"
    first = pubmed.references[0]
    assert (first.volume, first.issue, first.page, first.DOI, first.PMID, first.PMCID) == (
        "3", "4", "5-16", "10.1000/1", "11234567", "PMC123456",
    )  # fmt: skip


def test_one_reference_in_several_styles_is_one() -> None:
    text = (
        'MLA\nNg, Ada. "Rivers of the north." Journal of Water 3.4 (2001): 5-16.\n'
        "APA\nNg, A. (2001). Rivers of the north. Journal of Water, 3(4), 5-16.\n"
        'Chicago\nNg, Ada. "Rivers of the north." Journal of Water 3, no. 4 (2001): 5-16.\n'
        "Vancouver\nNg A. Rivers of the north. Journal of Water. 2001;3(4):5-16.\n"
    )
    (one,) = refconv.parse(text)

    assert (one.title, one.container_title, one.volume) == (
        "Rivers of the north", "Journal of Water", "3",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ng A. Rivers - Water, 2001 - Springer",
        "Ng A. Rivers. Water. 2001;3:4.\nPMID: 12345\n" + "A line of prose.\n" * 30,
        "arXiv:2305.01234",
    ],
)
def test_other_texts(text: str) -> None:
    assert not recognises(text)


HEADS = ["A Ng - B, 2001 - C\n", "Cited by 3\n", "PMID: 12345\n", "2001 | Journal article\n"]


@given(st.lists(st.sampled_from([*PARTS, *HEADS, "arXiv:2305.01234\n"])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
