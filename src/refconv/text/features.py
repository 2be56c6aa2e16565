"""What the tagger looks at: named features of single tokens and of their surroundings.

Two tuples say everything. :data:`TOKEN_FEATURES` are functions of one token's characters, seen from
the tokens around it too (``offsets``); being functions of the characters alone they are computed
once for each different token. :data:`CONTEXT_FEATURES` are functions of a :class:`View`, a batch
of strings as arrays of token classes; each gives one whole number for every token.

Training and tagging both go through this module, so that they cannot disagree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from refconv.text.lexicon import CLASS_OF_WORD, PUNCTUATION, journal_keys
from refconv.text.view import FIGURES, NUMBER, SORTS, Ints, N, View

# ── one token ───────────────────────────────────────────────────────────────────────────────────


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


def name_keys(words: NDArray[np.uint64], most: int) -> Iterator[NDArray[np.uint32]]:
    """Give, for 1, 2 … ``most`` words, the key of the name that begins at each place."""
    spread = np.uint64(6364136223846793005)
    state = (words + np.uint64(1)) * spread
    for size in range(1, most + 1):
        if size > 1:
            state = (state[:-1] + words[size - 1 :]) * spread
        yield (state >> np.uint64(29)).astype(np.uint32)


# ── a batch of strings ──────────────────────────────────────────────────────────────────────────


class ContextFeature(NamedTuple):
    """A function of a batch; its values lie in ``range(size)``."""

    name: str
    size: int
    of: Callable[[View], Ints]


def classes(*offsets: int) -> ContextFeature:
    """The classes at some offsets, together."""

    def of(view: View) -> Ints:
        value = view.at(view.classes, offsets[0])
        for offset in offsets[1:]:
            value = value * N + view.at(view.classes, offset)
        return value

    return ContextFeature(f"class{offsets}", N ** len(offsets), of)


def spacing(view: View) -> Ints:
    """The class, and whether white space stands before and after."""
    value: Ints = view.classes * 4 + view.glued * 2 + view.at(view.glued, 1)
    return value


def from_start(view: View) -> Ints:
    """The class and the place counted from the start of the string."""
    value: Ints = view.classes * 16 + np.minimum(view.position, 15)
    return value


def from_end(view: View) -> Ints:
    """The class and the place counted from the end of the string."""
    value: Ints = view.classes * 8 + np.minimum(view.remaining, 7)
    return value


def portion(view: View) -> Ints:
    """Which tenth of the string, in a short or a long one."""
    length = np.maximum(view.position + view.remaining, 1)
    value: Ints = (view.position * 10 // length) * 4 + np.minimum(length // 20, 3)
    return value


def years(view: View) -> Ints:
    """The class, and whether years stand before and after."""
    year = view.isin("year")
    before = np.minimum(view.before(year), 2)
    after = np.minimum(view.total(year) - view.before(year) - year, 2)
    value: Ints = view.classes * 9 + before * 3 + after
    return value


def quotes(view: View) -> Ints:
    """The class, and whether the token stands before, in, or after quotation marks."""
    opened, closed = view.isin("“", "«"), view.isin("”", "»")
    neutral = view.isin('"')
    any_before = np.minimum(view.before(opened | neutral), 1)
    inside = 1 * ((view.before(opened) > view.before(closed)) | (view.before(neutral) % 2 == 1))
    later = np.minimum(view.total(opened | neutral) - view.before(opened | neutral), 1)
    value: Ints = view.classes * 8 + any_before * 4 + inside * 2 + later
    return value


def brackets(view: View) -> Ints:
    """The class, the depth of brackets, how many pairs came before, and the place inside."""
    opened, closed = view.isin("(", "["), view.isin(")", "]")
    depth = np.clip(view.before(opened) - view.before(closed), 0, 2)
    value: Ints = (view.classes * 3 + depth) * 4 + np.minimum(view.before(closed), 3)
    return value


def numbers(view: View) -> Ints:
    """The class, and how many numbers that are no years came before and come after."""
    figure = view.isin(*FIGURES)
    before = view.before(figure)
    after = view.total(figure) - before - figure
    value: Ints = (view.classes * 6 + np.minimum(before, 5)) * 5 + np.minimum(after, 4)
    return value


def year_place(view: View) -> Ints:
    """Where the string's first year stands (an author-date style?), the class, the one before."""
    value: Ints = (_style(view) * N + view.at(view.classes, -1)) * N + view.classes
    return value


def _style(view: View) -> Ints:
    """Where the first year stands: none, early in brackets, early bare, middle or end, of each."""
    year = view.isin("year")
    first = year & (view.before(year) == 0)
    length = np.maximum(view.position + view.remaining, 1)
    tenth = view.position * 10 // length
    bracket = view.isin("(", "[")
    code = 1 + (tenth >= 4) + (tenth >= 8) + 3 * (view.at(1 * bracket, -1))
    return view.of_string(code, first)


_OPENINGS = (("Initial",), ("Cap", "Short"), ("UP", "UPPER"), (",",), (".",))


def opening(view: View) -> Ints:
    """How the string opens (an initial? a comma after the first word?), and two classes."""
    kinds = np.zeros(N, np.int32)
    for kind, names in enumerate(_OPENINGS, 1):
        kinds[[NUMBER[name] for name in names]] = kind
    number = view.isin("1d", "2d", "3d", "[", "]", "(", ")") | (
        view.isin(".") & (view.at(1 * view.isin("1d", "2d", "3d"), -1) > 0)
    )
    word = view.real & ~(number & (view.position < 4))
    at_first = word & (view.before(word) == 0)
    found: Ints = kinds[view.classes]
    code: Ints = found * 36 + view.at(found, 1) * 6 + view.at(found, 2)
    return (view.of_string(code, at_first) * N + view.at(view.classes, -1)) * N + view.classes


def chunk(view: View) -> Ints:
    """The chunk the token stands in: its sort, its length, the delimiters at both ends."""
    kind = np.minimum(view.around(0), 12)
    left, right = view.around(-1), view.around(1)
    size = np.minimum(view.sizes[view.chunk], 8)
    value: Ints = ((kind * 9 + size) * SORTS + left) * SORTS + right
    return value


def chunk_start(view: View) -> Ints:
    """The chunk's sort, whether the token opens it, and the class."""
    value: Ints = (
        np.minimum(view.around(0), 12) * 3 + np.minimum(view.inside, 2)
    ) * N + view.classes
    return value


def chunks(*offsets: int) -> ContextFeature:
    """The sorts of the chunks at some offsets, together (at a delimiter: of its neighbours)."""

    def of(view: View) -> Ints:
        value = view.around(offsets[0])
        for offset in offsets[1:]:
            value = value * SORTS + view.around(offset)
        return value

    return ContextFeature(f"chunks{offsets}", SORTS ** len(offsets), of)


def journals(view: View) -> Ints:
    """Whether the token lies in the name of a known journal, of how many words, and the class."""
    known, hint = journal_keys()
    index = np.flatnonzero(~view.isin("."))
    words = view.words[index].astype(np.uint64)
    cover = np.zeros(len(index), np.int32)
    edges = np.zeros(len(index), np.int32)
    for size, keys in enumerate(name_keys(words, LONGEST_NAME), 1):
        likely = np.flatnonzero(hint[keys & np.uint32(len(hint) - 1)])
        place = np.minimum(np.searchsorted(known, keys[likely]), len(known) - 1)
        starts = likely[known[place] == keys[likely]]
        for step in range(size):
            cover[starts + step] = size
            edges[starts + step] = (step == 0) + 2 * (step == size - 1)
    result = np.zeros(len(view.classes), np.int32)
    result[index] = np.minimum(cover, 4) * 4 + edges
    before, after = view.at(result, -1), view.at(result, 1)
    result[view.isin(".") & (before >= 4) & (before % 4 < 2) & (after >= 4)] = 20
    value: Ints = result * N + view.classes
    return value


LONGEST_NAME = 9


def sentence(view: View) -> Ints:
    """Which sentence, how far into it, and the class."""
    before = np.minimum(view.before(view.sentence_end), 5)
    total = np.minimum(view.total(view.sentence_end), 6)
    value: Ints = ((before * 7 + total) * 13 + np.minimum(view.around(0), 12)) * N + view.classes
    return value


def sentence_place(view: View) -> Ints:
    """Which sentence of how many, and the classes here and before."""
    before = np.minimum(view.before(view.sentence_end), 4)
    value: Ints = (before * N + view.classes) * N + view.at(view.classes, -1)
    return value


def chunk_number(view: View) -> Ints:
    """How many chunks came before, the token's own, and where the first year stands."""
    opening = (view.inside == 0) & view.real & (view.around(0) < 12)
    before = np.minimum(view.before(opening), 11)
    value: Ints = (before * 13 + np.minimum(view.around(0), 12)) * 8 + _style(view)
    return value


CONTEXT_FEATURES = (
    classes(-1, 0),
    classes(0, 1),
    classes(-1, 0, 1),
    classes(-2, -1, 0),
    classes(0, 1, 2),
    ContextFeature("spacing", N * 4, spacing),
    ContextFeature("from_start", N * 16, from_start),
    ContextFeature("from_end", N * 8, from_end),
    ContextFeature("portion", 44, portion),
    ContextFeature("years", N * 9, years),
    ContextFeature("quotes", N * 8, quotes),
    ContextFeature("brackets", N * 12, brackets),
    ContextFeature("numbers", N * 30, numbers),
    ContextFeature("year_place", 8 * N * N, year_place),
    ContextFeature("opening", 216 * N * N, opening),
    ContextFeature("chunk", 13 * 9 * SORTS**2, chunk),
    ContextFeature("chunk_start", 39 * N, chunk_start),
    chunks(-2, 0),
    chunks(0, 2),
    chunks(-2, 0, 2),
    chunks(-1, 0, 1),
    ContextFeature("journals", 21 * N, journals),
    ContextFeature("sentence", 6 * 7 * 13 * N, sentence),
    ContextFeature("sentence_place", 5 * N * N, sentence_place),
    ContextFeature("chunk_number", 12 * 13 * 8, chunk_number),
)
