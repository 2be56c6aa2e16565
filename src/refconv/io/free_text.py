"""The stages of reading free text, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from refconv.assemble.record import Assembled, assemble
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.progress import report
from refconv.core.report import Found, Origin, Segment
from refconv.formats.base import Split
from refconv.page.document import Page, read_page
from refconv.page.lines import Places
from refconv.tag import tagger

LOW_CONFIDENCE = 0.35
"""A reference whose least sure segment is below this is said to be doubtful."""


def split(text: str) -> Split:
    """Read free text: a record for each reference string, and one for the page itself."""
    # 1. find
    page = read_page(text)
    places = Places(text)
    # 2. label
    labelled = _labelled(page.found, len(text))
    # 3. assemble
    records: list[Record] = []
    origins: list[Origin] = []
    diagnostics: list[Diagnostic] = []
    previous = ""
    for found, tags in zip(page.found, labelled, strict=True):
        assembled = assemble(found.text, tags, previous, places.line(found.start))
        previous = assembled.author or previous
        records.append(assembled.record)
        origins.append(_origin(found, tags, assembled.record.line))
        diagnostics += _said(found, assembled, origins[-1], places)
    # The page's own record, at its place.
    source = None
    own = _own(page, places, diagnostics)
    if own is not None:
        source = sum(found.start < page.start for found in page.found)
        records.insert(source, own[0])
        origins.insert(source, own[1])
    has_any = bool(records)
    diagnostics += (d for d in page.diagnostics if d.code != Code.NO_REFERENCES or not has_any)
    return Split(tuple(records), tuple(diagnostics), (), tuple(origins), source)


def _labelled(found: Sequence[Found], size: int) -> list[tuple[Segment, ...]]:
    """Label the strings of a text, and tell how far it is: this is most of the work."""
    labelled: list[tuple[Segment, ...]] = []
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        labelled += tagger.segments([one.text for one in some])
        report(some[-1].end, size, len(labelled))
    return labelled


_AT_ONCE = 2_000


def _origin(found: Found, tags: Sequence[Segment], line: int) -> Origin:
    """Say where a reference came from, in offsets of the text that was given."""
    places = found.offsets
    traced = []
    for tag in tags:
        first, last = places[tag.start], places[tag.end - 1]
        if last < first:  # in a text of two columns a value may go on above where it began
            first, last = last, first
        traced.append(Segment(tag.label, tag.text, first, last + 1, tag.confidence))
    return Origin(found, tuple(traced), min([tag.confidence for tag in tags], default=0.0), line)


def _said(found: Found, assembled: Assembled, origin: Origin, places: Places) -> list[Diagnostic]:
    said: list[Diagnostic] = []
    for at, words in assembled.unlabelled:
        span = places.span(found.offsets[at], found.offsets[at + len(words) - 1] + 1)
        said.append(problem(Code.UNLABELLED_TEXT, "words", text=words[:60]).at(*span))
    if origin.confidence < LOW_CONFIDENCE:
        text, confidence = found.text[:60], origin.confidence
        doubt = problem(Code.LOW_CONFIDENCE, "reference", text=text, confidence=confidence)
        said.append(doubt.at(*places.span(found.start, found.end)))
    return said


# ── the page's own record ─────────────────────────────────────────────────────────────────────────


def _own(page: Page, places: Places, diagnostics: list[Diagnostic]) -> tuple[Record, Origin] | None:
    """Make the page's own record of its citation, its contributors, its history and its DOI."""
    # Dates alone are worth a record where nothing else is read, or a DOI tells whose they are.
    dated = page.history and (page.doi or not page.found)
    if not (page.citation or page.contributors or dated):
        return None
    line = places.line(page.start)
    record = Record("article-journal" if page.history else "document", "", (), line)
    origin = Origin(line=line)
    if page.citation:
        tags = tagger.segments([page.citation.text])[0]
        assembled = assemble(page.citation.text, tags, line=line)
        record, origin = assembled.record, _origin(page.citation, tags, line)
        diagnostics += _said(page.citation, assembled, origin, places)
    fields = list(record.fields)
    traced = list(origin.segments)
    for person in page.contributors:
        value = f"{person.name} {person.orcid}".rstrip()
        fields.append(("contributor", value))
        traced.append(Segment("author", person.name, person.start, person.end, 1.0))
    for date in page.history:
        fields.append((date.kind, date.text))
        traced.append(Segment(date.kind, date.text, date.start, date.end, 1.0))
    known = {label for label, _ in fields}
    if page.doi and "DOI" not in known:
        fields.append(("DOI", page.doi))
    if "issued" not in known and "available-date" in known:
        fields.append(
            ("issued", next(value for label, value in fields if label == "available-date"))
        )
    if "title" not in known:
        diagnostics.append(problem(Code.MISSING_TITLE, "page").at(line, 1))
    if "container-title" not in known:
        diagnostics.append(problem(Code.MISSING_CONTAINER, "page").at(line, 1))
    return evolve(record, fields=tuple(fields)), evolve(origin, segments=tuple(traced))
