"""Model files: what is written is read, by the names of features."""

from __future__ import annotations

import json
import zlib

import numpy as np
import pytest

from refconv.tag import model_file, tagger
from refconv.tag.features import FEATURES
from refconv.tag.model_file import MAGIC
from refconv.tag.tokens import cut
from tests.tag.small_model import TRANSITIONS, file_of, model


def test_weights_survive() -> None:
    found = model_file.loads(file_of())
    assert found.transitions.tolist() == TRANSITIONS.tolist()
    assert found.scores([cut("one")])[0, 0].tolist() == [0, 1, 0, 0.5, 0]
    assert found.features == FEATURES


def test_another_calibration_curve() -> None:
    data = model_file.with_calibration(file_of(), ((0.0, 0.0), (1.0, 0.5)))
    assert model_file.loads(data).calibrated(1.0) == 0.5


@pytest.mark.parametrize("name", ["sentence", "suffix"])
def test_a_model_trained_with_fewer_features_loads(name: str) -> None:
    features = FEATURES.without([name])
    found = model_file.loads(file_of(features))
    assert found.features == features
    text = [cut("one two. Three one.")]
    np.testing.assert_array_equal(found.scores(text), model().scores(text))


def test_a_model_keeps_the_places_that_it_was_trained_with() -> None:
    word = FEATURES.token[0]._replace(places=(0, 1))
    features = FEATURES._replace(token=(word, *FEATURES.token[1:]))
    context: list[dict[int, dict[int, float]]] = [{} for _ in features.context]
    data = model_file.dumps(
        ("O", "B-title"), np.zeros((2, 2), np.float32), {"word=one": {(1, 1): 1.0}}, context,
        features=features,
    )  # fmt: skip
    found = model_file.loads(data)
    assert found.features.token[0].places == (0, 1)
    assert found.scores([cut("zero one")])[:, 0].tolist() == [[0, 1], [0, 0]]


@pytest.mark.parametrize("entry", ["vowels[0]", "moon_phase", "word[", "word[x]"])
def test_a_feature_that_is_gone_is_named(entry: str) -> None:
    raw = zlib.decompress(file_of()[len(MAGIC) :])
    size = int.from_bytes(raw[:4], "big")
    head = json.loads(raw[4 : 4 + size])
    head["features"].append(entry)
    text = json.dumps(head).encode()
    data = MAGIC + zlib.compress(len(text).to_bytes(4, "big") + text + raw[4 + size :])
    with pytest.raises(ValueError, match="unknown feature") as error:
        model_file.loads(data)
    assert entry.partition("[")[0] in str(error.value)


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="not a model file"):
        model_file.loads(b"something else")


def test_the_shipped_model_uses_features_of_the_registry_in_its_order() -> None:
    names = tagger.model().features.names
    assert len(names) >= 33
    assert [name for name in FEATURES.names if name in names] == list(names)
