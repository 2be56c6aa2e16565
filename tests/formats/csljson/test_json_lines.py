"""CSL-JSON with an item on each line: lines and places that its golden files do not show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv import Code
from refconv.strategies import references

A, B = '{"id": "a", "type": "book", "title": "A"}', '{"id": "b", "type": "book", "title": "B"}'

LINES: Sequence[tuple[str, list[str], list[tuple[Code, int, int]]]] = [
    (f"{A}\n{B}\n", ["A", "B"], []),
    (f"{A}\r\n\r\n{B}", ["A", "B"], []),
    # What separates lines elsewhere does not here.
    (f"{A[:-2]}\u2028\u0085\"}}\n{B}\n", ["A\u2028\u0085", "B"], []),
    (f'{A}\n{{"id": "c" "type"}}\n{B}\n', ["A", "B"], [(Code.SYNTAX, 2, 12)]),
    (f'{A}\n{{"id": "c",\n{B}\n', ["A", "B"], [(Code.SYNTAX, 2, 12)]),
    (f"{A}\n3\nnull\n{B}\n", ["A", "B"], [(Code.STRAY_TEXT, 2, 1), (Code.STRAY_TEXT, 3, 1)]),
    (f"{A}{B}\n", ["A", "B"], []),
    (f"[{A}, {B}]\n", ["A", "B"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles", "problems"), LINES)
def test_lines_are_read_one_by_one(
    text: str, titles: list[str], problems: list[tuple[Code, int, int]]
) -> None:
    read = refconv.read(text, "jsonl")

    assert [one.title for one in read] == titles
    assert [(one.code, one.line, one.column) for one in read.diagnostics] == problems


@given(st.lists(references(), max_size=3))
def test_an_item_is_a_line_that_is_an_item_of_csl_json(given_references: list[Any]) -> None:
    lines = refconv.write(given_references, "jsonl").text
    array = refconv.write(given_references, "csl-json").text

    assert lines.count("\n") == len(given_references)
    assert refconv.read(lines, "jsonl").references == refconv.read(array, "csl-json").references
