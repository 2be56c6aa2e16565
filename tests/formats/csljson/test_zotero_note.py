"""CSL-JSON for Zotero: variables that its reader drops are written into the note and read there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refconv import Name, Reference, apply, read, write


def item_of(reference: Reference) -> dict[str, Any]:
    (item,) = json.loads(write(reference, "csl-json", for_="zotero").text)
    assert isinstance(item, dict)
    return item


NOTES = [
    ({}, "Citation Key: a"),
    ({"note": "Seen."}, "Seen.\nCitation Key: a"),
    ({"PMID": "1", "PMCID": "PMC2"}, "Citation Key: a\nPMID: 1\nPMCID: PMC2"),
    ({"status": "in press"}, "Citation Key: a\nStatus: in press"),
    ({"original_date": "1920-05"}, "Citation Key: a\nOriginal Date: 1920-05"),
    ({"type": "software"}, "type: software\nCitation Key: a"),
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
    assert written.losses == ()
    assert read(written.text, "csl-json").references == (reference,)
    assert "Citation Key" not in write(reference, "csl-json").text


def test_a_note_that_was_edited_is_kept_unchanged() -> None:
    text = write(Reference(type="book", id="a", note="Seen."), "csl-json", for_="zotero").text
    changed = text.replace("Citation Key: a", "Citation Key: a, which I like")

    (again,) = read(changed.replace("Seen.\\n", "Read.\\n"), "csl-json").references

    assert again.note == "Read.\nCitation Key: a, which I like"


def test_a_type_that_zotero_does_not_list_would_make_it_refuse_the_file() -> None:
    assert item_of(Reference(type="standard", id="a"))["type"] == "report"
    assert item_of(Reference(type="thesis", id="a"))["type"] == "thesis"


def test_particles_and_suffixes_are_part_of_the_names_that_zotero_reads() -> None:
    name = Name(family="Berg", given="Jan", non_dropping_particle="van den", suffix="Jr.")
    reference = Reference(type="book", id="a", author=(name,))

    assert item_of(reference)["author"] == [{"family": "van den Berg", "given": "Jan, Jr."}]
    written = write(reference, "csl-json", for_="zotero")
    assert read(written.text, "csl-json").references == apply((reference,), written.losses)
