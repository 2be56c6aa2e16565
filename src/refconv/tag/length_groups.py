"""Groups of strings of similar length, so that little is padded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def by_length(lengths: Sequence[float], tokens: int) -> Iterator[list[int]]:
    """Group strings by rising length into batches of at most ``tokens`` tokens with the padding.

    Yields:
        The indices of the strings of a batch.

    >>> list(by_length([5, 90, 7, 6], 20))
    [[0, 3], [2], [1]]
    """
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > tokens:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
