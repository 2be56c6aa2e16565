"""refconv beside other programs, in one run: python -m benchmarks.peers [COUNT] [FOLDER].

The same made-up library for all; FOLDER is where npm has installed citation-js. A peer that is not
installed is left out. Each job runs three times, the medians count: seconds of wall time, and the
peak memory of all its processes.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.entries import AS, entries

ROOT = Path(__file__).parent.parent
RUNS = 3
LONGEST = 300
SUFFIXES = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}
JOBS = [("bibtex", "ris"), ("ris", "bibtex"), ("bibtex", "csl-json")]
PYTHON = sys.executable

_REFKIT = (
    "import sys, refkit; d = refkit.Document.parse(open(sys.argv[1]).read());"
    "open(sys.argv[2], 'w').write(d.to_csl_json())"
)
_PYBTEX = "import sys; from pybtex.database import parse_file; parse_file(sys.argv[1], 'bibtex')"
_RISPY = "import sys, rispy; rispy.load(open(sys.argv[1]))"
_BIBTEXPARSER = "import sys, bibtexparser; bibtexparser.parse_file(sys.argv[1])"


def _pandoc() -> str | None:
    try:
        import pypandoc  # noqa: PLC0415 (only where it is installed)
    except ModuleNotFoundError:
        return shutil.which("pandoc")
    return str(pypandoc.get_pandoc_path())


def commands(from_: str, to: str, given: str, made: str) -> Mapping[str, Sequence[str]]:
    """Give the command of each program that does a job, or reads its input."""
    read = {"bibtex": "bib2xml", "ris": "ris2xml"}[from_]
    write = {"bibtex": "xml2bib", "ris": "xml2ris"}.get(to)
    pandoc = _pandoc()
    pandoc_to = {"bibtex": "bibtex", "csl-json": "csljson"}.get(to)
    convert = [PYTHON, "-m", "refconv", given, "-o", made, "--quiet"]
    found: dict[str, Sequence[str]] = {
        "refconv": convert,
        "refconv, one process": [*convert, "--jobs", "1"],
        "citation-js": ["node", str(ROOT / "benchmarks" / "citation.mjs"), from_, to, given, made],
    }
    if pandoc and pandoc_to:
        found["pandoc"] = [pandoc, "-f", from_, "-t", pandoc_to, given, "-o", made]
    if write and shutil.which(read):
        found["bibutils"] = ["sh", "-c", f"{read} {given} 2>&- | {write} > {made} 2>&-"]
    if from_ == "bibtex" and to == "csl-json":
        found["refkit"] = [PYTHON, "-c", _REFKIT, given, made]
        found["pybtex, only reads"] = [PYTHON, "-c", _PYBTEX, given]
        found["bibtexparser, only reads"] = [PYTHON, "-c", _BIBTEXPARSER, given]
    if from_ == "ris":
        found["rispy, only reads"] = [PYTHON, "-c", _RISPY, given]
    return found


def measured(command: Sequence[str], folder: str) -> tuple[float, int] | None:
    """Run a command; give wall seconds and peak memory (MB), ``None`` where it fails."""
    environment = {**os.environ, "PEERS": folder, "PYTHONPATH": str(ROOT / "src")}
    began = time.monotonic()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_memory, _tree(process.pid))))
        if time.monotonic() - began > LONGEST:
            process.kill()
        time.sleep(0.02)
    seconds = time.monotonic() - began
    return None if process.returncode else (seconds, peak // 1024)


def _tree(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    pids = children.read_text().split() if children.exists() else []
    return [pid, *(inner for child in pids for inner in _tree(int(child)))]


def _memory(pid: int) -> int:
    """Give a process's share of memory in kB: what several share counts once."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main(count: int, folder: str) -> None:
    """Measure every job and print a table."""
    out = ROOT / "out" / "bench"
    out.mkdir(parents=True, exist_ok=True)
    for name in ("bibtex", "ris"):
        with (out / f"library.{SUFFIXES[name]}").open("wb") as file:
            for entry in entries(count):
                file.write(AS[name](entry).encode())
    print(f"{count:,} entries, {os.cpu_count()} processors, medians of {RUNS} runs\n")
    print("| job | program | seconds | × refconv | peak MB |\n|---|---|---|---|---|")
    for from_, to in JOBS:
        given, made = out / f"library.{SUFFIXES[from_]}", out / f"made.{SUFFIXES[to]}"
        ours = 0.0
        for program, command in commands(from_, to, str(given), str(made)).items():
            runs = [measured(command, folder) for _ in range(RUNS)]
            done = [run for run in runs if run is not None]
            if not done:
                print(f"| {from_} → {to} | {program} | fails | | |", flush=True)
                continue
            seconds = statistics.median(run[0] for run in done)
            peak = statistics.median(run[1] for run in done)
            ours = ours or seconds
            times = f"{seconds / ours:.2f}"
            print(
                f"| {from_} → {to} | {program} | {seconds:.2f} | {times} | {peak:.0f} |", flush=True
            )
    shutil.rmtree(out)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10_000,
        sys.argv[2] if len(sys.argv) > 2 else str(ROOT / ".venv" / "clients"),
    )
