"""The formats with a syntax of their own, and how to tell which one a text is in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from refconv.formats import bibtex, csljson, endnote, ris
from refconv.formats.base import Client, Format, Split

__all__ = ["FORMATS", "Client", "Format", "Split", "guess"]

FORMATS: Mapping[str, Format] = {
    "bibtex": bibtex.FORMAT,
    "biblatex": bibtex.BIBLATEX,
    "ris": ris.FORMAT,
    "csl-json": csljson.FORMAT,
    "enw": endnote.ENW,
    "endnote-xml": endnote.XML,
}
"""By name, in the order in which they are listed."""

# What only a file of the format has, at a line's start.
_MARKS: Mapping[str, re.Pattern[str]] = {
    "csl-json": re.compile(r"\ufeff?\s*(?:\[\s*(?:\{|\])|\{\s*\")"),
    "ris": re.compile(r"(?:.*[\r\n])*?[ \t]*TY  ?-(?: |$)", re.MULTILINE),
    "endnote-xml": re.compile(r"\s*(?:<[?!][^>]*>\s*)*<(?:xml|records)>\s*(?:<records|<record)"),
    "enw": re.compile(
        r"(?:.*[\r\n])*?[ \t]*(?:%0 \w|%[AT] .*[\r\n]+[ \t]*%[0-9A-Z] )", re.MULTILINE
    ),
    "bibtex": re.compile(
        r"(?:.*[\r\n])*?[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]\s*(?:[^\s,{}()]*\s*,|\w+\s*=|\")",
        re.MULTILINE,
    ),
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
