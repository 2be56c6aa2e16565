"""The states of the models, and strings as sequences of states.

The first token of a value has a state of its own (``B``), the following ones another (``I``), and
the text between two values has one that names the value before (``G``): so transitions know the
order of fields.
"""

from __future__ import annotations

from refconv.tag.tokens import cut
from tools.tagger.labels import LABELS, Labelled

LONG = frozenset(
    ["author", "editor", "translator", "title", "container-title", "collection-title", "issued",
     "page", "publisher", "publisher-place", "note", "event-title", "issue", "genre", "number",
     "volume", "edition", "accessed", "archive", "archive_location", "locator"]
)  # fmt: skip
"""The labels whose values may have several tokens."""
REMEMBERED = frozenset(
    ["author", "editor", "title", "container-title", "collection-title", "issued", "volume",
     "issue", "page", "publisher", "publisher-place", "citation-number"]
)  # fmt: skip
"""The labels with a ``G`` state of their own; the others share ``G-other``."""

STATES = (
    "O",
    *(f"B-{label}" for label in LABELS),
    *(f"I-{label}" for label in LABELS if label in LONG),
    *(f"G-{label}" for label in LABELS if label in REMEMBERED),
    "G-other",
)
"""All states; a model numbers them in this order."""


def allowed(before: str, state: str) -> bool:
    """Return whether a state may follow another."""
    first, _, label = before.partition("-")
    kind, _, name = state.partition("-")
    if kind == "O":
        return first == "O"
    if kind == "B":
        return True
    if kind == "I":
        return first in {"B", "I"} and label == name
    if first == "O":
        return False
    if first == "G":
        return label == name
    return (label if label in REMEMBERED else "other") == name


def states_of(item: Labelled) -> tuple[list[str], list[int], list[str]]:
    """Return the words, whether each is glued, and the states of a labelled string."""
    states: list[str] = []
    gap = "O"
    spans = iter(item.spans)
    span = next(spans, None)
    fresh = True
    tokens = cut(item.text)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        while span and start >= span[2]:
            gap = f"G-{span[0] if span[0] in REMEMBERED else 'other'}"
            span = next(spans, None)
            fresh = True
        if span and end > span[1]:
            name = span[0]
            states.append(f"{'B' if fresh or name not in LONG else 'I'}-{name}")
            fresh = False
        else:
            states.append(gap)
    return tokens.words, tokens.glued, states
