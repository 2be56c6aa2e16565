"""A linear-chain conditional random field, read: the scores of states.

The model is trained elsewhere (``tools/tagger``). Here it is only evaluated, over many strings at
once and with NumPy: the score of a token is a sum of table rows. What the scores make of the
sequence is :mod:`refconv.tag.decoding`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats, Ints, grid
from refconv.tag.context_features import CONTEXT_FEATURES
from refconv.tag.decoding import Chain, Tagged
from refconv.tag.length_groups import batches
from refconv.tag.network import Judge
from refconv.tag.token_features import TOKEN_FEATURES, Looks
from refconv.tag.tokens import Cut
from refconv.tag.vocabulary import ROOM, Vocabulary

Steps = NDArray[np.int16]
"""Weights, and sums of them, in steps of the model."""

_PLACES = tuple(dict.fromkeys(place for feature in TOKEN_FEATURES for place in feature.places))
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

    def cells(self) -> tuple[NDArray[np.int64], NDArray[np.uint16], Steps]:
        """Give the row, the column and the value of each weight, rows numbered from 1."""
        counts = np.diff(self.starts)
        return np.repeat(np.arange(1, len(counts) + 1), counts), self.columns, self.weights


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
        self.step = np.float32(step)
        steps = np.interp(np.linspace(0, 1, _STEPS + 1), *np.asarray(calibration, np.float64).T)
        self._calibration: list[float] = [round(float(step), 4) for step in steps]
        self.chain = Chain(states, transitions)
        self.judge: Judge | None = None
        self._lookups: list[tuple[Ints, Steps]] = []
        for feature, (keys, table) in zip(CONTEXT_FEATURES, context, strict=True):
            index = np.zeros(feature.size, np.int32)
            index[keys] = np.arange(1, len(keys) + 1)
            rows, columns, weights = table.cells()
            matrix = np.zeros((len(keys) + 1, len(states)), np.int16)
            matrix[rows, columns] = weights
            self._lookups.append((index, matrix))
        # The rows of each token feature's values; row 0 is of those that have no weights.
        self._values: dict[str, dict[str, int]] = {feature.name: {} for feature in TOKEN_FEATURES}
        for name, row in token_rows.items():
            feature_name, _, value = name.partition("=")
            self._values[feature_name][value] = row + 1
        rows, columns, weights = token_table.cells()
        self._weights = np.zeros((len(_PLACES), len(token_rows) + 1, len(states)), np.int8)
        self._weights[columns // len(states), rows, columns % len(states)] = weights
        self.vocabulary = Vocabulary(self._learn)
        # Of each type, what each place sees. Room that is never touched takes no memory.
        self._rows: Steps = np.zeros((len(_PLACES), ROOM, len(self.states)), np.int16)

    def calibrated(self, chance: float) -> float:
        """Turn the model's own chance of a segment into the share that is right."""
        return self._calibration[int(chance * _STEPS + 0.5)]

    # ── scores ──────────────────────────────────────────────────────────────────────────────────

    def _learn(self, seen: Sequence[Looks], first: int) -> None:
        """Sum the weights of new types' features, as each place sees them."""
        end = first + len(seen)
        self._rows[:, first:end] = 0
        for feature, values in zip(TOKEN_FEATURES, zip(*seen, strict=True), strict=False):
            known = self._values[feature.name]
            rows = np.array([known.get(value, 0) for value in values])
            for place in map(_PLACES.index, feature.places):
                self._rows[place, first:end] += self._weights[place].take(rows, axis=0)

    def scores(self, strings: Sequence[Cut]) -> Floats:
        """Score every state for every (place, string) of a batch."""
        types, view = self.vocabulary.laid_out(strings)
        total = np.zeros((len(types), len(self.states)), np.int16)
        for rows, place in zip(self._rows, _PLACES, strict=True):
            total += rows.take(types.take(view.places(place)), axis=0, mode="clip")
        for context, (index, matrix) in zip(CONTEXT_FEATURES, self._lookups, strict=True):
            total += matrix.take(index.take(context.of(view)), axis=0, mode="clip")
        places, _ = grid(view)
        scores: Floats = total.take(places, axis=0) * self.step
        return scores

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
        scores = self.scores(strings)
        lengths = np.array([len(string.words) for string in strings])
        doubt = self.judge.doubt if self.judge else 0.0
        return self.chain.best(scores, lengths, doubt), scores


_STEPS = 2_000
