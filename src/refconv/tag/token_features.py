"""What the tagger looks at in a single token: named features of its characters.

:func:`looks` gives them all, for a word of :func:`refconv.tag.tokens.cut`; being functions of the
characters alone they are computed once for each different word. :data:`TOKEN_FEATURES` says from
where else each is seen. What is seen in a token's surroundings is in
:mod:`refconv.tag.context_features`.

Training and tagging both go through these two modules, so that they cannot disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import NUMBER
from refconv.tag.lexicon import CLASS_OF_WORD, PUNCTUATION
from refconv.tag.tokens import kind_of


class Looks(NamedTuple):
    """What a word looks like; empty where a feature does not apply.

    ``word`` is the word itself, case folded and without accents, a number as its length; ``shape``
    its case and length (``Xxx`` for ``Nature``), of a number the length and the leading digits;
    ``prefix`` and ``suffix`` are the three letters at either end of a word of five and more;
    ``ending`` the last two with the word's case (``ov`` of ``Petrov`` is a name's).

    ``class_number`` is of the small alphabet in which the context features are written
    (:data:`refconv.tag.lexicon.CLASSES`), ``hash_number`` a number for the word, for finding whole
    names; never 0.
    """

    word: str
    shape: str
    prefix: str
    suffix: str
    ending: str
    class_number: int
    hash_number: int


class TokenFeature(NamedTuple):
    """A field of :class:`Looks` that has weights.

    ``places`` says which tokens' values a token sees: at an offset from it, or at a named place
    (see :meth:`View.places`).
    """

    name: str
    places: tuple[int | str, ...]


TOKEN_FEATURES = (
    TokenFeature("word", (-2, -1, 0, 1, 2, "head", "tail", "after", "before")),
    TokenFeature("shape", (-2, -1, 0, 1, 2, "head", "after")),
    TokenFeature("prefix", (0,)),
    TokenFeature("suffix", (-1, 0, 1, "tail")),
    TokenFeature("ending", (0,)),
)
"""The first fields of :class:`Looks`, in its order."""


def looks(word: str) -> Looks:
    """Tell what a word of :func:`refconv.tag.tokens.cut` looks like."""
    if kind := kind_of(word):
        name = "number-id" if kind in {"ISBN", "ISSN", "PMID", "PMCID"} else kind
        return _looks(word, kind, name)
    first = word[0]
    if word.isdigit():
        size = len(word)
        is_year = size == 4 and first in "12" and "1450" <= word <= "2039"
        shape = f"{word[:2] if size == 4 else ''}{size}d"
        return _looks("0" * min(size, 6), shape, "year" if is_year else f"{min(size, 5)}d")
    plain = _plain(word)
    if not first.isalpha():
        return _looks(plain[:24], unicodedata.category(first), PUNCTUATION.get(first, "mark"))
    name = _class_name(word, plain)
    if len(word) < 4:
        return _looks(plain[:24], f"{_cases(word)}{len(word)}", name)
    ending = plain[-2:] + ("X" if first.isupper() else "x")
    if len(word) == 4:
        return _looks(plain[:24], f"{_cases(word)}4", name, ending=ending)
    return _looks(plain[:24], _cases(word), name, plain[:3], plain[-3:], ending)


def _looks(
    word: str, shape: str, name: str, prefix: str = "", suffix: str = "", ending: str = ""
) -> Looks:
    number = (crc32(word.encode("utf-8", "replace")) & 0x3FFFFFFF) + 1
    return Looks(word, shape, prefix, suffix, ending, NUMBER[name], number)


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


def _class_name(text: str, plain: str) -> str:
    """The class of a word of letters."""
    first = text[0]
    if len(text) == 1 and first.isupper():
        return "Initial"
    known = CLASS_OF_WORD.get(plain)
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
