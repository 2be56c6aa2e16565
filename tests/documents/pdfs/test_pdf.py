"""PDF: pages are read in order, LaTeX's marks cut the list, links give DOIs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.codes import Code
from refconv.documents.pdfs import pdf as reader
from refconv.documents.pdfs.pdf import read
from tests.documents.pdf_builder import LOCKED, PdfText, column, pdf

pytest.importorskip("pypdfium2", reason="reads PDFs only with refconv[documents]")

LIST = [
    "References",
    "",
    "[1] Ng, A., and Roe, B. 2001. Rivers of the north and their",
    "    fish. Journal of Water 3, 4 (2001), 5-16.",
    "[2] Lee, C. 2010. Lakes of the south. Water Letters 5, 7-9.",
    "[3] Moor, E. 2012. Ponds of the east. Water Letters 6, 17-19.",
]
PROSE = [f"The rivers of the north are long, as line {i} of this page says." for i in range(8)]


def titles(data: bytes) -> list[str]:
    return [one.title for one in refconv.read(data)]


TITLES = ["Rivers of the north and their fish", "Lakes of the south", "Ponds of the east"]


def test_a_list_is_found() -> None:
    read_ = refconv.read(pdf([column(PROSE), column(LIST)]))

    assert read_.format == "pdf"
    assert [one.title for one in read_] == TITLES
    assert [(o.carrier, o.page) for o in read_.origins] == [("pdf", 2)] * 3
    assert read_.diagnostics == ()


def test_columns_are_read_one_after_the_other() -> None:
    left = column([*PROSE[:3], *LIST[:4]], x=50)
    right = column([*LIST[4:], "", *(f"Line {i} of an appendix." for i in range(6))], x=330)
    sized = [one._replace(size=6) for one in (*left, *right)]
    # Row by row, as some programs write a page.
    sized.sort(key=lambda one: -one.y)

    assert titles(pdf([sized])) == TITLES


def test_running_heads_go() -> None:
    pages = [
        [PdfText(72, 760, f"A. Author: On rivers, page {i}"), *column(lines)]
        for i, lines in enumerate((PROSE, LIST[:3], LIST[3:]))
    ]  # fmt: skip

    assert titles(pdf(pages)) == TITLES


MARKS = {
    "cite.ng01": (0, 60.0, 690.0),
    "cite.0@lee10": (0, 60.0, 666.0),
    "cite.moor12": (0, 60.0, 654.0),
    "section.1": (0, 60.0, 700.0),
    "cite.0@0:cite1": (0, 60.0, 642.0),
}


def test_marks_of_latex_cut_the_list_and_give_keys() -> None:
    plain = [line.removeprefix("[1] ").removeprefix("[2] ").removeprefix("[3] ") for line in LIST]
    data = pdf([column([*plain, "", "Appendix A", *PROSE])], places=MARKS)

    assert [(one.id, one.title) for one in refconv.read(data)] == [
        ("ng01", TITLES[0]), ("lee10", TITLES[1]), ("moor12", TITLES[2]),
    ]  # fmt: skip


def test_marks_belong_to_their_column() -> None:
    left = column([*PROSE[:3], *LIST[:4]], x=50)
    # The marks of the right column are as high as lines of the left one.
    right = column([*LIST[4:], *PROSE, *PROSE], x=330)
    marks = {
        "cite.ng01": (0, 50.0, 654.0),
        "cite.lee10": (0, 330.0, 714.0),
        "cite.moor12": (0, 330.0, 702.0),
    }
    small = [one._replace(size=6) for one in (*left, *right)]
    found = [*refconv.read(pdf([small], places=marks))]

    assert [(one.id, one.title) for one in found[:2]] == [("ng01", TITLES[0]), ("lee10", TITLES[1])]
    assert found[2].id == "moor12"


def test_words_that_a_line_breaks_are_put_together() -> None:
    lines = [
        *LIST[:2],
        "[1] Ng, A. 2001. Rivers of the nor-",
        "    thern plains. Water 3, 5-16.",
        *LIST[4:],
    ]

    assert titles(pdf([column(lines)], places=MARKS))[0] == "Rivers of the northern plains"


def test_links_give_dois() -> None:
    box = (72.0, 650.0, 300.0, 660.0)
    data = pdf([column(LIST)], places=MARKS, links=[(0, box, "https://doi.org/10.1000/2")])

    assert [one.DOI for one in refconv.read(data)] == ["", "10.1000/2", ""]


def codes(data: bytes) -> list[tuple[Code, str]]:
    return [(one.code, one.reason) for one in refconv.read(data).diagnostics]


def test_what_cannot_be_read_is_said() -> None:
    assert codes(LOCKED) == [(Code.BINARY, "encrypted")]
    assert codes(b"%PDF-1.7\nnothing more") == [(Code.BINARY, "damaged")]
    assert codes(pdf([[], []])) == [(Code.NO_REFERENCES, "scanned")]


def test_only_the_last_pages_of_a_long_file_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PAGES", 2)
    data = pdf(
        [column(PROSE)] * 5 + [column(LIST)], places={k: (5, *v[1:]) for k, v in MARKS.items()}
    )

    assert titles(data) == TITLES
    assert codes(data) == [(Code.TOO_LONG, "pages")]


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (found,) = read(b"%PDF-1.7").diagnostics

    assert (found.code, found.reason) == (Code.BINARY, "extra")
    assert "refconv[documents]" in found.message


FILE = pdf([column(LIST)], places=MARKS)


@given(st.integers(0, len(FILE)), st.integers(0, 255), st.integers(0, len(FILE)))
def test_no_bytes_raise(place: int, byte: int, end: int) -> None:
    changed = FILE[:place] + bytes([byte]) + FILE[place + 1 :]

    for data in (changed, FILE[:end]):
        document = read(data)
        assert all(0 <= one.start < one.end <= len(document.text) for one in document.items)


def words_of(lines: Sequence[str]) -> list[str]:
    return " ".join(lines).split()


def test_all_words_are_there() -> None:
    assert read(pdf([column(PROSE)])).text.split() == words_of(PROSE)
