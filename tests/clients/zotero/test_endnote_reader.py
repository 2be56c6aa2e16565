"""What Zotero stores of EndNote XML: types, elements and values."""

from __future__ import annotations

import pytest

from refconv.clients.same_values import Creator
from refconv.clients.zotero.endnote_reader import read_endnote_xml, type_of_reference
from refconv.clients.zotero.item import ZoteroItem

UNPLACED = "The following values have no corresponding Zotero field:<br/>"


def one(elements: str, kind: str = "Journal Article") -> ZoteroItem:
    (item,) = read_endnote_xml(f"<xml><records>{record(elements, kind)}</records></xml>")
    return item


def record(elements: str, kind: str) -> str:
    return f'<record><ref-type name="{kind}">0</ref-type>{elements}</record>'


@pytest.mark.parametrize(
    ("name", "number", "kind"),
    [
        ("Journal Article", "17", "journalArticle"),
        ("", "17", "journalArticle"),
        ("Map", "17", "map"),
        ("Odd", "20", "map"),
        ("Odd", "999", "journalArticle"),
    ],
)
def test_types(name: str, number: str, kind: str) -> None:
    assert type_of_reference(name, number) == kind


@pytest.mark.parametrize(
    ("kind", "elements", "fields"),
    [
        ("Book", "<titles><secondary-title>A</secondary-title></titles>", {"series": "A"}),
        ("Book", "<pages>345</pages>", {"numPages": "345"}),
        ("Thesis", "<publisher>A</publisher>", {"university": "A"}),
        ("Map", "<volume>3</volume>", {}),
        ("Map", "<label>k</label>", {"citationKey": "k"}),
        ("Map", "<label>k&#10;Rights: A</label>", {"citationKey": "k", "rights": "A"}),
        ("Map", "<volume>3</volume><edition>1</edition><edition>2</edition>", {"edition": "2"}),
        (
            "Map",
            "<titles><title>A&#13;b <style face='bold italic'>C</style></title></titles>",
            {"title": "A b <b><i>C</i></b>"},
        ),
        ("Map", "<abstract>a&#13;b</abstract>", {"abstractNote": "a\nb"}),
        ("Journal Article", "<custom2>PMC12</custom2>", {"PMCID": "PMC12"}),
        ("Journal Article", "<custom2>other</custom2>", {}),
        (
            "Map",
            "<urls><web-urls><url>https://a.org</url><url>/b</url></web-urls></urls>",
            {"url": "https://a.org/b"},
        ),
    ],
)
def test_fields(kind: str, elements: str, fields: dict[str, str]) -> None:
    assert one(elements, kind).fields == fields


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<year>2024</year>", "2024"),
        ("<year>2024</year><pub-dates><date>March 5</date></pub-dates>", "March 5 2024"),
        ("<year>2023</year><pub-dates><date>5 March 2024</date></pub-dates>", "5 March 2024"),
        ("<pub-dates><date>March</date></pub-dates>", "March"),
    ],
)
def test_dates(dates: str, date: str) -> None:
    assert one(f"<dates>{dates}</dates>").fields == {"date": date}


@pytest.mark.parametrize(
    ("elements", "notes"),
    [
        ("<notes>a&#13;b&#13;&#13;c</notes>", ("<p>a<br/>b</p><p>c</p>",)),
        ("<research-notes>a</research-notes>", ("<p>a</p>",)),
        ("<caption>a</caption><isbn>1</isbn>", (f"{UNPLACED}caption: a<br/>isbn: 1",)),
        (
            "<periodical><full-title>a</full-title><abbr-2>b</abbr-2></periodical>",
            (f"{UNPLACED}periodical: a<br/>abbr-2: b",),
        ),
        (
            "<contributors><translated-authors><author>Roe, A</author></translated-authors>"
            "</contributors><dates><copyright-dates><date>2020</date></copyright-dates></dates>",
            (f"{UNPLACED}translated-authors: Roe, A<br/>copyright-dates: 2020",),
        ),
        ("<rec-number>3</rec-number>", ()),
    ],
)
def test_notes(elements: str, notes: tuple[str, ...]) -> None:
    assert one(elements, "Personal Communication").notes == notes


def test_creators_and_keywords() -> None:
    item = one(
        "<contributors><secondary-authors><author>Foe, F</author></secondary-authors>"
        "<authors><author>Roe, Ann</author></authors></contributors>"
        "<keywords><keyword>a, b</keyword><keyword>c&#13;d</keyword></keywords>"
    )

    assert item.creators == (Creator("editor", "Foe", "F."), Creator("author", "Roe", "Ann"))
    assert item.tags == {"a, b", "cd"}


@pytest.mark.parametrize(
    "text",
    [
        "<xml><records><record><titles><title>A</title></titles></record></records></xml>",
        '<xml><records><record><ref-type name="Map">20</ref-type></records></xml>',
        "<xml><records><record><ref-type>45</ref-type></record></records></xml>",
        '<!DOCTYPE xml [<!ENTITY a "b">]><xml><record><ref-type>6</ref-type>&a;</record></xml>',
        "plain text",
    ],
)
def test_files_that_zotero_refuses(text: str) -> None:
    assert read_endnote_xml(text) == ()


def test_a_record_without_a_type_among_others() -> None:
    text = f"<xml><records>{record('', 'Map')}<record><volume>3</volume></record></records></xml>"

    assert [item.type for item in read_endnote_xml(text)] == ["map", "journalArticle"]
