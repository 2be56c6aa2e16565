"""The one pattern for simple entries cuts them as bibtexparser does."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.bibtex.syntax.entry_parser import ValuePart, parse_simple, parse_well_formed

PIECES = st.lists(
    st.sampled_from(
        ["a", "jan", "1999", " ", "\n", "=", "{", "}", ",", '"', "#", "\\", "x = {y},",
         "title = {A {B} c},\n", "year = 1999,"]
    ),
    max_size=9,
).map("".join)  # fmt: skip


@given(st.sampled_from(["k,", "key ,\n", "k\n,"]), PIECES)
def test_the_fast_path_agrees(head: str, rest: str) -> None:
    simple = parse_simple(head + rest)
    assert simple is None or simple == parse_well_formed(head + rest)


def test_each_kind_of_value() -> None:
    parsed = parse_simple('k,\n  a = {x {Y} z},\n  b = "q",\n\n  c = 1999, d =jan\n')
    assert parsed is not None
    assert (parsed.key, parsed.fields) == (
        "k",
        [
            ("a", "x {Y} z", 1),
            ("b", "q", 2),
            ("c", "1999", 4),
            ("d", (ValuePart("macro", "jan"),), 4),
        ],
    )


OTHERS = [
    "k",
    "k, a",
    "k, a = {x} # jan",
    "k, a = {{{{{x}}}}}",
    "k, a = {x} b = {y}",
    'k, a = "{x}"',
]


@pytest.mark.parametrize("body", OTHERS)
def test_other_entries_take_the_slow_path(body: str) -> None:
    assert parse_simple(body) is None


def test_a_broken_entry_leaves_no_garbage_behind() -> None:
    """What an exception holds on to would stay in memory until garbage is collected."""
    gc.collect()
    gc.disable()
    try:
        for _ in range(50):
            assert parse_well_formed('a, title = "An {open} quote, year = 1') is None
        assert gc.collect() < 50
    finally:
        gc.enable()
