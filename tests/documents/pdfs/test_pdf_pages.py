"""What PDFium says of pages: lines with boxes, links, named places."""

from __future__ import annotations

import pytest

from refconv.documents.pdfs.pdf_pages import DamagedPdfError, PdfFile, PdfPlace
from tests.documents.pdf_builder import HEIGHT, WIDTH, PdfText, column, pdf

pytest.importorskip("pypdfium2", reason="reads PDFs only with refconv[documents]")


def test_lines_have_boxes() -> None:
    file = PdfFile(pdf([[PdfText(72, 700, "Rivers é"), PdfText(72, 680, "Lakes", 20)]]))
    page = file.page(0)

    assert (len(file), page.width, page.height) == (1, WIDTH, HEIGHT)
    assert [one.text for one in page.lines] == ["Rivers é", "Lakes"]
    first, second = page.lines
    assert first.left == pytest.approx(72, abs=2)
    assert first.bottom == pytest.approx(700, abs=4)
    assert second.right - second.left > 40
    file.close()


def test_links_and_places() -> None:
    data = pdf(
        [column(["Rivers"]), column(["Lakes"])],
        links=[(1, (72, 690, 100, 705), "https://a.example/b")],
        places={"cite.ng01": (1, 60, 700), "section.2": (1, 0, 0), "cite.3@b:c": (0, 5, 6)},
    )
    file = PdfFile(data)

    assert [one.address for one in file.page(1).links] == ["https://a.example/b"]
    assert file.page(0).links == ()
    assert {*file.places()} == {PdfPlace("ng01", 1, 60, 700), PdfPlace("b:c", 0, 5, 6)}
    file.close()


def test_a_file_that_is_none() -> None:
    with pytest.raises(DamagedPdfError):
        PdfFile(b"words")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # TeX's encoding "Cork", in which fonts that are pictures have their codes.
        ("di\x1berent \x1celds, \x10e\x1fuent\x11, 3\x1589", "different fields, “effluent”, 3–89"),
        # TeX's first encoding.
        ("di\x0berent \x0celds, e\x0fuent, 3{89", "different fields, effluent, 3–89"),
        ("sets {a} and {b}", "sets {a} and {b}"),
    ],
)
def test_codes_of_fonts_that_are_pictures(raw: str, expected: str) -> None:
    file = PdfFile(pdf([[PdfText(72, 700, raw)]]))

    assert [line.text for line in file.page(0).lines] == [expected]
    file.close()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("url: https : / / a . example / b10 - 2 /", "url: https://a.example/b10-2/"),
        ("2. doi: 10 . 1080 / 07268600802308774.", "2. doi: 10.1080/07268600802308774."),
        ("tug . org / b10 - 2/tb32.pdf", "tug.org/b10-2/tb32.pdf"),
        ("A title / a translation. Leeds 2001.", "A title / a translation. Leeds 2001."),
    ],
)
def test_stretched_addresses_are_put_together(raw: str, expected: str) -> None:
    file = PdfFile(pdf([[PdfText(72, 700, raw)]]))

    assert " ".join(line.text for line in file.page(0).lines) == expected
    file.close()
