"""Reference strings whose markup says something of them: labels, links and emphasis.

What the markup labels is as labelled; the tagger labels the rest. Emphasis within a title stays as
rich text, a link gives its DOI or address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from refconv.core.fields import Record
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Segment
from refconv.documents.marked import OPENING, MarkedText
from refconv.values.identifiers import bare_doi

# ── segments ──────────────────────────────────────────────────────────────────────────────────────

_PEOPLE = ("author", "editor", "translator")
_BETWEEN_NAMES = lazy_pattern(r"[\s,;.]*(?:(?:and|et|und|y|e|og|och|en|&)[\s,]*)?")
_EDGES = " \t,;:.\"“”„‘’'«»"


def with_markup(text: MarkedText, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the segments of a string, with those that its markup knows in place of the tagger's.

    >>> from refconv.documents.marked import MarkedSpan
    >>> text = MarkedText("A. Ng. Rivers.", range(14), (MarkedSpan(7, 13, "label", "title"),))
    >>> guessed = [Segment("author", "A. Ng", 0, 5, 0.9), Segment("note", "Rivers", 7, 13, 0.4)]
    >>> [(one.label, one.text) for one in with_markup(text, guessed)]
    [('author', 'A. Ng'), ('title', 'Rivers')]
    """
    known = _known(text)
    if not any(label in ("author", "title") for _, _, label in known):
        known += _of_blocks(text, segments)
    known = _of_emphasis(text, known, segments)
    if not known:
        return tuple(segments)
    spans = [*_apart(sorted(known))]
    labels = {label for _, _, label in spans}
    kept = [
        part
        for one in segments
        for part in _outside(text.text, one, spans)
        # What is left of a value whose place is known.
        if part is one or part.label not in labels
    ]
    made = (Segment(label, text.text[start:end], start, end, 1.0) for start, end, label in spans)
    return tuple(sorted([*kept, *made], key=lambda one: one.start))


def _known(marked: MarkedText) -> list[tuple[int, int, str]]:
    """Return the labels that the markup gives, with one for a whole list of names."""
    text = marked.text
    found: list[tuple[int, int, str]] = []
    for one in sorted(marked.spans, key=lambda span: span.start):
        label = one.value if one.kind == "label" else ""
        if one.kind == "sc" and one.start <= 1 and one.end - one.start > 2:
            label = "author"
        if not label:
            continue
        start, end = _trimmed(text, one.start, one.end, label)
        if start >= end:
            continue
        last = found[-1] if found else None
        if last and last[2] == label in _PEOPLE and _BETWEEN_NAMES.fullmatch(text[last[1] : start]):
            found[-1] = (last[0], end, label)
        else:
            found.append((start, end, label))
    return [
        (a, b, _container(text, a, found) if label == _BOOK else label) for a, b, label in found
    ]


_BOOK = "book-title"
_IN = lazy_pattern(r"\b(?:[Ii]n|[Ee]n|[Ii]m)[:\s]{1,3}\W{0,2}\Z")


def _container(text: str, start: int, found: Sequence[tuple[int, int, str]]) -> str:
    """Return whether the title of a book is that of the reference, or of what it is in."""
    is_alone = all(label != "title" for _, _, label in found)
    return "title" if is_alone and not _IN.search(text[:start]) else "container-title"


def _trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    part = text[start:end]
    edges = _EDGES.replace(".", "") if label in _PEOPLE else _EDGES
    start += len(part) - len(part.lstrip(edges))
    end = start + len(part.strip(edges))
    return start, end


def _apart(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield spans that do not overlap: of two the one that begins first."""
    done = 0
    for start, end, label in spans:
        if start >= done:
            yield start, end, label
            done = end


def _outside(
    text: str, segment: Segment, spans: Sequence[tuple[int, int, str]]
) -> Iterator[Segment]:
    """Yield what of a segment is outside of some spans."""
    place = segment.start
    over = [one for one in spans if one[0] < segment.end and one[1] > segment.start]
    if not over:
        yield segment
        return
    for start, end, _ in (*over, (segment.end, segment.end, "")):
        part = text[place:start]
        bare = part.strip(_EDGES + "()[]")
        if sum(map(str.isalnum, bare)) >= _LEAST and start > place:
            first = place + part.index(bare)
            yield evolve(segment, text=bare, start=first, end=first + len(bare))
        place = max(place, end)


_LEAST = 3

# ── emphasis ──────────────────────────────────────────────────────────────────────────────────────

_BEFORE_CONTAINER = lazy_pattern(r"[.,;:”'’»]\s(?:[Ii]n:?\s)?\Z")
_IN_SERIES = lazy_pattern(
    r"[.,;:]?\s{0,2}(?:\(|vol|Vol|Bd|Band|number|no\b|No\b|ser|Ser|of\b|in\b|ed\b|\d|by\b|tome|t\.)"
)
_VOLUME_OF = lazy_pattern(r"\.\s(?:Bd|Vol|Band)\.?\s\w{1,8}:\s\Z")
_GENRE = lazy_pattern(r"(?:technical|tech\.|research) report|thesis|dissertation", re.IGNORECASE)
_SHORTEST, _LONG = 8, 20
"""Characters of a title before another, and of one that is no name of a species."""
_NEXT_TITLE = lazy_pattern(r"[.,]?[”'’»]{0,2}[.,]?\s[A-ZÀ-Þ]")


def _of_emphasis(
    text: MarkedText, known: list[tuple[int, int, str]], segments: Sequence[Segment]
) -> list[tuple[int, int, str]]:
    """Return the known labels with titles cut where emphasis ends or begins."""
    italics = sorted((one.start, one.end) for one in text.spans if one.kind in ("i", "sc"))
    titles = [one for one in known if one[2] == "title"] or [
        (one.start, one.end, "title") for one in segments if one.label == "title"
    ]
    if not italics or len(titles) != 1:
        return known
    start, end, _ = titles[0]
    others = [one for one in known if one[2] != "title"]
    inner = [(a, b) for a, b in italics if start - 2 <= a and b <= end + 2 and b - a > 2]
    for a, b in inner:
        if a <= start + 1 and (b >= end or _IN_SERIES.match(text.text, b)):
            if len(inner) > 1 and _VOLUME_OF.search(text.text[b : inner[1][0]]):
                return [*others, (a, b, "collection-title"), (*inner[1], "title")]
            return [*others, (*_trimmed(text.text, max(a, start), b, "title"), "title")]
        is_long = b - a >= _LONG or text.text.count(" ", a, b) >= 2
        if a <= start + 1 and is_long and _NEXT_TITLE.match(text.text, b):
            found = [*others, (*_trimmed(text.text, max(a, start), b, "title"), "title")]
            if any(name == "container-title" for _, _, name in others):
                return found
            return [*found, (*_trimmed(text.text, b, end, "title"), "container-title")]
        if a - start >= _SHORTEST and _BEFORE_CONTAINER.search(text.text[start:a]):
            before = _BEFORE_CONTAINER.search(text.text[start:a])
            until = start + before.start() if before else a
            label = "genre" if _GENRE.match(text.text, a) else "container-title"
            found = [*others, (*_trimmed(text.text, start, until, "title"), "title")]
            has_label = any(name == label for _, _, name in others)
            return found if has_label else [*found, (*_trimmed(text.text, a, b, label), label)]
    return known


# ── blocks ────────────────────────────────────────────────────────────────────────────────────────

_YEAR = lazy_pattern(
    r"[\s,]{0,3}[(\[]?((?:1[5-9]|20)\d\d[a-z]?(?:,?\s[^\W\d_]{3,12}\.?(?:[\s\-–/]{1,3}\w{1,12}\.?)?)?)"
    r"[)\]]?[.,:\s]{0,5}\Z"
)
_SHARE = 0.6
_CONTAINED = lazy_pattern(r"(?:[Ii]n|[Ee]n|[Ii]m?)\b[:\s]")


def _of_blocks(marked: MarkedText, segments: Sequence[Segment]) -> list[tuple[int, int, str]]:
    """Return the labels of the first two blocks: the authors if they are, and then the title."""
    blocks = [(one.start, one.end) for one in marked.spans if one.kind == "block"]
    if len(blocks) < 2:
        return []
    text = marked.text
    (start, end), second, *_ = blocks
    label = _label_of(segments, start, end)
    if label is None:
        return []
    found: list[tuple[int, int, str]] = []
    year = _YEAR.search(text[start:end])
    if year:
        found.append((start + year.start(1), start + year.end(1), "issued"))
        end = start + year.start()
    found.append((*_trimmed(text, start, end, label), label))
    if _CONTAINED.match(text[slice(*second)]) or _YEAR.fullmatch(text[slice(*second)]):
        return found
    inner = [one for one in segments if second[0] <= one.start < second[1]]
    names = {one.label for one in inner}
    if not names or names <= {"title", "container-title", "note", "publisher", "genre", "author"}:
        found.append((*_trimmed(text, *second, "title"), "title"))
    return [(a, b, label) for a, b, label in found if a < b]


def _label_of(segments: Sequence[Segment], start: int, end: int) -> str | None:
    """Return whether most of a block are authors; ``None`` if they are not."""
    sizes = dict.fromkeys(_PEOPLE, 0)
    for one in segments:
        size = min(one.end, end) - max(one.start, start)
        if one.label in sizes and size > 0:
            sizes[one.label] += size
    label = max(sizes, key=lambda name: sizes[name])
    return label if label == "author" and sizes[label] >= _SHARE * (end - start) - 8 else None


# ── fields ────────────────────────────────────────────────────────────────────────────────────────

_RICH = ("title", "container-title")


def completed(record: Record, text: MarkedText) -> Record:
    """Return a record with the rich text of its titles, and the links of its string."""
    fields = tuple(
        (label, _rich(text, value) if label in _RICH else value) for label, value in record.fields
    )
    labels = {label for label, _ in fields}
    return evolve(record, fields=(*fields, *_linked(text, labels)))


def _rich(text: MarkedText, value: str) -> str:
    """Return a value of a string with the emphasis within it."""
    if not any(one.kind in OPENING for one in text.spans):
        return value
    place = text.text.find(value)
    return text.rich(place, place + len(value)) if place >= 0 else value


def _linked(text: MarkedText, labels: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the DOI, and the address of the title, that the links of a string have."""
    links = [one for one in text.spans if one.kind == "link"]
    dois = [doi for one in links if (doi := bare_doi(one.value))]
    if "DOI" not in labels and dois and len({doi.casefold() for doi in dois}) == 1:
        yield "DOI", dois[0]
        return
    addresses = [one for one in links if _ADDRESS.match(one.value) and not bare_doi(one.value)]
    if labels & {"URL", "DOI"} or dois or not addresses:
        return
    longest = max(addresses, key=lambda one: one.end - one.start)
    yield "URL", longest.value


_ADDRESS = lazy_pattern(r"https?://\S", re.IGNORECASE)
