"""PubMed's XML: what its elements give under MEDLINE's tags."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code, Name
from refconv.formats.base import Chunk
from refconv.formats.pubmed.pubmed_xml import CHUNKING
from refconv.values.structured_names import ET_AL, Person
from tests.formats.pubmed.records import BOOK, SAME, STRAUSS, XML, one, shown


def test_an_article() -> None:
    read = refconv.read(XML, "pubmed-xml")

    assert read.diagnostics == ()
    reference = read.references[0]
    assert shown(reference) == {
        **shown(SAME),
        "title": "Growth of <i>E. coli</i> in H<sub>2</sub>O: a title",
        "original-title": "Ein Titel",
        "author": (STRAUSS, Name(literal="A Study Group")),
        "language": "de",
        "abstract": "BACKGROUND: Some. METHODS: <b>Others</b>.",
        "keyword": ("biomarkers", "Health/*history"),
    }
    assert reference.et_al == {"author"}
    assert reference.custom == (
        ("pubmed-xml:TA:iso", "PLoS One."),
        ("pubmed-xml:CI", "Copyright Somebody."),
        ("pubmed-xml:AD", "A department, a town."),
        ("pubmed-xml:GR", "076053/Wellcome Trust"),
        ("pubmed-xml:PT", "Journal Article"),
        ("pubmed-xml:MedlineCitation/CoiStatement", "None."),
        ("pubmed-xml:PST", "epublish"),
        ("pubmed-xml:PubmedData/ReferenceList/Reference/Citation", "Nature. 1998."),
        ("pubmed-xml:PubmedData/ReferenceList/Reference/ArticleIdList/ArticleId", "10.1038/30918"),
    )


def test_a_chapter_and_a_book() -> None:
    title = '<ArticleTitle book="gene" part="a">Alzheimer Disease Overview</ArticleTitle>'
    chapter = one(BOOK.format(chapter=title), "pubmed-xml")
    book = one(BOOK.format(chapter=""), "pubmed-xml")

    assert (chapter.type, chapter.title) == ("chapter", "Alzheimer Disease Overview")
    assert (chapter.container_title, str(chapter.editor[0])) == ("GeneReviews", "Adam, MP")
    assert (chapter.publisher, chapter.publisher_place) == (
        "University of Washington",
        "Seattle (WA)",
    )
    assert (book.type, book.title, book.ISBN) == ("book", "GeneReviews", "9780123456786")


# (elements of an article, pairs of key and value)
PAIRS: list[tuple[str, list[tuple[str, object]]]] = [
    ("<PMID>1</PMID>", [("PMID", "1")]),
    ("<Article><ArticleTitle>A <b>b</b>\n c.</ArticleTitle></Article>", [("TI", "A <b>b</b> c.")]),
    ("<Article><ArticleTitle>A <u>b</u>.</ArticleTitle></Article>", [("TI", "A b.")]),
    ("<ISSN>1234-5678</ISSN>", [("ISSN", "1234-5678")]),
    (
        "<Journal><ISSN IssnType='Print'>1234-5678</ISSN></Journal>",
        [("IS", "1234-5678 (Print)")],
    ),
    (
        "<ArticleDate DateType='Electronic'><Year>2016</Year><Month>4</Month></ArticleDate>",
        [("DEP", "2016 4")],
    ),
    ("<ArticleDate><Year>2016</Year></ArticleDate>", [("DP", "2016")]),
    (
        "<Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate>"
        "</JournalIssue></Journal>",
        [("DP", "1998 Dec-1999 Jan")],
    ),
    (
        "<Journal><JournalIssue><PubDate><Year>1998</Year><Season>Fall</Season></PubDate>"
        "</JournalIssue></Journal>",
        [("DP", "1998 Fall")],
    ),
    ("<Pagination><MedlinePgn>4-8</MedlinePgn></Pagination>", [("PG", "4-8")]),
    (
        "<Pagination><StartPage>4</StartPage><EndPage>8</EndPage></Pagination>",
        [("PG", "4-8")],
    ),
    ("<ELocationID EIdType='doi'>10.1000/a</ELocationID>", [("LID:doi", "10.1000/a")]),
    (
        "<AuthorList><Author><Initials>AB</Initials><LastName>King</LastName></Author></AuthorList>",
        [("FAU", Person("King", "A. B."))],
    ),
    (
        "<AuthorList><Author><CollectiveName>A Group</CollectiveName></Author></AuthorList>",
        [("FAU", Person(literal="A Group"))],
    ),
    ("<AuthorList CompleteYN='N'></AuthorList>", [("FAU", ET_AL)]),
    ("<AuthorList><Author ValidYN='N'><LastName>Kng</LastName></Author></AuthorList>", []),
    (
        "<MeshHeadingList><MeshHeading><DescriptorName>Health</DescriptorName>"
        "<QualifierName MajorTopicYN='Y'>history</QualifierName></MeshHeading></MeshHeadingList>",
        [("MH", "Health/*history")],
    ),
    # An element without a tag is kept under its path.
    ("<CoiStatement>None.</CoiStatement>", [("CoiStatement", "None.")]),
    ("<A><B>1</B><C/></A>", [("A/B", "1")]),
]


@pytest.mark.parametrize(("content", "pairs"), PAIRS)
def test_elements_and_pairs(content: str, pairs: list[tuple[str, object]]) -> None:
    (record,) = CHUNKING.split(Chunk(f"<PubmedArticle>{content}</PubmedArticle>"), None).records

    assert [*record.fields] == pairs


def test_a_file_that_ends_early_and_one_of_citations_alone() -> None:
    cut = refconv.read(XML[: XML.index("<Abstract>")], "pubmed-xml")
    bare = (
        "<MedlineCitationSet><MedlineCitation><PMID>1</PMID></MedlineCitation></MedlineCitationSet>"
    )

    assert cut.references[0].DOI == "10.1371/journal.pone.0154023"
    assert [found.code for found in cut.diagnostics] == [Code.SYNTAX]
    assert one(bare, "pubmed-xml").PMID == "1"
