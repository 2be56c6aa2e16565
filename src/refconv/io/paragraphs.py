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
from refconv.tag.fixed_forms import fixed_form

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
_FEWEST = 3
"""Labels of a line that may be a reference among others."""
_BREAK = lazy_pattern(r"\n\s*\n|\r\n\s*\r\n")


class _Candidate(NamedTuple):
    """A paragraph or a line: whether it reads as a reference, may be one, and may be several."""

    found: Found
    is_reference: bool
    is_possible: bool
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
        if _is_list(within) and (block.repeats or not block.is_reference):
            kept += (one.found for one in within)
            count += len(within)
        else:
            kept += (block.found,) if block.is_reference else ()
            count += 1
    return tuple(kept) if len(kept) >= _SHARE * count else ()


def lines_in(text: str, fewest: int) -> tuple[Found, ...]:
    r"""Return the lines of a short text where it is a list of one reference a line.

    Args:
        text: The text.
        fewest: References that were found otherwise; where there are no more lines, none is read.

    >>> len(lines_in("R v Roe [2003] UKHL 41\nHarbour Act 2004, s 8\nDoe v Roe [1998] AC 4", 1))
    3
    """
    spans = [*_lines(text)]
    if (
        not fewest < len(spans) <= MOST
        or sum(_is_wrapped(text[slice(*span)]) for span in spans) > 1
    ):
        return ()
    lines = [found for span in spans if (found := found_in(text, *span))]
    candidates = _candidates(lines)
    return tuple(lines) if len(lines) > fewest and _is_list(candidates) else ()


def _is_wrapped(line: str) -> bool:
    """Return whether a line goes on with the one before, or is gone on with."""
    line = line.strip()
    return bool(_GOES_ON.match(line) or _GONE_ON.search(line[-30:]))


_GOES_ON = lazy_pattern(r"[a-zà-öø-ÿ(&]|\d{1,4}[-–(:,]|https?:")
_GONE_ON = lazy_pattern(r"(?:[,;:&(–-]|(?:^|\s)[a-zà-öø-ÿ]+)$")


def _is_list(lines: Sequence[_Candidate]) -> bool:
    """Return whether lines are a reference each: most read as one, and the others may be one."""
    sure = sum(one.is_reference for one in lines)
    return len(lines) > 1 and sure >= _SURE * len(lines) and all(one.is_possible for one in lines)


_SURE = 0.66
"""Of the lines of a list that must read as references by themselves."""


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
        is_odd = len(one.text) > _LONGEST or _PROSE.match(one.text) is not None
        prose = prose_share(one.text)
        is_fixed = fixed_form(one.text) is not None
        is_reference = is_fixed or (not is_odd and reads_as_reference(segments, prose))
        labels = [segment.label for segment in segments]
        is_possible = is_reference or (
            not is_odd
            and prose <= _MOST_PROSE_OF_SURE
            and len({*labels} - _WEAK) >= _FEWEST
            and not _LOCATING.isdisjoint(labels)
        )
        repeats = any(labels.count(label) > 1 for label in ("author", "title", "issued"))
        candidates.append(_Candidate(one, is_reference, is_possible, repeats))
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
        if not match[0].isspace():
            yield match.span()


# Not a pattern with a character that is no blank: on long blank lines it takes quadratic time.
_LINE = lazy_pattern(r"[^\r\n]+")
