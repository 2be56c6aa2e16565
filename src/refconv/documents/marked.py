"""Marked text: a string with its offsets in the input, its emphasis, its links and its labels.

Carriers with markup (LaTeX, Markdown, wikitext …) turn it into a plain string, which finding and
tagging read like any other, and keep what the markup said as spans of that string.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from refconv.core.report import Found
from refconv.documents.carrier import Document
from refconv.values.markup import runs


@frozen
class MarkedSpan:
    """A stretch of a text that its markup says something about.

    ``kind`` is one of CSL's rich-text tags (``i b sub sup sc``), ``link`` with an address as its
    value, ``label`` with a label of free text (``author``, ``title`` …) as its value, or ``block``
    for a part that a style sets apart.
    """

    start: int
    end: int
    kind: str
    value: str = ""


@frozen
class MarkedText:
    """A plain string, the offset of each of its characters in the input, and its spans."""

    text: str
    offsets: Sequence[int]
    spans: tuple[MarkedSpan, ...] = ()

    def cut(self, start: int, end: int) -> MarkedText:
        """Return a part, with the spans that it holds any of."""
        spans = tuple(
            evolve(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
            for one in self.spans
            if one.start < end and one.end > start
        )
        return MarkedText(self.text[start:end], self.offsets[start:end], spans)

    def in_one_line(self) -> MarkedText:
        """Return the text with one space between words and none around them."""
        words = [*_WORDS.finditer(self.text)]
        offsets = array("q")
        new = array("q", [0]) * (len(self.text) + 1)
        place = done = 0
        for word in words:
            if place:
                offsets.append(self.offsets[word.start() - 1])
                place += 1
            for index in range(done, word.start() + 1):
                new[index] = place
            for index in range(*word.span()):
                new[index] = place
                offsets.append(self.offsets[index])
                place += 1
            done = word.end()
        last = place
        for index in range(done, len(self.text) + 1):
            new[index] = last
        spans = (evolve(one, start=new[one.start], end=self._end(new, one)) for one in self.spans)
        text = " ".join(word[0] for word in words)
        return MarkedText(text, offsets, tuple(one for one in spans if one.start < one.end))

    def _end(self, new: Sequence[int], span: MarkedSpan) -> int:
        words = self.text[span.start : span.end].rstrip()
        return new[span.start + len(words) - 1] + 1 if words else new[span.start]

    def rich(self, start: int, end: int) -> str:
        """Return a part as CSL's rich text; emphasis of the whole part says nothing of it.

        >>> text = MarkedText("Of Apis here", range(12), (MarkedSpan(3, 7, "i"),))
        >>> text.rich(0, 12), text.rich(3, 7)
        ('Of <i>Apis</i> here', 'Apis')
        """
        inner = [
            one
            for one in self.spans
            if one.kind in OPENING
            and start <= one.start
            and one.end <= end
            and not (one.start <= start + _EDGE and one.end >= end - _EDGE)
        ]
        inner.sort(key=lambda one: (one.start, -one.end))
        parts: list[str] = []
        place = start
        opened: list[MarkedSpan] = []
        for one in inner:
            while opened and opened[-1].end <= one.start:
                place = _close(self.text, place, opened, parts)
            if opened and one.end > opened[-1].end:
                continue  # it overlaps another
            parts += (self.text[place : one.start], OPENING[one.kind])
            place = one.start
            opened.append(one)
        while opened:
            place = _close(self.text, place, opened, parts)
        return "".join(parts) + self.text[place:end]


_WORDS = re.compile(r"\S+")
_EDGE = 1
"""Characters that emphasis of a whole value may leave out at its ends: quotation marks, a stop."""

OPENING: Mapping[str, str] = {
    "i": "<i>",
    "b": "<b>",
    "sub": "<sub>",
    "sup": "<sup>",
    "sc": '<span style="font-variant:small-caps;">',
    "nocase": '<span class="nocase">',
}
"""CSL's opening tag of each kind of emphasis."""
_KINDS = {tag: kind for kind, tag in OPENING.items()}


def _close(text: str, place: int, opened: list[MarkedSpan], parts: list[str]) -> int:
    one = opened.pop()
    closing = "</span>" if one.kind in ("sc", "nocase") else f"</{one.kind}>"
    parts += (text[place : one.end], closing)
    return one.end


def of_rich_text(text: str, offsets: Sequence[int] | None = None) -> MarkedText:
    """Return CSL's rich text as a marked one.

    >>> of_rich_text("Of <i>Apis</i>").spans
    (MarkedSpan(start=3, end=7, kind='i', value=''),)
    """
    parts: list[str] = []
    places = array("q")
    spans: list[MarkedSpan] = []
    opened: list[tuple[int, str]] = []
    source = place = 0
    for kind, run in runs(text):
        if kind == "text":
            source = text.index(run, source)
            parts.append(run)
            places.extend(range(source, source + len(run)))
            place += len(run)
            source += len(run)
        elif kind == "open":
            opened.append((place, _KINDS[run]))
        elif opened:
            start, name = opened.pop()
            spans.append(MarkedSpan(start, place, name))
    kept: Sequence[int] = places if offsets is None else [offsets[i] for i in places]
    return MarkedText("".join(parts), kept, tuple(spans))


def joined_texts(parts: Iterable[MarkedText]) -> MarkedText:
    """Join marked texts in their order."""
    texts: list[str] = []
    offsets = array("q")
    spans: list[MarkedSpan] = []
    place = 0
    for part in parts:
        texts.append(part.text)
        offsets.extend(part.offsets)
        spans += (evolve(one, start=one.start + place, end=one.end + place) for one in part.spans)
        place += len(part.text)
    return MarkedText("".join(texts), offsets, tuple(spans))


# ── documents ─────────────────────────────────────────────────────────────────────────────────────


def as_document(text: MarkedText, **others: Any) -> Document:
    """Return a document with a text and what its markup says; ``others`` as of a document."""

    def spans(*kinds: str) -> tuple[tuple[int, int, str], ...]:
        found = [one for one in text.spans if one.kind in kinds]
        return tuple((one.start, one.end, one.value or one.kind) for one in found)

    return Document(
        text.text,
        offsets=text.offsets,
        emphasis=spans(*OPENING),
        labels=spans("label"),
        links=spans("link"),
        **others,
    )


class MarkedStrings:
    """Returns strings of a document with what the document's markup says of them."""

    def __init__(self, document: Document) -> None:
        spans = [MarkedSpan(start, end, kind) for start, end, kind in document.emphasis]
        spans += [MarkedSpan(start, end, "label", value) for start, end, value in document.labels]
        spans += [MarkedSpan(start, end, "link", value) for start, end, value in document.links]
        spans += [MarkedSpan(*block, "block") for item in document.items for block in item.blocks]
        self._spans = sorted(spans, key=lambda one: one.start)
        self._starts = [one.start for one in self._spans]
        self._longest = max((one.end - one.start for one in spans), default=0)

    def __bool__(self) -> bool:
        return bool(self._spans)

    def of(self, found: Found) -> MarkedText:
        """Return a string, whose offsets are those of the document's text, with its spans."""
        offsets = found.offsets
        first = bisect_left(self._starts, found.start - self._longest)
        kept: list[MarkedSpan] = []
        for index in range(first, len(self._spans)):
            one = self._spans[index]
            if one.start >= found.end:
                break
            start, end = bisect_left(offsets, one.start), bisect_left(offsets, one.end)
            if start < end:
                kept.append(evolve(one, start=start, end=end))
        return MarkedText(found.text, offsets, tuple(kept))
