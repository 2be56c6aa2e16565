"""The layout of entries."""

from __future__ import annotations

import pytest

from refconv.core.fields import Record
from refconv.core.model import Reference
from refconv.formats.bibtex.latex.encode import encode
from refconv.formats.bibtex.syntax.layout import (
    PLAIN_LAYOUT,
    Layout,
    layout_of,
    order_rule,
    wrapped,
)
from refconv.formats.style import DEFAULT, Style
from refconv.io.api import read, write

WRAPPED = [
    # value, width, columns before it; lines
    ("one two", 20, 10, ["one two"]),
    ("one two three", 12, 5, ["one two", "    three"]),
    ("one two three", 5, 5, ["one", "    two", "    three"]),
    ("word", 3, 9, ["word"]),
    # No line begins like an entry, and none ends in the middle of a command.
    ("see @book{x} here", 6, 3, ["see @book{x}", "    here"]),
    ("a\\ b c", 5, 3, ["a\\ b", "    c"]),
    # A comment would end with its line.
    ("one % two three", 6, 3, ["one % two three"]),
    ("one \\% two three", 6, 3, ["one", "    \\%", "    two", "    three"]),
    ("one two\n\nthree four", 9, 3, ["one", "    two", "", "    three", "    four"]),
]


@pytest.mark.parametrize(("value", "width", "first", "lines"), WRAPPED)
def test_lines_are_broken_at_spaces(value: str, width: int, first: int, lines: list[str]) -> None:
    assert wrapped(value, width, first, "    ").split("\n") == lines


def test_an_entry_without_fields_keeps_the_comma_behind_its_key() -> None:
    assert Layout(trailing_comma=False).entry("book", "a", [], []) == "@book{a,\n}\n"


def test_the_first_macro_of_a_text_is_written() -> None:
    layout = layout_of(Style(strings={"a": "R & D", "b": "R & D"}), encode)

    assert layout.entry("article", "x", [("journal", "R \\& D", False)], [True]) == (
        "@article{x,\n  journal = a,\n}\n"
    )
    assert layout_of(DEFAULT, encode) == PLAIN_LAYOUT


def test_a_definition_of_the_input_gives_way_to_that_of_the_user() -> None:
    text = '@string{jw = "Water"}\n\n@article{a,\n  journal = jw,\n}\n'
    found = read(text, "bibtex")
    style = Style(strings={"JW": "Journal of Water", "w": "Water"})

    written = write(found, "bibtex", style=style, blocks=found.blocks).text

    assert written == (
        "@string{JW = {Journal of Water}}\n@string{w = {Water}}\n\n"
        '% @string{jw = "Water"}\n\n@article{a,\n  journal = w,\n}\n'
    )
    again = read(written, "bibtex")
    assert again.references == found.references
    assert write(again, "bibtex", style=style, blocks=again.blocks).text == written


@pytest.mark.parametrize("text", ['@string{jw = "Water"}', "@STRING( JW={Water} , )"])
def test_a_definition_that_the_file_has_is_written_once(text: str) -> None:
    found = read(f"{text}\n\n@article{{a,\n  journal = jw,\n}}\n", "bibtex")

    written = write(found, "bibtex", style=Style(strings={"jw": "Water"}), blocks=found.blocks)

    assert written.text == "@string{jw = {Water}}\n\n@article{a,\n  journal = jw,\n}\n"


def test_keys_of_the_order_come_first() -> None:
    record = Record("book", "a", (("note", "N"), ("year", "1"), ("Title", "T")))
    rule = order_rule(["title", "year"])
    assert rule.encode is not None

    assert [key for key, _ in rule.encode(record, Reference()).fields] == ["Title", "year", "note"]
