"""Where the model files are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import refconv
from refconv.tag.models import VARIABLE, models_folder


def test_they_come_with_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    for name in ("model.bin", "journals.bin", "network.bin", "chain.bin", "notes.bin",
                 "card.json", "network.json", "chain.json", "notes.json"):  # fmt: skip
        assert models_folder().joinpath(name).is_file()


def test_a_variable_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    (tmp_path / "model.bin").write_bytes(b"mine")
    assert models_folder().joinpath("model.bin").read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no/such/folder")
    with pytest.raises(FileNotFoundError, match="no/such/folder"):
        models_folder()


def test_they_are_found_in_a_zip_file(tmp_path: Path) -> None:
    package = Path(refconv.__file__).parent
    archive = tmp_path / "refconv.zip"
    with ZipFile(archive, "w") as file:
        for path in package.rglob("*"):
            if path.suffix in {".py", ".bin"}:
                file.write(path, path.relative_to(package.parent))
    code = "import refconv; print(refconv.__file__, *refconv.segments(['Ng A. Rivers. 2001.'])[0])"
    environment = {**os.environ, "PYTHONPATH": os.fspath(archive)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )

    assert str(archive) in done.stdout
    assert "label='issued'" in done.stdout
