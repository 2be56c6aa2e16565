"""The conditional random field: scores of states, and strings in batches."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag import crf, model_file
from refconv.tag.tokens import cut
from tests.tag.small_model import STATES, TRANSITIONS, model

#              O  B-t I-t B-v G
SCORES = [
    ("one", [[0, 1, 0, 0.5, 0]]),
    ("other", [[0, 0, 0, 0, 0]]),
    ("one other", [[0, 1, 0, 0.5, 0], [0, 0, 0.5, 0, 0]]),
    ("other two", [[1, 0, 0, 0, 0], [0, 0, 0.75, 0, 1.25]]),
]


@pytest.mark.parametrize(("text", "scores"), SCORES)
def test_scores_sum_the_weights_of_a_token_and_its_neighbours(
    text: str, scores: list[list[float]]
) -> None:
    assert model().scores([cut(text)])[:, 0].tolist() == scores


def test_strings_of_a_batch_do_not_touch() -> None:
    small = model()
    strings = [cut(text) for text in ("one", "two one two", "other two")]
    for string, decoded in zip(strings, small.tag(strings), strict=True):
        (alone,) = small.tag([string])
        assert alone.states == decoded.states
        assert np.allclose(alone.marginals, decoded.marginals, atol=1e-5)


def test_confidence_is_read_off_the_calibration_curve() -> None:
    context: list[dict[int, dict[int, float]]] = [{} for _ in model().features.context]
    curve = ((0.0, 0.0), (0.5, 0.8), (1.0, 1.0))
    small = model_file.loads(model_file.dumps(STATES, TRANSITIONS, {}, context, curve))
    assert [small.calibrated(chance) for chance in (0.0, 0.25, 0.5, 1.0)] == [0, 0.4, 0.8, 1]


def test_a_table_numbers_its_rows_from_one() -> None:
    table = crf.Table(
        np.array([0, 2, 2, 3], np.int32), np.array([4, 7, 1], np.uint16), np.array([1, 2, 3], "i2")
    )
    rows, columns, weights = table.cells()
    assert (rows.tolist(), columns.tolist(), weights.tolist()) == ([1, 1, 3], [4, 7, 1], [1, 2, 3])
