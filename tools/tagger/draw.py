"""The state from which the values of a made-up reference are drawn."""

from __future__ import annotations

import random
from typing import NamedTuple

from tools.tagger.material import Material
from tools.tagger.styles import Names, School

Values = dict[str, str]


class Style(NamedTuple):
    """The style of one list: templates with their choices made, names, and small habits."""

    name: str
    school: School
    templates: dict[str, list[str]]
    names: Names
    editors: Names
    short: bool
    dash: str
    ranges: str
    title_case: str
    language: str
    dates: str
    stop: bool


class Draw(NamedTuple):
    """The state of drawing a value; ``needed`` are the fields that the template requires."""

    rng: random.Random
    material: Material
    style: Style
    kind: str
    needed: frozenset[str]

    def chance(self, share: float) -> bool:
        """Return True with a probability."""
        return self.rng.random() < share

    def habit(self, name: str) -> bool:
        """Return True with the probability that the school has for a habit."""
        return self.rng.random() < self.style.school.habits.get(name, 0.0)
