"""Free text into references, stage by stage.

::

    text ─finding.document─▶ Page ─tagger.segments─▶ Segment ─assemble─▶ Record ─TABLE─▶ Reference

1. :mod:`~refconv.text.finding` finds the reference strings in a page (its lines, headings, lists,
   its own citation, contributors and dates) and puts each into one line;
2. :mod:`~refconv.text.tagger` labels the words of the strings: the only statistical step;
3. :mod:`~refconv.text.assemble` makes a record of the labelled words, with an item type;
4. :mod:`~refconv.text.table` says which variable each label is and how its printed value is read
   (:mod:`~refconv.text.normalize`, :mod:`refconv.text.values`).
"""

from __future__ import annotations

from collections.abc import Sequence

from refconv.formats.base import Format, Pieces, Split
from refconv.report import Found, Segment
from refconv.text import pieces
from refconv.text.table import TABLE

__all__ = ["TABLE", "TEXT", "find", "segments"]

# ── the public functions ──────────────────────────────────────────────────────────────────────────


def segments(strings: Sequence[str]) -> list[tuple[Segment, ...]]:
    """Label the reference strings of one list, in order.

    Args:
        strings: Reference strings, best all those of one list, in its order.

    Returns:
        For each string its segments, ordered and disjoint, with offsets into that string.
    """
    from refconv.text import tagger  # noqa: PLC0415 - it needs NumPy, and a model

    return tagger.segments(strings)


def find(text: str) -> tuple[Found, ...]:
    """Find the reference strings in a page, a paper or a list, in order.

    The page's own citation ("Cite this article") is not among them.
    """
    from refconv.text.finding.document import read_page  # noqa: PLC0415 - many patterns

    return read_page(text).found


def _split(text: str) -> Split:
    from refconv.text import stages  # noqa: PLC0415 - both of these

    return stages.split(text)


# ── the format ────────────────────────────────────────────────────────────────────────────────────

TEXT = Format(
    name="text",
    title="free text: a reference list, a page, a contributor block",
    table=TABLE,
    split=_split,
    pieces=Pieces(pieces.cut, lambda piece, _: pieces.split(piece), keeps_line_ends=True),
)
"""Free text, which is only read."""
