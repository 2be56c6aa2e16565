"""A field of MARC, and its subfields without the punctuation of ISBD."""

from __future__ import annotations

import re
from typing import NamedTuple

_ENDS = re.compile(r"\s*[/:;,=]\s*$")


def clean(text: str) -> str:
    """Remove the ISBD punctuation at the end of a subfield.

    >>> clean("On things /"), clean("London :"), clean("Bell, Ann."), clean("Hale, N. K.,")
    ('On things', 'London', 'Bell, Ann.', 'Hale, N. K.')
    """
    return _ENDS.sub("", text.strip()).strip()


class MarcField(NamedTuple):
    """A field: its tag, its indicators, its subfields; a control field has one without a code."""

    tag: str
    indicators: str
    subfields: tuple[tuple[str, str], ...]
    line: int

    def first(self, codes: str) -> str:
        """Return the first subfield with one of some codes, without its ISBD punctuation."""
        return next((clean(text) for code, text in self.subfields if code in codes), "")

    def text(self) -> str:
        """Return all subfields as one text."""
        if self.subfields and not self.subfields[0][0]:
            return self.subfields[0][1]
        return " ".join(f"${code} {text}" for code, text in self.subfields)
