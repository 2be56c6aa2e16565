"""Bidirectional gated recurrent units (Cho et al. 2014)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Flags, Floats, reversed_places, taken
from refconv.tag.matmul import multiply, multiply_each

_DIRECTIONS = 2


class BidirectionalGRU:
    """Units that read from both ends.

    Args:
        inner: Input weights (2, h, 3 h), by direction (forwards, backwards), with the gates in the
            order reset, update, new content.
        memory: Recurrent weights (2, h, 3 h).
        bias: Input and recurrent biases (2, 2, 3 h).
    """

    def __init__(self, inner: Floats, memory: Floats, bias: Floats) -> None:
        size = inner.shape[1]
        # The logistic function of x is (tanh(x / 2) + 1) / 2.
        half = np.repeat(np.array([0.5, 1], np.float32), [2 * size, size])
        bias = bias * half
        bias[:, 0, : 2 * size] += bias[:, 1, : 2 * size]
        self._inner, self._memory = _by_gate(inner * half), _by_gate(memory * half)
        self._bias = np.ascontiguousarray(bias[:, 0].reshape(_DIRECTIONS, 3, size).swapaxes(0, 1))
        self._recurrent_bias = bias[:, None, 1, 2 * size :]

    def run(self, values: Floats, inside: Flags) -> Floats:
        """Return the hidden states (places, strings, 2 h): forwards, then backwards.

        Args:
            values: The input (places, strings, h), of strings of rising length.
            inside: Which places (places, strings) lie inside a string.
        """
        places, strings, size = values.shape
        back = reversed_places(inside) * strings + np.arange(strings)
        gates = np.empty((3, _DIRECTIONS, places, strings, size), np.float32)
        for direction, rows in enumerate((values, taken(values, back))):
            for gate in range(3):
                out = gates[gate, direction].reshape(-1, size)
                multiply(rows.reshape(-1, size), self._inner[gate, direction], out=out)
        gates += self._bias[:, :, None, None]
        forwards, backwards = self._run(gates, strings - inside.sum(axis=1))
        return np.concatenate((forwards, taken(backwards, back)), axis=2)

    def _run(self, gates: Floats, ended: NDArray[np.intp]) -> Floats:
        """Return the hidden states (2, places, strings, h) of both directions, at once.

        Args:
            gates: The gates' inputs (3, 2, places, strings, h).
            ended: How many strings, the first ones, have ended before each place.
        """
        _, directions, places, strings, size = gates.shape
        result = np.zeros((directions, places, strings, size), np.float32)
        state = np.zeros((directions, strings, size), np.float32)
        recurrent = np.empty((3, directions, strings, size), np.float32)
        for t, n in enumerate(ended.tolist()):
            here, now = state[:, n:], recurrent[:, :, n:]
            multiply_each(here, self._memory, out=now)
            sigmoid, new = gates[:2, :, t, n:], gates[2, :, t, n:]
            sigmoid += now[:2]
            np.tanh(sigmoid, out=sigmoid)
            sigmoid += 1
            sigmoid *= np.float32(0.5)
            reset, update = sigmoid
            now[2] += self._recurrent_bias
            now[2] *= reset
            new += now[2]
            np.tanh(new, out=new)
            here -= new
            here *= update
            here += new
            result[:, t, n:] = here
        return result


def _by_gate(weights: Floats) -> Floats:
    """Split the weights (2, h, 3 h) of the three gates: (3, 2, h, h) make faster products."""
    size = weights.shape[1]
    return np.ascontiguousarray(weights.reshape(_DIRECTIONS, size, 3, size).transpose(2, 0, 1, 3))
