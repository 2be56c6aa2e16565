"""A string whose characters know their places: cut, trimmed, joined, moved."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.page.document import read_page
from refconv.page.joining import join_lines
from refconv.page.lines import split_lines
from refconv.page.offset_text import Traced, joined, moved

SOURCE = "  One two   three-\nfour, five.  "


def at_offsets(traced: Traced, source: str = SOURCE) -> str:
    """Return the characters at the offsets of a string."""
    return "".join(source[place] for place in traced.offsets)


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ([], SOURCE),
        ([(0, 2)], SOURCE[2:]),
        ([(0, 2), (5, 9)], "One   three-\nfour, five.  "),
        ([(9, len(SOURCE))], "  One two"),
        ([(0, len(SOURCE))], ""),
    ],
)
def test_without(spans: list[tuple[int, int]], left: str) -> None:
    traced = Traced(SOURCE, range(len(SOURCE))).without(spans)

    assert traced.text == at_offsets(traced) == left


def test_trimmed() -> None:
    traced = Traced(SOURCE, range(len(SOURCE))).trimmed()

    assert traced.text == at_offsets(traced) == SOURCE.strip()


def test_joined() -> None:
    source = Traced(SOURCE, range(len(SOURCE)))
    traced = joined([source.cut(20, 24), Traced("", range(0)), source.cut(2, 5)])

    assert traced.text == at_offsets(traced) == "our,One"


@pytest.mark.parametrize(
    "text",
    [
        "Bode R. Heather honey.\nFood Moor. 2013;7:230.",
        "Bode R. Heather honey.\n   Food Moor. 2013;7:230.",
        "Bode R. Heather honey.\r\nFood Moor.\t2013;7:230.",
        "Bode R. Heather ho\u00ad\nney. Food  Moor. 2013;7:230.",
        "Bode R. Heather\u00a0honey.\n\u00ad\nFood Moor. 2013;7:230.",
    ],
)
def test_lines_that_are_joined_keep_their_places(text: str) -> None:
    traced = join_lines(split_lines(text))

    assert len(traced.text) == len(traced.offsets)
    for character, place in zip(traced.text, traced.offsets, strict=True):
        assert character == text[place] or (character == " " and not text[place].isprintable())


@given(st.lists(st.integers(0, 10**6)), st.integers(0, 10**6))
def test_offsets_are_moved(places: list[int], by: int) -> None:
    assert list(moved(places, by)) == [place + by for place in places]
    assert moved(range(3, 9), by) == range(3 + by, 9 + by)


@pytest.mark.parametrize("unit", ["word other ", "A. B. ", "a  b ", "a\tb "])
def test_a_long_line_takes_few_bytes_a_character(unit: str) -> None:
    text = "References\n" + unit * (100_000 // len(unit))
    read_page(text)
    tracemalloc.start()
    read_page(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 16 * len(text)
