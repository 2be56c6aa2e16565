"""The chain: scores, probabilities, and the file that it is kept in."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from refconv.page.chain import (
    LABELS,
    OVERLAP,
    PLACES,
    WINDOW,
    Chain,
    chain_in_use,
    dumps,
    labels_of,
    loads,
    marginals,
    scores_of,
)
from refconv.page.line_signals import Signals

WIDTH = len(LABELS)


def chain(seed: int = 1) -> Chain:
    """Return a chain with the signals ``x`` (wide) and ``y`` (own) and random weights."""
    rng = np.random.default_rng(seed)

    def table(width: int) -> np.ndarray:
        rows = np.round(rng.normal(size=(2, width)) * 16) / 16
        rows[0] = 0
        return rows.astype(np.float32)

    moves = np.round(rng.normal(size=(WIDTH, WIDTH)), 3).astype(np.float32)
    return Chain({"x": 1}, table(len(PLACES) * WIDTH), {"y": 1}, table(WIDTH), moves)


def test_a_wide_signal_counts_at_its_neighbours() -> None:
    model = chain()
    signals = Signals([[], [], ["x"], [], []], [["z"]] * 5, [])
    scores = scores_of(model, signals)
    wide = model.wide[1].reshape(len(PLACES), WIDTH)
    for place, row in zip(PLACES, wide, strict=True):
        assert np.allclose(scores[2 - place], row)


def test_probabilities_are_those_of_all_sequences() -> None:
    model = chain(2)
    scores = np.random.default_rng(3).normal(size=(4, WIDTH)).astype(np.float32)
    total = np.zeros((4, WIDTH))
    for path in itertools.product(range(WIDTH), repeat=4):
        score = sum(scores[t, label] for t, label in enumerate(path))
        score += sum(model.transitions[a, b] for a, b in itertools.pairwise(path))
        for t, label in enumerate(path):
            total[t, label] += np.exp(score)
    exact = total / total.sum(axis=1, keepdims=True)
    assert np.allclose(marginals(scores, model), exact, atol=1e-4)


def test_long_texts_are_decoded_in_windows() -> None:
    model = chain(4)
    scores = np.random.default_rng(5).normal(size=(3 * WINDOW + 7, WIDTH)).astype(np.float32) * 3
    whole = marginals(scores, model)
    inner = slice(WINDOW, 2 * WINDOW)
    around = slice(WINDOW - 2 * OVERLAP, 2 * WINDOW + 2 * OVERLAP)
    part = marginals(scores[around], model)[2 * OVERLAP : 2 * OVERLAP + WINDOW]
    assert np.abs(whole[inner] - part).max() < 1e-3
    assert len(labels_of(whole)) == len(scores)


def test_a_file_holds_a_chain() -> None:
    model = chain(6)
    again = loads(dumps(model))
    assert (again.names, again.own_names) == (model.names, model.own_names)
    for mine, theirs in ((model.wide, again.wide), (model.own, again.own)):
        assert np.array_equal(mine, theirs)
    assert np.allclose(model.transitions, again.transitions)


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="not a model file"):
        loads(b"BM")


def test_the_model_is_small() -> None:
    assert len(dumps(chain_in_use())) < 450_000
