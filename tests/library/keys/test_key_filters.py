"""Filters of a key's parts, one row each."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.library.keys.key_filters import FILTERS, MODIFIERS, clean
from refconv.library.keys.key_parts import NextPatternError

ROWS: list[tuple[str, str, tuple[Any, ...], str]] = [
    ("lower", "An Ice", (), "an ice"),
    ("upper", "An Ice", (), "AN ICE"),
    ("abbr", "Journal of Ice", (), "JoI"),
    ("abbr", "Journal of Ice", (2,), "JoofIc"),
    ("capitalize", "an iCE age", (), "An ICE Age"),
    ("clean", "Müßig {Ørsted}", (), "Mussig Orsted"),
    ("transliterate", "Müller Жук", (), "Muller Zhuk"),
    ("transliterate", "Mu\u0308ller", ("german",), "Mueller"),
    ("ascii", "Mül ler", (), "Ml ler"),
    ("alphanum", "a-b_c d!", (), "abc d"),
    ("nopunct", "(a), b–c!", (), "a b-c"),
    ("nopunctordash", "a, b–c!", (), "a bc"),
    ("condense", "a  b c", ("_",), "a_b_c"),
    ("skipwords", "The ice of the North", (), "ice North"),
    ("skipwords", "The ice, of", (True,), "ice"),
    ("select", "a b c d", (2, 2), "b c"),
    ("select", "a b c d", (-2,), "c d"),
    ("select", "a b c d", (3,), "c d"),
    ("substring", "abcdef", (2, 3), "bcd"),
    ("substring", "abcdef", (3,), "cdef"),
    ("replace", "a.ETAL", (".etal", "+"), "a+"),
    ("replace", "a1b2", (re.compile(r"\d"), "$"), "a$b$"),
    ("find", "ice 1999", (re.compile(r"(\d\d)\d\d"),), "19"),
    ("find", "ice", ("snow", True), "ice"),
    ("find", "ice", ("snow",), ""),
    ("match", "ice", ("ICE",), "ice"),
    ("len", "ice", (">=", 3), "ice"),
    ("prefix", "ice", ("_",), "_ice"),
    ("prefix", "", ("_",), ""),
    ("postfix", "ice", ("_",), "ice_"),
    ("default", "", ("none",), "none"),
    ("numeric", "12a", (), "12a"),
    ("numeric", "a12", (), ""),
    ("formatDate", "2020-03-05", ("%y/%m",), "20/3"),
    ("discard", "ice", (), ""),
]
MODIFIED: list[tuple[str, str, tuple[Any, ...], str]] = [
    ("capitalize", "an iCE", (), "An Ice"),
    ("titlecase", "example title With an function", (), "Example Title with an Function"),
    ("sentencecase", "an Example Title", (), "An example title"),
    ("truncate", "A Title", (3,), "A T"),
    ("regex", "ab", (re.compile("(a)(b)"), "$2$1"), "ba"),
    ("shorttitle", "the ice of an age, now gone", (), "ice age now"),
    ("veryshorttitle", "the ice of an age", (), "ice"),
    ("camel", "the ice age", (2,), "The Ice"),
]


@pytest.mark.parametrize(("name", "text", "arguments", "expected"), ROWS)
def test_a_filter(name: str, text: str, arguments: tuple[Any, ...], expected: str) -> None:
    assert FILTERS[name](text, *arguments) == expected


@pytest.mark.parametrize(("name", "text", "arguments", "expected"), MODIFIED)
def test_a_modifier(name: str, text: str, arguments: tuple[Any, ...], expected: str) -> None:
    assert MODIFIERS[name](text, *arguments) == expected


def test_every_filter_has_a_row() -> None:
    tested = {row[0] for row in (*ROWS, *MODIFIED)}

    assert {*FILTERS} - tested == {"fold"}
    assert {*MODIFIERS} - tested == {"fold", *(name for name in MODIFIERS if "_" in name)}


def test_tests_try_the_next_pattern() -> None:
    for name, arguments in (("match", ("snow",)), ("len", (">", 3))):
        with pytest.raises(NextPatternError):
            FILTERS[name]("ice", *arguments)
    with pytest.raises(ValueError, match="no comparison: 'near'"):
        FILTERS["len"]("ice", "near", 3)


@given(st.text())
def test_a_cleaned_text_is_ascii_and_stays(text: str) -> None:
    cleaned = clean(text)

    assert cleaned.isascii()
    assert clean(cleaned) == cleaned
