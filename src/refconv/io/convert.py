"""Convert files chunk by chunk, so that little of a large file is in memory."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, BinaryIO

from attrs import define, evolve, field

from refconv.clients import Client
from refconv.core.diagnostics import Diagnostic
from refconv.core.keys import table_of
from refconv.core.model import Reference
from refconv.core.progress import report
from refconv.core.report import Block, Loss
from refconv.formats.base import Chunk, Format, no_parts
from refconv.formats.style import DEFAULT, Style
from refconv.io.input import Input, chunking_of
from refconv.io.numbered_files import NumberedFiles, Opened
from refconv.io.read import ChunkResult, DiagnosticCollector, read_chunk
from refconv.io.workers import Assigned, Task, WrittenChunk, WrittenPart, run
from refconv.io.write import OWN_KEYS, Entries, Keys, Naming, WantedIds
from refconv.library.changes import NO_CHANGES, NOTHING_CHANGED, ChangeCounts, Changes
from refconv.library.keys.citation_keys import LINKS, Renamed

if TYPE_CHECKING:
    from refconv.library.sorting import Sorting  # most conversions need no order

WORKERS_PAY = 400_000
"""Characters of input from which on worker processes save time."""


def read_chunks(input_: Input, *, page_record: bool = True) -> Iterator[ChunkResult]:
    """Read an input chunk by chunk; each result holds all diagnostics of its chunk, in order."""
    collector = DiagnosticCollector(input_)
    yield ChunkResult(diagnostics=tuple(collector.of_input()))
    index = chunking_of(input_.format).index(input_.chunks)
    count = 0
    for chunk in input_.chunks():
        result = read_chunk(input_.format, chunk, index, page_record=page_record)
        yield evolve(result, diagnostics=tuple(collector.of_chunk(result, chunk)), once={})
        count += len(result.references)
        report(chunk.offset + len(chunk.text), input_.size, count)
    yield ChunkResult(diagnostics=tuple(collector.of_end()))


def new_blocks(blocks: Iterable[Block], earlier: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a file, without those that the files before it have, too."""
    known = {(block.kind, block.text) for block in earlier}
    return (block for block in blocks if (block.kind, block.text) not in known)


@define
class Conversion:
    """Converts inputs, one after the other, into one text.

    ``on_report`` is called with each diagnostic and loss as it comes, ``keep`` (if given) with
    the references of each chunk. An input of ``least`` characters or more is shared among
    ``jobs`` processes. ``name`` is the output's, for the losses, and ``style`` how it is written.
    ``count`` is the number of references so far, ``fruitless`` the inputs with content that gave
    none, ``counts`` what was left out of the references.
    """

    target: Format
    for_: Client | None = None
    page_record: bool = True
    jobs: int = 1
    least: int = 0
    name: str = ""
    on_report: Callable[[Diagnostic | Loss], object] = lambda _: None
    keep: Callable[[Sequence[Reference]], object] | None = None
    keys: Keys = OWN_KEYS
    on_key: Callable[[Renamed], object] = lambda _: None
    """Called with each key that has changed."""
    style: Style = DEFAULT
    changes: Changes = NO_CHANGES
    """What is done to the references before they are written."""
    sorting: Sorting | None = None
    """Their order; the texts of all are held in memory then."""
    limit: int | None = None
    """The most references to write; what follows them is not read, unless they are sorted."""
    count: int = field(default=0, init=False)
    respelled: list[Loss] = field(factory=list, init=False)
    """What is only spelled in another way; empty without ``keep``, so that memory stays flat."""
    fruitless: list[Input] = field(factory=list, init=False)
    counts: ChangeCounts = field(default=NOTHING_CHANGED, init=False)
    unlisted: Counter[str] = field(factory=Counter, init=False)
    """The names of journals that no list has, and how many references have each."""

    def run(self, inputs: Sequence[Input], output: BinaryIO) -> None:
        """Convert the inputs.

        Raises:
            OSError: if a file cannot be read or written.
            ValueError: if the format cannot be written, or the program is unknown.
        """
        self.run_split(inputs, lambda _: nullcontext(output), 0)

    def run_split(self, inputs: Sequence[Input], opened: Opened, size: int) -> None:
        """Convert the inputs into several files.

        Args:
            inputs: What is read.
            opened: Opens a file by its number, from 1.
            size: The references of each file; 0 for all in one.

        Raises:
            OSError: if a file cannot be read or written.
            ValueError: if the format cannot be written, or the program is unknown.
        """
        join = Entries(self.target, self.for_, style=self.style).join
        is_late = join.before is not no_parts and any(one.format is self.target for one in inputs)
        is_apart = bool(size) or self.sorting is not None or self.limit is not None
        blocks: list[Block] = []
        held: list[WrittenPart] = []
        written = 0
        with (
            NumberedFiles(opened, join, size, is_late=is_late) as files,
            closing(self._all_converted(inputs, blocks, is_apart=is_apart)) as chunks,
        ):
            for chunk in chunks:
                if self.sorting is not None:
                    held += chunk.parts
                elif is_apart:
                    written += self._put(files, chunk.parts, written)
                    if written == self.limit:
                        break
                elif chunk.text:
                    files.add(chunk.text)
                    files.flush()
            if self.sorting is not None:
                ordered = self.sorting.in_order(held, lambda part: part.place)
                written += self._put(files, ordered, 0)
            files.end(blocks)
        self.count = written if is_apart else self.count

    def _put(self, files: NumberedFiles, parts: Sequence[WrittenPart], start: int) -> int:
        """Write references of which each stands alone, as far as the limit; return how many."""
        most = len(parts) if self.limit is None else min(len(parts), self.limit - start)
        for index, part in enumerate(parts[:most], start):
            files.add(part.text)
            self._report(evolve(loss, index=index) for loss in part.losses)
        files.flush()
        return most

    def _all_converted(
        self, inputs: Sequence[Input], blocks: list[Block], *, is_apart: bool
    ) -> Generator[WrittenChunk, None, None]:
        """Convert inputs; yield what is written of each chunk, and report what was found in it.

        ``blocks`` is filled with those of the inputs that have the format of the output.
        """
        keys = self._linked_keys(inputs)
        naming = self._naming(inputs)
        earlier: list[Block] = []
        for input_ in inputs:
            collector = DiagnosticCollector(input_)
            self._report(collector.of_input())
            for result, written in self._converted(input_, collector, naming, keys, is_apart):
                yield written
                self._report(result.diagnostics)
                self._report(written.losses)
                self.counts = self.counts.plus(result.counts)
                self.unlisted.update(result.counts.unlisted)
                self.respelled += written.losses.respelled
                if input_.format is self.target:
                    blocks += new_blocks(result.blocks, earlier)
                if self.keep is not None:
                    self.keep(result.references)
            earlier = [*blocks]
            self._report(collector.of_end())
            if collector.gave_nothing:
                self.fruitless.append(input_)

    def _converted(
        self,
        input_: Input,
        collector: DiagnosticCollector,
        naming: Naming,
        keys: Keys,
        is_apart: bool,
    ) -> Iterator[tuple[ChunkResult, WrittenChunk]]:
        """Convert an input; yield its chunks in order, each with all its diagnostics."""
        index = chunking_of(input_.format).index(input_.chunks)
        task = Task(
            input_.format.name,
            self.target.name,
            self.for_,
            index,
            self.name,
            self.page_record,
            self.keep is not None,
            keys,
            self.style,
            self.changes,
            self.sorting,
            is_apart,
        )
        diagnostics: deque[list[Diagnostic]] = deque()

        def name(chunk: Chunk, result: ChunkResult, wanted: WantedIds) -> Assigned:
            # Here, because the keys of a chunk count before those of the next are assigned.
            diagnostics.append(collector.of_chunk(result, chunk))
            start = self.count
            self.count += len(wanted.own)
            assigned = naming.assign_all(wanted)
            for renamed in self._renamed(wanted, assigned):
                self.on_key(renamed)
            return start, assigned

        jobs = self.jobs if input_.size >= self.least else 1
        for chunk, result, written in run(task, input_.chunks(), name, jobs):
            yield evolve(result, diagnostics=tuple(diagnostics.popleft())), written
            report(chunk.offset + len(chunk.text), input_.size, self.count)

    def _naming(self, inputs: Sequence[Input]) -> Naming:
        legal_id, has_pattern = self.target.in_style(self.style).legal_id, bool(self.keys.pattern)
        if self.keys.replaces:
            return Naming(legal_id, folds_case=True)
        fold: Callable[[str], str] = str.lower if has_pattern else str
        return Naming(legal_id, lambda: table_of(map(fold, _ids(inputs))), folds_case=has_pattern)

    def _linked_keys(self, inputs: Sequence[Input]) -> Keys:
        """Return the keys with the links between references.

        A reference may name another one that stands below it. So where any does, all are read
        first to make their keys; the keys alone are held.
        """
        if not self.keys.replaces or not any(map(_has_links, inputs)):
            return self.keys
        naming, links = self._naming(inputs), dict[str, str]()
        entries = Entries(self.target, self.for_, keys=self.keys, style=self.style)
        for input_ in inputs:
            for result in read_chunks(input_, page_record=self.page_record):
                wanted = entries.wanted(self.changes(result.references).references)
                for old, new in self._renamed(wanted, naming.assign_all(wanted)):
                    links.setdefault(old, new)
        return self.keys._replace(links=links)

    def _renamed(
        self, wanted: WantedIds, assigned: Mapping[int, tuple[str, str]]
    ) -> Iterator[Renamed]:
        """Yield the keys that a document has to change."""
        for place, old in enumerate(wanted.own if wanted.old is None else wanted.old):
            new = assigned.get(place, (old, old))[self.target.has_ids]
            if old and old != new:
                yield Renamed(old, new)

    def _report(self, reports: Iterable[Diagnostic | Loss]) -> None:
        for one in reports:
            self.on_report(one)


_LINKS = re.compile(
    rf"\b(?:{'|'.join(sorted(key.removeprefix('bibtex:') for key in LINKS))})\b(?:\s{{0,9}}=|\")",
    re.IGNORECASE,
)
"""What a text has, in BibTeX or as a key of ``custom``, if a reference names another one."""


def _has_links(input_: Input) -> bool:
    """Return whether a reference of an input may name another by its key."""
    return any(_LINKS.search(chunk.text) for chunk in input_.chunks())


def _ids(inputs: Iterable[Input]) -> Iterator[str]:
    """Yield the ids that the entries of the inputs may have."""
    for input_ in inputs:
        ids = chunking_of(input_.format).ids
        for chunk in input_.chunks():
            yield from ids(chunk.text)
