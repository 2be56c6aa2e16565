"""Convert the chunks of a file, here or in worker processes, in their order.

A chunk goes through a worker twice. First it is read; then the parent assigns the ids of its
references, which depend on all references before it; then the worker writes it. Texts, keys and
losses travel between the processes, references only if the caller asks for them.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from attrs import evolve, frozen

from refconv.clients import Client
from refconv.core.model import Reference
from refconv.core.report import NO_LOSSES, Losses
from refconv.formats.base import Chunk
from refconv.formats.style import DEFAULT, Style
from refconv.io.detection import chosen_format, chosen_target
from refconv.io.garbage import collect_garbage_rarely, garbage_collection_paused
from refconv.io.read import ChunkResult, read_chunk
from refconv.io.write import OWN_KEYS, Entries, Keys, WantedIds, joined
from refconv.library.changes import NO_CHANGES, Changes
from refconv.library.keys.citation_keys import with_key

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from refconv.library.sorting import Place, Sorting


@frozen
class Task:
    """How each chunk of a file is converted.

    ``index`` is what a chunk must know of the others; ``name`` the output's, for the losses;
    ``page_record`` as for :func:`~refconv.io.read.read_chunk`; with ``keeps`` references are sent
    back too; ``style`` is how they are written, and ``changes`` what is done to them before. With
    ``is_apart`` each reference is written by itself, and with ``sorting`` has its place.
    """

    from_: str
    to: str
    for_: Client | None
    index: Any
    name: str = ""
    page_record: bool = True
    keeps: bool = False
    keys: Keys = OWN_KEYS
    style: Style = DEFAULT
    changes: Changes = NO_CHANGES
    sorting: Sorting | None = None
    is_apart: bool = False


class WrittenPart(NamedTuple):
    """A reference as written: its text, its losses, and where it stands in an order."""

    text: bytes
    losses: Losses
    place: Place = ()


class WrittenChunk(NamedTuple):
    """A chunk's references as written: their text, and the losses, or each by itself.

    What is only spelled in another way is among these if references are sent back too.
    """

    text: bytes
    losses: Losses
    parts: tuple[WrittenPart, ...] = ()


Assigned: TypeAlias = tuple[int, dict[int, tuple[str, str]]]
"""The index of a chunk's first reference among all, and the new ids by index within the chunk."""

Name: TypeAlias = Callable[[Chunk, ChunkResult, WantedIds], Assigned]
"""Called with each chunk and its result, in the order of the chunks; returns the ids."""


class Worker:
    """Reads chunks one after the other, and writes them in that order."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._format = chosen_format(task.from_)
        target = chosen_target(task.to)
        self._entries = Entries(target, task.for_, task.name, task.keys, task.style)
        self._read: deque[tuple[Reference, ...]] = deque()
        self._selected: deque[tuple[Reference, ...]] = deque()

    def answer(self, message: Chunk | Assigned) -> Any:
        """Read a chunk, or write the chunk that the assigned ids belong to."""
        return self.read(message) if isinstance(message, Chunk) else self.write(message)

    def read(self, chunk: Chunk) -> tuple[ChunkResult, WantedIds]:
        """Read a chunk; return its result and the ids of its references."""
        result = read_chunk(
            self._format, chunk, self._task.index, page_record=self._task.page_record
        )
        references, selected, counts = self._task.changes(result.references)
        self._read.append(references)
        if self._task.sorting is not None:
            # They are sorted by values that may be left out.
            self._selected.append(selected)
        wanted = self._entries.wanted(references)
        kept = references if self._task.keeps else ()
        result = evolve(result, references=kept, origins=(), set_aside=(), counts=counts)
        return result, wanted

    @garbage_collection_paused()
    def write(self, assigned: Assigned) -> WrittenChunk:
        """Write the first chunk that is read and not yet written."""
        start, changed = assigned
        task = self._task
        references, texts, losses = self._read.popleft(), list[str](), list[Losses]()
        selected = self._selected.popleft() if task.sorting is not None else ()
        places: list[Place] = []
        for place, reference in enumerate(references):
            ids = changed.get(place) or (reference.id, reference.id)
            if (keys := task.keys).replaces:
                reference = with_key(reference, ids[0], keys.links or {})  # noqa: PLW2901
            text, lost = self._entries.write(start + place, reference, ids)
            texts.append(text)
            losses.append(lost)
            if task.sorting is not None:
                places.append(task.sorting.place(selected[place].changed(id=ids[0])))
        if task.is_apart:
            return WrittenChunk(b"", NO_LOSSES, tuple(self._apart(texts, losses, places)))
        found = Losses.joined(losses)
        kept = found if task.keeps else Losses(found)
        return WrittenChunk(joined(self._entries.join, texts), kept)

    def _apart(
        self, texts: Sequence[str], losses: Sequence[Losses], places: Sequence[Place]
    ) -> Iterator[WrittenPart]:
        """Yield what was written of each reference."""
        for index, (text, lost) in enumerate(zip(texts, losses, strict=True)):
            kept = lost if self._task.keeps else Losses(lost)
            place = places[index] if places else ()
            yield WrittenPart(joined(self._entries.join, [text]), kept, place)


def run(
    task: Task, chunks: Iterable[Chunk], name: Name, jobs: int
) -> Iterator[tuple[Chunk, ChunkResult, WrittenChunk]]:
    """Convert chunks in this process, or in ``jobs`` workers if there are more than one.

    Raises:
        OSError: if a worker process ends before its work is done.
    """
    if jobs > 1:
        yield from _Pool(task, jobs).run(chunks, name)
        return
    worker = Worker(task)
    for chunk in chunks:
        result, wanted = worker.read(chunk)
        yield chunk, result, worker.write(name(chunk, result, wanted))


# ── worker processes ──────────────────────────────────────────────────────────────────────────────

_AHEAD = 2
"""Chunks that a worker has at a time, so that it need not wait for the ids of one."""


class _Flight:
    """The chunks that the workers have, by their numbers, and what came back of each.

    Chunk ``n`` belongs to worker ``n % jobs``, so that a worker's answers need no number.
    """

    def __init__(self, jobs: int) -> None:
        self.chunks: dict[int, Chunk] = {}
        # The number of the next chunk to be sent, to be named, and to be yielded.
        self.sent: int = 0
        self._named: int = 0
        self._yielded: int = 0
        self._jobs = jobs
        # For each worker the number of the next chunk to be read, and to be written.
        self._reading: list[int] = [*range(jobs)]
        self._writing: list[int] = [*range(jobs)]
        self._results: dict[int, ChunkResult] = {}
        self._wanted: dict[int, WantedIds] = {}
        self._written: dict[int, WrittenChunk] = {}

    def send(self, chunk: Chunk) -> None:
        """Note a chunk that was sent to its worker."""
        self.chunks[self.sent] = chunk
        self.sent += 1

    def awaits(self, worker: int) -> bool:
        """Return whether a worker has chunks that are not yet written."""
        return self._writing[worker] < self.sent

    def receive(self, worker: int, answer: WrittenChunk | tuple[ChunkResult, WantedIds]) -> None:
        """Note a worker's answer: the next chunk read, or the next chunk written."""
        if isinstance(answer, WrittenChunk):
            self._written[self._writing[worker]] = answer
            self._writing[worker] += self._jobs
        else:
            number = self._reading[worker]
            self._results[number], self._wanted[number] = answer
            self._reading[worker] += self._jobs

    def next_read(self) -> Iterator[tuple[int, Chunk, ChunkResult, WantedIds]]:
        """Yield the chunks, in order, that are read and whose references need their ids."""
        while self._named in self._wanted:
            number = self._named
            self._named += 1
            yield number, self.chunks[number], self._results[number], self._wanted.pop(number)

    def next_done(self) -> Iterator[tuple[Chunk, ChunkResult, WrittenChunk]]:
        """Yield the chunks, in order, that are written, with their results."""
        while self._yielded in self._written:
            number = self._yielded
            self._yielded += 1
            yield self.chunks.pop(number), self._results.pop(number), self._written.pop(number)


class _Pool:
    """Worker processes, each with a pipe."""

    def __init__(self, task: Task, jobs: int) -> None:
        import multiprocessing  # noqa: PLC0415 (a tenth of all imports, and seldom needed)

        self._context: Any = multiprocessing.get_context("fork" if _can_fork() else "spawn")
        self._task, self._jobs = task, jobs
        self._pipes: list[Connection] = []
        self._processes: list[Any] = []

    def run(
        self, chunks: Iterable[Chunk], name: Name
    ) -> Iterator[tuple[Chunk, ChunkResult, WrittenChunk]]:
        """Convert chunks; no process is left, however this ends."""
        try:
            for _ in range(self._jobs):
                self._start()
            yield from self._in_order(iter(chunks), name)
        finally:
            for pipe in self._pipes:
                pipe.close()
            for process in self._processes:
                process.terminate()
                process.join()

    def _start(self) -> None:
        mine, its = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(its, (*self._pipes, mine), self._task), daemon=True
        )
        with _signals_blocked():
            process.start()
            self._pipes.append(mine)
            self._processes.append(process)
            its.close()

    def _in_order(
        self, chunks: Iterator[Chunk], name: Name
    ) -> Iterator[tuple[Chunk, ChunkResult, WrittenChunk]]:
        """Send chunks to the workers, and yield the results in the order of the chunks."""
        from multiprocessing.connection import wait  # noqa: PLC0415

        flight = _Flight(self._jobs)

        def send() -> None:
            chunk = next(chunks, None)
            if chunk is not None:
                self._send(flight.sent % self._jobs, chunk)
                flight.send(chunk)

        for _ in range(_AHEAD * self._jobs):
            send()
        while flight.chunks:
            for pipe in wait([pipe for i, pipe in enumerate(self._pipes) if flight.awaits(i)]):
                worker = self._pipes.index(pipe)  # type: ignore[arg-type]
                flight.receive(worker, self._received(worker))
            for number, chunk, result, wanted in flight.next_read():
                self._send(number % self._jobs, name(chunk, result, wanted))
            for done in flight.next_done():
                yield done
                send()

    def _send(self, worker: int, message: Any) -> None:
        try:
            self._pipes[worker].send(message)
        except ConnectionError as error:
            raise OSError(_ENDED) from error

    def _received(self, worker: int) -> Any:
        try:
            answer = self._pipes[worker].recv()
        except (EOFError, ConnectionError) as error:
            raise OSError(_ENDED) from error
        if isinstance(answer, BaseException):
            raise answer
        return answer


_ENDED = "a worker process ended before its work was done"


def _can_fork() -> bool:
    """Return whether workers may be forked, which spares each of them the imports.

    Not while other threads run: locks that they hold would stay locked in the copy.
    """
    return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208


_ENDING = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def _signals_blocked() -> Iterator[None]:
    """Block the signals that end a process until the block ends, and in processes started in it.

    Python ignores a KeyboardInterrupt that is raised in one of the functions that a fork runs
    (those of :func:`os.register_at_fork`; logging has some): the command would go on. And a signal
    must not run a handler of the parent in the copy.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, others: Sequence[Connection], task: Task) -> None:
    """Answer the parent's messages in a worker process until the pipe is closed."""
    collect_garbage_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the work
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    for other in others:
        other.close()  # a copy of the parent's end would keep the pipe open when that is gone
    # Messages are taken off the pipe at once, so that the parent never waits for it to empty.
    messages: queue.SimpleQueue[Chunk | Assigned | None] = queue.SimpleQueue()
    threading.Thread(target=_pump, args=(pipe, messages), daemon=True).start()
    worker = Worker(task)
    while (message := messages.get()) is not None:
        try:
            answer = worker.answer(message)
        except Exception as error:
            answer = error  # the parent raises it
        try:
            pipe.send(answer)
        except OSError:
            return


def _pump(pipe: Connection, messages: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            messages.put(pipe.recv())
    except (EOFError, OSError):
        messages.put(None)
