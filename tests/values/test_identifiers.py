"""Identifiers: which are invalid, and where that is reported."""

from __future__ import annotations

from typing import Any

import pytest

from refconv import Name, Reference, read, write
from refconv.values.identifiers import bare_doi, bare_orcid, find_orcid, invalid_identifiers

GOOD = [
    {"ISBN": "978-3-16-148410-0"},
    {"ISBN": "0-8044-2957-X"},
    {"ISBN": "9783161484100 (print), 0-306-40615-2"},
    {"ISSN": "0028-0836"},
    {"ISSN": "00280836; 1476-4687"},
    {"ISSN": "2434-561X"},
    {"PMID": "12345678"},
    {"PMCID": "PMC3531190"},
    {"PMCID": "PMC123"},
    {"PMCID": "PMC3531190.2"},
    {"archive": "arXiv", "archive_location": "2401.00001v2"},
    {"archive": "arXiv", "archive_location": "hep-th/9901001"},
    {"archive": "Box", "archive_location": "anything"},
    {"author": (Name(family="Carberry", orcid="0000-0002-1825-0097"),)},
    {"author": (Name(family="Hawking", orcid="0000-0002-9079-593X"),)},
]
BAD = [
    ({"ISBN": "978-3-16-148410-1"}, "wrong check digit in ISBN '978-3-16-148410-1'"),
    ({"ISBN": "0-8044-2957-1, 0-306-40615-2"}, "wrong check digit in ISBN '0-8044-2957-1'"),
    ({"ISBN": "none"}, "invalid ISBN 'none'"),
    ({"ISSN": "0028-0837"}, "wrong check digit in ISSN '0028-0837'"),
    ({"PMID": "PM12"}, "invalid PMID 'PM12'"),
    ({"PMID": "012"}, "invalid PMID '012'"),
    ({"PMID": "123456789"}, "invalid PMID '123456789'"),
    ({"PMCID": "3531190x"}, "invalid PMCID '3531190x'"),
    ({"archive": "arXiv", "archive_location": "12"}, "invalid arXiv identifier '12'"),
    (
        {"editor": (Name(family="X", orcid="0000-0002-1825-0098"),)},
        "invalid ORCID '0000-0002-1825-0098'",
    ),
]


@pytest.mark.parametrize("values", GOOD)
def test_valid_ones(values: dict[str, Any]) -> None:
    assert [*invalid_identifiers(Reference(**values))] == []


@pytest.mark.parametrize(("values", "message"), BAD)
def test_invalid_ones_are_reported(values: dict[str, Any], message: str) -> None:
    ((_, found),) = invalid_identifiers(Reference(**values))

    assert found.message == f"{message} (kept unchanged)"


@pytest.mark.parametrize(
    ("text", "undivided", "orcid"),
    [
        ("https://orcid.org/0000-0002-9079-593x", False, "0000-0002-9079-593X"),
        ("ORCID: 0000-0002-1825-0097", True, "0000-0002-1825-0097"),
        ("ORCID: 0000000218250097", True, "0000-0002-1825-0097"),
        ("https://isni.org/isni/0000000121032683", False, ""),
        ("none", True, ""),
    ],
)
def test_an_orcid_in_a_text(text: str, undivided: bool, orcid: str) -> None:
    assert find_orcid(text, undivided=undivided) == orcid


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@book{a,\n title={T},\n isbn={978-3-16-148410-1}}", "bibtex"),
        ("TY  - BOOK\nTI  - T\nSN  - 978-3-16-148410-1\nER  - \n", "ris"),
    ],
)
def test_an_invalid_one_is_kept_and_reported_with_its_line(text: str, name: str) -> None:
    got = read(text, name)

    assert got.references[0].ISBN == "978-3-16-148410-1"
    assert [(found.code, found.line) for found in got.diagnostics] == [("bad-identifier", 3)]
    assert "978-3-16-148410-1" in write(got, name).text


def test_an_orcid_is_kept_without_its_resolver() -> None:
    assert bare_orcid("https://orcid.org/0000-0002-1825-0097") == "0000-0002-1825-0097"
    text = '@book{a, author={X, Y}, author+an:orcid={1="http://orcid.org/0000-0002-1825-0097"}}'

    assert read(text, "biblatex").references[0].author[0].orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("raw", "doi"),
    [
        ("10.1000/182", "10.1000/182"),
        ("10.1000/182.", "10.1000/182"),
        ("DOI 10.1000/182", "10.1000/182"),
        ("doi: https://dx.doi.org/10.1000/182", "10.1000/182"),
        ("doi:doi:10.1000/182", "10.1000/182"),
        ("http:dx.doi.org/10.1000/182", "10.1000/182"),
        ("info:doi/10.1000/182", "10.1000/182"),
        ("https://doi-org.proxy.example.edu/10.1000/182", "10.1000/182"),
        ("https://doi.acm.example/10.1000/182", "10.1000/182"),
        ("https://onlinelibrary.example.com/doi/full/10.1000/182", "10.1000/182"),
        ("https://onlinelibrary.example.com/doi/10.1000/182/abstract", "10.1000/182"),
        ("10.1000%2F182", "10.1000/182"),
        ("https://doi.org/10.1000%2F182%281%29", "10.1000/182(1)"),
        ("(10.1000/182)", "10.1000/182"),
        ("10.1016/0022-2836(81)90087-5", "10.1016/0022-2836(81)90087-5"),
        ("10.1000/a(b)", "10.1000/a(b)"),
        ("10.1000/1(99)3:2<1::AID-4>3.0.CO;2-5", "10.1000/1(99)3:2<1::AID-4>3.0.CO;2-5"),
        ("10/abcde", "10/abcde"),
        ("https://doi.org/10/abcde", "10/abcde"),
        ("doi.org/abcde", "10/abcde"),
        ("", None),
        ("n/a", None),
        ("12.34/5", None),
        ("https://example.org/page", None),
    ],
)
def test_dois_as_they_are_given(raw: str, doi: str | None) -> None:
    assert bare_doi(raw) == doi
    assert doi is None or bare_doi(doi) == doi
