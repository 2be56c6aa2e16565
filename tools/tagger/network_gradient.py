"""The gradient of the recurrent network's loss by its weights (backpropagation through time).

The forward computation of :mod:`refconv.tag.network` is repeated with what backpropagation needs.
The loss is that of a conditional random field (:mod:`tools.tagger.crf_learner`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refconv.tag.batch import Floats, Ints, reversed_places
from refconv.tag.network import Network
from tools.tagger.crf_learner import FORBIDDEN, MAY, gradient

Flags = NDArray[np.bool_]


class Rows(NamedTuple):
    """The rows (places, strings, features) of both tables, and which places are inside strings."""

    tokens: Ints
    contexts: Ints
    inside: Flags


def gradient_of(
    network: Network, rows: Rows, gold: NDArray[np.int16], weights: Floats, masks: Sequence[Floats]
) -> tuple[float, Network]:
    """Return the loss of a batch and its gradient by every weight.

    Args:
        network: The weights.
        rows: The embeddings of each token.
        gold: The right states (places, strings).
        weights: How much each string counts.
        masks: Factors of the embeddings and of the hidden states: dropout.
    """
    inside = rows.inside
    valid = inside[:, :, None]
    in_tokens = _incidence(rows.tokens[inside], len(network.tokens))
    in_contexts = _incidence(rows.contexts[inside], len(network.contexts))
    vectors = np.zeros((*inside.shape, network.tokens.shape[1]), np.float32)
    vectors[inside] = in_tokens @ network.tokens + in_contexts @ network.contexts
    vectors *= masks[0]
    edge = np.zeros_like(vectors[:1])
    window = np.concatenate(
        (np.concatenate((edge, vectors[:-1])), vectors, np.concatenate((vectors[1:], edge))), axis=2
    )
    values = np.maximum(window @ network.window + network.window_bias, 0) * valid
    gru = _GRU(network, values, inside)
    hidden = gru.hidden * masks[1]
    scores = (hidden @ network.out + network.out_bias).astype(np.float32)
    moves = np.where(MAY, network.moves, FORBIDDEN).astype(np.float32)
    loss, by_scores, by_moves = gradient(scores, inside.sum(axis=0), gold, moves, weights)
    by_values, inner, memory, bias = gru.gradient((by_scores @ network.out.T) * masks[1])
    by_values *= values > 0
    by_rows = (_by_vectors(network, by_values) * masks[0])[inside]
    return loss, Network(
        in_tokens.T @ by_rows, in_contexts.T @ by_rows,
        _flat(window).T @ _flat(by_values), _flat(by_values).sum(axis=0),
        inner, memory, bias,
        _flat(hidden).T @ _flat(by_scores), _flat(by_scores).sum(axis=0),
        np.where(MAY, by_moves, 0).astype(np.float32),
    )  # fmt: skip


def _by_vectors(network: Network, by_values: Floats) -> Floats:
    """Return the gradient by the tokens' vectors, of which each is in three windows."""
    by_window = by_values @ network.window.T
    d = network.tokens.shape[1]
    by_vectors: Floats = by_window[:, :, d : 2 * d].copy()
    by_vectors[:-1] += by_window[1:, :, :d]
    by_vectors[1:] += by_window[:-1, :, 2 * d :]
    return by_vectors


def _flat(values: Floats) -> Floats:
    return values.reshape(-1, values.shape[-1])


def _incidence(rows: Ints, size: int) -> Any:
    """Return the matrix (tokens, rows) that sums each token's rows."""
    count, each = rows.shape
    ends = np.arange(0, count * each + 1, each)
    return sparse.csr_matrix((np.ones(rows.size, np.float32), rows.ravel(), ends), (count, size))


def _sigmoid(values: Floats) -> Floats:
    result: Floats = 0.5 * np.tanh(0.5 * values) + 0.5
    return result


class _GRU:
    """A run of the gated recurrent units over a batch, and the gradient back through it.

    The forward computation is that of :class:`refconv.tag.gru.BidirectionalGRU`, which keeps
    nothing that the way back needs.
    """

    def __init__(self, network: Network, values: Floats, inside: Flags) -> None:
        self.network = network
        self.back, self.strings = reversed_places(inside), np.arange(inside.shape[1])
        self.both = np.stack((values, values[self.back, self.strings]))
        steps, count = inside.shape
        size = self.size = network.memory.shape[1]
        gates = (self.both.reshape(2, -1, size) @ network.inner).reshape(2, steps, count, 3 * size)
        gates += network.bias[:, 0][:, None, None]
        self.states = np.zeros((2, steps + 1, count, size), np.float32)
        self.switches = np.empty((2, steps, count, 2 * size), np.float32)
        self.new, self.inner = np.empty_like(self.both), np.empty_like(self.both)
        self._run(gates)

    def _run(self, gates: Floats) -> None:
        network, size, states, switches = self.network, self.size, self.states, self.switches
        inner_bias = network.bias[:, 1][:, None]
        for t in range(gates.shape[1]):
            now = states[:, t] @ network.memory + inner_bias
            switches[:, t] = _sigmoid(gates[:, t, :, : 2 * size] + now[:, :, : 2 * size])
            self.inner[:, t] = now[:, :, 2 * size :]
            self.new[:, t] = np.tanh(
                gates[:, t, :, 2 * size :] + switches[:, t, :, :size] * self.inner[:, t]
            )
            states[:, t + 1] = self.new[:, t] + switches[:, t, :, size:] * (
                states[:, t] - self.new[:, t]
            )

    @property
    def hidden(self) -> Floats:
        """The hidden states (places, strings, 2 h) of both directions."""
        forwards, backwards = self.states[0, 1:], self.states[1, 1:]
        return np.concatenate((forwards, backwards[self.back, self.strings]), axis=2)

    def gradient(self, by_hidden: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Return the gradient by the input, the input and recurrent weights, and the biases."""
        size = self.size
        by_gates, by_now = self._back_through_time(by_hidden)
        flat, flat_now = (v.reshape(2, -1, 3 * size) for v in (by_gates, by_now))
        before = self.states[:, :-1].reshape(2, -1, size)
        by_inner = self.both.reshape(2, -1, size).swapaxes(1, 2) @ flat
        by_memory = before.swapaxes(1, 2) @ flat_now
        by_bias = np.stack((flat.sum(axis=1), flat_now.sum(axis=1)), axis=1)
        by_both: Floats = (flat @ self.network.inner.swapaxes(1, 2)).reshape(self.both.shape)
        by_values = by_both[0]
        turned_back = np.zeros_like(by_values)
        turned_back[self.back, self.strings] = by_both[1]
        return by_values + turned_back, by_inner, by_memory, by_bias

    def _back_through_time(self, by_hidden: Floats) -> tuple[Floats, Floats]:
        """Return the gradient by the gates' inputs, and by what the recurrent weights add."""
        size, states, switches, new = self.size, self.states, self.switches, self.new
        turned_half = np.zeros_like(by_hidden[:, :, size:])
        turned_half[self.back, self.strings] = by_hidden[:, :, size:]
        by_states = np.stack((by_hidden[:, :, :size], turned_half))
        shape = (*new.shape[:3], 3 * size)
        by_gates, by_now = np.empty(shape, np.float32), np.empty(shape, np.float32)
        transposed = np.ascontiguousarray(self.network.memory.swapaxes(1, 2))
        carried = np.zeros((2, new.shape[2], size), np.float32)
        for t in range(new.shape[1] - 1, -1, -1):
            carried += by_states[:, t]
            reset, update = switches[:, t, :, :size], switches[:, t, :, size:]
            by_new = carried * (1 - update) * (1 - new[:, t] ** 2)
            by_gates[:, t, :, :size] = by_new * self.inner[:, t] * reset * (1 - reset)
            by_update = carried * (states[:, t] - new[:, t]) * update * (1 - update)
            by_gates[:, t, :, size : 2 * size] = by_update
            by_gates[:, t, :, 2 * size :] = by_new
            by_now[:, t] = by_gates[:, t]
            by_now[:, t, :, 2 * size :] *= reset
            carried *= update
            carried += by_now[:, t] @ transposed
        return by_gates, by_now
