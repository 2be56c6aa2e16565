"""PubMed's two formats: what is read of MEDLINE's tags and of XML."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code, Date, Name, Reference
from refconv.core.edtf import Point

NBIB = """\

PMID- 27169098
OWN - NLM
STAT- MEDLINE
IS  - 2277-9175 (Electronic)
IS  - 0955-2359 (Linking)
VI  - 5
IP  - 4
DP  - 2016 Apr 19
TI  - Growth of cells: a title that is longer than one
      line.
LID - e0154023 [pii]
LID - 10.1371/journal.pone.0154023 [doi]
AB  - BACKGROUND: Some. METHODS: Others.
CI  - Copyright Somebody.
FAU - Strauss, Ronald P 3rd
AU  - Strauss RP 3rd
AUID- ORCID: 0000-0002-1825-0097
AD  - A department, a town.
FAU - van der Berg, Jan
AU  - van der Berg J
CN  - A Study Group
LA  - eng
GR  - 076053/Wellcome Trust/United Kingdom
PT  - Journal Article
PT  - Review
DEP - 20160412
PL  - England
TA  - PLoS One
JT  - PloS one
PMC - PMC3539183
MH  - Female
MH  - Health/*history
OT  - biomarkers
PHST- 2015/11/01 00:00 [received]
PHST- 2016/01/02 00:00 [revised]
PHST- 2016/02/03 00:00 [revised]
PHST- 2016/03/04 [accepted]
PHST- 2016/04/13 06:00 [entrez]
AID - 10.1371/journal.pone.0154023 [doi]
AID - PONE-D-15-1 [pii]
SO  - PLoS One. 2016.
"""
XML = """\
<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN"
  "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">
<PubmedArticleSet>
<PubmedArticle>
 <MedlineCitation Status="MEDLINE" Owner="NLM">
  <PMID Version="1">27169098</PMID>
  <Article PubModel="Print-Electronic">
   <Journal>
    <ISSN IssnType="Electronic">2277-9175</ISSN>
    <JournalIssue CitedMedium="Internet"><Volume>5</Volume><Issue>4</Issue>
     <PubDate><Year>2016</Year><Month>Apr</Month><Day>19</Day></PubDate></JournalIssue>
    <Title>PloS one</Title><ISOAbbreviation>PLoS One.</ISOAbbreviation>
   </Journal>
   <ArticleTitle>Growth of <i>E. coli</i> in H<sub>2</sub>O:
     a title.</ArticleTitle>
   <ELocationID EIdType="pii" ValidYN="Y">e0154023</ELocationID>
   <ELocationID EIdType="doi" ValidYN="Y">10.1371/journal.pone.0154023</ELocationID>
   <Abstract><AbstractText Label="BACKGROUND">Some.</AbstractText>
    <AbstractText Label="METHODS"><b>Others</b>.</AbstractText>
    <CopyrightInformation>Copyright Somebody.</CopyrightInformation></Abstract>
   <AuthorList CompleteYN="N">
    <Author ValidYN="Y"><LastName>Strauss</LastName><ForeName>Ronald P</ForeName>
     <Initials>RP</Initials><Suffix>3rd</Suffix>
     <Identifier Source="ORCID">https://orcid.org/0000-0002-1825-0097</Identifier>
     <AffiliationInfo><Affiliation>A department, a town.</Affiliation></AffiliationInfo></Author>
    <Author ValidYN="N"><LastName>Strauß</LastName><ForeName>R</ForeName></Author>
    <Author ValidYN="Y"><CollectiveName>A Study Group</CollectiveName></Author>
   </AuthorList>
   <Language>ger</Language>
   <GrantList><Grant><GrantID>076053</GrantID><Agency>Wellcome Trust</Agency></Grant></GrantList>
   <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
   </PublicationTypeList>
   <VernacularTitle>Ein Titel.</VernacularTitle>
   <ArticleDate DateType="Electronic"><Year>2016</Year><Month>04</Month><Day>12</Day></ArticleDate>
  </Article>
  <MedlineJournalInfo><Country>England</Country><MedlineTA>PLoS One</MedlineTA>
   <ISSNLinking>0955-2359</ISSNLinking></MedlineJournalInfo>
  <MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Health</DescriptorName>
   <QualifierName MajorTopicYN="Y">history</QualifierName></MeshHeading></MeshHeadingList>
  <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">biomarkers</Keyword></KeywordList>
  <CoiStatement>None.</CoiStatement>
 </MedlineCitation>
 <PubmedData>
  <History>
   <PubMedPubDate PubStatus="received"><Year>2015</Year><Month>11</Month><Day>1</Day>
   </PubMedPubDate>
   <PubMedPubDate PubStatus="accepted"><Year>2016</Year><Month>3</Month><Day>4</Day>
   </PubMedPubDate>
  </History>
  <PublicationStatus>epublish</PublicationStatus>
  <ArticleIdList><ArticleId IdType="pubmed">27169098</ArticleId>
   <ArticleId IdType="pmc">PMC3539183</ArticleId>
   <ArticleId IdType="doi">10.1371/journal.pone.0154023</ArticleId></ArticleIdList>
  <ReferenceList><Reference><Citation>Nature. <i>1998</i>.</Citation>
   <ArticleIdList><ArticleId IdType="doi">10.1038/30918</ArticleId></ArticleIdList>
  </Reference></ReferenceList>
 </PubmedData>
</PubmedArticle>
</PubmedArticleSet>
"""
SAME = Reference(
    type="article-journal",
    container_title="PloS one",
    container_title_short="PLoS One",
    issued="2016-04-19",
    available_date="2016-04-12",
    received="2015-11-01",
    accepted="2016-03-04",
    volume="5",
    issue="4",
    page="e0154023",
    number="e0154023",
    DOI="10.1371/journal.pone.0154023",
    PMID="27169098",
    PMCID="PMC3539183",
    ISSN="2277-9175",
    publisher_place="England",
)
STRAUSS = Name(family="Strauss", given="Ronald P", suffix="3rd", orcid="0000-0002-1825-0097")


def one(text: str, name: str) -> Reference:
    (reference,) = refconv.read(text, name).references
    return reference


def shown(reference: Reference) -> dict[str, object]:
    """Give a reference's variables by name."""
    return {variable.name: value for variable, value in reference.variables()}


def test_an_article_in_tags() -> None:
    read = refconv.read(NBIB, "nbib")

    assert read.diagnostics == ()
    assert shown(read.references[0]) == {
        **shown(SAME),
        "title": "Growth of cells: a title that is longer than one line",
        "author": (
            STRAUSS,
            Name(family="van der Berg", given="Jan"),
            Name(literal="A Study Group"),
        ),
        "language": "en",
        "revised": Date.on(2016, 2, 3),
        "abstract": "BACKGROUND: Some. METHODS: Others.",
        "keyword": ("biomarkers", "Female", "Health/*history"),
    }
    assert read.references[0].custom == (
        ("nbib:OWN", "NLM"),
        ("nbib:STAT", "MEDLINE"),
        ("nbib:IS", "0955-2359 (Linking)"),
        ("nbib:CI", "Copyright Somebody."),
        ("nbib:AD", "A department, a town."),
        ("nbib:GR", "076053/Wellcome Trust/United Kingdom"),
        ("nbib:PT", "Journal Article"),
        ("nbib:PT", "Review"),
        ("nbib:PHST:revised", "2016/01/02 00:00"),
        ("nbib:PHST", "2016/04/13 06:00 [entrez]"),
        ("nbib:AID", "PONE-D-15-1 [pii]"),
        ("nbib:SO", "PLoS One. 2016."),
    )


def test_the_same_in_xml() -> None:
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
        ("pubmed-xml:IS", "0955-2359 (Linking)"),
        ("pubmed-xml:MedlineCitation/CoiStatement", "None."),
        ("pubmed-xml:PST", "epublish"),
        ("pubmed-xml:PubmedData/ReferenceList/Reference/Citation", "Nature. 1998."),
        ("pubmed-xml:PubmedData/ReferenceList/Reference/ArticleIdList/ArticleId", "10.1038/30918"),
    )


BOOK = """\
<PubmedArticleSet><PubmedBookArticle><BookDocument>
 <PMID>20301295</PMID>
 <ArticleIdList><ArticleId IdType="bookaccession">NBK1116</ArticleId></ArticleIdList>
 <Book><Publisher><PublisherName>University of Washington</PublisherName>
   <PublisherLocation>Seattle (WA)</PublisherLocation></Publisher>
  <BookTitle book="gene">GeneReviews</BookTitle>
  <PubDate><Year>1993</Year></PubDate>
  <AuthorList Type="editors"><Author><LastName>Adam</LastName><ForeName>MP</ForeName></Author>
  </AuthorList><Isbn>9780123456786</Isbn></Book>
 {chapter}
 <AuthorList Type="authors"><Author><LastName>Bird</LastName><ForeName>TD</ForeName></Author>
 </AuthorList>
</BookDocument></PubmedBookArticle></PubmedArticleSet>
"""


def test_a_chapter_and_a_book_of_the_bookshelf() -> None:
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


def test_a_date_that_is_none_is_kept_and_said() -> None:
    read = refconv.read("PMID- 1\nDP  - 2016 Foo 33\n", "nbib")

    assert read.references[0].issued == Date(literal="2016 Foo 33")
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


def test_a_list_that_is_not_complete() -> None:
    reference = one("PMID- 1\nAU  - King A\nAU  - et al.\n", "nbib")

    assert reference.author == (Name(family="King", given="A."),)
    assert reference.et_al == {"author"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("PMID- 1\nTI  - A.\n\nPMID- 2\nTI  - B.\n", ["A", "B"]),
        ("PMID- 1\nTI  - A.\nPMID- 2\nTI  - B.\n", ["A", "B"]),
        ("\ufeffPMID-1\rTI  - A.\r\rPMC - PMC12345\rTI  -B.", ["A", "B"]),
        ("PMC - PMC1\nPMID- 1\nTI  - A.\n\nPMC - PMC2\nPMID- 2\nTI  - B.\n", ["A", "B"]),
        ("PMCR- 2019/05/01\nPMID- 1\nTI  - A.\n", ["A"]),
        ("PMC - PMC1\n\nPMID- 2\nTI  - B.\n", ["", "B"]),
        ("PMID- 1\nTI  - A.\n\nPMCR- 2019/05/01\nTI  - B.\n", ["A", "B"]),
        ("OWN - NLM\nTI  - A.\n\nOWN - NLM\nTI  - B.\n", ["A", "B"]),
        ("STAT- MEDLINE\nTI  - A.\n\nSTAT- MEDLINE\nTI  - B.\n", ["A", "B"]),
        ("TI  - A.\n\nTI  - B.\n", ["A", "B"]),
        ("PMID- 1\nTI  - A\n      - b.\n\n      \n", ["A - b"]),
    ],
)
def test_files_as_they_are(text: str, titles: list[str]) -> None:
    assert [reference.title for reference in refconv.read(text, "nbib")] == titles


def test_lines_that_belong_to_no_field_are_said() -> None:
    read = refconv.read("PMID- 1\nSO  invalid\nTI  - A.\n\nA line.\n\nPMID- 2\n", "nbib")

    assert [(d.code, d.line) for d in read.diagnostics] == [
        (Code.STRAY_TEXT, 2),
        (Code.STRAY_TEXT, 5),
    ]
    assert len(read) == 2


def test_a_set_that_is_cut_and_one_that_holds_citations_only() -> None:
    cut = refconv.read(XML[: XML.index("<Abstract>")], "pubmed-xml")
    bare = (
        "<MedlineCitationSet><MedlineCitation><PMID>1</PMID></MedlineCitation></MedlineCitationSet>"
    )

    assert cut.references[0].DOI == "10.1371/journal.pone.0154023"
    assert [said.code for said in cut.diagnostics] == [Code.SYNTAX]
    assert one(bare, "pubmed-xml").PMID == "1"


def test_what_is_only_read_is_not_written() -> None:
    for name in ("nbib", "pubmed-xml"):
        with pytest.raises(ValueError, match="only be read"):
            refconv.write(Reference(), name)


def test_seasons_are_points() -> None:
    assert one("PMID- 1\nDP  - 2016 Winter\n", "nbib").issued == Date(Point(2016, season=4))
