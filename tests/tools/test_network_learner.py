"""Training of the recurrent network: its gradient against finite differences, and a fit."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag import network_file
from refconv.tag.decoding import Decoder
from refconv.tag.network import Network, Rescorer
from refconv.tag.tokens import cut
from tools.tagger.labels import Labelled
from tools.tagger.network_gradient import Rows, gradient_of
from tools.tagger.network_learner import Settings, fresh, grown, learn, strings_of
from tools.tagger.states import STATES

INPUTS = network_file.inputs_of(
    ["word%400", "shape%50", "suffix%200", "spacing/1%4", "from_start/1%16", "journals/80%21"]
)
"""Some features: a new one in the registry does not change the network of these tests."""
PARTS = ["Roe A.", ". ", "On judging", ". ", "Journal of Doubt", " ", "3", ":", "14-20", "."]
LABELS = ["author", "", "title", "", "container-title", "", "volume", "", "page", ""]


def item(parts: list[str]) -> Labelled:
    ends = np.cumsum([len(part) for part in parts]).tolist()
    spans = [(label, a, b) for label, a, b in zip(LABELS, [0, *ends], ends, strict=False) if label]
    return Labelled("".join(parts), tuple(spans), "test", "test")


ITEMS = [item(PARTS), item(["Noon K.", *PARTS[1:]]), item([*PARTS[:6], "41", ":", "3-9", "."])]


@pytest.mark.parametrize("name", Network._fields)
def test_gradient_equals_finite_differences(name: str) -> None:
    settings = Settings(width=3, memory=4)
    network = fresh(settings, INPUTS)
    strings = strings_of(ITEMS, [1.0, 0.5, 2.0], INPUTS)
    place = np.arange(strings.lengths.max())[:, None]
    inside = place < strings.lengths
    at = np.where(inside, strings.starts + place, 0)
    rows = Rows(strings.token_rows[strings.types[at]], strings.contexts[at].astype("i4"), inside)
    gold = np.where(inside, strings.states[at], 0).astype(np.int16)
    masks = [np.full((*inside.shape, n), 0.8, np.float32) for n in (3, 8)]

    def measured() -> tuple[float, Network]:
        return gradient_of(network, rows, gold, strings.weights, masks)

    part = getattr(network, name)
    gradient = getattr(measured()[1], name)
    steepest = np.unravel_index(np.argsort(-np.abs(gradient), axis=None)[:3], gradient.shape)
    for place_of in zip(*steepest, strict=True):
        was, step = part[place_of], 0.002  # short: a longer one may cross the kink of a ReLU
        losses = []
        for moved in (was + step, was - step):
            part[place_of] = moved
            losses.append(measured()[0])
        part[place_of] = was
        assert (losses[0] - losses[1]) / (2 * step) == pytest.approx(gradient[place_of], 0.05, 0.05)


def test_training_fits_a_few_strings() -> None:
    log: list[str] = []
    settings = Settings(epochs=80, rate=0.05, width=16, memory=16, dropout=0)
    network = learn(strings_of(ITEMS, [1.0] * 3, INPUTS), settings, log.append)
    losses = [float(line.split()[2]) for line in log]
    assert losses[-1] < losses[0] / 4
    scores = Rescorer(network, 1, inputs=INPUTS).scores([cut(ITEMS[0].text)])
    (found,) = Decoder(STATES, network.moves).decode(scores, np.array([len(scores)]))
    assert found.states == strings_of(ITEMS[:1], [1.0]).states.tolist()


def test_a_network_gets_weights_for_labels_that_it_does_not_know() -> None:
    known = [state for state in STATES if not state.endswith("-locator")]
    whole = fresh(Settings(width=4, memory=4))
    places = [STATES.index(state) for state in known]
    before = whole._replace(
        out=whole.out[:, places],
        out_bias=whole.out_bias[places],
        moves=whole.moves[np.ix_(places, places)],
    )
    after = grown(before, known)

    assert np.array_equal(after.out[:, places], before.out)
    new, like = STATES.index("B-locator"), known.index("B-page")
    assert np.array_equal(after.out[:, new], before.out[:, like])
    assert after.out_bias[new] < before.out_bias[like]
