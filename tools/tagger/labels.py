"""Labelled strings in one convention: bare values, everything else unlabelled.

The labelled corpora follow different conventions; :func:`unified` converts each to the one that
``README.md`` describes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from refconv.tag.tokens import IDENTIFIERS, RESOLVER, Token, tokenize
from tools.tagger.cutting import bare, parts

LABELS = (
    "citation-number", "author", "editor", "translator", "title", "container-title",
    "collection-title", "issued", "volume", "issue", "page", "publisher", "publisher-place",
    "edition", "genre", "number", "event-title", "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID",
    "arXiv", "accessed", "note", "archive", "archive_location", "locator",
)  # fmt: skip


class Labelled(NamedTuple):
    """A reference string with its values.

    Attributes:
        text: The string.
        spans: Label, start and end of each value, in order and disjoint.
        source: The corpus.
        group: What is held out together: the document, or the family of styles.
    """

    text: str
    spans: tuple[tuple[str, int, int], ...]
    source: str
    group: str


def unified(row: dict[str, Any]) -> Labelled | None:
    """Convert a row of a labelled corpus to the convention; ``None`` if it is inconsistent."""
    text: str = row["text"]
    if any(label == "source" and re.search(r"\d", segment) for label, segment in row["raw"]):
        return None  # volume and pages are inside
    if (segments := _located(text, row["raw"])) is None:
        return None
    segments = _book_titles(text, segments)
    tokens = [token for token in tokenize(text) if token.text]
    labels = ["O"] * len(tokens)  # label|serial number|first token, to keep runs apart
    index = 0
    for serial, target in enumerate(_targets(text, segments)):
        _, start, end = segments[serial]
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        if first < index:
            for name, chosen in parts(target, tokens, list(range(first, index))):
                for i in chosen:
                    labels[i] = f"{name}|{serial}|{chosen[0]}"
    _label_identifiers(tokens, labels)
    group = "anystyle" if row["source"].startswith("anystyle") else row["doc"]
    return Labelled(text, spans_of(tokens, labels), row["source"], group)


def _located(text: str, raw: Sequence[tuple[str, str]]) -> list[tuple[str, int, int]] | None:
    """Return the label, start and end of each segment; ``None`` if one is not in the text."""
    place = 0
    segments: list[tuple[str, int, int]] = []
    for label, segment in raw:
        start = text.find(segment, place)
        if start < 0:
            return None
        place = start + len(segment)
        segments.append((label, start, place))
    return segments


def _targets(text: str, segments: list[tuple[str, int, int]]) -> Iterator[str]:
    """Yield the convention's label of each segment."""
    has_author = any(label == "author" for label, *_ in segments)
    has_year = False
    for serial, (label, start, end) in enumerate(segments):
        segment = text[start:end]
        if label == "date":
            yield _date_label(text, start, segment, has_year, serial, segments)
            has_year = has_year or bool(re.search(r"\d{4}", segment))
        elif label == "collaboration":
            yield "note" if has_author else "author"
            has_author = True
        else:
            yield _TARGETS.get(label, label)


def relabelled(
    text: str, segments: Sequence[tuple[str, int, int]], source: str, group: str
) -> Labelled:
    """Return a labelled string of segments, in order, that are trimmed to bare values."""
    tokens = [token for token in tokenize(text) if token.text]
    labels = ["O"] * len(tokens)
    for serial, (label, start, end) in enumerate(segments):
        run = [i for i, t in enumerate(tokens) if start < t.end and t.start < end]
        for name, chosen in parts(label, tokens, run):
            for i in chosen:
                labels[i] = f"{name}|{serial}|{chosen[0]}"
    _label_identifiers(tokens, labels)
    return Labelled(text, spans_of(tokens, labels), source, group)


def _label_identifiers(tokens: list[Token], labels: list[str]) -> None:
    """Label identifiers as such whatever the corpus calls them, and nothing next to them."""
    known = {labels[i].rsplit("|", 1)[0] for i, t in enumerate(tokens) if t.kind in IDENTIFIERS}
    for i, token in enumerate(tokens):
        if token.kind in IDENTIFIERS:
            labels[i] = f"{token.kind}|id|{i}"
        elif token.kind == RESOLVER or (
            labels[i].split("|")[0] in IDENTIFIERS and labels[i].rsplit("|", 1)[0] in known
        ):
            labels[i] = "O"


def spans_of(tokens: list[Token], labels: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Join runs of equal labels into spans, and trim them to bare values."""
    spans: list[tuple[str, int, int]] = []
    i = 0
    while i < len(tokens):
        mark = labels[i]
        j = i
        while j < len(tokens) and labels[j] == mark:
            j += 1
        if mark != "O":
            name = mark.split("|", 1)[0]
            run = bare(name, tokens, list(range(i, j)))
            if run:
                spans.append((name, tokens[run[0]].start, tokens[run[-1]].end))
        i = j
    return tuple(spans)


def _book_titles(text: str, segments: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Relabel a container without contents as a title: one corpus labels books so."""
    names = [label for label, *_ in segments]
    if "title" in names or not {"publisher", "location"} & set(names) or "issue" in names:
        return segments
    return [
        ("title", start, end)
        if label == "container-title" and not re.search(r"\b[Ii]n\W*$", text[:start])
        else (label, start, end)
        for label, start, end in segments
    ]


_TARGETS = {
    "pages": "page",
    "location": "publisher-place",
    "journal": "container-title",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "arxiv": "arXiv",
    "source": "container-title",
    "director": "author",
    "producer": "author",
    "medium": "note",
    "institution": "publisher",
    "idno-": "number",
    "idno-report": "number",
    "idno-pii": "note",
    "biblScope-": "note",
    "chapter": "note",
    "title-": "title",
}

_ACCESS = re.compile(
    r"(accessed|retrieved|visited|viewed|abgerufen|zugriff|consult|stand|available|web)\W*(\w+\W+)?$",
    re.IGNORECASE,
)


def _date_label(
    text: str,
    start: int,
    segment: str,
    has_year: bool,
    serial: int,
    segments: list[tuple[str, int, int]],
) -> str:
    if _ACCESS.search(text[max(0, start - 25) : start]) or re.match(
        r"\W*(accessed|retrieved|visited|viewed)", segment, re.IGNORECASE
    ):
        return "accessed"
    follows = segments[serial + 1][0] if serial + 1 < len(segments) else ""
    if has_year and follows == "url" and re.search(r"\d{4}", segment):
        return "accessed"
    return "issued"


def normal(text: str) -> str:
    """Return a value as it is compared: case, width, dashes and spaces folded, ends trimmed."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"\s+", "", text)
    return text.strip(".,;:()[]{}\"'“”‘’„‚«»‹›<>-*/")
