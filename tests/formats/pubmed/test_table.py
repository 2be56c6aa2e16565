"""PubMed's table: which tag holds which variable."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code, Date, Name, Reference
from refconv.core.edtf import Point
from refconv.formats.pubmed.table import Pair, key_of, record
from tests.formats.pubmed.records import one


@pytest.mark.parametrize(
    ("tag", "value", "key", "bare"),
    [
        ("TI", "A [doi]", "TI", "A [doi]"),
        ("PHST", "2015/11/01 00:00 [received]", "PHST:received", "2015/11/01 00:00"),
        ("PHST", "2016/04/13 06:00 [entrez]", "PHST", "2016/04/13 06:00 [entrez]"),
        ("LID", "e0154023 [pii]", "LID:pii", "e0154023"),
        ("LID", "10.1000/a [DOI]", "LID:doi", "10.1000/a"),
        ("LID", "10.1000/a", "LID:doi", "10.1000/a"),
        ("AID", "doi:10.1000/a", "AID:doi", "doi:10.1000/a"),
        ("AID", "PMC1 [pmc]", "AID:pmc", "PMC1"),
        ("AID", "PONE-D-15-1 [pii]", "AID", "PONE-D-15-1 [pii]"),
    ],
)
def test_key_of(tag: str, value: str, key: str, bare: str) -> None:
    assert key_of(tag, value) == (key, bare)


# (keys and values, the type of their record)
TYPES = [
    ([], "Journal Article"),
    ([("PT", "Journal Article"), ("PT", "Review")], "Journal Article"),
    ([("PT", "Journal Article"), ("PT", "Preprint")], "Preprint"),
    ([("PT", "Dataset"), ("PT", "Preprint")], "Dataset"),
    ([("BTI", "B")], "Book"),
    ([("BTI", "B"), ("TI", "C")], "Book Chapter"),
    ([("PT", "Book"), ("BTI", "B"), ("TI", "C")], "Book Chapter"),
    ([("PT", "Technical Report"), ("BTI", "B")], "Technical Report"),
]


@pytest.mark.parametrize(("values", "kind"), TYPES)
def test_the_type_of_a_record(values: list[tuple[str, str]], kind: str) -> None:
    pairs: list[Pair] = [(line, key, value) for line, (key, value) in enumerate(values, 5)]

    made = record(pairs, 4)

    assert (made.type, [*made.fields], made.line) == (kind, values, 4)
    assert [*made.lines] == [line for line, _, _ in pairs]


DATES = [
    ("2016", "2016"),
    ("2010   06", "2010-06"),
    ("2013 06 10", "2013-06-10"),
    ("2016 Apr 19", "2016-04-19"),
    ("2015 Nov-Dec", "2015-11/2015-12"),
    ("1998 Dec-1999 Jan", "1998-12/1999-01"),
    ("2016 Spring", "2016-21"),
    ("2000-2001", "2000/2001"),
    ("2008 Jul 24-31", "2008-07-24/2008-07-31"),
]


@pytest.mark.parametrize(("raw", "edtf"), DATES)
def test_dates(raw: str, edtf: str) -> None:
    assert one(f"PMID- 1\nDP  - {raw}\n", "nbib").issued == Date.of(edtf)


def test_an_invalid_date_is_kept_and_reported() -> None:
    read = refconv.read("PMID- 1\nDP  - 20x6 Foo 33\n", "nbib")

    assert read.references[0].issued == Date(literal="20x6 Foo 33")
    assert [(d.code, d.line) for d in read.diagnostics] == [(Code.BAD_DATE, 2)]


@pytest.mark.parametrize(
    ("lines", "variable", "value"),
    [
        ("TI  - [A title.].", "title", "[A title.]"),
        ("TI  - What is it?", "title", "What is it?"),
        ("PT  - Preprint", "genre", "preprint"),
        ("PT  - Technical Report\nRPN - 7", "number", "7"),
        ("TI  - A.\nBTI - B.", "type", "chapter"),
        ("BTI - B.", "title", "B"),
        ("AU  - Strauss RP 3rd", "author", (Name(family="Strauss", given="R. P.", suffix="3rd"),)),
        ("AU  - de la Cruz Q", "author", (Name(family="de la Cruz", given="Q."),)),
        ("FED - King, Ann", "editor", (Name(family="King", given="Ann"),)),
        ("AID - doi:10.1016/j.cpr.2005.02.002", "DOI", "10.1016/j.cpr.2005.02.002"),
        ("LID - 10.1016/j.cpr.2005.02.002", "DOI", "10.1016/j.cpr.2005.02.002"),
        ("PG  - 454-81\nLID - e1 [pii]", "page", "454-81"),
        ("LID - S0140-6736(20)30183-5 [pii]", "page", ""),
        ("ISBN- ISBN 978-3-86680-192-9", "ISBN", "978-3-86680-192-9"),
        ("LA  - mul\nLA  - fre", "language", "fr"),
        ("TA  - Nature", "container_title", "Nature"),
    ],
)
def test_tags_and_variables(lines: str, variable: str, value: object) -> None:
    assert getattr(one(f"PMID- 1\n{lines}\n", "nbib"), variable) == value


def test_the_formats_are_only_read() -> None:
    for name in ("nbib", "pubmed-xml"):
        with pytest.raises(ValueError, match="only be read"):
            refconv.write(Reference(), name)


def test_seasons_are_points() -> None:
    assert one("PMID- 1\nDP  - 2016 Winter\n", "nbib").issued == Date(Point(2016, season=4))


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("TT  - Ein Titel.", {"title": "Ein Titel", "original_title": ""}),
        ("TI  - [Not Available].\nTT  - Ein Titel.", {"title": "Ein Titel", "original_title": ""}),
        ("TI  - A title.\nTT  - Ein Titel.", {"title": "A title", "original_title": "Ein Titel"}),
        ("LID - pii: E1392. doi: 10.1000/x1", {"page": "E1392", "DOI": "10.1000/x1"}),
        ("PG  - pii: e1392. doi: 10.1000/x1.", {"page": "e1392", "DOI": "10.1000/x1"}),
        ("PG  - pii: E1392", {"page": "E1392", "DOI": ""}),
        ("VI  - n/a\nIP  - N/A\nPG  - 12", {"volume": "", "issue": "", "page": "12"}),
    ],
)
def test_what_medline_has_besides(lines: str, values: dict[str, str]) -> None:
    read = refconv.read(f"PMID- 1\n{lines}\n", "nbib")

    assert {name: getattr(read.references[0], name) for name in values} == values
    assert read.diagnostics == ()


def test_an_article_without_an_english_title() -> None:
    text = (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle/>"
        "<VernacularTitle>Ein Titel.</VernacularTitle></Article></MedlineCitation></PubmedArticle>"
    )

    assert refconv.read(text, "pubmed-xml").references[0].title == "Ein Titel"
