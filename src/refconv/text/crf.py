"""A linear-chain conditional random field, read: the scores of states.

The model is trained elsewhere (``tools/tagger``). Here it is only evaluated, over many strings at
once and with NumPy: the score of a token is a sum of table rows. What the scores make of the
sequence is :mod:`refconv.text.chain`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.text.batches import batches
from refconv.text.chain import Chain, Tagged
from refconv.text.contexts import CONTEXT_FEATURES
from refconv.text.features import TOKEN_FEATURES, looks
from refconv.text.judge import Judge
from refconv.text.tokens import Cut
from refconv.text.view import PADDING, Floats, Ints, View, in_a_row

Steps = NDArray[np.int16]
"""Weights, and sums of them, in steps of the model."""

_PLACES = tuple(dict.fromkeys(place for feature in TOKEN_FEATURES for place in feature.places))
_CACHE = 32_000
_BATCH_TOKENS = 6_000
_WAITING_TOKENS = 48_000


def column_of(place: int | str, state: int, states: int) -> int:
    """Where a token feature's weight for a state stands, seen from a place."""
    return _PLACES.index(place) * states + state


class Table(NamedTuple):
    """Sparse rows of weights: row ``i`` holds ``starts[i]:starts[i + 1]`` of the other two.

    ``weights`` counts the model's steps: sums of whole numbers are exact and fast.
    """

    starts: NDArray[np.int32]
    columns: NDArray[np.uint16]
    weights: Steps

    def dense(self, width: int, chosen: NDArray[np.int64] | None = None) -> Steps:
        """Give the rows, or the chosen ones, as a matrix; its row 0 is of nothing."""
        rows = np.arange(len(self.starts) - 1) if chosen is None else chosen
        starts = self.starts[rows].astype(np.int64)
        counts = self.starts[rows + 1] - starts
        inside = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        taken = np.repeat(starts, counts) + inside
        matrix = np.zeros((len(rows) + 1, width), np.int16)
        matrix[np.repeat(np.arange(1, len(rows) + 1), counts), self.columns[taken]] = self.weights[
            taken
        ]
        return matrix


class _Types(dict[str, int]):
    """Words by type, numbered from 1; ``fresh`` are those not yet learnt."""

    def __init__(self) -> None:
        self.fresh: list[str] = []

    def __missing__(self, word: str) -> int:
        self.fresh.append(word)
        number = self[word] = len(self) + 1
        return number


class Model:
    """States, transitions and the weights of every feature."""

    def __init__(
        self,
        states: Sequence[str],
        transitions: Floats,
        token_rows: dict[str, int],
        token_table: Table,
        context: Sequence[tuple[NDArray[np.int32], Table]],
        step: float,
        calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
    ) -> None:
        self.states = tuple(states)
        self.transitions = transitions
        self.token_rows = token_rows
        self.token_table = token_table
        self.step = np.float32(step)
        steps = np.interp(np.linspace(0, 1, _STEPS + 1), *np.asarray(calibration, np.float64).T)
        self._calibration: list[float] = [round(float(step), 4) for step in steps]
        self.chain = Chain(states, transitions)
        self.judge: Judge | None = None
        self._lookups: list[tuple[Ints, Steps]] = []
        for feature, (keys, table) in zip(CONTEXT_FEATURES, context, strict=True):
            index = np.zeros(feature.size, np.int32)
            index[keys] = np.arange(1, len(keys) + 1)
            self._lookups.append((index, table.dense(len(states))))
        self._forget()

    def _forget(self) -> None:
        self.types = _Types()
        # Of each type, by its number; 0 is no token at all.
        self._classes: Ints = np.zeros(1, np.int32)
        self._words: Ints = np.zeros(1, np.int32)
        # Room that is never touched takes no memory.
        self._rows: Steps = np.zeros((len(_PLACES), _CACHE, len(self.states)), np.int16)

    def calibrated(self, chance: float) -> float:
        """Turn the model's own chance of a segment into the share that is right."""
        return self._calibration[int(chance * _STEPS + 0.5)]

    # ── scores ──────────────────────────────────────────────────────────────────────────────────

    def numbers_of(self, strings: Iterable[Sequence[str]]) -> list[list[int]]:
        """Number the words of a batch by type, learning types not met before."""
        types = self.types
        numbers = [[types[word] for word in words] for words in strings]
        if types.fresh:
            self._learn(types.fresh)
            types.fresh = []
        return numbers

    def _learn(self, fresh: list[str]) -> None:
        """Sum the weights of new types' features, as each place sees them."""
        known = len(self._classes)
        if (lacking := known + len(fresh) - self._rows.shape[1]) > 0:
            self._rows = np.pad(self._rows, ((0, 0), (0, lacking), (0, 0)))
        seen = [looks(word) for word in fresh]
        learnt = slice(known, known + len(fresh))
        self._rows[:, learnt] = 0
        for feature, values in zip(TOKEN_FEATURES, zip(*seen, strict=True), strict=False):
            rows = [self.token_rows.get(f"{feature.name}={value}", -1) for value in values]
            # Few rows differ; below 0 is none.
            different, which = np.unique(np.array([-1, *rows], np.int64), return_inverse=True)
            weights = self.token_table.dense(len(_PLACES) * len(self.states), different[1:])
            for place in map(_PLACES.index, feature.places):
                own = weights[:, place * len(self.states) : (place + 1) * len(self.states)]
                self._rows[place, learnt] += own.take(which[1:], axis=0)
        self._classes = np.append(self._classes, np.array([s.class_number for s in seen], np.int32))
        self._words = np.append(self._words, np.array([s.hash_number for s in seen], np.int32))

    def scores(self, strings: Sequence[tuple[list[int], list[int]]]) -> tuple[Floats, View]:
        """Score every state for every token of a batch of (type numbers, gluedness)."""
        types = in_a_row(ids for ids, _ in strings)
        glued = in_a_row(flags for _, flags in strings)
        view = View(self._classes.take(types), glued, self._words.take(types))
        total = np.zeros((len(types), len(self.states)), np.int16)
        for rows, place in zip(self._rows, _PLACES, strict=True):
            total += rows.take(types.take(view.places(place)), axis=0, mode="clip")
        for feature, (index, matrix) in zip(CONTEXT_FEATURES, self._lookups, strict=True):
            total += matrix.take(index.take(feature.of(view)), axis=0, mode="clip")
        return total * self.step, view

    # ── sequences ───────────────────────────────────────────────────────────────────────────────

    def tag(self, strings: Sequence[Cut]) -> list[Tagged]:
        """Find the best sequence for strings, each of at least a token."""
        result: list[Tagged] = [Tagged([], [])] * len(strings)
        doubtful: dict[int, Floats] = {}
        waiting = 0
        for batch in batches([len(string.words) for string in strings], _BATCH_TOKENS):
            tagged, scores = self._tag_batch([strings[i] for i in batch])
            for row, (i, found) in enumerate(zip(batch, tagged, strict=True)):
                result[i] = found
                if self.judge and self.judge.doubts(found):
                    doubtful[i] = scores[: len(found.states), row].copy()
                    waiting += len(found.states)
            if waiting > _WAITING_TOKENS:
                self._ask_judge(strings, doubtful, result)
                doubtful, waiting = {}, 0
        self._ask_judge(strings, doubtful, result)
        return result

    def _ask_judge(
        self, strings: Sequence[Cut], doubtful: dict[int, Floats], result: list[Tagged]
    ) -> None:
        """Replace what was found in doubtful strings, given with their scores, by number."""
        if self.judge and doubtful:
            places = list(doubtful)
            given = [(strings[i], own) for i, own in doubtful.items()]
            for number, found in self.judge.judged(self.chain, given):
                result[places[number]] = found

    def _tag_batch(self, strings: Sequence[Cut]) -> tuple[list[Tagged], Floats]:
        if len(self._classes) > _CACHE - _BATCH_TOKENS:
            self._forget()
        numbers = self.numbers_of(string.words for string in strings)
        total, _ = self.scores(
            [(ids, string.glued) for ids, string in zip(numbers, strings, strict=True)]
        )
        lengths = [len(ids) for ids in numbers]
        padded = np.zeros((max(lengths), len(strings), len(self.states)), np.float32)
        place = PADDING
        for row, length in enumerate(lengths):
            padded[:length, row] = total[place : place + length]
            place += length + PADDING
        doubt = self.judge.doubt if self.judge else 0.0
        return self.chain.best(padded, np.array(lengths), doubt), padded


_STEPS = 2_000
