"""A linear-chain conditional random field, read: scores, marginals and the best sequence.

The model is trained elsewhere (``tools/tagger``). Here it is only evaluated, over many strings at
once and with NumPy: the score of a token is a sum of table rows, the forward and the backward pass
are matrix products. Only where the marginals leave a doubt is the best sequence searched for, by a
beam that knows what a reference may hold only once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.text.features import (
    CONTEXT_FEATURES,
    TOKEN_FEATURES,
    class_of,
    hash_of,
)
from refconv.text.view import PADDING, View, view_of

Floats = NDArray[np.float32]

ONCE = ("title", "container-title", "volume", "issue", "page", "publisher", "publisher-place",
        "author", "edition", "collection-title")  # fmt: skip
"""What a reference holds at most once."""
_PLACES = tuple(dict.fromkeys(place for feature in TOKEN_FEATURES for place in feature.places))
_CACHE = 32_000
_BATCH_TOKENS = 6_000


def column_of(place: int | str, state: int, states: int) -> int:
    """Where a token feature's weight for a state stands, seen from a place."""
    return _PLACES.index(place) * states + state


class Tagged(NamedTuple):
    """The best sequence of a string, and the chance of its state at each token."""

    states: list[int]
    chances: list[float]


class Table(NamedTuple):
    """Sparse rows of weights: row ``i`` holds ``starts[i]:starts[i + 1]`` of the other two."""

    starts: NDArray[np.int32]
    columns: NDArray[np.uint16]
    weights: Floats

    def dense(self, width: int) -> Floats:
        """Give the rows as a matrix."""
        matrix = np.zeros((len(self.starts) - 1, width), np.float32)
        rows = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        matrix[rows, self.columns] = self.weights
        return matrix


class Model:
    """States, transitions and the weights of every feature."""

    def __init__(
        self,
        states: Sequence[str],
        transitions: Floats,
        token_rows: dict[str, int],
        token_table: Table,
        context: Sequence[tuple[NDArray[np.int32], Table]],
        calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
    ) -> None:
        self.states = tuple(states)
        self.transitions = transitions
        self.token_rows = token_rows
        self.token_table = token_table
        self.context_keys = context
        steps = np.interp(np.linspace(0, 1, _STEPS + 1), *np.asarray(calibration, np.float64).T)
        self._calibration: list[float] = [round(float(step), 4) for step in steps]
        self.prefixes = [state.split("-", 1)[0] for state in states]
        self.labels = [state.split("-", 1)[1] if "-" in state else "" for state in states]
        width = len(states)
        self._lookups: list[tuple[NDArray[np.int32], Floats]] = []
        for feature, (keys, table) in zip(CONTEXT_FEATURES, context, strict=True):
            index = np.zeros(feature.size, np.int32)
            index[keys] = np.arange(1, len(keys) + 1)
            self._lookups.append((index, np.vstack([np.zeros((1, width), np.float32),
                                                    table.dense(width)])))  # fmt: skip
        self._allowed = np.where(transitions > _FORBIDDEN / 2, np.exp(transitions), 0)
        self._once = {i: 1 << ONCE.index(label) for i, label in enumerate(self.labels)
                      if label in ONCE and self.prefixes[i] == "B"}  # fmt: skip
        self._first = np.array([p in {"B", "O"} for p in self.prefixes])
        self._forget()

    def _forget(self) -> None:
        self.types: dict[tuple[str, str], int] = {}
        self._classes: list[int] = [0]
        self._hashes: list[int] = [0]
        # Room that is never touched takes no memory.
        self._rows = np.zeros((_CACHE, len(_PLACES), len(self.states)), np.float32)

    def calibrated(self, chance: float) -> float:
        """Turn the model's own chance of a segment into the share that is right."""
        return self._calibration[int(chance * _STEPS + 0.5)]

    # ── scores ──────────────────────────────────────────────────────────────────────────────────

    def numbers_of(self, strings: Sequence[Sequence[tuple[str, str]]]) -> list[list[int]]:
        """Number the tokens (text, kind) of a batch by type, learning types not met before."""
        types = self.types
        fresh = list({token for tokens in strings for token in tokens} - types.keys())
        for token in fresh:
            types[token] = len(self._classes)
            self._classes.append(class_of(*token))
            self._hashes.append(hash_of(*token))
        if fresh:
            self._grow(fresh)
        return [[types[token] for token in tokens] for tokens in strings]

    def _grow(self, fresh: list[tuple[str, str]]) -> None:
        """Sum the weights of new types' features, as each place sees them."""
        table, find = self.token_table, self.token_rows.get
        found = [
            (i, row)
            for i, token in enumerate(fresh)
            for feature in TOKEN_FEATURES
            if (value := feature.of(*token))
            and (row := find(f"{feature.name}={value}")) is not None
        ]
        width = len(_PLACES) * len(self.states)
        size = len(fresh) * width
        new: NDArray[Any] = np.zeros(size, np.float32)
        if found:
            kinds, rows = np.array(found, np.int64).T
            starts = table.starts[rows].astype(np.int64)
            counts = table.starts[rows + 1] - starts
            inner = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
            taken = np.repeat(starts, counts) + inner
            flat = np.repeat(kinds * width, counts) + table.columns[taken]
            new = np.bincount(flat, weights=table.weights[taken], minlength=size)
        needed, known = len(self._classes), len(self._classes) - len(fresh)
        if needed > len(self._rows):
            room = max(needed, len(self._rows) * 3 // 2)
            grown = np.zeros((room, *self._rows.shape[1:]), np.float32)
            grown[:known] = self._rows[:known]
            self._rows = grown
        self._rows[known:needed] = new.reshape(len(fresh), len(_PLACES), len(self.states))

    def scores(self, strings: Sequence[tuple[list[int], list[int]]]) -> tuple[Floats, View]:
        """Score every state for every token of a batch of (type numbers, gluedness)."""
        classes = self._classes
        hashes = self._hashes
        view = view_of(
            [([classes[i] for i in ids], glued, [hashes[i] for i in ids]) for ids, glued in strings]
        )
        gap = [0] * PADDING
        numbers = [*gap]
        for ids, _ in strings:
            numbers += ids + gap
        types = np.array(numbers)
        total = np.zeros((len(types), len(self.states)), np.float32)
        for slot, place in enumerate(_PLACES):
            total += self._rows[types[view.places(place)], slot]
        for feature, (index, matrix) in zip(CONTEXT_FEATURES, self._lookups, strict=True):
            total += matrix[index[feature.of(view)]]
        return total, view

    # ── sequences ───────────────────────────────────────────────────────────────────────────────

    def tag(self, strings: Sequence[tuple[list[tuple[str, str]], list[int]]]) -> list[Tagged]:
        """Find the best sequence for strings given as ((text, kind) …, glued …), each not empty."""
        order = sorted(range(len(strings)), key=lambda i: len(strings[i][1]))
        result: list[Tagged] = [Tagged([], [])] * len(strings)
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(strings[i][1]) > _BATCH_TOKENS:
                self._tag_batch(strings, batch, result)
                batch = []
            batch.append(i)
        if batch:
            self._tag_batch(strings, batch, result)
        return result

    def _tag_batch(
        self,
        strings: Sequence[tuple[list[tuple[str, str]], list[int]]],
        batch: list[int],
        result: list[Tagged],
    ) -> None:
        if len(self._classes) > _CACHE - _BATCH_TOKENS:
            self._forget()
        numbers = self.numbers_of([strings[i][0] for i in batch])
        numbered = [(ids, strings[i][1]) for ids, i in zip(numbers, batch, strict=True)]
        total, _ = self.scores(numbered)
        lengths = [len(ids) for ids, _ in numbered]
        longest = max(lengths)
        padded = np.zeros((longest, len(batch), len(self.states)), np.float32)
        place = PADDING
        for row, length in enumerate(lengths):
            padded[:length, row] = total[place : place + length]
            place += length + PADDING
        chances = self.marginals(padded, np.array(lengths))
        places = np.arange(longest)
        best = chances.argmax(axis=2)
        sure = chances.max(axis=2)
        for row, i in enumerate(batch):
            length = lengths[row]
            states = best[:length, row].tolist()
            if float(sure[:length, row].min()) < _SURE or not self._sound(states):
                states = self._search(padded[:length, row], chances[:length, row]) or states
            chosen = chances[:length, row][places[:length], states]
            result[i] = Tagged(states, chosen.tolist())

    def marginals(self, scores: Floats, lengths: NDArray[np.int64]) -> Floats:
        """Forward and backward: the chance of each state at each (place, string)."""
        size, count, width = scores.shape
        local = np.exp(scores - scores.max(axis=2, keepdims=True))
        forward = np.empty_like(local)
        current = local[0] * self._first
        current /= current.sum(axis=1, keepdims=True)
        forward[0] = current
        moves = self._allowed.astype(np.float32)
        for t in range(1, size):
            current = (current @ moves) * local[t]
            current /= current.sum(axis=1, keepdims=True) + 1e-30
            forward[t] = current
        back = np.ones((count, width), np.float32)
        backward_moves = np.ascontiguousarray(moves.T)
        for t in range(size - 1, -1, -1):
            ended = lengths - 1 <= t
            if ended.any():
                back[ended] = 1
            forward[t] *= back
            if t:
                back = (back * local[t]) @ backward_moves
                back /= back.max(axis=1, keepdims=True) + 1e-30
        chances: Floats = forward / (forward.sum(axis=2, keepdims=True) + 1e-30)
        return chances

    def _sound(self, states: list[int]) -> bool:
        """Whether each step is allowed and nothing comes twice that may come once."""
        allowed = self._allowed
        once = self._once
        seen = once.get(states[0], 0)
        for before, state in pairwise(states):
            if not allowed[before, state]:
                return False
            bit = once.get(state, 0)
            if seen & bit:
                return False
            seen |= bit
        return True

    def _search(self, scores: Floats, chances: Floats) -> list[int]:
        """Search the best sound sequence among the likely states, by a beam."""
        moves = self.transitions
        floor = np.minimum(0.002, chances.max(axis=1) * 0.5)
        places, candidates = np.nonzero(chances >= floor[:, None])
        likely: list[list[int]] = [[] for _ in range(len(scores))]
        for t, s in zip(places.tolist(), candidates.tolist(), strict=True):
            likely[t].append(s)
        once = self._once
        beam: list[tuple[float, int, int, Any]] = [  # score, state, labels seen, path behind
            (float(scores[0, s]), s, once.get(s, 0), None) for s in likely[0] if self._first[s]
        ]
        if not beam:
            return []
        for t in range(1, len(scores)):
            best: dict[tuple[int, int], tuple[float, int, int, Any]] = {}
            for s in likely[t]:
                here = float(scores[t, s])
                bit = once.get(s, 0)
                for entry in beam:
                    score, before, seen, _ = entry
                    move = float(moves[before, s])
                    if move <= _FORBIDDEN / 2:
                        continue
                    value = score + move + here
                    if seen & bit:
                        value -= _TWICE
                    key = (s, seen | bit)
                    held = best.get(key)
                    if held is None or held[0] < value:
                        best[key] = (value, s, seen | bit, entry)
            if not best:
                return []
            beam = sorted(best.values(), key=_score, reverse=True)[:_BEAM]
        return _path(max(beam, key=_score))


_FORBIDDEN = -1e4
_SURE = 0.6
_STEPS = 2_000
_TWICE = 6.0
_BEAM = 24


def _path(entry: Any) -> list[int]:
    path: list[int] = []
    while entry is not None:
        path.append(entry[1])
        entry = entry[3]
    return path[::-1]


def _score(entry: tuple[float, int, int, Any]) -> float:
    return entry[0]
