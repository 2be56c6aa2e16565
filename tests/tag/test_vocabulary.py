"""The vocabulary: token types are numbered once, and forgotten before there are too many."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag import vocabulary
from refconv.tag.batch import PADDING
from refconv.tag.token_features import TokenType
from refconv.tag.tokens import cut
from refconv.tag.vocabulary import Vocabulary
from tests.tag.batches import batch_from


def test_neware_added_once_and_numbered_from_one() -> None:
    added: list[tuple[list[str], int]] = []

    def add(new: Sequence[TokenType], first: int) -> None:
        added.append(([one.word for one in new], first))

    words = Vocabulary(add)
    types, batch = words.encode([cut("one two one"), cut("three")])
    gap = [0] * PADDING
    assert types.tolist() == [*gap, 1, 2, 1, *gap, 3, *gap]
    again, _ = words.encode([cut("two four")])
    assert again.tolist() == [*gap, 2, 4, *gap]
    assert added == [(["one", "two", "three"], 1), (["four"], 4)]
    assert batch.lengths.tolist() == [3, 1]


def test_before_there_are_too_many_all_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "CAPACITY", 8)
    ends: list[int] = []

    def add(new: Sequence[TokenType], first: int) -> None:
        ends.append(first + len(new))

    words = Vocabulary(add)
    for start in range(0, 60, 3):
        letters = "abcdefghijklmno"
        string = cut(" ".join(2 * letters[n % 15] for n in range(start, start + 3)))
        _, batch = words.encode([string])
        _, alone = Vocabulary(lambda *_: None).encode([string])
        assert batch.classes.tolist() == alone.classes.tolist()
        assert batch.words.tolist() == alone.words.tolist()
    assert max(ends) <= 8
    assert ends.count(4) > 2  # it began again


WORDS = st.lists(st.sampled_from(["one", "Two", "3", ",", "(", "2001"]), min_size=1, max_size=9)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=4))
def test_batches_are_those_that_training_makes(calls: list[list[list[str]]]) -> None:
    words = Vocabulary(lambda *_: None)
    for call in calls:
        texts = [" ".join(one) for one in call]
        _, found = words.encode([cut(text) for text in texts])
        wanted = batch_from(*texts)
        for name in ("classes", "glued", "words"):
            assert getattr(found, name).tolist() == getattr(wanted, name).tolist()
