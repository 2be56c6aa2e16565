"""Formats of XML, chunk by chunk: each record is an element."""

from __future__ import annotations

import pytest

import refconv
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import Record
from refconv.formats.base import Chunk
from refconv.formats.chunks import CHUNK_SIZE, Window, reader
from refconv.formats.xml.element_chunks import pieces_of_elements
from refconv.formats.xml.elements import Element, Names
from tests.io.small_chunks import small_chunks


def record(element: Element, _diagnostics: list[Diagnostic]) -> Record:
    return Record(element.name, element.text(), (), element.line)


CHUNKING = pieces_of_elements(Names(("a",), ("b",)), record)
LONG = "x" * (CHUNK_SIZE - 50)

# (text, where its chunks begin)
CUT = [
    ("<r><a>1</a><a>2</a></r>", ["<r>"]),
    (f"<r><a>{LONG}</a><a>2</a>{LONG}</r>", ["<r>", "<a>2"]),
    (f"<r><a>1</a><p:a n='{LONG}'/><a>2</a><a>{LONG}</a></r>", ["<r>", f"<a>{LONG}"]),
    # An element that is commented out begins no chunk.
    (f"<r><a>1</a><a>2<!-- <a>3 --></a>{LONG}</r>{LONG}", ["<r>", "<a>2"]),
    (f"<r><a>1</a><a><![CDATA[ <a>3 ]]></a>{LONG}</r>{LONG}", ["<r>", "<a><![CDATA["]),
    # Elements of another name.
    (f"<r><ab>1</ab><ab>2</ab>{LONG}{LONG}</r>", ["<r>"]),
]


@pytest.mark.parametrize(("text", "beginnings"), CUT)
def test_chunks_begin_with_records(text: str, beginnings: list[str]) -> None:
    chunks = [*CHUNKING.cut(Window(reader(text)))]

    assert "".join(chunks) == text
    assert len(chunks) == len(beginnings)
    for chunk, beginning in zip(chunks, beginnings, strict=True):
        assert chunk.startswith(beginning)


# (text; name, text and line of its records; codes of what is reported, and what once a file)
READ = [
    ("<r>\n<a>1</a>\n<a>2</a></r>", [("a", "1", 2), ("a", "2", 3)], [], []),
    ("<b>1</b>", [("b", "1", 1)], [], []),
    # An inner element is a record unless it is in one.
    ("<a><b>1</b></a><b>2</b>", [("a", "1", 1), ("b", "2", 1)], [], []),
    ("<r><a>1<a>2</a></r>", [("a", "1", 1), ("a", "2", 1)], ["unclosed-entry"], []),
    ("<r>Moons<a>1</a></r>", [("a", "1", 1)], [], ["stray-text"]),
    ("<r><a>\x011</a></r>", [("a", "1", 1)], [], ["control-character"]),
    ("<r/>", [], ["no-references"], []),
]


@pytest.mark.parametrize(("text", "records", "codes", "once"), READ)
def test_records_of_a_chunk(
    text: str, records: list[tuple[str, str, int]], codes: list[str], once: list[str]
) -> None:
    split = CHUNKING.split(Chunk(text), None)

    assert [(one.type, one.id, one.line) for one in split.records] == records
    assert [str(found.code) for found in split.diagnostics] == codes
    assert [str(found.code) for found in split.once.values()] == once


ONE_LINE = (
    "<xml><!-- a comment --><records><record><titles><title>A &uuml; &amp; b</title></titles>"
    '<ref-type name="Book">6</ref-type><dates><year>20x4</year></dates></record>'
    "<record><titles><title>B</title></titles></record></records></xml>"
)


@pytest.mark.parametrize("before", ["", "\n", "<?xml version='1.0'?>\n  "])
def test_diagnostics_of_a_single_line_have_columns(before: str) -> None:
    text = before + ONE_LINE
    found = refconv.read(text, "endnote-xml").diagnostics
    line = text.split("\n")[-1]

    assert [(one.code, line[one.column - 1 :].partition(">")[0]) for one in found] == [
        (Code.BAD_DATE, "<year"),
        (Code.MISSING_TYPE, "<record"),
    ]
    assert {one.line for one in found} == {before.count("\n") + 1}


def test_columns_are_those_of_the_file_in_later_chunks() -> None:
    with small_chunks(200):
        found = refconv.read(ONE_LINE, "endnote-xml").diagnostics

    assert [ONE_LINE[one.column - 1 :].partition(">")[0] for one in found] == ["<year", "<record"]
