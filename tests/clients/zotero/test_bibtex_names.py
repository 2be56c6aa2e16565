"""The creators that Zotero's BibTeX importer reads in a list of names."""

from __future__ import annotations

import re

import pytest

from refconv.clients.zotero.bibtex_names import bibtex_creators, split_outside_braces

Names = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("names", "creators"),
    [
        ("Roe, Ann", [("Roe", "Ann")]),
        ("Roe, Jr., Ann", [("Roe", "Ann, Jr.")]),
        ("Roe, Ann, Jr.", [("Roe", "Jr., Ann")]),
        ("van der Roe, Ann", [("van der Roe", "Ann")]),
        ("Ann van der Roe", [("Roe", "Ann van der")]),
        ("Ann B. Roe Jr.", [("Jr", "Ann B. Roe")]),
        ("Roe, J.~A.", [("Roe", "J. A.")]),
        (r"R{\'o}e, Ann", [("Róe", "Ann")]),
        # A name in braces or of one word has one field.
        ("{Roe and Sons, Inc.}", [("Roe and Sons, Inc.", None)]),
        ("{{Roe Works}}", [("Roe Works", None)]),
        ("Plato", [("Plato", None)]),
        ("Roe Works", [("Works", "Roe")]),
        # "and" in any case, outside braces.
        ("Roe, A. and Poe, B. AND Doe, C.", [("Roe", "A."), ("Poe", "B."), ("Doe", "C.")]),
        ("Roe, A.\n\tand others", [("Roe", "A."), ("others", None)]),
        ("Roe {and} Sons", [("Sons", "Roe and")]),
        ("Roe, Ann and", [("Roe", "Ann and")]),
        ("family=Roe, given=Ann", [("family=Roe", "given=Ann")]),
    ],
)
def test_creators(names: str, creators: Names) -> None:
    found = bibtex_creators("author", names)

    assert [(name.last, name.first) for name in found] == creators


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b", ["a", " b"]),
        ("{a, b}, c", ["{a, b}", " c"]),
        (r"\{a, b\}", [r"\{a", r" b\}"]),
        ("a}, b", ["a}", " b"]),
    ],
)
def test_parts_outside_braces(text: str, parts: list[str]) -> None:
    assert split_outside_braces(text, re.compile(",")) == parts
