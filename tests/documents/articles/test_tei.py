"""TEI documents, beside the golden files: types, people, free text with tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.articles.tei import structured_item
from refconv.documents.xml_trees import tree_of

ARTICLE = "<analytic><title level='a'>A</title></analytic>"

KINDS = [
    (f"{ARTICLE}<monogr><title level='j'>B</title></monogr>", ("article-journal", "A", "B")),
    (f"{ARTICLE}<monogr><title level='m'>B</title></monogr>", ("chapter", "A", "B")),
    (
        f"{ARTICLE}<monogr><title level='m'>B</title><meeting>C</meeting></monogr>",
        ("paper-conference", "A", "B"),
    ),
    ("<monogr><title level='m'>B</title></monogr>", ("book", "B", "")),
    ("<monogr><title>B</title></monogr>", ("document", "B", "")),
]


@pytest.mark.parametrize(("inner", "expected"), KINDS)
def test_types_and_titles(inner: str, expected: tuple[str, str, str]) -> None:
    node = tree_of(f"<biblStruct>{inner}</biblStruct>").first("biblStruct")
    assert node is not None
    item = structured_item(node)

    assert (item["type"], item["title"], item["container-title"]) == expected


PARTS = [
    ("<biblScope unit='page' from='4' to='9'/>", "page", "4-9"),
    ("<biblScope unit='page'>4–9</biblScope>", "page", "4–9"),
    ("<biblScope type='vol'>3</biblScope>", "volume", "3"),
    ("<date when='2004-05'/>", "issued", {"date-parts": [[2004, 5]]}),
    ("<date>May 2004</date>", "issued", {"raw": "May 2004"}),
    ("<idno type='DOI'>https://doi.org/10.1000/1</idno>", "DOI", "10.1000/1"),
    ("<ptr target='https://a.org/1'/>", "URL", "https://a.org/1"),
]


@pytest.mark.parametrize(("inner", "variable", "value"), PARTS)
def test_parts(inner: str, variable: str, value: object) -> None:
    node = tree_of(f"<monogr><imprint>{inner}</imprint></monogr>")

    assert structured_item(node)[variable] == value


def test_people() -> None:
    item = structured_item(
        tree_of(
            "<monogr><author><persName><forename>Jan</forename><nameLink>van der</nameLink>"
            "<surname>Berg</surname></persName></author><author>Roe, Bo</author>"
            "<author><orgName>Sea Board</orgName></author></monogr>"
        )
    )
    assert [one.get("literal") or one["family"] for one in item["author"]] == [
        "Berg", "Roe", "Sea Board",
    ]  # fmt: skip
    assert item["author"][0]["non-dropping-particle"] == "van der"


TEXT = f"<TEI><text><listBibl><biblStruct>{KINDS[0][0]}</biblStruct></listBibl></text></TEI>"


@given(place=st.integers(0, len(TEXT)), text=st.text(max_size=3))
def test_no_change_raises(place: int, text: str) -> None:
    refconv.read(TEXT[:place] + text + TEXT[place + len(text) :], "tei")


def test_named_paragraphs_are_a_list_where_there_is_no_other() -> None:
    text = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Rivers are long.</p>
    <p xml:id="ref-ng01">Ng, A. 2001. “Rivers of the North.” <hi>Nature</hi> 3: 4–5.</p>
    </body></text></TEI>"""

    read_ = refconv.parse(text)

    assert [(one.id, one.title) for one in read_] == [("ng01", "Rivers of the North")]
