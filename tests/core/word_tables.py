"""The functions that make the tables of ``words`` of the core: what becomes of a word."""

from __future__ import annotations

import refconv
from refconv.core.keys import make_key


def title_words(word: str) -> str:
    """Return the key of what has a title that begins with a word."""
    return make_key(refconv.Reference(title=f"{word} Tree"))
