"""Marked text of a renderer → labelled strings in the convention; files of these."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tools.tagger.labels import Labelled, relabelled

Segment = tuple[str, int, int]


class Markup(NamedTuple):
    """The characters round a variable (``opens NAME named value closes``) and what they stand for.

    ``person`` names what is round each person of a list; ``labels`` gives variables their labels.
    """

    opens: str
    named: str
    closes: str
    person: str
    labels: Mapping[str, str]


_PEOPLE = frozenset(["author", "editor", "translator"])
_ET_AL = re.compile(
    r"[,;]?\s*(?:et\.?\s?al(?:ii|\.)?|and others|& al\.?|u\.\s?a\.|e\.\s?a\.|et autres|y otros"
    r"|e outros|e altri|i in\.|m\.?\s?fl\.|с соавт\.|и др\.|a kol\.|…)"
)
_SINGLE = frozenset(["title", "container-title", "page", "publisher", "DOI"])


def labelled_of(text: str, markup: Markup, source: str, group: str) -> Labelled | None:
    """Read marked text; ``None`` if something is printed twice or in several blocks."""
    plain, segments, people = _read(text.strip(), markup)
    if "\n" in plain or plain.startswith("{") or not segments:
        return None
    segments = sorted([*segments, *_loose(segments, people)], key=lambda segment: segment[1])
    found: list[Segment] = []
    for name, first, last in segments:
        label = markup.labels.get(name, "")
        start, end = _names(plain, first, last, people) if label in _PEOPLE else (first, last)
        if label and plain[start:end].strip():
            found.append((label, start, end))
    labels = [label for label, *_ in found]
    if any(labels.count(label) > 1 for label in _SINGLE) or not {"title", "issued"} <= set(labels):
        return None
    if any(a[2] > b[1] for a, b in pairwise(found)):
        return None
    return relabelled(plain, found, source, group)


def _read(text: str, markup: Markup) -> tuple[str, list[Segment], list[tuple[int, int]]]:
    """Remove the marks; return the plain text, the variables, the persons."""
    plain = ""
    stack: list[tuple[str, int]] = []
    segments: list[Segment] = []
    people: list[tuple[int, int]] = []
    marks = re.compile(
        f"{markup.opens}([^{markup.named}]*){markup.named}|{markup.closes}|([^{markup.opens}"
        f"{markup.closes}]+)"
    )
    for match in marks.finditer(text):
        if match[2] is not None:
            part = re.sub(r"[ \t\xa0\u202f]+", " ", match[2])
            plain += part[1:] if part[0] == " " and plain[-1:] in {" ", ""} else part
        elif match[1] is not None:
            stack.append((match[1], len(plain)))
        elif stack:
            name, start = stack.pop()
            if name == markup.person:
                people.append((start, len(plain)))
            elif not any(other != markup.person for other, _ in stack):
                segments.append((name, start, len(plain)))
    return plain.rstrip(), segments, people


def _loose(segments: Sequence[Segment], people: Sequence[tuple[int, int]]) -> list[Segment]:
    """Return the persons outside all variables: authors at the beginning, editors behind."""
    loose = [(a, b) for a, b in people if not any(s <= a and b <= e for _, s, e in segments)]
    first = min((start for _, start, _ in segments), default=0)
    leading = [pair for pair in loose if pair[1] <= first]
    others = [pair for pair in loose if pair[1] > first]
    found = [("author", leading[0][0], first)] if leading else []
    return found + ([("editor", others[0][0], others[-1][1])] if others else [])


def _names(text: str, start: int, end: int, people: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the segment from the first to the last person of a list, with "et al."."""
    inside = [(a, b) for a, b in people if start <= a and b <= end]
    if not inside:
        return start, end
    first, last = min(a for a, _ in inside), max(b for _, b in inside)
    tail = _ET_AL.match(text, last, end)
    return first, tail.end() if tail else last


def write(path: Path, items: Iterable[Labelled]) -> None:
    """Write labelled strings, one a line."""
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for item in items:
            file.write((json.dumps(item, ensure_ascii=False) + "\n").encode())


def read(path: Path) -> list[Labelled]:
    """Read the strings that :func:`write` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Labelled(text, tuple((label, start, end) for label, start, end in spans), source, group)
        for text, spans, source, group in rows
    ]
