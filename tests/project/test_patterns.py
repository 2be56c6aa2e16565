"""Regular expressions: none takes exponentially long, and all match alike on every Python."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.ambiguity import ambiguous
from benchmarks.possessive import possessive_groups

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("pattern", "shared"),
    [
        (r"(?:a+)+b", "a"),
        (r"(?:a|ba*)*c", "a"),
        (r"(?:\d+[ ,]?)+x", "015"),
        (r"\$(?:\\[b-z]+|[^$\\])+\$", "beoz"),
        # in one way only
        (r"a+b", ""),
        (r"\d+(?:,\d+)*", ""),
        (r"(?:\d++[ ,]?)+x", ""),
        (r"(?>(?:a+))+b", ""),
        (r"(?:\([^()]+\) ?)+", ""),
        # too few to matter
        (r"(?:a+){1,3}b", ""),
    ],
)
def test_ambiguous_repetitions_are_found(pattern: str, shared: str) -> None:
    assert ambiguous(re.compile(pattern)) == shared


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        # what Python 3.11.2 gets wrong
        (r"(?:ab)*+", 1),
        (r"(?:ab?c)++x", 1),
        (r"(?:(?!TY)[A-Z]\d  -.*\n)*+ER", 1),
        (r"(?:[^{}]++|\{[^{}]*+\})*+", 1),
        (r"(?:a|bc)?+", 1),
        (r"(?:ab){1,3}+", 1),
        (r"(?:(?!b))*+", 1),
        (r"(?:\ba)*+", 1),
        (r"(a)*+", 1),
        (r"((x)|y|z)*+", 1),
        (r"(?:(?>a|b))*+", 1),
        (r"(?:a?)*+", 1),
        (r"(?:(?:ab)*+c)*+", 2),
        (r"(?=(?:ab)*+)", 1),
        (r"(?>(?:ab)*+)", 1),
        # one character, of whatever kind
        (r"a*+", 0),
        (r"\s++[^ab]?+.{2,3}+", 0),
        (r"(?:a)*+", 0),
        (r"(?:a|b|[cd])*+", 0),
        # atomic groups, and what is not possessive
        (r"(?>(?:ab?c)*)x", 0),
        (r"(?>((x)|y|z)*)", 0),
        (r"(?:ab)*(?:a|b)+?", 0),
        (r"[^{}]*+(?>(?:\{[^{}]*+\}[^{}]*+)*)", 0),
        (r"a\*+", 0),
    ],
)
def test_possessive_repetitions_of_groups_are_found(pattern: str, count: int) -> None:
    assert possessive_groups(re.compile(pattern)) == count


@pytest.mark.parametrize("check", ["benchmarks.ambiguity", "benchmarks.possessive"])
def test_no_pattern_is_refused(check: str) -> None:
    # In a process of its own, which sees what each module compiles while it is imported.
    done = subprocess.run(
        [sys.executable, "-m", check],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.fspath(ROOT / "src")},
    )

    assert (done.returncode, done.stdout) == (0, ""), done.stderr
