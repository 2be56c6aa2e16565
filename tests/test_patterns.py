"""Regular expressions: none reads a string in exponentially many ways."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.ambiguity import ambiguous

ROOT = Path(__file__).parent.parent


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
def test_repetitions_that_may_take_the_same(pattern: str, shared: str) -> None:
    assert ambiguous(re.compile(pattern)) == shared


def test_no_pattern_is_ambiguous() -> None:
    # In a process of its own, which sees what each module compiles while it is imported.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ambiguity"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.fspath(ROOT / "src")},
    )

    assert (done.returncode, done.stdout) == (0, ""), done.stderr
