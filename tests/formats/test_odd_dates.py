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
    "csv": (
        "Title;Date;Year;Month;Day;Accessed;Conference Date\n"
        'A;"{0}";"{0}";"{0}";"{0}";"{0}";"{0}"\nB;;1988;"{0}";"{0}";;\n'
    ),
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
    if name == "csv":
        text = text.replace('"', '""')
    if name == "csl-json":
        text = json.dumps(text)[1:-1]

    read = refconv.read(RECORDS[name].format(text), name)

    assert len(read.references) >= 1


@given(text=TEXTS)
def test_reading_printed_dates_never_raises(text: str) -> None:
    date = read_date(text)

    assert date is None or date.points or date.literal


ONE_DATE = {
    "csv": 'Title,Year\nA,"{}"\n',
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
        ("[c. 1988]", "1988~"),
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


# What real files have where a date belongs: the date, and the text kept beside it.
FORMS = [
    ("14-Nov-2016", "2016-11-14", ""),
    ("30/Mar/2020", "2020-03-30", ""),
    ("Sept./1988", "1988-09", ""),
    ("2016-Nov", "2016-11", ""),
    ("Nov-2016", "2016-11", ""),
    ("June 2017", "2017-06", ""),
    ("15 May 1988", "1988-05-15", ""),
    ("May 15, 1988", "1988-05-15", ""),
    ("NOV-DEC 2009", "2009-11/2009-12", ""),
    ("SUM 2010", "2010-22", ""),
    ("WIN 2010", "2010-24", ""),
    ("SPR 2010", "2010-21", ""),
    ("FAL 2010", "2010-23", ""),
    ("Spring/2003", "2003-21", ""),
    ("12.07.2004", "2004-07-12", ""),
    ("31/12/2004", "2004-12-31", ""),
    ("11/2016", "2016-11", ""),
    ("05.2016", "2016-05", ""),
    ("1934/5", "1934/1935", ""),
    ("1934/35", "1934/1935", ""),
    ("1934-5", "1934/1935", ""),
    ("1999/00", "1999/2000", ""),
    ("2017-09-00", "2017-09", ""),
    ("2017-00-00", "2017", ""),
    ("20040712", "2004-07-12", ""),
    ("1988-", "1988/..", ""),
    ("c2004", "2004", "c2004"),
    ("\u00a92021", "2021", "\u00a92021"),
    ("[2021] \u00a92021", "2021", "[2021] \u00a92021"),
    ("cop. 2004", "2004", "cop. 2004"),
    ("p1999", "1999", "p1999"),
    ("c. 2004", "2004~", ""),
    ("1990a", "1990", "1990a"),
    ("[1990b]", "1990", "[1990b]"),
    ("2020 (accepted)", "2020", "2020 (accepted)"),
    ("2020, in press", "2020", "2020, in press"),
    ("erscheint 2020", "2020", "erscheint 2020"),
    ("2026/05/01/T23:24:27.769Z", "2026-05-01", "2026-05-01T23:24:27.769Z"),
    ("1908///1909", "1908/1909", ""),
]
WITH_BIBTEX = ONE_DATE | {
    "bibtex": "@book{{a, year = {{{}}}}}",
    "biblatex": "@book{{a, date = {{{}}}}}",
}
NOTED = [
    ("12/07/2004", "2004", "ambiguous"),
    ("1988, reprinted 1999", "1988", "more"),
    ("vol. 3, May 2009", "2009", "more"),
    ("1998 [c1997]", "1998", "more"),
]


@pytest.mark.parametrize("name", WITH_BIBTEX)
@pytest.mark.parametrize(("text", "edtf", "literal"), FORMS)
def test_a_form_is_read_in_all_formats(name: str, text: str, edtf: str, literal: str) -> None:
    read = refconv.read(WITH_BIBTEX[name].format(text), name)
    date = read.references[0].issued

    assert date is not None
    assert (date.edtf(), date.literal) == (edtf, literal)
    assert [found for found in read.diagnostics if found.code == "bad-date"] == []


@pytest.mark.parametrize("name", WITH_BIBTEX)
@pytest.mark.parametrize(("text", "edtf", "reason"), NOTED)
def test_what_a_date_does_not_say_is_kept_and_noted(
    name: str, text: str, edtf: str, reason: str
) -> None:
    read = refconv.read(WITH_BIBTEX[name].format(text), name)
    date = read.references[0].issued
    (found,) = (found for found in read.diagnostics if found.code == "bad-date")

    assert date is not None
    assert (date.edtf(), date.literal) == (edtf, text)
    assert (found.reason, found.severity) == (reason, "note")


@pytest.mark.parametrize("name", WITH_BIBTEX)
@pytest.mark.parametrize(
    "text",
    [
        "in press",
        "n.d.",
        "[s.d.]",
        "o. J.",
        "en prensa",
        "\u0432 \u043f\u0435\u0447\u0430\u0442\u0438",
    ],
)
def test_phrases_that_stand_for_a_date_are_kept(name: str, text: str) -> None:
    read = refconv.read(WITH_BIBTEX[name].format(text), name)

    assert read.references[0].issued == Date(literal=text)
    assert [found for found in read.diagnostics if found.code == "bad-date"] == []


def test_zeros_are_no_date() -> None:
    for name, template in WITH_BIBTEX.items():
        read = refconv.read(template.format("0000"), name)
        date = read.references[0].issued

        assert date in (None, Date(literal="0000"))
        # In RIS zeros are one way to say nothing.
        assert [found.code for found in read.diagnostics] == ["bad-date"] * (name != "ris")
