"""Names of Web of Science, which its rows do not show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from refconv import Name, read

NAMES: Mapping[str, tuple[Name, ...]] = {
    "AU Curie, M": (Name(family="Curie", given="M"),),
    "AU Curie, M\nAF Curie, Marie": (Name(family="Curie", given="Marie"),),
    "AF Curie, Marie\nCA Radium Institute": (
        Name(family="Curie", given="Marie"),
        Name(literal="Radium Institute"),
    ),
    "AF Curie, Marie\n   Wu, Yan\nOI Wu, Y./0000-0002-1825-0097": (
        Name(family="Curie", given="Marie"),
        Name(family="Wu", given="Yan", orcid="0000-0002-1825-0097"),
    ),
}


@pytest.mark.parametrize("lines", NAMES)
def test_authors(lines: str) -> None:
    (reference,) = read(f"PT J\n{lines}\nER\n", "wos").references

    assert reference.author == NAMES[lines]
    assert reference.custom == ()
