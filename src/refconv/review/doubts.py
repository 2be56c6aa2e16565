"""Why a reference needs a look, besides the confidence of its segments."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from refconv.core.report import Found, Segment

_IDENTIFIERS = frozenset({"DOI", "URL"})
_LONE_WORD = re.compile(r"[^\S\n]{0,8}\n[^\S\n]{0,40}([a-z0-9./_-]\S{0,80})[^\S\n]{0,40}(?=\n|\Z)")
"""A word that is alone on the next line, as the rest of an identifier is."""
_NUMBER_IN_LIST = re.compile(r"\W?\d{1,4}\W{0,2}")


class Doubt(NamedTuple):
    """A field that needs a look: the reason is a key of the page's texts, with a detail."""

    field: str
    reason: str
    detail: str = ""


def broken_identifiers(text: str, found: Found, segments: Collection[Segment]) -> list[Doubt]:
    """Return the identifiers that a line end may have cut, or put together from two words.

    Args:
        text: The text that the reference stands in.
        found: Its string.
        segments: Its segments, with offsets in ``text``.
    """
    doubts = []
    for segment in segments:
        if segment.label not in _IDENTIFIERS:
            continue
        if "\n" in text[segment.start : segment.end]:
            # Addresses are broken so often that it says nothing of one.
            if segment.label == "URL":
                continue
            doubts.append(Doubt(segment.label, "joined"))
        elif rest := _rest(text, segment.end, found):
            doubts.append(Doubt(segment.label, "cut", rest))
    return doubts


def _rest(text: str, end: int, found: Found) -> str:
    """Return what may continue an identifier that ends at the end of its line, or nothing."""
    match = _LONE_WORD.match(text, end)
    if match is None or _NUMBER_IN_LIST.fullmatch(match[1]):
        return ""
    return "" if match.end(1) < found.end else match[1]
