"""Plain text in one line."""

from __future__ import annotations

import pytest

from refconv.values.text import is_plain, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a b ", "a b"),
        ("a\n  b\r\nc", "a b c"),
        ("a\tb", "a b"),
        ("a\x00b\ufeff", "ab"),
        ("a\ud800", "a\ufffd"),
        ("", ""),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "expected"), [("a b", True), (" a", False), ("a\n", False), ("a<i>", False)]
)
def test_texts_that_survive_a_line(text: str, expected: bool) -> None:
    assert is_plain(text) == expected
