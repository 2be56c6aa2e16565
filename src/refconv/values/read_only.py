"""Codecs of formats that are only read: the records of libraries, PubMed's and MODS.

Source: National Library of Medicine, *MEDLINE/PubMed Data Element (Field) Descriptions*.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.combinators import first_of
from refconv.values.date_fields import ReadDate
from refconv.values.date_fields import read_date as read_field
from refconv.values.identifiers import PMCID_FORM, bare_doi
from refconv.values.languages import language_code
from refconv.values.pages import is_article_number, normal_pages
from refconv.values.standard_numbers import decode_numbers, numbers_in


def reading(decode: Callable[[Raws], Decoded]) -> Codec:
    """Return a codec that decodes and writes nothing."""
    return Codec(decode, lambda value: ())  # noqa: ARG005


def _first(decode: Callable[[str], Any], *, repeats: bool = False) -> Codec:
    """Return a codec that takes the first value of any key that can be read."""
    return reading(first_of(decode, repeats=repeats).decode)


def _text(raw: str) -> str | None:
    return raw or None


def title(raw: str) -> str | None:
    """Remove the period that ends every title in PubMed."""
    is_sentence = raw.endswith((".", ".]")) and not raw.endswith("...")
    return (raw.removesuffix(".") if is_sentence else raw) or None


TEXT = _first(_text)
ONE = _first(_text, repeats=True)
"""One of several texts that say the same in different spellings."""

TITLE = _first(title)
DOI = _first(lambda raw: bare_doi(re.sub(r"(?<!\s)\s*+\[doi\]$", "", raw)), repeats=True)
"""A DOI of several places, which all have it."""

_PMCID = lazy_pattern(PMCID_FORM)
PMCID = _first(lambda raw: match[0] if (match := _PMCID.search(raw)) else None)
PMID = _first(lambda raw: raw if raw.isdecimal() else None)


def _numbers(kind: str) -> Codec:
    """Return the codec of numbers, which keeps what is none elsewhere."""
    decode = decode_numbers(kind)

    def decode_known(raws: Raws) -> Decoded:
        decoded = decode(raws)
        if decoded.value is None or numbers_in(decoded.value).is_plain:
            return decoded
        return Decoded(None, problem=decoded.problem)

    return reading(decode_known)


ISSN, ISBN = _numbers("ISSN"), _numbers("ISBN")
"""The numbers of a journal or a book in print and online."""


def _decode_pages(raws: Raws) -> Decoded:
    """Read pages, or an article number if there are none."""
    pages, numbers = raws
    values = [normal_pages(raw) for raw in pages if raw]
    if values:
        others = tuple((1, i) for i, raw in enumerate(numbers) if raw != pages[0])
        return Decoded(values[0], tuple((0, i) for i in range(1, len(pages))) + others)
    number = next((raw for raw in numbers if is_article_number(raw)), None)
    return Decoded(number, tuple((1, i) for i, raw in enumerate(numbers) if raw != number))


PAGES = reading(_decode_pages)


def _decode_all(raws: Raws) -> Decoded:
    return Decoded(tuple(raw for values in raws for raw in values if raw) or None)


LIST = reading(_decode_all)
"""A list of texts, of several keys one after another."""

_NUMERIC = lazy_pattern(
    r"(\d{4})[ /-]+(0[1-9]|1[0-2]|[1-9](?=[ /-]))(?:[ /-]+(\d{1,2}))?(?: \d\d:\d\d)?"
)
# The event that a date of the history is of: 2013/02/15 06:00 [received]
_STATUS = lazy_pattern(r"(?<=\S)\s*+\[[^\W\d]+\]$")


def read_date(raw: str) -> Date:
    """Read a date of publication or history; what is no date becomes a literal."""
    found = _read(raw)
    return (
        Date(literal=" ".join(_STATUS.sub("", raw).split()) or raw) if found is None else found.date
    )


def _read(raw: str) -> ReadDate | None:
    text = " ".join(_STATUS.sub("", raw).split())
    if match := _NUMERIC.fullmatch(text):
        text = "/".join((*(part for part in match.groups() if part), ""))
    return read_field(text)


def _decode_date(raws: Raws) -> Decoded:
    first = next((raw for raw in raws[0] if raw.strip()), None)
    if first is None:
        return Decoded(None)
    date, found = _read(first) or (read_date(first), None)
    if date.start is None and re.search(r"\d", date.literal):
        found = problem(Code.BAD_DATE, "invalid", value=raws[0][0])
    unused = tuple(
        (0, i) for i, raw in enumerate(raws[0]) if not raw.strip() or read_date(raw) != date
    )
    return Decoded(date, unused, found)


DATE = reading(_decode_date)


def _decode_fullest_date(raws: Raws) -> Decoded:
    """Read the most precise date of those that share the year of the first."""
    places = [
        (p, i) for p, values in enumerate(raws) for i, raw in enumerate(values) if raw.strip()
    ]
    dates = {place: read_date(raws[place[0]][place[1]]) for place in places}
    first = next((date for date in dates.values() if date.start is not None), None)
    if first is None:
        return _decode_date((tuple(raws[p][i] for p, i in places[:1]),))
    same = [date for date in dates.values() if date.year == first.year and date.end == first.end]
    chosen = max(same, key=lambda date: len(date.edtf()))
    place = next(place for place, date in dates.items() if date == chosen)
    found = _read(raws[place[0]][place[1]])
    implied = {date.edtf() for date in same if chosen.edtf().startswith(date.edtf())}
    unused = tuple(p for p, date in dates.items() if date.edtf() not in implied)
    return Decoded(chosen, unused, found.problem if found is not None else None)


FULLEST_DATE = reading(_decode_fullest_date)
"""A date that stands in several places, in some with its year only."""

PARAGRAPHS = reading(lambda raws: Decoded("\n\n".join(filter(None, raws[0])) or None))
"""A text of several values."""


def _decode_last_date(raws: Raws) -> Decoded:
    decoded = _decode_date((raws[0][::-1],))
    last = len(raws[0]) - 1
    unused = tuple(sorted((0, last - i) for _, i in decoded.unused))
    return Decoded(decoded.value, unused, decoded.problem)


LAST_DATE = reading(_decode_last_date)
"""The last of several dates of the same event."""


def _decode_languages(raws: Raws) -> Decoded:
    """Read the first language; ``mul`` (several) and ``und`` (undetermined) are none."""
    codes = [language_code(raw) for raw in raws[0]]
    value = next((code for code in codes if code not in ("", "mul", "und")), None)
    return Decoded(value, tuple((0, i) for i, code in enumerate(codes) if code != value))


LANGUAGE = reading(_decode_languages)
