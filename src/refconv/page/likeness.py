"""Score how much a text reads as one reference: a sum of traits and faults."""

from __future__ import annotations

import re

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import beginning
from refconv.page.patterns import YEAR, Weights, any_of, dated, located
from refconv.page.traits import FAULTS, TRAITS

REFERENCE = 1.5
"""A text whose likeness is at least this reads as a reference."""
CERTAIN = 3.0
"""Sums are not counted beyond this."""
# A reference is rarely shorter or longer, in characters.
SHORT, LONG = 18, 1100

# An address has names, places and numbers too, but no year.
_ADDRESS = lazy_pattern(
    "\\b"
    + any_of(
        r"Universit\w+;Institut\w*;Department;Dept;Dipartimento;Sezione;Laborator\w+;Faculty"
        r";Fakultät"
        r";Hospital;School of;Cent(?:re|er);College;Academy;Observatory;Supported by;Present"
        r" address"
        r";Also at;Now at;E-?mail",
        ";",
    )
    + "\\b",
    re.IGNORECASE,
)

# Words that sentences have and titles hardly ever.
_PROSE = frozenset(
    (
        "we our us was were is are has have had been this these that which they their it its be can"
        " may will would should could who whose not also however therefore you your he she his her"
        " wir ist sind wurde wurden werden wird dass daß sich nicht auch hat haben diese dieser"
        " dieses diesem diesen kann nous est sont ont été cette ces qui que mais son fue"
        " fueron este"
        " esta estos han são foi foram sono questo questa che это что как был была было были не мы"
    ).split()
)
# At the beginning of a sentence; but a month and a name.
_PROSE_CAPITALS = _PROSE | {word.capitalize() for word in _PROSE} - {"May", "Will"}


def likeness(text: str) -> float:
    """Return how much a text reads as one reference: at least ``REFERENCE`` if it does.

    The sum is cut off at ``CERTAIN``.
    """
    head = text[:1500]
    return _likeness(text, head, -22.0 * max(0.0, _share(head, _PROSE) - 0.035), _FAULTS)


def resembles(text: str) -> bool:
    """Return whether a text has what clear references have, even if its title is a sentence."""
    return _likeness(text, text[:1500], 0.0, _OTHER_FAULTS) >= CERTAIN


_YEAR = next(rule for rule in TRAITS if rule.name == "year")
_TRAITS = [rule for rule in TRAITS if rule is not _YEAR]
_FAULTS = Weights(FAULTS)
_SENTENCES = {"first person", "question"}
_OTHER_FAULTS = Weights(rule for rule in FAULTS if rule.name not in _SENTENCES)


def _likeness(text: str, head: str, prose: float, faults: Weights) -> float:
    total = 0.5 * max(-0.5, beginning(head).weight) + prose
    if not any(map(str.isalpha, head)):
        total -= 3.0
    if YEAR.search(head):
        total += _YEAR.weight
    elif not dated(head):
        total -= 1.0 if located(head) else 1.5
        if _ADDRESS.search(head):
            total -= 2.0
    if len(text) < SHORT:
        total -= 2.0
    if len(text) > LONG:
        total -= min(3.0, (len(text) - LONG) / 400)
    total += faults.of(head)
    for rule in _TRAITS:
        if rule.within(head):
            total += rule.weight
            if total >= CERTAIN:
                break
    return total


# Where in a journal or in a book: more than any number with a sign.
_PLACE = lazy_pattern(
    r"[\dp](?:(?<=\d)(?: ?[(;:] ?\d[^)]{0,12}[):] ?\d|; ?\d+:|: ?\d+[–-]\d)"
    r"|(?<=p)(?<!\w.)p?\. ?\d+[–-]\d)"
)
_PERSON = 1.6


def prose_share(text: str) -> float:
    """Return the share of words that only sentences have.

    None are counted in what begins with a person and names a year and a place: a title may be a
    sentence. A text of more than 50,000 characters is told by the first of them.
    """
    return _share(text[:_MOST], _PROSE_CAPITALS)


_MOST = 50_000


def _share(text: str, prose: frozenset[str]) -> float:
    words = text.split()
    if prose.isdisjoint(words):
        return 0.0
    share = sum(map(prose.__contains__, words)) / (len(words) + 6)
    if len(text) < LONG and _PLACE.search(text) and beginning(text).weight >= _PERSON:
        return 0.0 if YEAR.search(text) else share
    return share
