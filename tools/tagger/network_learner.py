"""Training of the recurrent network: Adam, with features hidden and numbers dropped at random."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats, Ints
from refconv.tag.length_groups import by_length
from refconv.tag.network import INPUTS, Inputs, Network
from tools.tagger.corpus import Types, encoded
from tools.tagger.crf_learner import FORBIDDEN, MAY
from tools.tagger.labels import Labelled
from tools.tagger.network_gradient import Rows, gradient_of
from tools.tagger.states import STATES

_BATCH_TOKENS = 6_000
_FIRST_DECAY, _SECOND_DECAY = 0.9, 0.98
"""Adam's decay rates of the first and second moments of the gradient."""


class Settings(NamedTuple):
    """How to train.

    Attributes:
        epochs: Passes over the strings.
        rate: The learning rate.
        width: Numbers of a token's embedding.
        memory: Hidden units of each direction.
        word: The share of tokens whose word is hidden.
        lexical: The share of tokens of which all token features but the shape are hidden.
        journals: The share of strings whose feature ``journals`` is hidden.
        dropout: The share of numbers that are dropped.
        seed: The seed of everything that is random.
    """

    epochs: int = 6
    rate: float = 2.5e-3
    width: int = 64
    memory: int = 128
    word: float = 0.2
    lexical: float = 0.1
    journals: float = 0.3
    dropout: float = 0.2
    seed: int = 20


class Strings(NamedTuple):
    """Labelled strings as rows of the embedding tables.

    Attributes:
        token_rows: The rows of each token type.
        types: The type of each token.
        contexts: The rows of each token's context features.
        states: The state of each token.
        starts: Where each string begins.
        lengths: How many tokens each has.
        weights: How much each counts.
        inputs: The features.
    """

    token_rows: Ints
    types: Ints
    contexts: NDArray[np.int16]
    states: NDArray[np.int16]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    weights: Floats
    inputs: Inputs


def strings_of(
    items: Sequence[Labelled], weights: Sequence[float], inputs: Inputs = INPUTS
) -> Strings:
    """Encode labelled strings for training."""
    types = Types()
    chunks = list(encoded(items, weights, types))
    contexts = [
        inputs.context_rows(chunk.batch)[chunk.batch.real].astype(np.int16) for chunk in chunks
    ]
    sizes = np.concatenate([chunk.batch.lengths for chunk in chunks]).astype(np.int64)
    return Strings(
        np.array([inputs.token_rows(one) for one in types.all], np.int32),
        _joined(row for chunk in chunks for row in chunk.types).astype(np.int32),
        np.concatenate(contexts),
        _joined(row for chunk in chunks for row in chunk.states).astype(np.int16),
        np.cumsum(sizes) - sizes,
        sizes,
        np.array([weight for chunk in chunks for weight in chunk.weights], np.float32),
        inputs,
    )


def _joined(rows: Iterable[list[int]]) -> NDArray[np.int64]:
    return np.fromiter(chain.from_iterable(rows), np.int64)


def fresh(settings: Settings, inputs: Inputs = INPUTS) -> Network:
    """Return a network of random weights."""
    rng = np.random.default_rng(settings.seed)
    d, h, states = settings.width, settings.memory, len(STATES)

    def even(*shape: int, fan: int) -> Floats:
        return np.asarray(rng.uniform(-1, 1, shape) / np.sqrt(fan), np.float32)

    def normal(*shape: int) -> Floats:
        return np.asarray(0.1 * rng.standard_normal(shape), np.float32)

    return Network(
        normal(inputs.token_starts[-1], d), normal(inputs.context_starts[-1], d),
        even(3 * d, h, fan=3 * d), even(h, fan=3 * d),
        even(2, h, 3 * h, fan=h), even(2, h, 3 * h, fan=h), even(2, 2, 3 * h, fan=h),
        even(2 * h, states, fan=2 * h), even(states, fan=2 * h),
        np.zeros((states, states), np.float32),
    )  # fmt: skip


LIKE = {"archive": "note", "archive_location": "note", "locator": "page"}
"""Labels that a network may not know yet, and the label whose weights they begin with."""
_RARER = np.float32(2.0)
"""How much less likely the states of a new label are at first than those it begins with."""


def grown(network: Network, states: Sequence[str]) -> Network:
    """Return a network of some states with weights for all states, to train it further.

    Example: ``B-locator``, which the network does not know, has the weights of ``B-page``.
    """
    places = []
    for state in STATES:
        letter, _, label = state.partition("-")
        known = state if state in states else f"{letter}-{LIKE[label]}"
        places.append(states.index(known))
    new = np.array([state not in states for state in STATES])
    moves = network.moves[np.ix_(places, places)]
    return network._replace(
        out=network.out[:, places].copy(),
        out_bias=(network.out_bias[places] - _RARER * new).astype(np.float32),
        moves=np.where(moves > FORBIDDEN / 2, moves, 0).astype(np.float32),
    )


def learn(
    strings: Strings,
    settings: Settings,
    log: Callable[[str], Any] = lambda _: None,
    start: Network | None = None,
) -> Network:
    """Train on strings, from random weights or from a network's; return the mean weights.

    The mean is over the last third of the steps.
    """
    rng = np.random.default_rng(settings.seed)
    training = _Training(start or fresh(settings, strings.inputs), settings.rate)
    training.steps = settings.epochs * len(_batches(strings, rng))
    for epoch in range(settings.epochs):
        began, total = time.monotonic(), 0.0
        for batch in _batches(strings, rng):
            rows, gold, masks = _masked(strings, batch, settings, rng)
            loss, by_weight = gradient_of(
                training.network, rows, gold, strings.weights[batch], masks
            )
            total += loss
            training.update(by_weight, len(batch))
        seconds = time.monotonic() - began
        log(f"epoch {epoch + 1}: {total / len(strings.lengths):.3f} a string, {seconds:.0f} s")
    return training.mean()


class _Training:
    """The state of training by Adam (Kingma and Ba 2015), and sums of weights to average."""

    def __init__(self, network: Network, rate: float) -> None:
        self.network, self.rate = network, rate
        self.step, self.steps = 0, 0
        self._first = [np.zeros_like(part) for part in network]
        self._second = [np.zeros_like(part) for part in network]
        self._sums, self._added = [np.zeros_like(part) for part in network], 0

    def update(self, by_weight: Network, count: int) -> None:
        """Update the weights, given the gradient of ``count`` strings."""
        self.step += 1
        pace = self.rate * min(1, self.step / 100) * (1 - 0.95 * self.step / self.steps)
        corrected = np.sqrt(1 - _SECOND_DECAY**self.step) / (1 - _FIRST_DECAY**self.step)
        scale = np.float32(pace * corrected)
        for i, part in enumerate(self.network):
            by = by_weight[i] / count
            self._first[i] += (1 - _FIRST_DECAY) * (by - self._first[i])
            self._second[i] += (1 - _SECOND_DECAY) * (by * by - self._second[i])
            np.subtract(part, scale * self._first[i] / (np.sqrt(self._second[i]) + 1e-8), out=part)
        if self.step > self.steps * 2 // 3 and self.step % 4 == 0:
            self._added += 1
            for i, part in enumerate(self.network):
                self._sums[i] += part

    def mean(self) -> Network:
        """Return the mean weights."""
        means = Network(*(part / np.float32(max(self._added, 1)) for part in self._sums))
        return means._replace(moves=np.where(MAY, means.moves, FORBIDDEN).astype(np.float32))


def _batches(strings: Strings, rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Return batches of strings of similar length, in random order."""
    near = strings.lengths + 3 * rng.random(len(strings.lengths))
    found = [np.array(batch) for batch in by_length(near.tolist(), _BATCH_TOKENS)]
    return [found[i] for i in rng.permutation(len(found))]


def _masked(
    strings: Strings, batch: NDArray[np.int64], settings: Settings, rng: np.random.Generator
) -> tuple[Rows, NDArray[np.int16], tuple[Floats, Floats]]:
    """Return the rows of a batch, some of them hidden; its states; and the masks of dropout."""
    place = np.arange(strings.lengths[batch].max())[:, None]
    inside = place < strings.lengths[batch]
    at = np.where(inside, strings.starts[batch] + place, 0)
    tokens = strings.token_rows[strings.types[at]]
    contexts = strings.contexts[at].astype(np.int32)
    token_starts, context_starts = strings.inputs.token_starts, strings.inputs.context_starts
    token_names = [feature.name for feature, _ in strings.inputs.token]
    for column in (i for i, name in enumerate(token_names) if name == "word"):
        tokens[rng.random(inside.shape) < settings.word, column] = token_starts[column]
    hidden = rng.random(inside.shape) < settings.lexical
    for column in (i for i, name in enumerate(token_names) if name != "shape"):
        tokens[hidden, column] = token_starts[column]
    unknown = rng.random(len(batch)) < settings.journals
    for column, (feature, *_) in enumerate(strings.inputs.context):
        if feature.name == "journals":
            contexts[:, unknown, column] = context_starts[column]
    gold = np.where(inside, strings.states[at], 0).astype(np.int16)
    kept = np.float32(1 - settings.dropout)
    sizes = settings.width, 2 * settings.memory
    vectors, memory = (
        (rng.random((*inside.shape, size), np.float32) < kept).astype(np.float32) / kept
        for size in sizes
    )
    return Rows(tokens, contexts, inside), gold, (vectors, memory)
