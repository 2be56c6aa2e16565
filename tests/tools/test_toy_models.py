"""All models are trained on a part of the toy data, and refconv uses them."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from refconv.tag.features import FEATURES
from tools.tagger.labels import LABELS
from tools.toy.generate import FOLDER

ROOT = Path(__file__).parents[2]
FILES = ("card.json", "chain.bin", "chain.json", "journals.bin", "model.bin", "network.bin",
         "network.json", "notes.bin", "notes.json")  # fmt: skip
PART = ("chicago.txt", "german.txt", "handwritten.txt")
"""The labelled references that are trained on here."""


def train(data: Path, out: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tools.toy.train", "--data", str(data), "--out", str(out),
         "--made", "40", "--epochs", "1"],
        check=True, cwd=ROOT, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    for path in (folder / "labelled").iterdir():
        if path.name not in PART:
            path.unlink()
    return folder


@pytest.fixture(scope="module")
def models(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("models")
    train(data, out)
    return out


def run(code: str, models: Path | None) -> str:
    """Run code with other models."""
    environment = {**os.environ, **({"REFCONV_MODELS": str(models)} if models else {})}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, encoding="utf-8", check=False, cwd=ROOT, env=environment,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_every_model_is_written(models: Path) -> None:
    assert tuple(sorted(path.name for path in models.iterdir())) == FILES


LOADED = """
from refconv.page.chain import chain_in_use
from refconv.tag.lexicon import journal_keys
from refconv.tag.tagger import model
print(model().rescorer.network.memory.shape[1], len(journal_keys()[0]) < 1000)
print(len(chain_in_use().names) < 1200)
"""


def test_refconv_uses_them(models: Path) -> None:
    assert run(LOADED, models).split() == ["32", "True", "True"]
    assert run(LOADED, None).split() == ["128", "False", "False"]


def test_they_label_references(models: Path) -> None:
    code = (
        "import refconv; print([s.label for s in refconv.segments(['Roe A. Snow. 2001;3:4.'])[0]])"
    )
    labels = ast.literal_eval(run(code, models))
    assert labels
    assert set(labels) <= set(LABELS)


def test_a_folder_that_is_not_there_is_named() -> None:
    assert "no folder 'nowhere', which REFCONV_MODELS names" in run(LOADED, Path("nowhere"))


def test_cards_say_what_the_models_are_made_of(models: Path, data: Path) -> None:
    for name, model in (("card.json", "model.bin"), ("network.json", "network.bin"),
                        ("chain.json", "chain.bin"), ("notes.json", "notes.bin")):  # fmt: skip
        card = json.loads((models / name).read_text("utf-8"))
        assert card["sha256"] == sha256((models / model).read_bytes()).hexdigest()
        assert card["learning"]["seed"] == 20
        records = sha256((data / "records.jsonl").read_bytes()).hexdigest()
        assert card["sources"]["records.jsonl"]["sha256"] == records
        assert {f"labelled/{part}" for part in PART} < card["sources"].keys()
    context = json.loads((models / "card.json").read_text("utf-8"))["features"]["context"]
    assert context == [feature.name for feature in FEATURES.context]


def test_training_again_gives_the_same_bytes(models: Path, data: Path, tmp_path: Path) -> None:
    train(data, tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (models / name).read_bytes(), name
