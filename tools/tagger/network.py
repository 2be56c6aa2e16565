"""A learner for the judge's network: its slopes by hand, Adam's steps, a running mean.

The forward way is :mod:`refconv.text.judge`'s, written once more with what the way back needs.
The loss is the chain's (:mod:`tools.tagger.learner`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refconv.text.batches import batches
from refconv.text.judge import (
    CONTEXT_STARTS,
    FEATURES,
    SURROUNDINGS,
    TOKEN_STARTS,
    Network,
    context_rows,
    token_rows,
    turned,
)
from refconv.text.view import Floats, Ints, view_of
from tools.tagger.corpus import Types
from tools.tagger.labels import Labelled
from tools.tagger.learner import FORBIDDEN, MAY, gradient
from tools.tagger.states import STATES, states_of

Flags = NDArray[np.bool_]
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


# ── slopes ──────────────────────────────────────────────────────────────────────────────────────


class Rows(NamedTuple):
    """The rows of a batch: (place, string, feature) of both tables, and what is inside."""

    tokens: Ints
    contexts: Ints
    inside: Flags


def slopes(
    network: Network, rows: Rows, gold: NDArray[np.int16], weights: Floats, masks: Sequence[Floats]
) -> tuple[float, Network]:
    """The loss of a batch and its slope by every weight.

    ``masks`` multiply the numbers of the tokens and what is remembered (dropout).
    """
    inside = rows.inside
    shape, valid = inside.shape, inside[:, :, None]
    in_tokens = _incidence(rows.tokens[inside], len(network.tokens))
    in_contexts = _incidence(rows.contexts[inside], len(network.contexts))
    vectors = np.zeros((*shape, network.tokens.shape[1]), np.float32)
    vectors[inside] = in_tokens @ network.tokens + in_contexts @ network.contexts
    vectors *= masks[0]
    edge = np.zeros_like(vectors[:1])
    window = np.concatenate(
        (np.concatenate((edge, vectors[:-1])), vectors, np.concatenate((vectors[1:], edge))), axis=2
    )
    values = np.maximum(window @ network.window + network.window_bias, 0) * valid
    memory, back = _read(network, values, inside)
    memory = memory * masks[1]
    scores = memory @ network.out + network.out_bias
    moves = np.where(MAY, network.moves, FORBIDDEN).astype(np.float32)
    lengths = inside.sum(axis=0)
    loss, by_scores, by_moves = gradient(scores, lengths, gold, moves, weights)
    by_memory = (by_scores @ network.out.T) * masks[1]
    by_values, inner, by_state, bias = back(by_memory)
    by_values *= values > 0
    by_window = by_values @ network.window.T
    d = vectors.shape[2]
    by_vectors = by_window[:, :, d : 2 * d].copy()
    by_vectors[:-1] += by_window[1:, :, :d]
    by_vectors[1:] += by_window[:-1, :, 2 * d :]
    by_vectors *= masks[0]
    by_rows = by_vectors[inside]
    return loss, Network(
        in_tokens.T @ by_rows, in_contexts.T @ by_rows,
        _flat(window).T @ _flat(by_values), _flat(by_values).sum(axis=0),
        inner, by_state, bias,
        _flat(memory).T @ _flat(by_scores), _flat(by_scores).sum(axis=0),
        np.where(MAY, by_moves, 0).astype(np.float32),
    )  # fmt: skip


def _flat(values: Floats) -> Floats:
    return values.reshape(-1, values.shape[-1])


def _incidence(rows: Ints, size: int) -> Any:
    """Which rows each token sums."""
    count, each = rows.shape
    ends = np.arange(0, count * each + 1, each)
    return sparse.csr_matrix((np.ones(rows.size, np.float32), rows.ravel(), ends), (count, size))


def _sigmoid(values: Floats) -> Floats:
    result: Floats = 0.5 * np.tanh(0.5 * values) + 0.5
    return result


Back = Callable[[Floats], tuple[Floats, Floats, Floats, Floats]]


def _read(network: Network, values: Floats, inside: Flags) -> tuple[Floats, Back]:
    """Read from both ends as the judge does; give the way back too."""
    back, strings = turned(inside), np.arange(inside.shape[1])
    steps, count = inside.shape
    size = network.memory.shape[1]
    both = np.stack((values, values[back, strings]))
    gates = (both.reshape(2, -1, size) @ network.inner).reshape(2, steps, count, 3 * size)
    gates += network.bias[:, 0][:, None, None]
    states = np.zeros((2, steps + 1, count, size), np.float32)
    switches = np.empty((2, steps, count, 2 * size), np.float32)
    new, inner = np.empty_like(both), np.empty_like(both)
    inner_bias = network.bias[:, 1][:, None]
    for t in range(steps):
        now = states[:, t] @ network.memory + inner_bias
        switches[:, t] = _sigmoid(gates[:, t, :, : 2 * size] + now[:, :, : 2 * size])
        inner[:, t] = now[:, :, 2 * size :]
        new[:, t] = np.tanh(gates[:, t, :, 2 * size :] + switches[:, t, :, :size] * inner[:, t])
        states[:, t + 1] = new[:, t] + switches[:, t, :, size:] * (states[:, t] - new[:, t])
    result = np.concatenate((states[0, 1:], states[1, 1:][back, strings]), axis=2)

    def way_back(by_result: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        turned_half = np.zeros_like(by_result[:, :, size:])
        turned_half[back, strings] = by_result[:, :, size:]
        by_states = np.stack((by_result[:, :, :size], turned_half))
        by_gates, by_now = np.empty_like(gates), np.empty_like(gates)
        transposed = np.ascontiguousarray(network.memory.swapaxes(1, 2))
        carried = np.zeros((2, count, size), np.float32)
        for t in range(steps - 1, -1, -1):
            carried += by_states[:, t]
            reset, keep = switches[:, t, :, :size], switches[:, t, :, size:]
            by_new = carried * (1 - keep) * (1 - new[:, t] ** 2)
            by_gates[:, t, :, :size] = by_new * inner[:, t] * reset * (1 - reset)
            by_keep = carried * (states[:, t] - new[:, t]) * keep * (1 - keep)
            by_gates[:, t, :, size : 2 * size] = by_keep
            by_gates[:, t, :, 2 * size :] = by_new
            by_now[:, t] = by_gates[:, t]
            by_now[:, t, :, 2 * size :] *= reset
            carried *= keep
            carried += by_now[:, t] @ transposed
        flat, flat_now = (v.reshape(2, -1, 3 * size) for v in (by_gates, by_now))
        before = states[:, :-1].reshape(2, -1, size)
        by_inner = both.reshape(2, -1, size).swapaxes(1, 2) @ flat
        by_memory = before.swapaxes(1, 2) @ flat_now
        by_bias = np.stack((flat.sum(axis=1), flat_now.sum(axis=1)), axis=1)
        by_both: Floats = (flat @ network.inner.swapaxes(1, 2)).reshape(both.shape)
        by_values = by_both[0]
        turned_back = np.zeros_like(by_values)
        turned_back[back, strings] = by_both[1]
        return by_values + turned_back, by_inner, by_memory, by_bias

    return result, way_back


# ── steps ───────────────────────────────────────────────────────────────────────────────────────


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
