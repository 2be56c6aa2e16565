"""Training of the conditional random field: stochastic gradient, AdaGrad, L1 regularisation."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refconv.tag.batch import Ints
from tools.tagger.corpus import Corpus, Floats
from tools.tagger.states import STATES, allowed

FORBIDDEN = -1e4
_BATCH_TOKENS = 9_000
_WIDTH = len(STATES)
MAY = np.array([[allowed(before, state) for state in STATES] for before in STATES])
_FIRST = np.array([state == "O" or state.startswith("B-") for state in STATES])


class Settings(NamedTuple):
    """How to train.

    Attributes:
        epochs: Passes over the corpus.
        rate: The learning rate at the start.
        l1: The weight of the L1 penalty.
        drop: The share of tokens whose feature ``word`` is hidden, so that others learn.
        unknown: The share of strings whose feature ``journals`` is hidden.
        seed: The seed of everything that is random.
    """

    epochs: int = 6
    rate: float = 0.3
    l1: float = 1e-5
    drop: float = 0.2
    unknown: float = 0.3
    seed: int = 20


class Weights(NamedTuple):
    """What is trained: weights (attribute, state), and the scores of transitions."""

    rows: Floats
    transitions: Floats


def learn(
    corpus: Corpus, size: int, settings: Settings, log: Callable[[str], Any] = lambda _: None
) -> Weights:
    """Train on a corpus of ``size`` attributes; return the mean weights of the last third."""
    learner = _Learner(corpus, size, settings)
    order = random.Random(settings.seed)
    batches = _batches(corpus.lengths, _BATCH_TOKENS)
    steps = settings.epochs * len(batches)
    step = 0
    for epoch in range(settings.epochs):
        order.shuffle(batches)
        began, loss = time.monotonic(), 0.0
        for batch in batches:
            step += 1
            loss += learner.step(batch, settings.rate * (1 - 0.8 * step / steps))
            if step > steps * 2 // 3:
                learner.add_to_mean()
        seconds = time.monotonic() - began
        log(f"epoch {epoch + 1}: {loss / len(corpus.lengths):.3f} a string, {seconds:.0f} s")
    return learner.mean()


class _Learner:
    """The state of training: weights, sums of squared gradients, and sums of weights to average."""

    def __init__(self, corpus: Corpus, size: int, settings: Settings) -> None:
        self.corpus, self.settings = corpus, settings
        self.rng = np.random.default_rng(settings.seed)
        self.rows = np.zeros((size, _WIDTH), np.float32)
        self.past = np.full((size, _WIDTH), 1e-2, np.float32)
        self.moves = np.zeros((_WIDTH, _WIDTH), np.float32)
        self.past_moves = np.full((_WIDTH, _WIDTH), 1.0, np.float32)
        self.mean_rows, self.mean_moves = np.zeros_like(self.rows), np.zeros_like(self.moves)
        self.added = 0
        self.used: dict[int, Ints] = {}
        self._words, self._journals = corpus.slots_of("word"), corpus.slots_of("journals")

    def step(self, batch: NDArray[np.int64], pace: float) -> float:
        """Update the weights for some strings; return their loss."""
        lengths = self.corpus.lengths[batch]
        longest = int(lengths.max())
        place = np.arange(longest)[:, None]
        valid = place < lengths[None, :]
        tokens = (self.corpus.starts[batch][None, :] + place)[valid]
        used = self._used(batch, tokens)
        slots = self._slots(tokens, valid)
        incidence = sparse.csr_matrix(
            (
                np.ones(slots.size, np.float32),
                slots.ravel(),
                np.arange(0, slots.size + 1, slots.shape[1]),
            ),
            shape=(len(tokens), len(used)),
        )
        local = self.rows[used]
        scores = np.zeros((longest, len(batch), _WIDTH), np.float32)
        scores[valid] = incidence @ local
        gold = np.zeros((longest, len(batch)), np.int16)
        gold[valid] = self.corpus.states[tokens]
        moves = np.where(MAY, self.moves, FORBIDDEN)
        loss, chances, expected = gradient(scores, lengths, gold, moves, self.corpus.weights[batch])
        gradient_ = incidence.T @ chances[valid] / len(batch)
        gradient_[0] = 0
        self.past[used] += gradient_ * gradient_
        scale = pace / np.sqrt(self.past[used])
        local -= scale * gradient_
        self.rows[used] = np.sign(local) * np.maximum(np.abs(local) - scale * self.settings.l1, 0)
        expected /= len(batch)
        self.past_moves += expected * expected
        self.moves -= pace * expected / np.sqrt(self.past_moves)
        return loss

    def _used(self, batch: NDArray[np.int64], tokens: NDArray[np.int64]) -> Ints:
        """Return the attributes of a batch, 0 first; its slots become indices into them."""
        key = int(batch[0])
        if key not in self.used:
            slots = self.corpus.slots[tokens]
            found, inverse = np.unique(np.append(slots.ravel(), 0), return_inverse=True)
            self.corpus.slots[tokens] = inverse[:-1].reshape(slots.shape)
            self.used[key] = found.astype(np.int32)
        return self.used[key]

    def _slots(self, tokens: NDArray[np.int64], valid: NDArray[np.bool_]) -> Ints:
        """Return the attributes of tokens, some of them hidden at random."""
        slots = self.corpus.slots[tokens].copy()
        hidden = self.rng.random(len(tokens)) < self.settings.drop
        slots[np.ix_(hidden, self._words)] = 0
        strings = self.rng.random(valid.shape[1]) < self.settings.unknown
        slots[np.ix_(np.broadcast_to(strings, valid.shape)[valid], self._journals)] = 0
        return slots

    def add_to_mean(self) -> None:
        """Add the weights of this step to the mean (those of attributes only every eighth time)."""
        self.added += 1
        self.mean_moves += self.moves
        if self.added % 8 == 1:
            self.mean_rows += self.rows

    def mean(self) -> Weights:
        """Return the mean weights."""
        rows = self.mean_rows / np.float32((self.added + 7) // 8)
        moves = np.where(MAY, self.mean_moves / self.added, FORBIDDEN)
        return Weights(rows.astype(np.float32), moves.astype(np.float32))


def _batches(lengths: Ints, tokens: int) -> list[NDArray[np.int64]]:
    """Return batches of strings of similar length, of at most ``tokens`` tokens with padding."""
    order = np.argsort(lengths, kind="stable")
    result, begin = [], 0
    while begin < len(order):
        end = begin + 1
        while end < len(order) and (end - begin + 1) * lengths[order[end]] <= tokens:
            end += 1
        result.append(order[begin:end])
        begin = end
    return result


def gradient(
    scores: Floats,
    lengths: Ints,
    gold: NDArray[np.int16],
    moves: Floats,
    weight: Floats,
) -> tuple[float, Floats, Floats]:
    """Return the negative log likelihood of a batch and its gradient.

    Args:
        scores: The scores (places, strings, states) of tokens.
        lengths: How many tokens each string has.
        gold: The right states (places, strings).
        moves: The scores (before, after) of transitions.
        weight: How much each string counts.

    Returns:
        The loss, and its gradient by the scores of tokens and of transitions (expected minus seen).
    """
    place = np.arange(len(scores))[:, None]
    valid = place < lengths[None, :]
    forward, local, log_z = _forward(scores, moves, valid)
    seen = np.take_along_axis(scores, gold[:, :, None].astype(np.int64), 2)[:, :, 0]
    follows = valid[1:]
    gold_score = (seen * valid).sum(axis=0)
    gold_score += (moves[gold[:-1], gold[1:]] * follows).sum(axis=0)
    loss = float(((log_z - gold_score) * weight).sum())
    expected = _backward(forward, local, lengths, moves, weight)
    np.subtract.at(expected, (gold[:-1][follows], gold[1:][follows]),
                   np.broadcast_to(weight, follows.shape)[follows])  # fmt: skip
    forward[place, np.arange(len(lengths)), gold] -= 1
    forward *= (valid * weight)[:, :, None]
    return loss, forward, expected


def _forward(
    scores: Floats, moves: Floats, valid: NDArray[np.bool_]
) -> tuple[Floats, Floats, Floats]:
    """Return the forward probabilities, the tokens' factors, and the log partition function."""
    size, count, _ = scores.shape
    top = scores.max(axis=2, keepdims=True)
    local = np.exp(scores - top)
    step = np.exp(moves).astype(np.float32)
    forward = np.empty_like(local)
    norm = np.ones((size, count), np.float32)
    current = local[0] * _FIRST
    for t in range(size):
        if t:
            current = (current @ step) * local[t]
        norm[t] = current.sum(axis=1) + 1e-30
        current /= norm[t][:, None]
        forward[t] = current
    log_z = ((np.log(norm) + top[:, :, 0]) * valid).sum(axis=0)
    return forward, local, log_z


def _backward(
    forward: Floats, local: Floats, lengths: Ints, moves: Floats, weight: Floats
) -> Floats:
    """Turn forward probabilities into marginals, in place; return the expected transitions."""
    size, count, width = forward.shape
    step = np.exp(moves).astype(np.float32)
    back = np.ones((count, width), np.float32)
    expected = np.zeros((width, width), np.float32)
    for t in range(size - 1, -1, -1):
        back[lengths - 1 <= t] = 1
        forward[t] *= back
        forward[t] /= forward[t].sum(axis=1, keepdims=True) + 1e-30
        if t:
            inner = local[t] * back
            live = (lengths > t) * weight
            before = forward[t - 1]
            total = ((before @ step) * inner).sum(axis=1) + 1e-30
            expected += ((before * (live / total)[:, None]).T @ inner) * step
            back = inner @ step.T
            back /= back.max(axis=1, keepdims=True) + 1e-30
    return expected
