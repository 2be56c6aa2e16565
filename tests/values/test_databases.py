"""Databases and preprint servers by name, and the shapes of their numbers."""

from __future__ import annotations

import pytest

import refconv
from refconv import ItemType, Reference
from refconv.values.databases import (
    is_accession_number,
    is_database,
    is_eprint,
    is_preprint_server,
)


@pytest.mark.parametrize(
    "name",
    [
        *("Scopus", "Web of Science", "WoS", "Ovid MEDLINE(R) ALL", "PubMed", "Embase"),
        *("CINAHL Plus with Full Text", "ERIC", "Cochrane Library", "IEEE Xplore", "a9h"),
        *("ProQuest Dissertations", "EBSCOhost", "LILACS", "CNKI", "Google Scholar"),
    ],
)  # fmt: skip
def test_databases(name: str) -> None:
    assert is_database(name)
    assert not is_preprint_server(name)


@pytest.mark.parametrize(
    "name",
    ["arXiv", "bioRxiv", "medRxiv", "SSRN", "HAL", "OSF Preprints", "Research Square", "PsyArXiv"],
)
def test_preprint_servers(name: str) -> None:
    assert is_preprint_server(name)
    assert not is_database(name)


def test_archives_are_neither() -> None:
    assert not is_database("Bodleian Library")
    assert not is_preprint_server("Bodleian Library")


@pytest.mark.parametrize(
    "number",
    [
        *("WOS:000312345600001", "ISI:000312345600001", "2-s2.0-85012345678", "L2012345678"),
        *(
            "CN-01234567",
            "2014-12345-001",
            "EJ1012345",
            "ED512345",
            "MEDLINE:12345678",
            "104567890",
        ),
    ],
)
def test_accession_numbers(number: str) -> None:
    assert is_accession_number(number)


@pytest.mark.parametrize("number", ["2101.00001", "hep-th/9901001", "hal-01234567", "MS Eng. 12"])
def test_other_numbers(number: str) -> None:
    assert not is_accession_number(number)


@pytest.mark.parametrize(
    ("archive", "number", "eprint"),
    [
        ("arXiv", "2101.00001", True),
        ("SSRN", "3456789", True),
        ("jstor", "12345", True),
        ("mpi-reports", "12", True),
        ("", "2101.00001", True),
        ("", "WOS:000312345600001", False),
        ("Scopus", "2-s2.0-85012345678", False),
        ("Bodleian Library", "MS Eng. 12", False),
        ("arXiv", "", False),
        ("PTSDpubs", "2214991469; 51887", False),
        ("PondBase", "2214991469", False),
    ],
)
def test_eprints(archive: str, number: str, eprint: bool) -> None:
    assert is_eprint(archive, number) is eprint


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    ("archive", "number"),
    [
        ("Scopus", "2-s2.0-85012345678"),
        ("", "WOS:000312345600001"),
        ("CINAHL", "104567890"),
        ("Scopus", ""),
        ("Bodleian Library", "MS Eng. 12"),
    ],
)
def test_the_number_of_a_database_is_no_eprint(name: str, archive: str, number: str) -> None:
    reference = Reference(
        type=ItemType.ARTICLE_JOURNAL, title="A", archive=archive, archive_location=number
    )

    written = refconv.write([reference], name)
    (back,) = refconv.read(written.text, name).references

    assert "eprint" not in written.text
    assert "archiveprefix" not in written.text
    assert (back.archive, back.archive_location) == (archive, number)


@pytest.mark.parametrize("name", ["ris", "enw", "endnote-xml"])
def test_the_digits_of_a_database_are_no_number_of_pubmed(name: str) -> None:
    reference = Reference(
        type=ItemType.ARTICLE_JOURNAL, title="A", archive="CINAHL", archive_location="26957754"
    )

    written = refconv.write([reference], name)
    (back,) = refconv.read(written.text, name).references

    assert [loss for loss in written.losses if loss.path != "id"] == []
    assert (back.PMID, back.archive_location) == ("", "26957754")


def test_ris_has_a_place_for_both_numbers() -> None:
    reference = Reference(
        type=ItemType.ARTICLE_JOURNAL, archive="Embase", archive_location="26957754", PMID="1234567"
    )

    written = refconv.write([reference], "ris")
    (back,) = refconv.read(written.text, "ris").references

    assert "AN  - 26957754\r\n" in written.text
    assert "U1  - 1234567 [pmid]\r\n" in written.text
    assert (back.archive_location, back.PMID) == ("26957754", "1234567")


@pytest.mark.parametrize(
    ("lines", "pmid", "custom"),
    [
        ("DB  - Embase\nC5  - 34567890", "34567890", ()),
        ("C5  - 34567890", "", (("ris:C5", "34567890"),)),
        (
            "C3  - PUBMED 34567890,EMBASE 643123456",
            "34567890",
            (("ris:C3", "PUBMED 34567890,EMBASE 643123456"),),
        ),
        ("C3  - PUBMED 34567890", "34567890", ()),
        ("C3  - EMBASE 643123456", "", (("ris:C3", "EMBASE 643123456"),)),
    ],
)
def test_numbers_of_pubmed_in_fields_of_embase_and_cochrane(
    lines: str, pmid: str, custom: tuple[tuple[str, str], ...]
) -> None:
    (reference,) = refconv.read(f"TY  - JOUR\n{lines}\nER  - \n", "ris").references

    assert (reference.PMID, reference.custom) == (pmid, custom)
