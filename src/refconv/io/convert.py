"""Converts files piece by piece: however large they are, little of them is in memory."""

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
from refconv.formats.base import Format, Piece, no_parts
from refconv.io.input import Source, pieces_of
from refconv.io.read import Part, Said, read_piece
from refconv.io.workers import Assigned, Task, Written, run
from refconv.io.write import Entries, Naming, Parts, Wanted

PAYS = 1_500_000
"""From how many characters on worker processes pay."""


def parts_of(source: Source, *, own: bool = True) -> Iterator[Part]:
    """Read a source piece by piece; each part has all that there is to say of it, in order."""
    said = Said(source)
    yield Part(diagnostics=tuple(said.begin()))
    index = pieces_of(source.format).index(source.pieces)
    count = 0
    for piece in source.pieces():
        part = read_piece(source.format, piece, index, own=own)
        yield evolve(part, diagnostics=tuple(said.of(part, piece)), once={})
        count += len(part.references)
        report(piece.offset + len(piece.text), source.size, count)
    yield Part(diagnostics=tuple(said.end()))


@define
class Transfer:
    """Converts sources, one after the other, into one text.

    ``say`` is given what was odd and what is lost, as it comes, ``keep`` the references, if they
    are wanted. Sources from ``least`` characters on are shared among ``jobs`` processes. ``name``
    is the output's, for the losses.
    """

    target: Format
    for_: Client | None = None
    own: bool = True
    jobs: int = 1
    least: int = 0
    name: str = ""
    say: Callable[[Diagnostic | Loss], object] = lambda _: None
    keep: Callable[[Sequence[Reference]], object] | None = None
    count: int = field(default=0, init=False)

    def run(self, sources: Sequence[Source], output: BinaryIO) -> None:
        """Convert the sources.

        Raises:
            OSError: where a file cannot be read or written.
            ValueError: for a format that cannot be written, or a program that is not known.
        """
        join = Entries(self.target, self.for_).join
        alike = [source.format is self.target for source in sources]
        parts = Parts(output, join, is_late=any(alike) and join.before is not no_parts)
        naming = Naming(self.target.legal_id, lambda: table_of(_ids(sources)))
        blocks: list[Block] = []
        for source, is_alike in zip(sources, alike, strict=True):
            said = Said(source)
            self._tell(said.begin())
            for part, written in self._converted(source, said, naming):
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
        self, source: Source, said: Said, naming: Naming
    ) -> Iterator[tuple[Part, Written]]:
        """Convert a source; give its pieces in order, each with all that there is to say of it."""
        index = pieces_of(source.format).index(source.pieces)
        task = Task(
            source.format.name,
            self.target.name,
            self.for_,
            index,
            self.name,
            self.own,
            self.keep is not None,
        )
        diagnostics: deque[list[Diagnostic]] = deque()

        def name(piece: Piece, part: Part, wanted: Wanted) -> Assigned:
            # Here, because the keys of a piece count before those of the next are given out.
            diagnostics.append(said.of(part, piece))
            start = self.count
            self.count += len(wanted.own)
            return start, naming.give_all(wanted)

        jobs = self.jobs if source.size >= self.least else 1
        for piece, part, written in run(task, source.pieces(), name, jobs):
            yield evolve(part, diagnostics=tuple(diagnostics.popleft())), written
            report(piece.offset + len(piece.text), source.size, self.count)

    def _tell(self, said: Iterable[Diagnostic | Loss]) -> None:
        for one in said:
            self.say(one)


def _ids(sources: Iterable[Source]) -> Iterator[str]:
    """Give the ids that the entries of sources may have."""
    for source in sources:
        ids = pieces_of(source.format).ids
        for piece in source.pieces():
            yield from ids(piece.text)
