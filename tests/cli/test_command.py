"""Runs of the command, from its options to files, exit codes and lines on stderr."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import refconv
from tests.command import COMMAND, ENTRY, ENVIRONMENT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="writes to /dev/full")
def test_a_full_device() -> None:
    done = subprocess.run(
        [*COMMAND, "-", "-o", "/dev/full"],
        input=ENTRY % 1, capture_output=True, text=True, check=False,
        env={**ENVIRONMENT},
    )  # fmt: skip

    assert done.returncode == 2  # no suffix tells the format
    done = subprocess.run(
        [*COMMAND, "-", "--to", "ris", "-o", "/dev/full"],
        input=ENTRY % 1, capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 3
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize("way", ["the same path", "a link", "another name", "stdout", "the report"])
def test_the_input_is_never_the_output(way: str, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(ENTRY % 1, "utf-8")
    other = tmp_path / "b.bib"
    if way == "a link":
        other.symlink_to(path)
    elif way == "another name":
        other.hardlink_to(path)
    outputs = {"the same path": path, "a link": other, "another name": other}
    arguments: list[str | Path] = [path, "-o", outputs.get(way, other)]
    if way == "the report":
        arguments += ["--report", path]
    with path.open("r+b") as file:
        done = subprocess.run(
            [*COMMAND, *(arguments if way != "stdout" else [path])],
            stdout=file if way == "stdout" else subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, check=False, env=ENVIRONMENT,
        )  # fmt: skip

    assert done.returncode == 2
    assert "is the input file" in done.stderr
    assert path.read_text("utf-8") == ENTRY % 1
    if way in ("the same path", "a link"):
        with pytest.raises(ValueError, match="is the input file"):
            refconv.convert(path, other if way == "a link" else path)
        assert path.read_text("utf-8") == ENTRY % 1
