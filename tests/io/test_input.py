"""Inputs: their format, their text, and the chunks that it is cut into."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.io.input import input_of_data, input_of_file
from tests.io.small_chunks import (
    BIB,
    ENW,
    JSON,
    NBIB,
    RIS,
    XML,
    chunks_of,
    every_cut_format,
    law,
    small_chunks,
)

BEGINNINGS = [
    ("bibtex", BIB, {"@misc{a", "@misc{b", "@misc{c", "@string", "@misc(d"}),
    ("ris", RIS, {"Provide", "TY  - J", "ty  - J", "  TY  -"}),
    ("csl-json", JSON, {'[{"id":', '{"id": '}),
    ("enw", ENW, {"A heade", "%0 Book", "%0\n%T B", "%0 Journ"[:7]}),
    ("nbib", NBIB, {"\n", "PMID- 1", "PMID- 2", "PMID-3\n"}),
    ("endnote-xml", XML, {"<?xml v", "<record"}),
]


@pytest.mark.parametrize(("name", "parts", "beginnings"), BEGINNINGS)
def test_a_chunk_ends_where_an_entry_begins(
    name: str, parts: list[str], beginnings: set[str]
) -> None:
    with small_chunks(20):
        cut = chunks_of("".join(parts), name)

    assert "".join(cut) == "".join(parts)
    assert len(cut) > 2
    assert {chunk[:7] for chunk in cut} <= beginnings


@every_cut_format
@law
@given(
    text=st.text()
    | st.lists(st.sampled_from([*BIB, *RIS, *JSON, "{", "}", '"', "\n"])).map("".join)
)
def test_the_chunks_of_any_text_join_to_the_text(name: str, text: str) -> None:
    with small_chunks(20):
        cut = chunks_of(text, name)

    assert "".join(cut) == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


BIBTEX, RIS_TEXT = "@book{a, title={A}}", "TY  - BOOK\nTI  - A\nER  - \n"
CHOSEN: list[tuple[str | None, str | None, str, str]] = [
    # a format, the name of a file, its content, the format that is chosen
    ("ris", "a.bib", "", "ris"),
    ("ris", "a.bib", BIBTEX, "bibtex"),
    ("biblatex", "a.bib", BIBTEX, "biblatex"),
    ("text", "a.bib", BIBTEX, "bibtex"),
    (None, "a.bib", BIBTEX, "bibtex"),
    (None, "a.bib", RIS_TEXT, "ris"),
    (None, "a.enw", RIS_TEXT, "ris"),
    (None, "a.bib", "%0 Book\n%T A\n", "enw"),
    (None, "a.ris", "PMID- 1\nOWN - NLM\n", "nbib"),
    (None, "A.RIS", BIBTEX, "bibtex"),
    # A text that only goes on in another format; the suffix decides then.
    (None, "a.ris", BIBTEX + "\n" + RIS_TEXT, "ris"),
    # A text without any mark: the suffix is all there is.
    (None, "a.ris", "TI  - A\n", "ris"),
    (None, "a.bib", "% a comment", "bibtex"),
    (None, "a.txt", BIBTEX, "bibtex"),
    (None, "a.unknown", RIS_TEXT, "ris"),
    (None, "a.json", RIS_TEXT, "ris"),
    (None, "a.xml", "<mods/>", "mods"),
    (None, "", RIS_TEXT, "ris"),
    (None, None, "", "text"),
]


@pytest.mark.parametrize(("format", "name", "text", "chosen"), CHOSEN)
def test_the_content_decides_and_names_only_hint(
    format: str | None, name: str | None, text: str, chosen: str
) -> None:
    assert input_of_data(text, format, name).format.name == chosen
    assert input_of_data(text.encode(), format, name).format.name == chosen
    assert input_of_file(io.BytesIO(text.encode()), format, name or "").format.name == chosen


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"unknown format 'klingon' \(known: "):
        input_of_data("", "klingon", None)
    with pytest.raises(ValueError, match="unknown format 'klingon'"):
        input_of_file(io.BytesIO(), "klingon", "")


TEXTS = [
    # bytes, a format, its text
    (b"TY  - BOOK\r\nER  - \r\n", "ris", "TY  - BOOK\nER  - \n"),
    (b"TY  - BOOK\rER  - \r", "ris", "TY  - BOOK\nER  - \n"),
    (b"\xef\xbb\xbfTY  - BOOK", "ris", "TY  - BOOK"),
    (b"\xef\xbb\xbf\xef\xbb\xbfTY  - BOOK", "ris", "TY  - BOOK"),
    (b"One\r\nTwo", "text", "One\r\nTwo"),
    ("TY  - B\u00f6".encode("cp1252"), "ris", "TY  - B\u00f6"),
    (b"\x89PNG\r\n\x1a\n", "ris", ""),
    (b"", "ris", ""),
]


@pytest.mark.parametrize(("data", "format", "text"), TEXTS)
def test_the_text_of_an_input_has_one_kind_of_line_end_and_no_mark(
    data: bytes, format: str, text: str
) -> None:
    of_file = input_of_file(io.BytesIO(data), format, "")

    assert "".join(chunk.text for chunk in of_file.chunks()) == text
    if data.count(b"\xef") < 2:
        assert "".join(chunk.text for chunk in input_of_data(data, format, "").chunks()) == text


def test_chunks_are_the_same_each_time_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("".join(RIS), "utf-8")
    with small_chunks(20), path.open("rb") as file:
        input_ = input_of_file(file, "ris", "a.ris")
        first = [*input_.chunks()]
        in_parallel = [*zip(input_.chunks(), input_.chunks(), strict=True)]

    assert len(first) > 2
    assert [*zip(first, first, strict=True)] == in_parallel
    assert [chunk.number for chunk in first] == [*range(len(first))]
    assert [chunk.line for chunk in first[1:]] == [chunk.following for chunk in first[:-1]]
