"""Products of matrices that stay on one core."""

from __future__ import annotations

import numpy as np

from refconv.tag.batch import Floats

_MOST = 2**19
"""Multiplications of a product that BLAS thinks too small for threads."""


def times(rows: Floats, matrix: Floats, out: Floats | None = None) -> Floats:
    """Multiply in blocks too small for threads, which cost more than they save."""
    result = np.empty((len(rows), matrix.shape[1]), np.float32) if out is None else out
    block = _block(matrix.size)
    if len(rows) <= block:
        return np.matmul(rows, matrix, out=result)
    whole = len(rows) // block * block
    into = result[:whole].reshape(-1, block, matrix.shape[1])
    np.matmul(rows[:whole].reshape(-1, block, len(matrix)), matrix, out=into)
    np.matmul(rows[whole:], matrix, out=result[whole:])
    return result


def times_each(rows: Floats, matrices: Floats, out: Floats) -> None:
    """Multiply a stack of rows (…, n, k) by a stack of matrices (…, k, c), in such blocks too."""
    block = _block(matrices.shape[-2] * matrices.shape[-1])
    for start in range(0, rows.shape[-2], block):
        some = slice(start, start + block)
        np.matmul(rows[..., some, :], matrices, out=out[..., some, :])


def _block(size: int) -> int:
    return min(max(_MOST // size, 1), 64)
