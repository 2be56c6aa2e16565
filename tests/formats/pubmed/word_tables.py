"""The functions that make the tables of ``words`` of PubMed's formats: what is made of a word."""

from __future__ import annotations

import refconv
from tests.formats.examples import csl_values


def languages(word: str) -> str:
    return csl_values(refconv.read(f"PMID- 1\nLA  - {word}\n", "nbib"))
