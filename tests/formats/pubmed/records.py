"""Records of PubMed for the tests of its formats."""

from __future__ import annotations

import refconv
from refconv import Name, Reference

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
    ISSN="2277-9175, 0955-2359",
    publisher_place="England",
)
STRAUSS = Name(family="Strauss", given="Ronald P", suffix="3rd", orcid="0000-0002-1825-0097")


def one(text: str, name: str) -> Reference:
    (reference,) = refconv.read(text, name).references
    return reference


def shown(reference: Reference) -> dict[str, object]:
    """Return a reference's variables by name."""
    return {variable.name: value for variable, value in reference.variables()}
