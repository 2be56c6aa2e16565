"""``refconv check``: findings on stdout, exit codes, repairs in the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refconv.cli.check import check
from refconv.library import RULES
from tests.command import run_command

BAD = "@misc{roe, title = {Ice & snow},\n  doi = {none},\n}\n"
GOOD = "@misc{roe, title = {Ice}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with a file that is sound and one that is not."""
    (tmp_path / "bad.bib").write_text(BAD, "utf-8")
    (tmp_path / "good.bib").write_text(GOOD, "utf-8")
    (tmp_path / "fixed.bib").write_text(BAD, "utf-8")
    (tmp_path / "fixed.bib").chmod(0o444)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(check, arguments, input=given)


RUNS = [
    (["good.bib"], 0, "", "0 findings"),
    (["bad.bib"], 1, "bad.bib:1: roe: & in title needs", "2 findings\n[*] --fix repairs 1 of them"),
    (["bad.bib", "--select", "unescaped"], 1, "bad.bib:1", "1 finding\n"),
    (["bad.bib", "--ignore", "invalid,unescaped-character"], 0, "", "0 findings"),
    (["bad.bib", "good.bib", "-q"], 1, "bad.bib:1", ""),
    (["missing.bib", "good.bib"], 3, "", "missing.bib: error: No such file"),
    (["bad.bib", "--select", "invalid-dio"], 2, "", "did you mean 'invalid-doi'?"),
    (["bad.bib", "--unsafe-fixes"], 2, "", "--unsafe-fixes is for --fix"),
    ([], 2, "", "Missing argument"),
    (["-", "--fix"], 2, "", "--fix writes files, not stdin"),
    (["--rules"], 0, "missing-field ", ""),
    (["--rules", "--select", "others"], 0, "others ", ""),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("arguments", "code", "out", "err"), RUNS)
def test_runs(arguments: list[str], code: int, out: str, err: str) -> None:
    result = run(*arguments)

    assert (result.exit_code, out in result.stdout, err in result.stderr) == (code, True, True)
    assert bool(out) or not result.stdout


def test_stdin_is_checked() -> None:
    result = run("-", given=BAD)

    assert result.stdout.startswith("<stdin>:1: roe: ")
    assert result.exit_code == 1


def test_repairs_are_written_and_reported(folder: Path) -> None:
    result = run("bad.bib", "good.bib", "--fix")

    assert (folder / "bad.bib").read_text("utf-8") == BAD.replace("Ice & snow", "Ice \\& snow")
    assert (folder / "good.bib").read_text("utf-8") == GOOD
    assert "bad.bib:1: fixed: & in title needs a backslash [unescaped-character]" in result.stderr
    assert "1 finding (1 repaired)" in result.stderr
    assert result.exit_code == 1
    assert run("bad.bib", "--fix", "--ignore", "invalid").exit_code == 0


def test_a_read_only_file_is_left(folder: Path) -> None:
    result = run("fixed.bib", "--fix")

    assert (folder / "fixed.bib").read_text("utf-8") == BAD
    assert "fixed.bib: error: the file is read-only (left unchanged)" in result.stderr
    assert result.exit_code == 3


def test_a_file_that_cannot_be_repaired_is_left_and_named(folder: Path) -> None:
    (folder / "mixed.bib").write_bytes(BAD.encode() + b"\r")

    result = run("mixed.bib", "--fix")

    assert (folder / "mixed.bib").read_bytes() == BAD.encode() + b"\r"
    assert "mixed.bib: not repaired: the file has line ends of several kinds" in result.stderr
    assert result.exit_code == 1


def test_unsafe_repairs_are_made_when_asked_for(folder: Path) -> None:
    (folder / "bad.bib").write_text("@misc{a, title = {RIVERS UNDER NORTHERN ICE}}", "utf-8")

    assert run("bad.bib", "--fix").exit_code == 1
    assert run("bad.bib", "--fix", "--unsafe-fixes").exit_code == 0
    assert "{Rivers under northern ice}" in (folder / "bad.bib").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_findings_as_json() -> None:
    rows = json.loads(run("bad.bib", "--fix", "--format", "json").stdout)

    assert [(row["code"], row["is_fixed"]) for row in rows] == [
        ("invalid-doi", False),
        ("unescaped-character", True),
    ]
    assert rows[0] == {
        "code": "invalid-doi",
        "message": "invalid DOI 'none'",
        "name": "bad.bib",
        "line": 1,
        "key": "roe",
        "index": 0,
        "path": "DOI",
        "is_fixable": False,
        "is_safe": False,
        "is_fixed": False,
    }


def test_findings_for_github(folder: Path) -> None:
    (folder / "a,b.bib").write_text("@misc{a, title={50%}}", "utf-8")

    lines = run("a,b.bib", "--format", "github").stdout.splitlines()

    assert lines == [
        "::warning file=a%2Cb.bib,line=1,title=unescaped-character::a: %25 in title needs a "
        "backslash"
    ]


def test_the_subcommand_runs(folder: Path) -> None:
    done = run_command("check", "bad.bib", cwd=folder)

    assert done.returncode == 1
    assert done.stdout.count("[") == 3
    listed = run_command("check", "--rules").stdout
    assert all(code in listed for code in RULES)


def test_hooks_for_pre_commit_name_the_command() -> None:
    hooks = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")

    assert hooks.count("entry: refconv check") == 2
    assert "files: \\.(bib|" in hooks
