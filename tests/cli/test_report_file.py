"""The report of ``--report``: diagnostics and losses as JSON."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.command import COMMAND, ENVIRONMENT


def test_the_report_is_json(tmp_path: Path) -> None:
    source, report = tmp_path / "a.bib", tmp_path / "losses.json"
    source.write_text('@book{a, title={A}, title={B},\nauthor={"Ng}, file={x}}', "utf-8")

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
