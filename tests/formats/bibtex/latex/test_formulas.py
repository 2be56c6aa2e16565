"""Formulas that can be spelled as text."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.formulas import simple_formula

FORMULAS = [
    (r"\alpha", "α"),
    (r"50^\circ", "50°"),
    ("_2", "<sub>2</sub>"),
    ("^{-3}", "<sup>-3</sup>"),
    (r"^{\mathrm{th}}", "<sup>th</sup>"),
    (r"\mathrm{CO}_2", "CO<sub>2</sub>"),
    (r"{\rm pH}", "pH"),
    (r"\mathrm{H_2O}", "H<sub>2</sub>O"),
    (r"\leq 10", "≤10"),
    (r"\bar{1}", "1\u0304"),
    (r"5\,\%", "5\u2009%"),
    # A letter is a variable.
    ("x", None),
    ("x^2", None),
    (r"\frac{1}{2}", None),
    (r"\left( 1", None),
    ("", None),
]


@pytest.mark.parametrize(("latex", "text"), FORMULAS)
def test_formulas_with_rich_text(latex: str, text: str | None) -> None:
    assert simple_formula(latex, markup=True) == text


def test_without_rich_text_a_script_stays_a_formula() -> None:
    assert simple_formula("_2", markup=False) is None
    assert simple_formula(r"50^\circ", markup=False) == "50°"
