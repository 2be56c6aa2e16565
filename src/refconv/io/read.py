"""Reads a chunk of a file, and puts together what the chunks say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, frozen

from refconv.core.fields import Record
from refconv.core.keys import KeyTable
from refconv.core.lens import read_record
from refconv.core.model import Reference
from refconv.core.report import Block, Code, Diagnostic, Origin, Severity
from refconv.formats.base import Chunk, Format, Split
from refconv.formats.chunks import with_newlines
from refconv.io.garbage import garbage_collection_paused
from refconv.io.input import Input, chunking_of
from refconv.values.identifiers import faults


@frozen
class ChunkResult:
    """What a chunk of a file gives.

    ``page_record`` is the place of a page's own record in ``references``; ``keys`` are those of all
    entries, ``lines`` where these begin; ``once`` is what a file says once, by a name for it.
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


@garbage_collection_paused()
def read_chunk(
    format: Format, chunk: Chunk, index: Any, *, page_record: bool = True
) -> ChunkResult:
    """Read a chunk; with ``page_record`` not set, without a page's own record."""
    split: Split = chunking_of(format).split(chunk, index)
    references: list[Reference] = []
    diagnostics = [*split.diagnostics]
    for record in split.records:
        reference, said = read_record(format.table, record)
        references.append(reference)
        diagnostics += said
        diagnostics += [_fault(record, *fault) for fault in faults(reference)]
    columns = _Columns(chunk)
    origins = split.origins or tuple(Origin(line=record.line) for record in split.records)
    kept = [i for i in range(len(references)) if page_record or i != split.page_record]
    return ChunkResult(
        tuple(references[i] for i in kept),
        tuple(map(columns.placed, diagnostics)),
        {what: columns.placed(said) for what, said in split.once.items()},
        tuple(record.id for record in split.records),
        tuple(record.line for record in split.records),
        split.blocks,
        tuple(origins[i] for i in kept),
        split.page_record if page_record else None,
        not chunk.text or chunk.text.isspace(),
    )


def _fault(record: Record, value: str, message: str) -> Diagnostic:
    """Say that an identifier is none, at the line of the field that has it."""
    places = (i for i, (_, raw) in enumerate(record.fields) if raw == value)
    place = next(places, None)
    line = record.line if place is None or not record.lines else record.lines[place]
    return Diagnostic(Code.BAD_IDENTIFIER, message, line)


_FAR = 4096
_INDENT = re.compile(r"[^\S\n]*(?=\S)")


class _Columns:
    """Where in their lines the first words of a chunk stand."""

    def __init__(self, chunk: Chunk) -> None:
        self._text = with_newlines(chunk.text)
        self._column, self._indent = chunk.column, chunk.indent
        self._first = self._line = chunk.line
        self._start = 0

    def of(self, line: int) -> int:
        """Give the column of a line's first word; quickly where lines are asked for in order."""
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
        """Go on by some lines, no more than so many; many at once where there are many to go."""
        if lines >= _FAR and (passed := self._text.count("\n", self._start, self._start + _FAR)):
            self._start = self._text.rfind("\n", self._start, self._start + _FAR) + 1
            self._line += passed
            return True
        find, start, passed = self._text.find, self._start, 0
        while passed < lines and (newline := find("\n", start)) >= 0:
            start, passed = newline + 1, passed + 1
        self._line, self._start = self._line + passed, start
        return passed > 0

    def placed(self, said: Diagnostic) -> Diagnostic:
        """Let a diagnostic of a line alone be of the first word in it."""
        has_column = said.column or not said.line
        return (
            said if has_column else evolve(said, span=said.span._replace(column=self.of(said.line)))
        )


class DiagnosticCollector:
    """Puts together what the chunks of a file say, in their order."""

    def __init__(self, input_: Input) -> None:
        self.input = input_
        self._keys = KeyTable()
        self._once: set[str] = set()
        self._is_blank = True

    def begin(self) -> list[Diagnostic]:
        """Say what was odd about the whole file."""
        return self._named(self.input.diagnostics)

    def of(self, part: ChunkResult, chunk: Chunk) -> list[Diagnostic]:
        """Say what a chunk says, in the order of the lines."""
        said = [*part.diagnostics, *self._duplicates(part, chunk)]
        for what, diagnostic in part.once.items():
            if what not in self._once:
                self._once.add(what)
                said.append(diagnostic)
        self._is_blank = self._is_blank and part.is_blank
        return self._named(sorted(said, key=_place))

    def end(self) -> list[Diagnostic]:
        """Say that there was nothing, if so."""
        if not self._is_blank or self.input.diagnostics:
            return []
        return self._named([Diagnostic(Code.EMPTY, "nothing to read", severity=Severity.NOTE)])

    def _duplicates(self, part: ChunkResult, chunk: Chunk) -> Iterable[Diagnostic]:
        add = self._keys.add
        again = [
            (key, line)
            for key, line in zip(part.keys, part.lines, strict=True)
            if key and not add(key, line)
        ]
        columns = _Columns(chunk)
        for key, line in again:
            message = f"key {key!r} is that of line {self._keys.get(key)} too, both are kept"
            yield Diagnostic(Code.DUPLICATE_KEY, message, line, columns.of(line))

    def _named(self, said: Iterable[Diagnostic]) -> list[Diagnostic]:
        name = self.input.name
        return [evolve(one, name=name) if name else one for one in said]


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.line, diagnostic.column
