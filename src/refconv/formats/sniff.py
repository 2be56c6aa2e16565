"""Which format a text is in, by its content."""

from __future__ import annotations

import re
from functools import cache

from refconv.formats.json.kinds import kind_of
from refconv.formats.registry import DOCUMENT_PLACES, PLACES

HEAD = 100_000
"""Characters within which a format must show its mark."""


@cache
def _marks() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(place.mark, re.MULTILINE)
        for name, place in (*PLACES.items(), *DOCUMENT_PLACES.items())
        if place.mark and not place.is_binary
    }


def has_mark(text: str, name: str) -> bool:
    """Return whether a text has the mark of a format at its beginning."""
    if (kind := kind_of(text[:HEAD])) is not None:
        # An item a line is what both read.
        return name == kind or {name, kind} == {"csl-json", "jsonl"}
    # BibLaTeX has the syntax, and so the mark, of BibTeX.
    mark = _marks().get("bibtex" if name == "biblatex" else name)
    return mark is not None and mark.match(text[:HEAD]) is not None


def guess(text: str) -> str:
    """Return the format whose mark comes first in a text; ``text`` if there is none.

    JSON is told apart by the keys of its items (:mod:`refconv.formats.json.kinds`).

    >>> guess("TY  - BOOK"), guess('[{"type": "book"}]')
    ('ris', 'csl-json')
    """
    if (kind := kind_of(text[:HEAD])) is not None:
        return kind
    ends = {
        name: match.end()
        for name, mark in _marks().items()
        if (match := mark.match(text[:HEAD])) is not None
    }
    return min(ends, key=ends.__getitem__, default="text")
