"""What the tagger looks at in a single token: named features of its characters.

:data:`TOKEN_FEATURES` are functions of one token's characters, seen from the tokens around it too
(``places``); being functions of the characters alone they are computed once for each different
token. What is seen in its surroundings is in :mod:`refconv.text.contexts`.

Training and tagging both go through these two modules, so that they cannot disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from refconv.text.lexicon import CLASS_OF_WORD, PUNCTUATION
from refconv.text.view import NUMBER


class TokenFeature(NamedTuple):
    """A function of a token's characters.

    ``places`` says which tokens' values a token sees: at an offset from it, or at a named place
    (see :meth:`View.places`).
    """

    name: str
    places: tuple[int | str, ...]
    of: Callable[[str, str], str]


def word(text: str, kind: str) -> str:
    """The token itself: case folded, an identifier as its kind, a number as its length."""
    if kind:
        return f"<{kind}>"
    if text.isdigit():
        return "0" * min(len(text), 6)
    return _plain(text)[:24]


def shape(text: str, kind: str) -> str:
    """Case and length: ``Xxx`` for ``Nature``; a number keeps its leading digits."""
    if kind:
        return kind
    if text.isdigit():
        return f"{text[:2] if len(text) == 4 else ''}{len(text)}d"
    if not text[0].isalpha():
        return unicodedata.category(text[0])
    return _cases(text) + ("" if len(text) > 4 else str(len(text)))


def prefix(text: str, kind: str) -> str:
    """The first three letters of a word of five and more."""
    return _plain(text)[:3] if not kind and len(text) > 4 and text[0].isalpha() else ""


def suffix(text: str, kind: str) -> str:
    """The last three letters of a word of five and more."""
    return _plain(text)[-3:] if not kind and len(text) > 4 and text[0].isalpha() else ""


def ending(text: str, kind: str) -> str:
    """The last two letters with the word's case: ``ov`` of ``Petrov`` is a name's."""
    if kind or len(text) < 4 or not text[0].isalpha():
        return ""
    return _plain(text)[-2:] + ("X" if text[0].isupper() else "x")


TOKEN_FEATURES = (
    TokenFeature("word", (-2, -1, 0, 1, 2, "head", "tail", "after", "before"), word),
    TokenFeature("shape", (-2, -1, 0, 1, 2, "head", "after"), shape),
    TokenFeature("prefix", (0,), prefix),
    TokenFeature("suffix", (-1, 0, 1, "tail"), suffix),
    TokenFeature("ending", (0,), ending),
)


@lru_cache(1 << 13)
def _plain(text: str) -> str:
    """Fold case and accents away."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def _cases(text: str) -> str:
    """Write a word as its cases: X for a capital, x for a small letter, no more than two alike."""
    if text.isascii() and text.isalpha():  # most words
        if text.islower():
            return "xx"[: len(text)]
        if text.isupper():
            return "XX"[: len(text)]
        if text[1:].islower():
            return "Xxx"[: len(text)]
    result = ""
    for c in text:
        case = "X" if c.isupper() else "x" if c.islower() else "-" if c in _HYPHENS else "a"
        if result[-2:] != case * 2:
            result += case
            if len(result) == 8:
                break
    return result


_HYPHENS = frozenset("-\u2010\u2011\u00ad'\u2019")


def class_of(text: str, kind: str) -> int:
    """The class of a token: the small alphabet in which the context features are written."""
    return NUMBER[_class_name(text, kind)]


def _class_name(text: str, kind: str) -> str:  # noqa: PLR0911 (a decision list)
    if kind:
        return "number-id" if kind in {"ISBN", "ISSN", "PMID", "PMCID"} else kind
    first = text[0]
    if text.isdigit():
        size = len(text)
        if size == 4 and first in "12" and "1450" <= text <= "2039":
            return "year"
        return f"{min(size, 5)}d"
    if not first.isalpha():
        return PUNCTUATION.get(first, "mark")
    if len(text) == 1 and first.isupper():
        return "Initial"
    known = CLASS_OF_WORD.get(_plain(text))
    if known and not (known in {"stop", "and"} and first.isupper()):
        return known
    if len(text) == 1:
        return "letter" if first.islower() else "script"
    if text.isupper():
        return "UP" if len(text) < 4 else "UPPER"
    if first.isupper():
        return "Short" if len(text) < 5 else "Cap"
    if first.islower():
        return "lower" if text.islower() else "mixed"
    return "script"


def hash_of(text: str, kind: str) -> int:
    """A number for a word, for finding whole names; never 0."""
    return (crc32(word(text, kind).encode("utf-8", "replace")) & 0x3FFFFFFF) + 1


LONGEST_NAME = 9
"""Words of a journal's name that are looked at."""


def name_keys(words: NDArray[np.uint64], most: int) -> Iterator[NDArray[np.uint32]]:
    """Give, for 1, 2 … ``most`` words, the key of the name that begins at each place."""
    spread = np.uint64(6364136223846793005)
    state = (words + np.uint64(1)) * spread
    for size in range(1, most + 1):
        if size > 1:
            state = (state[:-1] + words[size - 1 :]) * spread
        yield (state >> np.uint64(29)).astype(np.uint32)
