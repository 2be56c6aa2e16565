"""Train a chain over lines: stochastic gradient, AdaGrad, L1 regularisation."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refconv.page.chain import LABELS, PLACES, Chain, Floats

WIDTH = len(LABELS)
WINDOW = 160
"""Texts are cut into windows of so many units."""
SEEN = 4
"""A signal has a weight if it was seen so often."""
BATCH = 24


class Window(NamedTuple):
    """A stretch of a text: its signals and right labels."""

    wide: Sequence[Sequence[str]]
    own: Sequence[Sequence[str]]
    labels: str


class Settings(NamedTuple):
    """How to train."""

    epochs: int = 12
    rate: float = 0.25
    l1: float = 1e-4
    seed: int = 20
    rounds: int = 3
    """How often to train anew, in another order: the mean of all is steadier than any."""


def learn(windows: Sequence[Window], settings: Settings) -> Chain:
    """Train on windows; return the mean weights of the last third of every round."""
    learner = _Learner(windows, settings)
    for _ in range(settings.rounds):
        learner.run()
    return learner.mean()


def _numbered(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    counts = Counter(name for some in rows for name in set(some))
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    return {name: row for row, name in enumerate(names, start=1)}


def _matrix(rows: Sequence[Sequence[str]], names: dict[str, int]) -> sparse.csr_matrix:
    found = [[names.get(name, 0) for name in some] for some in rows]
    counts = np.fromiter(map(len, found), np.int64, len(found))
    columns = np.fromiter((c for some in found for c in some), np.int32, int(counts.sum()))
    return sparse.csr_matrix(
        (np.ones(len(columns), np.float32), columns, np.concatenate(([0], np.cumsum(counts)))),
        shape=(len(rows), len(names) + 1),
    )


class _Learner:
    def __init__(self, windows: Sequence[Window], settings: Settings) -> None:
        self.settings, self.windows = settings, windows
        self.rng = random.Random(settings.seed)
        self.names = _numbered(row for window in windows for row in window.wide)
        self.own_names = _numbered(row for window in windows for row in window.own)
        self.starts = np.cumsum([0, *(len(window.labels) for window in windows)])
        self.wide_x = _matrix([row for window in windows for row in window.wide], self.names)
        self.own_x = _matrix([row for window in windows for row in window.own], self.own_names)
        gold = np.frombuffer("".join(window.labels for window in windows).encode(), np.uint8)
        table = np.zeros(256, np.int64)
        table[list(LABELS.encode())] = range(WIDTH)
        self.gold = table[gold]
        shapes = ((len(self.names) + 1, len(PLACES) * WIDTH), (len(self.own_names) + 1, WIDTH),
                  (WIDTH, WIDTH))  # fmt: skip
        self.shapes = shapes
        self.weights: list[Floats] = []
        self.past: list[Floats] = []
        self.sums = [np.zeros(shape, np.float32) for shape in shapes]
        self.added = 0

    def run(self) -> None:
        """Train once, and add the weights to the mean."""
        self.weights = [np.zeros(shape, np.float32) for shape in self.shapes]
        self.past = [np.full(shape, 1e-2, np.float32) for shape in self.shapes]
        order = sorted(range(len(self.windows)), key=lambda i: len(self.windows[i].labels))
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        steps, step = self.settings.epochs * len(batches), 0
        for _ in range(self.settings.epochs):
            self.rng.shuffle(batches)
            for batch in batches:
                step += 1
                self._step(batch, self.settings.rate * (1 - 0.85 * step / steps))
                if step > steps * 2 // 3 and step % 4 == 0:
                    self.added += 1
                    for index, weight in enumerate(self.weights):
                        self.sums[index] += weight

    def mean(self) -> Chain:
        """Return the mean weights."""
        wide, own, moves = (total / np.float32(max(1, self.added)) for total in self.sums)
        wide[0] = own[0] = 0
        return Chain(self.names, wide, self.own_names, own, moves)

    def _step(self, batch: Sequence[int], rate: float) -> None:
        lengths = np.array([len(self.windows[i].labels) for i in batch])
        longest = int(lengths.max())
        units = np.concatenate([np.arange(self.starts[i], self.starts[i + 1]) for i in batch])
        place = np.concatenate([np.arange(n) for n in lengths])
        column = np.repeat(np.arange(len(batch)), lengths)
        wide_x, own_x = self.wide_x[units], self.own_x[units]
        used, wide_x = _used(wide_x)
        own_used, own_x = _used(own_x)
        wide_w, own_w = self.weights[0][used], self.weights[1][own_used]
        scores = np.zeros((longest + 4, len(batch), WIDTH), np.float32)
        seen = (wide_x @ wide_w).reshape(len(units), len(PLACES), WIDTH)
        for at, shift in enumerate(PLACES):
            # Padded by two on both sides, so that no shift leaves the table.
            np.add.at(scores, (place + 2 - shift, column), seen[:, at])
        scores[place + 2, column] += own_x @ own_w
        scores = scores[2:-2]
        gold = np.zeros((longest, len(batch)), np.int64)
        gold[place, column] = self.gold[units]
        error, moves = gradient(scores, lengths, gold, self.weights[2])
        scale = 1 / len(batch)
        padded = np.zeros((longest + 4, len(batch), WIDTH), np.float32)
        padded[2:-2] = error
        by_place = np.concatenate([padded[place + 2 - shift, column] for shift in PLACES], axis=1)
        self._update(0, wide_x.T @ by_place * scale, rate, used)
        self._update(1, own_x.T @ error[place, column] * scale, rate, own_used)
        self._update(2, moves * scale, rate)

    def _update(
        self, index: int, slope: Floats, rate: float, rows: NDArray[np.int64] | None = None
    ) -> None:
        weights, past = self.weights[index], self.past[index]
        where: slice | NDArray[np.int64] = slice(None) if rows is None else rows
        past[where] += slope * slope
        scale = rate / np.sqrt(past[where])
        new = weights[where] - scale * slope
        if index < 2:
            new = np.sign(new) * np.maximum(np.abs(new) - scale * self.settings.l1, 0)
        weights[where] = new


def _used(matrix: sparse.csr_matrix) -> tuple[NDArray[np.int64], sparse.csr_matrix]:
    used, inverse = np.unique(matrix.indices, return_inverse=True)
    small = sparse.csr_matrix((matrix.data, inverse, matrix.indptr),
                              shape=(matrix.shape[0], len(used)))  # fmt: skip
    return used, small


def gradient(
    scores: Floats,
    lengths: NDArray[np.int64],
    gold: NDArray[np.int64],
    moves: Floats,
) -> tuple[Floats, Floats]:
    """Return the gradient of the negative log likelihood by scores and transitions."""
    size, count, width = scores.shape
    valid = np.arange(size)[:, None] < lengths
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    step = np.exp(moves)
    forward = np.empty_like(local)
    current = local[0]
    forward[0] = current / current.sum(axis=1, keepdims=True)
    for t in range(1, size):
        current = (forward[t - 1] @ step) * local[t]
        forward[t] = current / current.sum(axis=1, keepdims=True)
    back = np.ones((count, width), np.float32)
    chances = np.empty_like(local)
    expected = np.zeros((width, width), np.float32)
    for t in range(size - 1, -1, -1):
        back[lengths - 1 <= t] = 1
        both = forward[t] * back
        chances[t] = both / both.sum(axis=1, keepdims=True)
        if t:
            inner = local[t] * back
            live = valid[t]
            before = forward[t - 1]
            total = ((before @ step) * inner).sum(axis=1)
            expected += ((before * (live / total)[:, None]).T @ inner) * step
            back = inner @ step.T
            back /= back.max(axis=1, keepdims=True)
    follows = valid[1:]
    np.subtract.at(expected, (gold[:-1][follows], gold[1:][follows]), 1)
    chances[np.arange(size)[:, None], np.arange(count), gold] -= 1
    chances *= valid[:, :, None]
    return chances, expected
