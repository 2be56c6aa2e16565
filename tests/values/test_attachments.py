r"""Attached files, in BibTeX's field ``file`` and as links of the other formats."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.model import Reference
from refconv.values.attachments import (
    KEY,
    Attachment,
    file_field,
    file_rule,
    link_rule,
    parse_file_field,
)

FIELDS = [
    ("a.pdf", [Attachment("a.pdf")], ":a.pdf:PDF"),
    (":a b/c.pdf:PDF", [Attachment("a b/c.pdf")], ":a b/c.pdf:PDF"),
    (":c.pdf:pdf", [Attachment("c.pdf")], ":c.pdf:PDF"),
    (
        "Full Text:files/1/c.pdf:application/pdf",
        [Attachment("files/1/c.pdf", "Full Text", "application/pdf")],
        "Full Text:files/1/c.pdf:application/pdf",
    ),
    (
        ":a.pdf:PDF;Page:b.html:text/html",
        [Attachment("a.pdf"), Attachment("b.html", "Page", "text/html")],
        ":a.pdf:PDF;Page:b.html:text/html",
    ),
    (r":C\:/Users/me/a.pdf:pdf", [Attachment("C:/Users/me/a.pdf")], r":C\:/Users/me/a.pdf:PDF"),
    (r":C:\Users\a.pdf:PDF", [Attachment(r"C:\Users\a.pdf")], r":C\:\\Users\\a.pdf:PDF"),
    (r"C:\Users\a.pdf", [Attachment(r"C:\Users\a.pdf")], r":C\:\\Users\\a.pdf:PDF"),
    (r"a\;b\:c:x.txt:Text", [Attachment("x.txt", "a;b:c", "Text")], r"a\;b\:c:x.txt:Text"),
]


@pytest.mark.parametrize(("raw", "files", "written"), FIELDS)
def test_the_field_of_bibtex(raw: str, files: list[Attachment], written: str) -> None:
    assert [*parse_file_field(raw)] == files
    assert file_field(files) == written
    assert [*parse_file_field(written)] == files


@pytest.mark.parametrize("raw", ["", "http://x.org/a.pdf", "a:b:c:d", "a:b"])
def test_another_form_holds_no_files(raw: str) -> None:
    assert parse_file_field(raw) == ()


@given(
    st.lists(st.builds(Attachment, st.text(":;\\aC./", min_size=1), st.text(":;\\a"), st.text("b")))
)
def test_files_that_can_be_read_are_written_as_they_are_read(files: list[Attachment]) -> None:
    read = parse_file_field(file_field(files))

    assert read == () or parse_file_field(file_field(read)) in (read, ())


def test_the_rules_are_each_others_inverse() -> None:
    field, link = file_rule("bibtex:file"), link_rule("ris:L1")
    assert field.decode is not None
    assert field.encode is not None
    assert link.decode is not None
    assert link.encode is not None
    reference = Reference("book", custom=[("bibtex:file", ":a.pdf:PDF;:b.pdf:PDF")])

    read = field.decode(reference)

    assert read.custom == ((KEY, {"path": "a.pdf"}), (KEY, {"path": "b.pdf"}))
    assert field.encode(read, "book") == reference
    links = link.encode(read, "book")
    assert links.custom == (("ris:L1", "a.pdf"), ("ris:L1", "b.pdf"))
    assert link.decode(links) == read


@pytest.mark.parametrize("by", ["ris", "enw", "endnote-xml", "csl-json", "biblatex"])
def test_files_are_carried_to_other_formats_and_back(by: str) -> None:
    entry = "@book{a,\n  title = {A},\n  file = {:a.pdf:PDF;:C\\:/b.pdf:PDF},\n}\n"
    there = refconv.write(refconv.read(entry, "bibtex"), by)
    back = refconv.read(there.text, by)

    assert there.losses == () or by in ("enw", "endnote-xml")
    assert [value for key, value in back.references[0].custom if key == KEY] == [
        {"path": "a.pdf"},
        {"path": "C:/b.pdf"},
    ]
    assert "file = {:a.pdf:PDF;:C\\:/b.pdf:PDF}" in refconv.write(back, "bibtex").text
