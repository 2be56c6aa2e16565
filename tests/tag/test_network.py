"""The judge of doubtful strings: what it scores, and what becomes of what it says."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag import crf, network_file, tagger
from refconv.tag.batch import Floats
from refconv.tag.decoding import Tagged
from refconv.tag.gru import Reader
from refconv.tag.length_groups import batches
from refconv.tag.network import CONTEXT_STARTS, TOKEN_STARTS, Judge, Network
from refconv.tag.tokens import cut

# By rising length, as they come in a batch.
STRINGS = (
    "Someone. Somewhere. 2001.",
    "Roe, A. (1999). On judging. Journal of Doubt, 3(2), 14–20.",
    "K. Noon, Zur Lage der Dinge, in: Zeitschrift für Lagen 12 (1987), S. 3–41.",
)
STATES = len(tagger.model().states)


def network(seed: int = 1, width: int = 6, memory: int = 5, states: int = STATES) -> Network:
    rng = np.random.default_rng(seed)

    def some(*shape: int) -> Floats:
        return np.asarray(rng.normal(0, 0.3, shape), np.float32)

    return Network(
        some(TOKEN_STARTS[-1], width), some(CONTEXT_STARTS[-1], width),
        some(3 * width, memory), some(memory),
        some(2, memory, 3 * memory), some(2, memory, 3 * memory), some(2, 2, 3 * memory),
        some(2 * memory, states), some(states), np.zeros((states, states), np.float32),
    )  # fmt: skip


# ── scores ──────────────────────────────────────────────────────────────────────────────────────


def test_a_string_is_scored_alike_alone_and_among_others() -> None:
    judge = Judge(network(), doubt=1)
    together = judge.scores([cut(text) for text in STRINGS])
    for row, text in enumerate(STRINGS):
        alone = judge.scores([cut(text)])[:, 0]
        np.testing.assert_allclose(together[: len(alone), row], alone, atol=1e-5)


def test_a_token_is_scored_by_what_stands_far_before_and_far_behind() -> None:
    judge = Judge(network(), doubt=1)
    middle = "one two three four five six seven"
    plain, before, behind = (
        judge.scores([cut(text)])[:, 0]
        for text in (f"Roe {middle} Noon", f"Who {middle} Noon", f"Roe {middle} When")
    )
    assert np.abs(plain[6] - before[6]).max() > 1e-6
    assert np.abs(plain[2] - behind[2]).max() > 1e-6


def test_reading_from_the_end_is_reading_the_string_turned_round() -> None:
    both = network(memory=4)
    same = Reader(both.inner[[0, 0]], both.memory[[0, 0]], both.bias[[0, 0]])
    values = np.random.default_rng(2).normal(size=(9, 1, 4)).astype(np.float32)
    inside = np.ones((9, 1), np.bool_)
    forwards, backwards = np.split(same.remembered(values, inside), 2, axis=2)
    turned = same.remembered(values[::-1].copy(), inside)[:, :, :4]
    np.testing.assert_allclose(backwards, turned[::-1], atol=1e-6)
    assert np.abs(forwards - backwards).max() > 1e-3


def test_batches_hold_each_string_once_and_strings_of_like_length() -> None:
    lengths = [5, 90, 7, 6, 80, 5, 100]
    found = list(batches(lengths, 200))
    assert sorted(i for batch in found for i in batch) == list(range(len(lengths)))
    assert all(len(batch) * max(lengths[i] for i in batch) <= 200 for batch in found)
    assert [lengths[i] for i in found[0]] == [5, 5, 6, 7]


# ── what becomes of it ──────────────────────────────────────────────────────────────────────────


def test_only_the_doubtful_are_judged() -> None:
    judge = Judge(network(), doubt=0.7)
    assert judge.doubts(Tagged([1, 2, 3], [0.9, 0.69, 0.9]))
    assert not judge.doubts(Tagged([1, 2, 3], [0.9, 0.71, 0.9]))


def test_strings_are_judged_alike_at_once_and_a_few_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    model = tagger.model()
    monkeypatch.setattr(model, "judge", Judge(network(), doubt=1))
    strings = [cut(text) for text in STRINGS * 5]
    at_once = model.tag(strings)
    monkeypatch.setattr(crf, "_WAITING_TOKENS", 10)
    monkeypatch.setattr(crf, "_BATCH_TOKENS", 60)
    assert [found.states for found in model.tag(strings)] == [found.states for found in at_once]


def test_a_judge_without_an_opinion_changes_no_state() -> None:
    model = tagger.model()
    silent = Network(*(np.zeros_like(part) for part in network()))
    silent = silent._replace(moves=np.where(model.transitions < -1e3, -1e4, 0).astype(np.float32))
    strings = [cut(text) for text in STRINGS]
    own = model.tag(strings)
    model_scores = [model.scores([string])[:, 0] for string in strings]
    judged = dict(
        Judge(silent, 1).judged(model.chain, list(zip(strings, model_scores, strict=True)))
    )
    assert [judged[i].states for i in range(3)] == [tagged.states for tagged in own]


def test_chances_of_the_judged_are_brought_to_the_measure_of_the_others() -> None:
    model = tagger.model()
    strings = [cut(text) for text in STRINGS]
    scores = [np.zeros((len(string.words), STATES), np.float32) for string in strings]
    given = list(zip(strings, scores, strict=True))
    plain = dict(Judge(network(), 1).judged(model.chain, given))
    half = dict(Judge(network(), 1, [(0.0, 0.0), (1.0, 0.5)]).judged(model.chain, given))
    for i, tagged in plain.items():
        np.testing.assert_allclose(half[i].chances, np.array(tagged.chances) / 2)


# ── the file ────────────────────────────────────────────────────────────────────────────────────


def test_a_judge_is_written_and_read() -> None:
    curve = [(0.0, 0.0), (0.5, 0.4), (1.0, 0.9)]
    judge = network_file.loads(network_file.dumps(network(), curve))
    np.testing.assert_array_equal(judge.calibration, np.array(curve).T)
    for name, was in network()._asdict().items():
        step = np.abs(was).max() / 127 if name in network_file.TABLES else 1e-3
        assert np.abs(getattr(judge.network, name) - was).max() <= step


@pytest.mark.parametrize("data", [b"", b"refconv-tagger-2\n", b"anything"])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no refconv judge"):
        network_file.loads(data)
