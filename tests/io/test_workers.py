"""Worker processes give the same as one process, and none outlives the command."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import refconv
from refconv.formats.base import Chunk
from refconv.io.read import ChunkResult
from refconv.io.workers import Assigned, Task, Worker, run
from refconv.io.write import WantedIds
from tests.command import COMMAND, ENVIRONMENT
from tests.io.small_chunks import (
    small_chunks,
)


@pytest.mark.parametrize("source", ["bibtex", "ris", "csl-json"])
@pytest.mark.parametrize("target", ["bibtex", "ris", "csl-json"])
def test_worker_processes_give_the_same_as_one_process(
    source: str, target: str, library: dict[str, Path], tmp_path: Path
) -> None:
    outputs = []
    for jobs in (1, 2, 3):
        path = tmp_path / f"out{jobs}"
        with small_chunks(3000):
            converted = refconv.convert(library[source], path, to=target, jobs=jobs)
        losses = [evolve(loss, name="") for loss in converted.losses]
        outputs.append((path.read_bytes(), converted.references, converted.diagnostics, losses))
    read = refconv.load(library[source])
    written = refconv.write(read, target, blocks=read.blocks if source == target else ())

    assert outputs[0] == outputs[1] == outputs[2]
    assert outputs[0][0] == written.text.encode()
    assert outputs[0][1:3] == (read.references, read.diagnostics)
    assert tuple(outputs[0][3]) == written.losses


@pytest.fixture(autouse=True)
def _interrupts() -> Iterator[None]:
    """Allow interrupts even if the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """Return the process ids of a process's children."""
    return [int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat")
            if parent_of(stat) == process.pid]  # fmt: skip


def parent_of(stat: Path) -> int | None:
    """Return the parent of a process that has not ended, from /proc/PID/stat (proc(5))."""
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return None


def is_running(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def started(large: Path, output: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """Start the command, wait until it has its workers, and return it and their process ids."""
    process = subprocess.Popen(
        [*COMMAND, large, "-o", output, "--jobs", "2"],
        stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True,
    )  # fmt: skip
    workers: list[int] = []
    until = time.monotonic() + 60
    while len(workers) < 2 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
        workers = workers_of(process)
    return process, workers


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_stopped_command_leaves_no_worker_and_no_half_file(
    stop: signal.Signals, large: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.ris"
    output.write_text("as it was", "utf-8")
    process, workers = started(large, output)

    if stop == signal.SIGINT:
        os.killpg(process.pid, stop)  # as a terminal does
    else:
        process.send_signal(stop)
    process.communicate(timeout=60)

    assert len(workers) == 2
    assert process.returncode != 0
    assert output.read_text("utf-8") == "as it was"
    until = time.monotonic() + 30
    while any(map(is_running, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_running, workers))
    if stop == signal.SIGINT:
        assert {path.name for path in tmp_path.iterdir()} == {"large.bib", "out.ris"}


INTERRUPTED = """
import os, signal, sys
from refconv.cli.main import main
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
sys.argv = ["refconv", *sys.argv[1:]]
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_an_interrupt_while_a_worker_starts_stops_the_command(large: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, large, "-o", tmp_path / "out.ris", "--jobs", "2"],
        capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip

    assert (done.returncode, done.stderr.strip()) == (1, "Aborted!")
    assert [path.name for path in tmp_path.iterdir()] == ["large.bib"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_worker_that_dies_gives_an_error(large: Path, tmp_path: Path) -> None:
    process, workers = started(large, tmp_path / "out.ris")
    os.kill(workers[0], signal.SIGKILL)
    _, shown = process.communicate(timeout=60)

    assert process.returncode == 3
    assert "a worker process ended" in shown
    assert "Traceback" not in shown
    assert [path.name for path in tmp_path.iterdir()] == ["large.bib"]


def ris(*titles: str) -> Chunk:
    return Chunk("".join(f"TY  - BOOK\nTI  - {title}\nER  - \n" for title in titles))


def task(**values: Any) -> Task:
    return Task("ris", "bibtex", None, None, **values)


CHUNKS: list[tuple[Chunk, Assigned, list[str], list[tuple[int, str]]]] = [
    # a chunk, the ids that are assigned, the ids that are written, the losses' indexes and ids
    (Chunk(""), (3, {}), [], []),
    (ris("A"), (0, {0: ("a", "a")}), ["a"], []),
    (ris("A", "B"), (7, {0: ("a", "a"), 1: ("b c", "bc")}), ["a", "bc"], [(8, "b c")]),
    (Chunk("TY  - BOOK\nID  - own\nER  - "), (7, {}), ["own"], []),
]


@pytest.mark.parametrize(("chunk", "assigned", "ids", "lost"), CHUNKS)
def test_a_worker_reads_a_chunk_and_writes_it_with_the_assigned_ids(
    chunk: Chunk, assigned: Assigned, ids: list[str], lost: list[tuple[int, str]]
) -> None:
    worker = Worker(task(name="out.bib"))
    result, wanted = worker.answer(chunk)
    written = worker.answer(assigned)

    assert len(wanted.own) == len(ids)
    assert result.references == ()
    assert re.findall(r"@book\{(.*?),", written.text.decode()) == ids
    assert [(loss.index, loss.id, loss.path, loss.name) for loss in written.losses] == [
        (index, own, "id", "out.bib") for index, own in lost
    ]


def test_a_worker_writes_chunks_in_the_order_in_which_it_read_them() -> None:
    worker = Worker(task(keeps=True))
    results = [worker.read(ris(title))[0] for title in "ABC"]
    texts = [worker.write((n, {0: (own, own)})).text.decode() for n, own in enumerate("abc")]

    assert [result.references[0].title for result in results] == [*"ABC"]
    assert [f"title = {{{title}}}" in text for title, text in zip("ABC", texts, strict=True)] == [
        True
    ] * 3


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 5, 20])
def test_chunks_come_back_in_their_order(jobs: int, count: int) -> None:
    chunks = [ris(f"T{n}") for n in range(count)]
    named = []

    def name(chunk: Chunk, _: ChunkResult, wanted: WantedIds) -> Assigned:
        named.append(chunk)
        return len(named), {0: (wanted.made[0], wanted.made[0])}

    done = [*run(task(keeps=True), chunks, name, jobs)]

    assert [chunk for chunk, _, _ in done] == named == chunks
    assert [result.references[0].title for _, result, _ in done] == [f"T{n}" for n in range(count)]
    assert [f"@book{{t{n}," in written.text.decode() for n, (_, _, written) in enumerate(done)] == [
        True
    ] * count


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_in_a_worker_is_raised(jobs: int) -> None:
    def name(*_: object) -> Assigned:
        return 0, {0: "no pair"}  # type: ignore[dict-item]

    with pytest.raises(ValueError, match="unpack"):
        [*run(task(), [ris("A")], name, jobs)]
