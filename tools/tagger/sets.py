"""The strings that training sees, and those that it never sees."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from pathlib import Path

from tools.tagger.external.marked import read
from tools.tagger.generate import lists
from tools.tagger.labels import Labelled, normal, read_labelled
from tools.tagger.material import Material, language_of
from tools.tagger.noise import damaged, noised
from tools.tagger.styles import SCHOOLS

SEED = 20
MADE = 40_000
UNSEEN = ("slavic",)
"""The schools that training never sees: they tell how other styles fare."""
SHARES = {"labelled": 1.5, "noised": 0.7, "made": 0.7, "csl": 0.6, "biblatex": 0.6}
"""How much a string of each sort weighs."""
RENDERED = {"csl": "CSL, families unseen", "biblatex": "biblatex, styles unseen"}
"""The files of :mod:`tools.tagger.external`, and what is kept of each for measuring."""
_DAMAGED = 0.3
"""How many lists of rendered strings are damaged: fewer than made-up ones."""


def is_held_out(item: Labelled) -> bool:
    """A seventh of the documents (of the two mixed sets: of the strings) is for testing."""
    name = item.text if item.group in {"anystyle", "citations.xml"} else item.group
    return hashlib.sha256(name.encode()).digest()[0] < 256 // 7


def held_out(data: Path, rendered: Path) -> dict[str, list[Labelled]]:
    """The strings that training never sees, by kind."""
    kinds: dict[str, list[Labelled]] = {}
    for item in read_labelled(data):
        if is_held_out(item):
            kinds.setdefault(item.source, []).append(item)
    for name, kind in RENDERED.items():
        kinds[kind] = read(rendered / f"{name}-dev.jsonl.gz")
    material = Material(data)
    for school in UNSEEN:
        made = (item for group in lists(material, 500, SEED + 1, (school,)) for item in group)
        kinds[f"made, {school} (unseen)"] = list(made)
    made = (item for group in lists(material, 1500, SEED + 2, _seen()) for item in group)
    kinds["made, other works"] = list(made)
    return kinds


def _seen() -> tuple[str, ...]:
    return tuple(name for name in SCHOOLS if name not in UNSEEN)


def titles(items: Iterable[Labelled]) -> set[str]:
    """The titles of labelled strings, as compared."""
    return {normal(title) for item in items if len(title := _title(item)) > 20}


def _title(item: Labelled) -> str:
    return next((item.text[a:b] for label, a, b in item.spans if label == "title"), "")


def by_language(kinds: dict[str, list[Labelled]]) -> dict[str, list[Labelled]]:
    """The strings of all kinds by the language of their titles, where that can be told."""
    found: dict[str, list[Labelled]] = {}
    for items in kinds.values():
        for item in items:
            language = language_of(_title(item))
            found.setdefault(f"language: {language}", []).append(item)
    return dict(sorted(found.items()))


def training_set(
    data: Path, rendered: Path, made: int = MADE
) -> tuple[list[Labelled], list[float]]:
    """Labelled strings, the same damaged, made-up and rendered lists; without held-out titles."""
    labelled = list(read_labelled(data))
    secret = titles(item for item in labelled if is_held_out(item))
    parts = {
        "labelled": [item for item in labelled if not is_held_out(item)],
        "made": [item for group in lists(Material(data), made, SEED, _seen()) for item in group],
        **{name: _rendered(rendered / f"{name}-train.jsonl.gz") for name in RENDERED},
    }
    parts = {
        name: [item for item in part if not titles([item]) & secret] for name, part in parts.items()
    }
    parts["noised"] = noised(random.Random(SEED), parts["labelled"])
    items = [item for part in parts.values() for item in part]
    return items, [SHARES[name] for name, part in parts.items() for _ in part]


def _rendered(path: Path) -> list[Labelled]:
    """Read rendered strings, and damage some lists of them."""
    rng = random.Random(SEED)
    items = read(path)
    rng.shuffle(items)
    return [
        item
        for start in range(0, len(items), 8)
        for item in damaged(rng, items[start : start + 8], _DAMAGED)
    ]
