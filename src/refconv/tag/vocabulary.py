"""Words by type: each is looked at once, and what a model learns of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from refconv.tag.batch import Ints, View, in_a_row
from refconv.tag.token_features import Looks, looks
from refconv.tag.tokens import Cut

ROOM = 32_000
"""Types that are kept at once: before there would be more, all are forgotten."""


class Vocabulary:
    """The types of the words met, numbered from 1; 0 is no word at all.

    ``learn`` is told what new types look like, and the number of the first of them: numbers are
    below :data:`ROOM`, as long as no batch has as many words.
    """

    def __init__(self, learn: Callable[[Sequence[Looks], int], None]) -> None:
        self._learn = learn
        self.forget()

    def forget(self) -> None:
        """Begin again."""
        self._numbers = _Numbers()
        self._classes: Ints = np.zeros(1, np.int32)
        self._hashes: Ints = np.zeros(1, np.int32)

    def laid_out(self, strings: Sequence[Cut]) -> tuple[Ints, View]:
        """Lay strings out in a row, as the numbers of their words and as what these look like."""
        if len(self._classes) + sum(len(string.words) for string in strings) > ROOM:
            self.forget()
        known = self._numbers
        types = in_a_row(map(known.__getitem__, string.words) for string in strings)
        if known.fresh:
            seen = [looks(word) for word in known.fresh]
            known.fresh = []
            self._learn(seen, len(self._classes))
            classes = np.array([one.class_number for one in seen], np.int32)
            hashes = np.array([one.hash_number for one in seen], np.int32)
            self._classes = np.concatenate((self._classes, classes))
            self._hashes = np.concatenate((self._hashes, hashes))
        glued = in_a_row(string.glued for string in strings)
        return types, View(self._classes.take(types), glued, self._hashes.take(types))


class _Numbers(dict[str, int]):
    """The number of each type; ``fresh`` are those not yet learnt."""

    def __init__(self) -> None:
        self.fresh: list[str] = []

    def __missing__(self, word: str) -> int:
        self.fresh.append(word)
        number = self[word] = len(self) + 1
        return number
