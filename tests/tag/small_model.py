"""A conditional random field of a few weights, for the tests of this folder."""

from __future__ import annotations

import numpy as np

from refconv.tag import crf, model_file
from refconv.tag.features import FEATURES, Features

STATES = ("O", "B-title", "I-title", "B-volume", "G-other")
TRANSITIONS = np.where(np.eye(5) > 0, 0.5, 0).astype(np.float32)
WEIGHTS: model_file.TokenWeights = {
    "word=one": {(0, 1): 1.0, (0, 3): 0.5, (-1, 2): 0.5},
    "word=two": {(0, 2): 0.75, (0, 4): 1.25, (1, 0): 1.0},
}
"""By place and state."""


def file_of(features: Features = FEATURES) -> bytes:
    """Return the model file; all context features are without weights."""
    context: list[dict[int, dict[int, float]]] = [{} for _ in features.context]
    return model_file.dumps(STATES, TRANSITIONS, WEIGHTS, context, features=features)


def model() -> crf.Model:
    """Return the model."""
    return model_file.loads(file_of())
