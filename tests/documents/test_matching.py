"""Printed strings are told by identifier, title, most words of it, numbers, or their place."""

from __future__ import annotations

import pytest

from refconv.core.model import Name, Reference
from refconv.documents.matching import letters, matched

NG = (Name(family="Ng", given="Ada"),)
LONG = "Rivers of the northern plains"
STRINGS = [
    "Ng A. Rivers of the northern plains. Nature 2001;3:4–5.",
    "Ng A. Lakes, rivers and seas of the plains. 2004. doi:10.1000/182",
    "Ng A. Nature 2003;7:88–9.",
]

CASES = [
    ("identifier", Reference(title="Other words", DOI="10.1000/182"), 1),
    ("not of a longer identifier", Reference(DOI="10.1000/18"), None),
    ("title", Reference(title="<i>Rivers</i> of the Northern Plains", author=NG, issued=2001), 0),
    ("title in another year", Reference(title=LONG, author=NG, issued=2002), 0),
    (
        "title of other authors and years",
        Reference(title=LONG, author=[Name("Roe")], issued=1950),
        None,
    ),
    ("most words", Reference(title="Lakes, rivers, seas of all plains", author=NG, issued=2004), 1),
    ("no title", Reference(author=NG, issued=2003, volume=7, page="88-89"), 2),
    ("nothing", Reference(), None),
]


@pytest.mark.parametrize(("case", "reference", "place"), CASES)
def test_matched(case: str, reference: Reference, place: int | None) -> None:
    # Another record on each side, so that nothing is told by its place.
    other = Reference(title="Another work that nobody prints")

    assert matched([other, reference, other], STRINGS, {}).get(1) == place, case


def test_what_the_document_says_goes_first() -> None:
    record = Reference(title=LONG, author=NG, issued=2001)

    assert matched([record], STRINGS, {0: 2}) == {0: 2}


def test_a_string_is_that_of_one_record() -> None:
    record = Reference(title=LONG, author=NG, issued=2001)

    assert matched([record, record], STRINGS, {}) == {0: 0}


def test_a_record_between_two_others_is_told_by_its_year_and_author() -> None:
    strings = ["Ng A. Rivers of the northern plains. 2001.", "Roe B. O rio. 1999.", "10.1000/182"]
    records = [
        Reference(title=LONG, author=NG, issued=2001),
        Reference(title="The river", author=[Name("Roe")], issued=1999),
        Reference(DOI="10.1000/182"),
    ]

    assert matched(records, strings, {}) == {0: 0, 1: 1, 2: 2}


def test_letters_have_no_accents_case_and_markup() -> None:
    assert letters('<span class="nocase">Été</span> & <b>Öl</b>') == "eteol"
