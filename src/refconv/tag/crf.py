"""A linear-chain conditional random field: the scores of states.

The model is trained by ``tools/tagger`` and only evaluated here, over many strings at once and with
NumPy: the score of a token is a sum of table rows. :mod:`refconv.tag.decoding` finds the best
sequence of states.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats, Ints, grid
from refconv.tag.decoding import Decoder, StateSequence
from refconv.tag.features import FEATURES, Features
from refconv.tag.length_groups import by_length
from refconv.tag.network import Rescorer
from refconv.tag.token_features import TokenType
from refconv.tag.tokens import Cut
from refconv.tag.vocabulary import CAPACITY, Vocabulary

Steps = NDArray[np.int16]
"""Weights, and sums of them, in steps of the model."""

_BATCH_TOKENS = 6_000
_WAITING_TOKENS = 48_000
"""Tokens of doubtful strings that are collected before they are rescored."""


class Table(NamedTuple):
    """Sparse rows of weights: row ``i`` holds ``starts[i]:starts[i + 1]`` of the other two.

    ``weights`` counts the model's steps: sums of whole numbers are exact and fast.
    """

    starts: NDArray[np.int32]
    columns: NDArray[np.uint16]
    weights: Steps

    def cells(self) -> tuple[NDArray[np.int64], NDArray[np.uint16], Steps]:
        """Return the row, the column and the value of each weight, rows numbered from 1."""
        counts = np.diff(self.starts)
        return np.repeat(np.arange(1, len(counts) + 1), counts), self.columns, self.weights


class Model:
    """States, transitions and the weights of every feature.

    Args:
        states: Their names.
        transitions: The score of each state after each other (states, states).
        token_rows: By ``feature=value``, the row of ``token_table`` with its weights.
        token_table: Weights of token features; columns are place × state, with the places of
            ``features.places``.
        context: For each context feature its values, and their rows of weights by state.
        step: What one of a table's whole numbers is worth.
        calibration: A rising curve from a segment's marginal to the share that is right.
        features: The features that the model was trained with.
    """

    def __init__(
        self,
        states: Sequence[str],
        transitions: Floats,
        token_rows: dict[str, int],
        token_table: Table,
        context: Sequence[tuple[NDArray[np.int32], Table]],
        step: float,
        calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
        features: Features = FEATURES,
    ) -> None:
        self.states = tuple(states)
        self.transitions = transitions
        self.step = np.float32(step)
        self.features = features
        self._places = features.places
        steps = np.interp(np.linspace(0, 1, _STEPS + 1), *np.asarray(calibration, np.float64).T)
        self._calibration: list[float] = [round(float(step), 4) for step in steps]
        self.decoder = Decoder(states, transitions)
        self.rescorer: Rescorer | None = None
        self._lookups = self._lookups_of(context)
        # The rows of each token feature's values; row 0 is of those that have no weights.
        self._values: dict[str, dict[str, int]] = {feature.name: {} for feature in features.token}
        for name, row in token_rows.items():
            feature_name, _, value = name.partition("=")
            self._values[feature_name][value] = row + 1
        rows, columns, weights = token_table.cells()
        self._weights = np.zeros((len(self._places), len(token_rows) + 1, len(states)), np.int8)
        self._weights[columns // len(states), rows, columns % len(states)] = weights
        self.vocabulary = Vocabulary(self._add)
        # Of each token type, by place. Memory that is never written to takes no space.
        self._rows: Steps = np.zeros((len(self._places), CAPACITY, len(self.states)), np.int16)

    def _lookups_of(
        self, context: Sequence[tuple[NDArray[np.int32], Table]]
    ) -> list[tuple[Ints, Steps]]:
        """Return for each context feature the row of each value, and the rows; row 0 is empty."""
        lookups: list[tuple[Ints, Steps]] = []
        for feature, (keys, table) in zip(self.features.context, context, strict=True):
            index = np.zeros(feature.size, np.int32)
            index[keys] = np.arange(1, len(keys) + 1)
            rows, columns, weights = table.cells()
            matrix = np.zeros((len(keys) + 1, len(self.states)), np.int16)
            matrix[rows, columns] = weights
            lookups.append((index, matrix))
        return lookups

    def calibrated(self, marginal: float) -> float:
        """Return the share of segments with a marginal that is right."""
        return self._calibration[int(marginal * _STEPS + 0.5)]

    # ── scores ──────────────────────────────────────────────────────────────────────────────────

    def _add(self, added: Sequence[TokenType], first: int) -> None:
        """Sum the weights of new token types, by place."""
        end = first + len(added)
        self._rows[:, first:end] = 0
        for feature in self.features.token:
            known = self._values[feature.name]
            rows = np.array([known.get(feature.of(one), 0) for one in added])
            for place in map(self._places.index, feature.places):
                self._rows[place, first:end] += self._weights[place].take(rows, axis=0)

    def scores(self, strings: Sequence[Cut]) -> Floats:
        """Return the scores (places, strings, states) of strings of rising length."""
        types, batch = self.vocabulary.encode(strings)
        total = np.zeros((len(types), len(self.states)), np.int16)
        for rows, place in zip(self._rows, self._places, strict=True):
            total += rows.take(types.take(batch.places(place)), axis=0, mode="clip")
        for feature, (index, matrix) in zip(self.features.context, self._lookups, strict=True):
            total += matrix.take(index.take(feature.of(batch)), axis=0, mode="clip")
        places, _ = grid(batch)
        scores: Floats = total.take(places, axis=0) * self.step
        return scores

    # ── sequences ───────────────────────────────────────────────────────────────────────────────

    def tag(self, strings: Sequence[Cut]) -> list[StateSequence]:
        """Return the best sequence of states of each string; each has at least one token."""
        result: list[StateSequence] = [StateSequence([], [])] * len(strings)
        doubtful: dict[int, Floats] = {}
        waiting = 0
        for batch in by_length([len(string.words) for string in strings], _BATCH_TOKENS):
            decoded, scores = self._tag_batch([strings[i] for i in batch])
            for column, (i, found) in enumerate(zip(batch, decoded, strict=True)):
                result[i] = found
                if self.rescorer and self.rescorer.is_doubtful(found):
                    doubtful[i] = scores[: len(found.states), column].copy()
                    waiting += len(found.states)
            if waiting > _WAITING_TOKENS:
                self._rescore(strings, doubtful, result)
                doubtful, waiting = {}, 0
        self._rescore(strings, doubtful, result)
        return result

    def _rescore(
        self, strings: Sequence[Cut], doubtful: dict[int, Floats], result: list[StateSequence]
    ) -> None:
        """Replace the sequences of doubtful strings, given as their scores by index."""
        if self.rescorer and doubtful:
            indices = list(doubtful)
            given = [(strings[i], scores) for i, scores in doubtful.items()]
            for number, found in self.rescorer.rescored(self.decoder, given):
                result[indices[number]] = found

    def _tag_batch(self, strings: Sequence[Cut]) -> tuple[list[StateSequence], Floats]:
        scores = self.scores(strings)
        lengths = np.array([len(string.words) for string in strings])
        # Strings that will be rescored are not searched before.
        least = self.rescorer.threshold if self.rescorer else 0.0
        return self.decoder.decode(scores, lengths, least), scores


_STEPS = 2_000
