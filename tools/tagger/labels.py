"""One label convention for every source: bare values, everything else is no value.

A :class:`Labelled` is a string with the spans of its values. The two labelled corpora follow
different conventions; :func:`unified` brings both to the one in ``README.md``.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from refconv.tag.tokens import IDENTIFIERS, RESOLVER, Token, tokenize
from tools.tagger.cutting import bare, parts

LABELS = (
    "citation-number", "author", "editor", "translator", "title", "container-title",
    "collection-title", "issued", "volume", "issue", "page", "publisher", "publisher-place",
    "edition", "genre", "number", "event-title", "DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID",
    "arXiv", "accessed", "note",
)  # fmt: skip


class Labelled(NamedTuple):
    """A string with its values: (label, start, end), in order, disjoint.

    ``group`` is what is held out together: the document it stood in, or its made-up family.
    ``whole`` tells real strings (every value labelled) from partly labelled ones.
    """

    text: str
    spans: tuple[tuple[str, int, int], ...]
    source: str
    group: str


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """Read the labelled corpora of the data folder, and corrections laid beside them."""
    for name in ("anystyle-core", "grobid-citation"):
        path = folder / "labelled" / f"{name}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if labelled := unified(row):
                    yield labelled
    for path in sorted((folder / "labelled").glob("corrections*.jsonl")):
        yield from read_corrections(path)


def read_corrections(path: Path) -> Iterator[Labelled]:
    """Read references that were corrected on refconv's page: they follow the convention."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = []
            place = 0
            for label, segment in row["raw"]:
                start = row["text"].index(segment, place)
                place = start + len(segment)
                spans.append((label, start, place))
            yield Labelled(row["text"], tuple(spans), row["source"], row["doc"])


def unified(row: dict[str, Any]) -> Labelled | None:
    """Bring one row of a labelled corpus to the convention; ``None`` where it does not add up."""
    text: str = row["text"]
    tokens = [token for token in tokenize(text) if token.text]
    labels = ["O"] * len(tokens)  # per token: label, with a serial number to keep runs apart
    place = 0
    segments: list[tuple[str, int, int]] = []
    if any(label == "source" and re.search(r"\d", segment) for label, segment in row["raw"]):
        return None  # volume and pages are inside
    for label, segment in row["raw"]:
        start = text.find(segment, place)
        if start < 0:
            return None
        place = start + len(segment)
        segments.append((label, start, place))
    segments = _book_titles(text, segments)
    has_author = any(label == "author" for label, *_ in segments)
    has_year = False
    index = 0
    for serial, (label, start, end) in enumerate(segments):
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        first = index
        while index < len(tokens) and tokens[index].start < end:
            index += 1
        run = list(range(first, index))
        if not run:
            continue
        segment = text[start:end]
        if label == "date":
            target = _date_label(text, start, segment, has_year, serial, segments)
            has_year = has_year or bool(re.search(r"\d{4}", segment))
        elif label == "collaboration":
            target = "note" if has_author else "author"
            has_author = True
        else:
            target = _TARGETS.get(label, label)
        for name, chosen in parts(target, tokens, run):
            for i in chosen:
                labels[i] = f"{name}|{serial}|{chosen[0]}"
    _label_identifiers(tokens, labels)
    group = "anystyle" if row["source"].startswith("anystyle") else row["doc"]
    return Labelled(text, spans_of(tokens, labels), row["source"], group)


def relabelled(
    text: str, segments: Sequence[tuple[str, int, int]], source: str, group: str
) -> Labelled:
    """Cut segments, in order and with whatever stands round their values, down to bare values."""
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
    """An identifier is its own value whatever the corpus calls it; nothing beside it is."""
    known = {labels[i].rsplit("|", 1)[0] for i, t in enumerate(tokens) if t.kind in IDENTIFIERS}
    for i, token in enumerate(tokens):
        if token.kind in IDENTIFIERS:
            labels[i] = f"{token.kind}|id|{i}"
        elif token.kind == RESOLVER or (
            labels[i].split("|")[0] in IDENTIFIERS and labels[i].rsplit("|", 1)[0] in known
        ):
            labels[i] = "O"


def spans_of(tokens: list[Token], labels: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Join runs of equal marks into spans and trim them to bare values."""
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
    """A book that one corpus calls a container without contents is a title."""
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
    """Write a value as it is compared: case, width, dashes and spaces folded, bare at both ends."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"\s+", "", text)
    return text.strip(".,;:()[]{}\"'“”‘’„‚«»‹›<>-*/")
