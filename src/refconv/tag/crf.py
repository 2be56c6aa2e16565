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

from refconv.tag.batch import Batch, Floats, Ints, grid
from refconv.tag.decoding import Decoder, StateSequence
from refconv.tag.features import FEATURES, Features, measured
from refconv.tag.length_groups import by_length
from refconv.tag.network import Rescorer, Scored
from refconv.tag.token_features import TokenType
from refconv.tag.tokens import Cut
from refconv.tag.vocabulary import CAPACITY, Vocabulary

Steps = NDArray[np.int16]
"""Weights, and sums of them, in steps of the model."""

_BATCH_TOKENS = 6_000
_WAITING_TOKENS = 48_000
"""Tokens of doubtful strings that are collected before they are rescored."""
_BLOCK_TOKENS = 128
"""Tokens whose rows of weights are summed at once: so many stay in the processor's cache."""


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
        self._calibration: list[float] = steps.tolist()
        self.decoder = Decoder(states, transitions)
        self.rescorer: Rescorer | None = None
        self._context_starts, self._context_rows, self._contexts = self._lookups_of(context)
        # Row 0 is of values that have no weights.
        self._token_rows = token_rows
        rows, columns, weights = token_table.cells()
        self._weights = np.zeros((len(self._places), len(token_rows) + 1, len(states)), np.int8)
        self._weights[columns // len(states), rows, columns % len(states)] = weights
        self.vocabulary = Vocabulary(self._add)
        # Of each token type, by place. Memory that is never written to takes no space.
        self._rows: Steps = np.zeros((len(self._places) * CAPACITY, len(self.states)), np.int16)
        starts = np.arange(len(self._places), dtype=np.int32) * np.int32(CAPACITY)
        self._place_starts: Ints = starts[:, None]

    def _lookups_of(
        self, context: Sequence[tuple[NDArray[np.int32], Table]]
    ) -> tuple[Ints, Ints, Steps]:
        """Return the weights of the values of all context features in one table.

        Returns:
            Where the values of each feature start (features, 1), the row of each value, and the
            rows by state; row 0 is empty.
        """
        sizes = np.array([feature.size for feature in self.features.context], np.int32)
        starts: Ints = np.cumsum(sizes, dtype=np.int32) - sizes
        index = np.zeros(sizes.sum(), np.int32)
        matrix = np.zeros((1 + sum(len(keys) for keys, _ in context), len(self.states)), np.int16)
        done = 0
        for start, (keys, table) in zip(starts.tolist(), context, strict=True):
            index[start + keys] = np.arange(done + 1, done + 1 + len(keys))
            rows, columns, weights = table.cells()
            matrix[done + rows, columns] = weights
            done += len(keys)
        return starts[:, None], index, matrix

    def calibrated(self, marginal: float) -> float:
        """Return the share of segments with a marginal that is right."""
        return round(self._calibration[int(marginal * _STEPS + 0.5)], 4)

    # ── scores ──────────────────────────────────────────────────────────────────────────────────

    def _add(self, added: Sequence[TokenType], first: int) -> None:
        """Sum the weights of new token types, by place."""
        by_place = self._rows.reshape(len(self._places), CAPACITY, -1)[
            :, first : first + len(added)
        ]
        by_place[:] = 0
        for feature in self.features.token:
            known, name = self._token_rows, feature.name
            rows = np.array([known.get(f"{name}={feature.of(one)}", -1) + 1 for one in added])
            for place in map(self._places.index, feature.places):
                by_place[place] += self._weights[place].take(rows, axis=0)

    def scores(self, strings: Sequence[Cut]) -> Floats:
        """Return the scores (places, strings, states) of strings of rising length."""
        types, batch = self.vocabulary.encode(strings)
        return self._scores(types, batch, measured(self.features.context, batch))

    def _scores(self, types: Ints, batch: Batch, contexts: Ints) -> Floats:
        """Return the scores, given the values of the context features."""
        places = np.array([batch.places(place) for place in self._places])
        rows = types.take(places) + self._place_starts
        values = contexts + self._context_starts
        total = np.empty((len(types), len(self.states)), np.int16)
        for start in range(0, len(types), _BLOCK_TOKENS):
            block = slice(start, start + _BLOCK_TOKENS)
            own = self._rows.take(rows[:, block], axis=0, mode="clip")
            around = self._contexts.take(self._context_rows.take(values[:, block]), axis=0)
            own.sum(axis=0, dtype=np.int16, out=total[block])
            total[block] += around.sum(axis=0, dtype=np.int16)
        index, _ = grid(batch.starts, batch.lengths)
        scores: Floats = total.take(index, axis=0) * self.step
        return scores

    # ── sequences ───────────────────────────────────────────────────────────────────────────────

    def tag(self, strings: Sequence[Cut]) -> list[StateSequence]:
        """Return the best sequence of states of each string; each has at least one token."""
        result: list[StateSequence] = [StateSequence([], [])] * len(strings)
        doubtful: dict[int, Scored] = {}
        waiting = 0
        for batch in by_length([len(string.words) for string in strings], _BATCH_TOKENS):
            decoded = self._tag_batch([strings[i] for i in batch])
            for i, (found, scored) in zip(batch, decoded, strict=True):
                result[i] = found
                if scored is not None:
                    doubtful[i] = scored
                    waiting += len(found.states)
            if waiting > _WAITING_TOKENS:
                self._rescore(doubtful, result)
                doubtful, waiting = {}, 0
        self._rescore(doubtful, result)
        return result

    def _rescore(self, doubtful: dict[int, Scored], result: list[StateSequence]) -> None:
        """Replace the sequences of doubtful strings, by their index."""
        if self.rescorer and doubtful:
            indices = list(doubtful)
            found = self.rescorer.rescored(self.decoder, list(doubtful.values()))
            for number, sequence in found:
                result[indices[number]] = sequence

    def _tag_batch(self, strings: Sequence[Cut]) -> list[tuple[StateSequence, Scored | None]]:
        """Return the sequence of each string, and what the rescorer needs if it is doubtful."""
        rescorer = self.rescorer
        types, batch = self.vocabulary.encode(strings)
        contexts = measured(self.features.context, batch)
        scores = self._scores(types, batch, contexts)
        lengths = np.array([len(string.words) for string in strings])
        if rescorer is None:
            return [(found, None) for found in self.decoder.decode(scores, lengths)]
        # Strings that will be rescored are not searched before.
        decoded = self.decoder.decode(scores, lengths, rescorer.threshold)
        doubtful = [i for i, found in enumerate(decoded) if rescorer.is_doubtful(found)]
        result: list[tuple[StateSequence, Scored | None]] = [(found, None) for found in decoded]
        if doubtful:
            contexts = rescorer.inputs.measured(batch, self.features.context, contexts)
        for i in doubtful:
            size = len(strings[i].words)
            tokens = slice(batch.starts[i], batch.starts[i] + size)
            scored = Scored(strings[i], scores[:size, i].copy(), contexts[:, tokens].copy())
            result[i] = decoded[i], scored
        return result


_STEPS = 2_000
