"""Values that are not LaTeX."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.verbatim import read_verbatim, write_verbatim

VALUES = [
    ("http://x/_%7E#", "http://x/_%7E#"),
    ("{a}", "{a}"),
    ("a}b", r"a{\textbraceright}b"),
    ("}{", r"{\textbraceright}{\textbraceleft}"),
    (r"\{a", r"\{\textbraceleft}a"),
]


@pytest.mark.parametrize(("text", "written"), VALUES)
def test_values_survive(text: str, written: str) -> None:
    assert write_verbatim(text) == written
    assert read_verbatim(written) == text


def test_a_backslash_before_the_closing_brace_is_no_escape() -> None:
    assert write_verbatim("C:\\a\\") == "C:\\a\\ "


def test_lines_are_joined() -> None:
    assert read_verbatim("http://x/\n  y") == "http://x/ y"
