"""How the time of every regular expression grows: python -m benchmarks.patterns.

Each pattern searches adversarial strings of one length and of twice that; printed are
those whose time more than triples (linear growth doubles it), at lengths where it can be measured.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Mapping

import refconv

SHORT = 4000
LIMIT = 3.0
LEAST = 0.004
"""Seconds below which a time says nothing."""
REPEATED = (
    *(
        " ",
        "\n",
        "a",
        "A",
        "1",
        ".",
        ",",
        "-",
        "(",
        "[",
        "{",
        "\\",
        '"',
        "'",
        "<",
        "@",
        "%",
        "$",
        "–",
    ),
    *(
        "a ",
        "A. ",
        "1 ",
        "1.",
        "1-",
        "a\n",
        " \n",
        "a,",
        "A, ",
        "()",
        "[]",
        "{}",
        "<i>",
        "</i>",
        "\\a",
    ),
    *(
        "and ",
        "et al. ",
        "vol. ",
        "pp. ",
        "http://",
        "10.1/",
        "doi:",
        "@a{",
        "a=",
        "TY  - ",
        "1999 ",
        "X-",
    ),
)
ENDS = ("", "!", "\n", "}", "\0")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Give the patterns of all modules, by name."""
    seen: set[re.Pattern[str]] = set()
    for info in pkgutil.walk_packages(refconv.__path__, "refconv."):
        if info.name.endswith(("__main__", "spark")) or ".web" in info.name:
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            values: Mapping[object, object] = value if isinstance(value, dict) else {"": value}
            for key, pattern in values.items():
                if not isinstance(pattern, re.Pattern) or pattern in seen:
                    continue
                if isinstance(pattern.pattern, str):
                    seen.add(pattern)
                    yield f"{info.name}.{name}{f'[{key}]' if key else ''}", pattern


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Time a search, a match and a full match."""
    began = time.process_time()
    pattern.search(text)
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - began


def growth(pattern: re.Pattern[str], unit: str, end: str) -> float:
    """Give by how much the time grows when the string is twice as long; 1 where it is nothing."""
    short, long = (unit * (length // len(unit)) + end for length in (SHORT, 2 * SHORT))
    after = seconds(pattern, long)
    if after < LEAST:
        return 1.0
    before = min(seconds(pattern, short) for _ in range(3))
    after = min(after, seconds(pattern, long))
    return after / before if before else 1.0


def main() -> None:
    """Measure all, and print what grows."""
    count, found = 0, 0
    for name, pattern in patterns():
        count += 1
        worst = max(
            ((growth(pattern, unit, end), unit, end) for unit in REPEATED for end in ENDS),
            key=lambda one: one[0],
        )
        if worst[0] > LIMIT:
            found += 1
            taken = seconds(pattern, worst[1] * (SHORT // len(worst[1])) + worst[2])
            print(
                f"{name}: × {worst[0]:.1f} on {worst[1]!r}…{worst[2]!r} ({taken:.3f} s at {SHORT})"
            )
    print(f"{count} patterns, {found} grow faster than × {LIMIT:g} when a string doubles")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
