"""Features of single tokens: functions of their characters alone.

:func:`token_type` computes them once for each different token. A token feature takes a
:class:`TokenType` and returns a string; :mod:`refconv.tag.features` lists those in use. Features of
a token's surroundings are in :mod:`refconv.tag.context_features`. Training and labelling share both
modules, so that they cannot disagree.
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


class TokenType(NamedTuple):
    """A distinct token and the features of its characters; empty where one does not apply.

    Attributes:
        text: The token as :func:`refconv.tag.tokens.cut` returns it.
        word: Case folded and without accents, at most 24 characters; a number as zeros.
        shape: Case and length (``Xxx`` for ``Nature``); of a number its length and first digits.
        prefix: The first three letters, of words of five letters and more.
        suffix: The last three letters, of words of five letters and more.
        ending: The last two letters with the word's case: ``ovX`` of ``Petrov`` ends a name.
        class_number: The token class, by number in :data:`refconv.tag.lexicon.CLASSES`; context
            features are functions of these classes.
        hash_number: A hash of the word, to look up names of several words; never 0.
    """

    text: str
    word: str
    shape: str
    prefix: str
    suffix: str
    ending: str
    class_number: int
    hash_number: int


NO_TOKEN = TokenType("", "", "", "", "", "", 0, 0)
"""Stands for the padding between two strings."""


def token_type(text: str) -> TokenType:
    """Compute the features of a token of :func:`refconv.tag.tokens.cut`.

    >>> token_type("Petrov").ending
    'ovX'
    """
    if kind := kind_of(text):
        name = "number-id" if kind in {"ISBN", "ISSN", "PMID", "PMCID"} else kind
        return _of(text, text, kind, name)
    first = text[0]
    if text.isdigit():
        size = len(text)
        is_year = size == 4 and first in "12" and "1450" <= text <= "2039"
        shape = f"{text[:2] if size == 4 else ''}{size}d"
        return _of(text, "0" * min(size, 6), shape, "year" if is_year else f"{min(size, 5)}d")
    plain = _plain(text)
    if not first.isalpha():
        return _of(text, plain[:24], unicodedata.category(first), PUNCTUATION.get(first, "mark"))
    name = _class_name(text, plain)
    if len(text) < 4:
        return _of(text, plain[:24], f"{_cases(text)}{len(text)}", name)
    ending = plain[-2:] + ("X" if first.isupper() else "x")
    if len(text) == 4:
        return _of(text, plain[:24], f"{_cases(text)}4", name, ending=ending)
    return _of(text, plain[:24], _cases(text), name, plain[:3], plain[-3:], ending)


def _of(
    text: str,
    word: str,
    shape: str,
    name: str,
    prefix: str = "",
    suffix: str = "",
    ending: str = "",
) -> TokenType:
    number = (crc32(word.encode("utf-8", "replace")) & 0x3FFFFFFF) + 1
    return TokenType(text, word, shape, prefix, suffix, ending, NUMBER[name], number)


def _plain(text: str) -> str:
    """Remove case and accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def _cases(text: str) -> str:
    """Write a word as its cases: X for a capital, x for a small letter, at most two in a row."""
    if text.isascii() and text.isalpha():  # most words
        if text.islower():
            return "xx"[: len(text)]
        if text.isupper():
            return "XX"[: len(text)]
        if text[1:].islower():
            return "Xxx"[: len(text)]
    return _cases_of_any(text)


def _cases_of_any(text: str) -> str:
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
    """Return the class of a word of letters."""
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
"""Words of the longest journal name that is looked up."""


def name_keys(words: NDArray[np.uint64], most: int) -> Iterator[NDArray[np.uint32]]:
    """Yield, for 1, 2 … ``most`` words, the hash of the name that begins at each token."""
    spread = np.uint64(6364136223846793005)
    state = (words + np.uint64(1)) * spread
    for size in range(1, most + 1):
        if size > 1:
            state = (state[:-1] + words[size - 1 :]) * spread
        yield (state >> np.uint64(29)).astype(np.uint32)
