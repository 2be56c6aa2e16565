"""Every command and snippet of the README runs, and gives what the README shows.

In a ``console`` block a line that begins with ``$`` is run and the lines after it are its output;
in a ``python`` block the lines after ``>>>`` are. ``…`` stands for anything left out.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(console|python)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    (match["command"], match["output"])
    for kind, block in BLOCKS
    if kind == "console"
    for match in re.finditer(
        r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", block, re.MULTILINE
    )
]
# Run by .ci/run and tests/clients, not from inside the tests: they make environments of their own.
ELSEWHERE = re.compile(r"(?:git clone|cd|make|pip install|python3? -m venv)\b")
SLOW = re.compile(r"python -m (?:tools|benchmarks)\b")


def matches(expected: str, actual: str) -> bool:
    """Compare an output with what is shown of it."""
    lines = [line.rstrip() for line in actual.splitlines()]
    chunks = [chunk.strip("\n").split("\n") for chunk in f"\n{expected}\n".split("\n…\n")]
    place = 0
    for number, chunk in enumerate(chunks):
        shown = [re.escape(line).replace("…", ".*") for line in chunk if chunk != [""]]
        starts = range(place, len(lines) - len(shown) + 1)
        if number == 0:
            starts = starts[:1]
        elif number == len(chunks) - 1:
            starts = starts[-1:]
        found = (s for s in starts if all(map(re.fullmatch, shown, lines[s : s + len(shown)])))
        if (start := next(found, None)) is None:
            return False
        place = start + len(shown)
    return len(chunks) > 1 or place == len(lines)


SHOWN = [
    ("a\nb\n", "a\nb\n", True),
    ("a\n", "a\nb\n", False),
    ("a\n…\n", "a\nb\nc\n", True),
    ("…\nc\n", "a\nb\nc\n", True),
    ("…\nb\n", "a\nb\nc\n", False),
    ("a\n…\nc\n", "a\nb\nb\nc\n", True),
    ("a…z\n", "abcz\n", True),
    ("…\n", "", True),
]


@pytest.mark.parametrize(("expected", "actual", "same"), SHOWN)
def test_comparing(expected: str, actual: str, same: bool) -> None:
    assert matches(expected, actual) is same


def test_there_is_something_to_run() -> None:
    assert len(COMMANDS) >= 8
    assert sum(kind == "python" for kind, _ in BLOCKS) >= 1


@pytest.mark.parametrize(("command", "expected"), COMMANDS, ids=[c for c, _ in COMMANDS])
def test_command(command: str, expected: str, tmp_path: Path) -> None:
    if ELSEWHERE.match(command) or SLOW.match(command):
        assert _is_known(command)
        return
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for name in ("refconv", "python"):
        shim = tmp_path / "bin" / name
        shim.parent.mkdir(exist_ok=True)
        module = " -m refconv" if name == "refconv" else ""
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}"{module} "$@"\n', "ascii")
        shim.chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(
        ["sh", "-c", command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src")},
    )

    assert matches(expected, done.stdout), done.stdout


def _is_known(command: str) -> bool:
    """Tell whether a command that is run elsewhere exists."""
    words = command.partition(" #")[0].split()
    if words[0] == "make":
        makefile = (ROOT / "Makefile").read_text("utf-8")
        return all(f"\n{word}:" in makefile for word in words[1:] if "=" not in word)
    if SLOW.match(command):
        return (ROOT / (words[2].replace(".", "/") + ".py")).is_file()
    return True


@pytest.mark.parametrize("block", [block for kind, block in BLOCKS if kind == "python"])
def test_python(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(block.replace("…", "..."), {}, "README", "README", 0)
    assert test.examples

    results = doctest.DocTestRunner(optionflags=flags).run(test)

    assert results.failed == 0
