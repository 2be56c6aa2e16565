"""The parts of a format: how records are joined to a text, and a text is read in chunks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Join, Split, cut_into_chunks, no_parts, whole
from refconv.formats.chunks import Window, reader
from refconv.formats.registry import FILE_FORMATS

A, B = Record("book", "a", ()), Record("book", "b", ())
HEADER = Block("header", "top", 1)


def before(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind == "header"]


def after(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind == "comment"]


JOIN = Join(lambda record: record.id, "<", ",", ">", before, after)


@pytest.mark.parametrize(
    ("join", "records", "blocks", "text"),
    [
        (JOIN, [], [], "<>"),
        (JOIN, [A], [], "<a>"),
        (JOIN, [A, B], [], "<a,b>"),
        (JOIN, [A, B], [Block("comment", "end", 9), HEADER], "<top,a,b,end>"),
        (Join(lambda record: record.id), [A, B], [HEADER], "ab"),
    ],
)
def test_join(join: Join, records: list[Record], blocks: list[Block], text: str) -> None:
    assert join(records, blocks) == text
    assert join.of_parts([record.id for record in records], blocks) == text


def test_a_format_without_room_for_blocks_writes_none() -> None:
    assert no_parts([HEADER]) == ()


def cut(window: Window) -> list[str]:
    """Cut a text before each ``@``."""
    window.grow(1000)
    return [part for part in re.split("(?=@)", window.text) if part]


def split(chunk: Chunk, index: object) -> Split:
    """Make a record of each chunk; report its ``!``, and its ``?`` once a file."""
    found = problem(Code.STRAY_TEXT, "field", text="!").at(chunk.line)
    once = {"?": problem(Code.STRAY_TEXT, "field", text="?").at(chunk.line)}
    return Split(
        (Record(str(index), chunk.text.strip("@!?\n"), ()),),
        (found,) * chunk.text.count("!"),
        (Block("comment", chunk.text, chunk.line),) * ("#" in chunk.text),
        once=once if "?" in chunk.text else {},
    )


# (a text; number, line, column, indent, following line and offset of its chunks)
CHUNKS: list[tuple[str, list[tuple[int, ...]]]] = [
    ("", []),
    ("@a", [(0, 1, 1, 0, 0, 0)]),
    ("@a\n@b\n", [(0, 1, 1, 0, 2, 0), (1, 2, 1, 0, 0, 3)]),
    # Two chunks on one line, the first of them white space alone.
    ("  @a @b", [(0, 1, 1, 0, 1, 0), (1, 1, 3, 2, 1, 2), (2, 1, 6, 2, 0, 5)]),
    ("@a\n @b", [(0, 1, 1, 0, 2, 0), (1, 2, 2, 1, 0, 4)]),
]


@pytest.mark.parametrize(("text", "places"), CHUNKS)
def test_chunks_and_their_places(text: str, places: list[tuple[int, ...]]) -> None:
    chunks = [*cut_into_chunks(Chunking(lambda window: iter(cut(window)), split), reader(text))]

    assert "".join(chunk.text for chunk in chunks) == text
    assert [
        (one.number, one.line, one.column, one.indent, one.following, one.offset) for one in chunks
    ] == places


@given(st.text("@a \n", max_size=30))
def test_a_chunk_stands_where_its_line_and_column_say(text: str) -> None:
    for chunk in cut_into_chunks(Chunking(lambda window: iter(cut(window)), split), reader(text)):
        line = text.split("\n")[chunk.line - 1]
        assert text[: chunk.offset].count("\n") == chunk.line - 1
        assert line[chunk.column - 1 :].startswith(chunk.text.split("\n")[0])
        assert line[: chunk.indent].strip() == ""


def test_a_whole_text_is_read_as_its_chunks_are() -> None:
    chunking = Chunking(
        lambda window: iter(cut(window)), split, index=lambda chunks: len([*chunks()])
    )

    read = whole(chunking)("@a!\r\n@b?\r@c?#!")

    assert [(record.type, record.id) for record in read.records] == [
        ("3", "a"),
        ("3", "b"),
        ("3", "c?#"),
    ]
    # What is reported once comes first.
    assert [found.line for found in read.diagnostics] == [2, 1, 3]
    assert [block.line for block in read.blocks] == [3]


def test_a_program_without_a_table_of_its_own_is_written_for_as_nobody_in_particular() -> None:
    ris, mods = FILE_FORMATS["ris"], FILE_FORMATS["mods"]

    assert ris.table_for(None) is ris.table
    assert ris.table_for("zotero") is ris.dialects["zotero"]
    assert mods.table_for("zotero") is mods.table
