"""The slopes of the judge's loss by its weights, worked out by hand.

The forward way is :mod:`refconv.tag.network`'s, written once more with what the way back needs.
The loss is the chain's (:mod:`tools.tagger.learner`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refconv.tag.batch import Floats, Ints
from refconv.tag.gru import turned
from refconv.tag.network import Network
from tools.tagger.learner import FORBIDDEN, MAY, gradient

Flags = NDArray[np.bool_]


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
