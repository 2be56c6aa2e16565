"""Which format a text is in, by its content."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Any lines before a telling one; and in XML, what stands before the root.
_LINES = r"(?:[^\r\n]*[\r\n])*?"
_PROLOGUE = r"\ufeff?\s*(?:<[?!][^>]*>\s*)*"

# What only a file of the format has, at a line's start.
_MARKS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.MULTILINE)
    for name, pattern in {
        "csl-json": r"\ufeff?\s*(?:\[\s*(?:\{|\])|\{\s*\")",
        "endnote-xml": _PROLOGUE + r"<(?:xml|records)>\s*<records?\b",
        "pubmed-xml": _PROLOGUE + r"<(?:Pubmed|Medline)(?:Book)?(?:Article|Citation)(?:Set)?\b",
        "mods": _PROLOGUE + r"<(?:[\w.-]+:)?mods(?:Collection)?\b",
        "ris": _LINES + r"[ \t]*TY  ?-(?: |$)",
        "nbib": _LINES + r"(?:PMID- ?\d|(?:PMC |OWN |STAT)- ?\S)",
        "enw": _LINES + r"[ \t]*(?:%0 \w|%[AT] [^\r\n]*[\r\n]+[ \t]*%[0-9A-Z] )",
        "bibtex": _LINES
        + r"[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]\s*+(?:[^\s,{}()]*+\s*+,|\w+\s*+=|\")",
    }.items()
}


def guess(text: str) -> str:
    """Tell a text's format by its first telling line; ``text`` where there is none."""
    places = {
        name: match.end()
        for name, mark in _MARKS.items()
        if (match := mark.match(text[:_TELLING])) is not None
    }
    return min(places, key=places.__getitem__, default="text")


_TELLING = 100_000
"""Characters within which a format shows itself."""
