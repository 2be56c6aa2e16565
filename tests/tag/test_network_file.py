"""Network files: what is written is read, by the names of features."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag import network_file
from refconv.tag.network import INPUTS, Inputs
from refconv.tag.tokens import cut
from tests.tag.small_network import network

CURVE = [(0.0, 0.0), (0.5, 0.4), (1.0, 0.9)]


def test_weights_survive() -> None:
    found = network_file.loads(network_file.dumps(network(), CURVE))
    np.testing.assert_array_equal(found.calibration, np.array(CURVE).T)
    assert found.inputs.names == INPUTS.names
    for name, was in network()._asdict().items():
        step = np.abs(was).max() / 127 if name in network_file.EMBEDDINGS else 1e-3
        assert np.abs(getattr(found.network, name) - was).max() <= step


def test_a_network_trained_with_fewer_features_loads() -> None:
    fewer = Inputs([INPUTS.token[0], (INPUTS.token[1][0], 7)], INPUTS.context[3:5])
    data = network_file.dumps(network(inputs=fewer), CURVE, fewer)
    found = network_file.loads(data)
    assert found.inputs.names == ["word%16384", "shape%7", "portion/1%44", "years/1%9"]
    assert found.scores([cut("One, A. 1999.")]).shape[0] == 6


@pytest.mark.parametrize("entry", ["vowels%8", "moon_phase/1%4", "word"])
def test_a_feature_that_is_gone_is_named(entry: str) -> None:
    with pytest.raises(ValueError, match=f"unknown feature '{entry[:4]}"):
        network_file.inputs_of([*INPUTS.names, entry])


@pytest.mark.parametrize("data", [b"", b"refconv-tagger-2\n", b"anything"])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a network file"):
        network_file.loads(data)
