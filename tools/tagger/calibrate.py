"""Calibration: the curve from marginals to shares that are right, and its error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from refconv.tag.tagger import segments
from tools.tagger.labels import Labelled, normal
from tools.tagger.score import gold_values


def outcomes(items: Sequence[Labelled]) -> list[tuple[float, bool]]:
    """Return the confidence of each segment, and whether it is right."""
    result: list[tuple[float, bool]] = []
    for item, found in zip(items, segments([item.text for item in items]), strict=True):
        wanted = Counter((label, normal(value)) for label, value in gold_values(item))
        for segment in found:
            key = (segment.label, normal(segment.text))
            right = wanted[key] > 0
            wanted[key] -= right
            result.append((segment.confidence, right))
    return result


def calibration(items: Sequence[Labelled], points: int = 24) -> list[tuple[float, float]]:
    """Return a rising curve from marginals to the share of segments that is right."""
    pairs = sorted(outcomes(items))
    chances = np.array([chance for chance, _ in pairs])
    right = np.array([float(good) for _, good in pairs])
    cuts = [part for part in np.array_split(np.arange(len(pairs)), points) if len(part)]
    blocks = [[float(chances[part].mean()), float(right[part].mean()), len(part)] for part in cuts]
    merged: list[list[float]] = []
    for block in blocks:  # pool adjacent violators
        merged.append(block)
        while len(merged) > 1 and merged[-2][1] > merged[-1][1]:
            x, y, n = merged.pop()
            a, b, m = merged.pop()
            merged.append([(a * m + x * n) / (m + n), (b * m + y * n) / (m + n), m + n])
    curve = [(0.0, 0.0), *((round(x, 4), round(y, 4)) for x, y, _ in merged)]
    return [*curve, (1.0, curve[-1][1])]


def expected_error(items: Sequence[Labelled], bins: int = 15) -> float:
    """Return the expected calibration error: the mean distance of confidence and share right."""
    pairs = outcomes(items)
    total = 0.0
    for i in range(bins):
        low, high = i / bins, (i + 1) / bins
        inside = [p for p in pairs if low < p[0] <= high or (i == 0 and p[0] == 0)]
        if inside:
            chance = sum(p[0] for p in inside) / len(inside)
            share = sum(p[1] for p in inside) / len(inside)
            total += abs(chance - share) * len(inside)
    return total / max(len(pairs), 1)
