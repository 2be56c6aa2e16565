r"""Find patterns that repeat more than one character possessively: python -m benchmarks.possessive.

Python before 3.11.5 (Debian 12 has 3.11.2) matches such a repetition wrongly: where a round of it
fails, what that round has matched stays matched, so that ``(?:ab)*+`` takes all of "aba"
(https://github.com/python/cpython/issues/106052). With a group in it, Python up to 3.13.0 raises a
SystemError (https://github.com/python/cpython/issues/101955). A possessive repetition of one
character, ``[ab]*+``, and an atomic group are right everywhere: write ``(?>(?:ab)*)``.

The patterns are printed; if there are any, the exit code is 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from benchmarks.regexes import ONE, inner, uses


def possessive_groups(pattern: re.Pattern[Any]) -> int:
    """Return how many possessive repetitions of a pattern repeat more than one character."""
    return sum(1 for _ in _groups(_parser.parse(pattern.pattern, pattern.flags)))


def _groups(nodes: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for op, argument in nodes:
        if op is sre.POSSESSIVE_REPEAT and not _is_one(argument[2]):
            yield argument[2]
        for part in inner(op, argument):
            yield from _groups(part)


def _is_one(nodes: Sequence[Any]) -> bool:
    """Return whether nodes match one character, which ``re`` repeats without a group."""
    if len(nodes) != 1:
        return False
    op, argument = nodes[0]
    if op is sre.SUBPATTERN:
        return argument[0] is None and _is_one(argument[3])
    return op in ONE


def main() -> None:
    """Print the patterns that repeat a group possessively, and fail if there are any."""
    count = 0
    for use in uses():
        if possessive_groups(use.pattern):
            print(f"{use.place}: a possessive repetition of a group, write (?>(?:…)*)")
            count += 1
    sys.exit(count > 0)


if __name__ == "__main__":
    main()
