"""Macros as they are where a chunk begins."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.syntax.chunk_index import ChunkIndex


@pytest.mark.parametrize(
    ("numbers", "values"),
    [((0, 1, 2, 3), (None, "1", "1", "2")), ((3, 1), ("2", "1")), ((2, 2), ("1", "1"))],
)
def test_the_macros_before_a_chunk(
    numbers: tuple[int, ...], values: tuple[str | None, ...]
) -> None:
    index = ChunkIndex(macros=[(0, "a", "1"), (2, "a", "2")])

    assert tuple(index.before(number).values.get("a") for number in numbers) == values
