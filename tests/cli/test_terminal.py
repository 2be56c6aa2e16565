"""The progress bar and the lines that a terminal shows while the command works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import refconv
from refconv.cli.terminal import bar
from refconv.core.progress import Progress

SOURCE = Path(refconv.__file__).parent.parent
COMMAND = [sys.executable, "-m", "refconv"]
# The bar is shown at once, however fast the machine is.
SHOWING = "from refconv.cli import main, terminal; terminal.FIRST = 0; main.main()"
AT_ONCE = [sys.executable, "-c", SHOWING]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE)}
ENTRY = "@misc{key%d,\n  title = {The {\\'E}t\\'e},\n  author = {Clark, Andy and Ng, B.},\n%s}\n"
TWICE = "  title = {Two},\n"
EXCERPT = re.compile(r" *\d* \| ")
BAR = re.compile(r"\[#* *\] +\d+%  [\d,]+ references  [\d,]+/s  \d+:\d\d left")


@pytest.mark.parametrize(
    ("done", "seconds", "drawn"),
    [
        (Progress(0, 9, 0), 0, "[                        ]   0%  0 references  0/s  0:00 left"),
        (Progress(1, 4, 20), 90, "[######                  ]  25%  20 references  0/s  4:30 left"),
        (Progress(9, 9, 4000), 2, f"[{24 * '#'}] 100%  4,000 references  2,000/s  0:00 left"),
        (Progress(9, 8, 5), 1, f"[{24 * '#'}] 100%  5 references  5/s  0:00 left"),
        (Progress(0, 0, 0), 1, f"[{24 * '#'}] 100%  0 references  0/s  0:00 left"),
    ],
)
def test_the_bar_shows_share_rate_and_time_left(done: Progress, seconds: float, drawn: str) -> None:
    assert bar(done, seconds) == drawn
    assert BAR.fullmatch(drawn)


def screen(shown: str) -> list[str]:
    """Return the lines that a terminal shows; a carriage return goes back to the first column."""
    lines = []
    for line in shown.split("\n"):
        cells = ""
        for part in line.rstrip("\r").split("\r"):
            cells = part + cells[len(part) :]
        lines.append(cells.rstrip())
    return lines


def on_a_terminal(arguments: list[str]) -> str:
    """Run the command with stderr on a terminal; return all that was sent there."""
    mine, its = os.openpty()
    shown = b""
    with subprocess.Popen([*AT_ONCE, *arguments], stderr=its, env=ENVIRONMENT) as process:
        os.close(its)
        try:
            while data := os.read(mine, 1 << 16):
                shown += data
        except OSError:
            pass  # Linux raises this when the other end is closed
        finally:
            os.close(mine)
        assert process.wait() == 0
    return shown.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_bar_of_long_work_disappears_and_the_lines_stay(jobs: str, tmp_path: Path) -> None:
    large, output = tmp_path / "large.bib", tmp_path / "out.ris"
    entries = (ENTRY % (n, "" if n % 5000 else TWICE) for n in range(40_000))
    large.write_text("".join(entries), "utf-8")
    shown = on_a_terminal([os.fspath(large), "-o", os.fspath(output), "--jobs", jobs])

    assert BAR.search(shown)
    assert [line for line in screen(shown) if line] == [
        "8 × warning: 'title' is on line … too (the first is used, both are kept) "
        "[duplicate-field], such as:",
        f"{large}:4:3: 'title' is on line 2 too (the first is used, both are kept)",
        "  4 |   title = {Two},",
        "    |   ^",
        "8 × loss: bibtex:title lost (key0: 'Two')",
        "40000 references, 8 warnings, 8 losses",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
def test_verbose_shows_each_diagnostic_and_loss(tmp_path: Path) -> None:
    large, output = tmp_path / "large.bib", tmp_path / "out.ris"
    entries = (ENTRY % (n, "" if n % 5000 else TWICE) for n in range(40_000))
    large.write_text("".join(entries), "utf-8")
    shown = on_a_terminal([os.fspath(large), "-o", os.fspath(output), "-v"])

    assert BAR.search(shown)
    *lines, end = [line for line in screen(shown) if line and not EXCERPT.match(line)]
    kinds = ["warning" if line.endswith("[duplicate-field]") else line for line in lines]
    kinds = ["loss" if ": loss: key" in line else line for line in kinds]
    assert sorted(kinds) == ["loss"] * 8 + ["warning"] * 8
    assert end == "40000 references, 8 warnings, 8 losses"


def test_no_bar_is_shown_without_a_terminal(tmp_path: Path) -> None:
    large, output = tmp_path / "large.bib", tmp_path / "out.ris"
    large.write_text("".join(ENTRY % (n, "") for n in range(40_000)), "utf-8")
    command = [*COMMAND, os.fspath(large), "-o", os.fspath(output), "--jobs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)

    assert done.stderr == "40000 references, 0 warnings, 0 losses\n"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
def test_a_terminal_shows_the_source_line_of_a_diagnostic(tmp_path: Path) -> None:
    source = tmp_path / "a.ris"
    source.write_text("TY  - BOOK\nPY  - 20x4\nER  - \n", "utf-8")
    shown = on_a_terminal([os.fspath(source), "-o", os.fspath(tmp_path / "out.bib")])

    assert [line for line in screen(shown) if line][:3] == [
        f"{source}:2:1: warning: invalid date '20x4' (kept as text) [bad-date]",
        "  2 | PY  - 20x4",
        "    | ^^^^^^^^^^",
    ]
