"""Measure how fast refconv reads and writes: python -m benchmarks.speed [COUNT] [--stages].

The references are made up, the same at every run, and all by different people, so that caches help
little. Free text is measured on tidy journal articles, and on all kinds of works in all styles,
many of them damaged (:mod:`benchmarks.strings`). Printed are references a second of processor time
(the median of five runs) and the peak memory of the process; with ``--stages`` also the
microseconds that each stage takes for a reference.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

import refconv
from benchmarks import strings
from refconv import Name, Reference
from refconv.core.fields import Record
from refconv.core.lens import decode_record, encode_reference
from refconv.core.losses import Difference, differences
from refconv.formats.base import Format

SYLLABLES = (
    "ba be bi bo da de di do fa ga ka la le li lo ma mi na ne no pa ra re ri sa ta ti to va".split()
)
RUNS = 5


def made_up(count: int) -> Iterator[Reference]:
    """Yield journal articles of made-up words."""
    chance = random.Random(1)  # noqa: S311 (nothing secret)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))

    for number in range(count):
        first = chance.randint(1, 2000)
        yield Reference(
            type="article-journal",
            id=f"key{number}",
            title=" ".join(word() for _ in range(chance.randint(5, 14))).capitalize(),
            author=tuple(
                Name(family=word().title(), given=chance.choice("ABCDEFG") + ".")
                for _ in range(chance.randint(1, 6))
            ),
            container_title=f"Journal of {word().title()} {word().title()}",
            issued=str(chance.randint(1950, 2025)),
            volume=str(chance.randint(1, 300)),
            issue=str(chance.randint(1, 12)),
            page=f"{first}-{first + chance.randint(1, 30)}",
            DOI=f"10.{chance.randint(1000, 9999)}/{word()}.{number}",
        )


def as_string(reference: Reference) -> str:
    """Print a reference as medical journals do."""
    people = ", ".join(f"{n.family} {n.given.rstrip('.')}" for n in reference.author)
    where = f"{reference.issued};{reference.volume}({reference.issue}):{reference.page}"
    return f"{people}. {reference.title}. {reference.container_title}. {where}."


def timed(work: Callable[[], object]) -> float:
    """Return the median seconds of processor time of a few runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def of_command(*arguments: str) -> float:
    """Return the median seconds of processor time of Python with some arguments."""
    taken = []
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(taken[1:])


CONVERSIONS = (("bibtex", "ris"), ("ris", "bibtex"), ("bibtex", "csl-json"))


def converted(text: str, source: str, target: str) -> refconv.Written:
    """Convert a text from one format to another."""
    return refconv.write(refconv.read(text, source), target)


def formats(references: Sequence[Reference]) -> None:
    """Measure reading, writing and converting."""
    count = len(references)
    texts = {name: refconv.write(references, name).text for name in ("bibtex", "ris", "csl-json")}
    print(f"{'':20} {'read':>8} {'write':>8}")
    for name, text in texts.items():
        reading = count / timed(partial(refconv.read, text, name))
        writing = count / timed(partial(refconv.write, references, name))
        print(f"{name:20} {reading:8.0f} {writing:8.0f}")
    for source, target in CONVERSIONS:
        converting = timed(partial(converted, texts[source], source, target))
        print(f"{f'{source} to {target}':20} {count / converting:8.0f}")


def free_text(kind: str, printed: Sequence[str]) -> None:
    """Measure reading a list, and labelling its strings without finding them."""
    page = "\n".join(["References", *printed])
    reading = len(printed) / timed(partial(refconv.parse, page))
    labelling = len(printed) / timed(partial(refconv.segments, printed))
    print(f"{kind:20} {reading:8.0f} {labelling:8.0f}")


def each(work: Callable[[Any], object], values: Iterable[Any]) -> None:
    """Call a function with each value."""
    for value in values:
        work(value)


def lost(format: Format, pair: tuple[Reference, Record]) -> list[Difference]:
    """Compute the losses of a record against the reference that it was encoded from."""
    return [*differences(pair[0], decode_record(format.table, pair[1])[0])]


def stages(references: Sequence[Reference]) -> None:
    """Measure each stage of reading and writing a format."""
    heads = ("split", "decode", "encode", "losses", "join")
    print(f"\n{'microseconds':12}", *(f"{head:>8}" for head in heads))
    for name in ("bibtex", "ris", "csl-json"):
        format = refconv.FORMATS[name]
        text = refconv.write(references, name).text
        records = [*format.split(text).records]
        read = [decode_record(format.table, record)[0] for record in records]
        written = [encode_reference(format.table, one, format.carry).record for one in read]
        pairs = [*zip(read, written, strict=True)]
        work: tuple[Callable[[], object], ...] = (
            partial(format.split, text),
            partial(each, partial(decode_record, format.table), records),
            partial(each, partial(encode_reference, format.table, carry=format.carry), read),
            partial(each, partial(lost, format), pairs),
            partial(format.join or list, written),
        )
        taken = (timed(stage) / len(references) * 1e6 for stage in work)
        print(f"{name:12}", *(f"{microseconds:8.0f}" for microseconds in taken))


def main(count: int, *, with_stages: bool = False) -> None:
    """Measure and print."""
    references = tuple(made_up(count))
    print(f"{count} references; references a second of processor time, median of {RUNS}")
    formats(references)
    print(f"{'':20} {'read':>8} {'label':>8}")
    free_text("text", [as_string(reference) for reference in references[: count // 5]])
    free_text("text, hard strings", strings.made_up(count // 5))
    string = "Smith J. A title. J Test. 2020;1:2."
    code = f"import refconv; refconv.segments([{string!r}])"
    print(
        f"processor seconds: import {of_command('-c', 'import refconv'):.3f}, "
        f"--help {of_command('-m', 'refconv', '--help'):.3f}, "
        f"first string labelled {of_command('-c', code):.3f}"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")
    if with_stages:
        stages(references)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(numbers[0] if numbers else 10_000, with_stages="--stages" in sys.argv)
