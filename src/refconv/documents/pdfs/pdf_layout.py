"""The order of a page's lines: columns, bands, indentation, paragraphs, running heads.

A gutter is a stretch in the middle of the page that few lines cross. Lines that cross it cut the
page into bands, each of which is read left, then right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from refconv.documents.pdfs.pdf_pages import PdfLine, PdfPage


class PlacedLine(NamedTuple):
    """A line in reading order: its words, with their indentation as spaces, and its box.

    ``is_apart`` says that it stands farther below the line before than lines do.
    """

    text: str
    line: PdfLine
    is_apart: bool


_FROM, _TO, _STEPS = 0.35, 0.65, 31
"""Where on the page a gutter may be, of its width; how many places are tried."""
_CROSSING, _LEAST = 0.25, 6
"""The share of lines that may cross it; the lines that each column must have."""
_APART = 1.45
"""Of the usual distance between lines: from here on, a blank line stands between two."""
_SAME_ROW = 0.5
_NARROW = 1.2


def reading_order(page: PdfPage) -> list[PlacedLine]:
    """Return the lines of a page in reading order."""
    rows = [*_rows(page.lines)]
    gutter = _gutter(page.width, rows)
    if gutter is None:
        return [*_placed(_in_rows(rows) if _is_disordered(rows) else [*_rows(rows, _STRETCHED)])]
    ordered: list[PlacedLine] = []
    for band in _bands(rows, gutter):
        left = [line for line in band if line.right <= gutter]
        right = [line for line in band if line.left >= gutter]
        rest = [line for line in band if line.left < gutter < line.right]
        for lines in (rest, left, right):
            ordered += _placed(_in_rows(lines))
    return ordered


def _rows(lines: Sequence[PdfLine], widest: float = _NARROW) -> Iterator[PdfLine]:
    """Yield lines, with those joined that stand side by side in one row.

    ``widest`` is how many times their height the gap between them may be.
    """
    last: PdfLine | None = None
    for line in lines:
        if last is not None and _is_same_row(last, line, widest):
            gap = "" if last.text.endswith(" ") or line.text.startswith(" ") else " "
            last = PdfLine(
                last.text + gap + line.text,
                last.left,
                min(last.bottom, line.bottom),
                line.right,
                max(last.top, line.top),
            )
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def _is_same_row(last: PdfLine, line: PdfLine, widest: float) -> bool:
    """Return whether a line goes on in the row of the one before, to the right."""
    gap = line.left - last.right
    return _overlaps(last, line) and -1 <= gap <= max(last.top - last.bottom, 4) * widest


def _overlaps(last: PdfLine, line: PdfLine) -> bool:
    height = min(last.top - last.bottom, line.top - line.bottom)
    overlap = min(last.top, line.top) - max(last.bottom, line.bottom)
    return overlap > _SAME_ROW * height


def _gutter(width: float, lines: Sequence[PdfLine]) -> float | None:
    """Return where the gutter between two columns is; ``None`` if there is one column."""
    if len(lines) < 2 * _LEAST or width <= 0:
        return None
    best: tuple[int, float] | None = None
    for step in range(_STEPS):
        x = width * (_FROM + (_TO - _FROM) * step / (_STEPS - 1))
        crossing = sum(line.left < x < line.right for line in lines)
        left = sum(line.right <= x for line in lines)
        right = sum(line.left >= x for line in lines)
        if crossing > _CROSSING * len(lines) or min(left, right) < _LEAST:
            continue
        key = (crossing, abs(x - width / 2))
        if best is None or key < best:
            best = (crossing, abs(x - width / 2))
            found = x
    return found if best is not None else None


def _bands(lines: Sequence[PdfLine], gutter: float) -> Iterator[list[PdfLine]]:
    """Yield the lines between those that cross the gutter, from the top of the page."""
    band: list[PdfLine] = []
    for line in sorted(lines, key=lambda one: -one.top):
        if line.left < gutter < line.right:
            if band:
                yield band
            yield [line]
            band = []
        else:
            band.append(line)
    if band:
        yield band


def _placed(lines: Sequence[PdfLine]) -> Iterator[PlacedLine]:
    """Yield the lines of a column with their indentation, and where paragraphs begin."""
    if not lines:
        return
    left = min(line.left for line in lines)
    steps = [a.top - b.top for a, b in pairwise(lines) if a.top > b.top]
    usual = median(steps) if steps else 0.0
    before: PdfLine | None = None
    for line in lines:
        width = (line.right - line.left) / max(len(line.text), 1)
        indent = min(round((line.left - left) / width), _DEEPEST) if width > 0 else 0
        is_apart = before is not None and before.top - line.top > _APART * usual > 0
        yield PlacedLine(" " * max(indent, 0) + line.text.strip(), line, is_apart)
        before = line


_DEEPEST = 40
_STRETCHED = 8.0
"""Of a line's height: so wide may a blank be in a justified line of a column."""


def _in_rows(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines from the top of a column, those of one row joined from left to right."""
    rows: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda one: -one.top):
        if rows and _overlaps(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    ordered = (line for row in rows for line in sorted(row, key=lambda one: one.left))
    return [*_rows([*ordered], _STRETCHED)]


def _is_disordered(lines: Sequence[PdfLine]) -> bool:
    """Return whether lines jump up the page: the file has them in another order."""
    jumps = sum(b.bottom > a.top for a, b in pairwise(lines))
    return jumps > 0


# ── running heads ─────────────────────────────────────────────────────────────────────────────────

_OUTER, _PAGES = 2, 3
_DIGITS = re.compile(r"\d+")


def without_running_heads(pages: Sequence[Sequence[PlacedLine]]) -> list[list[PlacedLine]]:
    """Return pages without the lines that stand at the top or foot of several pages alike."""
    counts: Counter[tuple[str, int]] = Counter()
    outer = [_outer(lines) for lines in pages]
    for lines in outer:
        counts.update({_shape(line) for line in lines})
    repeated = {shape for shape, count in counts.items() if count >= _PAGES}
    kept: list[list[PlacedLine]] = []
    for page, edge in zip(pages, outer, strict=True):
        away = {id(line) for line in edge if _shape(line) in repeated}
        kept.append([line for line in page if id(line) not in away])
    return kept


def _outer(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of the outermost rows at the top and at the foot of a page."""
    tops = sorted({round(line.line.top) for line in lines})
    edge = {*tops[:_OUTER], *tops[-_OUTER:]}
    return [line for line in lines if round(line.line.top) in edge]


def _shape(line: PlacedLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.strip()), round(line.line.left / 10)
