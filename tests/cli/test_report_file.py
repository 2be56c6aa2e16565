"""The report of ``--report``: diagnostics and losses as JSON."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from refconv.cli.report_file import JsonReport
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.model import Date, Name
from refconv.core.report import Loss
from tests.command import COMMAND, ENVIRONMENT


def test_the_report_is_json(tmp_path: Path) -> None:
    source, report = tmp_path / "a.bib", tmp_path / "losses.json"
    source.write_text('@book{a, title={A}, title={B},\nauthor={"Ng}, shelf={x}}', "utf-8")

    done = subprocess.run(
        [*COMMAND, source, "--to", "ris", "--report", report, "--quiet"],
        capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(report.read_text("utf-8"))
    assert found["references"] == 1
    assert found["diagnostics"][0] == {
        "code": "duplicate-field",
        "reason": "field",
        "message": "'title' is on line 1 too (the first is used, both are kept)",
        "line": 1,
        "column": 1,
        "end_line": 0,
        "end_column": 0,
        "severity": "warning",
        "name": str(source),
        "data": {"field": "title", "first_line": 1},
    }
    assert [loss["path"] for loss in found["losses"]] == ["custom[0]", "custom[1]"]
    assert found["losses"][0]["value"] == ["bibtex:title", "B"]


FOUND = problem(Code.BAD_DATE, "invalid", value="20x4").at(3, 7, 3, 11)
LOST = Loss(0, "a", "title", "Ä\ud800", name="a.ris")
REPORTS: list[tuple[list[Diagnostic | Loss], list[str], list[str]]] = [
    # what is added; the lines of the diagnostics, of the losses
    ([], [], []),
    ([FOUND], ["20x4"], []),
    ([LOST], [], ["Ä?"]),
    ([LOST, FOUND, evolve(LOST, value="B"), FOUND], ["20x4", "20x4"], ["Ä?", "B"]),
]


@pytest.mark.parametrize(("added", "diagnostics", "losses"), REPORTS)
def test_diagnostics_stand_before_losses_one_a_line(
    added: list[Diagnostic | Loss], diagnostics: list[str], losses: list[str]
) -> None:
    file = io.BytesIO()
    report = JsonReport(file)
    for one in added:
        report.add(one)
    report.end(7)
    text = file.getvalue().decode()
    written = json.loads(text)

    assert [*written] == ["diagnostics", "losses", "references"]
    assert [one["data"]["value"] for one in written["diagnostics"]] == diagnostics
    assert [one["value"] for one in written["losses"]] == losses
    assert written["references"] == 7
    assert len(text.splitlines()) == 3 + len(added)


VALUES: list[tuple[Any, Any]] = [
    ("text", "text"),
    (True, True),
    (Date.on(2020, 5), {"date-parts": [[2020, 5]]}),
    ((Name(family="Ng"), Name(literal="WHO")), [{"family": "Ng"}, {"literal": "WHO"}]),
    (("ris:U1", {"a": [1]}), ["ris:U1", {"a": [1]}]),
]


@pytest.mark.parametrize(("value", "written"), VALUES)
def test_a_lost_value_is_written_as_csl_json_has_it(value: Any, written: Any) -> None:
    file = io.BytesIO()
    report = JsonReport(file)
    report.add(Loss(2, "a", "title", value, kept=value, where="T1", name="a.ris"))
    report.end(0)

    assert json.loads(file.getvalue())["losses"] == [
        {"index": 2, "id": "a", "path": "title", "value": written, "kept": written,
         "where": "T1", "name": "a.ris", "elsewhere": ""}
    ]  # fmt: skip
