"""EndNote's import format and Refer, read and written."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code, Name, Reference


def one(text: str) -> Reference:
    (reference,) = refconv.read(text, "enw").references
    return reference


ARTICLE = """\
%0 Journal Article
%A Curie, Marie
%A WHO,
%A et al.,
%T Rays
%J Comptes rendus
%V 126
%N 3
%P 1101-1103
%D 1898
%8 Jul 18
%@ 0001-4036
%R doi:10.1000/rays
%M 24381239
%2 PMC3539183
%] e17
%K radium
polonium
%X First paragraph.

Second one.
%F curie1898
"""


def test_an_article() -> None:
    read = refconv.read(ARTICLE, "enw")

    assert read.diagnostics == ()
    assert read.references == (
        Reference(
            type="article-journal",
            id="curie1898",
            author=(Name(family="Curie", given="Marie"), Name(literal="WHO")),
            et_al={"author"},
            title="Rays",
            container_title="Comptes rendus",
            volume="126",
            issue="3",
            page="1101-1103",
            number="e17",
            issued="1898-07-18",
            ISSN="0001-4036",
            DOI="10.1000/rays",
            PMID="24381239",
            PMCID="PMC3539183",
            keyword=("radium", "polonium"),
            abstract="First paragraph.\nSecond one.",
        ),
    )


def test_records_are_written_with_windows_line_ends_and_an_empty_line_after_each() -> None:
    written = refconv.write([Reference(type="book", id="a", title="A"), Reference(id="b")], "enw")

    assert written.text == "%0 Book\r\n%F a\r\n%T A\r\n\r\n%0 Generic\r\n%F b\r\n\r\n"
    assert written.losses == ()


def test_an_incomplete_list_is_marked_unless_written_for_zotero() -> None:
    reference = Reference(id="a", author=(Name(family="Curie"),), et_al={"author"})

    assert "%A et al.," in refconv.write(reference, "enw").text
    assert "%A et al.," in refconv.write(reference, "enw", for_="endnote").text
    for_zotero = refconv.write(reference, "enw", for_="zotero")
    assert "et al" not in for_zotero.text
    assert [loss.path for loss in for_zotero.losses] == ["author.et-al"]


def test_a_tag_without_a_field_is_kept_and_written_again() -> None:
    text = (
        "%0 Grant\r\n%F a\r\n%T T\r\n%1 Custom\r\n%+ Rome\r\nItaly\r\n%> a.pdf\r\n%> b.pdf\r\n\r\n"
    )
    read = refconv.read(text, "enw")

    assert read.references[0].custom == (
        ("enw:%0", "Grant"),
        ("enw:%1", "Custom"),
        ("enw:%+", "Rome\nItaly"),
        ("file:attachment", {"path": "a.pdf"}),
        ("file:attachment", {"path": "b.pdf"}),
    )
    assert refconv.write(read, "enw") == refconv.Written(text)


def test_files_of_refer_have_no_types_and_other_meanings() -> None:
    text = """\
%A Brian W. Kernighan
%A Lorinda L. Cherry
%T A System for Typesetting Mathematics
%J Comm. Assoc. Comp. Mach.
%V 18
%P 151-157
%D March 1975

%Q Bell Laboratories
%T Manual
%R CSTR 12
%O out of print
"""
    read = refconv.read(text, "enw")

    first, second = read.references
    assert (first.type, str(first.issued)) == ("article-journal", "1975-03")
    assert [str(name) for name in first.author] == ["Kernighan, Brian W.", "Cherry, Lorinda L."]
    assert (second.type, second.number, second.note) == ("report", "CSTR 12", "out of print")
    assert second.author == (Name(literal="Bell Laboratories"),)
    assert [(d.code, d.line) for d in read.diagnostics] == [
        (Code.MISSING_TYPE, 1),
        (Code.MISSING_TYPE, 9),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("\ufeff%0 Book\r%T A\r\r%0 Book\r%T B\r", ["A", "B"]),
        ("%0  Book\n%T  A\n%0  Book\n%T  B", ["A", "B"]),
        ("Exported by someone\n\n%0 Book\n%T A", ["A"]),
        ("  %0 Book\n  %T A\n\n  %0 Book\n  %T B\n", ["A", "B"]),
        ("%0 Book\n%T A\n  wrapped\n%D 2001", ["A wrapped"]),
        ("%0 Book\n%X\n\n%5 is no tag\n%T A", ["A"]),
        ("%0 Book\n%A A, B\n%T A\n\n%A C, D\n%T B", ["A", "B"]),
    ],
)
def test_records_of_a_file(text: str, titles: list[str]) -> None:
    assert [reference.title for reference in refconv.read(text, "enw")] == titles


def test_text_outside_of_records_is_reported_and_kept() -> None:
    read = refconv.read("Library export\n\n%0 Book\n%T A", "enw")

    assert [(d.code, d.line) for d in read.diagnostics] == [(Code.STRAY_TEXT, 1)]
    assert [block.text for block in read.blocks] == ["Library export"]


def test_an_address_that_was_wrapped() -> None:
    reference = one("%0 Book\n%U https://example.org/a\n/b\nhttps://example.org/c")

    assert reference.URL == "https://example.org/a/b"
    assert reference.custom == (("url:other", "https://example.org/c"),)


def test_a_line_between_the_type_and_the_first_field_is_reported_and_kept() -> None:
    read = refconv.read("%0 Book\nof the month\n%T Lamps\n", "enw")

    assert [(one.type, one.title) for one in read] == [("book", "Lamps")]
    assert [(str(found.code), found.line) for found in read.diagnostics] == [("stray-text", 2)]
    assert [block.text for block in read.blocks] == ["of the month"]
