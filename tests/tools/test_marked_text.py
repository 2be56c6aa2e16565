"""Labelled strings as text: printed and parsed again, with the place of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.tagger import marked_text
from tools.tagger.labels import LABELS, Labelled

LINE = "{author:Roe, A.} ({issued:1999}): {title:On: colons}."
PLAIN = "Roe, A. (1999): On: colons."


def test_a_line() -> None:
    item = marked_text.parsed(LINE)
    assert item.text == PLAIN
    assert [(label, item.text[a:b]) for label, a, b in item.spans] == [
        ("author", "Roe, A."),
        ("issued", "1999"),
        ("title", "On: colons"),
    ]
    assert marked_text.printed(item) == LINE


TEXT = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=9)


@given(st.lists(st.tuples(TEXT, st.sampled_from(LABELS), TEXT), max_size=5), TEXT)
def test_what_is_printed_is_parsed(parts: list[tuple[str, str, str]], end: str) -> None:
    text, spans = "", []
    for before, label, value in parts:
        text += before
        spans.append((label, len(text), len(text) + len(value)))
        text += value
    item = Labelled(text + end, tuple(spans), "", "")
    assert marked_text.parsed(marked_text.printed(item)) == item


MISTAKES = [
    ("{autor:Roe}", "unknown label 'autor'"),
    ("{author:Roe", "a brace"),
    ("Roe}", "a brace"),
]


@pytest.mark.parametrize(("line", "message"), MISTAKES)
def test_a_mistake_has_its_place(line: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(f"# mine\n{LINE}\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=message) as error:
        list(marked_text.read(path))
    assert str(error.value).startswith(f"{path}:3: ")


def test_lists_are_groups(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(f"# mine\n{LINE}\n{LINE}\n\n{LINE}\n", "utf-8")
    items = list(marked_text.read(path))
    assert [item.group for item in items] == ["mine 1", "mine 1", "mine 2"]
    marked_text.write(tmp_path / "again.txt", items, "mine")
    assert (tmp_path / "again.txt").read_text("utf-8") == path.read_text("utf-8")
