"""PDF: text by the places of its lines; LaTeX's marks of each reference, and the links.

- Lines are put in reading order (:mod:`~refconv.documents.pdfs.pdf_layout`), running heads go, and
  the text is searched like a pasted page.
- LaTeX with hyperref marks where every reference begins (``cite.<key>``): these are the items then,
  with their keys.
- Links of pages give DOIs and addresses.

Needs pypdfium2, of the extra ``refconv[documents]``. Nothing in the file is run or fetched.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.documents.carrier import Carrier, Document, Item
from refconv.documents.pdfs.pdf_layout import PlacedLine, reading_order, without_running_heads
from refconv.documents.pdfs.pdf_pages import (
    DamagedPdfError,
    EncryptedPdfError,
    PdfFile,
    PdfLink,
    PdfPlace,
)

MOST_PAGES = 3000
"""Pages that are read; of a longer file the last ones, where the references stand."""
_ALIGNED = 30.0
"""Points that a mark stands above the first line of its reference, at most."""
_BELOW = 6.0
_BESIDE = 60.0
"""Points from a mark to the beginning of that line, at most: the other column is farther."""
_LEAST_LETTERS = 20
"""Letters on a page, on average; a scan has none, or a stamp."""


class _Text(NamedTuple):
    """The text of all pages, and where each line stands in it."""

    text: str
    pages: array[int]
    places: tuple[tuple[int, int, int, PlacedLine], ...]
    """Page, start, end and line, in order."""


def read(data: bytes) -> Document:
    """Read a PDF; never raises."""
    try:
        file = PdfFile(data)
    except ImportError:
        return _refused(problem(Code.BINARY, "extra", kind="a PDF").at())
    except EncryptedPdfError:
        return _refused(problem(Code.BINARY, "encrypted", kind="PDF").at())
    except DamagedPdfError:
        return _refused(problem(Code.BINARY, "damaged", kind="PDF").at())
    try:
        return _read(file)
    finally:
        file.close()


def _refused(found: Diagnostic) -> Document:
    return Document(diagnostics=(found,), is_searched=False)


def _read(file: PdfFile) -> Document:
    first = max(0, len(file) - MOST_PAGES)
    diagnostics = []
    if first:
        found = problem(Code.TOO_LONG, "pages", count=len(file), most=MOST_PAGES)
        diagnostics.append(found.at())
    pages = [file.page(index) for index in range(first, len(file))]
    ordered = without_running_heads([reading_order(page) for page in pages])
    text = _joined(ordered)
    letters = sum(map(str.isalpha, text.text))
    if pages and letters < _LEAST_LETTERS * len(pages):
        diagnostics.append(problem(Code.NO_REFERENCES, "scanned").at())
        if not letters:
            return Document(diagnostics=tuple(diagnostics), is_searched=False)
    places = [place._replace(page=place.page - first) for place in file.places()]
    return Document(
        text.text,
        tuple(_items(text, places)),
        diagnostics=tuple(diagnostics),
        pages=text.pages,
        links=tuple(_links(text, [page.links for page in pages])),
    )


def _joined(pages: Sequence[Sequence[PlacedLine]]) -> _Text:
    """Return the text of pages: a line each, a blank line between paragraphs, form feeds."""
    parts: list[str] = []
    starts = array("q")
    places: list[tuple[int, int, int, PlacedLine]] = []
    length = 0
    for number, lines in enumerate(pages):
        if number:
            parts.append("\f")
            length += 1
        starts.append(length)
        for line in lines:
            if line.is_apart:
                parts.append("\n")
                length += 1
            indent = len(line.text) - len(line.text.lstrip())
            places.append((number, length + indent, length + len(line.text), line))
            parts += (line.text, "\n")
            length += len(line.text) + 1
    return _Text("".join(parts), starts, tuple(places))


# ── items ─────────────────────────────────────────────────────────────────────────────────────────

_LEAST_ITEMS = 2
_ENDS = re.compile(
    r"(?:\d{1,2}\.?\s|[A-Z]\.?\s)?(?:Appendix|Appendices|Supplementary|Supplemental|Acknowledg"
    r"|Author|Biograph|Index|Glossary|List of|Annex|Anhang|Annexe|Index)\b"
)


def _items(text: _Text, marks: Sequence[PdfPlace]) -> Iterator[Item]:
    """Yield the references that the file's marks begin; nothing if there are none."""
    begun = _begun(text, marks)
    if len(begun) < _LEAST_ITEMS:
        return
    starts = sorted(begun)
    usual = max(b - a for a, b in pairwise(starts))
    for start, following in pairwise([*starts, len(text.places)]):
        end = _last_line(text, start, following, usual if following == len(text.places) else 0)
        yield Item(text.places[start][1], text.places[end - 1][2], "", begun[start])


def _begun(text: _Text, marks: Sequence[PdfPlace]) -> dict[int, str]:
    """Return the lines that marks stand above, with the names of these.

    In a file all marks stand equally high above the first lines of their references: so high that
    most of these lines look like first ones.
    """
    lines: dict[int, list[int]] = {}
    for index, (page, *_) in enumerate(text.places):
        lines.setdefault(page, []).append(index)
    near = [[*_near(text, mark, lines.get(mark.page, ()))] for mark in marks]
    scores: Counter[int] = Counter()
    for candidates in near:
        for down, index in candidates:
            scores[round(down)] += 2 + _looks_first(text, index)
    if not scores:
        return {}
    heights = range(min(scores), max(scores) + 1)
    best = max(heights, key=lambda h: (scores[h - 1] + 2 * scores[h] + scores[h + 1], -abs(h)))
    begun: dict[int, str] = {}
    for mark, candidates in zip(marks, near, strict=True):
        if candidates:
            down, index = min(candidates, key=lambda one: abs(one[0] - best))
            if abs(down - best) <= _BELOW:
                begun.setdefault(index, mark.name)
    return begun


def _near(text: _Text, mark: PdfPlace, lines: Sequence[int]) -> Iterator[tuple[float, int]]:
    """Yield the lines that a mark may stand above, each with how far it is below."""
    for index in lines:
        line = text.places[index][3].line
        down = mark.top - line.top
        # A mark without a place on its line has none at all.
        is_beside = not mark.left or abs(line.left - mark.left) <= _BESIDE
        if -_BELOW <= down <= _ALIGNED and is_beside:
            yield down, index


_FIRST = re.compile(r"\s*(?:\[|\(?\d{1,4}[.)\]]|[A-ZÀ-Þ“\"])")


def _looks_first(text: _Text, index: int) -> int:
    """Return how far a line looks like the first one of a reference, from 0 to 3."""
    placed = text.places[index][3]
    after = text.places[index + 1][3] if index + 1 < len(text.places) else None
    hangs = after is not None and after.line.left > placed.line.left + 2
    return (_FIRST.match(placed.text) is not None) + placed.is_apart + hangs


def _last_line(text: _Text, start: int, following: int, usual: int) -> int:
    """Return where the lines of an item end; the last of a list ends with its paragraph."""
    if not usual:
        return following
    for index in range(start + 1, min(following, start + usual + 1)):
        placed = text.places[index][3]
        if placed.is_apart or _ENDS.match(placed.text.strip()):
            return index
    return min(following, start + usual)


# ── links ─────────────────────────────────────────────────────────────────────────────────────────


def _links(text: _Text, links: Sequence[Sequence[PdfLink]]) -> Iterator[tuple[int, int, str]]:
    """Yield the parts of the text that are links, about, and their addresses."""
    for page, start, end, placed in text.places:
        line = placed.line
        width = max(line.right - line.left, 1.0)
        for link in links[page]:
            middle = (link.bottom + link.top) / 2
            if not line.bottom <= middle <= line.top:
                continue
            first = (max(link.left, line.left) - line.left) / width
            last = (min(link.right, line.right) - line.left) / width
            if first < last:
                size = end - start
                yield start + int(first * size), start + max(1, round(last * size)), link.address


CARRIER = Carrier("pdf", "PDF", read, is_binary=True)
