"""Measure parsing on a local Spark: python -m benchmarks.spark [COUNT] [CORES…].

It needs ``pip install 'refconv[spark]'`` and Java 17. The strings are made up, the same at every
run. They are parsed by this process without Spark, then by ``refconv.spark.parse_column`` on each
number of cores. Starting Spark and its workers and loading the model is not measured. Two rates are
printed: by the clock, and by processor time (Java's included), which is the better measure on a
busy machine.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.processes import processor, tree
from benchmarks.speed import as_string, made_up
from refconv.spark import parse_column, parsed_all

_BATCH = 10_000
"""Rows that Spark passes on at once."""
_FEW = 2_000


class Taken(NamedTuple):
    """Seconds of wall and of processor time."""

    wall: float
    processor: float


def taken(work: Callable[[], object]) -> Taken:
    """Measure work, with the processes that it runs."""
    began, before = time.monotonic(), processor(tree(os.getpid()))
    work()
    return Taken(time.monotonic() - began, processor(tree(os.getpid())) - before)


def alone(strings: Sequence[str]) -> Taken:
    """Measure this process, without Spark."""

    def work() -> None:
        for start in range(0, len(strings), _BATCH):
            parsed_all(strings[start : start + _BATCH])

    parsed_all(strings[:_FEW])
    return taken(work)


def on_spark(strings: Sequence[str], cores: int) -> Taken:
    """Measure Spark on a number of cores, with four partitions for each."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (an extra)

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")

    def prepared(some: Sequence[str]) -> Callable[[], object]:
        rows = session.createDataFrame([(text,) for text in some], "reference string")
        rows = rows.repartition(4 * cores).cache()
        rows.count()
        parsed = parse_column(rows, "reference")
        # Rows are computed when they are needed; "noop" needs all and keeps none.
        return lambda: parsed.write.format("noop").mode("overwrite").save()

    try:
        work = prepared(strings)
        prepared(strings[:_FEW])()
        return taken(work)
    finally:
        session.stop()


def main(count: int, cores: Sequence[int]) -> None:
    """Measure and print a table."""
    strings = [as_string(reference) for reference in made_up(count)]
    print(f"{count:,} strings, {len(os.sched_getaffinity(0))} processors\n")
    print("| where | references a second | × one process | a second of processor time | × |")
    print("|---|---|---|---|---|")
    one = alone(strings)
    others = ((f"Spark, local[{number}]", number) for number in cores)
    for name, number in (("one process, no Spark", 0), *others):
        this = on_spark(strings, number) if number else one
        rates = (
            f"{count / seconds:,.0f} | {base / seconds:.2f}"
            for seconds, base in zip(this, one, strict=True)
        )
        print(f"| {name} | {' | '.join(rates)} |", flush=True)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(numbers[0] if numbers else 100_000, numbers[1:] or (1, 2))
