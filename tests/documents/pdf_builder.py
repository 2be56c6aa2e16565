"""Build small PDFs by the rules of ISO 32000-1: text at places, links, named places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from refconv.core.codes import Code

WIDTH, HEIGHT = 612, 792


class PdfText(NamedTuple):
    """Words at a place: x, y of their foot in points, and the size of the font."""

    x: float
    y: float
    text: str
    size: float = 10


def column(
    lines: Sequence[str], x: float = 72, top: float = 700, step: float = 12
) -> list[PdfText]:
    """Return lines below one another; leading spaces indent, an empty line leaves a gap."""
    placed = []
    for index, line in enumerate(lines):
        words = line.lstrip()
        if words:
            placed.append(PdfText(x + 5 * (len(line) - len(words)), top - step * index, words))
    return placed


def _content(texts: Sequence[PdfText]) -> bytes:
    parts = []
    for one in texts:
        words = one.text.encode("cp1252", "replace").replace(b"\\", b"\\\\")
        words = words.replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (one.size, one.x, one.y, words))
    return b"\n".join(parts)


def pdf(
    pages: Sequence[Sequence[PdfText]],
    *,
    links: Sequence[tuple[int, tuple[float, float, float, float], str]] = (),
    places: Mapping[str, tuple[int, float, float]] | None = None,
    trailer: bytes = b"",
) -> bytes:
    """Return a PDF.

    Args:
        pages: The texts of each page.
        links: The page, the box and the address of each link.
        places: The page and the place (x, y) of each name.
        trailer: More entries of the trailer.
    """
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
                            b" /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    numbers = []
    for index, texts in enumerate(pages):
        content = _content(texts)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        annotations = b" ".join(
            b"<< /Type /Annot /Subtype /Link /Rect [%g %g %g %g] /A << /S /URI /URI (%s) >> >>"
            % (*box, address.encode())
            for page, box, address in links
            if page == index
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d]"
            b" /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R /Annots [%s] >>"
            % (WIDTH, HEIGHT, len(objects), annotations)
        )
        numbers.append(len(objects))
    names = b" ".join(
        b"(%s) [%d 0 R /XYZ %g %g null]" % (name.encode(), numbers[page], x, y)
        for name, (page, x, y) in sorted((places or {}).items())
    )
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /Names << /Dests << /Names [%s] >> >> >>" % names
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(numbers))
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    """Return the objects as a file, with their table."""
    parts, length, offsets = [b"%PDF-1.7\n"], 9, []
    for number, body in enumerate(objects, start=1):
        offsets.append(length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        length += len(parts[-1])
    data = b"".join(parts)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R"
        b" %s >>\nstartxref\n%d\n%%%%EOF" % (size, table, size, trailer, len(data))
    )


LOCKED = pdf(
    [[]],
    trailer=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]"
    % (b"o" * 32, b"u" * 32),
)
"""A PDF that needs a password."""

PDF_EXAMPLES: Mapping[tuple[Code, str], tuple[str, bytes]] = {
    (Code.BINARY, "encrypted"): ("pdf", LOCKED),
    (Code.BINARY, "damaged"): ("pdf", b"%PDF-1.7\nnothing more"),
    (Code.NO_REFERENCES, "scanned"): ("pdf", pdf([[], []])),
    (Code.TOO_LONG, "pages"): ("pdf", pdf([[]] * 3001)),
}
"""Files that cause the messages of the reader."""
