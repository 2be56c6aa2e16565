r"""Find regular expressions that take exponential time: python -m benchmarks.ambiguity.

A repetition is ambiguous if it ends in another repetition that can match what the outer one begins
with, as in ``(\w+ ?)+``: before the whole fails, every way to split a word is tried. Only the
patterns are read; :mod:`benchmarks.patterns` measures them. Exits with 1 if it finds any.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from benchmarks.regexes import ONE, PROBES, REPEATS, fits, inner, uses

_GIVE_BACK = (sre.MAX_REPEAT, sre.MIN_REPEAT)
_CHARS = PROBES + "bzBZ05"
_MANY = 8
"""Repetitions of at most this count are not reported."""


def ambiguous(pattern: re.Pattern[Any]) -> str:
    """Return the characters that an inner and an outer repetition can both match."""
    return "".join(sorted(set().union(*_shared(_parser.parse(pattern.pattern, pattern.flags)))))


def _shared(nodes: Sequence[Any]) -> Iterator[frozenset[str]]:
    for op, argument in nodes:
        if op in _GIVE_BACK and argument[1] > _MANY:
            begins = _first(argument[2])
            yield from (begins & taken for taken in _last(argument[2]))
        for part in inner(op, argument):
            yield from _shared(part)


def _last(nodes: Sequence[Any]) -> Iterator[frozenset[str]]:
    """Yield the first characters of the backtracking repetitions that a pattern may end with."""
    for op, argument in reversed(nodes):
        if op in _GIVE_BACK:
            if argument[1] > _MANY:
                yield _first(argument[2])
            yield from _last(argument[2])
        elif op in (sre.BRANCH, sre.SUBPATTERN):
            for part in inner(op, argument):
                yield from _last(part)
        if not _may_be_empty(op, argument):
            return


def _first(nodes: Sequence[Any]) -> frozenset[str]:
    """Return the characters that a pattern may begin with."""
    found: set[str] = set()
    for op, argument in nodes:
        if op is sre.LITERAL:
            found.add(chr(argument))
        elif op in ONE:
            found |= {char for char in _CHARS if fits(op, argument, char)}
        elif op not in (sre.ASSERT, sre.ASSERT_NOT):
            found |= frozenset().union(*map(_first, inner(op, argument)))
        if not _may_be_empty(op, argument):
            break
    return frozenset(found)


def _may_be_empty(op: Any, argument: Any) -> bool:
    if op in REPEATS and argument[0] == 0:
        return True
    if op in (*ONE, sre.GROUPREF):
        return False
    parts = [*inner(op, argument)]
    if op in (sre.ASSERT, sre.ASSERT_NOT) or not parts:
        return True
    return any(all(_may_be_empty(*node) for node in part) for part in parts)


def main() -> None:
    """Print the ambiguous patterns, and exit with 1 if there are any."""
    count = 0
    for use in uses():
        if shared := ambiguous(use.pattern):
            print(f"{use.place}: a repetition and the one around it both match {shared!r}")
            count += 1
    sys.exit(count > 0)


if __name__ == "__main__":
    main()
