"""Offset text: a string that keeps the offset of each character in the given text."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Traced(NamedTuple):
    """A string and, for each character, its offset in the source."""

    text: str
    offsets: Sequence[int]

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """Cut the given stretches out (ordered, disjoint)."""
        kept: list[Traced] = []
        done = 0
        for start, end in spans:
            kept.append(self.cut(done, start))
            done = max(done, end)
        if not done:
            return self
        kept.append(self.cut(done, len(self.text)))
        return joined(kept)

    def cut(self, start: int, end: int) -> Traced:
        """Take a part."""
        if start == 0 and end >= len(self.text):
            return self
        return Traced(self.text[start:end], self.offsets[start:end])

    def trimmed(self) -> Traced:
        """Take white space and separators off both ends.

        A reference may begin with "..." or a dash, never with a lone stop or comma.
        """
        start = len(self.text) - len(self.text.lstrip(_OUTER + ",:.)"))
        return self.cut(start, len(self.text.rstrip(_OUTER)))


_OUTER = " \t\u00a0\u200b\ufeff\u200e\u200f;|·•"


def joined(parts: Sequence[Traced]) -> Traced:
    """Put strings one after the other."""
    if len(parts) == 1:
        return parts[0]
    return Traced("".join([part.text for part in parts]), placed([part.offsets for part in parts]))


def placed(stretches: Iterable[Sequence[int]]) -> Sequence[int]:
    """Put offsets one after the other.

    What stands in the source as it is, one or several lines of it, has a ``range``, which takes no
    memory; other text has four bytes a character, a tenth of a list.
    """
    some: list[Sequence[int]] = []
    for stretch in filter(len, stretches):
        last = some[-1] if some else None
        if isinstance(last, range) and isinstance(stretch, range) and last.stop == stretch.start:
            some[-1] = range(last.start, stretch.stop)
        else:
            some.append(stretch)
    if len(some) == 1:
        return some[0]
    offsets = array("I")
    for stretch in some:
        offsets.extend(stretch)
    return offsets


def moved(offsets: Sequence[int], by: int) -> Sequence[int]:
    """Return the offsets of the same text in an input that begins earlier."""
    if isinstance(offsets, range):
        return range(offsets.start + by, offsets.stop + by)
    return array("I", [offset + by for offset in offsets])
