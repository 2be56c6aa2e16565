"""CSL-JSON in a user's style holds the same as without."""

from __future__ import annotations

import json

import pytest

from refconv.core.model import Reference
from refconv.formats.style import Style
from refconv.io.api import write

BOOKS = [Reference(type="book", id="a", title="Rivières"), Reference(type="book", id="b")]
STYLES = [
    Style(indent=indent, characters=characters)
    for indent in (None, 0, 1, 4, "tab")
    for characters in ("unicode", "ascii")
]


@pytest.mark.parametrize("style", STYLES)
def test_every_layout_is_the_same_json(style: Style) -> None:
    text = write(BOOKS, "csl-json", style=style).text

    assert json.loads(text) == json.loads(write(BOOKS, "csl-json").text)
    assert text.isascii() == (style.characters == "ascii")


def test_an_item_a_line_stays_so() -> None:
    text = write(BOOKS, "jsonl", style=Style(characters="ascii", indent=4)).text

    assert text.splitlines()[0] == '{"id": "a", "type": "book", "title": "Rivi\\u00e8res"}'


def test_an_indent_of_two_is_the_default() -> None:
    two = write(BOOKS, "csl-json", style=Style(indent=2)).text

    assert two == write(BOOKS, "csl-json").text
