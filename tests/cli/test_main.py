"""The command line: its options, help and subcommands."""

from __future__ import annotations

from pathlib import Path

from tests.command import run_command

BIB = "@book{clark1997,\n title = {Being There},\n title = {Again},\n author = {Clark, Andy}\n}\n"


def test_stdin_is_converted_to_stdout() -> None:
    done = run_command("-", "--to", "ris", given=BIB)

    assert done.returncode == 0
    assert done.stdout.startswith("TY  - BOOK")
    assert done.stdout.splitlines().count("TI  - Being There") == 1


def test_each_diagnostic_is_a_line_on_stderr() -> None:
    done = run_command("--to", "csl-json", given=BIB)

    lines = done.stderr.splitlines()
    assert lines[0].startswith("<stdin>:3:")
    assert lines[0].endswith("[duplicate-field]")
    assert lines[-1] == "1 reference, 1 warning, 0 losses"


def test_wrong_usage_has_exit_code_2(tmp_path: Path) -> None:
    assert run_command("--to", "marc").returncode == 2
    done = run_command("-", "-o", str(tmp_path / "out.doc"), given=BIB)
    assert done.returncode == 2
    assert "--to" in done.stderr


def test_formats_are_described() -> None:
    done = run_command("formats")

    assert done.returncode == 0
    assert "bibtex: BibTeX (.bib" in done.stdout
    assert "lost of a journal article" in done.stdout


def test_help_names_the_exit_codes() -> None:
    assert "Exit codes" in run_command("--help").stdout
    assert run_command("-h").returncode == 0
