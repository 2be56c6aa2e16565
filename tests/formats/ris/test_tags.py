"""Tags of RIS, and tags whose keys depend on the value."""

from __future__ import annotations

import pytest

from refconv.formats.ris.tags import AMBIGUOUS, KNOWN_TAGS, is_tag, key_of, tag_of

# (tag, value, key)
KEYS = [
    ("M3", "https://doi.org/10.1000/a", "M3:DOI"),
    ("M3", "Article", "M3"),
    ("A2", "Andres, Buote, De Rooy, Graff, Ha", "A2:cited"),
    ("A2", "Roe, Kim", "A2"),
    ("M1", "(Liu R., of Utah) Department", "M1:address"),
    ("M1", "12 (3)", "M1"),
    ("M2", "PMID: 12345", "M2:PMID"),
    ("M2", "citation key: x2020", "M2:citation-key"),
    ("M2", "type: preprint", "M2:type"),
    ("M2", "17", "M2"),
    ("AN", "26957754", "AN:PMID"),
    ("AN", "PMC3654245", "AN:PMCID"),
    ("AN", "WOS:000123456", "AN"),
    ("U1", "23690738[pmid]", "U1:PMID"),
    ("U2", "PMC4756000[pmcid]", "U2:PMCID"),
    ("M3", "doi: 10.1063/1.1954747", "M3:DOI"),
    ("M3", "Article", "M3"),
    ("N1", "10.1063/1.1954747", "N1:DOI"),
    ("N1", "see doi: 10.1063/1.1954747", "N1"),
    ("SN", "0021-9606", "SN:ISSN"),
    ("SN", "03064530 (ISSN)", "SN:ISSN"),
    ("SN", "03064530", "SN:digits"),
    ("SN", "978-3-16-148410-0", "SN:ISBN"),
    ("SN", "0-306-40615-2", "SN:ISBN"),
    ("SN", "0-306-40615-3", "SN"),
    ("ET", "2016/01/30", "ET:date"),
    ("ET", "2nd", "ET"),
    ("PY", "2013/02/15/received", "PY:received"),
    ("TI", "PMID: 1", "TI"),
]


@pytest.mark.parametrize(("tag", "value", "key"), KEYS)
def test_a_key_and_its_tag(tag: str, value: str, key: str) -> None:
    assert key_of(tag, value) == key
    assert tag_of(key) == tag
    assert key == tag or tag in AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TI", True),
        ("X9", True),
        # The type and the end of a record are no fields.
        ("TY", False),
        ("ER", False),
        ("ti", False),
        ("9X", False),
        ("T", False),
        ("TIT", False),
        ("TI\n", False),
    ],
)
def test_is_tag(text: str, expected: bool) -> None:
    assert is_tag(text) is expected


def test_tags_that_are_known_are_tags() -> None:
    assert {tag for tag in KNOWN_TAGS if not is_tag(tag)} == {"TY", "ER"}
    assert AMBIGUOUS < KNOWN_TAGS
