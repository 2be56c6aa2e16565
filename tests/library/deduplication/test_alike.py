"""Distances, misspellings and abbreviations of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.library.deduplication.alike import distance, is_abbreviation, is_misspelled

short_texts = st.text("abc", max_size=8)


def slow_distance(a: str, b: str) -> int:
    """Fill the table of edit distances row by row."""
    row: list[int] = [*range(len(b) + 1)]
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
    return row[-1]


@given(short_texts, short_texts)
def test_the_distance_is_that_of_the_table(a: str, b: str) -> None:
    assert distance(a, b, 8) == slow_distance(a, b)


@given(short_texts, short_texts, st.integers(0, 4))
def test_a_distance_above_the_most_is_one_more(a: str, b: str, most: int) -> None:
    assert distance(a, b, most) == min(slow_distance(a, b), most + 1)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("tumour", "tumor"),
        ("patient", "patients"),
        ("rat", "rats"),
        ("centre", "center"),
        ("haematology", "hematology"),
        ("anaesthesia", "anesthesia"),
        ("physiotherpy", "physiotherapy"),
        ("oesophageal", "esophageal"),
        ("dan", "ddan"),
    ],
)
def test_spellings_of_one_word(a: str, b: str) -> None:
    assert is_misspelled(a, b)
    assert is_misspelled(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("rats", "cats"),
        ("men", "women"),
        ("male", "female"),
        ("hypertension", "hypotension"),
        ("hyperglycemia", "hypoglycemia"),
        ("symptomatic", "asymptomatic"),
        ("typical", "atypical"),
        ("effective", "ineffective"),
        ("intracranial", "intercranial"),
        ("increased", "decreased"),
        ("inclusion", "exclusion"),
        ("microscopic", "macroscopic"),
        ("vivo", "vitro"),
        ("il6", "il8"),
        ("2010", "2011"),
        ("10", "100"),
        ("1000", "100"),
    ],
)
def test_words_that_mean_something_else(a: str, b: str) -> None:
    assert not is_misspelled(a, b)
    assert not is_misspelled(b, a)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("j", "journal", True),
        ("natl", "national", True),
        ("dtsch", "deutsche", True),
        ("intl", "international", True),
        ("br", "british", True),
        ("journal", "j", False),
        ("clin", "chemical", False),
        ("eur", "american", False),
    ],
)
def test_abbreviations(short: str, long: str, expected: bool) -> None:
    assert is_abbreviation(short, long) is expected
