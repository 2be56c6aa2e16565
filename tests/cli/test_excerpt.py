"""Pictures of spans: a text and a span make a line with carets below it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from attrs import evolve

from refconv.cli.excerpt import Excerpts, excerpt
from refconv.core.codes import Code
from refconv.core.diagnostics import Span, problem
from refconv.io.input import input_of_data, input_of_file

NARROW = 26
TWENTY = "abcdefghijklmnopqrst"
PICTURES = {
    "a value": ("PY  - 20x4", 1, Span(2, 7, 2, 11), ["  2 | PY  - 20x4", "    |       ^^^^"]),
    "a whole line": ("PY  - 20x4", 1, Span(2, 1, 2, 11), ["  2 | PY  - 20x4", "    | ^^^^^^^^^^"]),
    "a place": ("a, b", 1, Span(12345, 3), ["12345 | a, b", "      |   ^"]),
    "behind the end": ("a, b", 1, Span(7, 5), ["  7 | a, b", "    |     ^"]),
    "an empty line": ("", 1, Span(7, 1), ["  7 |", "    | ^"]),
    "several lines": ("a = {b", 1, Span(7, 5, 9, 3), ["  7 | a = {b", "    |     ^^"]),
    "an end behind the line": ("ab", 1, Span(7, 2, 7, 90), ["  7 | ab", "    |  ^"]),
    "a tab": ("\ta\tb", 1, Span(7, 4, 7, 5), ["  7 |  a b", "    |    ^"]),
    "wide characters": ("東京 b", 1, Span(7, 4, 7, 5), ["  7 | 東京 b", "    |      ^"]),
    "wide characters marked": ("東京 b", 1, Span(7, 1, 7, 3), ["  7 | 東京 b", "    | ^^^^"]),
    "combining characters": ("e\u0301 b", 1, Span(7, 4, 7, 5), ["  7 | e\u0301 b", "    |   ^"]),
    "control characters": (
        "a\x1b[1mb\u202ec",
        1,
        Span(7, 6, 7, 8),
        ["  7 | a\\x1b[1mb\\u202ec", "    |         ^^^^^^^"],
    ),
    "cut at the end": (TWENTY * 2, 1, Span(7, 3, 7, 5), [f"  7 | {TWENTY[:18]}…", "    |   ^^"]),
    "cut at the beginning": (
        TWENTY + "012345",
        1,
        Span(7, 25, 7, 27),
        [f"  7 | …{TWENTY[-12:]}012345", "    |                  ^^"],
    ),
    "cut at both sides": (
        TWENTY * 2,
        1,
        Span(7, 11, 7, 13),
        ["  7 | …efghijklmnopqrstab…", "    |        ^^"],
    ),
    "a long span": (
        TWENTY * 2,
        1,
        Span(7, 1, 7, 41),
        [f"  7 | {TWENTY[:18]}…", f"    | {'^' * 18}"],
    ),
    "a part of a line": (
        TWENTY[:9],
        500,
        Span(7, 503, 7, 505),
        ["  7 | …abcdefghi", "    |     ^^"],
    ),
}


@pytest.mark.parametrize(("text", "first", "span", "picture"), PICTURES.values(), ids=PICTURES)
def test_a_span_is_marked_by_carets_below_its_line(
    text: str, first: int, span: Span, picture: list[str]
) -> None:
    assert excerpt(text, first, span, NARROW) == picture


LINES = ["short", "x" * 90_000 + "here" + "y" * 90_000, "", "last"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("order", [(1, 2, 4), (4, 2, 1), (2, 2, 2)])
def test_lines_are_found_in_any_order(line_end: str, order: Iterable[int], tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(line_end.join(LINES).encode())
    columns = {1: 1, 2: 90_001, 4: 1}
    with path.open("rb") as file:
        excerpts = Excerpts({"a.ris": input_of_file(file, "ris", "a.ris")})
        for line in order:
            column = columns[line]
            found = problem(Code.EMPTY, "empty").at(line, column, line, column + 4)
            shown, carets = excerpts.of(evolve(found, name="a.ris"))
            start = carets.index("^")
            assert shown[start : start + 4] == {1: "shor", 2: "here", 4: "last"}[line]
            assert carets.endswith(" ^^^^")


def test_a_span_outside_the_text_has_no_excerpt() -> None:
    input_ = input_of_data("one line", "ris", "a.ris")
    excerpts = Excerpts({"": input_})

    assert excerpts.of(problem(Code.EMPTY, "empty").at()) == []
    assert excerpts.of(problem(Code.EMPTY, "empty").at(9, 1)) == []
    assert excerpts.of(problem(Code.EMPTY, "empty").at(1, 900)) == []
    assert Excerpts({}).of(problem(Code.EMPTY, "empty").at(1, 1)) == []


def test_binary_input_has_no_excerpt() -> None:
    input_ = input_of_file(io.BytesIO(b"%PDF-1.7"), "ris", "")

    assert Excerpts({"": input_}).of(problem(Code.EMPTY, "empty").at(1, 1)) == []
