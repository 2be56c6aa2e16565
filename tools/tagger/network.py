"""A learner for the judge's network: Adam's steps down its slopes, a running mean."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats, Ints, view_of
from refconv.tag.length_groups import batches
from refconv.tag.network import (
    CONTEXT_STARTS,
    FEATURES,
    SURROUNDINGS,
    TOKEN_STARTS,
    Network,
    context_rows,
    token_rows,
)
from tools.tagger.corpus import Types
from tools.tagger.labels import Labelled
from tools.tagger.learner import FORBIDDEN, MAY
from tools.tagger.slopes import Rows, slopes
from tools.tagger.states import STATES, states_of

_BATCH_TOKENS = 6_000
_LEXICAL = [i for i, (name, _) in enumerate(FEATURES) if name != "shape"]
_WORD = next(i for i, (name, _) in enumerate(FEATURES) if name == "word")
_JOURNALS = list(SURROUNDINGS).index("journals")
_FADING, _FADING_SQUARES = 0.9, 0.98


class Settings(NamedTuple):
    """How to train.

    ``width`` and ``memory`` are the numbers a token has and those that are remembered; ``word``,
    ``lexical`` and ``journals`` the chances that a token's word, all its characters but their
    shape, and a string's known journals are hidden; ``dropout`` that any number is.
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
    """Labelled strings as rows of tables: ``types`` says which of ``token_rows`` a token has."""

    token_rows: Ints
    types: Ints
    contexts: NDArray[np.int16]
    states: NDArray[np.int16]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    weights: Floats


def strings_of(items: Sequence[Labelled], weights: Sequence[float]) -> Strings:
    """Lay out labelled strings for training."""
    number = {state: i for i, state in enumerate(STATES)}
    types = Types()
    all_types: list[int] = []
    all_states: list[int] = []
    contexts, lengths, kept = [], [], []
    for begin in range(0, len(items), 512):
        end = begin + 512
        pairs = zip(map(states_of, items[begin:end]), weights[begin:end], strict=True)
        rows = [(row, weight) for row, weight in pairs if 0 < len(row[0]) <= 400]
        numbers = [[types[word] for word in words] for (words, _, _), _ in rows]
        view = view_of(
            (
                [types.looks[i].class_number for i in own],
                glued,
                [types.looks[i].hash_number for i in own],
            )
            for own, ((_, glued, _), _) in zip(numbers, rows, strict=True)
        )
        contexts.append(context_rows(view)[view.real].astype(np.int16))
        for own, ((_, _, states), weight) in zip(numbers, rows, strict=True):
            all_types += own
            all_states += [number[state] for state in states]
            lengths.append(len(own))
            kept.append(weight)
    sizes = np.array(lengths)
    return Strings(
        np.array([token_rows(one) for one in types.looks], np.int32),
        np.array(all_types, np.int32),
        np.concatenate(contexts),
        np.array(all_states, np.int16),
        np.cumsum(sizes) - sizes,
        sizes,
        np.array(kept, np.float32),
    )


def fresh(settings: Settings) -> Network:
    """A network that knows nothing yet."""
    rng = np.random.default_rng(settings.seed)
    d, h, states = settings.width, settings.memory, len(STATES)

    def even(*shape: int, fan: int) -> Floats:
        return np.asarray(rng.uniform(-1, 1, shape) / np.sqrt(fan), np.float32)

    def normal(*shape: int) -> Floats:
        return np.asarray(0.1 * rng.standard_normal(shape), np.float32)

    return Network(
        normal(TOKEN_STARTS[-1], d), normal(CONTEXT_STARTS[-1], d),
        even(3 * d, h, fan=3 * d), even(h, fan=3 * d),
        even(2, h, 3 * h, fan=h), even(2, h, 3 * h, fan=h), even(2, 2, 3 * h, fan=h),
        even(2 * h, states, fan=2 * h), even(states, fan=2 * h),
        np.zeros((states, states), np.float32),
    )  # fmt: skip


def learn(
    strings: Strings, settings: Settings, say: Callable[[str], Any] = lambda _: None
) -> Network:
    """Train on strings; the weights of the last third of the way are averaged."""
    rng = np.random.default_rng(settings.seed)
    network = fresh(settings)
    faded = [np.zeros_like(part) for part in network]
    squares = [np.zeros_like(part) for part in network]
    mean, remembered = [np.zeros_like(part) for part in network], 0
    steps = settings.epochs * len(_batches(strings, rng))
    step = 0
    for epoch in range(settings.epochs):
        began, total = time.monotonic(), 0.0
        for batch in _batches(strings, rng):
            step += 1
            rows, gold, masks = _laid_out(strings, batch, settings, rng)
            loss, slope = slopes(network, rows, gold, strings.weights[batch], masks)
            total += loss
            pace = settings.rate * min(1, step / 100) * (1 - 0.95 * step / steps)
            scale = np.float32(pace * np.sqrt(1 - _FADING_SQUARES**step) / (1 - _FADING**step))
            for i, part in enumerate(network):
                by = slope[i] / len(batch)
                faded[i] += (1 - _FADING) * (by - faded[i])
                squares[i] += (1 - _FADING_SQUARES) * (by * by - squares[i])
                np.subtract(part, scale * faded[i] / (np.sqrt(squares[i]) + 1e-8), out=part)
            if step > steps * 2 // 3 and step % 4 == 0:
                remembered += 1
                for i, part in enumerate(network):
                    mean[i] += part
        seconds = time.monotonic() - began
        say(f"epoch {epoch + 1}: {total / len(strings.lengths):.3f} a string, {seconds:.0f} s")
    means = Network(*(sum_of / np.float32(max(remembered, 1)) for sum_of in mean))
    return means._replace(moves=np.where(MAY, means.moves, FORBIDDEN).astype(np.float32))


def _batches(strings: Strings, rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Strings of about one length together, in any order."""
    near = strings.lengths + 3 * rng.random(len(strings.lengths))
    found = [np.array(batch) for batch in batches(near.tolist(), _BATCH_TOKENS)]
    return [found[i] for i in rng.permutation(len(found))]


def _laid_out(
    strings: Strings, batch: NDArray[np.int64], settings: Settings, rng: np.random.Generator
) -> tuple[Rows, NDArray[np.int16], tuple[Floats, Floats]]:
    """Lay out a batch, with some of what is known of it hidden."""
    place = np.arange(strings.lengths[batch].max())[:, None]
    inside = place < strings.lengths[batch]
    at = np.where(inside, strings.starts[batch] + place, 0)
    tokens = strings.token_rows[strings.types[at]]
    contexts = strings.contexts[at].astype(np.int32)
    tokens[rng.random(inside.shape) < settings.word, _WORD] = TOKEN_STARTS[_WORD]
    hidden = rng.random(inside.shape) < settings.lexical
    for column in _LEXICAL:
        tokens[hidden, column] = TOKEN_STARTS[column]
    unknown = rng.random(len(batch)) < settings.journals
    contexts[:, unknown, _JOURNALS] = CONTEXT_STARTS[_JOURNALS]
    gold = np.where(inside, strings.states[at], 0).astype(np.int16)
    kept = np.float32(1 - settings.dropout)
    sizes = settings.width, 2 * settings.memory
    vectors, memory = (
        (rng.random((*inside.shape, size), np.float32) < kept).astype(np.float32) / kept
        for size in sizes
    )
    return Rows(tokens, contexts, inside), gold, (vectors, memory)
