"""Try the mutants: python -m tools.mutants [--jobs N] [--quick] [--list] [--sample N] [WORD ...].

Only mutants whose line contains all words are tried. A mutant is killed by a test that fails, by an
error on import, or by taking longer than two minutes; the others survive and are printed. The exit
code is 1 if one survives.
"""

from __future__ import annotations

import argparse
import gc
import os
import pickle
import random
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest

from tools.mutants.tables import candidates, is_collection, modules, tests_of
from tools.mutants.without import Finder, Mutant, mutants, without

ROOT = Path(__file__).parents[2]
LONGEST = 120
"""Seconds that a mutant may take."""
_SEED = 16
_WORD = re.compile(r"[\w:/%+-]{2,}")
_OPTIONS = "-x -q -p no:cacheprovider -W ignore::pytest.PytestAssertRewriteWarning".split()


RowTest: TypeAlias = tuple[Path, int, str, str]
"""The arguments of a row test."""


class Outcome(NamedTuple):
    """The result of work in a child process: its value, or how it failed."""

    value: Any = None
    failure: str = "killed"


def in_child(work: Callable[[], Any]) -> tuple[int, int]:
    """Start a process that does some work, and return its id and the end of a pipe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    signal.alarm(LONGEST)
    try:
        outcome = Outcome(work(), "")
    except BaseException:
        outcome = Outcome(failure=traceback.format_exc())
    with os.fdopen(writing, "wb") as pipe:
        pickle.dump(outcome, pipe)
    os._exit(0)


def result(child: int, pipe: int) -> Outcome:
    """Wait for the outcome of a process."""
    with os.fdopen(pipe, "rb") as stream:
        data = stream.read()
    os.waitpid(child, 0)
    return Outcome(*pickle.loads(data)) if data else Outcome()  # noqa: S301 (from our own process)


def listed() -> list[Mutant]:
    """Return all mutants of all tables."""
    found: dict[tuple[str, str], list[Mutant]] = {}

    def record(module: str, table: str, value: Any) -> Any:
        if is_collection(value):
            found.setdefault((module, table), [*mutants(module, table, value)])
        return value

    Finder({module: candidates(module) for module in modules()}, record).install()
    for module in modules():
        import_module(module)
    return [mutant for table in found.values() for mutant in table]


def sampled(chosen: Sequence[Mutant], count: int) -> list[Mutant]:
    """Draw a number of mutants of each table, the same at every run."""
    tables: dict[tuple[str, str, str], list[Mutant]] = {}
    for mutant in chosen:
        tables.setdefault((mutant.module, mutant.table, mutant.kind), []).append(mutant)
    draw = random.Random(_SEED)
    return [m for table in tables.values() for m in draw.sample(table, min(count, len(table)))]


def surviving(chosen: Sequence[Mutant], jobs: int, *, quick: bool) -> Iterator[Mutant]:
    """Try mutants, some at a time, and yield those that no test notices."""
    left = [*reversed(chosen)]
    running: list[tuple[Mutant, tuple[int, int]]] = []
    while left or running:
        while left and len(running) < jobs:
            mutant = left.pop()
            running.append((mutant, in_child(partial(survives, mutant, quick=quick))))
        mutant, child = running.pop(0)
        if result(*child).value:
            yield mutant


def survives(mutant: Mutant, *, quick: bool) -> bool:
    """Return whether all tests pass with a mutant."""
    without(mutant).install()
    return all_pass(*tests_of(mutant.module), label=mutant.label, quick=quick)


def all_pass(
    formats: Sequence[str], files: Sequence[str], *, label: str = "", quick: bool = False
) -> bool:
    """Return whether the tests of a module pass.

    The row tests that share words with the mutated row come first: most mutants are killed in a
    fraction of the time that pytest takes to start.
    """
    near, far = row_tests(formats, label)
    return rows_pass(near) and words_pass(label) and rows_pass(far) and (quick or files_pass(files))


def words_pass(label: str) -> bool:
    """Return whether the word tests pass, those first that share most words with the row."""
    words = import_module("tests.formats.test_words")
    words_of_row = {*_WORD.findall(label)}

    def shared(name: str) -> int:
        return len(words_of_row.intersection(_WORD.findall(words.TABLES[name].read_text("utf-8"))))

    names = sorted(words.TABLES, key=shared, reverse=True)
    return all(given == wanted for given, wanted in map(words.given_and_expected, names))


def row_tests(formats: Sequence[str], label: str) -> tuple[list[RowTest], list[RowTest]]:
    """Return the row tests of some formats that share words with a row, and the others."""
    rows = import_module("tests.formats.test_rows")
    words = {*_WORD.findall(label)}
    cases = [case.values for case in rows.blocks() if case.values[0].stem in formats]
    counted = [(len(words.intersection(_WORD.findall(case[-1]))), case) for case in cases]
    counted.sort(key=lambda pair: -pair[0])
    near = [case for count, case in counted if count]
    return near, [case for count, case in counted if not count]


def rows_pass(cases: Sequence[RowTest]) -> bool:
    """Return whether row tests pass."""
    rows = import_module("tests.formats.test_rows")
    return all(
        rows.expected(path.stem, block, rows.natives_of(head)) == block
        for path, _, head, block in cases
    )


def files_pass(files: Sequence[str]) -> bool:
    """Return whether the tests in the files that patterns name pass."""
    found = [str(file) for pattern in files for file in sorted(Path().glob(pattern))]
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        return pytest.main([*_OPTIONS, *dict.fromkeys(found)]) == 0


def warm_up() -> None:
    """Import once, for all processes, what the tests import and no mutant changes."""
    import_module("refconv.strategies")
    for name in ("rispy", "bibtexparser", "jsonschema", "hypothesis"):
        import_module(name)
    for name in [name for name in sys.modules if name.split(".")[0] == "refconv"]:
        del sys.modules[name]
    gc.collect()
    gc.freeze()


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    options = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--sample", type=int, help="try so many of each table")
    options.add_argument("--quick", action="store_true", help="run only the row and word tests")
    options.add_argument(
        "--list", action="store_true", help="print the mutants without trying them"
    )
    options.add_argument("words", nargs="*")
    return options.parse_args()


def main() -> int:
    """Try the mutants that the arguments choose, and return 1 if one survives."""
    given = arguments()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    warm_up()
    everything = result(*in_child(listed))
    if everything.failure:
        sys.exit(everything.failure)
    chosen = [m for m in everything.value if all(word in str(m) for word in given.words)]
    if given.sample is not None:
        chosen = sampled(chosen, given.sample)
    if given.list:
        print(*chosen, sep="\n")
        return 0
    began = time.monotonic()
    for tests in dict.fromkeys(tests_of(mutant.module) for mutant in chosen):
        if not result(*in_child(partial(all_pass, *tests, quick=given.quick))).value:
            sys.exit(f"a test fails without any mutant: {tests}")
    survivors = 0
    for mutant in surviving(chosen, given.jobs, quick=given.quick):
        survivors += 1
        print("survives:", mutant, flush=True)
    seconds = time.monotonic() - began
    print(f"{len(chosen)} mutants, {len(chosen) - survivors} killed, {seconds:.0f} s")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
