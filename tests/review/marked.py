"""Labelled strings as the tests write them: ``<label|value>``."""

from __future__ import annotations

from refconv import Segment

SWALLOWED = "<author|Doe J>. <title|On tests. Nature>. <issued|2020>;<volume|1>:<page|2–3>."
"""A title that holds its journal."""
CORRECTED = (
    "<author|Doe J>. <title|On tests>. <container-title|Nature>. "
    "<issued|2020>;<volume|1>:<page|2–3>."
)


def parse_marked(marked: str) -> tuple[str, tuple[Segment, ...]]:
    """Return the string without its marks, and its segments."""
    text, segments = "", []
    for part in marked.replace(">", "<").split("<"):
        label, bar, value = part.partition("|")
        if bar:
            segments.append(Segment(label, value, len(text), len(text) + len(value), 0.9))
        text += value if bar else part
    return text, tuple(segments)
