"""The subcommands, and what all commands do alike."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from refconv.cli.subcommands import SUBCOMMANDS, subcommand
from tests.command import COMMAND, ENVIRONMENT


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_every_subcommand_is_imported_by_its_name(name: str) -> None:
    assert subcommand(name).name == name


@pytest.mark.parametrize("stderr", [subprocess.PIPE, subprocess.STDOUT], ids=["apart", "with-it"])
def test_a_reader_that_has_read_enough_is_no_error(tmp_path: Path, stderr: int) -> None:
    many = "".join(f"@book{{k{number}, title = {{A book}}}}\n" for number in range(5000))
    (tmp_path / "many.bib").write_text(many, "utf-8")

    with subprocess.Popen(
        [*COMMAND, tmp_path / "many.bib", "--to", "csl-json", "--jobs", "1"],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=stderr,
    ) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read() if process.stderr else b""

    assert first == b"[\n"
    assert said == b""
    assert process.returncode == 0
