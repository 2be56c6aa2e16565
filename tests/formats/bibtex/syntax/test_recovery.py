"""Malformed entries."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.syntax.entry_parser import ValuePart
from refconv.formats.bibtex.syntax.recovery import recover
from refconv.formats.bibtex.syntax.scanner import scan

ENTRIES = [
    # entry, key, fields (joined), reasons of its problems, text that belongs to no field
    ("@misc{a, t = {b}}", "a", {"t": "b"}, [], []),
    ("@misc{a t = {b}}", "a", {"t": "b"}, ["key"], []),
    ("@misc{a\n t = {b}}", "a", {"t": "b"}, ["key"], []),
    ("@misc{t = {b}}", "", {"t": "b"}, [], []),
    ("@misc{a b, t = {b}}", "a b", {"t": "b"}, [], []),
    ("@misc{a, t = {b}\n u = 1}", "a", {"t": "b", "u": "1"}, ["field"], []),
    ("@misc{a, t {b}}", "a", {"t": "b"}, ["equals-sign"], []),
    ("@misc{a, t =, u = 1}", "a", {"t": "", "u": "1"}, ["value"], []),
    ("@misc{a, t = {b} c, u = 1}", "a", {"t": "b c", "u": "1"}, ["trailing-text"], []),
    ("@misc{a, t = {b, u = 1}", "a", {"t": "b", "u": "1"}, ["brace"], []),
    ('@misc{a,\n t = "b,\n u = 1}', "a", {"t": "b", "u": "1"}, ["quote"], []),
    ('@misc{a, t = "b "c" d"}', "a", {"t": 'b "c" d'}, [], []),
    ("@misc{a, some words, u = 1}", "a", {"u": "1"}, ["in-entry"], ["some words"]),
    ('@misc{a, t = {b} # "c" # 1}', "a", {"t": "bc1"}, [], []),
]


@pytest.mark.parametrize(("text", "key", "fields", "reasons", "leftover"), ENTRIES)
def test_recovery(
    text: str, key: str, fields: dict[str, str], reasons: list[str], leftover: list[str]
) -> None:
    (block,) = scan(text)

    parsed = recover(text[block.body : block.stop], block)

    found = {
        name: value if isinstance(value, str) else "".join(part.text for part in value)
        for name, value, _ in parsed.fields
    }
    assert (parsed.key, found) == (key, fields)
    assert [placed.problem.reason for placed in parsed.problems] == reasons
    assert parsed.leftover == leftover


def test_a_problem_has_its_place_and_a_field_its_line() -> None:
    text = "@misc{a,\n t =,\n u = x}"
    (block,) = scan(text)

    parsed = recover(text[block.body : block.stop], block)

    (placed,) = parsed.problems
    assert text[: placed.start] == "@misc{a,\n t ="
    assert [(name, line) for name, _, line in parsed.fields] == [("t", 1), ("u", 2)]
    assert parsed.fields[1][1] == (ValuePart("macro", "x"),)
