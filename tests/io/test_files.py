"""Output files: their format by suffix, and that each is written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from refconv.io.files import check_not_same, target_format, whole_file
from tests.command import ENVIRONMENT

FULL = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.argv = ["refconv", *sys.argv[1:]]
runpy.run_module("refconv", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_leaves_the_old_file(jobs: str, large: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.ris"
    output.write_text("as it was", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", FULL, large, "-o", output, "--jobs", jobs],
        capture_output=True, text=True, check=False, env=ENVIRONMENT,
    )  # fmt: skip

    assert done.returncode == 3
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert output.read_text("utf-8") == "as it was"
    assert {path.name for path in tmp_path.iterdir()} == {"large.bib", "out.ris"}


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.bib"
    target.write_text("as it was", "utf-8")

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="disk full"), whole_file(target) as file:
        file.write(b"new")
    assert target.read_text("utf-8") == "as it was"
    assert [path.name for path in tmp_path.iterdir()] == ["out.bib"]


@pytest.mark.parametrize("mode", [0o640, 0o600, 0o644])
def test_a_replaced_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    target = tmp_path / "out.bib"
    target.write_text("as it was", "utf-8")
    target.chmod(mode)
    with whole_file(target) as file:
        file.write(b"new")
    assert target.read_text("utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "out.bib", tmp_path / "link.bib"
    link.symlink_to(target)
    with whole_file(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "new"


SUFFIXES = {
    "a.bib": "bibtex",
    "folder.ris/A.BIB": "bibtex",
    "a.ris": "ris",
    "a.json": "csl-json",
    "a.enw": "enw",
    "a.xml": "endnote-xml",
    "a.ciw": "wos",
}


@pytest.mark.parametrize(("path", "format"), SUFFIXES.items())
def test_the_suffix_decides_the_target_format(path: str, format: str) -> None:
    assert target_format(path) == format
    assert target_format(Path(path)) == format


@pytest.mark.parametrize("path", ["out.doc", "out", "bib", ".bib", "a.txt"])
def test_a_target_with_an_unknown_suffix_is_an_error(path: str) -> None:
    with pytest.raises(ValueError, match=r"no format has the suffix '.*' \(known: \.bib"):
        target_format(path)


def test_the_output_may_be_any_file_but_the_input(tmp_path: Path) -> None:
    source, other, link = (tmp_path / name for name in ("a.bib", "b.bib", "c.bib"))
    source.write_text("@misc{a}", "utf-8")
    other.write_text("@misc{a}", "utf-8")
    link.symlink_to(source)
    with source.open("rb") as file, other.open("rb") as descriptor:
        for output in (other, tmp_path / "new.bib", descriptor.fileno(), os.devnull):
            check_not_same(file, output)
        with pytest.raises(ValueError, match=r"c\.bib is the input file"):
            check_not_same(file, link)
        with pytest.raises(ValueError, match="stdout is the input file"):
            check_not_same(file, file.fileno())


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_read_only_file_is_not_replaced(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("before", "utf-8")
    path.chmod(mode)
    with pytest.raises(PermissionError, match="read-only"), whole_file(path):
        pass

    assert [one.name for one in tmp_path.iterdir()] == ["a.ris"]
    assert path.read_text("utf-8") == "before"
