"""Names and dates as documents print them → CSL-JSON."""

from __future__ import annotations

import re
from typing import Any

from refconv.values.names import parse_names, parse_person


def csl_names(text: str) -> list[dict[str, Any]]:
    """Return the names of a printed list.

    >>> csl_names("MC Thompson, TO Yeates")[1]
    {'family': 'Yeates', 'given': 'T. O.'}
    """
    return [name.as_csl() for name in parse_names(text).names]


def csl_name(text: str) -> list[dict[str, Any]]:
    """Return one printed name, as a list; an empty one if there is none.

    >>> csl_name("Thompson,MC")
    [{'family': 'Thompson', 'given': 'M. C.'}]
    """
    names = parse_names(text).names
    if len(names) > 1:
        one = parse_person(text)
        return [one.as_csl()] if one is not None else [names[0].as_csl()]
    return [name.as_csl() for name in names]


def csl_date(text: str) -> dict[str, Any]:
    """Return a printed date: its parts if it is all digits, or its text.

    >>> csl_date("2006/12/20"), csl_date("2004a"), csl_date("May 2004")
    ({'date-parts': [[2006, 12, 20]]}, {'date-parts': [[2004]]}, {'raw': 'May 2004'})
    """
    text = text.strip(" .,;()[]")
    match = _DIGITS.fullmatch(text)
    if match is None:
        return {"raw": text} if text else {}
    parts = [int(part) for part in match.groups() if part is not None]
    while len(parts) > 1 and not 1 <= parts[-1] <= 31:
        parts.pop()
    if len(parts) > 1 and parts[1] > 12:
        parts = parts[:1]
    return {"date-parts": [parts]}


_DIGITS = re.compile(r"(\d{4})[a-z]?(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:T[\d:.+Z-]{0,30})?")


def with_et_al(item: dict[str, Any], *roles: str) -> dict[str, Any]:
    """Return an item whose lists of names are incomplete."""
    if roles:
        item["custom"] = {"refconv": {"et-al": [*roles]}}
    return item
