"""MODS: what is read of a library's records."""

from __future__ import annotations

import pytest

import refconv
from refconv import Date, Name, Reference
from refconv.formats.sniff import guess

MODS = """\
<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods ID="curie1898">
 <titleInfo><nonSort>The</nonSort><title>growth</title><subTitle>a note</subTitle></titleInfo>
 <titleInfo type="translated"><title>Das Wachstum</title></titleInfo>
 <name type="personal"><namePart type="given">Marie</namePart>
  <namePart type="family">Curie</namePart>
  <nameIdentifier type="orcid">https://orcid.org/0000-0002-1825-0097</nameIdentifier>
  <role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>
 <name type="corporate"><namePart>Academy of Sciences</namePart>
  <role><roleTerm type="text">author</roleTerm></role></name>
 <name type="personal"><namePart>Roe, Richard</namePart>
  <role><roleTerm>thesis advisor</roleTerm></role></name>
 <genre authority="marcgt">journal article</genre>
 <originInfo><dateIssued>1898</dateIssued></originInfo>
 <language><languageTerm type="text">French</languageTerm>
  <languageTerm type="code" authority="iso639-2b">fre</languageTerm></language>
 <abstract>Two
   lines.</abstract>
 <subject><topic>Radium</topic><geographic>Paris</geographic></subject>
 <relatedItem type="host">
  <titleInfo><title>Comptes rendus</title></titleInfo>
  <titleInfo type="abbreviated"><title>C. R.</title></titleInfo>
  <identifier type="issn">0001-4036</identifier>
  <part><detail type="volume"><number>126</number></detail>
   <detail type="issue"><number>3</number></detail>
   <extent unit="page"><start>1101</start><end>1103</end></extent>
   <date>1898-07-18</date></part>
 </relatedItem>
 <identifier type="doi">https://doi.org/10.1000/rays</identifier>
 <location><url dateLastAccessed="2024-06-01">https://example.org/</url></location>
 <recordInfo><recordIdentifier>42</recordIdentifier></recordInfo>
</mods>
</modsCollection>
"""


def one(content: str) -> Reference:
    (reference,) = refconv.read(f"<mods>{content}</mods>", "mods").references
    return reference


def test_an_article() -> None:
    read = refconv.read(MODS, "mods")

    assert read.diagnostics == ()
    assert read.references == (
        Reference(
            type="article-journal",
            id="curie1898",
            title="The growth: a note",
            author=(
                Name(family="Curie", given="Marie", orcid="0000-0002-1825-0097"),
                Name(literal="Academy of Sciences"),
            ),
            container_title="Comptes rendus",
            container_title_short="C. R.",
            issued="1898-07-18",
            volume="126",
            issue="3",
            page="1101-1103",
            ISSN="0001-4036",
            DOI="10.1000/rays",
            URL="https://example.org/",
            accessed="2024-06-01",
            language="fr",
            abstract="Two lines.",
            keyword=("Radium--Paris",),
            custom=(
                ("mods:titleInfo:translated", "Das Wachstum"),
                ("mods:name:thesis advisor", "Roe, Richard"),
                ("mods:genre", "journal article"),
                ("mods:recordInfo/recordIdentifier", "42"),
            ),
        ),
    )


HOST = "<relatedItem type='host'><titleInfo><title>H</title></titleInfo>{}</relatedItem>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<genre>bookSection</genre>", "chapter"),
        ("<genre>book</genre>" + HOST, "chapter"),
        ("<genre authority='local'>conferencePaper</genre>", "paper-conference"),
        ("<genre>unheard of</genre><typeOfResource>cartographic</typeOfResource>", "map"),
        (HOST.format("<identifier type='issn'>0001-4036</identifier>"), "article-journal"),
        (HOST, "chapter"),
        ("<originInfo><issuance>monographic</issuance></originInfo>", "book"),
        ("", "document"),
    ],
)
def test_the_type_goes_by_genre_then_by_what_the_item_is_part_of(
    content: str, expected: str
) -> None:
    assert one(content).type == expected


@pytest.mark.parametrize(
    ("content", "variable", "value"),
    [
        ("<name><namePart>Roe, Richard</namePart></name>", "author", "Roe, Richard"),
        (
            "<name type='personal'><namePart type='family'>King</namePart><namePart"
            " type='termsOfAddress'>Jr.</namePart><role><roleTerm>edt</roleTerm></role></name>",
            "editor",
            "King, Jr.",
        ),
        (HOST.format("<name><namePart>Roe, R.</namePart></name>"), "container_author", "Roe, R."),
    ],
)
def test_names(content: str, variable: str, value: str) -> None:
    (name,) = getattr(one(content), variable)

    assert str(name) == value


@pytest.mark.parametrize(
    ("content", "variable", "value"),
    [
        ("<part><detail type='page'><number>e17</number></detail></part>", "page", "e17"),
        ("<originInfo><dateIssued>2001</dateIssued></originInfo>", "issued", Date.on(2001)),
        ("<identifier type='isbn'>978-3-16-148410-0</identifier>", "ISBN", "978-3-16-148410-0"),
        ("<note>One</note><note>Two</note>", "note", "One\n\nTwo"),
        (
            "<relatedItem type='series'><titleInfo><title>S</title></titleInfo></relatedItem>",
            "collection_title",
            "S",
        ),
        (
            "<originInfo><place><placeTerm type='code'>gw</placeTerm></place>"
            "<place><placeTerm type='text'>Bonn</placeTerm></place></originInfo>",
            "publisher_place",
            "Bonn",
        ),
    ],
)
def test_elements_and_variables(content: str, variable: str, value: object) -> None:
    assert getattr(one(content), variable) == value


def test_prefixes_say_nothing() -> None:
    text = "<mods:mods><mods:titleInfo><mods:title>T</mods:title></mods:titleInfo></mods:mods>"

    assert guess(text) == "mods"
    assert [reference.title for reference in refconv.read(text)] == ["T"]
