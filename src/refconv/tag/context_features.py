"""What the tagger looks at around a token: named features of its surroundings.

:data:`CONTEXT_FEATURES` are functions of a :class:`View`, a batch of strings as arrays of token
classes; each gives one whole number for every token. Those of the tokens themselves are in
:mod:`refconv.tag.token_features`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from refconv.tag.batch import FIGURES, NUMBER, SORTS, Ints, N, View
from refconv.tag.lexicon import journal_keys
from refconv.tag.token_features import LONGEST_NAME, name_keys


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
    neutral, either = view.isin('"'), view.isin("“", "«", '"')
    any_before = np.minimum(view.before(either), 1)
    inside = 1 * ((view.before(opened) > view.before(closed)) | (view.before(neutral) % 2 == 1))
    later = np.minimum(view.total(either) - view.before(either), 1)
    value: Ints = view.classes * 8 + any_before * 4 + inside * 2 + later
    return value


def quoted(view: View) -> Ints:
    """The class, and whether the quotation marks before it are in pairs, of whatever kind."""
    marks = view.isin("“", "”", "«", "»", '"')
    before = view.before(marks)
    value: Ints = view.classes * 4 + (before % 2) * 2 + np.minimum(view.total(marks), 1)
    return value


def roles(view: View) -> Ints:
    """The class, whether an "in" came before, and "eds." before and after."""
    editor = view.isin("editor")
    before = view.before(editor)
    after = view.total(editor) - before - editor
    joined = np.minimum(view.before(view.isin("in")), 1)
    value: Ints = (view.classes * 2 + joined) * 4 + np.minimum(before, 1) * 2
    value += np.minimum(after, 1)
    return value


def kinds(view: View) -> Ints:
    """The class, and which words that tell a kind of work stand anywhere."""
    value = view.classes
    for name in ("thesis", "press", "meeting", "page"):
        value = value * 2 + np.minimum(view.total(view.isin(name)), 1)
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
    value: Ints = (view.year_style * N + view.at(view.classes, -1)) * N + view.classes
    return value


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
    found: Ints = kinds.take(view.classes)
    code: Ints = found * 36 + view.at(found, 1) * 6 + view.at(found, 2)
    return (view.of_string(code, at_first) * N + view.at(view.classes, -1)) * N + view.classes


def chunk(view: View) -> Ints:
    """The chunk the token stands in: its sort, its length, the delimiters at both ends."""
    kind = np.minimum(view.around(0), 12)
    left, right = view.around(-1), view.around(1)
    size = np.minimum(view.sizes.take(view.chunk), 8)
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
        likely = np.flatnonzero(hint.take(keys & np.uint32(len(hint) - 1)))
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
    value: Ints = (before * 13 + np.minimum(view.around(0), 12)) * 8 + view.year_style
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
    ContextFeature("quoted", N * 4, quoted),
    ContextFeature("roles", N * 8, roles),
    ContextFeature("kinds", N * 16, kinds),
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
