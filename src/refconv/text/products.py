"""Products of matrices that stay on one core."""

from __future__ import annotations

import numpy as np

from refconv.text.view import Floats

_MOST = 2**19
"""Multiplications of a product that BLAS thinks too small for threads."""


def times(rows: Floats, matrix: Floats, out: Floats | None = None) -> Floats:
    """Multiply in blocks too small for threads, which cost more than they save."""
    result = np.empty((len(rows), matrix.shape[1]), np.float32) if out is None else out
    block = min(max(_MOST // matrix.size, 1), 64)
    whole = len(rows) // block * block
    into = result[:whole].reshape(-1, block, matrix.shape[1])
    np.matmul(rows[:whole].reshape(-1, block, len(matrix)), matrix, out=into)
    np.matmul(rows[whole:], matrix, out=result[whole:])
    return result
