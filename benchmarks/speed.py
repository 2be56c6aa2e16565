"""How fast refconv reads and writes: python -m benchmarks.speed [COUNT].

Made-up references, the same at every run. Prints the median of five runs, references a second, and
the peak memory of the whole process.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import refconv
from refconv import Name, Reference

SYLLABLES = (
    "ba be bi bo da de di do fa ga ka la le li lo ma mi na ne no pa ra re ri sa ta ti to va".split()
)
RUNS = 5


def made_up(count: int) -> Iterator[Reference]:
    """Make journal articles of made-up words."""
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
    """Give the median seconds of a few runs, after one that is not counted."""
    work()
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main(count: int) -> None:
    """Measure and print."""
    references = tuple(made_up(count))
    print(f"{count} references; references a second, median of {RUNS}")
    print(f"{'':9} {'read':>8} {'write':>8}")
    for name in ("bibtex", "ris", "csl-json"):
        text = refconv.write(references, name).text
        reading = count / timed(partial(refconv.read, text, name))
        writing = count / timed(partial(refconv.write, references, name))
        print(f"{name:9} {reading:8.0f} {writing:8.0f}")
    strings = "\n".join(as_string(reference) for reference in references[: count // 5])
    reading = count // 5 / timed(lambda: refconv.parse(f"References\n{strings}"))
    print(f"{'text':9} {reading:8.0f}")
    code = "import refconv; refconv.segments(['Smith J. A title. J Test. 2020;1:2.'])"
    start = timed(lambda: subprocess.run([sys.executable, "-c", code], check=True))
    bare = timed(lambda: subprocess.run([sys.executable, "-c", "import refconv"], check=True))
    print(f"start-up with the model {start:.2f} s, import alone {bare:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
