"""The date that Zotero's CSL-JSON importer makes of a date variable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def date_of(value: Any) -> str:
    """Return the date of a date variable; empty where Zotero reads none, as in a plain text.

    >>> date_of({"date-parts": [[2024, 3, 5]]}), date_of({"date-parts": [[2023], [2024]]})
    ('March 5, 2024', '2023/2024')
    >>> date_of({"literal": "in press"}), date_of({"literal": "2024"}), date_of("2024")
    ('in press', '"2024"', '')
    """
    if not isinstance(value, dict):
        return ""
    if isinstance(value.get("literal"), str) and value["literal"]:
        literal: str = value["literal"]
        return f'"{literal}"' if _is_read_as_date(literal) else literal
    if isinstance(value.get("raw"), str) and value["raw"]:
        return str(value["raw"])
    return _date_of_parts(value)


_YEAR = re.compile(r"(?<![0-9])[0-9]{3,4}(?![0-9])")
_PARTS_OF_NUMBERS = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_ISO = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def _is_read_as_date(literal: str) -> bool:
    """Return whether the text would be a date again: then quotes protect it."""
    if _PARTS_OF_NUMBERS.fullmatch(literal):
        return _ISO.fullmatch(literal) is not None
    return _YEAR.search(literal) is not None


def access_date_of(value: Any) -> str:
    """Return the access date, in ISO form as far as it has year, month and day.

    >>> access_date_of({"date-parts": [["2024", 3, 5]]}), access_date_of({"literal": "May 4, 2024"})
    ('2024-03-05', '2024-05-04')
    """
    if not isinstance(value, dict):
        return ""
    text = value.get("literal") or value.get("raw")
    if isinstance(text, str):
        return _iso_of_text(text)
    ranges = _ranges(value)
    return _iso(ranges[0]) if ranges else ""


_WORDS = re.compile(
    rf"(?P<month>{'|'.join(_MONTHS)}) (?P<day>[0-9]{{1,2}}), (?P<year>[0-9]{{4}})", re.IGNORECASE
)


def _iso_of_text(text: str) -> str:
    match = _WORDS.fullmatch(text.strip())
    if match is None:
        return text
    month = [name.lower() for name in _MONTHS].index(match["month"].lower()) + 1
    return f"{match['year']}-{month:02}-{int(match['day']):02}"


# ── date parts ────────────────────────────────────────────────────────────────────────────────────

_Parts = list[str]
_LARGEST_MONTH = 12


def _date_of_parts(value: Mapping[str, Any]) -> str:
    ranges = _ranges(value)
    if not ranges:
        return ""
    if len(ranges) > 1 and _sortable(ranges[0]) <= _sortable(ranges[1]):
        return f"{_iso(ranges[0])}/{_iso(ranges[1])}"
    if value.get("circa"):
        return f"{_iso(ranges[0])}~"
    season = value.get("season")
    return f"{season} {_in_words(ranges[0])}" if season else _in_words(ranges[0])


def _ranges(value: Mapping[str, Any]) -> list[_Parts]:
    """Return year, month and day of the dates, as texts; without those that are empty or zero."""
    parts = value.get("date-parts", [[value.get("year"), value.get("month"), value.get("day")]])
    dates = [one for one in parts if isinstance(one, list)] if isinstance(parts, list) else []
    return [known for known in map(_known, dates) if known]


def _known(parts: list[Any]) -> _Parts:
    """Return the parts before the first that is missing; a month above 12 is none."""
    known: _Parts = []
    for place, part in enumerate(parts[:3]):
        text = str(part) if isinstance(part, (int, str)) and not isinstance(part, bool) else ""
        is_year = place == 0
        number = int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else 0
        if (not number and text != "0000") or (not is_year and number <= 0):
            break
        if place == 1 and number > _LARGEST_MONTH:
            break
        known.append(text)
    return known


def _sortable(parts: _Parts) -> list[int]:
    return [int(part) for part in parts]


def _iso(parts: _Parts) -> str:
    year, *rest = parts
    return "-".join([f"{int(year):04}", *(f"{int(part):02}" for part in rest)])


def _in_words(parts: _Parts) -> str:
    """Return a date as Zotero shows it in English, with the day as it is given."""
    year, *rest = parts
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {rest[1]}, {year}" if len(rest) > 1 else f"{month} {year}"
