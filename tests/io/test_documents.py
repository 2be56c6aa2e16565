"""Documents are read like any format: by content, name, or the caller's word; and converted."""

from __future__ import annotations

from pathlib import Path

import pytest

import refconv
from refconv.core.codes import Code
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord, Item
from refconv.io.documents import read_document
from tests.command import run_command
from tests.documents.builders import docx

FILE = docx(["References", "Ng, A. (2001). Rivers of the north. Nature, 3, 4-5."])
RIVERS = '{"type": "article-journal", "title": "Rivers of the north", "volume": "3"}'
STRING = "1. Ng, A. (2001). Rivers of the north. Nature, 3, 4-5."


def of(document: Document, source: str = "") -> refconv.Read:
    """Return what is read of a document."""
    split = read_document(Carrier("x", "x", lambda _: document), source)
    return refconv.Read(split.references, split.diagnostics, origins=split.origins)


@pytest.mark.parametrize("name", [None, "a.docx", "a"])
def test_content_decides(name: str | None) -> None:
    read = refconv.read(FILE, name=name)

    assert (read.format, [r.title for r in read]) == ("docx", ["Rivers of the north"])
    assert read.diagnostics == ()


def test_content_overrules_the_name_and_the_caller() -> None:
    named = refconv.read(FILE, name="a.bib")
    asked = refconv.read(FILE, "ris")

    assert [d.code for d in (*named.diagnostics, *asked.diagnostics)] == [Code.FORMAT] * 2
    assert len(named) == len(asked) == 1


def test_every_way_to_read_a_file(tmp_path: Path) -> None:
    path, output = tmp_path / "a.docx", tmp_path / "a.bib"
    path.write_bytes(FILE)

    assert refconv.load(path).references == refconv.read(FILE).references
    assert tuple(refconv.iter_load(path, "docx")) == refconv.read(FILE).references
    assert refconv.convert(path, output).references == refconv.read(FILE).references
    assert "Rivers of the north" in output.read_text("utf-8")


def test_the_command_reads_documents(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(FILE)

    for arguments in (["a.docx"], ["--from", "docx", "a.docx"]):
        done = run_command(*arguments, cwd=tmp_path)
        assert "title = {Rivers of the north}" in done.stdout
        assert "1 reference, 0 warnings, 0 losses" in done.stderr


def test_an_embedded_record_wins_over_its_string() -> None:
    text = f"{STRING}\nRoe, B. (2004). Lakes. Nature, 8, 9-10."
    items = (Item(0, len(STRING), key="ng"), Item(len(STRING) + 1, len(text)))
    record = EmbeddedRecord("csl-json", f"[{RIVERS}]", field="note")
    read = of(Document(text, items, (record,), paragraphs=[0, items[1].start]))

    assert [(r.id, r.title, r.page) for r in read] == [
        ("ng", "Rivers of the north", ""),
        ("", "Lakes", "9-10"),
    ]
    assert [(o.carrier, o.field, o.paragraph) for o in read.origins] == [
        ("x", "note", 1),
        ("x", "", 2),
    ]


def test_a_partial_record_is_completed_by_its_string() -> None:
    record = EmbeddedRecord("csl-json", f"[{RIVERS}]", is_partial=True, item=0)
    (reference,) = of(Document(STRING, (Item(0, len(STRING)),), (record,)))

    assert (reference.title, str(reference.author[0]), reference.page) == (
        "Rivers of the north",
        "Ng, A.",
        "4-5",
    )


def test_a_work_that_is_embedded_twice_is_there_once() -> None:
    records = [
        EmbeddedRecord("csl-json", f"[{RIVERS}]", 5, "second", ("uri:1",), rank=1),
        EmbeddedRecord("csl-json", '[{"type": "book", "volume": "4"}]', 9, "first", ("uri:1",)),
    ]
    read = of(Document("A long text.", (), tuple(records)))

    assert [(r.type, r.title, r.volume) for r in read] == [("book", "Rivers of the north", "4")]
    assert [o.field for o in read.origins] == ["first"]


def test_the_page_record_is_at_its_place() -> None:
    record = EmbeddedRecord("csl-json", '[{"type": "article-journal", "title": "This"}]')
    document = Document(STRING, (Item(0, len(STRING)),), (), record)

    split = read_document(Carrier("x", "x", lambda _: document), "")

    assert split.page_record == 0
    assert [r.title for r in split.references] == ["This", "Rivers of the north"]


def test_places_are_those_of_the_input() -> None:
    source = f"x\n\n<li>{STRING}</li>"
    document = Document(STRING, (Item(0, len(STRING)),), offsets=range(7, 7 + len(STRING)))

    (origin,) = of(document, source).origins

    assert origin.found is not None
    assert source[origin.found.start : origin.found.end] == STRING[3:]
    assert [source[s.start : s.end] for s in origin.segments][:2] == ["Ng, A.", "2001"]
    assert origin.line == 3


def test_beside_stored_records_only_a_list_is_searched() -> None:
    string = "Roe, B. (2004). Lakes and seas. Nature, 8(2), 9-10."
    record = EmbeddedRecord("csl-json", f"[{RIVERS}]")

    def titles(text: str) -> list[str]:
        return [r.title for r in of(Document(text, (), (record,), paragraphs=[0]))]

    assert titles(f"Some text.\n{string}\n") == ["Rivers of the north"]
    assert titles(f"{STRING}\nReferences\n{string}\n") == ["Rivers of the north", "Lakes and seas"]


def test_the_page_of_a_reference() -> None:
    document = Document(STRING, (Item(0, len(STRING)),), pages=[0, 0])

    assert [origin.page for origin in of(document).origins] == [2]
