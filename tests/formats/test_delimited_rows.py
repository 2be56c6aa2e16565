"""Rows of a table: the cells that a text is cut into, and chunks of whole rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats import delimited_rows
from refconv.formats.chunks import Window, reader
from refconv.formats.delimited_rows import cut_rows, row_at, row_text, rows

ROWS: Sequence[tuple[str, str, list[list[str]], bool]] = [
    ("a,b\nc,d\n", ",", [["a", "b"], ["c", "d"]], False),
    ("a,b", ",", [["a", "b"]], False),
    (",,\n", ",", [["", "", ""]], False),
    ('"a, b",c\n', ",", [["a, b", "c"]], False),
    ('"a\nb",c\nd', ",", [["a\nb", "c"], ["d"]], False),
    ('"a ""b""",c', ",", [['a "b"', "c"]], False),
    ('a , "b, c" ,d', ",", [["a ", "b, c", "d"]], False),
    ('5" pipe,b', ",", [['5" pipe', "b"]], False),
    ('a;"b;c"', ";", [["a", "b;c"]], False),
    # Marks that are not doubled, or not closed.
    ('"a "b" c",d\ne', ",", [['a "b" c', "d"], ["e"]], True),
    ('"a,b\nc,d', ",", [['"a', "b"], ["c", "d"]], True),
    ('a,"b\n"c"\n', ",", [["a", '"b'], ["c"]], True),
    # Many programs quote nothing between tabs.
    ('"a" b\tc\n"d"\t"e\nf"', "\t", [['"a" b', "c"], ["d", "e\nf"]], True),
    ('"a\tb"\n', "\t", [['"a', 'b"']], True),
]


@pytest.mark.parametrize(("text", "delimiter", "cells", "is_odd"), ROWS)
def test_rows(text: str, delimiter: str, cells: list[list[str]], is_odd: bool) -> None:
    found = [row for _, row in rows(text, delimiter)]

    assert [row.cells for row in found] == cells
    assert any(row.is_odd for row in found) is is_odd


TABLES = st.lists(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\0")), min_size=2),
    min_size=1,
)


@given(table=TABLES)
def test_well_formed_rows_are_read_as_the_standard_library_reads_them(
    table: list[list[str]],
) -> None:
    text = "".join(map(row_text, table))

    found = [row.cells for _, row in rows(text, ",")]

    # What is not in quotation marks has no spaces around them either.
    assert found == [*csv.reader(io.StringIO(text))] == table


PIECES = st.lists(st.sampled_from(['"', '""', ",", "\n", "a", " ", "\t", ";"])).map("".join)


@given(text=PIECES, delimiter=st.sampled_from(delimited_rows.DELIMITERS))
def test_the_rows_of_any_text_are_all_of_it(text: str, delimiter: str) -> None:
    place = 0
    for start, row in rows(text, delimiter):
        assert start == place < row.end
        place = row.end

    assert place == len(text)


@given(text=PIECES, size=st.integers(1, 9))
def test_chunks_have_the_rows_of_the_text(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited_rows, "CHUNK_SIZE", size)
        chunks = [*cut_rows(lambda _: ",")(Window(reader(text)))]

    assert "".join(chunks) == text
    assert [row.cells for chunk in chunks for _, row in rows(chunk, ",")] == [
        row.cells for _, row in rows(text, ",")
    ]


def test_a_mark_that_closes_too_far_away_closes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_rows, "LONGEST", 10)

    assert row_at('"a\n12345678",b\n', 0, ",").cells == ['"a']
    assert row_at('"a\n12345",b\n', 0, ",").cells == ["a\n12345", "b"]
