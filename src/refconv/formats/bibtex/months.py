"""Months and seasons by name.

English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Polish, Czech,
Catalan, Turkish, Finnish; abbreviations are these names' first letters.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = """
january januar jänner janvier enero gennaio janeiro januari styczeń leden gener ocak tammikuu
february februar feber février febrero febbraio fevereiro februari luty únor febrer şubat helmikuu
march märz mars marzo março maart marts marzec březen març mart maaliskuu
april avril abril aprile kwiecień duben nisan huhtikuu
may mai mayo maggio maio mei maj květen maig mayıs toukokuu
june juni juin junio giugno junho czerwiec červen juny haziran kesäkuu
july juli juillet julio luglio julho lipiec červenec juliol temmuz heinäkuu
august août agosto augustus augusti sierpień srpen agost ağustos elokuu
september septembre septiembre settembre setembro wrzesień září setembre eylül syyskuu
october oktober octobre octubre ottobre outubro październik říjen ekim lokakuu
november novembre noviembre novembro listopad kasım marraskuu
december dezember décembre diciembre dicembre dezembro desembre grudzień prosinec aralık joulukuu
""".strip().split("\n")

_SEASONS = """
spring frühling frühjahr printemps primavera lente vår forår
summer sommer été verano estate verão zomer sommar
autumn fall herbst automne otoño autunno outono herfst höst efterår
winter hiver invierno inverno vinter
""".strip().split("\n")

SEASONS = tuple(names.split()[0] for names in _SEASONS)
"""The seasons in English, spring first."""

MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros every BibTeX style defines, January first."""


def _abbreviations() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for month, names in enumerate(_NAMES, 1):
        for name in names.split():
            for length in range(3, len(name) + 1):
                found.setdefault(name[:length], set()).add(month)
    for month, names in enumerate(_NAMES, 1):
        for name in names.split():
            found[name] = {month}
    return {name: min(months) for name, months in found.items() if len(months) == 1}


_MONTHS = _abbreviations()
_MONTHS |= {name: month for month, name in enumerate(MACROS, 1)} | {"sept": 9, "mrz": 3, "juil": 7}
_SEASON = {name: i for i, names in enumerate(_SEASONS, 1) for name in names.split()}

_WORDS = re.compile(r"[^\W\d_]+|\d+|[-–/]+")


class Months(NamedTuple):
    """What a ``month`` says."""

    months: tuple[int, ...] = ()
    season: int | None = None
    days: tuple[int, ...] = ()


def parse_month(raw: str) -> Months | None:
    """Read a month in words or digits, with days or another month; ``None`` where it is neither."""
    months: list[int] = []
    days: list[int] = []
    season = None
    words: list[str] = _WORDS.findall(raw.replace("~", " ").casefold())
    numbers = [word for word in words if word.isdigit()]
    if len(words) == 1 and numbers:
        return Months((int(words[0]),)) if 1 <= int(words[0][:4]) <= 12 else None
    for word in words:
        if word in _MONTHS:
            months.append(_MONTHS[word])
        elif word in _SEASON and season is None:
            season = _SEASON[word]
        elif word.isdigit() and len(word) <= 2:
            days.append(int(word))
        elif word[0].isalnum() and word not in ("th", "st", "nd", "rd", "and", "und", "et"):
            return None
    lone = season is not None and not months and not days
    if lone or (season is None and 0 < len(months) < 3 and len(days) < 3):
        return Months(tuple(months), season, tuple(days))
    return None
