"""The functions that make the tables of ``words`` of RIS: what is made of a word."""

from __future__ import annotations

import refconv
from tests.formats.examples import csl_values


def lines(word: str) -> str:
    """Return what a record is with the lines, parted by ``¶``."""
    return csl_values(refconv.read(f"TY  - JOUR\n{word.replace('¶', chr(10))}\nER  - \n", "ris"))


def beginnings(word: str) -> str:
    """Return how many records a file has in which a line follows a record."""
    text = f"TY  - JOUR\nTI  - A\nER  - \n{word}  - B\nER  - \n"
    return str(len(refconv.read(text, "ris").references))


def loose_tags(word: str) -> str:
    """Return what a line is read as, or the line before if this one continues it."""
    return csl_values(refconv.read(f"TY  - JOUR\nAB  - B\n{word}\nER  - \n", "ris"))


def dates(word: str) -> str:
    return csl_values(refconv.read(f"TY  - JOUR\nY2  - {word}\nER  - \n", "ris"))
