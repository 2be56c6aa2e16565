"""Read one chunk of a file, and collect the diagnostics of all chunks in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from refconv.core.codes import Code, Severity
from refconv.core.diagnostics import Counts, Diagnostic, Problem, Span, problem
from refconv.core.fields import FieldMap, Record
from refconv.core.keys import KeyTable
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.lens import decode_record
from refconv.core.model import Reference
from refconv.core.report import Block, Origin, SetAside
from refconv.formats.base import Chunk, Format, Split
from refconv.formats.chunks import with_newlines
from refconv.io.garbage import garbage_collection_paused
from refconv.io.input import Input, chunking_of
from refconv.library.changes import NOTHING_CHANGED, ChangeCounts
from refconv.values.identifiers import invalid_identifiers


@frozen
class ChunkResult:
    """What one chunk of a file was read as.

    ``page_record`` is the index of the page's own record in ``references``. ``keys`` are those of
    all entries and ``lines`` where these begin; ``once`` holds diagnostics that are reported once
    a file, by a name for each. ``counts`` is what was left out of the references.
    """

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    once: Mapping[str, Diagnostic] = {}
    keys: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    blocks: tuple[Block, ...] = ()
    origins: tuple[Origin, ...] = ()
    page_record: int | None = None
    is_blank: bool = True
    set_aside: tuple[SetAside, ...] = ()
    counts: ChangeCounts = NOTHING_CHANGED


_CONTENT = lazy_pattern(r"\w")


@garbage_collection_paused()
def read_chunk(
    format: Format, chunk: Chunk, index: Any, *, page_record: bool = True
) -> ChunkResult:
    """Read a chunk; without ``page_record``, leave out the record of the page itself."""
    split: Split = chunking_of(format).split(chunk, index)
    references = [*split.references]
    diagnostics = [*split.diagnostics]
    for record in split.records:
        reference, found = decoded(format.table, record)
        references.append(reference)
        diagnostics += found
    columns = _Columns(chunk, whole_lines=chunking_of(format).whole_lines)
    origins = split.origins or tuple(Origin(line=int(record.line)) for record in split.records)
    kept = [i for i in range(len(references)) if page_record or i != split.page_record]
    counts = Counts()
    diagnostics = [columns.placed(one) for one in counts.take(diagnostics)]
    diagnostics += map(columns.placed, counts.taken())
    return ChunkResult(
        tuple(references[i] for i in kept),
        tuple(diagnostics),
        {name: columns.placed(one) for name, one in split.once.items()},
        # The keys of a document's records are no keys of the document.
        tuple(record.id for record in split.records) + ("",) * len(split.references),
        tuple(int(record.line) for record in split.records) + (0,) * len(split.references),
        split.blocks,
        tuple(origins[i] for i in kept),
        split.page_record if page_record else None,
        _CONTENT.search(chunk.text) is None,
        split.set_aside,
    )


def decoded(table: FieldMap, record: Record) -> tuple[Reference, list[Diagnostic]]:
    """Decode a record over a table; report the identifiers that are invalid, too."""
    reference, found = decode_record(table, record)
    return reference, found + [_invalid(record, *one) for one in invalid_identifiers(reference)]


def _invalid(record: Record, value: str, found: Problem) -> Diagnostic:
    """Return the diagnostic of an invalid identifier, at the line of the field that has it."""
    raws = [str(raw) for _, raw in record.fields]
    # Free text has it as it was printed.
    places = [i for i, raw in enumerate(raws) if raw == value or value in raw]
    place = next((i for i in places if raws[i] == value), next(iter(places), None))
    if place is None or not record.lines:
        return found.at(record.line, record.column)
    return found.at(record.lines[place])


_FAR = 4096
_INDENT = lazy_pattern(r"[^\S\n]*(?=\S)")


class _Columns:
    """The column of the first word of each line of a chunk."""

    def __init__(self, chunk: Chunk, *, whole_lines: bool = False) -> None:
        self._text = with_newlines(chunk.text)
        self._column, self._indent = chunk.column, chunk.indent
        self._first = self._line = chunk.line
        self._has_whole_lines = whole_lines
        self._start = 0

    def of(self, line: int) -> int:
        """Return the column of a line's first word; fast if lines are asked for in order."""
        if line < self._line:
            self._line, self._start = self._first, 0
        while self._line < line and self._advance(line - self._line):
            pass
        begins_before = line == self._first and self._column > 1
        if begins_before and self._indent < self._column - 1:
            return self._indent + 1
        match = _INDENT.match(self._text, self._start)
        indent = self._indent if begins_before else 0
        return 1 if match is None else indent + match.end() - self._start + 1

    def _advance(self, lines: int) -> bool:
        """Advance by at most ``lines`` lines; by many at once where there are many to go."""
        if lines >= _FAR and (passed := self._text.count("\n", self._start, self._start + _FAR)):
            self._start = self._text.rfind("\n", self._start, self._start + _FAR) + 1
            self._line += passed
            return True
        find, start, passed = self._text.find, self._start, 0
        while passed < lines and (newline := find("\n", start)) >= 0:
            start, passed = newline + 1, passed + 1
        self._line, self._start = self._line + passed, start
        return passed > 0

    def span(self, line: int) -> Span:
        """Return the span of a line without its white space.

        It has no end where a line may be cut into several chunks.
        """
        column = self.of(line)
        if not self._has_whole_lines or self._line != line:
            return Span(line, column)
        end = self._text.find("\n", self._start)
        words = self._text[self._start : end if end >= 0 else None].rstrip()
        return Span(line, column, line, len(words) + 1) if words else Span(line, column)

    def placed(self, found: Diagnostic) -> Diagnostic:
        """Return a diagnostic, with the span of its line where it has the line alone."""
        if found.column or not found.line:
            return found
        return evolve(found, span=self.span(found.line))


class DiagnosticCollector:
    """Collects the diagnostics of an input's chunks, in their order.

    Those that are reported once a file with their count come at the end.
    """

    def __init__(self, input_: Input) -> None:
        self.input = input_
        self._keys = KeyTable()
        self._once: set[str] = set()
        self._counts = Counts()
        self._is_blank = True
        self._entries = 0
        self._is_explained = False

    @property
    def gave_nothing(self) -> bool:
        """Whether the input has content, of which nothing could be read as a reference."""
        return self.input.is_refused or not (self._is_blank or self._entries)

    def of_input(self) -> list[Diagnostic]:
        """Return the diagnostics of the input as a whole."""
        return self._named(self.input.diagnostics)

    def of_chunk(self, result: ChunkResult, chunk: Chunk) -> list[Diagnostic]:
        """Return the diagnostics of a chunk, in the order of the lines."""
        diagnostics = [*result.diagnostics, *self._duplicates(result, chunk)]
        self._entries += len(result.keys)
        for name, diagnostic in result.once.items():
            if name not in self._once:
                self._once.add(name)
                diagnostics.append(diagnostic)
        self._is_blank = self._is_blank and result.is_blank
        self._is_explained = self._is_explained or any(map(_explains, diagnostics))
        return self._named(sorted(self._counts.take(diagnostics), key=_place))

    def of_end(self) -> list[Diagnostic]:
        """Return the diagnostics that are counted, and that of an input that gave nothing."""
        diagnostics = self._counts.taken()
        if self._is_blank:
            diagnostics += [] if self.input.diagnostics else [problem(Code.EMPTY, "empty").at()]
        elif self.gave_nothing and not self._is_explained:
            name = self.input.format.name
            diagnostics.append(problem(Code.NO_REFERENCES, "file", format=name).at())
        return self._named(sorted(diagnostics, key=_place))

    def _duplicates(self, result: ChunkResult, chunk: Chunk) -> Iterable[Diagnostic]:
        add = self._keys.add
        again = [
            (key, line)
            for key, line in zip(result.keys, result.lines, strict=True)
            if key and not add(key, line)
        ]
        columns = _Columns(chunk, whole_lines=chunking_of(self.input.format).whole_lines)
        for key, line in again:
            found = problem(Code.DUPLICATE_KEY, "key", key=key, line=self._keys.get(key))
            yield columns.placed(found.at(line))

    def _named(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        name = self.input.name
        return [evolve(one, name=name) if name else one for one in diagnostics]


def _explains(diagnostic: Diagnostic) -> bool:
    """Return whether a diagnostic says that nothing was read."""
    if diagnostic.code == Code.SYNTAX:
        return diagnostic.severity != Severity.NOTE
    return diagnostic.code == Code.NO_REFERENCES or diagnostic.severity == Severity.ERROR


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.line, diagnostic.column
