"""What a feature brings: folds of whole documents, and the table."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.tagger.ablation import Result, compared, folds_of
from tools.tagger.labels import Labelled
from tools.toy.generate import FOLDER

ROOT = Path(__file__).parents[2]
ITEMS = [Labelled(f"string {n}", (), "", f"document {n // 3}") for n in range(60)]


def test_a_document_is_in_one_fold() -> None:
    folds = folds_of(ITEMS, 4)
    assert len(folds) == 4
    groups = [{item.group for item in fold} for fold in folds]
    assert sum(map(len, groups)) == 20
    assert sorted(item for fold in folds for item in fold) == sorted(ITEMS)
    assert folds != folds_of(ITEMS, 4, repeat=1)


def test_a_row_has_the_mean_difference_and_its_error() -> None:
    row = compared([Result(90, 50), Result(92, 50)], [Result(89, 50), Result(89, 52)])
    assert row.split() == [
        "89.00", "91.00", "+2.00", "±", "1.00", "51.00", "50.00", "-1.00", "±", "1.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["journals", "--folds", "2", "--repeats", "1", "--epochs", "1"], "\njournals "),
        (["vowels"], "unknown feature 'vowels'"),
    ],
)
def test_the_command(arguments: list[str], shown: str, tmp_path: Path) -> None:
    (tmp_path / "labelled").mkdir()
    for name in ("journals.csv", "labelled/german.txt", "labelled/handwritten.txt"):
        shutil.copy(FOLDER / name, tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-m", "tools.tagger.ablation", *arguments, "--data", str(tmp_path)],
        capture_output=True, encoding="utf-8", check=False, cwd=ROOT,
    )  # fmt: skip
    assert shown in done.stdout + done.stderr
