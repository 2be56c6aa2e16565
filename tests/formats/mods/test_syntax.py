"""MODS → records: the keys of elements, and the type of an item."""

from __future__ import annotations

import pytest

import refconv
from refconv.formats.base import Chunk
from refconv.formats.mods.syntax import CHUNKING
from refconv.values.structured_names import ET_AL, Person
from tests.formats.mods.records import HOST, one


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
def test_the_type_depends_on_the_genre_then_on_the_host(content: str, expected: str) -> None:
    assert one(content).type == expected


# (elements, pairs of key and value)
PAIRS: list[tuple[str, list[tuple[str, object]]]] = [
    ("<note>A\n  note</note>", [("note", "A note")]),
    ("<note/>", []),
    # Titles are one value; the number in a series is another.
    (
        "<titleInfo><nonSort>The</nonSort><title>growth</title><subTitle>a note</subTitle>"
        "<partNumber>2</partNumber></titleInfo>",
        [("titleInfo", "The growth: a note. 2")],
    ),
    (
        "<relatedItem type='series'><titleInfo><title>S</title><partNumber>2</partNumber>"
        "</titleInfo></relatedItem>",
        [("series/titleInfo/partNumber", "2"), ("series/titleInfo", "S")],
    ),
    (
        "<titleInfo type='abbreviated'><title>S</title></titleInfo>",
        [("titleInfo:abbreviated", "S")],
    ),
    # Elements of the whole that the item is part of, and of others.
    ("<relatedItem type='host'><note>A</note></relatedItem>", [("host/note", "A")]),
    (
        "<relatedItem type='preceding'><note>A</note></relatedItem>",
        [("relatedItem:preceding/note", "A")],
    ),
    ("<identifier type='DOI'>10.1000/a</identifier>", [("identifier:doi", "10.1000/a")]),
    ("<identifier>a</identifier>", [("identifier", "a")]),
    (
        "<location><url dateLastAccessed='2024-06-01'>https://example.org/</url></location>",
        [("location/url", "https://example.org/"), ("location/url:dateLastAccessed", "2024-06-01")],
    ),
    # Codes are left out of places, and taken for languages.
    (
        "<originInfo><place><placeTerm type='code'>gw</placeTerm>"
        "<placeTerm type='text'>Bonn</placeTerm></place></originInfo>",
        [("originInfo/place", "Bonn")],
    ),
    (
        "<language><languageTerm type='text'>French</languageTerm>"
        "<languageTerm type='code'>fre</languageTerm></language>",
        [("language", "fre")],
    ),
    ("<language><languageTerm>French</languageTerm></language>", [("language", "French")]),
    (
        "<subject><topic>Radium</topic><geographic>Paris</geographic></subject>",
        [("subject", "Radium--Paris")],
    ),
    # Parts.
    (
        "<part><detail type='volume'><number>12</number></detail>"
        "<extent unit='page'><start>1</start><end>3</end></extent></part>",
        [("part/detail:volume", "12"), ("part/pages", "1-3")],
    ),
    ("<part><extent>1-3</extent></part>", [("part/pages", "1-3")]),
    ("<part><detail type='page'><number>e17</number></detail></part>", [("part/pages", "e17")]),
    ("<part><date>1898</date></part>", [("part/date", "1898")]),
    # Names.
    ("<name><namePart>Roe, Richard</namePart></name>", [("name:author", Person("Roe", "Richard"))]),
    (
        "<name type='corporate'><namePart>Roe, Inc</namePart></name>",
        [("name:author", Person(literal="Roe, Inc"))],
    ),
    (
        "<name><namePart type='family'>Roe</namePart><namePart type='given'>Kim,</namePart>"
        "<role><roleTerm>Editor.</roleTerm></role></name>",
        [("name:editor", Person("Roe", "Kim"))],
    ),
    (
        "<name><namePart>Roe, Kim</namePart><role><roleTerm>funder</roleTerm></role></name>",
        [("name:funder", "Roe, Kim")],
    ),
    (
        "<name valueURI='https://orcid.org/0000-0002-1825-0097'><namePart>Roe, Kim</namePart>"
        "<etal/></name>",
        [
            ("name:author", Person("Roe", "Kim", orcid="0000-0002-1825-0097")),
            ("name:author", ET_AL),
        ],
    ),
]


@pytest.mark.parametrize(("content", "pairs"), PAIRS)
def test_elements_and_pairs(content: str, pairs: list[tuple[str, object]]) -> None:
    (record,) = CHUNKING.split(Chunk(f"<mods>{content}</mods>"), None).records

    assert [*record.fields] == pairs


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("<mods ID='a'/>", "a"),
        ("<mods ID='a'><identifier type='citekey'>b</identifier></mods>", "b"),
        ("<mods/>", ""),
    ],
)
def test_the_id_of_a_record(text: str, key: str) -> None:
    (record,) = CHUNKING.split(Chunk(text), None).records

    assert (record.id, record.fields) == (key, ())


def test_prefixes_of_elements_are_ignored() -> None:
    text = "<mods:mods><mods:titleInfo><mods:title>T</mods:title></mods:titleInfo></mods:mods>"

    assert [reference.title for reference in refconv.read(text)] == ["T"]
