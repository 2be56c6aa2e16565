"""The recurrent network: its scores, and the strings that it rescores."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag import crf, tagger
from refconv.tag.batch import Floats
from refconv.tag.decoding import StateSequence
from refconv.tag.features import FEATURES, measured
from refconv.tag.network import INPUTS, Network, Rescorer, Scored
from refconv.tag.tokens import Cut, cut
from refconv.tag.vocabulary import Vocabulary
from tests.tag.small_network import network

# By rising length, as they come in a batch.
STRINGS = (
    "Someone. Somewhere. 2001.",
    "Roe, A. (1999). On judging. Journal of Doubt, 3(2), 14–20.",
    "K. Noon, Zur Lage der Dinge, in: Zeitschrift für Lagen 12 (1987), S. 3–41.",
)
STATES = len(tagger.model().states)


# ── scores ──────────────────────────────────────────────────────────────────────────────────────


def test_scores_do_not_depend_on_other_strings() -> None:
    rescorer = Rescorer(network(), threshold=1)
    together = rescorer.scores([cut(text) for text in STRINGS])
    for row, text in enumerate(STRINGS):
        alone = rescorer.scores([cut(text)])[:, 0]
        np.testing.assert_allclose(together[: len(alone), row], alone, atol=1e-5)


def test_scores_depend_on_distant_tokens() -> None:
    rescorer = Rescorer(network(), threshold=1)
    middle = "one two three four five six seven"
    plain, before, behind = (
        rescorer.scores([cut(text)])[:, 0]
        for text in (f"Roe {middle} Noon", f"Who {middle} Noon", f"Roe {middle} When")
    )
    assert np.abs(plain[6] - before[6]).max() > 1e-6
    assert np.abs(plain[2] - behind[2]).max() > 1e-6


def scored(string: Cut, scores: Floats) -> Scored:
    """Return a string with its scores by the other model, and its context features."""
    _, batch = Vocabulary(lambda *_: None).encode([string])
    return Scored(string, scores, INPUTS.measured(batch)[:, batch.real])


def test_context_features_are_measured_once_for_both_models() -> None:
    _, batch = Vocabulary(lambda *_: None).encode([cut(text) for text in STRINGS])
    known = FEATURES.context[::-1]
    values = measured(known, batch)
    np.testing.assert_array_equal(INPUTS.measured(batch, known, values), INPUTS.measured(batch))
    # A model that lacks some of the network's features
    np.testing.assert_array_equal(
        INPUTS.measured(batch, known[:3], values[:3]), INPUTS.measured(batch)
    )


# ── strings that are rescored ───────────────────────────────────────────────────────────────────


def test_strings_below_the_threshold_are_doubtful() -> None:
    rescorer = Rescorer(network(), threshold=0.7)
    assert rescorer.is_doubtful(StateSequence([1, 2, 3], [0.9, 0.69, 0.9]))
    assert not rescorer.is_doubtful(StateSequence([1, 2, 3], [0.9, 0.71, 0.9]))


def test_results_do_not_depend_on_the_size_of_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = tagger.model()
    monkeypatch.setattr(model, "rescorer", Rescorer(network(), threshold=1))
    strings = [cut(text) for text in STRINGS * 5]
    at_once = model.tag(strings)
    monkeypatch.setattr(crf, "_WAITING_TOKENS", 10)
    monkeypatch.setattr(crf, "_BATCH_TOKENS", 60)
    assert [found.states for found in model.tag(strings)] == [found.states for found in at_once]


def test_a_network_of_zeros_changes_no_state() -> None:
    model = tagger.model()
    silent = Network(*(np.zeros_like(part) for part in network()))
    silent = silent._replace(moves=np.where(model.transitions < -1e3, -1e4, 0).astype(np.float32))
    strings = [cut(text) for text in STRINGS]
    own = model.tag(strings)
    given = [scored(string, model.scores([string])[:, 0]) for string in strings]
    rescored = dict(Rescorer(silent, 1).rescored(model.decoder, given))
    assert [rescored[i].states for i in range(3)] == [tagged.states for tagged in own]


def test_marginals_are_calibrated() -> None:
    model = tagger.model()
    strings = [cut(text) for text in STRINGS]
    given = [scored(one, np.zeros((len(one.words), STATES), np.float32)) for one in strings]
    plain = dict(Rescorer(network(), 1).rescored(model.decoder, given))
    half = dict(Rescorer(network(), 1, [(0.0, 0.0), (1.0, 0.5)]).rescored(model.decoder, given))
    for i, tagged in plain.items():
        np.testing.assert_allclose(half[i].marginals, np.array(tagged.marginals) / 2)
