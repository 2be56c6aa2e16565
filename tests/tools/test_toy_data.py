"""The toy data: it is what its script writes, and covers what the tools need."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.finder.score import KINDS, MARKED, documents, kinds_of
from tools.tagger.data_folder import rows
from tools.tagger.labelled_data import read_labelled
from tools.tagger.labels import LABELS
from tools.tagger.material import language_of
from tools.tagger.sets import is_held_out
from tools.toy import generate

FILES = sorted(path for path in generate.FOLDER.rglob("*") if path.is_file())
WRITTEN_BY_HAND = "handwritten.txt"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toy")
    (folder / "labelled").mkdir()
    own = (generate.FOLDER / "labelled" / WRITTEN_BY_HAND).read_text("utf-8")
    (folder / "labelled" / WRITTEN_BY_HAND).write_text(own, "utf-8")
    generate.main(["--out", str(folder)])
    return folder


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_what_its_script_writes(path: Path, written: Path) -> None:
    assert path.read_bytes() == (written / path.relative_to(generate.FOLDER)).read_bytes()


def test_its_script_writes_nothing_else(written: Path) -> None:
    names = {path.relative_to(written) for path in written.rglob("*") if path.is_file()}
    assert names == {path.relative_to(generate.FOLDER) for path in FILES}


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 300_000


def test_labelled_references() -> None:
    items = list(read_labelled(generate.FOLDER))
    assert 400 <= len(items) <= 500
    counts = Counter(label for item in items for label, *_ in item.spans)
    assert [label for label in LABELS if counts[label] < 3] == []
    assert len({item.source for item in items}) >= 15
    trained = {label for item in items if not is_held_out(item) for label, *_ in item.spans}
    assert trained == set(LABELS)


def test_languages() -> None:
    languages = Counter(language_of(row["title"]) for row in rows(generate.FOLDER, "records.jsonl"))
    assert all(languages[name] >= 10 for name in ("en", "de", "fr", "it"))


def test_pages() -> None:
    assert kinds_of(generate.FOLDER) == [MARKED]
    assert MARKED not in KINDS
    pages = list(documents(generate.FOLDER, MARKED, "all"))
    assert len(pages) == 20
    assert all(len(page["references"]) >= 3 for page in pages)
    assert {*map(len, (page["ref_spans"] for page in pages))} > {1}
