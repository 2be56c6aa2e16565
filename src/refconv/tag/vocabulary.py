"""Token types: the features of each are computed once, and what a model derives of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from refconv.tag.batch import PADDING, Batch, Ints, concatenated
from refconv.tag.token_features import TokenType, token_type
from refconv.tag.tokens import Cut

CAPACITY = 32_000
"""Types that are kept at once: before there would be more, all are forgotten."""


class Vocabulary:
    """The token types met so far, numbered from 1; 0 is padding.

    Numbers are below :data:`CAPACITY`, as long as no batch has as many tokens.

    Args:
        add: Called with new types and the number of the first of them.
    """

    def __init__(self, add: Callable[[Sequence[TokenType], int], None]) -> None:
        self._add = add
        self.clear()

    def clear(self) -> None:
        """Forget all types."""
        self._numbers = _Numbers()
        self._classes: Ints = np.zeros(1, np.int32)
        self._hashes: Ints = np.zeros(1, np.int32)

    def encode(self, strings: Sequence[Cut]) -> tuple[Ints, Batch]:
        """Return the types of the tokens of strings, concatenated with padding, and their batch."""
        types = self.types(strings, PADDING)
        glued = concatenated(string.glued for string in strings)
        return types, Batch(self._classes.take(types), glued, self._hashes.take(types))

    def types(self, strings: Sequence[Cut], padding: int = 0) -> Ints:
        """Return the types of the tokens of strings, concatenated with so much padding."""
        if len(self._classes) + sum(len(string.words) for string in strings) > CAPACITY:
            self.clear()
        known = self._numbers
        types = concatenated((map(known.__getitem__, string.words) for string in strings), padding)
        if known.new:
            added = [token_type(word) for word in known.new]
            known.new = []
            self._add(added, len(self._classes))
            classes = np.array([one.class_number for one in added], np.int32)
            hashes = np.array([one.hash_number for one in added], np.int32)
            self._classes = np.concatenate((self._classes, classes))
            self._hashes = np.concatenate((self._hashes, hashes))
        return types


class _Numbers(dict[str, int]):
    """The number of each type; ``new`` are those not yet added."""

    def __init__(self) -> None:
        self.new: list[str] = []

    def __missing__(self, word: str) -> int:
        self.new.append(word)
        number = self[word] = len(self) + 1
        return number
