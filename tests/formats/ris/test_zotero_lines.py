"""Variables that Zotero keeps under a tag of its own, or in a line of its Extra field."""

import pytest

from refconv import Date, Name, Reference, read, write
from refconv.clients.zotero.stored import stored

_UNA = (Name(family="Okoro", given="Una"),)


@pytest.mark.parametrize(
    ("reference", "line", "field"),
    [
        (Reference("book", ISSN="1234-5679"), "M2  - ISSN: 1234-5679", "ISSN"),
        (Reference("patent", publisher="Pond Ltd"), "PB  - Pond Ltd", "assignee"),
        (Reference("speech", container_title="Day 2"), "M2  - sessionTitle: Day 2", "sessionTitle"),
        (Reference("article", number="2101.1"), "M2  - archiveID: 2101.1", "archiveID"),
        (Reference("thesis", collection_title="Theses"), "M2  - series: Theses", "series"),
        (Reference("song", event_place="Lyon"), "CY  - Lyon", "place"),
        (Reference("paper-conference", container_title="Ice 7"), "C3  - Ice 7", "proceedingsTitle"),
    ],
)
def test_a_value_is_in_its_field(reference: Reference, line: str, field: str) -> None:
    text = write(reference.changed(title="A"), "ris", for_="zotero").text

    assert line in text.splitlines()
    item = stored(text, "ris")[0]
    assert line.split(" - ")[1].rsplit(": ", maxsplit=1)[-1].strip() == item.fields[field]
    assert "conferenceName" not in item.fields


def test_names_without_a_role_stay_in_extra() -> None:
    reference = Reference("article-magazine", title="A", id="a", illustrator=_UNA)
    text = write(reference, "ris", for_="zotero").text

    assert stored(text, "ris")[0].extra == ("Illustrator: Okoro || Una",)
    assert read(text, "ris").references == (reference,)


def test_a_line_is_read_as_its_tag() -> None:
    text = "TY  - RPRT\nTI  - A\nM2  - reportNumber: 7\nM2  - Edition: 2\nER  - \n"
    assert read(text, "ris").references[0].edition == "2"


def test_host_of_a_podcast() -> None:
    text = write(Reference("broadcast", title="A", host=_UNA), "ris", for_="zotero").text
    assert stored(text, "ris")[0].creators[0].role == "podcaster"


def test_an_address_is_no_citation_key() -> None:
    reference = Reference("book", id="http://example.org/items/1", title="A")
    assert "Citation Key" not in write(reference, "ris", for_="zotero").text


@pytest.mark.parametrize(
    ("date", "stored_as"),
    [
        (Date(literal="in press"), "in press"),
        (Date.of("2021-21"), "2021 Spring"),
        (Date.of("1775~"), "ca. 1775"),
        (Date.of("2019-03-05"), "2019-03-05"),
    ],
)
def test_dates(date: Date, stored_as: str) -> None:
    reference = Reference("article-journal", id="a", title="A", issued=date)
    text = write(reference, "ris", for_="zotero").text

    assert stored(text, "ris")[0].fields["date"] == stored_as
    assert read(text, "ris").references == (reference,)


def test_markup_of_titles() -> None:
    reference = Reference("book", id="a", title="On <i>Aster</i>", collection_title="<b>Ice</b>")
    text = write(reference, "ris", for_="zotero").text

    assert stored(text, "ris")[0].fields["title"] == reference.title
    assert read(text, "ris").references == (reference,)
