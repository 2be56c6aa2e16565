"""Measure free text: python -m benchmarks.free_text [--loaded].

One string at a time, plain and by ``parse_strings`` (which also judges it), lists of 10 to 10,000
strings, papers, and the cold start of the command. The strings and papers are real where
``REFCONV_DATA`` names their folder, and made up otherwise; both are the same at every run.
``--loaded``: with as many other processes at work as there are processors. Each figure is the
median of some runs: microseconds of processor time and of the clock, for a string or a whole paper.
"""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import refconv
from benchmarks import strings
from benchmarks.peers import PYTHON, measured

LENGTHS = (10, 100, 1000, 10_000)
RUNS = 5
SINGLE = 200
"""Strings that are parsed one by one."""
PAPERS = 20


class Cost(NamedTuple):
    """Seconds of processor time, and by the clock."""

    processor: float
    wall: float


def cost(work: Callable[[], object], runs: int = RUNS) -> Cost:
    """Return the median cost of a few runs, after one that is not counted."""
    work()
    costs = []
    for _ in range(runs):
        began = time.process_time(), time.perf_counter()
        work()
        costs.append(Cost(time.process_time() - began[0], time.perf_counter() - began[1]))
    return Cost(*map(statistics.median, zip(*costs, strict=True)))


@contextmanager
def load(processes: int) -> Iterator[None]:
    """Keep processors busy with other work."""
    busy = [multiprocessing.Process(target=_spin, daemon=True) for _ in range(processes)]
    for one in busy:
        one.start()
    try:
        yield
    finally:
        for one in busy:
            one.terminate()
            one.join()


def _spin() -> None:
    while True:
        pass


def reference_strings(count: int, data: Path | None) -> list[str]:
    """Return reference strings, real ones of all collections mixed if there are any."""
    found = _rows(data, "labelled/*.jsonl.gz")
    texts = [" ".join(str(row["text"]).split()) for row in found]
    if not texts:
        return strings.made_up(count)
    random.Random(1).shuffle(texts)  # noqa: S311 (nothing secret)
    return (texts * (count // len(texts) + 1))[:count]


def papers(data: Path | None) -> list[str]:
    """Return the texts of papers, whole ones if there are any."""
    found = [str(row["text"]) for row in _rows(data, "pages/grobid_docs.jsonl.gz")]
    made = ["References\n" + "\n".join(strings.made_up(40))]
    return (found or made)[:PAPERS]


def _rows(data: Path | None, pattern: str) -> Iterator[dict[str, object]]:
    for path in sorted(data.glob(pattern)) if data is not None else ():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def show(name: str, found: Cost, count: int = 1) -> None:
    """Print a row of the table: microseconds for each of ``count`` things."""
    processor, wall = (seconds / count * 1e6 for seconds in found)
    print(f"| {name} | {processor:,.0f} | {wall:,.0f} |", flush=True)


def main(data: Path | None) -> None:
    """Measure and print a table."""
    texts = reference_strings(max(LENGTHS), data)
    print("| what | processor µs | wall µs |\n|---|---|---|")
    single = texts[:SINGLE]
    show("one string, labelled", cost(lambda: [refconv.segments([s]) for s in single]), SINGLE)
    show("one string, parsed", cost(lambda: [refconv.parse_strings([s]) for s in single]), SINGLE)
    for length in LENGTHS:
        listed = texts[:length]
        show(f"list of {length:,}, labelled", cost(partial(refconv.segments, listed), 3), length)
        show(f"list of {length:,}, parsed", cost(partial(refconv.parse_strings, listed), 3), length)
    pages = papers(data)
    show("a paper", cost(lambda: [refconv.parse(page) for page in pages], 3), len(pages))
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("line.txt", texts[0]), ("entry.bib", "@book{a, title={T}, year=1999}")):
            given = Path(folder) / name
            given.write_text(text)
            show(f"cold start: {name}", cold([str(given), "-o", f"{folder}/made.ris"]))


def cold(arguments: Sequence[str]) -> Cost:
    """Return the cost of the command in a new process."""
    runs = [measured([PYTHON, "-m", "refconv", *arguments], ".") for _ in range(RUNS + 1)][1:]
    return Cost(
        statistics.median(r.processor for r in runs), statistics.median(r.wall for r in runs)
    )


if __name__ == "__main__":
    folder = os.environ.get("REFCONV_DATA")
    with load(len(os.sched_getaffinity(0)) if "--loaded" in sys.argv else 0):
        main(Path(folder) if folder else None)
