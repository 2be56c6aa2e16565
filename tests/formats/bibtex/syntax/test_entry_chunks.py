"""Chunks of whole entries."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.syntax import entry_chunks
from refconv.formats.bibtex.syntax.entry_chunks import cut, keys
from refconv.formats.chunks import CHUNK_SIZE, Window, reader

FILES = [
    ("@misc{a}\n@misc{b}\n@misc{c}\n", ["@misc{a}\n", "@misc{b}\n", "@misc{c}\n"]),
    ("words\n@misc{a}\n", ["words\n@misc{a}\n"]),
    ("@misc{a, t = {\n@misc{b}\n}}\n", ["@misc{a, t = {\n@misc{b}\n}}\n"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "chunks"), FILES)
def test_chunks(text: str, chunks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_chunks, "CHUNK_SIZE", 16)

    found = [*cut(Window(reader(text)))]

    assert "".join(found) == text
    assert found == chunks


def test_keys() -> None:
    assert [*keys("@misc{a,\n}\n @book( b+c ,\n@string{d = 1}\n@x{,")] == ["a", "b+c"]


def test_a_brace_that_never_closes_is_not_searched_for_in_the_whole_file() -> None:
    entry = "@misc{a, title = {A},\n note = {" + "words " * 100 + "}}\n"
    text = entry.replace("{A}", "{A") + entry * 5000

    chunks = [*cut(Window(reader(text)))]

    assert "".join(chunks) == text
    assert max(map(len, chunks)) <= 2 * CHUNK_SIZE


def test_entries_that_are_not_closed_leave_chunks_as_long_as_others() -> None:
    entries = ["@misc{a, title = {A}}\n", "@misc{b, title = {B\n"]
    text = "".join(entries[number % 100 == 50] for number in range(30_000))

    chunks = [*cut(Window(reader(text)))]

    assert "".join(chunks) == text
    assert all(CHUNK_SIZE // 2 < len(chunk) <= CHUNK_SIZE for chunk in chunks[:-1])
