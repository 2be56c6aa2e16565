"""Matrix products that BLAS computes on one core."""

from __future__ import annotations

import numpy as np

from refconv.tag.batch import Floats

MOST_MULTIPLICATIONS = 2**18 - 1
"""Multiplications of the largest product that is handed to BLAS at once.

OpenBLAS computes a product on one core up to 2^18 multiplications, and shares one of 2^19 or more
among threads (``interface/gemm.c``: SMP_THRESHOLD_MIN · GEMM_MULTITHREAD_THRESHOLD each). Products
as small as ours gain nothing by that, and waiting threads spin: one of 2^19 took up to 40 times the
processor time of one of 2^18.
"""
_MOST_ROWS = 64


def multiply(rows: Floats, matrix: Floats, out: Floats | None = None) -> Floats:
    """Multiply a matrix (n, k) by another (k, c), a block of rows at a time.

    Args:
        rows: The left matrix, whose rows are cut into blocks.
        matrix: The right matrix.
        out: Where the product (n, c) is written; a new array by default.

    Returns:
        The product.
    """
    result = np.empty((len(rows), matrix.shape[1]), np.float32) if out is None else out
    block = block_rows(matrix.size)
    if len(rows) <= block:
        return np.matmul(rows, matrix, out=result)
    whole = len(rows) // block * block
    into = result[:whole].reshape(-1, block, matrix.shape[1])
    np.matmul(rows[:whole].reshape(-1, block, len(matrix)), matrix, out=into)
    np.matmul(rows[whole:], matrix, out=result[whole:])
    return result


def multiply_each(rows: Floats, matrices: Floats, out: Floats) -> None:
    """Multiply a stack of matrices (…, n, k) by a stack (…, k, c), a block of rows at a time."""
    block = block_rows(matrices.shape[-2] * matrices.shape[-1])
    for start in range(0, rows.shape[-2], block):
        part = slice(start, start + block)
        np.matmul(rows[..., part, :], matrices, out=out[..., part, :])


def block_rows(size: int) -> int:
    """Return how many rows are multiplied at once by a matrix of ``size`` numbers."""
    return min(max(MOST_MULTIPLICATIONS // size, 1), _MOST_ROWS)
