"""What the search begins with: small files of each format, and the words it may put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import refconv
from refconv import Name, Reference

ROOT = Path(__file__).parent.parent.parent

WORDS: Mapping[str, tuple[str, ...]] = {
    "bibtex": (
        *("@article{", "@string{", "@comment{", "@preamble{", "@misc(", "author = {", "title = {"),
        *("crossref = {a}", "xdata = {a,b}", "date = {", "month = jan", ' # "', "},\n", "\n}\n"),
        *(" and ", "others", "\\'e", "\\textit{", "{\\o}", "$x_1$", "``", "''", "\\{", "\\%", "%"),
        *("given=, family=", "author+an:orcid = {1=", "199X", "2001-05/..", "~", "--", "\\&"),
    ),
    "ris": (
        *("TY  - JOUR\n", "ER  - \n", "AU  - ", "TI  - ", "PY  - 2001///", "DA  - 2001/05/03"),
        *("SP  - 1-9", "EP  - 9", "UR  - ", "DO  - 10.1/x", "SN  - ", "T2  - ", "JO  - ", "KW  - "),
        *("\ufeff", "\r", "TY - ", "  TY  - ", "ty  - ", "N1  - ", "\n1.\n", "ID  - ", "A1  - "),
    ),
    "csl-json": (
        *('[{"id": "a", "type": "book"', '"author": [{"family": "', '"literal": "', "}]", "}, {"),
        *('"issued": {"date-parts": [[2001, 5]]', '"custom": {"refconv": {', '"keys": [["', "null"),
        *('"title": "<i>', '"references": [', '"circa": true', '"season": 2', "\\u0000", "1e999"),
    ),
    "enw": ("%0 Journal Article\n", "%A ", "%T ", "%D ", "%J ", "%F ", "%@ ", "%+ ", "%~ "),
    "endnote-xml": (
        *("<xml><records><record>", "</record></records></xml>", "<style face='italic'>"),
        *("<contributors><authors><author>", "<titles><title>", "<!DOCTYPE x [<!ENTITY a 'b'>]>"),
        *("&amp;", "&a;", "<![CDATA[", "<dates><year>", "<ref-type name='Book'>6</ref-type>"),
    ),
    "nbib": (
        "PMID- 1\n",
        "TI  - ",
        "AU  - ",
        "FAU - ",
        "DP  - 2001 May",
        "AID - x [doi]",
        "      ",
    ),
    "pubmed-xml": (
        *("<PubmedArticleSet><PubmedArticle>", "<MedlineCitation><PMID>1</PMID><Article>"),
        *("<ArticleTitle>", "</ArticleTitle>", "<AuthorList><Author><LastName>", "&lt;", "<Year>"),
    ),
    "mods": (
        *("<mods ID='a'>", "</mods>", "<titleInfo><title>", "</title></titleInfo>", "<subTitle>"),
        *("<name type='personal'><namePart type='family'>", "</namePart></name>", "<genre>book"),
        *("<relatedItem type='host'>", "</relatedItem>", "<part><detail type='volume'><number>"),
        *("<originInfo><dateIssued>2001-05", "<identifier type='doi'>10.1/x</identifier>", "<"),
    ),
    "text": (
        *(
            "References\n",
            "[1] ",
            "1. ",
            "Smith J, ",
            "(2001). ",
            "et al.",
            "J Test. ",
            "2001;1(2):3",
        ),
        *("doi:10.1/x", "https://x.org/", "In: ", "eds. ", "pp. 1–9", "Cite this article", "ibid."),
    ),
}
"""By format; a format without words of its own has none."""

_SOME = (
    Reference(
        type="article-journal",
        id="a",
        title="A <i>title</i>",
        author=[
            Name(family="Müller", given="A. B.", orcid="0000-0002-1825-0097"),
            Name(literal="WHO"),
        ],
        container_title="J Test",
        issued="2001-05/2002",
        volume="1",
        page="3-9",
        DOI="10.1000/182",
        et_al={"author"},
        keyword=["one", "two"],
        custom=[("bibtex:file", "x"), ("ris:X1", "y")],
    ),
    Reference(type="chapter", id="b", title="B", editor=[Name(family="Ng")], container_title="C"),
)


def seeds(name: str, longest: int) -> Iterator[bytes]:
    """Give texts of a format, none longer than ``longest`` bytes if its lines are not.

    They are what refconv writes, the golden files (for free text, the pages of its tests) in
    stretches of whole lines, and the format's words.
    """
    if refconv.FORMATS[name].join is not None:
        for reference in _SOME:
            yield refconv.write(reference, name).text.encode()
    for path in sorted((ROOT / "tests").glob(_FIXTURES.get(name, f"golden/{name}/*.txt"))):
        rest = _HEADING.split(path.read_text("utf-8"), maxsplit=1)[-1]
        text = _HEADING.split(rest, maxsplit=1)[0]
        yield from _stretches(text.encode(), longest)
    yield from (word.encode() for word in WORDS.get(name, ()))


_FIXTURES: Mapping[str, str] = {"text": "text/pages/*.txt"}
_HEADING = re.compile(r"^=== .+\n", re.MULTILINE)


def _stretches(text: bytes, longest: int) -> Iterator[bytes]:
    """Cut a text into the longest stretches of whole lines that are short enough."""
    stretch = b""
    for line in text.splitlines(keepends=True):
        if stretch and len(stretch + line) > longest:
            yield stretch
            stretch = b""
        stretch += line
    yield stretch
