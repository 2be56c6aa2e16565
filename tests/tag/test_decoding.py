"""The chain: marginals and best sequences against counting every sequence."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from refconv.tag import crf, model_file
from refconv.tag.context_features import CONTEXT_FEATURES
from refconv.tag.tokens import cut

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


def model(scale: float = 1.0) -> crf.Model:
    transitions = np.array(MOVES, np.float32)
    token: dict[str, dict[int, float]] = {"word=one": {}, "word=two": {}}
    for word, place, state, weight in (
        ("one", 0, 1, 1.0 * scale), ("one", 0, 3, 0.5), ("two", 0, 2, 0.75),
        ("two", 0, 4, 1.25 * scale), ("one", -1, 2, 0.5), ("two", 1, 0, 1.0),
    ):  # fmt: skip
        token[f"word={word}"][crf.column_of(place, state, len(STATES))] = weight
    context: list[dict[int, dict[int, float]]] = [{} for _ in CONTEXT_FEATURES]
    return model_file.loads(
        model_file.dumps(STATES, transitions, token, context, ((0.0, 0.0), (1.0, 1.0)))
    )


def every_sequence(scores: NDArray[np.float32]) -> dict[tuple[int, ...], float]:
    """The score of each allowed sequence of states."""
    result = {}
    for states in product(range(len(STATES)), repeat=len(scores)):
        if STATES[states[0]] == "O" or STATES[states[0]].startswith("B-"):
            moves = sum(MOVES[a][b] for a, b in pairwise(states))
            if moves > NEVER / 2:
                result[states] = moves + float(sum(scores[t, s] for t, s in enumerate(states)))
    return result


def scores_of(chain: crf.Model, words: list[str]) -> NDArray[np.float32]:
    """The score of each state at each word."""
    return chain.scores([cut(" ".join(words))])[:, 0]


TOKENS = st.lists(st.sampled_from(["one", "two", "other"]), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(TOKENS)
def test_marginals_are_shares_of_all_sequences(words: list[str]) -> None:
    chain = model()
    scores = scores_of(chain, words)
    weights = {states: np.exp(score) for states, score in every_sequence(scores).items()}
    total = sum(weights.values())
    found = chain.chain.marginals(scores[:, None, :], np.array([len(words)]))[:, 0]
    for t in range(len(words)):
        for s in range(len(STATES)):
            share = sum(w for states, w in weights.items() if states[t] == s) / total
            assert found[t, s] == pytest.approx(share, abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(TOKENS)
def test_the_best_sequence_holds_nothing_twice(words: list[str]) -> None:
    chain = model()
    (tagged,) = chain.tag([cut(" ".join(words))])
    scores = scores_of(chain, words)
    sound = {
        states: score
        for states, score in every_sequence(scores).items()
        if all([STATES[s] for s in states].count(b) <= 1 for b in ("B-title", "B-volume"))
    }
    if sound:
        assert sound[tuple(tagged.states)] == pytest.approx(max(sound.values()), abs=0.35)


def test_strings_of_a_batch_do_not_touch() -> None:
    chain = model()
    strings = [cut(text) for text in ("one", "two one two", "other two")]
    together = chain.tag(strings)
    for string, tagged in zip(strings, together, strict=True):
        (alone,) = chain.tag([string])
        assert alone.states == tagged.states
        assert np.allclose(alone.chances, tagged.chances, atol=1e-5)


def test_weights_survive_the_file() -> None:
    chain = model(scale=2.0)
    assert scores_of(chain, ["one", "other"]).tolist() == [
        [0, 2, 0, 0.5, 0],
        [0, 0, 0.5, 0, 0],  # what the word before says
    ]
    assert chain.transitions.tolist() == np.array(MOVES, np.float32).tolist()


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="no refconv tagger model"):
        model_file.loads(b"something else")
