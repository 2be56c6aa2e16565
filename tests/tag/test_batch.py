"""Batches: what the context features are computed from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag.batch import PADDING, concatenated, grid, limited, reversed_places
from refconv.tag.tokens import cut
from tests.tag.batches import batch_from

TEXT = "Oda A. Snow (2001). In: Book, 2nd ed."


def values_at(values: np.ndarray, text: str = TEXT) -> dict[str, int]:
    """Return the values of one string's tokens; of equal tokens the last."""
    return dict(zip(cut(text).words, values[PADDING:-PADDING].tolist(), strict=True))


def test_strings_are_padded() -> None:
    gap = [0] * PADDING
    assert concatenated([[1, 2], [3]]).tolist() == [*gap, 1, 2, *gap, 3, *gap]


def test_positions() -> None:
    batch = batch_from("One two three.", TEXT)
    assert batch.lengths.tolist() == [4, len(cut(TEXT).words)]
    places, inside = grid(batch.starts, batch.lengths)
    assert inside.sum(axis=0).tolist() == batch.lengths.tolist()
    assert batch.position[places[inside]].tolist() == np.nonzero(inside)[0].tolist()


def test_counts_are_of_one_string() -> None:
    batch = batch_from("1999, 2000, 2001.", TEXT)
    year = batch.isin("year")
    second = np.flatnonzero(batch.first)[1]
    assert batch.count_in_string(year)[second] == 1
    before = batch.count_before(year)[second : second + len(cut(TEXT).words)].tolist()
    assert before[0] == 0
    assert before[-1] == 1


def test_values_of_neighbours() -> None:
    batch = batch_from(TEXT)
    assert values_at(batch.at(batch.glued, 1))["Snow"] == 0
    assert values_at(batch.at(batch.glued, 1))["ed"] == 1
    assert values_at(batch.at(batch.classes, -1))["Oda"] == 0


STYLES = [("Oda. 1999. A title of it. Book.", 1), ("Oda (1999). A title of it. Book.", 4),
          ("Oda. A title of a work. Book 1999.", 3), ("Oda. A title.", 0)]  # fmt: skip


@pytest.mark.parametrize(("text", "style"), STYLES)
def test_where_the_first_year_stands(text: str, style: int) -> None:
    assert set(batch_from(text).year_style[PADDING:-PADDING].tolist()) == {style}


@given(st.lists(st.text("a1,.(", min_size=1, max_size=20), min_size=1, max_size=3))
def test_chunks_cover_each_string(texts: list[str]) -> None:
    batch = batch_from(*texts)
    assert (batch.inside >= 0).all()
    assert (batch.inside < np.maximum(batch.sizes.take(batch.chunk), 1) + 1).all()
    assert (np.diff(batch.chunk) >= 0).all()


def test_named_places() -> None:
    text = "Smith, In the Proc, 12 (Berlin)"
    tokens = cut(text).words
    batch = batch_from(text)
    here = PADDING + tokens.index("the")

    def token_at(place: int | str) -> str:
        return tokens[int(batch.places(place)[here]) - PADDING]

    assert [token_at(place) for place in ("before", "head", -1, 1, "tail", "after")] == [
        "Smith", "In", "In", "Proc", "Proc", "12",
    ]  # fmt: skip


def test_places_from_the_end() -> None:
    inside = np.array([[True, True], [False, True], [False, True]])
    assert reversed_places(inside).tolist() == [[0, 2], [1, 1], [2, 0]]


def test_numbers_outside_become_the_nearest() -> None:
    assert limited(np.array([-2, 0, 2, 3], np.int32), 3).tolist() == [0, 0, 2, 2]
