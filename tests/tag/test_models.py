"""Where the model files are."""

from __future__ import annotations

from pathlib import Path

import pytest

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
