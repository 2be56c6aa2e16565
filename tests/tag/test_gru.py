"""Gated recurrent units: against their equations, a token and a string at a time."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag.batch import Floats
from refconv.tag.gru import BidirectionalGRU

H = 4


def weights(seed: int = 1) -> tuple[Floats, Floats, Floats]:
    """Return input weights, recurrent weights and biases."""
    rng = np.random.default_rng(seed)
    shapes = ((2, H, 3 * H), (2, H, 3 * H), (2, 2, 3 * H))
    inner, memory, bias = (rng.normal(0, 0.5, shape).astype(np.float32) for shape in shapes)
    return inner, memory, bias


def states_of(direction: int, values: Floats) -> Floats:
    """Return the hidden states of one string, by the equations of Cho et al. (2014)."""
    inner, memory, bias = (part[direction] for part in weights())
    state = np.zeros(H, np.float32)
    states = []
    for value in values:
        by_value = np.split(value @ inner + bias[0], 3)
        by_state = np.split(state @ memory + bias[1], 3)
        reset, update = (1 / (1 + np.exp(-(by_value[i] + by_state[i]))) for i in (0, 1))
        new = np.tanh(by_value[2] + reset * by_state[2])
        state = (1 - update) * new + update * state
        states.append(state)
    return np.array(states)


@pytest.mark.parametrize("lengths", [(1,), (5,), (2, 3, 5), (1, 1, 40)])
def test_hidden_states(lengths: tuple[int, ...]) -> None:
    rng = np.random.default_rng(2)
    values = rng.normal(size=(max(lengths), len(lengths), H)).astype(np.float32)
    inside = np.arange(max(lengths))[:, None] < np.array(lengths)
    found = BidirectionalGRU(*weights()).run(values * inside[:, :, None], inside)
    for string, length in enumerate(lengths):
        forwards = states_of(0, values[:length, string])
        backwards = states_of(1, values[:length, string][::-1])[::-1]
        np.testing.assert_allclose(found[:length, string, :H], forwards, atol=1e-5)
        np.testing.assert_allclose(found[:length, string, H:], backwards, atol=1e-5)
