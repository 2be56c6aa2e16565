"""What all references of a list have in common, where one alone cannot tell.

"Veron Claude" may be Claude Veron or Veron Claude. In a list that is sorted by the first word of
its references that word is the family, and the list decides for each of its references.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from refconv.assemble.draft import NO_HABITS, Draft, Habits
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Segment
from refconv.values.names import is_institution

LEAST = 10
"""References with authors from which on a list shows how it is sorted: ten are sorted by chance
once in three million lists."""
_SORTED = 0.9
"""The share of neighbours that are in order in a sorted list; a few are misplaced, or misread."""


_WORD = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_NAME = lazy_pattern(rf"({_WORD}) ({_WORD}(?: (?:{_WORD}|[A-Z]\.))?)")
_SEPARATOR = lazy_pattern(r",? (?:et|and|und|y|e) |,? & |; |, ")


def habits_of(labelled: Sequence[Sequence[Segment]]) -> Habits:
    """Return the habits of a list, from the segments of its references in their order.

    It is sorted by family if it is sorted by first words, and not by the last words of names.
    """
    if len(labelled) < LEAST:
        return NO_HABITS
    firsts = [first.text for one in labelled if (first := _first(one)).label == "author"]
    plain = [match for text in firsts if (match := _NAME.match(text))]
    if len(firsts) < LEAST or len(plain) < len(firsts) // 4:
        return NO_HABITS
    lasts = [match[2].rpartition(" ")[2] for match in plain]
    return Habits(family_first=_is_sorted(firsts) and not _is_sorted(lasts))


def _first(segments: Sequence[Segment]) -> Segment:
    """Return the first value that is no number of the reference."""
    return next((one for one in segments if one.label != "citation-number"), _NOTHING)


_NOTHING = Segment("", "", 0, 0, 0.0)


def _is_sorted(texts: Sequence[str]) -> bool:
    keys = [_folded(text.split()[0]) for text in texts if text.split()]
    pairs = [*pairwise(keys)]
    return sum(a <= b for a, b in pairs) >= _SORTED * len(pairs)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if c.isalpha())


def order_names(draft: Draft) -> None:
    """Write names without commas as "Family, Given", if the list has the family first.

    Example: in such a list ``{author|Veron Claude et Roux Anne}`` is "Veron, Claude; Roux, Anne".
    """
    if not draft.habits.family_first:
        return
    for label in ("author", "editor"):
        if label in draft.fields:
            draft.fields[label] = [_ordered(text) for text in draft.fields[label]]


def _ordered(text: str) -> str:
    names = _SEPARATOR.split(text.strip())
    matches = [_NAME.fullmatch(name) for name in names]
    if not all(matches) or is_institution(text):
        return text
    return "; ".join(f"{match[1]}, {match[2]}" for match in matches if match)
