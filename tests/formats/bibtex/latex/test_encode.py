"""Unicode with rich text to LaTeX."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.encode import carry, encode, is_plain
from refconv.formats.bibtex.latex.field_styles import CODE, NAME, TEXT, TITLE, FieldStyle

STYLES: list[tuple[str, FieldStyle, str]] = [
    ("a & b", TEXT, r"a \& b"),
    ("<i>x</i>", TITLE, r"\textit{x}"),
    ("<i>x</i>", NAME, "<i>x</i>"),
    ("1--2", TEXT, "1-{}-2"),
    ("1--2", CODE, "1--2"),
    ("a\u00a0b", TEXT, "a~b"),
    ("D. E.", NAME, "D. E."),
    ("a~b", CODE, "a~b"),
    ("pre\u00adfix", TEXT, r"pre\-fix"),
]


@pytest.mark.parametrize(("text", "style", "latex"), STYLES)
def test_each_kind_of_field_writes_latex_in_its_way(
    text: str, style: FieldStyle, latex: str
) -> None:
    assert encode(text, style) == latex


CARRIED = [
    ("two  spaces ", "two spaces"),
    ("one\ntwo\n\nthree", "one two\n\nthree"),
    (r"\'e", r"\'e"),
    ("$x^2$", "$x^2$"),
    ("$5 or $6", "$5 or $6"),
]


@pytest.mark.parametrize(("text", "back"), CARRIED)
def test_the_text_that_reading_returns(text: str, back: str) -> None:
    assert carry(text, TEXT) == back


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a b", True), ("é", True), ("a  b", False), ("a & b", False), ("1--2", False), (" a", False)],
)
def test_plain_texts(text: str, expected: bool) -> None:
    assert is_plain(text) is expected
