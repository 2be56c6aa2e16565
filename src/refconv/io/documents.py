"""Read documents: decode the embedded records, parse the printed strings, and merge the two.

::

    Document ─┬─ embedded records ──decode──▶ Work ─┐
              │                                     ├─ match, merge ──▶ Split
              └─ items, or found in the text ───────┘

:func:`read_document` is the whole of it. A record that a program has stored wins over the string
that is printed of it; records of one work are united. Nothing is there twice.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import islice

from attrs import define, evolve

from refconv.assemble.label_table import TABLE
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Span, problem
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference
from refconv.core.report import Found, Origin, SetAside
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord
from refconv.documents.marked import MarkedStrings
from refconv.documents.matching import matched, printed_again
from refconv.documents.merging import is_repeated, merged, with_id, works_of
from refconv.formats.base import Format, Split
from refconv.formats.registry import FORMATS
from refconv.io.read import decoded
from refconv.io.strings import found_in, joined_lines
from refconv.page.heading_words import WORDS, Heading
from refconv.page.lines import Places


@cache
def format_of(carrier: Carrier) -> Format:
    """Return a carrier as a format that is only read."""
    return Format(carrier.name, carrier.title, TABLE, partial(read_document, carrier))


@define
class Work:
    """A reference of a document, until all of it is known.

    ``offset`` is where it stands in the document's text; ``diagnostics`` are its own.
    """

    reference: Reference
    offset: int
    origin: Origin
    diagnostics: tuple[Diagnostic, ...] = ()
    embedded: EmbeddedRecord | None = None


def read_document(carrier: Carrier, text: str) -> Split:
    """Read a document; ``text`` has a character for each byte if the carrier is binary."""
    document = carrier.read(text.encode("latin-1", "replace") if carrier.is_binary else text)
    return _Reading(carrier, document, text).split()


class _Reading:
    """One document while it is read."""

    def __init__(self, carrier: Carrier, document: Document, source: str) -> None:
        self._carrier, self._document = carrier, document
        self._places = Places(document.text)
        self._source = Places(source)
        self._set_aside: tuple[SetAside, ...] = ()
        self._diagnostics = [*document.diagnostics]
        self._page: Work | None = None

    def split(self) -> Split:
        """Return the references, each once, in the order in which they stand."""
        embedded = _united([*self._decoded(self._document.embedded)])
        if self._document.page_record is not None:
            self._page = next(self._decoded([self._document.page_record]), None)
        works = [*self._with_printed(embedded)]
        works += self._in_notes(works)
        if self._document.paragraphs and (embedded or self._document.items):
            works += self._unlisted(works)
        works = sorted(_without_repeated(works), key=lambda work: work.offset)
        position = None
        if self._page is not None:
            position = bisect_left([work.offset for work in works], self._page.offset)
            works.insert(position, self._page)
        found = [*self._diagnostics, *(one for work in works for one in work.diagnostics)]
        if works:
            found = [one for one in found if one.code != Code.NO_REFERENCES]
        elif self._document.paragraphs and (lost := self._lost_citations()) is not None:
            found = [*(one for one in found if one.code != Code.NO_REFERENCES), lost]
        return Split(
            (),
            tuple(found),
            (),
            tuple(self._origin(work) for work in works),
            position,
            set_aside=tuple(map(self._aside, self._set_aside)),
            references=tuple(work.reference for work in works),
        )

    # ── embedded records ──────────────────────────────────────────────────────────────────────────

    def _decoded(self, embedded: Iterable[EmbeddedRecord]) -> Iterator[Work]:
        """Decode embedded records by the tables of their formats."""
        for one in embedded:
            format = FORMATS[one.format]
            split = format.split(one.text)
            odd = split.diagnostics
            for record in split.records:
                reference, found = decoded(format.table, record)
                if not one.keeps_id:
                    reference = with_id(reference, "")
                diagnostics = tuple(self._at(d, one.offset) for d in (*odd, *found))
                yield Work(reference, one.offset, Origin(field=one.field), diagnostics, one)
                odd = ()
            self._diagnostics += [self._at(d, one.offset) for d in odd]

    def _at(self, found: Diagnostic, offset: int) -> Diagnostic:
        """Return a diagnostic of an embedded record at the place of that record."""
        return evolve(found, span=self._span(offset, offset))

    # ── printed strings ───────────────────────────────────────────────────────────────────────────

    def _with_printed(self, embedded: Sequence[Work]) -> Iterator[Work]:
        """Yield the embedded records, completed by what is printed, and the other strings."""
        document = self._document
        if document.items:
            found = [self._found(i) for i in range(len(document.items))]
            yield from self._with_strings(embedded, [one for one in found if one is not None])
        elif document.is_searched and document.text.strip():
            yield from self._with_page(embedded)
        else:
            yield from embedded

    def _likely(self) -> list[tuple[int, Found]]:
        """Return those of the document's candidates that read as references."""
        from refconv.io import paragraphs  # noqa: PLC0415 - many patterns, and NumPy

        items = self._document.candidates
        self._document = evolve(self._document, items=items)
        found = [self._found(i) for i in range(len(items))]
        strings = [one for one in found if one is not None]
        likely = paragraphs.that_read_as_references([one.text for _, one in strings])
        return [one for one, is_likely in zip(strings, likely, strict=True) if is_likely]

    def _found(self, index: int) -> tuple[int, Found] | None:
        item = self._document.items[index]
        text = self._document.text
        # Lines of a page break words; what a carrier joins is in one line.
        is_broken = text.find("\n", item.start, item.end) >= 0
        found = (joined_lines if is_broken else found_in)(text, item.start, item.end)
        if found is None:
            return None
        return index, evolve(found, number=item.number or item.key or found.number)

    def _with_strings(
        self, embedded: Sequence[Work], found: Sequence[tuple[int, Found]]
    ) -> Iterator[Work]:
        strings = [one for _, one in found]
        keys = [self._document.items[index].key for index, _ in found]
        place_of = {index: place for place, (index, _) in enumerate(found)}
        known: dict[int, int] = {
            i: place_of[work.embedded.item]
            for i, work in enumerate(embedded)
            if work.embedded is not None and work.embedded.item in place_of
        }
        pairs = matched([work.reference for work in embedded], [s.text for s in strings], known)
        whole = {j for i, j in pairs.items() if not _is_partial(embedded[i])}
        parsed = self._parsed([j for j in range(len(strings)) if j not in whole], strings)
        for i, work in enumerate(embedded):
            j = pairs.get(i)
            yield work if j is None else self._joined(work, strings[j], parsed.get(j), keys[j])
        taken = {*pairs.values()}
        for j, work in parsed.items():
            if j not in taken:
                yield evolve(work, reference=with_id(work.reference, keys[j]))

    def _parsed(self, places: Sequence[int], strings: Sequence[Found]) -> dict[int, Work]:
        """Parse some of the strings; return their works by their places."""
        from refconv.io import free_text  # noqa: PLC0415 - many patterns, and NumPy

        marks = MarkedStrings(self._document)
        chosen = [strings[j] for j in places]
        entries = free_text.split_found(self._document.text, chosen, marks)
        works = {}
        for j, entry in zip(places, entries, strict=True):
            reference, found = decoded(TABLE, entry.record)
            diagnostics = tuple(map(self._moved, (*entry.diagnostics, *found)))
            works[j] = Work(reference, strings[j].start, entry.origin, diagnostics)
        return works

    def _with_page(self, embedded: Sequence[Work]) -> Iterator[Work]:
        """Find references in the text, as in a pasted page."""
        from refconv.io import free_text  # noqa: PLC0415 - many patterns, and NumPy

        text = _without(self._document.text, self._document.notes)
        if embedded and self._document.paragraphs:
            text = _blank(text, 0, _start_of_list(text))
        split = free_text.split(text, MarkedStrings(self._document))
        if len(split.records) < len(self._document.candidates):
            likely = self._likely()
            if len(likely) > len(split.records):
                yield from self._with_strings(embedded, likely)
                return
        self._set_aside = split.set_aside
        printed = []
        for i, (record, origin) in enumerate(zip(split.records, split.origins, strict=True)):
            reference, found = decoded(TABLE, record)
            start = origin.found.start if origin.found else 0
            work = Work(reference, start, origin, tuple(map(self._moved, found)))
            if i != split.page_record:
                printed.append(work)
            elif self._page is None:
                self._page = work
        strings = [work.origin.found.text if work.origin.found else "" for work in printed]
        pairs = matched([work.reference for work in embedded], strings, {})
        taken = [printed[j].origin.found for j in pairs.values()]
        spans = [(one.start, one.end) for one in taken if one is not None]
        self._diagnostics += [self._moved(d) for d in split.diagnostics if not self._in(d, spans)]
        for i, work in enumerate(embedded):
            j = pairs.get(i)
            found_j = printed[j].origin.found if j is not None else None
            yield work if j is None or found_j is None else self._joined(work, found_j, printed[j])
        yield from (work for j, work in enumerate(printed) if j not in {*pairs.values()})

    def _lost_citations(self) -> Diagnostic | None:
        """Return that a text without a list cites works all the same."""
        text = self._document.text
        citations = [*islice(_CITATION.finditer(text), _FEW)]
        if len(citations) < _FEW:
            return None
        first = citations[0]
        lost = problem(Code.NO_REFERENCES, "citations", text=first[0])
        return evolve(lost.at(), span=self._span(*first.span()))

    # ── what is typed by hand ─────────────────────────────────────────────────────────────────────

    def _in_notes(self, works: Sequence[Work]) -> list[Work]:
        """Return the works that footnotes name, and that are not among those known."""
        if not self._document.notes:
            return []
        from refconv.page.notes import works_in_notes  # noqa: PLC0415 - many patterns

        return self._fresh(works_in_notes(self._document.text, self._document.notes), works)

    def _fresh(self, found: Sequence[Found], works: Sequence[Work]) -> list[Work]:
        """Parse the strings that print no work that is known, each work once."""
        again = printed_again([work.reference for work in works], [one.text for one in found])
        strings = [one for one, is_known in zip(found, again, strict=True) if not is_known]
        parsed = [*self._parsed(range(len(strings)), strings).values()]
        groups = works_of([work.reference for work in parsed], [()] * len(parsed))
        return [parsed[group[0]] for group in groups]

    def _unlisted(self, works: Sequence[Work]) -> list[Work]:
        """Read the lists beside the marked ones; report what looks like a reference elsewhere."""
        from refconv.io import free_text  # noqa: PLC0415 - many patterns, and NumPy
        from refconv.page.left_out import in_text  # noqa: PLC0415

        document = self._document
        marked = sorted([*document.notes, *((one.start, one.end) for one in document.items)])
        text = _without(document.text, marked)
        start = _start_of_list(text)
        more: list[Work] = []
        if document.items and text[start:].partition("\n")[2].strip():
            page = free_text.split(_blank(text, 0, start), MarkedStrings(document))
            strings = [one.found for one in page.origins if one.found is not None]
            more = self._fresh(strings, works)
        self._diagnostics += map(self._moved, in_text(text[:start]))
        return more

    def _in(self, found: Diagnostic, spans: Sequence[tuple[int, int]]) -> bool:
        """Return whether a diagnostic is about a string that a record stands for."""
        if not found.line or not found.column:
            return False
        offset = self._places.offset(found.line, found.column)
        return any(start <= offset < end for start, end in spans)

    def _joined(self, work: Work, found: Found, printed: Work | None, key: str = "") -> Work:
        """Return an embedded record with the string that prints it."""
        reference = work.reference
        origin = Origin(found, field=work.origin.field)
        if printed is not None:
            origin = evolve(printed.origin, field=work.origin.field)
            if _is_partial(work):
                reference = merged(reference, printed.reference)
        if key and not reference.id:
            reference = with_id(reference, key)
        return Work(reference, found.start, origin, work.diagnostics, work.embedded)

    # ── places ────────────────────────────────────────────────────────────────────────────────────

    def _input_offset(self, offset: int) -> int:
        """Return where a character of the document's text is in the input, if it is text."""
        offsets = self._document.offsets
        if not offsets:
            return 0 if offsets is not None else offset
        return offsets[min(offset, len(offsets) - 1)]

    def _span(self, start: int, end: int) -> Span:
        if self._document.lines:
            place = min(self._places.line(start), len(self._document.lines)) - 1
            return Span(self._document.lines[place])
        if self._document.offsets is None:
            return self._places.span(start, end)
        return self._source.span(self._input_offset(start), self._input_offset(end))

    def _moved(self, found: Diagnostic) -> Diagnostic:
        """Return a diagnostic about the document's text with its place in the input."""
        if not found.line:
            return found
        start = self._places.offset(found.line, found.column)
        end = start
        if found.span.end_line:
            end = self._places.offset(found.span.end_line, found.span.end_column)
        return evolve(found, span=self._span(start, end))

    def _origin(self, work: Work) -> Origin:
        """Return an origin with its places in the input, its page and its paragraph."""
        document, found = self._document, work.origin.found
        origin = evolve(
            work.origin,
            carrier=self._carrier.name,
            line=self._span(work.offset, work.offset).line,
            page=bisect_right(document.pages, work.offset),
            paragraph=bisect_right(document.paragraphs, work.offset),
        )
        if document.offsets is None or found is None:
            return origin
        offsets = array("Q", map(self._input_offset, found.offsets))
        first, last = (min(offsets), max(offsets)) if offsets else (0, 0)
        return evolve(
            origin,
            found=evolve(found, start=first, end=last + 1, offsets=offsets),
            segments=tuple(
                evolve(
                    one,
                    start=self._input_offset(one.start),
                    end=self._input_offset(one.end - 1) + 1,
                )
                for one in origin.segments
            ),
        )

    def _aside(self, one: SetAside) -> SetAside:
        start = self._input_offset(one.start)
        return evolve(one, start=start, end=max(start, self._input_offset(one.end - 1)) + 1)


def _start_of_list(text: str) -> int:
    """Return where the heading of the first list is; the end if there is none.

    A program has stored the works that are cited: only a list may have more of them.
    """
    from refconv.page.headings import fold  # noqa: PLC0415 - many patterns

    words = frozenset(map(fold, WORDS[Heading.LIST]))
    lines = _SHORT_LINE.finditer(text)
    return next((line.start() for line in lines if fold(line[0]) in words), len(text))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with blanks for some of its parts."""
    parts, after = [], 0
    for start, end in spans:
        parts += [text[after:start], _NO_LINE_END.sub(" ", text[start:end])]
        after = end
    return "".join([*parts, text[after:]])


def _blank(text: str, start: int, end: int) -> str:
    return _without(text, [(start, end)])


# "(Ng, 2001)", "(Ng & Roe 2001, p. 4)", "[12]", "[3, 4]": so many of them are citations.
_CITATION = lazy_pattern(
    r"\([^()\n\d]{0,80}[^\W\d_]{2}[^()\n\d]{0,20}(?:1[6-9]|20)\d\d[a-z]?[^()\n]{0,60}\)"
    r"|\[\d{1,3}(?:[,;–-] ?\d{1,3}){0,9}\]"
)
_FEW = 3
_SHORT_LINE = lazy_pattern(r"^[^\n]{3,60}$", re.MULTILINE)
_NO_LINE_END = lazy_pattern(r"[^\n]")


def _is_partial(work: Work) -> bool:
    return work.embedded is not None and work.embedded.is_partial


def _without_repeated(works: Sequence[Work]) -> list[Work]:
    """Return the works without the strings that print one again, as notes and a list do."""
    groups = works_of([work.reference for work in works], [()] * len(works))
    kept: list[Work] = []
    for group in groups:
        some = [works[i] for i in group]
        # The fullest stays: that with a key, and with most values.
        some.sort(key=lambda work: (bool(work.reference.id), len(work.reference.given())))
        best = some.pop()
        kept.append(best)
        kept += (
            one
            for one in some
            if one.origin.found is None or not is_repeated(one.reference, best.reference)
        )
    return kept


def _united(works: Sequence[Work]) -> list[Work]:
    """Return each work once: at the first of its places, with the values of the best record."""
    groups = works_of(
        [work.reference for work in works],
        [work.embedded.same if work.embedded else () for work in works],
    )
    united = []
    for group in groups:
        ranked = sorted(
            (works[i] for i in group), key=lambda work: work.embedded.rank if work.embedded else 0
        )
        best, *others = ranked
        item = max((one.embedded.item for one in ranked if one.embedded), default=-1)
        for other in others:
            # A record of the same kind says the same.
            if other.embedded and best.embedded and other.embedded.rank > best.embedded.rank:
                best = evolve(best, reference=merged(best.reference, other.reference))
        embedded = best.embedded and evolve(best.embedded, item=item)
        offset = min(works[i].offset for i in group)
        united.append(evolve(best, embedded=embedded, offset=offset))
    return united
