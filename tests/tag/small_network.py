"""A recurrent network of few random weights, for the tests of this folder."""

from __future__ import annotations

import numpy as np

from refconv.tag import tagger
from refconv.tag.batch import Floats
from refconv.tag.network import INPUTS, Inputs, Network


def network(width: int = 6, memory: int = 5, inputs: Inputs = INPUTS) -> Network:
    """Return the weights, for the states of the shipped model."""
    rng = np.random.default_rng(1)
    states = len(tagger.model().states)

    def some(*shape: int) -> Floats:
        return np.asarray(rng.normal(0, 0.3, shape), np.float32)

    return Network(
        some(inputs.token_starts[-1], width), some(inputs.context_starts[-1], width),
        some(3 * width, memory), some(memory),
        some(2, memory, 3 * memory), some(2, memory, 3 * memory), some(2, 2, 3 * memory),
        some(2 * memory, states), some(states), np.zeros((states, states), np.float32),
    )  # fmt: skip
