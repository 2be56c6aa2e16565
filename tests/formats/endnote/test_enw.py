"""EndNote's import format and Refer: what is read, what is written."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code, Date, Name, Reference


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


def test_it_is_written_with_windows_line_ends_and_an_empty_line_after_each_record() -> None:
    written = refconv.write([Reference(type="book", id="a", title="A"), Reference(id="b")], "enw")

    assert written.text == "%0 Book\r\n%F a\r\n%T A\r\n\r\n%0 Generic\r\n%F b\r\n\r\n"
    assert written.losses == ()


def test_only_for_zotero_an_incomplete_list_is_left_without_its_mark() -> None:
    reference = Reference(id="a", author=(Name(family="Curie"),), et_al={"author"})

    assert "%A et al.," in refconv.write(reference, "enw").text
    assert "%A et al.," in refconv.write(reference, "enw", for_="endnote").text
    for_zotero = refconv.write(reference, "enw", for_="zotero")
    assert "et al" not in for_zotero.text
    assert [loss.path for loss in for_zotero.losses] == ["author.et-al"]


@pytest.mark.parametrize(
    ("lines", "variable", "value"),
    [
        ("%0 Book\n%E Series, Editor\n%B Series", "collection_editor", "Series, Editor"),
        ("%0 Book\n%Y Book, Editor", "editor", "Book, Editor"),
        ("%0 Edited Book\n%A Book, Editor", "editor", "Book, Editor"),
        ("%0 Book\n%? Trans, Lator", "translator", "Trans, Lator"),
        ("%0 Book Section\n%E Book, Editor\n%B Book", "editor", "Book, Editor"),
        ("%0 Book Section\n%Y Series, Editor\n%S Series", "collection_editor", "Series, Editor"),
        ("%0 Film or Broadcast\n%A Direc, Tor", "director", "Direc, Tor"),
        ("%0 Personal Communication\n%E Reci, Pient", "recipient", "Reci, Pient"),
    ],
)
def test_roles_are_those_of_the_type(lines: str, variable: str, value: str) -> None:
    (name,) = getattr(one(lines), variable)

    assert str(name) == value


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("%0 Book\n%B Series", "collection_title", "Series"),
        ("%0 Book\n%S Series", "collection_title", "Series"),
        ("%0 Book\n%P xii, 327", "number_of_pages", "xii, 327"),
        ("%0 Book\n%@ 978-3-16-148410-0", "ISBN", "978-3-16-148410-0"),
        ("%0 Book Section\n%J Book", "container_title", "Book"),
        ("%0 Journal Article\n%B Journal", "container_title", "Journal"),
        ("%0 Conference Proceedings\n%B Meeting", "container_title", "Meeting"),
        ("%0 Conference Paper\n%C Rome", "publisher_place", "Rome"),
        ("%0 Thesis\n%I University\n%9 PhD thesis", "genre", "PhD thesis"),
        ("%0 Report\n%@ TR-17", "number", "TR-17"),
        ("%0 Computer Program\n%7 2.1", "version", "2.1"),
        ("%0 Web Page\n%[ 2015/03/04", "accessed", Date.on(2015, 3, 4)),
        ("%0 Web Page\n%V 2015\n%N Mar 4", "accessed", Date.on(2015, 3, 4)),
        ("%0 Book\n%[ 20151028", "accessed", Date.on(2015, 10, 28)),
        ("%0 Journal Article\n%7 2015/03/04", "available_date", Date.on(2015, 3, 4)),
        ("%0 Book\n%D in press", "issued", Date(literal="in press")),
        ("%0 Book\n%D 2009-05-01", "issued", Date.on(2009, 5, 1)),
        ("%0 Journal Article\n%M 12345678\n%~ CINAHL", "PMID", ""),
        ("%0 Journal Article\n%M 12345678\n%~ Medline", "PMID", "12345678"),
        ("%0 Journal Article\n%M WOS:000200148", "archive_location", "WOS:000200148"),
        ("%0 journal article\n%T A", "type", "article-journal"),
        ("%0 Interview\n%T A", "type", "interview"),
    ],
)
def test_fields_are_those_of_the_type(line: str, variable: str, value: object) -> None:
    assert getattr(one(line), variable) == value


def test_what_no_variable_takes_is_kept_and_written_back() -> None:
    text = (
        "%0 Grant\r\n%F a\r\n%T T\r\n%1 Custom\r\n%+ Rome\r\nItaly\r\n%> a.pdf\r\n%> b.pdf\r\n\r\n"
    )
    read = refconv.read(text, "enw")

    assert read.references[0].custom == (
        ("enw:%0", "Grant"),
        ("enw:%1", "Custom"),
        ("enw:%+", "Rome\nItaly"),
        ("enw:%>", "a.pdf"),
        ("enw:%>", "b.pdf"),
    )
    assert refconv.write(read, "enw") == refconv.Written(text)


def test_older_files_of_refer_have_no_types_and_other_meanings() -> None:
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
def test_files_as_they_are(text: str, titles: list[str]) -> None:
    assert [reference.title for reference in refconv.read(text, "enw")] == titles


def test_text_outside_of_records_is_said_and_kept() -> None:
    read = refconv.read("Library export\n\n%0 Book\n%T A", "enw")

    assert [(d.code, d.line) for d in read.diagnostics] == [(Code.STRAY_TEXT, 1)]
    assert [block.text for block in read.blocks] == ["Library export"]


def test_an_address_that_a_margin_has_cut() -> None:
    reference = one("%0 Book\n%U https://example.org/a\n/b\nhttps://example.org/c")

    assert reference.URL == "https://example.org/a/b"
    assert reference.custom == (("enw:%U", "https://example.org/c"),)


def test_a_line_between_the_type_and_the_first_field_is_said_and_kept() -> None:
    read = refconv.read("%0 Book\nof the month\n%T Lamps\n", "enw")

    assert [(one.type, one.title) for one in read] == [("book", "Lamps")]
    assert [(str(said.code), said.line) for said in read.diagnostics] == [("stray-text", 2)]
    assert [block.text for block in read.blocks] == ["of the month"]
