"""Strings of about one length together, so that little is padded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def batches(lengths: Sequence[float], tokens: int) -> Iterator[list[int]]:
    """Group strings, given by their lengths, into batches of about so many tokens; by number."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[i] > tokens:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
