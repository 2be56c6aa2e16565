"""Writer files, zipped and flat: what is read from where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from tests.documents.builders import (
    LAKES,
    LAKES_PRINTED,
    RIVERS,
    RIVERS_PRINTED,
    SANDS_PRINTED,
    citation,
    fodt,
    odt,
    reference_mark,
    writer_paragraph,
    zipped,
)

MARK = reference_mark(f"ZOTERO_ITEM CSL_CITATION {citation(RIVERS)} RNDabcdefghij")
CODE = f"ITEM CSL_CITATION {citation(RIVERS)}"
META = "".join(
    f'<meta:user-defined meta:name="ZOTERO_BREF_abc_{i}">{escape(part)}</meta:user-defined>'
    for i, part in ((1, CODE[:200]), (2, CODE[200:]))
)
BOOKMARK = '<text:bookmark-start text:name="ZOTERO_BREF_abc"/>x<text:bookmark-end text:name="a"/>'
BOOK = (
    '<text:bibliography-mark text:identifier="Roe10" text:bibliography-type="book" '
    'text:author="Roe, Bo; Lee, Kim" text:title="Lakes and seas" text:year="2010" '
    'text:publisher="Lake Press" text:custom1="x">[1]</text:bibliography-mark>'
)


def section(name: str, *entries: str) -> str:
    inner = "".join(map(writer_paragraph, entries))
    return f"<text:section text:name='{name}'>{inner}</text:section>"


PLACES: list[tuple[str, list[str], str, list[str]]] = [
    ("reference mark", [writer_paragraph("a", MARK)], "", ["Rivers of the north"]),
    (
        "Mendeley",
        [writer_paragraph(reference_mark(f"CSL_CITATION {citation(LAKES)}"))],
        "",
        ["Lakes and seas"],
    ),
    ("bookmark", [writer_paragraph(BOOKMARK)], META, ["Rivers of the north"]),
    (
        "link",
        [writer_paragraph(f"<text:a>{escape(CODE)}</text:a>"), "DOCUMENT_PREFERENCES"],
        "",
        ["Rivers of the north"],
    ),
    (
        "footnote",
        [
            writer_paragraph(
                "a",
                "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                f"{writer_paragraph(MARK)}</text:note-body></text:note>",
            )
        ],
        "",
        ["Rivers of the north"],
    ),
    ("LibreOffice", [writer_paragraph(BOOK), writer_paragraph(BOOK)], "", ["Lakes and seas"]),
    (
        "list",
        [writer_paragraph(MARK), section('ZOTERO_BIBL {"x":1}', RIVERS_PRINTED, SANDS_PRINTED)],
        "",
        ["Rivers of the north", "Sands and their winds"],
    ),
    (
        "style",
        [writer_paragraph(one, style="Bibliography_20_1") for one in (RIVERS_PRINTED,)],
        "",
        ["Rivers of the north"],
    ),
    (
        "deleted text",
        [f"<text:tracked-changes>{writer_paragraph(MARK)}</text:tracked-changes>", "a"],
        "",
        [],
    ),
]
BUILD: list[Callable[[Iterable[str], str], bytes | str]] = [odt, fodt]


@pytest.mark.parametrize("build", BUILD)
@pytest.mark.parametrize(("place", "paragraphs", "meta", "expected"), PLACES)
def test_where_a_record_may_stand(
    build: Callable[[Iterable[str], str], bytes | str],
    place: str,
    paragraphs: list[str],
    meta: str,
    expected: list[str],
) -> None:
    read = refconv.read(build(paragraphs, meta))

    assert read.format == build.__name__
    assert [reference.title for reference in read] == expected, place
    assert all(found.reason == "text" for found in read.diagnostics)


def test_a_bibliography_mark_of_libreoffice() -> None:
    (book,) = refconv.read(odt([writer_paragraph(BOOK)]))

    assert (book.id, book.type, book.publisher, str(book.issued)) == (
        "Roe10",
        "book",
        "Lake Press",
        "2010",
    )
    assert [str(name) for name in book.author] == ["Roe, Bo", "Lee, Kim"]
    assert book.custom == (("odf:custom1", "x"),)


def test_jabrefs_marks_have_keys_only() -> None:
    mark = reference_mark("JABREF_Roe2010 CID_1 abc")
    read = refconv.read(odt([writer_paragraph(mark), section("JR_bib", SANDS_PRINTED)]))

    assert [reference.title for reference in read] == ["Sands and their winds"]
    assert [found.message for found in read.diagnostics] == [
        "citations of JabRef without their works: 1 (the printed list is read; for the records"
        " export the library)"
    ]


WHOLE = odt([writer_paragraph(MARK), section("JR_bib", SANDS_PRINTED)])


@given(end=st.integers(0, len(WHOLE)))
def test_a_file_that_is_cut_never_raises_and_is_reported(end: int) -> None:
    read = refconv.read(WHOLE[:end], "odt")

    assert len(read) == 2 or read.diagnostics


def test_an_archive_that_is_no_writer_file_is_reported() -> None:
    read = refconv.read(zipped({"my_content.xml": "x"}), "odt")

    assert [found.reason for found in read.diagnostics] == ["none"]


def test_a_footnote_names_a_work_beside_the_list() -> None:
    note = "See Vic Quo, Sands and Their Winds (Leeds: Salt Press, 1987), 34–36."
    inner = f"<text:note-body>{writer_paragraph(note)}</text:note-body>"
    cited = writer_paragraph(
        f"<text:note><text:note-citation>1</text:note-citation>{inner}</text:note>"
    )

    read = refconv.read(odt([cited, "References", LAKES_PRINTED]))

    assert [reference.title for reference in read] == ["Sands and Their Winds", "Lakes and seas"]


def field_of_word(code: str, shown: str = "(1)") -> str:
    """Return a field of Word as Writer keeps it."""
    return (
        '<field:fieldmark-start text:name="Bookmark" field:type="vnd.oasis.opendocument.field.'
        'UNHANDLED"><field:param field:name="vnd.oasis.opendocument.field.code" field:value="'
        f'{escape(code)}"/></field:fieldmark-start>{shown}<field:fieldmark-end/>'
    )


def test_fields_of_word_survive_in_writer() -> None:
    cited = field_of_word(f"ADDIN ZOTERO_ITEM CSL_CITATION {citation(RIVERS)}")
    listed = field_of_word("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", SANDS_PRINTED)

    read = refconv.read(
        odt([writer_paragraph("<text:s/>", cited), writer_paragraph("<text:s/>", listed)])
    )

    assert [(one.title, origin.field) for one, origin in zip(read, read.origins, strict=True)] == [
        ("Rivers of the north", "Zotero field"),
        ("Sands and their winds", ""),
    ]


def test_links_of_google_docs_hold_no_work() -> None:
    link = '<text:a xlink:href="https://www.zotero.org/google-docs/?ab">(Ng 2001)</text:a>'

    (found,) = refconv.read(odt([writer_paragraph(link), "References", LAKES_PRINTED])).diagnostics

    assert (found.reason, found.data["kind"]) == ("no-data", "Zotero in Google Docs")
