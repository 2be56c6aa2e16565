"""Patterns, their weights, and the longest of many words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.page.patterns import Weights, located, longest_of
from refconv.page.traits import FAULTS
from tests.page.samples import HAS, HAS_NOT


@given(st.lists(st.sampled_from([*HAS.values(), *HAS_NOT.values(), "and so on"])))
def test_the_weights_of_a_table_are_summed(parts: list[str]) -> None:
    text = ". ".join(parts)
    has = [rule.weight for rule in FAULTS if rule.within(text)]

    assert Weights(FAULTS).of(text) == pytest.approx(sum(has))


@given(st.sets(st.text("ab(.", min_size=1), min_size=1), st.text("ab(.c"))
def test_the_longest_of_many_words_is_matched(words: set[str], text: str) -> None:
    standing = sorted((word for word in words if text.startswith(word)), key=len)

    match = re.match(longest_of(words), text)

    assert (match.group() if match else None) == (standing[-1] if standing else None)


@pytest.mark.parametrize(
    "text",
    [
        "Cell 12(3): 45",
        "Cell 12 (3), 45",
        "Cell 12:45",
        "Cell 12; e45",
        "Cell 34–45",
        "Cell, 12, 345",
        "Cell, 12, A3",
        "٣(٤): ٥",
        "10.1000/x",
        "http://a.example",
        "https://a.example",
        "arXiv",
        "p. 3",
        "pp. 3",
        "Pp.3",
        "S. 3",
        "Vol. 3",
        "Bd. 3",
        "No. 3",
        "Köln: Quay Press",
    ],
)
def test_a_place_in_a_work_is_recognised(text: str) -> None:
    assert located(text)
    assert located(f"Heather honey {text}, and so on")


@pytest.mark.parametrize(
    "text",
    ["Heather honey", "2001", "HTTP", "op. 3", "Evol. 3", "is. 3", "London: Quay", "a, 12, b"],
)
def test_other_text_has_no_place_in_a_work(text: str) -> None:
    assert not located(text)
