"""A text that is read as far as it is needed, and cut before the beginnings of entries."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.chunks import (
    CHUNK_SIZE,
    Positions,
    Window,
    cut_before,
    reader,
    rest_of,
    with_newlines,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", "a\nb"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb", "a\n\nb"),
        ("", ""),
    ],
)
def test_with_newlines(text: str, expected: str) -> None:
    assert with_newlines(text) == expected


def test_a_reader_returns_some_characters_at_a_time() -> None:
    read = reader("abcde")

    assert [read(2), read(2), read(2), read(2)] == ["ab", "cd", "e", ""]


def test_a_window_reads_only_as_far_as_it_grows() -> None:
    window = Window(reader("abcdef"))

    assert (window.grow(2), window.text, window.ended) == (True, "ab", False)
    assert (window.grow(1), window.text) == (True, "ab")
    assert (window.cut(1), window.text) == ("a", "b")
    assert (window.grow(9), window.text, window.ended) == (True, "bcdef", True)
    assert (rest_of(window), window.text) == ("bcdef", "")
    assert not window.grow(1)


def test_the_rest_of_a_window_is_all_of_the_text() -> None:
    text = "a" * (20 * CHUNK_SIZE)

    assert rest_of(Window(reader(text))) == text


@pytest.mark.parametrize(
    ("place", "line", "column"),
    [(0, 3, 5), (1, 3, 6), (2, 3, 7), (3, 4, 1), (4, 4, 2), (6, 6, 1)],
)
def test_lines_and_columns_of_a_text_within_a_longer_one(
    place: int, line: int, column: int
) -> None:
    lines = Positions("ab\nc\n\nd", first=3, column=5)

    assert (lines.line(place), lines.column(place)) == (line, column)


@given(st.text("a\n", max_size=20), st.lists(st.integers(0, 20), max_size=5))
def test_lines_may_be_asked_for_in_any_order(text: str, places: list[int]) -> None:
    lines = Positions(text)

    for place in places:
        assert lines.line(place) == text.count("\n", 0, place) + 1


BEGINNING = re.compile(r"^@", re.MULTILINE)
LONG = "x" * CHUNK_SIZE


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("", []),
        ("@a\n@b\n", ["@a\n@b\n"]),
        (f"@a{LONG}\n@b", [f"@a{LONG}\n@b"]),
        (f"@a\n@b\n@c{LONG}\n@d{LONG * 4}", ["@a\n@b\n", f"@c{LONG}\n", f"@d{LONG * 4}"]),
        # No entry begins: the text is one chunk.
        (f"{LONG * 9}", [f"{LONG * 9}"]),
    ],
)
def test_a_text_is_cut_before_entries(text: str, chunks: list[str]) -> None:
    assert [*cut_before(BEGINNING)(Window(reader(text)))] == chunks
