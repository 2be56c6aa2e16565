"""What a value says, without how it is spelled: two values of the same substance are the same."""

from __future__ import annotations

import re
from typing import Any

_NOCASE = re.compile(r"<span class=\"nocase\">((?:(?!<span\b|</span>).)*)</span>", re.DOTALL)
_ALIKE = {
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}", "-"),
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    **dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '"'),
}


def substance(value: Any) -> str:
    """Return a text without white space, letter case, and the forms of hyphens and quotes.

    A span that only protects letter case is not part of it.

    >>> substance("A  study – <b>DNA</b>") == substance("a Study - <b>dna</b>")
    True
    """
    if isinstance(value, str) and value.isascii() and "<span" not in value:
        return " ".join(value.lower().split())  # the same, in less time
    return spelled_alike(value).casefold()


def spelled_alike(value: Any) -> str:
    """Return a text without white space and the forms of hyphens and quotes, in its letter case.

    >>> spelled_alike("A  study – <b>DNA</b>")
    'A study - <b>DNA</b>'
    """
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if "<span" in text:
        text = without_nocase(text)
    if not text.isascii():
        # (``translate`` calls for each character.)
        for char, plain in _ALIKE.items():
            text = text.replace(char, plain)
    return " ".join(text.split())


def without_nocase(text: str) -> str:
    """Return a text without the spans that protect letter case."""
    for _ in range(_DEEPEST):
        text, count = _NOCASE.subn(r"\1", text)
        if not count:
            break
    return text


_DEEPEST = 10
"""Spans within spans that are looked through."""
