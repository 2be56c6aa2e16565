"""Record what stands inside a list and belongs to no reference: nothing disappears unseen.

Every character between the first and the last line of a list is in a reference, in a
:class:`~refconv.core.report.SetAside`, or white space.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Found, SetAside
from refconv.page.heading_words import Heading
from refconv.page.lines import Line
from refconv.page.link_text import is_residue_line
from refconv.page.markers import KEY_LINE, marker_of
from refconv.page.openings import OPENING

_UNCOVERED = re.compile(rb"\0+")
_LETTERS = lazy_pattern(r"\w")


class Layout(NamedTuple):
    """What is known of the lines of a text.

    ``lines`` are all of them, ``unnumbered`` the same without the numbers of a manuscript's lines,
    ``bare`` those without furniture, ``units`` what those were cut into, ``kinds`` the headings.
    """

    lines: Sequence[Line]
    unnumbered: Sequence[Line]
    bare: Sequence[Line]
    units: Sequence[Line]
    kinds: Mapping[int, Heading]

    def reasons(self) -> dict[int, str]:
        """Return why lines, by their offsets, are in no reference."""
        starts = {line.start for line in self.unnumbered}
        furniture = starts - {line.start for line in self.bare}
        return {
            **{line.start: "line number" for line in self.lines if line.start not in starts},
            **dict.fromkeys(furniture, "page furniture"),
            **{self.units[index].start: "heading" for index in self.kinds},
        }


def set_aside(text: str, layout: Layout, lists: Sequence[Sequence[Found]]) -> tuple[SetAside, ...]:
    """Return the stretches of lists that are in no reference, each on one line."""
    result: list[SetAside] = []
    starts = [line.start for line in layout.lines]
    reasons = layout.reasons()
    for found in lists:
        if not found:
            continue
        begin = min(one.start for one in found)
        end = max(one.end for one in found)
        mark = _covered(found, begin, end)
        first = max(0, bisect_right(starts, begin) - 1)
        last = bisect_left(starts, end)
        for line in layout.lines[first:last]:
            low, high = max(line.start, begin), min(line.end, end)
            if low >= high:
                continue
            for start, stop in _gaps(text, mark, low - begin, high - begin, begin):
                reason = _reason(text[start:stop], line, start, reasons)
                result.append(SetAside(text[start:stop], start, stop, reason))
    return tuple(result)


def _covered(found: Sequence[Found], begin: int, end: int) -> bytearray:
    """Mark the characters of references, from the first to the last."""
    mark = bytearray(end - begin)
    for one in found:
        offsets = one.offsets
        if isinstance(offsets, range):
            mark[offsets.start - begin : offsets.stop - begin] = b"\1" * len(offsets)
        else:
            for offset in offsets:
                mark[offset - begin] = 1
    return mark


def _gaps(text: str, mark: bytearray, low: int, high: int, begin: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line that no reference covers, without outer white space."""
    if mark.count(1, low, high) == high - low:
        return
    for match in _UNCOVERED.finditer(mark, low, high):
        start, stop = match.start() + begin, match.end() + begin
        part = text[start:stop]
        words = part.strip()
        if words:
            start += part.index(words)
            yield start, start + len(words)


def _reason(words: str, line: Line, start: int, reasons: Mapping[int, str]) -> str:
    """Name why a stretch is in no reference."""
    known = reasons.get(line.start)
    if known and (known != "line number" or (start == line.start and words.isdigit())):
        return known
    if not _LETTERS.search(words):
        return "punctuation"
    if is_residue_line(words) or is_residue_line(line.text):
        return "link text"
    if start == line.start:
        marker = marker_of(words)
        if (marker and marker.end >= len(words)) or KEY_LINE.pattern.match(words):
            return "marker"
    return "lead-in" if OPENING.match(words + " A") else "other text"
