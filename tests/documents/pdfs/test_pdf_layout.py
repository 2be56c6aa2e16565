"""The order of the lines of a page."""

from __future__ import annotations

import pytest

from refconv.documents.pdfs.pdf_layout import PlacedLine, reading_order, without_running_heads
from refconv.documents.pdfs.pdf_pages import PdfLine, PdfPage


def line(text: str, left: float, top: float) -> PdfLine:
    """Return a line of letters five points wide and ten high."""
    return PdfLine(text, left, top - 10, left + 5 * len(text), top)


def order(*lines: PdfLine) -> list[str]:
    return [placed.text.strip() for placed in reading_order(PdfPage(600, 800, lines, ()))]


def test_one_column_stays_as_it_is() -> None:
    assert order(*(line(f"line {i}", 72, 700 - 12 * i) for i in range(20))) == [
        f"line {i}" for i in range(20)
    ]


def test_two_columns_below_a_title() -> None:
    title = line("A title that is wide enough to cross the gutter of the page" * 2, 50, 760)
    left = [line(f"left {i}", 50, 700 - 12 * i) for i in range(8)]
    right = [line(f"right {i}", 330, 700 - 12 * i) for i in range(8)]
    mixed = [one for pair in zip(left, right, strict=True) for one in pair]

    assert order(title, *mixed)[1:] == [one.text for one in (*left, *right)]


def test_a_few_lines_beside_others_are_no_column() -> None:
    lines = [line("a" * 90, 50, 700 - 12 * i) for i in range(10)] + [line("note", 500, 800)]

    assert order(*lines)[0] == "note"


def test_indentation_and_paragraphs() -> None:
    lines = (
        line("aaaa", 50, 700),
        line("bbbb", 60, 688),
        line("cccc", 50, 676),
        line("dddd", 50, 640),
    )
    placed = reading_order(PdfPage(600, 800, lines, ()))

    assert [one.text for one in placed] == ["aaaa", "  bbbb", "cccc", "dddd"]
    assert [one.is_apart for one in placed] == [False, False, False, True]


def test_words_side_by_side_are_one_line() -> None:
    assert order(line("[1]", 50, 700), line("Ng, A.", 70, 700), line("far", 300, 700)) == [
        "[1] Ng, A.", "far",
    ]  # fmt: skip


@pytest.mark.parametrize(("pages", "is_kept"), [(2, True), (3, False)])
def test_running_heads(pages: int, is_kept: bool) -> None:
    found = [
        [PlacedLine(f"Rivers {i}", line(f"Rivers {i}", 72, 780), is_apart=False)]
        + [
            PlacedLine("abc"[i] * (j + 2), line("a", 72, 700 - 12 * j), is_apart=False)
            for j in range(8)
        ]
        for i in range(pages)
    ]

    kept = without_running_heads(found)

    assert any("Rivers" in one.text for lines in kept for one in lines) is is_kept
    assert all(len(lines) >= 6 for lines in kept)


def test_parts_of_a_stretched_line_of_a_column_are_one_line() -> None:
    left = [line(f"left {i} is longer", 50, 700 - 12 * i) for i in range(8)]
    right = [line(f"right {i}", 330, 700 - 12 * i) for i in range(6)]
    # The letters of italics stand a little higher.
    parts = [
        line("N. M. Holm.", 330, 628), line("A survey of the", 430, 629), line("south", 550, 628.5)
    ]  # fmt: skip

    assert order(*left, *right, *parts)[-1] == "N. M. Holm. A survey of the south"
