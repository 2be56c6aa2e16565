"""The colours of the fields: visible on their background, distinct for all colour vision."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations

import pytest

from refconv.web.templates import static

FAMILIES = (
    "people", "title", "container", "date", "number-hue", "publisher", "identifier", "other",
)  # fmt: skip
# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
VISIONS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
MIN_DIFFERENCE = 15
"""CIE 1976 difference; people notice one of about 2.3 side by side."""


def scheme(name: str) -> dict[str, list[float]]:
    """Return the colours of a scheme, as linear RGB."""
    light, dark, *_ = static("base.css").split("@media screen")
    found = re.findall(r"--([\w-]+): #(\w{6}|\w{3});", light if name == "light" else dark)
    return {key: linear(value) for key, value in found}


def linear(value: str) -> list[float]:
    digits = value if len(value) == 6 else "".join(digit * 2 for digit in value)
    parts = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen(colour: Sequence[float], vision: str) -> tuple[float, float, float]:
    """Return a colour in CIE L*a*b* as somebody with that vision sees it."""
    r, g, b = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True))))
        for row in VISIONS[vision]
    )
    x = cube_root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    y = cube_root(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = cube_root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cube_root(value: float) -> float:
    return math.cbrt(value) if value > 0.008856 else 7.787 * value + 16 / 116


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
def test_any_two_families_are_distinct(name: str, vision: str) -> None:
    colours = {family: seen(scheme(name)[family], vision) for family in FAMILIES}

    near = [
        (one, other)
        for one, other in combinations(FAMILIES, 2)
        if math.dist(colours[one], colours[other]) < MIN_DIFFERENCE
    ]
    assert near == []


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("background", ["paper", "raised"])
def test_lines_and_words_are_visible(name: str, background: str) -> None:
    colours = scheme(name)

    weak = [key for key in FAMILIES if contrast(colours[key], colours[background]) < 3]
    weak += [
        key
        for key in ("ink", "soft", "warn", "accent")
        if contrast(colours[key], colours[background]) < 4.5
    ]
    assert weak == []
