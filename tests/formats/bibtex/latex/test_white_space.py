"""White space and control characters."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.white_space import clean, is_tidy, one_line, tidy

TEXTS = [
    # text, tidy, in one line
    ("a b", "a b", "a b"),
    ("  a \t b ", "a b", "a b"),
    ("a\n b", "a b", "a b"),
    ("a\n\n\n b", "a\n\nb", "a b"),
    ("\n\na\n\n", "a", "a"),
    ("a\u00a0b", "a\u00a0b", "a\u00a0b"),
    ("", "", ""),
]


@pytest.mark.parametrize(("text", "tidied", "line"), TEXTS)
def test_white_space(text: str, tidied: str, line: str) -> None:
    assert tidy(text) == tidied
    assert one_line(text) == line
    assert tidy(tidied) == tidied


def test_tidy_texts_are_known_quickly() -> None:
    assert [is_tidy(text) for text in ("a b", "a  b", " a", "a\nb", "")] == [
        True, False, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x0bb\x0cc\x85d\x01e", "a b c de"),
        ("a\ud800b", "a\ufffdb"),
        ("a\x00\ud800", "a\ufffd"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_control_characters(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
