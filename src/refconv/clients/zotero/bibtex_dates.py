"""The date that Zotero's BibTeX importer makes of year, month and day."""

from __future__ import annotations

import re
from collections.abc import Mapping

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ERA = re.compile(r"\b[0-9]{1,4} ?(?:B\.? ?C\.?(?: ?E\.?)?|C\.? ?E\.?|A\.? ?D\.?)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9-])[0-9]{3,4}(?![0-9])")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})", re.IGNORECASE)
_NUMBER = re.compile(r"\b([0-9]{1,2})(?:st|nd|rd|th)?\b")


def date_of_parts(parts: Mapping[str, str]) -> str:
    """Return a date of a year, a month and a day; empty without a year.

    >>> date_of_parts({"year": "c. 1850"}), date_of_parts({"year": "2019", "month": "5 mar"})
    ('1850', '2019-03-05')
    >>> date_of_parts({"month": "mar"}), date_of_parts({"year": "2024", "month": "mar/apr"})
    ('', '2024-04')
    """
    text = parts.get("year", "")
    if era := _ERA.search(text):
        return era[0]
    year = _YEAR.search(text)
    if year is None:
        return ""
    rest = f"{text[: year.start()]} {text[year.end() :]} {parts.get('month', '')}"
    names = _MONTH.findall(rest)
    numbers = _NUMBER.findall(f"{rest} {parts.get('day', '')}")
    first = int(numbers.pop(0)) if numbers and not names else 0
    month = _MONTHS.index(names[-1].lower()) + 1 if names else first
    if not 1 <= month <= len(_MONTHS):
        return f"{year[0]:0>4}"
    day = f"-{int(numbers[0]):02}" if numbers else ""
    return f"{year[0]:0>4}-{month:02}{day}"
