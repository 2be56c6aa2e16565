"""The command, as a person calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
BIB = "@book{clark1997,\n title = {Being There},\n title = {Again},\n author = {Clark, Andy}\n}\n"


def refconv(
    *arguments: str | Path, given: str | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    source = Path(__file__).parents[2] / "src"
    return subprocess.run(
        [sys.executable, "-m", "refconv", *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(source)},
    )


def test_from_stdin_to_stdout() -> None:
    done = refconv("-", "--to", "ris", given=BIB)

    assert done.returncode == 0
    assert done.stdout.startswith("TY  - BOOK")
    assert done.stdout.splitlines().count("TI  - Being There") == 1


def test_what_was_odd_stands_on_stderr_one_a_line() -> None:
    done = refconv("--to", "csl-json", given=BIB)

    lines = done.stderr.splitlines()
    assert lines[0].startswith("<stdin>:3:")
    assert lines[0].endswith("[duplicate-field]")
    assert lines[-1] == "1 reference, 1 warning, 0 losses"


def test_strict_and_quiet() -> None:
    assert refconv("--strict", given=BIB).returncode == 1
    assert refconv("--strict", given="@book{a, title={A}}").returncode == 0
    assert refconv("--quiet", given=BIB).stderr == ""


def test_files_are_merged_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={A}}", "utf-8")
    (tmp_path / "b.ris").write_text("TY  - BOOK\nID  - b\nTI  - B\nER  - \n", "utf-8")

    done = refconv("b.ris", "a.bib", "-o", "out.json", cwd=tmp_path)

    assert done.returncode == 0
    text = (tmp_path / "out.json").read_text("utf-8")
    assert text.index('"b"') < text.index('"a"')


def test_a_wrong_call(tmp_path: Path) -> None:
    assert refconv("--to", "marc").returncode == 2
    done = refconv("-", "-o", str(tmp_path / "out.doc"), given=BIB)
    assert done.returncode == 2
    assert "--to" in done.stderr


@pytest.mark.parametrize("arguments", [["nowhere.bib"], ["-", "-o", "nowhere/out.bib"]])
def test_files_that_cannot_be_read_or_written(arguments: list[str], tmp_path: Path) -> None:
    done = refconv(*arguments, given=BIB, cwd=tmp_path)

    assert done.returncode == 3
    assert "No such file or directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n\xff")

    done = refconv(tmp_path / "paper.pdf")

    assert done.returncode == 3
    assert "this is a PDF, not text" in done.stderr


def test_a_page_with_and_without_its_own_record() -> None:
    page = next(SEEDS.glob("000_*"))

    with_own = refconv(page).stdout.count("\n@") + 1
    without = refconv(page, "--no-page-record").stdout.count("\n@") + 1

    assert (with_own, without) == (15, 14)


def test_a_program_as_the_target() -> None:
    given = "@article{a, title={A}, author={King, Jr., Martin and others}, pmid={24381239}}"

    for_zotero = refconv("--to", "ris", "--for", "zotero", given=given).stdout
    for_endnote = refconv("--to", "ris", "--for", "endnote", given=given).stdout

    assert "M2  - PMID: 24381239" in for_zotero
    assert "et al.," not in for_zotero
    assert "AU  - et al.," in for_endnote


def test_formats() -> None:
    done = refconv("formats")

    assert done.returncode == 0
    assert "bibtex: BibTeX (.bib" in done.stdout
    assert "lost of a journal article" in done.stdout


def test_help_and_version() -> None:
    assert "Exit codes" in refconv("--help").stdout
    assert refconv("-h").returncode == 0
