"""EndNote XML as Zotero writes it."""

import pytest

from refconv import Date, Name, Reference, read, write
from refconv.clients.zotero.stored import stored
from refconv.core.model import Point


def _read(fields: str, program: str = "Zotero") -> Reference:
    text = (
        "<xml><records><record>"
        f'<database name="MyLibrary">MyLibrary</database><source-app name="{program}">{program}'
        f"</source-app>{fields}</record></records></xml>"
    )
    return read(text, "endnote-xml").references[0]


_BLOG = (
    '<ref-type name="Blog">56</ref-type><titles><title>Ice</title>'
    "<secondary-title>Ponds</secondary-title></titles>"
    "<periodical><full-title>Ponds</full-title></periodical>"
    "<remote-database-name>ponds.example</remote-database-name>"
)


def test_library_catalogue() -> None:
    found = _read(_BLOG)
    assert (found.source, found.archive, found.container_title) == ("ponds.example", "", "Ponds")
    assert found.custom == ()
    assert _read(_BLOG, "EndNote").archive == "ponds.example"


def test_preprint_without_a_type() -> None:
    found = _read("<titles><title>Ice</title></titles><publisher>arXiv</publisher>")
    assert (found.type, found.genre) == ("article", "preprint")


def test_types_that_endnote_has_for_others() -> None:
    film = _read(
        '<ref-type name="Audiovisual Material">3</ref-type><titles><title>A</title></titles>'
    )
    talk = _read('<ref-type name="Conference Paper">47</ref-type><titles><title>A</title></titles>')

    assert (film.type, talk.type) == ("motion_picture", "speech")
    for reference, kind in ((film, "videoRecording"), (talk, "presentation")):
        for name in ("endnote-xml", "ris", "csl-json"):
            written = write(reference, name, for_="zotero")
            assert stored(written.text, name)[0].type == kind
            assert written.losses == ()


def test_a_name_in_one_field() -> None:
    names = "<contributors><authors><author>Jane Roe Choir</author></authors></contributors>"

    assert _read(names).author == (Name(literal="Jane Roe Choir"),)
    assert _read(names, "EndNote").author == (Name(family="Choir", given="Jane Roe"),)


@pytest.mark.parametrize("name", ["bibtex", "csl-json", "endnote-xml", "ris"])
def test_a_conference_by_its_name(name: str) -> None:
    paper = _read(
        '<ref-type name="Conference Proceedings">10</ref-type><titles><title>A</title>'
        "<secondary-title>Pond Days 3</secondary-title></titles>"
    )
    fields = stored(write(paper, name, for_="zotero").text, name)[0].fields

    assert paper.container_title == "Pond Days 3"
    assert (fields.get("conferenceName"), fields.get("proceedingsTitle")) == ("Pond Days 3", None)


def test_a_date_in_words() -> None:
    dates = "<dates><year>1665</year><pub-dates><date>perhaps 1665</date></pub-dates></dates>"
    found = _read(f"<titles><title>A</title></titles>{dates}")
    again = write(found, "endnote-xml", for_="zotero").text

    assert found.issued == Date(Point(1665), literal="perhaps 1665")
    assert stored(again, "endnote-xml")[0].fields["date"] == "perhaps 1665"


def test_numbers_and_kinds() -> None:
    patent = _read(
        '<ref-type name="Patent">25</ref-type><titles><title>Skate</title></titles>'
        "<dates><year>2006</year><pub-dates><date>2006-10-17</date></pub-dates></dates>"
        "<custom1>2004-10-12</custom1><custom2>2006-10-17</custom2><misc1>10/123</misc1>"
        "<orig-pub>US 123</orig-pub>"
    )
    assert (patent.call_number, patent.issue, str(patent.submitted)) == (
        "10/123",
        "US 123",
        "2004-10-12",
    )
    assert patent.custom == ()
    art = _read(
        '<ref-type name="Artwork">2</ref-type><titles><title>Frost</title></titles>'
        "<number>3 x 4 m</number><custom3>3 x 4 m</custom3><misc2>Oil on ice</misc2>"
    )
    assert (art.medium, art.dimensions, art.number) == ("Oil on ice", "3 x 4 m", "")


def test_the_program_that_wrote_a_record_before_is_not_named_again() -> None:
    xml = (
        '<xml><records><record><database name="My.enl">My.enl</database>'
        '<source-app name="EndNote">EndNote</source-app><ref-type name="Book">6</ref-type>'
        "<titles><title>On ice</title></titles></record></records></xml>"
    )

    text = write(read(xml), "endnote-xml", for_="zotero").text

    assert text.count("<source-app") == 1
    assert "My.enl" not in text
    assert write(read(text), "endnote-xml", for_="zotero").text == text


@pytest.mark.parametrize(
    "reference",
    [
        Reference(type="performance", title="T", volume="1"),
        Reference(type="motion_picture", title="T", volume="1"),
        Reference(type="article", title="T", issued="0000-01"),
    ],
)
def test_what_is_written_for_zotero_is_written_the_same_again(reference: Reference) -> None:
    once = write([reference], "endnote-xml", for_="zotero").text

    assert write(read(once, "endnote-xml"), "endnote-xml", for_="zotero").text == once
