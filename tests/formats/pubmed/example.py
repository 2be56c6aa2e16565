"""Examples of PubMed's two formats for the tests of all formats."""

from __future__ import annotations

from tests.formats.examples import TAGGED_TOKENS, XML_TOKENS, Example

_NBIB = Example(
    sample="PMID- 24381239\nTI  - Being There.\nFAU - Clark, Andy\n",
    tokens=TAGGED_TOKENS,
    entry=lambda native, lines: f"PMID- 1\nPT  - {native}\n{lines}\n",
    words=(
        *("PMID- 1\n", "TI  - ", "AU  - ", "FAU - ", "DP  - 2001 May", "AID - x [doi]"),
        "      ",
    ),
)

_XML = Example(
    sample=(
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>24381239</PMID><Article>"
        "<ArticleTitle>Being There.</ArticleTitle>"
        "</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    ),
    tokens=XML_TOKENS,
    entry=lambda native, lines: (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><PublicationTypeList>"
        f"<PublicationType>{native}</PublicationType></PublicationTypeList></Article>"
        f"{lines}</MedlineCitation></PubmedArticle>"
    ),
    file=lambda entries: f"<PubmedArticleSet>{''.join(entries)}</PubmedArticleSet>",
    words=(
        *("<PubmedArticleSet><PubmedArticle>", "<MedlineCitation><PMID>1</PMID><Article>"),
        *("<ArticleTitle>", "</ArticleTitle>", "<AuthorList><Author><LastName>", "&lt;", "<Year>"),
    ),
)

EXAMPLES = {"nbib": _NBIB, "pubmed-xml": _XML}
