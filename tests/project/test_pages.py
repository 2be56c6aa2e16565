"""Every command and snippet of the README and the guides runs, and prints what the page shows.

In a ``console`` block a line that begins with ``$`` is run, in one folder for all commands of the
page, and the lines after it are its output; in a ``python`` block the lines after ``>>>`` are. A
``python`` block that begins with the path of a file is an excerpt of it. ``…`` stands for anything
left out. Two pages have tests of their own in ``tests/tools``.
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
OWN_TEST = ("docs/add-a-feature.md", "docs/diagnostics.md")
PAGES = (
    "README.md",
    *(
        name
        for path in sorted((ROOT / "docs").rglob("*.md"))
        if (name := path.relative_to(ROOT).as_posix()) not in OWN_TEST
    ),
)
BLOCKS = [
    (page, kind, block)
    for page in PAGES
    for kind, block in re.findall(
        r"^```(console|python)\n(.*?)^```",
        (ROOT / page).read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
]
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
COMMANDS = {
    page: [
        (match["command"], match["output"])
        for of, kind, block in BLOCKS
        if of == page and kind == "console"
        for match in COMMAND.finditer(block)
    ]
    for page in PAGES
}
SNIPPETS = [(page, block) for page, kind, block in BLOCKS if kind == "python"]
EXCERPT = re.compile(r"# (?P<path>[\w./]+)\n(?P<code>.*)", re.DOTALL)
# Run by .ci/run and tests/programs, not from inside the tests: they make environments of their own.
ELSEWHERE = re.compile(
    r"(?:[A-Z_]+=\w+ )?(?:git clone|cd|make|pip install|python3? -m (?:venv|pytest))\b"
)
SETTING = re.compile(r"[A-Z_]+=")
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
def test_shown_output_is_compared_with_real_output(expected: str, actual: str, same: bool) -> None:
    assert matches(expected, actual) is same


def test_the_documents_have_examples() -> None:
    assert len(COMMANDS["README.md"]) >= 3
    assert len(SNIPPETS) >= 20


@pytest.mark.parametrize("page", PAGES)
def test_commands_in_documents_print_what_is_shown(page: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for name in ("refconv", "python"):
        shim = tmp_path / "bin" / name
        shim.parent.mkdir(exist_ok=True)
        module = " -m refconv" if name == "refconv" else ""
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}"{module} "$@"\n', "ascii")
        shim.chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src")}

    for command, expected in COMMANDS[page]:
        if ELSEWHERE.match(command) or SLOW.match(command):
            assert _is_known(command), command
            continue
        done = subprocess.run(
            ["sh", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
            env=environment,
        )
        assert matches(expected, done.stdout), f"{command}\n{done.stdout}"


def _is_known(command: str) -> bool:
    """Return whether a command that is run elsewhere exists."""
    words = [word for word in command.partition(" #")[0].split() if not SETTING.match(word)]
    if words[1:3] == ["-m", "pytest"]:
        return all((ROOT / word).exists() for word in words if word.startswith("tests/"))
    if words[0] == "make":
        makefile = (ROOT / "Makefile").read_text("utf-8")
        return all(f"\n{word}:" in makefile for word in words[1:] if "=" not in word)
    if SLOW.match(command):
        return (ROOT / (words[2].replace(".", "/") + ".py")).is_file()
    return True


@pytest.mark.parametrize("page", sorted({page for page, _ in SNIPPETS}))
def test_python_in_documents_prints_what_is_shown(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    snippets = []
    for block in (block for of, block in SNIPPETS if of == page):
        excerpt = EXCERPT.fullmatch(block)
        if excerpt is None:
            assert ">>> " in block
            snippets.append(block.replace("…", "..."))
        else:
            assert excerpt["code"] in (ROOT / excerpt["path"]).read_text("utf-8")
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    # One after another: a snippet may use the names of those before.
    test = doctest.DocTestParser().get_doctest("\n".join(snippets), {}, page, page, 0)

    results = doctest.DocTestRunner(optionflags=flags).run(test)

    assert results.failed == 0
