"""Two-way value codecs that more than one format uses.

Escaping is not theirs: they see a value as the format's syntax gives it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date, Point
from refconv.core.fields import Codec, Decoded, Raw, Raws
from refconv.core.model import ItemType, Reference


def single(decode: Callable[[Raw], Any], encode: Callable[[Any], Raw]) -> Codec:
    """Make a codec for one key that holds one value; further values that differ are unused.

    ``decode`` gives ``None`` where a raw value cannot be read.
    """

    def decode_first(raws: Raws) -> Decoded:
        values = raws[0]
        value = decode(values[0])
        if len(values) == 1:
            return Decoded(value)
        again = tuple((0, i) for i, raw in enumerate(values) if i and raw != values[0])
        if again and value is not None:
            other = values[again[0][1]]
            found = problem(Code.DUPLICATE_FIELD, "values", value=other, taken=values[0])
            return Decoded(value, again, found)
        return Decoded(value)

    return Codec(decode_first, lambda value: ((encode(value),),))


def each(decode: Callable[[Raw], Any], encode: Callable[[Any], Raw]) -> Codec:
    """Make a codec for one key that is repeated, once for each member of a tuple."""

    def decode_all(raws: Raws) -> Decoded:
        values = tuple(decode(raw) for raw in raws[0])
        unused = tuple((0, i) for i, value in enumerate(values) if value is None)
        return Decoded(tuple(value for value in values if value is not None) or None, unused)

    return Codec(decode_all, lambda value: (tuple(encode(member) for member in value),))


def same(value: Any) -> Any:
    """Give a value back."""
    return value


TEXT = single(same, same)
"""A text as it is."""

TEXTS = each(same, same)
"""A list of texts, one a key."""

PLAIN_PAGES = re.compile(r"[A-Za-z]?\d+(?P<dash>-[A-Za-z]?\d+)?", re.ASCII)
"""A page, a number, or a range with one hyphen, as no reader takes it for anything else."""

PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9._()/:;-]+", re.ASCII)
"""A DOI without a character that any format writes or reads in a way of its own."""


def plain_list(values: tuple[str, ...], is_plain: Callable[[str], object]) -> bool:
    """Tell texts that can stand in one, between semicolons or commas, and come apart again."""
    return all(
        is_plain(text) and "," not in text and ";" not in text and text.strip() == text
        for text in values
    )


def plain_point(date: Date) -> Point | None:
    """Give the year, month or day that is all a date says, with a year of four digits."""
    point = date.start
    if not isinstance(point, Point) or date.end is not None or date.literal:
        return None
    is_plain = point.season is None and point.is_plain and 1000 <= point.year <= 9999
    return point if is_plain else None


_DASHES = re.compile(r"(?<!\s)\s*(?:-{2,3}|[\u2010-\u2015\u2212])\s*|(?<=\d)\s+-\s+(?=\d)")


def normal_pages(raw: str) -> str:
    """Write ranges with one hyphen, whatever dash they have."""
    return raw if PLAIN_PAGES.fullmatch(raw) is not None else _DASHES.sub("-", raw)


PAGES = single(normal_pages, same)
"""Pages or an article number, ranges with one hyphen."""

_RESOLVER = re.compile(
    r"\s*(?:https?\s*:\s*//\s*)?(?:(?:dx\.)?doi\.org/+|www\.doi\.org/+|doi\s*:\s*)*\s*",
    re.IGNORECASE,
)


def bare_doi(raw: str) -> str | None:
    """Take a resolver or ``doi:`` off a DOI; ``None`` where none is left.

    Source: DOI Handbook, 2.2: the prefix is ``10.`` and a registrant's number.
    """
    if PLAIN_DOI.fullmatch(raw) is not None:
        return raw
    rest = raw[match.end() :] if (match := _RESOLVER.match(raw)) else raw
    rest = rest.strip()
    return rest if rest.startswith("10.") and "/" in rest else None


DOI = single(bare_doi, same)
"""A DOI without resolver."""

_NUMBERED_ARTICLES = frozenset(
    {
        ItemType.ARTICLE_JOURNAL,
        ItemType.PAPER_CONFERENCE,
        ItemType.REVIEW,
        ItemType.REVIEW_BOOK,
    }
)
_ARTICLE_NUMBER = re.compile(r"(?:[A-Za-z]{1,4}\.?\d+|\d{5,})[A-Za-z]?", re.ASCII)


def is_article_number(page: str) -> bool:
    """Tell an article number from a page: letters before digits, or five digits and more."""
    return _ARTICLE_NUMBER.fullmatch(page) is not None


def with_article_number(reference: Reference) -> Reference:
    """Let ``page`` and ``number`` both hold an article's number, if one of them does."""
    if reference.type not in _NUMBERED_ARTICLES:
        return reference
    if reference.number and not reference.page:
        return reference.changed(page=reference.number)
    if not reference.number and is_article_number(reference.page):
        return reference.changed(number=reference.page)
    return reference
