"""The pages of a PDF: lines with their boxes, links, and the places that links lead to.

PDFium reads the file (package pypdfium2, extra ``documents``). What it says of characters is taken
through its C functions, which cost a few milliseconds a page.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple


class PdfLine(NamedTuple):
    """A line of a page: its words and its box, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class PdfLink(NamedTuple):
    """A link on a page: its box and its address."""

    left: float
    bottom: float
    right: float
    top: float
    address: str


class PdfPage(NamedTuple):
    """A page: its size, its lines as they stand in the file, and its links."""

    width: float
    height: float
    lines: tuple[PdfLine, ...]
    links: tuple[PdfLink, ...]


class PdfPlace(NamedTuple):
    """A place that is named: its name, the index of its page, and where it is on that."""

    name: str
    page: int
    left: float
    top: float


class EncryptedPdfError(Exception):
    """A PDF that cannot be read without its password."""


class DamagedPdfError(Exception):
    """A file that PDFium cannot open."""


class PdfFile:
    """An open PDF.

    Raises:
        ImportError: if pypdfium2 is not installed.
        EncryptedPdfError: if it needs a password.
        DamagedPdfError: if it cannot be read at all.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # noqa: PLC0415 - the extra "documents"

        self._raw: Any = pypdfium2.raw
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "assword" in str(error) or "ecurity" in str(error):
                raise EncryptedPdfError(str(error)) from error
            raise DamagedPdfError(str(error)) from error

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Free the memory of the file."""
        self._document.close()

    def page(self, index: int) -> PdfPage:
        """Return a page; one that cannot be read is empty."""
        import pypdfium2  # noqa: PLC0415 - the extra "documents"

        try:
            page = self._document[index]
        except pypdfium2.PdfiumError:
            return PdfPage(0, 0, (), ())
        try:
            width, height = page.get_size()
            text = page.get_textpage()
            lines = tuple(_Lines(self._raw, text.raw).read())
            text.close()
            return PdfPage(width, height, lines, tuple(self._links(page.raw)))
        except pypdfium2.PdfiumError:
            return PdfPage(0, 0, (), ())
        finally:
            page.close()

    # ── links and places ──────────────────────────────────────────────────────────────────────────

    def _links(self, page: Any) -> Iterator[PdfLink]:
        raw = self._raw
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        rect = raw.FS_RECTF()
        for _ in range(_MOST_LINKS):
            if not raw.FPDFLink_Enumerate(page, place, link):
                return
            action = raw.FPDFLink_GetAction(link)
            if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
                continue
            if raw.FPDFLink_GetAnnotRect(link, rect):
                address = self._address(action)
                if address:
                    yield PdfLink(rect.left, rect.bottom, rect.right, rect.top, address)

    def _address(self, action: Any) -> str:
        raw = self._raw
        size = raw.FPDFAction_GetURIPath(self._document.raw, action, None, 0)
        if not 1 < size < _LONGEST_ADDRESS:
            return ""
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(self._document.raw, action, buffer, size)
        return buffer.raw[: size - 1].decode("utf-8", "replace")

    def places(self) -> Iterator[PdfPlace]:
        """Yield the named places of citations: LaTeX's hyperref makes one for each reference."""
        raw, document = self._raw, self._document.raw
        for index in range(min(raw.FPDF_CountNamedDests(document), _MOST_NAMES)):
            size = ctypes.c_long(0)
            raw.FPDF_GetNamedDest(document, index, None, size)
            if not 0 < size.value < _LONGEST_NAME:
                continue
            buffer = ctypes.create_string_buffer(size.value)
            target = raw.FPDF_GetNamedDest(document, index, buffer, size)
            name = buffer.raw[: max(size.value, 0)].decode("utf-16-le", "replace").rstrip("\0")
            match = _CITE.match(name)
            if match is None or not target:
                continue
            page = raw.FPDFDest_GetDestPageIndex(document, target)
            left, top = self._location(target)
            if page >= 0 and top is not None:
                yield PdfPlace(match["key"], page, left, top)

    def _location(self, target: Any) -> tuple[float, float | None]:
        has = [ctypes.c_int(0) for _ in range(3)]
        x, y, zoom = (ctypes.c_float(0) for _ in range(3))
        if not self._raw.FPDFDest_GetLocationInPage(target, *has, x, y, zoom):
            return 0.0, None
        return (x.value if has[0].value else 0.0), (y.value if has[1].value else None)


# biblatex puts the number of its section before the key; "0:cite1" is the place of a citation.
_CITE = re.compile(r"cite\.(?!\d{1,3}:cite\d)(?:\d{1,3}@)?(?P<key>.{1,200})", re.DOTALL)
_MOST_LINKS, _MOST_NAMES = 5000, 200_000
_LONGEST_ADDRESS, _LONGEST_NAME = 5000, 2000

# ── lines ─────────────────────────────────────────────────────────────────────────────────────────

# PDFium has a hyphen at the end of a line as one of these, and no line end behind it.
_BREAK = re.compile("[\r\n\x02\ufffe\xad]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_MOST_CHARACTERS = 200_000
# TeX's fonts as pictures (Type 3) do not say which characters they have: what comes are the codes
# of TeX's encodings, "Cork" (T1) or its first one (OT1).
_OF_CORK = str.maketrans(
    {
        **dict(zip(range(0x10, 0x18), ("“", "”", "„", "«", "»", "–", "—", ""), strict=True)),
        **dict(zip(range(0x19, 0x20), ("ı", "ȷ", "ff", "fi", "fl", "ffi", "ffl"), strict=True)),
        **dict(zip(range(0x80, 0xA0), "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§", strict=True)),
        **dict(zip(range(0xA0, 0xC0), "ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", strict=True)),
        0xD7: "Œ",
        0xF7: "œ",
        0xFF: "ß",
    }
)
_OF_TEX = str.maketrans(
    dict(
        zip(
            "\x0b\x0c\x0e\x0f\x10\x19\x1a\x1b\x1c{|\\",
            ("ff", "fi", "ffi", "ffl", "ı", "ß", "æ", "œ", "ø", "–", "—", "“"),
            strict=True,
        )
    )
)
_IS_CORK = re.compile("[\x10\x11\x13-\x16\x1b-\x1f]")
_IS_TEX = re.compile("[a-z][\x0b\x0c\x0e\x0f]|[\x0b\x0c\x0e\x0f][a-z]")
_WIDE = 1.2
"""Of a line's height: a wider blank is between columns, or between a number and its text."""


class _Lines:
    """Reads the lines of a page, as PDFium cuts them, and where it hides a hyphen."""

    def __init__(self, raw: Any, text: Any) -> None:
        self._raw, self._text = raw, text
        self._left, self._top, self._right, self._bottom = (ctypes.c_double(0) for _ in range(4))
        self._codes: Mapping[int, str] = {}

    def read(self) -> Iterator[PdfLine]:
        """Yield the lines; a break after a hidden hyphen shows it."""
        characters = self._characters()
        self._codes = _codes_of(characters)
        start = 0
        for match in _BREAK.finditer(characters):
            hyphen = "-" if match[0] not in "\r\n" else ""
            yield from self._line(characters, start, match.start(), hyphen)
            start = match.end()
        yield from self._line(characters, start, len(characters), "")

    def _characters(self) -> str:
        """Return the characters of the page, of which each has its number in the file's order."""
        raw, text = self._raw, self._text
        count = max(0, min(raw.FPDFText_CountChars(text), _MOST_CHARACTERS))
        buffer = (ctypes.c_ushort * (count + 1))()
        # All at once, where each character is one unit; else one by one, which takes longer.
        if raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
            units = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(units) == count:
                return units
        return "".join(_char(raw.FPDFText_GetUnicode(text, index)) for index in range(count))

    def _line(self, characters: str, start: int, end: int, hyphen: str) -> Iterator[PdfLine]:
        """Yield a line, cut where a wide blank is: between columns that stand in one row."""
        while characters[start:end].strip():
            boxes = [*self._boxes(start, end - start)]
            if not boxes:
                return
            height = max(box[3] - box[1] for box in boxes)
            is_wide = any(b[0] - a[2] > _WIDE * height for a, b in pairwise(boxes))
            place = self._gap(characters, start, end, _WIDE * height) if is_wide else 0
            if not place:
                yield self._lined(characters[start:end] + hyphen, boxes)
                return
            before = [*self._boxes(start, place - start)]
            if before:
                yield self._lined(characters[start:place], before)
            start = place + 1

    def _lined(self, text: str, boxes: list[tuple[float, float, float, float]]) -> PdfLine:
        return PdfLine(
            _closed(_CONTROL.sub(" ", text.translate(self._codes) if self._codes else text)),
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )

    def _gap(self, characters: str, start: int, end: int, width: float) -> int:
        """Return the place of the first blank of a line that is so wide; 0 if there is none."""
        for place in range(start + 1, end - 1):
            if characters[place] in " \u00a0":
                before, after = self._box(place - 1), self._box(place + 1)
                if before and after and after[0] - before[1] > width:
                    return place
        return 0

    def _box(self, index: int) -> tuple[float, float] | None:
        """Return where a character begins and ends; ``None`` if it has no box."""
        found = self._raw.FPDFText_GetCharBox(
            self._text, index, self._left, self._right, self._bottom, self._top
        )
        return (self._left.value, self._right.value) if found else None

    def _boxes(self, start: int, count: int) -> Iterator[tuple[float, float, float, float]]:
        """Yield the boxes of a stretch of characters, one for each run of text."""
        raw, text = self._raw, self._text
        for index in range(raw.FPDFText_CountRects(text, start, count)):
            if raw.FPDFText_GetRect(text, index, self._left, self._top, self._right, self._bottom):
                yield self._left.value, self._bottom.value, self._right.value, self._top.value


# biblatex stretches addresses where a line may break: "https : / / a . example", "10 . 1000 / 1".
# A line that goes on with one has several such signs.
_STRETCHED = re.compile(
    r"\bhttps? ?:(?: ?/){2}|(?<![\d.])10 ?\. ?\d{4,9} ?/"
    r"|^\s{0,40}[\w.-]{1,60} [./] [\w.-]{1,60} [./-] "
)


def _closed(text: str) -> str:
    """Return a line with its stretched address put together.

    >>> _closed("url: https : / / a . example / b10 - 2 / c.pdf.")
    'url: https://a.example/b10-2/c.pdf.'
    """
    match = _STRETCHED.search(text) if " / " in text or " . " in text else None
    if match is None:
        return text
    head, rest = text[: match.start()], text[match.start() :]
    words = rest.split(" ")
    # The address ends where two words follow one another without a sign between them.
    end = next(
        (
            index
            for index in range(1, len(words))
            if words[index - 1][-1:].isalnum() and words[index][:1].isalnum()
        ),
        len(words),
    )
    return head + " ".join(["".join(words[:end]), *words[end:]])


def _codes_of(characters: str) -> Mapping[int, str]:
    r"""Return the characters of the codes that a page has for want of better.

    >>> "di\x1berent".translate(_codes_of("di\x1berent"))
    'different'
    """
    if _IS_TEX.search(characters):
        return _OF_TEX
    return _OF_CORK if _IS_CORK.search(characters) else {}


def _char(code: int) -> str:
    """Return a character; a lone half of a pair is a space."""
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else " "
