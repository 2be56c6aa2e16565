"""Labelled reference strings, written with their labels: ``{volume|24} Suppl {issue|6}``.

Text in no braces has no label.
"""

from __future__ import annotations

import re

from refconv.assemble.draft import Draft
from refconv.assemble.record import STEPS, Step
from refconv.core.report import Segment

_MARKED = re.compile(r"\{([\w-]+)\|([^{}]*)\}")


def segmented(marked: str) -> tuple[str, list[Segment]]:
    """Return a string without its marks, and its segments."""
    text, segments, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        start = len(text)
        text += match[2]
        segments.append(Segment(match[1], match[2], start, len(text), 1.0))
        end = match.end()
    return text + marked[end:], segments


def after(last: Step, marked: str, previous: str = "") -> Draft:
    """Return the draft of a string after the steps up to one, that one included."""
    draft = Draft(*segmented(marked), previous)
    for step in STEPS[: STEPS.index(last) + 1]:
        step(draft)
    return draft


def values(draft: Draft) -> str:
    """Return the values of a draft, marked: ``{title|T}{page|1}``."""
    return "".join(f"{{{value.label}|{value.text}}}" for value in draft.values)


def fields(draft: Draft) -> dict[str, str]:
    """Return the fields of a draft, values of one label joined with `` | ``."""
    return {label: " | ".join(texts) for label, texts in draft.fields.items()}
