"""Identifiers taken out of notes, journals and addresses."""

from __future__ import annotations

import pytest

import refconv
from refconv import Reference
from refconv.values.embedded_identifiers import (
    ARXIV_ELSEWHERE,
    IDENTIFIERS_IN_NOTES,
    take_identifiers,
)


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("PMID: 23431234", {"PMID": "23431234"}, ""),
        ("PubMed ID: 23431234", {"PMID": "23431234"}, ""),
        ("[PMID: 23431234]", {"PMID": "23431234"}, ""),
        ("Epub 2013; PMID: 23431234; in Danish", {"PMID": "23431234"}, "Epub 2013; in Danish"),
        ("PMID: 23431234\nPMCID: PMC1234567", {"PMID": "23431234", "PMCID": "PMC1234567"}, ""),
        ("PMC1234567", {"PMCID": "PMC1234567"}, ""),
        ("DOI: 10.1000/182", {"DOI": "10.1000/182"}, ""),
        ("https://doi.org/10.1000/182", {"DOI": "10.1000/182"}, ""),
        ("arXiv:2101.00001 [cs]", {"arXiv": "2101.00001", "class": "cs"}, ""),
        ("arXiv preprint arXiv:2101.00001", {"arXiv": "2101.00001"}, ""),
        ("arXiv: hep-th/9901001v2", {"arXiv": "hep-th/9901001v2"}, ""),
    ],
)
def test_identifiers_that_stand_alone(text: str, found: dict[str, str], rest: str) -> None:
    assert take_identifiers(text) == (found, rest)


@pytest.mark.parametrize(
    "text", ["", "See PMID 23431234 for more", "PMID: many", "in arXiv", "pmid" * 2000]
)
def test_other_texts_stay(text: str) -> None:
    assert take_identifiers(text) == ({}, text)


def test_a_note_is_read_into_variables_that_have_no_other_value() -> None:
    decode = IDENTIFIERS_IN_NOTES.decode
    assert decode is not None

    assert decode(Reference(note="PMID: 23431234")) == Reference(PMID="23431234")
    other = Reference(note="PMID: 23431234", PMID="1")
    assert decode(other) == other
    preprint = Reference(note="arXiv:2101.00001 [cs.CL]")
    expected = {"archive_location": "2101.00001", "archive_collection": "cs.CL"}
    assert decode(preprint) == Reference(archive="arXiv", **expected)  # type: ignore[arg-type]
    scopus = Reference(note="arXiv:2101.00001", archive="Scopus", archive_location="2-s2.0-1")
    assert decode(scopus) == scopus


@pytest.mark.parametrize(
    ("variable", "text", "number"),
    [
        ("container_title", "arXiv preprint arXiv:2101.00001", "2101.00001"),
        ("container_title", "arXiv:hep-th/9901001 [hep-th]", "hep-th/9901001"),
        ("container_title", "ArXiv e-prints, arXiv:2101.00001", "2101.00001"),
        ("volume", "abs/2101.00001", "2101.00001"),
        ("URL", "https://arxiv.org/abs/2101.00001v3", "2101.00001v3"),
        ("URL", "http://arxiv.org/pdf/2101.00001.pdf", "2101.00001"),
        ("DOI", "10.48550/arXiv.2101.00001", "2101.00001"),
        ("archive_location", "2101.00001", "2101.00001"),
        ("archive_location", "hep-th/9901001 [hep-th]", "hep-th/9901001"),
    ],
)
def test_arxiv_numbers_elsewhere(variable: str, text: str, number: str) -> None:
    decode = ARXIV_ELSEWHERE.decode
    assert decode is not None

    read = decode(Reference(**{variable: text}))  # type: ignore[arg-type]

    assert (read.archive, read.archive_location) == ("arXiv", number)
    if variable != "archive_location":
        assert getattr(read, variable) == text


@pytest.mark.parametrize(
    "reference",
    [
        Reference(URL="https://example.org/abs/2101.00001"),
        Reference(container_title="Journal of arXiv"),
        Reference(URL="https://arxiv.org/abs/2101.00001", archive="Scopus"),
        Reference(archive="arXiv", archive_location="2101.00001"),
    ],
)
def test_what_is_no_arxiv_number_stays(reference: Reference) -> None:
    decode = ARXIV_ELSEWHERE.decode
    assert decode is not None

    assert decode(reference) == reference


ENTRIES = [
    ("note = {PMID: 23431234}", {"PMID": "23431234", "note": ""}),
    ("eprint = {23431234}, eprinttype = {pubmed}", {"PMID": "23431234", "archive_location": ""}),
    ("arxivId = {2101.00001}", {"archive": "arXiv", "archive_location": "2101.00001"}),
    ("eprint = {arXiv:2101.00001}, archivePrefix = {arXiv}", {"archive_location": "2101.00001"}),
    ("journal = {arXiv preprint arXiv:2101.00001}", {"archive_location": "2101.00001"}),
    ("doi = {10/abcde}", {"DOI": "10/abcde"}),
]


@pytest.mark.parametrize(("fields", "values"), ENTRIES)
def test_entries_of_bibtex(fields: str, values: dict[str, str]) -> None:
    read = refconv.read(f"@article{{a, {fields}}}", "bibtex")

    assert {name: getattr(read.references[0], name) for name in values} == values
    assert read.diagnostics == ()
