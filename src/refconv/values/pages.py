"""Pages and article numbers."""

from __future__ import annotations

import re

from refconv.core.fields import types
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference
from refconv.core.rules import Rule

PLAIN_PAGES = lazy_pattern(r"[A-Za-z]?\d+(?P<dash>-[A-Za-z]?\d+)?", re.ASCII)
"""A page, a number, or a range with one hyphen, which no reader takes for anything else."""

_DASHES = lazy_pattern(r"(?<!\s)\s*(?:-{2,3}|[\u2010-\u2015\u2212])\s*|(?<=\d)\s+-\s+(?=\d)")


def normal_pages(raw: str) -> str:
    """Return pages with one hyphen in each range, whatever dash it had.

    >>> normal_pages("503 -- 9, 512–14")
    '503-9, 512-14'
    """
    return raw if PLAIN_PAGES.fullmatch(raw) is not None else _DASHES.sub("-", raw)


def stable_pages(raw: str) -> str:
    """Return pages normalised until nothing changes, without white space around them."""
    if PLAIN_PAGES.fullmatch(raw) is not None:
        return raw
    pages = raw.strip()
    while (again := normal_pages(pages).strip()) != pages:
        pages = again
    return pages


NUMBERED_ARTICLES = types("article-journal", "paper-conference", "review", "review-book")
"""Item types that may have an article number."""

_ARTICLE_NUMBER = lazy_pattern(r"(?:[A-Za-z]{1,4}\.?\d+|\d{5,})[A-Za-z]?", re.ASCII)


def is_article_number(page: str) -> bool:
    """Return whether a page is an article number: letters before digits, or five digits and more.

    >>> is_article_number("e1004"), is_article_number("1004")
    (True, False)
    """
    return _ARTICLE_NUMBER.fullmatch(page) is not None


def with_article_number(reference: Reference) -> Reference:
    """Return an article with its number in both ``page`` and ``number``, if one of them has it."""
    if reference.type not in NUMBERED_ARTICLES:
        return reference
    if reference.number and not reference.page:
        return reference.changed(page=reference.number)
    if not reference.number and is_article_number(reference.page):
        return reference.changed(number=reference.page)
    return reference


ARTICLE_NUMBER = Rule(
    "article number in both its variables",
    with_article_number,
    with_article_number,
    NUMBERED_ARTICLES,
    needs=frozenset({"page", "number"}),
)
"""Some programs look for it among the pages, others in a field of its own.

It is its own inverse: a reference that has been decoded has it in both variables.
"""
