"""The ``month`` field: months and seasons by name, in full or abbreviated."""

from __future__ import annotations

import re
from typing import NamedTuple

from refconv.values.months import MONTHS, SEASONS, fold


def _abbreviations() -> dict[str, int]:
    """Return every prefix of a month's name, from three letters on, that fits no other month."""
    found: dict[str, set[int]] = {}
    for name, month in MONTHS.items():
        for length in range(3, len(name)):
            found.setdefault(name[:length], set()).add(month)
    return {name: min(months) for name, months in found.items() if len(months) == 1}


_MONTHS = {**_abbreviations(), **MONTHS}

_WORDS = re.compile(r"[^\W\d_]+|\d+|[-–/]+")


class Months(NamedTuple):
    """The months, the season and the days in a ``month`` field."""

    months: tuple[int, ...] = ()
    season: int | None = None
    days: tuple[int, ...] = ()


def parse_month(raw: str) -> Months | None:
    """Read a month in words or digits, with days or another month; ``None`` for any other text.

    >>> parse_month("12--15 May")
    Months(months=(5,), season=None, days=(12, 15))
    """
    months: list[int] = []
    days: list[int] = []
    season = None
    words: list[str] = _WORDS.findall(raw.replace("~", " "))
    numbers = [word for word in words if word.isdecimal()]
    if len(words) == 1 and numbers:
        return Months((int(words[0]),)) if 1 <= int(words[0][:4]) <= 12 else None
    for word in map(fold, words):
        if word in _MONTHS:
            months.append(_MONTHS[word])
        elif word in SEASONS and season is None:
            season = SEASONS[word]
        elif word.isdecimal() and len(word) <= 2:
            days.append(int(word))
        elif word[0].isalnum() and word not in ("th", "st", "nd", "rd", "and", "und", "et"):
            return None
    lone = season is not None and not months and not days
    if lone or (season is None and 0 < len(months) < 3 and len(days) < 3):
        return Months(tuple(months), season, tuple(days))
    return None
