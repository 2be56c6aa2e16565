"""The strings that training sees, and those that are held out."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tools.tagger.external.marked import read
from tools.tagger.foreign_corpora import FOREIGN
from tools.tagger.generate import lists
from tools.tagger.labelled_data import read_labelled
from tools.tagger.labels import Labelled, normal
from tools.tagger.material import Material, language_of
from tools.tagger.noise import damaged, noised
from tools.tagger.styles import SCHOOLS

SEED = 20
MADE = 46_000
UNSEEN = ("slavic",)
"""The schools of styles that are held out: they measure how unknown styles fare."""
SHARES = {"labelled": 1.5, "foreign": 1.0, "noised": 0.7, "made": 0.7, "csl": 0.6, "biblatex": 0.6}
"""How much a string of each sort counts."""
RENDERED = {"csl": "CSL, families unseen", "biblatex": "biblatex, styles unseen"}
"""The files of :mod:`tools.tagger.external`, and the names of their held-out parts."""
_DAMAGED = 0.3
"""The share of lists of rendered strings that are damaged: smaller than of made-up lists."""


class Sources(NamedTuple):
    """What a model is trained on.

    Attributes:
        data: The data folder.
        rendered: The folder that :mod:`tools.tagger.external` wrote; ``None`` without such strings.
        made: How many strings are made up.
    """

    data: Path
    rendered: Path | None = None
    made: int = MADE


def is_held_out(item: Labelled) -> bool:
    """Whether a labelled string is held out: a seventh of the documents.

    (Of the two mixed corpora: a seventh of the strings.)
    """
    name = item.text if item.group in {"anystyle", "citations.xml"} else item.group
    return hashlib.sha256(name.encode()).digest()[0] < 256 // 7


def held_out(sources: Sources) -> dict[str, list[Labelled]]:
    """Return the strings that training never sees, by kind."""
    kinds: dict[str, list[Labelled]] = {}
    for item in read_labelled(sources.data):
        if is_held_out(item):
            kinds.setdefault(item.source, []).append(item)
    if sources.rendered is not None:
        for name, kind in RENDERED.items():
            kinds[kind] = read(sources.rendered / f"{name}-dev.jsonl.gz")
    material = Material(sources.data)
    unseen, seen = sources.made * 500 // MADE, sources.made * 1500 // MADE
    for school in UNSEEN:
        made = (item for group in lists(material, unseen, SEED + 1, (school,)) for item in group)
        kinds[f"made, {school} (unseen)"] = list(made)
    made = (item for group in lists(material, seen, SEED + 2, _seen()) for item in group)
    kinds["made, other works"] = list(made)
    return {kind: items for kind, items in kinds.items() if items}


def _seen() -> tuple[str, ...]:
    return tuple(name for name in SCHOOLS if name not in UNSEEN)


def titles(items: Iterable[Labelled]) -> set[str]:
    """Return the titles of labelled strings, as they are compared."""
    return {normal(title) for item in items if len(title := _title(item)) > 20}


def _title(item: Labelled) -> str:
    return next((item.text[a:b] for label, a, b in item.spans if label == "title"), "")


def language(item: Labelled) -> str:
    """Return the language of a string's title; ``xx`` if it is unknown."""
    return language_of(_title(item))


def training_set(sources: Sources) -> tuple[list[Labelled], list[float]]:
    """Return the strings to train on, and how much each counts.

    They are labelled strings, damaged copies of them, and made-up and rendered lists; none has the
    title of a held-out string.
    """
    labelled = list(read_labelled(sources.data))
    secret = titles(item for item in labelled if is_held_out(item))
    made = lists(Material(sources.data), sources.made, SEED, _seen())
    parts = {
        "labelled": [i for i in labelled if not is_held_out(i) and i.source not in FOREIGN],
        "foreign": [i for i in labelled if not is_held_out(i) and i.source in FOREIGN],
        "made": [item for group in made for item in group],
    }
    if sources.rendered is not None:
        for name in RENDERED:
            parts[name] = _rendered(sources.rendered / f"{name}-train.jsonl.gz")
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
