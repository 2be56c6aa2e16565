"""Records of BibTeX, RIS, PubMed and EndNote inside other text: in an e-mail, an answer, a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.documents.carrier import EmbeddedRecord

_TYPES = (
    "article|book|booklet|collection|conference|dataset|electronic|inbook|incollection"
    "|inproceedings|manual|mastersthesis|misc|mvbook|mvcollection|online|patent|periodical"
    "|phdthesis|proceedings|reference|report|software|suppbook|techreport|thesis|unpublished|www"
)
_BIBTEX = lazy_pattern(
    rf"^[ \t]{{0,20}}@(?:{_TYPES})[ \t]{{0,9}}\{{(?=[^\n{{}}=]{{0,120}},|\s{{0,20}}\n)",
    re.IGNORECASE | re.MULTILINE,
)
_RIS = lazy_pattern(r"^[ \t]{0,20}TY[ ]{1,2}-[ ]?[A-Z]{3,8}[ \t]*$", re.MULTILINE)
_RIS_END = lazy_pattern(r"^[ \t]{0,20}ER[ ]{1,2}-[^\n]{0,20}$", re.MULTILINE)
_MEDLINE = lazy_pattern(r"^PMID-[ ]?\d{1,8}[ \t]*$", re.MULTILINE)
_REFER = lazy_pattern(r"^[ \t]{0,9}%0 [A-Z][A-Za-z ]{2,40}$", re.MULTILINE)
_TAG_LINES: Mapping[str, re.Pattern[str]] = {
    "ris": lazy_pattern(r"[ \t]{0,20}(?:[A-Z][A-Z0-9][ ]{1,2}-(?: |$)[^\n]*|[ \t]*)(?:\n|\Z)"),
    "nbib": lazy_pattern(r"(?:[A-Z]{2,4}[ ]{0,2}- ?[^\n]*|[ ]{5,6}\S[^\n]*)(?:\n|\Z)"),
    "enw": lazy_pattern(r"[ \t]{0,9}%[0-9A-Z@\[~*+&!#$(>?<)=^|\]] ?[^\n]*(?:\n|\Z)"),
}
_LONGEST = 50_000
"""Characters of a record: a brace that is not closed does not take in the rest of a text."""


class EmbeddedFile(NamedTuple):
    """Records of a format in a text, and where they stand."""

    start: int
    end: int
    format: str


def records_in(text: str) -> list[EmbeddedFile]:
    r"""Return where records stand in a text, in order.

    >>> records_in("See:\n@book{ng, title = {Rivers}}\nand more")
    [EmbeddedFile(start=5, end=32, format='bibtex')]
    """
    found = [*_bibtex(text), *_tagged(text, _RIS, "ris")]
    found += [*_tagged(text, _MEDLINE, "nbib"), *_tagged(text, _REFER, "enw")]
    found.sort()
    kept: list[EmbeddedFile] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def embedded_files(text: str) -> Iterator[EmbeddedRecord]:
    """Yield the records that stand in a text."""
    for one in records_in(text):
        part = text[one.start : one.end]
        yield EmbeddedRecord(one.format, part, one.start, keeps_id=one.format == "bibtex")


def _bibtex(text: str) -> Iterator[EmbeddedFile]:
    if "@" not in text:
        return
    done = 0
    for match in _BIBTEX.finditer(text):
        if match.start() < done:
            continue
        start = text.index("@", match.start())
        done = _end_of_entry(text, match.end())
        yield EmbeddedFile(start, done, "bibtex")


_BRACES = lazy_pattern(r"\\.|[{}]|\n[ \t]{0,20}(?=@\w{3,20}[ \t]{0,9}\{)", re.DOTALL)


def _end_of_entry(text: str, place: int) -> int:
    """Return where an entry ends: with its brace, or where the next one begins."""
    depth = 1
    limit = min(len(text), place + _LONGEST)
    for match in _BRACES.finditer(text, place, limit):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if not depth:
                return match.end()
        elif match[0][0] == "\n":
            return match.start()
    empty = text.find("\n\n", place, limit)
    return empty if empty >= 0 else limit


def _tagged(text: str, head: re.Pattern[str], format: str) -> Iterator[EmbeddedFile]:
    """Yield the records of a format with a tag in each line."""
    heads = [*head.finditer(text)]
    limits = [*(match.start() for match in heads), len(text)][1:]
    for match, limit in zip(heads, limits, strict=True):
        end = _end_of_record(text, match.end(), limit, format)
        if text.count("\n", match.start(), end) >= _LEAST_LINES:
            yield EmbeddedFile(match.start(), end, format)


def _end_of_record(text: str, place: int, limit: int, format: str) -> int:
    """Return where a record ends: with its last tag, or where its lines do."""
    if format == "ris" and (last := _RIS_END.search(text, place, limit)) is not None:
        return min(last.end() + 1, limit)
    if format == "enw" and (empty := _EMPTY.search(text, place, limit)) is not None:
        return empty.start() + 1
    lines = _TAG_LINES[format]
    end = text.find("\n", place, limit) + 1 or limit
    while end < limit and (line := lines.match(text, end, limit)) is not None and line[0]:
        end = line.end()
    return end


_EMPTY = lazy_pattern(r"\n[ \t]*\n")
_LEAST_LINES = 2
