"""Take the paragraphs of a short text without any list for references, where they read as such.

One string, or a few, seldom look like a list: there is no marker, no habit and no heading to find.
The labels decide instead: a reference has an author, a title and a place or a year, each labelled
with confidence, while a sentence is one long title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Found, Segment
from refconv.io.strings import found_in
from refconv.page.likeness import prose_share
from refconv.tag import tagger

MOST = 20
"""Paragraphs of a text that is looked at; also the most lines that are looked at one by one."""
_LINES = 6
"""Lines of a paragraph, on average, at most."""
_LONGEST = 1100
"""Characters; a reference is hardly ever longer."""
_LONGEST_SEGMENT = 250
"""Characters; the tagger takes several sentences for one long title."""
_SHARE = 0.5
"""Of the paragraphs that must read as references; in a text with more prose a line may do so by
chance."""
# What no reference begins with, or has.
_PROSE = lazy_pattern(r"[-–—]{2}|Copyright\b|[a-zà-öø-ÿ]{3}|[^@]{0,200}\w@\w")
_MOST_PROSE, _MOST_PROSE_OF_SURE = 0.05, 0.12
# Labels that sentences seldom get, and those that any text may have.
_STRONG = frozenset(
    "author editor container-title publisher publisher-place issued volume page DOI arXiv PMID ISBN"
    " genre".split()
)
# One of these must be there: it says which edition or where.
_LOCATING = frozenset("issued page volume number genre DOI URL arXiv PMID ISBN".split())
_WEAK = frozenset(("citation-number", "note"))
_BREAK = lazy_pattern(r"\n\s*\n|\r\n\s*\r\n")


class _Candidate(NamedTuple):
    """A paragraph or a line: whether it reads as a reference, and perhaps as several."""

    found: Found
    is_reference: bool
    repeats: bool


def references_in(text: str) -> tuple[Found, ...]:
    """Return the paragraphs of a text that read as references; none if most are prose.

    A paragraph whose lines all read as references may hold one a line.

    >>> [found.text for found in references_in("Plato. Republic. Oxford: Clarendon Press, 1998.")]
    ['Plato. Republic. Oxford: Clarendon Press, 1998.']
    """
    blocks = [found for span in _blocks(text) if (found := found_in(text, *span))]
    lines = [found for span in _lines(text) if (found := found_in(text, *span))]
    if not blocks or len(blocks) > MOST or len(lines) > _LINES * MOST:
        return ()
    candidates = _candidates(blocks)
    # A paragraph of one line is that line.
    parts = _candidates(lines) if len(blocks) < len(lines) <= MOST else candidates
    kept: list[Found] = []
    count = 0
    for block in candidates:
        within = [one for one in parts if block.found.start <= one.found.start < block.found.end]
        is_list = len(within) > 1 and all(one.is_reference for one in within)
        chosen = within if is_list and (block.repeats or not block.is_reference) else [block]
        kept += (one.found for one in chosen if one.is_reference)
        count += len(chosen)
    return tuple(kept) if len(kept) >= _SHARE * count else ()


def that_read_as_references(texts: Sequence[str]) -> list[bool]:
    """Return which of some strings read as references."""
    labelled = tagger.segments([text[: _LONGEST + 1] for text in texts])
    return [
        len(text) <= _LONGEST and bool(segments) and reads_as_reference(segments, prose_share(text))
        for text, segments in zip(texts, labelled, strict=True)
    ]


def _candidates(found: Sequence[Found]) -> list[_Candidate]:
    labelled = tagger.segments([one.text[: _LONGEST + 1] for one in found])
    candidates = []
    for one, segments in zip(found, labelled, strict=True):
        is_odd = len(one.text) > _LONGEST or _PROSE.match(one.text)
        is_reference = not is_odd and reads_as_reference(segments, prose_share(one.text))
        labels = [segment.label for segment in segments]
        repeats = any(labels.count(label) > 1 for label in ("author", "title", "issued"))
        candidates.append(_Candidate(one, is_reference, repeats))
    return candidates


def reads_as_reference(segments: Sequence[Segment], prose: float = 0.0) -> bool:
    """Return whether the labels of a string are those of a reference, and sure enough.

    The bounds were set on 12,000 paragraphs of papers, licences and documentation, and on the
    references of four corpora that no list was found for.

    Args:
        segments: The labelled segments of the string.
        prose: The share of its words that only sentences have, from 0 to 1.
    """
    size = sum(len(one.text) for one in segments)
    is_long = any(len(one.text) > _LONGEST_SEGMENT for one in segments)
    if is_long or _LOCATING.isdisjoint(one.label for one in segments):
        return False
    mean = sum(one.confidence * len(one.text) for one in segments) / size
    least = min(one.confidence for one in segments)
    labels = {one.label for one in segments} - _WEAK
    strong = len(labels & _STRONG)
    if strong >= 3 and mean >= 0.75:
        return prose <= _MOST_PROSE_OF_SURE
    return prose <= _MOST_PROSE and (
        (len(labels) >= 3 and strong >= 2 and mean >= 0.8 and least >= 0.5)
        or (len(labels) >= 3 and strong >= 1 and mean >= 0.85 and least >= 0.6)
        or (labels >= {"number", "title"} and mean >= 0.85 and least >= 0.8)
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the paragraphs stand, which empty lines separate."""
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        yield match.span()


_LINE = lazy_pattern(r"[^\r\n]*\S[^\r\n]*")
