"""Macros and the values that they are parts of."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.formats.bibtex.syntax.entry_parser import ValuePart, parse_value
from refconv.formats.bibtex.syntax.string_macros import Macros

VALUES = [
    ("{A}", "A", []),
    ('"A" # { b}', "A b", []),
    ("jan", "jan", []),
    ("J # { B}", "Journal B", []),
    ("j", "Journal", []),
    ("1 # j", "1Journal", []),
    ("other", "other", [Code.UNDEFINED_MACRO]),
]


@pytest.mark.parametrize(("source", "text", "codes"), VALUES)
def test_values(source: str, text: str, codes: list[Code]) -> None:
    macros = Macros()
    macros.define("J", "Journal")

    joined, problems = macros.join(parse_value(source) or ())

    assert joined == text
    assert [problem.code for problem in problems] == codes


def test_the_last_definition_wins() -> None:
    macros = Macros()
    macros.define("a", "1")
    macros.define("A", "2")

    assert macros.join([ValuePart("macro", "a")]) == ("2", [])


def test_a_macro_that_would_make_the_value_too_long_stays_a_name() -> None:
    macros = Macros()
    macros.define("a", "x" * 99_999)

    text, problems = macros.join([ValuePart("macro", "a"), ValuePart("macro", "a")])

    assert text == "x" * 99_999 + "a"
    assert [problem.code for problem in problems] == [Code.EXPANSION_LIMIT]


def test_the_length_of_macros_is_limited() -> None:
    macros = Macros()
    macros.define("a", "x" * 1000)
    macros.allow(0)

    texts = [macros.join([ValuePart("macro", "a")])[0] for _ in range(2001)]

    assert (texts[1999], texts[2000]) == ("x" * 1000, "a")
