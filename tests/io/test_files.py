"""A file is written whole or not at all, whatever happens; the one that is read stays as it is."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import refconv

SOURCE = Path(refconv.__file__).parent.parent
COMMAND = [sys.executable, "-m", "refconv"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE)}
ENTRY = "@misc{key%d,\n  title = {The {\\'E}t\\'e},\n  author = {Clark, Andy and Ng, B.},\n}\n"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that takes ten seconds to convert, so that it is not done before it is stopped."""
    path = tmp_path / "large.bib"
    path.write_text("".join(ENTRY % number for number in range(200_000)), "utf-8")
    return path


@pytest.fixture(autouse=True)
def _interrupts() -> Iterator[None]:
    """Let the commands be interrupted even where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """Return the process ids of a process's children."""
    return [int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat")
            if parent_of(stat) == process.pid]  # fmt: skip


def parent_of(stat: Path) -> int | None:
    """Return the second field behind the name in /proc/PID/stat (proc(5)); none if it has ended."""
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
def test_a_command_that_is_stopped_leaves_no_worker_and_no_half_file(
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
def test_a_worker_that_dies_is_said(large: Path, tmp_path: Path) -> None:
    process, workers = started(large, tmp_path / "out.ris")
    os.kill(workers[0], signal.SIGKILL)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 3
    assert "a worker process ended" in said
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["large.bib"]


FULL = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.argv = ["refconv", *sys.argv[1:]]
runpy.run_module("refconv", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_where_there_is_no_room_the_file_stays_as_it_was(
    jobs: str, large: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.ris"
    output.write_text("as it was", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", FULL, large, "-o", output, "--jobs", jobs],
        capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip

    assert done.returncode == 3
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert output.read_text("utf-8") == "as it was"
    assert {path.name for path in tmp_path.iterdir()} == {"large.bib", "out.ris"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="writes to /dev/full")
def test_a_full_device() -> None:
    done = subprocess.run(
        [*COMMAND, "-", "-o", "/dev/full"],
        input=ENTRY % 1, capture_output=True, text=True, check=False,
        env={**ENVIRONMENT},
    )  # fmt: skip

    assert done.returncode == 2  # no suffix tells the format
    done = subprocess.run(
        [*COMMAND, "-", "--to", "ris", "-o", "/dev/full"],
        input=ENTRY % 1, capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 3
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize("way", ["the same path", "a link", "another name", "stdout", "the report"])
def test_the_input_is_never_the_output(way: str, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(ENTRY % 1, "utf-8")
    other = tmp_path / "b.bib"
    if way == "a link":
        other.symlink_to(path)
    elif way == "another name":
        other.hardlink_to(path)
    outputs = {"the same path": path, "a link": other, "another name": other}
    arguments: list[str | Path] = [path, "-o", outputs.get(way, other)]
    if way == "the report":
        arguments += ["--report", path]
    with path.open("r+b") as file:
        done = subprocess.run(
            [*COMMAND, *(arguments if way != "stdout" else [path])],
            stdout=file if way == "stdout" else subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, check=False, env=ENVIRONMENT,
        )  # fmt: skip

    assert done.returncode == 2
    assert "is the input file" in done.stderr
    assert path.read_text("utf-8") == ENTRY % 1
    if way in ("the same path", "a link"):
        with pytest.raises(ValueError, match="is the input file"):
            refconv.convert(path, other if way == "a link" else path)
        assert path.read_text("utf-8") == ENTRY % 1


def test_the_report_is_json(tmp_path: Path) -> None:
    source, report = tmp_path / "a.bib", tmp_path / "losses.json"
    source.write_text('@book{a, title={A}, title={B},\nauthor={"Ng}, file={x}}', "utf-8")

    done = subprocess.run(
        [*COMMAND, source, "--to", "ris", "--report", report, "--quiet"],
        capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(report.read_text("utf-8"))
    assert said["references"] == 1
    assert said["diagnostics"][0] == {
        "code": "duplicate-field",
        "reason": "field",
        "message": "'title' is on line 1 too (the first is used, both are kept)",
        "line": 1,
        "column": 1,
        "end_line": 0,
        "end_column": 0,
        "severity": "warning",
        "name": str(source),
        "data": {"field": "title", "first_line": 1},
    }
    assert [loss["path"] for loss in said["losses"]] == ["custom[0]", "custom[1]"]
    assert said["losses"][0]["value"] == ["bibtex:title", "B"]
