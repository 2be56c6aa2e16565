"""A text is split into lines, and patterns are found in all of them at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.page.lines import Line, lines_with, split_lines
from refconv.page.patterns import YEAR


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo\n", [Line("one", 0, 3, 0, 0, False), Line("two", 4, 7, 0, 0, False)]),
        ("one\n\n\n two", [Line("one", 0, 3, 0, 0, False), Line("two", 7, 10, 1, 2, False)]),
        ("one\x0ctwo", [Line("one", 0, 3, 0, 0, False), Line("two", 4, 7, 0, 0, True)]),
        ("one\n\x0c\ttwo ", [Line("one", 0, 3, 0, 0, False), Line("two", 6, 9, 4, 0, True)]),
        ("one\r\ntwo", [Line("one", 0, 3, 0, 0, False), Line("two", 5, 8, 0, 0, False)]),
        ("\ufeffone\n\u200b\n", [Line("one", 1, 4, 1, 0, False)]),
    ],
)
def test_lines_know_their_places(text: str, lines: list[Line]) -> None:
    assert split_lines(text) == lines


@given(st.text(st.sampled_from("19 2004a.:/-\n\tXé")))
def test_a_pattern_is_found_in_the_lines_that_have_it(text: str) -> None:
    lines = split_lines(text)
    one_by_one = {index for index, line in enumerate(lines) if YEAR.search(line.text)}
    assert lines_with(YEAR, text, lines) == one_by_one


def test_a_match_across_lines_counts_for_none() -> None:
    text = "pp.\n12"
    assert lines_with(re.compile(r"pp\.\s12"), text, split_lines(text)) == set()
