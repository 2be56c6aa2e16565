"""CSL-JSON for Zotero: variables that its reader drops are written into the note and read there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refconv import Date, Name, Reference, read, write
from refconv.clients.zotero.stored import stored
from refconv.core.model import Point


def item_of(reference: Reference) -> dict[str, Any]:
    (item,) = json.loads(write(reference, "csl-json", for_="zotero").text)
    assert isinstance(item, dict)
    return item


NOTES = [
    ({}, "Citation Key: a"),
    ({"note": "Seen."}, "Seen.\nCitation Key: a"),
    ({"PMID": "1", "PMCID": "PMC2"}, "Citation Key: a\nPMCID: PMC2\nPMID: 1"),
    ({"status": "in press"}, "Citation Key: a\nStatus: in press"),
    ({"original_date": "1920-05"}, "Citation Key: a\nOriginal Date: 1920-05"),
    ({"type": "software"}, "type: computerProgram\nCitation Key: a"),
    ({"type": "software", "version": "2"}, "type: computerProgram\nCitation Key: a"),
    # What would make an item of another type is a line.
    ({"type": "book", "version": "2"}, "Citation Key: a\nVersion: 2"),
    ({"type": "song", "number": "7"}, "Citation Key: a\nNumber: 7"),
    # Zotero's labels, which it reads as fields.
    (
        {"type": "patent", "publisher": "Acme", "jurisdiction": "US"},
        "Citation Key: a\nCountry: US\nAssignee: Acme",
    ),
    ({"keyword": ("a", "b")}, "Citation Key: a\nKeywords: a, b"),
    ({"illustrator": (Name(family="Roe", given="A."),)}, "Citation Key: a\nIllustrator: Roe || A."),
    ({"type": "article", "genre": "preprint"}, "Citation Key: a"),
    # It has no number for an article, and for all others one.
    ({"type": "article-journal", "number": "7", "page": "1-2"}, "Citation Key: a\nNumber: 7"),
    ({"type": "article-journal", "number": "e1", "page": "e1"}, "Citation Key: a"),
    ({"type": "report", "number": "7"}, "Citation Key: a"),
]


@pytest.mark.parametrize(("values", "note"), NOTES)
def test_variables_that_zotero_does_not_read_are_written_into_the_note(
    values: dict[str, Any], note: str
) -> None:
    reference = Reference(**{"type": "book", "id": "a", **values})

    assert item_of(reference)["note"] == note
    written = write(reference, "csl-json", for_="zotero")
    # Nothing is lost: what has no field in an item of the type stays in the line.
    assert {loss.elsewhere for loss in written.losses} <= {"a line of Extra"}
    assert read(written.text, "csl-json").references == (reference,)
    assert "Citation Key" not in write(reference, "csl-json").text


def test_a_note_that_was_edited_is_kept_unchanged() -> None:
    text = write(Reference(type="book", id="a", note="Seen."), "csl-json", for_="zotero").text
    changed = text.replace("Citation Key: a", "Citation Key: a, which I like")

    (again,) = read(changed.replace("Seen.\\n", "Read.\\n"), "csl-json").references

    assert again.note == "Read.\nCitation Key: a, which I like"


def test_a_type_that_zotero_does_not_list_would_make_it_refuse_the_file() -> None:
    assert item_of(Reference(type="software", id="a"))["type"] == "book"
    assert item_of(Reference(type="standard", id="a"))["type"] == "standard"


def test_an_id_that_is_an_address_is_no_citation_key() -> None:
    assert "note" not in item_of(Reference(type="book", id="https://a.org/1"))


@pytest.mark.parametrize(
    ("custom", "values"),
    [
        # Zotero reads more than CSL has: its licences, and any text as a season.
        (("csl:license", "CC BY"), {"license": "CC BY"}),
        (
            ("csl:issued", {"date-parts": [["1911"]], "season": "or 1912"}),
            {"issued": {"date-parts": [["1911"]], "season": "or 1912"}},
        ),
        (("bibtex:copyright", "CC BY"), {"note": "Citation Key: a\nRights: CC BY"}),
    ],
)
def test_what_zotero_reads_of_other_keys(custom: tuple[str, Any], values: dict[str, Any]) -> None:
    item = item_of(Reference(type="book", id="a", issued=1911, custom=(custom,)))

    assert {name: item.get(name) for name in values} == values


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2021-03", {"date-parts": [[2021, 3]]}),
        # A number of a season would be printed.
        ("2021-21", {"date-parts": [[2021]], "season": "Spring"}),
        # Literals with a year are quoted.
        ("2021-05-XX", {"raw": "2021-05-XX"}),
    ],
)
def test_dates(date: str, written: dict[str, Any]) -> None:
    assert item_of(Reference(type="book", id="a", issued=date))["issued"] == written


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(Point(2020), literal="in press"), {"raw": "in press 2020"}),
        (Date(Point(2020), literal="2020a"), {"raw": "2020a"}),
        (Date(literal="1850s"), {"raw": "1850s"}),
        (Date(literal="in press"), {"literal": "in press"}),
        (Date(Point(0), literal="Spring term"), {"date-parts": [[0]]}),
    ],
)
def test_texts_of_dates(date: Date, written: dict[str, Any]) -> None:
    assert item_of(Reference(type="book", id="a", issued=date))["issued"] == written


def test_the_year_that_zotero_writes_for_a_text() -> None:
    book = read("@book{a, title = {Ponds}, year = {0000}}", "bibtex").references[0]

    for name in ("bibtex", "csl-json", "endnote-xml", "ris"):
        written = write(book, name, for_="zotero")
        assert stored(written.text, name)[0].fields["date"] == "0000"
        assert written.losses == ()


def test_titles_have_no_spans_of_words_that_keep_their_case() -> None:
    title = 'A <span class="nocase">DNA of <i>E. coli</i></span>'

    assert item_of(Reference(type="book", title=title))["title"] == "A DNA of <i>E. coli</i>"


def test_a_particle_with_an_apostrophe_stands_at_its_name() -> None:
    name = Name(family="Roe", given="Ann", non_dropping_particle="d’")

    author = item_of(Reference(type="book", author=(name,)))["author"]

    assert author == [{"family": "d’Roe", "given": "Ann"}]


def test_particles_and_suffixes_are_part_of_the_names_that_zotero_reads() -> None:
    name = Name(family="Berg", given="Jan", non_dropping_particle="van den", suffix="Jr.")
    reference = Reference(type="book", id="a", author=(name,))

    assert item_of(reference)["author"] == [{"family": "van den Berg", "given": "Jan, Jr."}]
    written = write(reference, "csl-json", for_="zotero")
    assert written.losses == ()
