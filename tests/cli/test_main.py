"""The command line: its options, help and subcommands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from refconv.cli.subcommands import SUBCOMMANDS
from tests.command import COMMAND, ENVIRONMENT, run_command

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


def test_formats_are_listed_in_short_lines() -> None:
    done = run_command("formats")

    assert done.returncode == 0
    assert "bibtex " in done.stdout
    assert "lost of a journal article" not in done.stdout


@pytest.mark.parametrize("name", ["ris", "RIS"])
def test_a_format_is_described(name: str) -> None:
    done = run_command("formats", name)

    assert done.returncode == 0
    assert done.stdout.startswith("ris: RIS (.ris)\n")
    assert "lost of a journal article" in done.stdout


NAMED = [
    # the arguments; the exit code, and what is on stdout or stderr
    (("--to", "RIS", "-"), 0, "TY  - BOOK"),
    (("-f", "bib", "-t", "json", "-q", "-"), 0, '"type": "book"'),
    (("--to", "marc", "-"), 2, "format 'marc' can only be read; 'refconv formats' lists all"),
    (("--to", "rsi", "-"), 2, "unknown format 'rsi' (did you mean 'ris'?)"),
    (("convert", "-t", "ris", "-"), 0, "TY  - BOOK"),
    (("--to", "ris", "--for", "Zotero", "-"), 0, "TY  - BOOK"),
    (("-V",), 0, "refconv, version"),
    (("help",), 0, "Usage: refconv [OPTIONS] IN..."),
    (("help", "formats"), 0, "Usage: refconv formats"),
    (("formats", "zip"), 2, "unknown format 'zip'"),
    (("formats", "-h"), 0, "Usage: refconv formats"),
    (("serve", "--port", "99999"), 2, "'--port': 99999 is not in the range"),
    (("-", "--format", "ris"), 2, "the format of OUT is --to"),
    (("--list-formats",), 2, "'refconv formats' lists the formats"),
    (("-", "--nonsense"), 2, "No such option '--nonsense'"),
    (("",), 2, "an input has no name"),
]


@pytest.mark.parametrize(("arguments", "code", "shown"), NAMED)
def test_words_that_people_try(arguments: tuple[str, ...], code: int, shown: str) -> None:
    done = run_command(*arguments, given=BIB)

    assert done.returncode == code
    assert shown in done.stdout + done.stderr


def test_two_inputs_of_different_formats_may_be_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIB, "utf-8")
    (tmp_path / "b.ris").write_text("TY  - BOOK\nTI  - B\nER  - \n", "utf-8")

    done = run_command("a.bib", "b.ris", cwd=tmp_path)

    assert done.returncode == 0
    assert "note: b.ris is read too (to write it: refconv a.bib -o b.ris)" in done.stderr
    assert "note:" not in run_command("a.bib", "b.ris", "-t", "ris", cwd=tmp_path).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no /dev")
def test_a_device_needs_no_suffix() -> None:
    done = run_command("-", "-o", "/dev/stdout", given=BIB)

    assert done.returncode == 0
    assert "@book{clark1997," in done.stdout


def test_a_shell_completes_options_and_formats() -> None:
    environment = {**ENVIRONMENT, "_REFCONV_COMPLETE": "bash_complete"}
    environment |= {"COMP_WORDS": "refconv --to bib", "COMP_CWORD": "2"}

    done = subprocess.run(
        COMMAND, env=environment, capture_output=True, encoding="utf-8", check=False
    )

    assert done.stdout.split() == ["plain,bibtex", "plain,biblatex"]


def test_every_subcommand_has_its_help() -> None:
    for command in SUBCOMMANDS:
        assert run_command(command, "--help").stdout.startswith(f"Usage: refconv {command}")


def test_help_names_the_exit_codes() -> None:
    assert "Exit codes" in run_command("--help").stdout
    assert run_command("-h").returncode == 0
