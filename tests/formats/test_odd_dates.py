"""Odd texts where a date belongs: every reader keeps them or reads them, and none raises."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import refconv
from refconv import Date
from refconv.values.dates import read_date

# One record of each format, with the text under every key that holds a date.
RECORDS = {
    "ris": (
        "TY  - JOUR\nPY  - {0}\nY1  - {0}\nDA  - {0}\nY2  - {0}\nET  - {0}\nM1  - {0}\n"
        "M2  - Received: {0}\nM2  - {0}/accepted\nER  - \n"
        "TY  - ELEC\nM1  - {0}\nDA  - {0}\nER  - \n"
        "TY  - BOOK\nM2  - Original Date: {0}\nER  - \n"
    ),
    "enw": "%0 Web Page\n%T A\n%D {0}\n%8 {0}\n%[ {0}\n%7 {0}\n%1 {0}\n%2 {0}\n",
    "endnote-xml": (
        '<xml><records><record><ref-type name="Web Page">12</ref-type>'
        "<dates><year>{0}</year><month>{0}</month><pub-dates><date>{0}</date></pub-dates></dates>"
        "<access-date>{0}</access-date><edition>{0}</edition><custom1>{0}</custom1>"
        "<custom2>{0}</custom2></record></records></xml>"
    ),
    "nbib": (
        "PMID- 1\nDP  - {0}\nDEP - {0}\nPHST- {0} [received]\nPHST- {0} [revised]\n"
        "PHST- {0} [accepted]\n"
    ),
    "pubmed-xml": (
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate>"
        "<MedlineDate>{0}</MedlineDate></PubDate></JournalIssue></Journal>"
        '<ArticleDate DateType="Electronic"><Year>{0}</Year><Month>{0}</Month><Day>{0}</Day>'
        "</ArticleDate></Article></MedlineCitation><PubmedData><History>"
        '<PubMedPubDate PubStatus="received"><Year>{0}</Year></PubMedPubDate>'
        "</History></PubmedData></PubmedArticle>"
    ),
    "mods": (
        "<mods><originInfo><dateIssued>{0}</dateIssued><copyrightDate>{0}</copyrightDate>"
        "<dateCreated>{0}</dateCreated></originInfo><part><date>{0}</date></part>"
        "<relatedItem type='host'><part><date>{0}</date></part></relatedItem>"
        '<location><url dateLastAccessed="{0}">https://example.org/</url></location></mods>'
    ),
    "bibtex": "@book{{a, year = {{{0}}}, month = {{{0}}}, day = {{{0}}}}}",
    "biblatex": "@book{{a, date = {{{0}}}, urldate = {{{0}}}, eventdate = {{{0}}}}}",
    "csl-json": '[{{"id": "a", "issued": "{0}", "accessed": {{"raw": "{0}"}}}}]',
}
PARTS = [
    *("1988", "88", "1", "12", "31", "32", "0", "00", "0000", "19880512", "198-", "19XX", "-0043"),
    *("[", "]", "(", ")", "<", ">", "?", "~", "%", "c", "c.", "ca. ", "©", "circa "),
    *("-", "--", "–", "/", "//", ".", ",", ";", ":", " ", "..", "年", "月", "日"),
    *("May", "mai", "spring", "winter", "BC", "in press", "n.d.", "undefined", "th", "epub"),
    *("received", "[received]", "T10:00", "\u0661\u0669\u0668\u0668", "²", "Y170000002"),
]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=7).map("".join) | st.text(max_size=12)


@pytest.mark.parametrize("name", RECORDS)
@given(text=TEXTS)
@example("")
@example("[1988]")
@example("[c1988]")
@example("1988-")
@example("²")
@example(" ")
def test_no_reader_raises(name: str, text: str) -> None:
    if "xml" in name or name == "mods":
        text = escape(text)
    if name == "csl-json":
        text = json.dumps(text)[1:-1]

    read = refconv.read(RECORDS[name].format(text), name)

    assert len(read.references) >= 1


@given(text=TEXTS)
def test_reading_printed_dates_never_raises(text: str) -> None:
    date = read_date(text)

    assert date is None or date.points or date.literal


ONE_DATE = {
    "nbib": "PMID- 1\nDP  - {}\n",
    "ris": "TY  - BOOK\nPY  - {}\nER  - \n",
    "enw": "%0 Book\n%D {}\n",
    "endnote-xml": (
        '<record><ref-type name="Book">6</ref-type><dates><year>{}</year></dates></record>'
    ),
    "mods": "<mods><originInfo><dateIssued>{}</dateIssued></originInfo></mods>",
    "pubmed-xml": (
        "<MedlineCitation><Article><Journal><JournalIssue><PubDate><MedlineDate>{}</MedlineDate>"
        "</PubDate></JournalIssue></Journal></Article></MedlineCitation>"
    ),
}


# A date in brackets is supplied by the cataloguer (AACR2 1.4F7, RDA 2.8.6.6).
@pytest.mark.parametrize("name", ONE_DATE)
@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("[1988]", "1988"),
        ("[1988?]", "1988?"),
        ("[May 1988]", "1988-05"),
        ("[ca. 1988]", "1988~"),
        ("[c1988]", "1988~"),
    ],
)
def test_a_date_in_brackets(name: str, text: str, edtf: str) -> None:
    (reference,) = refconv.read(ONE_DATE[name].format(text), name).references

    assert reference.issued == Date.from_edtf(edtf)


@pytest.mark.parametrize("name", ONE_DATE)
@pytest.mark.parametrize("text", ["[12]", "[]", "[n.d.]", "[198-?]", "[received]"])
def test_brackets_of_other_texts_are_kept(name: str, text: str) -> None:
    (reference,) = refconv.read(ONE_DATE[name].format(text), name).references

    assert reference.issued == Date(literal=text)
