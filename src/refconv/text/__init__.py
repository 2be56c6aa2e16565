"""Free text into references, stage by stage.

::

    text ─document.read_page─▶ Page ─tagger.segments─▶ Segment ─assemble─▶ Record ─TABLE─▶ Reference

1. :mod:`~refconv.text.document` finds the reference strings in a page (its lines, headings, lists,
   its own citation, contributors and dates) and puts each into one line;
2. :mod:`~refconv.text.tagger` labels the words of the strings: the only statistical step;
3. :mod:`~refconv.text.assemble` makes a record of the labelled words, with an item type;
4. :data:`TABLE` says which variable each label is and how its printed value is read
   (:mod:`~refconv.text.normalize`, :mod:`~refconv.text.identifiers`, :mod:`~refconv.text.names`,
   :mod:`~refconv.text.text_dates`).

The native keys of this format are the tagger's labels and the few that the stages add.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve

from refconv.codecs import with_article_number
from refconv.fields import Field, FieldMap, Record, rows
from refconv.formats.base import Format, Split
from refconv.model import ItemType
from refconv.report import Code, Diagnostic, Found, Origin, Segment, Severity
from refconv.text import identifiers, normalize, tagger
from refconv.text.assemble import Assembled, assemble
from refconv.text.document import Page, read_page

__all__ = ["TABLE", "TEXT", "find", "segments"]

# ── the table ─────────────────────────────────────────────────────────────────────────────────────

TABLE = FieldMap(
    prefix="text",
    type_key="type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    rows=(
        Field(("author", "contributor"), "author", normalize.NAMES),
        Field(("editor",), "editor", normalize.NAMES),
        Field(("translator",), "translator", normalize.NAMES),
        *rows(normalize.TITLE, [("title", "title"), ("collection-title", "collection-title")]),
        *rows(normalize.CONTAINER, [("container-title", "container-title")]),
        *rows(
            normalize.DATE,
            [
                ("issued", "issued"),
                ("accessed", "accessed"),
                # An article's history, from its page.
                ("received", "received"),
                ("revised", "revised"),
                ("accepted", "accepted"),
                ("available-date", "available-date"),
                ("original-date", "original-date"),
            ],
        ),
        *rows(normalize.VOLUME, [("volume", "volume")]),
        *rows(normalize.ISSUE, [("issue", "issue")]),
        *rows(normalize.PAGES, [("page", "page")]),
        *rows(normalize.EDITION, [("edition", "edition")]),
        *rows(normalize.NOTE, [("note", "note")]),
        *rows(
            normalize.TEXT,
            [
                ("number", "number"),
                ("publisher", "publisher"),
                ("publisher-place", "publisher-place"),
                ("genre", "genre"),
                ("event-title", "event-title"),
                ("citation-number", "citation-number"),
                # What assemble adds to the tagger's labels.
                ("year-suffix", "year-suffix"),
                ("number-of-pages", "number-of-pages"),
                ("number-of-volumes", "number-of-volumes"),
                ("status", "status"),
                ("archive", "archive"),
            ],
        ),
        *rows(identifiers.DOI, [("DOI", "DOI")]),
        *rows(identifiers.URL, [("URL", "URL")]),
        *rows(identifiers.ISBN, [("ISBN", "ISBN")]),
        *rows(identifiers.ISSN, [("ISSN", "ISSN")]),
        *rows(identifiers.PMID, [("PMID", "PMID")]),
        *rows(identifiers.PMCID, [("PMCID", "PMCID")]),
        *rows(identifiers.ARXIV, [("arXiv", "archive_location")]),
    ),
    complete=with_article_number,
)
"""The label table: which variable each label is, and the codec that reads its value."""

# ── the stages ────────────────────────────────────────────────────────────────────────────────────

LOW_CONFIDENCE = 0.35
"""A reference whose least sure segment is below this is said to be doubtful."""


def segments(strings: Sequence[str]) -> list[tuple[Segment, ...]]:
    """Label the reference strings of one list, in order.

    Args:
        strings: Reference strings, best all those of one list, in its order.

    Returns:
        For each string its segments, ordered and disjoint, with offsets into that string.
    """
    return tagger.segments(strings)


def find(text: str) -> tuple[Found, ...]:
    """Find the reference strings in a page, a paper or a list, in order.

    The page's own citation ("Cite this article") is not among them.
    """
    return read_page(text).found


def split(text: str) -> Split:
    """Read free text: a record for each reference string, and one for the page itself."""
    # 1. find
    page = read_page(text)
    lines = _Lines(text)
    # 2. label
    labelled = tagger.segments([found.text for found in page.found])
    # 3. assemble
    records: list[Record] = []
    origins: list[Origin] = []
    diagnostics: list[Diagnostic] = []
    previous = ""
    for found, tags in zip(page.found, labelled, strict=True):
        assembled = assemble(found.text, tags, previous, lines.line(found.start))
        previous = assembled.author or previous
        records.append(assembled.record)
        origins.append(_origin(found, tags, assembled.record.line))
        diagnostics += _said(found, assembled, origins[-1], lines)
    # The page's own record, at its place.
    source = None
    own = _own(page, lines, diagnostics)
    if own is not None:
        source = sum(found.start < page.start for found in page.found)
        records.insert(source, own[0])
        origins.insert(source, own[1])
    has_any = bool(records)
    diagnostics += (d for d in page.diagnostics if d.code != Code.NO_REFERENCES or not has_any)
    return Split(tuple(records), tuple(diagnostics), (), tuple(origins), source)


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        while at := text.find("\n", self.starts[-1]) + 1:
            self.starts.append(at)

    def line(self, offset: int) -> int:
        """Give the line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    def column(self, offset: int) -> int:
        """Give the column of an offset, from 1."""
        return offset - self.starts[self.line(offset) - 1] + 1


def _origin(found: Found, tags: Sequence[Segment], line: int) -> Origin:
    """Say where a reference came from, in offsets of the text that was given."""
    places = found.offsets
    traced = tuple(
        Segment(tag.label, tag.text, places[tag.start], places[tag.end - 1] + 1, tag.confidence)
        for tag in tags
    )
    return Origin(found, traced, min((tag.confidence for tag in tags), default=0.0), line)


def _said(found: Found, assembled: Assembled, origin: Origin, lines: _Lines) -> list[Diagnostic]:
    said: list[Diagnostic] = []
    for at, words in assembled.unlabelled:
        place = found.offsets[at]
        message = f"{words[:60]!r} has no label, kept as text:unlabelled"
        said.append(
            Diagnostic(
                Code.UNLABELLED_TEXT, message, lines.line(place), lines.column(place), Severity.NOTE
            )
        )
    if origin.confidence < LOW_CONFIDENCE:
        message = f"read with doubt ({origin.confidence:.0%}): {found.text[:60]!r}"
        place = found.start
        said.append(
            Diagnostic(
                Code.LOW_CONFIDENCE, message, lines.line(place), lines.column(place), Severity.NOTE
            )
        )
    return said


# ── the page's own record ─────────────────────────────────────────────────────────────────────────


def _own(page: Page, lines: _Lines, diagnostics: list[Diagnostic]) -> tuple[Record, Origin] | None:
    """Make the page's own record of its citation, its contributors, its history and its DOI."""
    if not (page.citation or page.contributors or page.history):
        return None
    line = lines.line(page.start)
    record = Record("article-journal" if page.history else "document", "", (), line)
    origin = Origin(line=line)
    if page.citation:
        tags = tagger.segments([page.citation.text])[0]
        assembled = assemble(page.citation.text, tags, line=line)
        record, origin = assembled.record, _origin(page.citation, tags, line)
        diagnostics += _said(page.citation, assembled, origin, lines)
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
    for label, code in (("title", Code.MISSING_TITLE), ("container-title", Code.MISSING_CONTAINER)):
        if label not in known:
            message = f"the page's own record has no {label}"
            diagnostics.append(Diagnostic(code, message, line, 1))
    return evolve(record, fields=tuple(fields)), evolve(origin, segments=tuple(traced))


# ── the format ────────────────────────────────────────────────────────────────────────────────────

TEXT = Format(
    name="text",
    title="free text: a reference list, a page, a contributor block",
    suffixes=(".txt", ".text", ".md"),
    table=TABLE,
    split=split,
)
"""Free text, which is only read."""
