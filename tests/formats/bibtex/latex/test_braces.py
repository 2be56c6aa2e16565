"""Pairs of braces."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.braces import braces, is_balanced, is_balanced_in_latex

TEXTS = [
    # text, pairs, balanced for BibTeX, balanced in LaTeX
    ("", {}, True, True),
    ("a{b}c", {1: 3}, True, True),
    ("{a{b}}", {0: 5, 2: 4}, True, True),
    (r"\{a", {}, False, True),
    (r"\{a\}", {}, True, True),
    (r"\\{a}", {2: 4}, True, True),
    ("}{", {}, False, False),
    ("{a", {}, False, False),
]


@pytest.mark.parametrize(("text", "pairs", "in_bibtex", "in_latex"), TEXTS)
def test_braces(text: str, pairs: dict[int, int], in_bibtex: bool, in_latex: bool) -> None:
    assert braces(text) == pairs
    assert is_balanced(text) is in_bibtex
    assert is_balanced_in_latex(text) is in_latex
