"""Marginals and the best sequence, against enumerating all sequences."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from refconv.tag.decoding import Decoder

STATES = ("O", "B-title", "I-title", "B-volume", "G-other")
NEVER = -1e4
#             O     B-t   I-t   B-v   G
MOVES = [
    [0.2, 0.5, NEVER, -0.3, NEVER],
    [NEVER, NEVER, 0.7, 0.1, 0.4],
    [NEVER, NEVER, 0.9, 0.2, 0.3],
    [NEVER, 0.3, NEVER, NEVER, 0.6],
    [NEVER, 0.4, NEVER, 0.5, 0.1],
]
DECODER = Decoder(STATES, np.array(MOVES, np.float32))
Scores = NDArray[np.float32]


def every_sequence(scores: Scores) -> dict[tuple[int, ...], float]:
    """Return the score of each allowed sequence of states."""
    result = {}
    for states in product(range(len(STATES)), repeat=len(scores)):
        if STATES[states[0]] == "O" or STATES[states[0]].startswith("B-"):
            moves = sum(MOVES[a][b] for a, b in pairwise(states))
            if moves > NEVER / 2:
                result[states] = moves + float(sum(scores[t, s] for t, s in enumerate(states)))
    return result


SCORES = st.integers(1, 5).flatmap(
    lambda size: arrays(np.float32, (size, len(STATES)), elements=st.floats(-2, 2, width=16))
)


@settings(max_examples=40, deadline=None)
@given(SCORES)
def test_marginals_are_shares_of_all_sequences(scores: Scores) -> None:
    weights = {states: np.exp(score) for states, score in every_sequence(scores).items()}
    total = sum(weights.values())
    found = DECODER.marginals(scores[:, None, :], np.array([len(scores)]))[:, 0]
    for t, s in product(range(len(scores)), range(len(STATES))):
        share = sum(w for states, w in weights.items() if states[t] == s) / total
        assert found[t, s] == pytest.approx(share, abs=1e-4)


@settings(max_examples=100, deadline=None)
@given(SCORES)
def test_the_best_sequence_holds_nothing_twice(scores: Scores) -> None:
    (found,) = DECODER.decode(scores[:, None, :], np.array([len(scores)]))
    allowed = {
        states: score
        for states, score in every_sequence(scores).items()
        if all([STATES[s] for s in states].count(b) <= 1 for b in ("B-title", "B-volume"))
    }
    # The likeliest states may score a little less than the best sequence.
    if allowed:
        best = max(allowed.values())
        assert allowed[tuple(found.states)] == pytest.approx(best, abs=0.35)


def test_strings_below_the_least_marginal_are_not_searched() -> None:
    scores = np.zeros((3, 1, len(STATES)), np.float32)
    lengths = np.array([3])
    (likeliest,) = DECODER.decode(scores, lengths, least=1.0)
    marginals = DECODER.marginals(scores, lengths)[:, 0]
    assert likeliest.states == marginals.argmax(axis=1).tolist()
    assert likeliest.marginals == pytest.approx(marginals.max(axis=1).tolist())


def test_runs_of_states_have_letters_and_labels() -> None:
    assert DECODER.letters[:5] == b"OBIBG"
    assert DECODER.labels == ["", "title", "title", "volume", "other"]
