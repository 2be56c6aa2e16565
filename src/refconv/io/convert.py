"""Converts files chunk by chunk: however large they are, little of them is in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from attrs import define, evolve, field

from refconv.clients import Client
from refconv.core.keys import table_of
from refconv.core.model import Reference
from refconv.core.progress import report
from refconv.core.report import Block, Diagnostic, Loss
from refconv.formats.base import Chunk, Format, no_parts
from refconv.io.input import Input, chunking_of
from refconv.io.read import ChunkResult, DiagnosticCollector, read_chunk
from refconv.io.workers import Assigned, Task, Written, run
from refconv.io.write import Entries, Naming, Parts, WantedIds

WORKERS_PAY = 1_500_000
"""From how many characters on worker processes pay."""


def read_chunks(input_: Input, *, page_record: bool = True) -> Iterator[ChunkResult]:
    """Read a input_ chunk by chunk; each part has all that there is to say of it, in order."""
    said = DiagnosticCollector(input_)
    yield ChunkResult(diagnostics=tuple(said.begin()))
    index = chunking_of(input_.format).index(input_.chunks)
    count = 0
    for chunk in input_.chunks():
        part = read_chunk(input_.format, chunk, index, page_record=page_record)
        yield evolve(part, diagnostics=tuple(said.of(part, chunk)), once={})
        count += len(part.references)
        report(chunk.offset + len(chunk.text), input_.size, count)
    yield ChunkResult(diagnostics=tuple(said.end()))


@define
class Conversion:
    """Converts inputs, one after the other, into one text.

    ``say`` is given what was odd and what is lost, as it comes, ``keep`` the references, if they
    are wanted. Sources from ``least`` characters on are shared among ``jobs`` processes. ``name``
    is the output's, for the losses.
    """

    target: Format
    for_: Client | None = None
    page_record: bool = True
    jobs: int = 1
    least: int = 0
    name: str = ""
    say: Callable[[Diagnostic | Loss], object] = lambda _: None
    keep: Callable[[Sequence[Reference]], object] | None = None
    count: int = field(default=0, init=False)

    def run(self, inputs: Sequence[Input], output: BinaryIO) -> None:
        """Convert the inputs.

        Raises:
            OSError: where a file cannot be read or written.
            ValueError: for a format that cannot be written, or a program that is not known.
        """
        join = Entries(self.target, self.for_).join
        alike = [input_.format is self.target for input_ in inputs]
        parts = Parts(output, join, is_late=any(alike) and join.before is not no_parts)
        naming = Naming(self.target.legal_id, lambda: table_of(_ids(inputs)))
        blocks: list[Block] = []
        for input_, is_alike in zip(inputs, alike, strict=True):
            said = DiagnosticCollector(input_)
            self._tell(said.begin())
            for part, written in self._converted(input_, said, naming):
                if written.text:
                    parts.add_joined(written.text)
                output.flush()
                self._tell(part.diagnostics)
                self._tell(written.losses)
                blocks += part.blocks if is_alike else ()
                if self.keep is not None:
                    self.keep(part.references)
            self._tell(said.end())
        parts.end(blocks)

    def _converted(
        self, input_: Input, said: DiagnosticCollector, naming: Naming
    ) -> Iterator[tuple[ChunkResult, Written]]:
        """Convert a input_; give its chunks in order, each with all that there is to say of it."""
        index = chunking_of(input_.format).index(input_.chunks)
        task = Task(
            input_.format.name,
            self.target.name,
            self.for_,
            index,
            self.name,
            self.page_record,
            self.keep is not None,
        )
        diagnostics: deque[list[Diagnostic]] = deque()

        def name(chunk: Chunk, part: ChunkResult, wanted: WantedIds) -> Assigned:
            # Here, because the keys of a chunk count before those of the next are given out.
            diagnostics.append(said.of(part, chunk))
            start = self.count
            self.count += len(wanted.own)
            return start, naming.assign_all(wanted)

        jobs = self.jobs if input_.size >= self.least else 1
        for chunk, part, written in run(task, input_.chunks(), name, jobs):
            yield evolve(part, diagnostics=tuple(diagnostics.popleft())), written
            report(chunk.offset + len(chunk.text), input_.size, self.count)

    def _tell(self, said: Iterable[Diagnostic | Loss]) -> None:
        for one in said:
            self.say(one)


def _ids(inputs: Iterable[Input]) -> Iterator[str]:
    """Give the ids that the entries of inputs may have."""
    for input_ in inputs:
        ids = chunking_of(input_.format).ids
        for chunk in input_.chunks():
            yield from ids(chunk.text)
