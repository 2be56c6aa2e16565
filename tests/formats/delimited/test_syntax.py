"""Rows and records: cells, formulas, other fields, and what is odd about a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv import Code, Reference, read, write
from refconv.formats.delimited.syntax import carry, guarded, normal_cell, unguarded
from refconv.formats.delimited.table import WRITTEN
from refconv.strategies import references, texts

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\uff1d1", "'=1", "''-1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_guarded_and_read_as_it_was(text: str) -> None:
    written = write(Reference(id="x", title=text), "csv").text

    assert guarded(text) == f"'{text}"
    assert f",'{text}," in written
    assert read(written, "csv").references[0].title == text


@given(texts() | st.text(st.sampled_from("'=+-@x")))
def test_guarding_a_cell_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["'quoted'", "'", "1-1", "", "a=b"])
def test_other_cells_are_not_guarded(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(st.lists(references(), max_size=3))
def test_no_cell_of_a_written_table_is_a_formula(given_references: list[Any]) -> None:
    table = [*csv.reader(io.StringIO(write(given_references, "csv").text[1:], newline=""))]

    assert table[0] == [*WRITTEN]
    assert [len(row) for row in table] == [len(WRITTEN)] * (1 + len(given_references))
    assert not [cell for row in table for cell in row if cell[:1] in [*"=+-@\t\r"] and cell]


def test_a_table_begins_with_a_mark_of_its_encoding_for_excel() -> None:
    assert write([], "csv").text.startswith("\ufeffID,Type,Authors,")


PROBLEMS: Sequence[tuple[str, int, list[tuple[Code, str, int]]]] = [
    ("Title,Year\nA,2004\n", 1, []),
    ("Title,Year\nA,2004,\n", 1, []),
    ("Title,Year,,\nA,2004,,\n", 1, []),
    ("Title,Year\n\n,\nA,2004\n", 1, []),
    ("Title,Year\nA,2004\nTitle,Year\nB,2005\n", 2, []),
    ("Title,Year\nA\n", 1, [(Code.SYNTAX, "csv-fewer-cells", 2)]),
    ('Title,Year\n"A\nb",2004\nB,2005,c\n', 2, [(Code.SYNTAX, "csv-more-cells", 4)]),
    ('Title,Year\n"A "b" c",2004\n', 1, [(Code.SYNTAX, "csv-quote", 2)]),
    ('Title\tYear\n"A" b\t2004\n', 1, []),
    ("a,b\n1,2\n", 0, [(Code.SYNTAX, "csv-header", 1)]),
    ("\nDOI\n10.1000/a\n", 1, []),
    ("Title,Year\n", 0, [(Code.NO_REFERENCES, "csv-no-rows", 1)]),
    ("Title,DOI\nA,b.1\n", 1, [(Code.BAD_IDENTIFIER, "invalid", 2)]),
]


@pytest.mark.parametrize(("text", "count", "problems"), PROBLEMS)
def test_problems_are_reported_with_their_lines(
    text: str, count: int, problems: list[tuple[Code, str, int]]
) -> None:
    found = read(text, "csv")

    assert len(found) == count
    assert [(one.code, one.reason, one.line) for one in found.diagnostics] == problems


def test_headings_that_are_not_known_are_kept() -> None:
    found = read("A search\nTitle,Year,Mood,\nA,2004,,\n")

    assert [(block.text, block.line) for block in found.blocks] == [("Mood", 2), ("A search", 1)]


def test_entities_are_decoded_but_in_tables_of_its_own() -> None:
    assert read("Title,Year\nFood &amp; Function,2004\n").references[0].title == "Food & Function"
    written = write(Reference(id="x", title="The text &amp;"), "csv").text
    assert read(written).references[0].title == "The text &amp;"


CUSTOM: Sequence[tuple[str, list[tuple[str, str]]]] = [
    ("Title,Cited by\nA,4\n", [("csv:Cited by", "4")]),
    ("Title,Year\nA,2004,b\n", [("csv:Column 3", "b")]),
    ("Title,URL,Link\nA,http://a.org,http://b.org\n", [("csv:Link", "http://b.org")]),
    ("Title,URL,Link\nA,http://a.org,http://a.org\n", []),
    ("Title,DOI,DOI Link\nA,10.1000/a,https://doi.org/10.1000/A\n", []),
    (",Title,Year\n0,A,2004\n", []),
    ("Title,Volume,DOI\nA,n/a,NaN\n", []),
    ("Title,Mood: today\nA,calm\n", [("csv:Column Mood: today", "calm")]),
]


@pytest.mark.parametrize(("text", "custom"), CUSTOM)
def test_what_no_variable_takes_is_kept_under_its_heading(
    text: str, custom: list[tuple[str, str]]
) -> None:
    assert [*read(text, "csv").references[0].custom] == custom


def test_what_has_no_column_is_written_among_the_other_fields() -> None:
    reference = Reference(
        id="x", title="A", scale="1:5", custom=[("csv:Mood", "calm\\\nand cold"), ("ris:U1", "b")]
    )

    written = write(reference, "csv")

    assert '"CSL scale: 1:5\nMood: calm\\\\\\nand cold"' in written.text
    assert [loss.path for loss in written.losses] == ["custom[1]"]
    assert read(written.text, "csv").references[0].custom == reference.custom[:1]


CARRIED: list[tuple[str, Any, str | None]] = [
    ("Title", " A\n title\x00 ", "A title"),
    ("Note", " A\r\n note\x00 ", "A\nnote"),
    ("Title", "\n", None),
    ("Volume", "n/a", None),
    ("Title", "n/a", "n/a"),
    ("Mood: today", "calm", None),
    ("Mood ", "calm", None),
    ("", "calm", None),
    ("Type", "calm", None),
    ("Mood", 5, None),
]


@pytest.mark.parametrize(("key", "raw", "carried"), CARRIED)
def test_carry(key: str, raw: Any, carried: str | None) -> None:
    assert carry(key, raw) == carried


@given(texts())
def test_a_normal_cell_is_normal(text: str) -> None:
    cell = normal_cell(text)

    assert normal_cell(cell) == cell


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables_as_spreadsheets_save_them(coding: str, delimiter: str) -> None:
    text = delimiter.join(("Titel", "Autor", "Jahr")) + "\r\n"
    text += delimiter.join(("Über Wasser", '"Groß, Sam"', "2018")) + "\r\n"

    found = read(text.encode(coding))

    assert (found.format, len(found)) == ("csv", 1)
    assert found.references[0] == Reference(
        type="document", title="Über Wasser", author=found.references[0].author, issued=2018
    )
    assert found.references[0].author[0].family == "Groß"


@given(st.lists(st.lists(st.sampled_from(["a", '"', "\n", "", "x,y"]))))
def test_rows_of_any_shape_are_read(table: list[list[str]]) -> None:
    text = "Title,Authors,Year\n" + "\n".join(",".join(row) for row in table)

    found = read(text, "csv")

    assert len(found) <= text.count("\n")
