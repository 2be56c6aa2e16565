"""Compare refconv with other programs: python -m benchmarks.peers [COUNT] [FOLDER] [PROGRAM…].

All convert the same library (:mod:`benchmarks.drawn`): real entries that citation-js reads, or
made-up ones. FOLDER is where npm has installed citation-js and biblatex-csl-converter. If programs
are named, only those are run. One that is not installed, or takes longer than five minutes, fails.

Each job runs three times, the programs in turn, so that other load on the machine hits all of them.
The shortest times count, by the clock and of the processors; the latter is the better measure on a
busy machine. One more run, which is not timed, measures the peak memory of all processes. The
records that were written are counted.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.drawn import from_environment, library
from benchmarks.processes import memory, tree

ROOT = Path(__file__).parent.parent
RUNS = 3
LONGEST = 300
TIRING = 60
"""Seconds from which on a program does not run again."""
SUFFIXES = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}
JOBS = [("bibtex", "ris"), ("ris", "bibtex"), ("bibtex", "csl-json")]
PYTHON = sys.executable
MEASURE = "citation-js"
"""The program that the others are compared with: the fastest that does every job."""

_REFKIT = (
    "import sys, refkit; made = refkit.convert(open(sys.argv[1]).read(), source_format='biblatex',"
    " target_format='csl-json'); open(sys.argv[2], 'w').write(made['text'])"
)
# These write no other format; they write the number of entries that they have read.
_COUNT = "; open(sys.argv[2], 'w').write(str(len({})))"
_PYBTEX = (
    "import sys; from pybtex.database import parse_file; read = parse_file(sys.argv[1], 'bibtex')"
    + _COUNT.format("read.entries")
)
_RISPY = "import sys, rispy; read = rispy.load(open(sys.argv[1]))" + _COUNT.format("read")
_BIBTEXPARSER = (
    "import sys, bibtexparser; read = bibtexparser.parse_file(sys.argv[1])"
    + _COUNT.format("read.entries")
)


def _pandoc() -> str | None:
    try:
        import pypandoc  # noqa: PLC0415 (only where it is installed)
    except ModuleNotFoundError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


_CITATION = str(ROOT / "benchmarks" / "citation.mjs")
_BIBLATEX = str(ROOT / "benchmarks" / "biblatex.mjs")


def commands(from_: str, to: str, given: str, made: str) -> Mapping[str, Sequence[str]]:
    """Return the command of each program that does a job, or at least reads its input."""
    read = {"bibtex": "bib2xml", "ris": "ris2xml"}[from_]
    write = {"bibtex": "xml2bib", "ris": "xml2ris"}.get(to)
    pandoc = _pandoc()
    pandoc_to = {"bibtex": "bibtex", "csl-json": "csljson"}.get(to)
    convert = [PYTHON, "-m", "refconv", given, "-o", made, "--quiet"]
    found: dict[str, Sequence[str]] = {
        MEASURE: ["node", _CITATION, from_, to, given, made],
        "refconv": convert,
        "refconv, one process": [*convert, "--jobs", "1"],
    }
    if pandoc and pandoc_to:
        found["pandoc"] = [pandoc, "-f", from_, "-t", pandoc_to, given, "-o", made]
    if write and shutil.which(read):
        found["bibutils"] = ["sh", "-c", f"{read} {given} 2>&- | {write} > {made} 2>&-"]
    if from_ == "bibtex" and to == "csl-json":
        found["biblatex-csl-converter"] = ["node", _BIBLATEX, given, made]
        found["refkit"] = [PYTHON, "-c", _REFKIT, given, made]
        found["pybtex, only reads"] = [PYTHON, "-c", _PYBTEX, given, made]
        found["bibtexparser, only reads"] = [PYTHON, "-c", _BIBTEXPARSER, given, made]
    if from_ == "ris":
        found["rispy, only reads"] = [PYTHON, "-c", _RISPY, given, made]
    return found


class Run(NamedTuple):
    """The cost of a run: seconds by the clock and of processor time, peak memory in MB."""

    wall: float
    processor: float
    peak: int


def measured(command: Sequence[str], folder: str, *, with_memory: bool = False) -> Run:
    """Run a command and measure it, its memory only ``with_memory``.

    Raises:
        OSError, subprocess.SubprocessError: if the command cannot be run, or fails.
    """
    environment = {
        **os.environ,
        "PEERS": str(Path(folder).resolve()),
        "PYTHONPATH": str(ROOT / "src"),
    }
    # Python compiles modules once, and not in each run, unless it is told so.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    # End all processes of a pipeline. (Waiting with a time-out would poll, too rarely.)
    end = threading.Timer(LONGEST, os.killpg, (process.pid, signal.SIGKILL))
    end.start()
    peak = 0
    try:
        while with_memory and process.poll() is None:
            peak = max(peak, memory(tree(process.pid)))
            time.sleep(0.01)
        process.wait()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        end.cancel()
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, processor, peak // 1024)


def records(made: Path) -> int:
    """Return the number of records that a program has written, or has counted itself."""
    text = made.read_text("utf-8-sig")
    match made.suffix:
        case _ if text.isdecimal():
            return int(text)
        case ".json":
            return len(json.loads(text))
        case ".ris":
            return sum(line.startswith("TY  -") for line in text.splitlines())
        case _:
            return sum(line.startswith("@") for line in text.splitlines())


def readable(name: str, drawn: Sequence[str], folder: str) -> list[str]:
    """Return the entries that citation-js reads: at any other it would give up the whole file."""
    out = ROOT / "out" / "bench"
    given, made = out / "drawn.json", out / "readable.json"
    given.write_text(json.dumps(drawn))
    measured(["node", _CITATION, name, "readable", str(given), str(made)], folder)
    found: list[str] = json.loads(made.read_text())
    return found


class Figures:
    """The runs of a program at a job."""

    def __init__(self, command: Sequence[str], made: Path) -> None:
        self.command, self.made = command, made
        self.runs: list[Run] = []
        self.peak = self.count = 0
        self.is_done = False

    def run(self, folder: str) -> None:
        """Run the program again; the first time also measure its memory and count its records."""
        if self.is_done:
            return
        try:
            self.runs.append(measured(self.command, folder))
            self.is_done = self.runs[-1].wall > TIRING
            if not self.count:
                self.count = records(self.made)
                self.peak = measured(self.command, folder, with_memory=True).peak
        except (OSError, ValueError, subprocess.SubprocessError):
            self.is_done = True
        self.made.unlink(missing_ok=True)

    @property
    def best(self) -> Run | None:
        """The shortest times of all runs, if there are any."""
        if not self.runs or not self.count:
            return None
        return Run(min(r.wall for r in self.runs), min(r.processor for r in self.runs), self.peak)

    def row(self, measure: Run | None) -> str:
        """Return the cells of a table, with the times relative to those of another program."""
        best = self.best
        if best is None:
            return "fails | | | | | |"
        times = (
            (best.wall, measure and measure.wall),
            (best.processor, measure and measure.processor),
        )
        cells = [
            f"{taken:.2f} | {taken / base:.2f}" if base else f"{taken:.2f} | –"
            for taken, base in times
        ]
        return f"{' | '.join(cells)} | {best.peak:,} | {self.count:,} |"


def main(count: int, folder: str, only: Sequence[str]) -> None:
    """Measure every job and print a table."""
    out = ROOT / "out" / "bench"
    out.mkdir(parents=True, exist_ok=True)
    for name in ("bibtex", "ris"):
        drawn = from_environment(name)
        drawn = readable(name, drawn, folder) if drawn else []
        kind = f"drawn from {len(drawn):,} real ones" if drawn else "made up"
        with (out / f"library.{SUFFIXES[name]}").open("wb") as file:
            for entry in library(name, count, drawn):
                file.write(entry.encode())
            print(f"{count:,} {name} entries, {kind}: {file.tell() / 1e6:.1f} MB")
    print(f"{len(os.sched_getaffinity(0))} processors\n")
    print(f"| job | program | seconds | × {MEASURE} | processor | × | peak MB | records |")
    print("|---|---|---|---|---|---|---|---|")
    for from_, to in JOBS:
        given, made = out / f"library.{SUFFIXES[from_]}", out / f"made.{SUFFIXES[to]}"
        found = {
            program: Figures(command, made)
            for program, command in commands(from_, to, str(given), str(made)).items()
            if not only or program in only
        }
        for _ in range(RUNS):
            for figures in found.values():
                figures.run(folder)
        measure = found[MEASURE].best if MEASURE in found else None
        for program, figures in found.items():
            print(f"| {from_} → {to} | {program} | {figures.row(measure)}", flush=True)
    shutil.rmtree(out)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10_000,
        sys.argv[2] if len(sys.argv) > 2 else str(ROOT / ".venv" / "clients"),
        sys.argv[3:],
    )
