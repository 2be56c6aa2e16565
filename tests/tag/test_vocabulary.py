"""The vocabulary: words are numbered once, and forgotten before there are too many."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from refconv.tag import vocabulary
from refconv.tag.batch import PADDING
from refconv.tag.token_features import Looks
from refconv.tag.tokens import cut
from refconv.tag.vocabulary import Vocabulary


def test_words_are_learnt_once_and_numbered_from_one() -> None:
    learnt: list[tuple[list[str], int]] = []

    def learn(seen: Sequence[Looks], first: int) -> None:
        learnt.append(([one.word for one in seen], first))

    words = Vocabulary(learn)
    types, view = words.laid_out([cut("one two one"), cut("three")])
    gap = [0] * PADDING
    assert types.tolist() == [*gap, 1, 2, 1, *gap, 3, *gap]
    again, _ = words.laid_out([cut("two four")])
    assert again.tolist() == [*gap, 2, 4, *gap]
    assert learnt == [(["one", "two", "three"], 1), (["four"], 4)]
    assert view.lengths.tolist() == [3, 1]


def test_before_there_are_too_many_all_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "ROOM", 8)
    ends: list[int] = []

    def learn(seen: Sequence[Looks], first: int) -> None:
        ends.append(first + len(seen))

    words = Vocabulary(learn)
    for start in range(0, 60, 3):
        letters = "abcdefghijklmno"
        string = cut(" ".join(2 * letters[n % 15] for n in range(start, start + 3)))
        _, view = words.laid_out([string])
        _, alone = Vocabulary(lambda *_: None).laid_out([string])
        assert view.classes.tolist() == alone.classes.tolist()
        assert view.words.tolist() == alone.words.tolist()
    assert max(ends) <= 8
    assert ends.count(4) > 2  # it began again
