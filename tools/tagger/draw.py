"""What the values of a made-up reference are drawn with."""

from __future__ import annotations

import random
from typing import NamedTuple

from tools.tagger.material import Material
from tools.tagger.styles import Names, School

Values = dict[str, str]


class Style(NamedTuple):
    """One list's way of writing: templates with their choices made, names, and small habits."""

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
    """What a value is drawn with; ``needed`` are the fields that the template cannot do without."""

    rng: random.Random
    material: Material
    style: Style
    kind: str
    needed: frozenset[str]

    def chance(self, share: float) -> bool:
        """Say yes in so many cases."""
        return self.rng.random() < share

    def habit(self, name: str) -> bool:
        """Say yes as often as the school has a habit."""
        return self.rng.random() < self.style.school.habits.get(name, 0.0)
