"""Identifiers: which of them are none, and where that is said."""

from __future__ import annotations

from typing import Any

import pytest

from refconv import Name, Reference, read, write
from refconv.values.identifiers import bare_orcid, faults

GOOD = [
    {"ISBN": "978-3-16-148410-0"},
    {"ISBN": "0-8044-2957-X"},
    {"ISBN": "9783161484100 (print), 0-306-40615-2"},
    {"ISSN": "0028-0836"},
    {"ISSN": "00280836; 1476-4687"},
    {"PMID": "12345678"},
    {"PMCID": "PMC3531190"},
    {"archive": "arXiv", "archive_location": "2401.00001v2"},
    {"archive": "arXiv", "archive_location": "hep-th/9901001"},
    {"archive": "Box", "archive_location": "anything"},
    {"author": (Name(family="Carberry", orcid="0000-0002-1825-0097"),)},
]
BAD = [
    ({"ISBN": "978-3-16-148410-1"}, "the check digit of ISBN 978-3-16-148410-1 is wrong"),
    ({"ISBN": "none"}, "'none' is no ISBN"),
    ({"ISSN": "0028-0837"}, "the check digit of ISSN 0028-0837 is wrong"),
    ({"PMID": "PM12"}, "'PM12' is no PMID"),
    ({"PMCID": "3531190x"}, "'3531190x' is no PMCID"),
    ({"archive": "arXiv", "archive_location": "12"}, "'12' is no number of arXiv"),
    (
        {"editor": (Name(family="X", orcid="0000-0002-1825-0098"),)},
        "'0000-0002-1825-0098' is no ORCID",
    ),
]


@pytest.mark.parametrize("values", GOOD)
def test_good_ones(values: dict[str, Any]) -> None:
    assert [*faults(Reference(**values))] == []


@pytest.mark.parametrize(("values", "message"), BAD)
def test_bad_ones_are_said(values: dict[str, Any], message: str) -> None:
    ((_, said),) = faults(Reference(**values))

    assert said == f"{message}, kept as it is"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@book{a,\n title={T},\n isbn={978-3-16-148410-1}}", "bibtex"),
        ("TY  - BOOK\nTI  - T\nSN  - 978-3-16-148410-1\nER  - \n", "ris"),
    ],
)
def test_a_bad_one_is_kept_and_said_with_its_line(text: str, name: str) -> None:
    got = read(text, name)

    assert got.references[0].ISBN == "978-3-16-148410-1"
    assert [(said.code, said.line) for said in got.diagnostics] == [("bad-identifier", 3)]
    assert "978-3-16-148410-1" in write(got, name).text


def test_an_orcid_is_kept_without_its_resolver() -> None:
    assert bare_orcid("https://orcid.org/0000-0002-1825-0097") == "0000-0002-1825-0097"
    text = '@book{a, author={X, Y}, author+an:orcid={1="http://orcid.org/0000-0002-1825-0097"}}'

    assert read(text, "biblatex").references[0].author[0].orcid == "0000-0002-1825-0097"
