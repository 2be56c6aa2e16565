"""Word's bibliography sources: what the rows of its table do not show."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

import refconv
from refconv import Date, Name, Reference
from refconv.formats.word_xml import NAMESPACE, carry, legal_text


def sources(*inner: str) -> str:
    body = "".join(f"<b:Source>{one}</b:Source>" for one in inner)
    return f'<b:Sources xmlns:b="{NAMESPACE}">{body}</b:Sources>'


def test_a_source_without_a_type() -> None:
    read = refconv.read(sources("<b:Tag>a</b:Tag><b:Title>T</b:Title>"))

    assert (read.format, read.references[0].id, read.references[0].type) == (
        "word-xml", "a", "document",
    )  # fmt: skip
    assert [found.code for found in read.diagnostics] == ["missing-type"]


def test_prefixes_do_not_matter() -> None:
    text = sources("<b:SourceType>Book</b:SourceType><b:Title>T</b:Title>").replace("b:", "")

    assert refconv.read(text.replace("xmlns:b", "xmlns"), "word-xml").references[0].title == "T"


WRITTEN: list[tuple[dict[str, Any], str]] = [
    ({"type": "thesis", "genre": "PhD thesis"}, "<b:ThesisType>PhD thesis</b:ThesisType>"),
    ({"type": "thesis"}, "<b:ThesisType>Thesis</b:ThesisType>"),
    ({"issued": Date.on(2019, 5, 3)}, "<b:Month>May</b:Month>"),
    ({"language": "de-DE"}, "<b:LCID>de-DE</b:LCID>"),
    ({"author": [Name(literal="UNICEF")]}, "<b:Corporate>UNICEF</b:Corporate>"),
    ({"author": [Name(literal="A & B, Inc.")]}, "<b:Corporate>A &amp; B, Inc.</b:Corporate>"),
    (
        {"author": [Name(literal="Lake Board"), Name(family="Roe", given="Kim")]},
        "<b:Person><b:Last>Lake Board</b:Last></b:Person>",
    ),
    (
        {"author": [Name(family="Berg", given="Jan", non_dropping_particle="van den")]},
        "<b:Person><b:Last>van den Berg</b:Last><b:First>Jan</b:First></b:Person>",
    ),
]


@pytest.mark.parametrize(("values", "line"), WRITTEN)
def test_what_is_written_is_read_again(values: dict[str, Any], line: str) -> None:
    reference = Reference(id="a", title="T", **{"type": "book", **values})
    written = refconv.write(reference, "word-xml")

    assert line in written.text
    assert written.losses == ()
    assert refconv.read(written.text, "word-xml").references == (reference,)


def test_a_thesis_by_another_name_is_a_report() -> None:
    thesis = Reference(type="thesis", id="a", title="T", genre="Habilitation")

    assert [loss.message for loss in refconv.write(thesis, "word-xml").losses] == [
        "type changed: 'thesis' (kept as 'report')"
    ]


def test_a_file_is_well_formed_and_every_element_is_in_the_namespace() -> None:
    text = refconv.write(Reference(type="book", id="<a>", title="A & <B>"), "word-xml").text
    root = ElementTree.fromstring(text.encode())

    assert {element.tag.partition("}")[0] for element in root.iter()} == {f"{{{NAMESPACE}"}
    assert refconv.read(text).references[0].title == "A & <B>"


CARRIED: list[tuple[str, Any, Any]] = [
    ("Title", " A\n B ", "A B"),
    ("Unknown", "A", None),
    ("Author/Author", ["Lake Board,"], ["Lake Board,"]),
    ("Author/Editor", ["UNICEF,"], ["UNICEF"]),
    ("Author/Other", ["A"], None),
    ("LCID", "0", None),
    ("Year", 2019, None),
]


@pytest.mark.parametrize(("key", "raw", "back"), CARRIED)
def test_carry(key: str, raw: Any, back: Any) -> None:
    assert carry(key, raw) == back


def test_legal_text() -> None:
    assert legal_text("a\x01\ufffe\tb") == "a b"
