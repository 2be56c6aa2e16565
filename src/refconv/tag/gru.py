"""Gated recurrent units (Cho et al. 2014) that read strings from both ends."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Flags, Floats, Places
from refconv.tag.matmul import multiply, multiply_each

_WAYS = 2


class Reader:
    """Units with their weights, laid out for reading.

    ``inner`` and ``memory`` are (2, h, 3 h), ``bias`` (2, 2, 3 h): by way (forwards, backwards),
    with the gates in the order reset, keep, new content.
    """

    def __init__(self, inner: Floats, memory: Floats, bias: Floats) -> None:
        size = inner.shape[1]
        # A logistic function is a hyperbolic tangent at half the place.
        half = np.repeat(np.array([0.5, 1], np.float32), [2 * size, size])
        bias = bias * half
        bias[:, 0, : 2 * size] += bias[:, 1, : 2 * size]
        self._inner, self._memory = _by_gate(inner * half), _by_gate(memory * half)
        self._bias = np.ascontiguousarray(bias[:, 0].reshape(_WAYS, 3, size).swapaxes(0, 1))
        self._known_bias = bias[:, None, 1, 2 * size :]

    def remembered(self, values: Floats, inside: Flags) -> Floats:
        """Read forwards and backwards: what is remembered at each token from both ends.

        ``values`` is (places, strings, h), the result (places, strings, 2 h). The strings come by
        rising length.
        """
        places, strings, size = values.shape
        back = turned(inside) * strings + np.arange(strings)
        gates = np.empty((3, _WAYS, places, strings, size), np.float32)
        for way, seen in enumerate((values, _moved(values, back))):
            for gate in range(3):
                out = gates[gate, way].reshape(-1, size)
                multiply(seen.reshape(-1, size), self._inner[gate, way], out=out)
        gates += self._bias[:, :, None, None]
        forwards, backwards = self._read(gates, strings - inside.sum(axis=1))
        return np.concatenate((forwards, _moved(backwards, back)), axis=2)

    def _read(self, gates: Floats, ended: NDArray[np.intp]) -> Floats:
        """Read from the first place on, both ways at once: what is remembered at each.

        ``ended`` says how many strings, the first ones, have no token at a place.
        """
        _, ways, places, strings, size = gates.shape
        result = np.zeros((ways, places, strings, size), np.float32)
        state = np.zeros((ways, strings, size), np.float32)
        known = np.empty((3, ways, strings, size), np.float32)
        for t, n in enumerate(ended.tolist()):
            here, own = state[:, n:], known[:, :, n:]
            multiply_each(here, self._memory, out=own)
            switches, new = gates[:2, :, t, n:], gates[2, :, t, n:]
            switches += own[:2]
            np.tanh(switches, out=switches)
            switches += 1
            switches *= np.float32(0.5)
            reset, keep = switches
            own[2] += self._known_bias
            own[2] *= reset
            new += own[2]
            np.tanh(new, out=new)
            here -= new
            here *= keep
            here += new
            result[:, t, n:] = here
        return result


def turned(inside: Flags) -> Places:
    """The places of each string from its end to its start, padding last as before."""
    place = np.arange(len(inside))[:, None]
    return np.where(inside, inside.sum(axis=0) - 1 - place, place)


def _moved(values: Floats, places: Places) -> Floats:
    """Give at each place what stands at another, counted through all strings."""
    return values.reshape(-1, values.shape[2]).take(places, axis=0)


def _by_gate(weights: Floats) -> Floats:
    """Part the weights (2, h, 3 h) of the three gates: (3, 2, h, h), each a faster product."""
    size = weights.shape[1]
    return np.ascontiguousarray(weights.reshape(_WAYS, size, 3, size).transpose(2, 0, 1, 3))
