"""Token classes and the list of journal names."""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from refconv.tag import lexicon
from refconv.tag.batch import N
from refconv.tag.lexicon import CLASS_OF_WORD, CLASSES, PUNCTUATION, journal_keys, use_journals


def test_classes_are_unique_and_few_enough() -> None:
    assert len(CLASSES) == len(set(CLASSES)) <= N
    assert set(CLASS_OF_WORD.values()) | set(PUNCTUATION.values()) <= set(CLASSES)


WORDS = [
    ("hrsg", "editor"),
    ("eds", "editor"),
    ("bd", "volume"),
    ("seite", "page"),
    ("der", "stop"),
]


@pytest.mark.parametrize(("word", "name"), WORDS)
def test_words_that_mean_the_same_are_of_one_class(word: str, name: str) -> None:
    assert CLASS_OF_WORD[word] == name


def test_words_are_folded() -> None:
    assert all(word == word.casefold() for word in CLASS_OF_WORD)


def test_a_file_of_journal_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_journals", [])
    keys = np.array([3, 5, 1 << 23], np.uint32)
    differences = np.diff(keys, prepend=np.uint32(0)).astype(np.uint32)
    use_journals(zlib.compress(differences.tobytes()))
    found, hint = journal_keys()
    assert found.tolist() == keys.tolist()
    assert np.flatnonzero(hint).tolist() == [0, 3, 5]


def test_journal_names_come_with_the_package() -> None:
    keys, _ = journal_keys()
    assert len(keys) > 10_000
    assert (np.diff(keys.astype(np.int64)) > 0).all()
