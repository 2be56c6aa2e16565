"""Printed dates into dates, in the languages that reference lists have.

What holds no year is kept as it stands, and so is what says more than its date does (``1927, repr.
1986``). The forms of dates are those of :mod:`refconv.values.date_forms`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Date, Point
from refconv.values.date_forms import in_figures, read_words

_PLAIN_YEAR = lazy_pattern(r"(?:1\d|20)\d\d", re.ASCII)
_SUFFIXED = lazy_pattern(r"((?:1\d|20)\d\d)\s?([a-z]{1,2})\b")
_EDGES = " \t\u00a0.,;:()"


def split_year_suffix(raw: str) -> tuple[str, str]:
    """Divide a year and the letter behind it.

    >>> split_year_suffix("2004a")
    ('2004', 'a')
    """
    match = _SUFFIXED.search(raw)
    if match is None:
        return raw, ""
    return raw[: match.end(1)] + raw[match.end() :], match[2]


@lru_cache(8192)
def read_date(raw: str) -> Date | None:
    """Read a printed date; ``None`` for a text without letters or digits.

    >>> str(read_date("12–14 mai 2003"))
    '2003-05-12/2003-05-14'
    """
    text = unicodedata.normalize("NFC", raw).strip(_EDGES)
    if _PLAIN_YEAR.fullmatch(text):
        return Date.on(int(text))
    try:
        return in_figures(text) or _words(text) or _literal(text)
    except ValueError:
        # A day that no calendar has: the year holds.
        return _literal(text, _YEAR.search(text))


_YEAR = lazy_pattern(r"(?<!\d)(?:1\d|20)\d\d(?!\d)", re.ASCII)
_ABBREVIATED = lazy_pattern(r"[^\W\d_]\.\s?[^\W\d_]\Z")


def _literal(text: str, year: re.Match[str] | None = None) -> Date | None:
    """Return a text that is no date, such as ``in press``, as a literal, with a year if known."""
    text = " ".join(text.split())
    if _ABBREVIATED.search(text):
        text += "."
    if not any(map(str.isalnum, text)):
        return None
    return Date(start=Point(int(year.group())) if year else None, literal=text)


def _words(text: str) -> Date | None:
    """Read a date in words; a text that says more than its date is kept beside it."""
    words = read_words(text)
    if words is None:
        return None
    start, *ends = words.points
    literal = "" if words.is_clear else " ".join(text.split())
    return Date(start=start, end=ends[0] if ends else None, literal=literal)
