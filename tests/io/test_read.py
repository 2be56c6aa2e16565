"""Chunks are read by themselves; together they give the same as one chunk."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv import Code, Reference, Severity
from refconv.core.diagnostics import problem
from refconv.formats.base import Chunk
from refconv.formats.registry import FORMATS
from refconv.io.input import chunking_of, input_of_data
from refconv.io.read import ChunkResult, DiagnosticCollector, read_chunk
from refconv.strategies import references
from tests.io.small_chunks import (
    ENW,
    JSON,
    NBIB,
    RIS,
    XML,
    YAML,
    chunks_of,
    every_cut_format,
    law,
    small_chunks,
)

SAME = {
    "macros defined before and after": (
        "bibtex",
        "@misc{a, title=x}\n@string{x={One}}\n@misc{b, title=x # { and}}\n@string{x={Two}}\n"
        "@misc{c, title=x}\n@string{y = x # {!}}\n@misc{d, title=y}\n",
    ),
    "parents behind their children and before them": (
        "bibtex",
        "@inproceedings{a, title={A}, crossref={p}}\n@misc{f, title={filler}}\n"
        "@proceedings{p, title={P}, crossref={q}, year=2001}\n@misc{g, title={filler}}\n"
        "@proceedings{q, publisher={Q}}\n@inproceedings{b, title={B}, crossref={P}}\n"
        "@misc{h, crossref={nothing}}\n",
    ),
    "parents that refer to each other": (
        "bibtex",
        "@misc{a, crossref={b}, title={A}}\n@misc{b, crossref={c}, note={B}}\n"
        "@misc{c, crossref={a}, year=1999}\n@misc{c, crossref={c}, title={C}}\n",
    ),
    "an entry that is not closed": (
        "bibtex",
        "@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n@misc{d, title={D}}\n",
    ),
    "braces that never come out even": (
        "bibtex",
        "@misc{a, title={A \\{}}\n@misc{b, title={B}}\n}\n@misc{c, title={C}}\n@misc{d, note={D}}",
    ),
    "keys twice": ("bibtex", "@misc{a, title={A}}\n@misc{b, title={B}}\n@misc{a, title={C}}\n" * 2),
    "control characters": ("bibtex", "@misc{a, title={A\x01}}\n@misc{b, title={B\x02}}\n"),
    "no ER, and text between": ("ris", "".join(RIS) * 2),
    "what a file does again and again": ("ris", "TY - JOUR\nTI - A\n\nIS - 1\nER - \n\n1.\n" * 4),
    "broken items": ("csl-json", "".join(JSON)),
    "a wrapper": ("csl-json", '{"references": [' + '{"id": "a", "type": "book"},\n' * 5 + "]}"),
    "items without an array": ("csl-json", '{"id": "a", "type": "book"}\n' * 5),
    "fields of EndNote's that look like others": ("enw", "".join(ENW) * 2),
    "indented fields": ("enw", "  %0 Book\n  %T A\n%0 Book\n%T B\n" * 3),
    "records of PubMed": ("nbib", "".join(NBIB) * 2),
    "broken XML": ("endnote-xml", "".join(XML) * 2),
    "XML that is cut": ("endnote-xml", "".join(XML)[:-60]),
    "items of YAML": ("csl-yaml", "".join(YAML)),
    "anchors of YAML": ("csl-yaml", "- type: book\n" * 3 + "- id: &a x\n- title: *a\n" * 3),
    "articles": ("pubmed-xml", "<PubmedArticle><MedlineCitation><PMID>1</PMID>" * 5),
    "indented items": (
        "csl-json",
        "[\n"
        + '  {"id": "", "type": "book", "ISBN": "0"}, {"id": "", "type": "book", "ISBN": "1"},\n'
        * 5
        + '  {"id": "c", "type": "book"}]',
    ),
    "items in one line": ("csl-json", "[" + ", ".join(['{"id": "", "type": 2}'] * 9) + ", x, {}]"),
}


@pytest.mark.parametrize(("name", "text"), SAME.values(), ids=SAME)
def test_chunks_read_the_same_as_the_whole_text(name: str, text: str) -> None:
    in_one = refconv.read(text, name)
    with small_chunks(30):
        assert len(chunks_of(text, name)) > 1
        in_many = refconv.read(text, name)

    assert in_many == in_one


@every_cut_format
@law
@given(some=st.lists(references(), min_size=2, max_size=5))
def test_written_references_read_the_same_in_chunks(name: str, some: list[Reference]) -> None:
    text = refconv.write(some, name).text
    in_one = refconv.read(text, name)
    with small_chunks():
        in_many = refconv.read(text, name)

    assert in_many == in_one


EMPTY = [
    (name, content)
    for name in refconv.FORMATS
    for content in (b"", b" \n\t\n", b"\xef\xbb\xbf")
    # Each line of ``lines`` is a string, if only a blank one.
    if name != "lines" or not content.isspace()
]


@pytest.mark.parametrize(("name", "content"), EMPTY)
def test_an_empty_file_gives_a_diagnostic(name: str, content: bytes) -> None:
    read = refconv.read(content, name)

    assert len(read) == 0
    assert Code.EMPTY in [found.code for found in read.diagnostics]


@pytest.mark.parametrize("name", refconv.FORMATS)
def test_a_binary_file_gives_an_error(name: str) -> None:
    read = refconv.read(b"\x89PNG\r\n\x1a\n", name)

    assert len(read) == 0
    assert [(d.code, d.severity) for d in read.diagnostics] == [(Code.BINARY, Severity.ERROR)]


# Of four entries the second is broken: the others are read, and the line of the break is reported.
ENTRIES = "@misc{a, title={A}}\n%s\n@misc{c, title={C}}\n@misc{d, title={D}}\n"


RECORDS = "TY  - BOOK\nID  - a\nER  - \n%s\nTY  - BOOK\nID  - d\n"


ITEMS = '[{"id": "a", "type": "book"},\n%s,\n{"id": "d", "type": "book"}]'


BROKEN = {
    "unbalanced brace": ("bibtex", ENTRIES % "@misc{b, title={B\n}", {"a", "c", "d"}, 2),
    "missing comma": ("bibtex", ENTRIES % "@misc{b, title={B}\n year=2001}", {*"abcd"}, 2),
    "duplicate field": ("bibtex", ENTRIES % "@misc{b, title={B},\n title={X}}", {*"abcd"}, 3),
    "duplicate key": ("bibtex", ENTRIES % "@misc{a, title={B}}", {*"acd"}, 2),
    "undefined macro": ("bibtex", ENTRIES % "@misc{b, title=bee}", {*"abcd"}, 2),
    "missing ER": (
        "ris",
        RECORDS % "TY  - BOOK\nID  - b\nTY  - BOOK\nID  - c\nER  - ",
        {*"abcd"},
        4,
    ),
    "no JSON": ("csl-json", ITEMS % '{"id": "b", "type": }', {*"ad"}, 2),
}


@pytest.mark.parametrize(("format", "text", "ids", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_entry_is_reported_and_the_others_are_read(
    format: str, text: str, ids: set[str], line: int
) -> None:
    read = refconv.read(text, format)

    assert {reference.id for reference in read} >= ids
    assert line in [found.line for found in read.diagnostics]


def test_a_diagnostic_has_the_column_of_the_first_word_of_its_line() -> None:
    read = refconv.read("@book{a,\n  title = {T},\n\tyear = {2001-02-31},\n}", "bibtex")

    assert [(found.line, found.column) for found in read.diagnostics] == [(3, 2)]


TWO = "@misc{a, title={A}}\n\n@misc{a, year={20x4}}\n"
CHUNKS = {
    # a format, a chunk; ids, lines, and the codes, lines and columns of the diagnostics
    "nothing": ("ris", Chunk(""), (), (), [], True),
    "white space": ("ris", Chunk("\n \t\n", line=7), (), (), [], True),
    "no entry": ("ris", Chunk("A header\n", line=7), (), (), [(Code.STRAY_TEXT, 7, 1)], False),
    "a file's first chunk": (
        "bibtex", Chunk(TWO), ("a", "a"), (1, 3), [(Code.BAD_DATE, 3, 1)], False,
    ),
    "a later chunk": (
        "bibtex", Chunk(TWO, 1, line=7), ("a", "a"), (7, 9), [(Code.BAD_DATE, 9, 1)], False,
    ),
    "a chunk within a line": (
        "bibtex", Chunk("@misc{a, year={20x4}}", 1, line=7, column=31),
        ("a",), (7,), [(Code.BAD_DATE, 7, 1)], False,
    ),
    "a chunk behind the indent": (
        "bibtex", Chunk("@misc{a, year={20x4}}", 1, line=7, column=5, indent=4),
        ("a",), (7,), [(Code.BAD_DATE, 7, 5)], False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("format", "chunk", "keys", "lines", "places", "is_blank"), CHUNKS.values(), ids=CHUNKS
)
def test_a_chunk_has_the_lines_and_columns_of_the_file(
    format: str,
    chunk: Chunk,
    keys: tuple[str, ...],
    lines: tuple[int, ...],
    places: list[tuple[Code, int, int]],
    is_blank: bool,
) -> None:
    before = [Chunk("")] * chunk.number
    index = chunking_of(FORMATS[format]).index(lambda: [*before, chunk])
    result = read_chunk(FORMATS[format], chunk, index)

    assert (result.keys, result.lines, result.is_blank) == (keys, lines, is_blank)
    assert [(one.code, one.line, one.column) for one in result.diagnostics] == places
    assert [origin.line for origin in result.origins] == [*lines]


def test_the_diagnostics_of_all_chunks_are_collected_in_order() -> None:
    collector = DiagnosticCollector(input_of_data("x", "ris", "a.ris"))
    odd = problem(Code.EMPTY, "empty").at(5)
    first = ChunkResult(keys=("a", "b"), lines=(1, 4), once={"odd": odd}, is_blank=False)
    second = ChunkResult((), (evolve(odd, span=odd.span.lower(20)),), {"odd": odd}, ("b",), (9,))

    assert collector.of_input() == []
    assert collector.of_chunk(first, Chunk("\n" * 9)) == [evolve(odd, name="a.ris")]
    shown = [
        (one.code, one.line, one.name)
        for one in collector.of_chunk(second, Chunk("\n" * 9, 1, line=9))
    ]
    assert shown == [(Code.DUPLICATE_KEY, 9, "a.ris"), (Code.EMPTY, 25, "a.ris")]
    assert collector.of_end() == []


def test_an_input_without_content_is_reported_at_the_end() -> None:
    collector = DiagnosticCollector(input_of_data("", "ris", None))

    assert collector.of_chunk(ChunkResult(), Chunk("")) == []
    assert [one.code for one in collector.of_end()] == [Code.EMPTY]
