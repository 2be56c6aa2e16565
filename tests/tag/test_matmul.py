"""Products in blocks: equal to whole ones, and small enough for one core."""

from __future__ import annotations

import numpy as np
import pytest

from refconv.tag.matmul import MOST_MULTIPLICATIONS, block_rows, multiply, multiply_each


@pytest.mark.parametrize("rows", [0, 1, 7, 200])
@pytest.mark.parametrize("shape", [(3, 5), (58, 58), (128, 384)])
def test_product(rows: int, shape: tuple[int, int]) -> None:
    rng = np.random.default_rng(rows)
    left, right = rng.random((rows, shape[0]), np.float32), rng.random(shape, np.float32)
    np.testing.assert_allclose(multiply(left, right), left @ right, rtol=1e-5)


@pytest.mark.parametrize("rows", [1, 7, 40])
def test_products_of_a_stack(rows: int) -> None:
    rng = np.random.default_rng(rows)
    left = rng.random((2, rows, 128), np.float32)
    right = rng.random((3, 2, 128, 128), np.float32)
    result = np.empty((3, 2, rows, 128), np.float32)
    multiply_each(left, right, result)
    np.testing.assert_allclose(result, left @ right, rtol=1e-5)


@pytest.mark.parametrize(
    ("shape", "rows"),
    [((1, 1), 64), ((58, 58), 64), ((128, 128), 15), ((192, 128), 10), ((600, 600), 1)],
)
def test_rows_multiplied_at_once(shape: tuple[int, int], rows: int) -> None:
    size = shape[0] * shape[1]
    assert block_rows(size) == rows
    # OpenBLAS shares products of 2^19 multiplications among threads, older ones those above 2^18.
    assert rows == 1 or rows * size <= MOST_MULTIPLICATIONS < 2**18
