"""What is printed and written of diagnostics and losses."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from refconv.cli.groups import Groups
from refconv.cli.printer import Printer, ReportFile, Totals
from refconv.cli.terminal import Terminal
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.report import Loss
from tests.command import ENTRY, run_command

BIB = "@book{clark1997,\n title = {Being There},\n title = {Again},\n author = {Clark, Andy}\n}\n"
BAD = problem(Code.BAD_DATE, "invalid", value="20x4").at(3, 7, 3, 11)
EMPTY = problem(Code.EMPTY, "empty").at()
LOST = Loss(0, "a", "title", "A", name="a.ris")
LINES = {
    "as they come": (None, False, [str(BAD), str(LOST), str(BAD), "-", "1 reference, 2 warnings"]),
    "together": (Groups, False, ["-", "2 × warning: ", "<input>:3:7: ", "1 × loss: ", "1 ref"]),
    "quiet": (None, True, ["-"]),
    "quiet groups": (Groups, True, ["-"]),
}


@pytest.mark.parametrize(("groups", "is_quiet", "lines"), LINES.values(), ids=LINES)
def test_diagnostics_and_losses_are_printed(
    groups: type[Groups] | None,
    is_quiet: bool,
    lines: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    with ExitStack() as stack:
        report = ReportFile(stack, None)
        printer = Printer(Terminal(is_quiet=is_quiet), report, None, groups() if groups else None)
        for one in (BAD, LOST, BAD):
            printer.add(one)
        sys.stderr.write("-\n")
        printer.end(Totals(1))

    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == len(lines)
    assert all(a.startswith(b) for a, b in zip(shown, lines, strict=True))


def test_notes_are_no_warnings() -> None:
    with ExitStack() as stack:
        printer = Printer(Terminal(is_quiet=True), ReportFile(stack, None))
        for one in (EMPTY, BAD, LOST, EMPTY):
            printer.add(one)

    assert (printer.errors, printer.warnings, printer.losses) == (0, 1, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="writes to /dev/full")
@pytest.mark.parametrize(
    "given", [ENTRY % 1, "".join(ENTRY % n + "@misc{}\n" for n in range(9000))]
)
def test_a_report_that_cannot_be_written_is_named(given: str, tmp_path: Path) -> None:
    arguments = ["-", "-o", "out.ris", "--report", "/dev/full", "--quiet"]
    done = run_command(*arguments, given=given, cwd=tmp_path)

    assert (done.returncode, done.stderr) == (3, "/dev/full: error: No space left on device\n")
    assert {path.name for path in tmp_path.iterdir()} <= {"out.ris"}


def test_a_report_may_go_to_stdout(tmp_path: Path) -> None:
    done = run_command("-", "-o", "out.ris", "--report", "-", given=BIB, cwd=tmp_path)

    assert done.returncode == 0
    assert [one["path"] for one in json.loads(done.stdout)["losses"]] == ["custom[0]"]


def test_stderr_has_one_line_each_where_it_is_no_terminal() -> None:
    given = "@misc{a, title={A}, title={B}, doi={1}, doi={2}}\n" * 2
    done = run_command("--to", "ris", given=given)

    assert len(done.stderr.splitlines()) == done.stderr.count(": loss: ") + 7 + 1
