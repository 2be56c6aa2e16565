"""Read free text: find reference strings, label them, assemble records, add the page record.

::

    text ─find─▶ Page ─label─▶ segments ─assemble─▶ entries ─page record─▶ Split

:func:`split` is the whole of it. Each stage is a package of its own: :mod:`refconv.page`,
:mod:`refconv.tag`, :mod:`refconv.assemble`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from refconv.assemble.draft import NO_HABITS, Habits
from refconv.assemble.list_habits import habits_of
from refconv.assemble.record import assemble
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.progress import report
from refconv.core.report import Found, Origin, Segment
from refconv.documents.marked import MarkedStrings
from refconv.formats.base import Split
from refconv.formats.registry import SUFFIXES
from refconv.io.marked_strings import completed, with_markup
from refconv.io.paragraphs import lines_in, references_in
from refconv.io.strings import found_in
from refconv.page.document import Page, read_page
from refconv.page.lines import Places
from refconv.tag import tagger

LOW_CONFIDENCE = 0.35
"""A reference with a segment of a lower confidence gets a diagnostic."""

_BATCH = 2_000
"""Strings that are labelled at once; progress is reported after each batch."""
_SHOWN = 60
"""Characters of a string that a message shows."""


class Entry(NamedTuple):
    """The record of a string, where it comes from, and what was odd about it.

    ``author`` holds its authors as printed, which the next reference may repeat as a dash.
    """

    record: Record
    origin: Origin
    diagnostics: tuple[Diagnostic, ...] = ()
    author: str = ""


def split(text: str, marks: MarkedStrings | None = None) -> Split:
    """Read free text: a record for each reference string, and one for the page itself.

    ``marks`` is what the markup of the text said, which is no longer in it.
    """
    page = _with_paragraphs(read_page(text), text)
    places = Places(text)
    entries = [*_entries(page.found, places, len(text), marks)]
    diagnostics = [diagnostic for entry in entries for diagnostic in entry.diagnostics]
    page_entry = _page_entry(page, places)
    position = None
    if page_entry is not None:
        position = sum(found.start < page.start for found in page.found)
        entries.insert(position, page_entry)
        diagnostics += page_entry.diagnostics
    if entries:
        diagnostics += (one for one in page.diagnostics if one.code != Code.NO_REFERENCES)
    else:
        diagnostics += [*_file_name(text)] or page.diagnostics
    records = tuple(entry.record for entry in entries)
    origins = tuple(entry.origin for entry in entries)
    return Split(records, tuple(diagnostics), (), origins, position, set_aside=page.set_aside)


def _file_name(text: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for a text that is nothing but the name of a file of references."""
    name = text.strip()
    suffix = _FILE_NAME.fullmatch(name)
    if suffix and suffix[1].lower() in SUFFIXES:
        yield problem(Code.NO_REFERENCES, "name", text=name).at()


_FILE_NAME = lazy_pattern(r"[^\r\n<>{}]{1,200}(\.[A-Za-z]{2,9})")


def _with_paragraphs(page: Page, text: str) -> Page:
    """Return a page with those of its few paragraphs, or lines, that are references.

    They are looked at where no list was found, or one of fewer references than there are lines.
    """
    # A page with a record of its own is no list.
    if page.citation or page.contributors or page.history:
        return page
    found = lines_in(text, len(page.found)) if page.found else references_in(text)
    if not found:
        return page
    places = Places(text)
    kept = (
        diagnostic
        for diagnostic in page.diagnostics
        if diagnostic.code != Code.UNLISTED_REFERENCE
        or not any(one.start <= places.offset(*diagnostic.span[:2]) < one.end for one in found)
    )
    aside = (one for one in page.set_aside if not any(f.start <= one.start < f.end for f in found))
    return evolve(page, found=found, set_aside=tuple(aside), diagnostics=tuple(kept))


def split_lines(text: str) -> Split:
    """Read a text each line of which is a reference; a blank line gives an empty record."""
    places = Places(text)
    spans = [match.span() for match in _LINE.finditer(text)]
    found = [found_in(text, *span) for span in spans]
    strings = [one for one in found if one is not None]
    entries = _assemble(strings, _label(strings, len(text)), places)
    lines = [
        next(entries) if one is not None else _blank_entry(places.line(start))
        for one, (start, _) in zip(found, spans, strict=True)
    ]
    return Split(
        tuple(entry.record for entry in lines),
        tuple(diagnostic for entry in lines for diagnostic in entry.diagnostics),
        origins=tuple(entry.origin for entry in lines),
    )


def split_found(
    text: str, found: Sequence[Found], marks: MarkedStrings | None = None
) -> Iterator[Entry]:
    """Label strings of a text that are known to be references; yield the entry of each."""
    return _entries(found, Places(text), len(text), marks)


def _entries(
    found: Sequence[Found], places: Places, size: int, marks: MarkedStrings | None
) -> Iterator[Entry]:
    """Yield the entries of strings, with what their markup says of them."""
    labelled = _label(found, size)
    if not marks:
        yield from _assemble(found, labelled, places)
        return
    texts = [marks.of(one) for one in found]
    known = [with_markup(*pair) for pair in zip(texts, labelled, strict=True)]
    for text, entry in zip(texts, _assemble(found, known, places), strict=True):
        yield entry._replace(record=completed(entry.record, text))


_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")


def _blank_entry(line: int) -> Entry:
    found = problem(Code.EMPTY, "string").at(line, 1)
    return Entry(Record("document", "", (), line), Origin(line=line), (found,))


# ── label ─────────────────────────────────────────────────────────────────────────────────────────


def _label(found: Sequence[Found], size: int) -> list[tuple[Segment, ...]]:
    """Label the strings of a text of this size, and report progress: this is most of the work."""
    labelled: list[tuple[Segment, ...]] = []
    for start in range(0, len(found), _BATCH):
        batch = found[start : start + _BATCH]
        labelled += tagger.segments([one.text for one in batch])
        report(batch[-1].end, size, len(labelled))
    return labelled


# ── assemble ──────────────────────────────────────────────────────────────────────────────────────


def _assemble(
    found: Sequence[Found], labelled: Sequence[Sequence[Segment]], places: Places
) -> Iterator[Entry]:
    """Yield the entry of each string; a dash in one repeats the authors of the one before."""
    previous = ""
    habits = habits_of(labelled)
    for one, segments in zip(found, labelled, strict=True):
        entry = _entry(one, segments, places, places.line(one.start), previous, habits)
        previous = entry.author or previous
        yield entry


def _entry(
    found: Found,
    segments: Sequence[Segment],
    places: Places,
    line: int,
    previous: str = "",
    habits: Habits = NO_HABITS,
) -> Entry:
    record, author, unlabelled = assemble(found.text, segments, previous, line, habits)
    confidence = min([segment.confidence for segment in segments], default=0.0)
    origin = Origin(found, _in_text(segments, found.offsets), confidence, line)
    if not unlabelled and confidence >= LOW_CONFIDENCE:
        return Entry(record, origin, (), author)
    diagnostics = (
        *(_unlabelled(found, start, words, places) for start, words in unlabelled),
        *((_low_confidence(found, confidence, places),) if confidence < LOW_CONFIDENCE else ()),
    )
    return Entry(record, origin, diagnostics, author)


def _in_text(segments: Sequence[Segment], offsets: Sequence[int]) -> tuple[Segment, ...]:
    """Return segments of a string with their offsets in the text."""
    moved = []
    for segment in segments:
        first, last = offsets[segment.start], offsets[segment.end - 1]
        if last < first:  # a value that continues in the next column, above where it began
            first, last = last, first
        moved.append(Segment(segment.label, segment.text, first, last + 1, segment.confidence))
    return tuple(moved)


def _unlabelled(found: Found, start: int, words: str, places: Places) -> Diagnostic:
    offsets = found.offsets
    # The words may be shorter than the gap that they are from.
    end = max(found.text.find(words, start), start) + len(words)
    span = places.span(offsets[start], offsets[end - 1] + 1)
    return problem(Code.UNLABELLED_TEXT, "words", text=words[:_SHOWN]).at(*span)


def _low_confidence(found: Found, confidence: float, places: Places) -> Diagnostic:
    doubt = problem(
        Code.LOW_CONFIDENCE, "reference", text=found.text[:_SHOWN], confidence=confidence
    )
    return doubt.at(*places.span(found.start, found.end))


# ── the page record ───────────────────────────────────────────────────────────────────────────────


def _page_entry(page: Page, places: Places) -> Entry | None:
    """Return the page record: the page's citation, contributors, history and DOI."""
    # Dates alone make a record only if they are all there is, or if a DOI shows whose they are.
    is_dated = page.history and (page.doi or not page.found)
    if not (page.citation or page.contributors or is_dated):
        return None
    base = _citation_entry(page, places)
    fields = [*base.record.fields, *_page_fields(page)]
    labels = {label for label, _ in fields}
    if page.doi and "DOI" not in labels:
        fields.append(("DOI", page.doi))
    if "issued" not in labels and "available-date" in labels:
        fields.append(("issued", next(value for key, value in fields if key == "available-date")))
    record = evolve(base.record, fields=tuple(fields))
    origin = evolve(base.origin, segments=(*base.origin.segments, *_page_segments(page)))
    return Entry(record, origin, (*base.diagnostics, *_missing(labels, record.line)))


def _citation_entry(page: Page, places: Places) -> Entry:
    """Return the entry of the page's own citation, an empty one if it prints none."""
    line = places.line(page.start)
    if page.citation:
        return _entry(page.citation, tagger.segments([page.citation.text])[0], places, line)
    kind = "article-journal" if page.history else "document"
    return Entry(Record(kind, "", (), line), Origin(line=line))


def _page_fields(page: Page) -> Iterator[tuple[str, str]]:
    for person in page.contributors:
        yield "contributor", f"{person.name} {person.orcid}".rstrip()
    for date in page.history:
        yield date.kind, date.text


def _page_segments(page: Page) -> Iterator[Segment]:
    for person in page.contributors:
        yield Segment("author", person.name, person.start, person.end, 1.0)
    for date in page.history:
        yield Segment(date.kind, date.text, date.start, date.end, 1.0)


def _missing(labels: set[str], line: int) -> Iterator[Diagnostic]:
    if "title" not in labels:
        yield problem(Code.MISSING_TITLE, "page").at(line, 1)
    if "container-title" not in labels:
        yield problem(Code.MISSING_CONTAINER, "page").at(line, 1)
