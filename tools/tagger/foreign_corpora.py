"""Labelled corpora that label only some values: what of them follows the convention.

SciELO, PLOS and LinkedBooks leave editions, translators, notes and more without a label. To train
on such a string as it stands would teach that these are no values, so only strings are taken whose
text between the labelled values is boilerplate.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from refconv.assemble.gaps import without_boilerplate
from tools.tagger.data_folder import rows
from tools.tagger.labels import Labelled, unified

Segments = list[tuple[str, str]]

FOREIGN = ("scielo", "plos", "linkedbooks-train")
"""Corpora of the data folder, as ``labelled/NAME.jsonl.gz``."""

LINKED_SHARE = 0.3
"""The share of LinkedBooks that is used: it would outnumber all others."""

_TRAILING = re.compile(r"\s(?:\d{7,9}|et al\.?)[\s.,;]*\Z")
"""A PubMed number that PLOS prints behind a reference."""


def read_foreign(folder: Path) -> Iterator[Labelled]:
    """Read the strings of these corpora whose values are all labelled, in the convention."""
    for name in FOREIGN:
        for row in rows(folder / "labelled", f"{name}.jsonl"):
            if name.startswith("linkedbooks") and not _is_drawn(row["id"]):
                continue
            segments = _linked(row) if name.startswith("linkedbooks") else _tagged(row)
            if segments is None:
                continue
            group = row.get("doc") or row["id"]
            found = unified({**row, "raw": segments, "doc": group})
            if found is not None and len(found.spans) > 1 and is_whole(found):
                yield found


def _is_drawn(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[1] < 256 * LINKED_SHARE


def is_whole(item: Labelled) -> bool:
    """Return whether all of a string but boilerplate is labelled."""
    ends = [0, *(end for _, _, end in item.spans)]
    starts = [*(start for _, start, _ in item.spans), len(item.text)]
    gaps = [item.text[a:b] for a, b in zip(ends, starts, strict=True)]
    gaps[-1] = _TRAILING.sub("", gaps[-1])
    return not any(without_boilerplate(gap) for gap in gaps)


# ── SciELO and PLOS ───────────────────────────────────────────────────────────────────────────────

_ACCESS = re.compile(
    r"(?:acess\w*|access\w*|consultad\w|citad\w|cited|retrieved|recuperado|dispon\w+)[^\d]{0,16}"
    r"(\d[^.;:\]>]{0,24}\d{4}|[^\W\d_]{3,9}\.? \d{1,2},? \d{4})",
    re.IGNORECASE,
)


def _tagged(row: dict[str, Any]) -> Segments | None:
    """Return the segments of a row, with what the corpus leaves to the text around them."""
    text: str = row["text"]
    segments: Segments = [(label, value) for label, value in row["raw"]]
    place = 0
    result: Segments = []
    for i, (name, segment) in enumerate(segments):
        label, value = name, segment
        start = text.find(value, place)
        if start < 0:
            return None
        end = start + len(value)
        if label == "location" and i and segments[i - 1][0] == "container-title":
            # "J Pediatr (Rio J)" is the journal's name.
            before = result.pop()
            at = text.rindex(before[1], 0, start)
            if text[end : end + 1] != ")":
                return None
            label, value, end = before[0], text[at : end + 1], end + 1
        if label == "author" and (more := re.match(r",?;? et al\.?", text[end:])):
            value += more.group()
            end += more.end()
        access = _ACCESS.search(text[place:start])
        if access:
            result.append(("accessed", access[1]))
        result.append((label, value))
        place = end
    if access := _ACCESS.search(text[place:]):
        result.append(("accessed", access[1]))
    return result


# ── LinkedBooks ───────────────────────────────────────────────────────────────────────────────────

_PLAIN = {
    "author": "author", "title": "title", "date": "date", "pages": "pages", "location": "location",
    "volume": "volume", "publisher": "publisher", "tomo": "volume",
    "collection-title": "collection-title", "archive_lib": "archive", "column": "pages",
    **dict.fromkeys(
        ("archivalreference", "box", "registry", "folder", "cartulation", "filza", "foliation",
         "numbered_ref"), "archive_location"),
}  # fmt: skip
_YEAR_BEHIND = re.compile(r"(.*?\d[^\d(]*)[(,]\s?((?:1[4-9]|20)\d\d(?:\s?[-/]\s?\d{1,4})?)\W*")
_DATE_ALONE = re.compile(r"[\W\d]*\d{4}[\W\d]*|\d{1,2} \w+\.? \d{4}\W*")
_PUT_ASIDE = frozenset({"conjunction", "o"})
_ROLE_INSIDE = re.compile(r"(?:per cura|a cura|edd?\.|cur\.|ed\. )", re.IGNORECASE)
_PAGE_WORD = re.compile(r"[\s,](?:pp?|cc?|cit|ff?|op)\.?[\s,]*\Z", re.IGNORECASE)


def _linked(row: dict[str, Any]) -> Segments | None:
    """Convert a row: a second title is the container, number and year are cut apart."""
    if row["kind"] == "primary" and not _is_archival(row["raw"]):
        return None
    result: Segments = []
    titles = 0
    for label, raw in row["raw"]:
        value = raw.strip()
        if label in _PUT_ASIDE:
            if value.casefold() not in {"in", "e", "ed", "cfr", "cfr."}:
                return None
        elif label == "volume-year":
            if (match := _YEAR_BEHIND.fullmatch(value)) is None:
                return None
            result += [("volume", match[1].strip(" ,")), ("date", match[2])]
        elif (
            _ROLE_INSIDE.match(value)
            or _PAGE_WORD.search(value)
            or (label == "numbered_ref" and not _is_archival(row["raw"]))
        ):
            return None
        elif label == "title":
            titles += 1
            if titles > 2 or (titles == 2 and row["kind"] == "primary"):
                return None
            result.append(("title" if titles == 1 else "container-title", value))
        elif (label == "date" and not _DATE_ALONE.fullmatch(value)) or label not in _PLAIN:
            return None
        else:
            result.append((_PLAIN[label], value))
    return _joined(row["text"], result)


def _is_archival(raw: Sequence[Sequence[str]]) -> bool:
    return any(label == "archive_lib" for label, _ in raw)


def _joined(text: str, segments: Segments) -> Segments | None:
    """Join neighbouring segments of an archive's shelf mark; others may come only once."""
    result: Segments = []
    place, start_of_last = 0, 0
    for label, value in segments:
        start = text.find(value, place)
        if start < 0:
            return None
        place = start + len(value)
        if result and result[-1][0] == label == "archive_location":
            result[-1] = (label, text[start_of_last:place])
            continue
        if any(label == known for known, _ in result):
            return None
        start_of_last = start
        result.append((label, value))
    return result
