"""Features of a token's surroundings: functions of a batch of strings.

A context feature takes a :class:`~refconv.tag.batch.Batch` and returns one whole number for every
token. :mod:`refconv.tag.features` lists those in use, with how many values each has. Features of
the tokens themselves are in :mod:`refconv.tag.token_features`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from refconv.tag.batch import CHUNK_KINDS, FIGURES, NUMBER, Batch, Ints, N, limited
from refconv.tag.lexicon import journal_keys
from refconv.tag.token_features import LONGEST_NAME, name_keys

Measure = Callable[[Batch], Ints]
"""Returns one whole number, from 0, for each token of a batch."""


def classes(*offsets: int) -> Measure:
    """Return a feature: the token classes at some offsets, combined."""

    def of(batch: Batch) -> Ints:
        value = batch.class_at(offsets[0])
        for offset in offsets[1:]:
            value = value * N + batch.class_at(offset)
        return value

    return of


def spacing(batch: Batch) -> Ints:
    """Return whether white space precedes and follows the token; and its class."""
    value: Ints = batch.classes * 4 + batch.glued * 2 + batch.at(batch.glued, 1)
    return value


def from_start(batch: Batch) -> Ints:
    """Return the position from the start of the string; and the class."""
    value: Ints = batch.classes * 16 + np.minimum(batch.position, 15)
    return value


def from_end(batch: Batch) -> Ints:
    """Return the position from the end of the string; and the class."""
    value: Ints = batch.classes * 8 + np.minimum(batch.remaining, 7)
    return value


def portion(batch: Batch) -> Ints:
    """Return the tenth of the string that the token lies in, and how long the string is."""
    length = np.maximum(batch.position + batch.remaining, 1)
    value: Ints = (batch.position * 10 // length) * 4 + np.minimum(length // 20, 3)
    return value


def years(batch: Batch) -> Ints:
    """Return how many years precede and follow the token (0, 1, more); and its class."""
    year = batch.isin("year")
    before = np.minimum(batch.count_before(year), 2)
    after = np.minimum(batch.count_in_string(year) - batch.count_before(year) - year, 2)
    value: Ints = batch.classes * 9 + before * 3 + after
    return value


def quotes(batch: Batch) -> Ints:
    """Return whether the token lies before, inside or after quotation marks; and its class."""
    opened, closed = batch.isin("“", "«"), batch.isin("”", "»")
    neutral, either = batch.isin('"'), batch.isin("“", "«", '"')
    any_before = np.minimum(batch.count_before(either), 1)
    inside = 1 * (
        (batch.count_before(opened) > batch.count_before(closed))
        | (batch.count_before(neutral) % 2 == 1)
    )
    later = np.minimum(batch.count_in_string(either) - batch.count_before(either), 1)
    value: Ints = batch.classes * 8 + any_before * 4 + inside * 2 + later
    return value


def quoted(batch: Batch) -> Ints:
    """Return whether an odd number of quotation marks, of any kind, precedes; and the class."""
    marks = batch.isin("“", "”", "«", "»", '"')
    before = batch.count_before(marks)
    value: Ints = batch.classes * 4 + (before % 2) * 2 + np.minimum(batch.count_in_string(marks), 1)
    return value


def roles(batch: Batch) -> Ints:
    """Return whether "in" precedes, and whether "eds." precedes and follows; and the class."""
    editor = batch.isin("editor")
    before = batch.count_before(editor)
    after = batch.count_in_string(editor) - before - editor
    joined = np.minimum(batch.count_before(batch.isin("in")), 1)
    value: Ints = (batch.classes * 2 + joined) * 4 + np.minimum(before, 1) * 2
    value += np.minimum(after, 1)
    return value


def kinds(batch: Batch) -> Ints:
    """Return which words typical of a kind of work the string holds; and the class."""
    value = batch.classes
    for name in ("thesis", "press", "meeting", "page"):
        value = value * 2 + np.minimum(batch.count_in_string(batch.isin(name)), 1)
    return value


def brackets(batch: Batch) -> Ints:
    """Return the depth of brackets, and how many were closed before; and the class."""
    opened, closed = batch.isin("(", "["), batch.isin(")", "]")
    depth = limited(batch.count_before(opened) - batch.count_before(closed), 3)
    value: Ints = (batch.classes * 3 + depth) * 4 + np.minimum(batch.count_before(closed), 3)
    return value


def numbers(batch: Batch) -> Ints:
    """Return how many numbers other than years precede and follow; and the class."""
    figure = batch.isin(*FIGURES)
    before = batch.count_before(figure)
    after = batch.count_in_string(figure) - before - figure
    value: Ints = (batch.classes * 6 + np.minimum(before, 5)) * 5 + np.minimum(after, 4)
    return value


def year_place(batch: Batch) -> Ints:
    """Return where the first year stands; and the classes of the token and the one before."""
    value: Ints = (batch.year_style * N + batch.class_at(-1)) * N + batch.classes
    return value


_OPENINGS = np.zeros(N, np.int32)
for _kind, _names in enumerate(
    (("Initial",), ("Cap", "Short"), ("UP", "UPPER"), (",",), (".",)), 1
):
    _OPENINGS[[NUMBER[name] for name in _names]] = _kind


def opening(batch: Batch) -> Ints:
    """Return how the string begins (an initial? a comma after the first word?); and two classes."""
    number = batch.isin("1d", "2d", "3d", "[", "]", "(", ")") | (
        batch.isin(".") & (batch.at(1 * batch.isin("1d", "2d", "3d"), -1) > 0)
    )
    word = batch.real & ~(number & (batch.position < 4))
    at_first = word & (batch.count_before(word) == 0)
    found: Ints = _OPENINGS.take(batch.classes)
    code: Ints = found * 36 + batch.at(found, 1) * 6 + batch.at(found, 2)
    return (batch.spread(code, at_first) * N + batch.class_at(-1)) * N + batch.classes


def chunk(batch: Batch) -> Ints:
    """Return the kind and length of the token's chunk, and the delimiters at both ends."""
    kind = np.minimum(batch.chunk_kind(0), 12)
    left, right = batch.chunk_kind(-1), batch.chunk_kind(1)
    size = np.minimum(batch.sizes.take(batch.chunk), 8)
    value: Ints = ((kind * 9 + size) * CHUNK_KINDS + left) * CHUNK_KINDS + right
    return value


def chunk_start(batch: Batch) -> Ints:
    """Return the kind of the token's chunk, and the position inside it; and the class."""
    value: Ints = (
        np.minimum(batch.chunk_kind(0), 12) * 3 + np.minimum(batch.inside, 2)
    ) * N + batch.classes
    return value


def chunks(*offsets: int) -> Measure:
    """Return a feature: the kinds of the chunks at some offsets (0 is the token's), combined."""

    def of(batch: Batch) -> Ints:
        value = batch.chunk_kind(offsets[0])
        for offset in offsets[1:]:
            value = value * CHUNK_KINDS + batch.chunk_kind(offset)
        return value

    return of


def journals(batch: Batch) -> Ints:
    """Return whether the token lies in a known journal name, of how many words; and its class."""
    known, hint = journal_keys()
    index = np.flatnonzero(~batch.isin("."))
    by_size = [*name_keys(batch.words.take(index).astype(np.uint64), LONGEST_NAME)]
    keys = np.concatenate(by_size)
    # Names of one word come first, then those of two …
    likely = np.flatnonzero(hint.take(keys & np.uint32(len(hint) - 1)))
    likely_keys = keys.take(likely)
    place = np.minimum(known.searchsorted(likely_keys), len(known) - 1)
    found = likely[known.take(place) == likely_keys]
    cover = np.zeros(len(index), np.int32)
    edges = np.zeros(len(index), np.int32)
    passed = 0
    for size, some in enumerate(by_size, 1):
        first, last = found.searchsorted((passed, passed + len(some)))
        if first < last:
            starts = found[first:last] - passed
            for step in range(size):
                cover[starts + step] = size
                edges[starts + step] = (step == 0) + 2 * (step == size - 1)
        passed += len(some)
    result = np.zeros(len(batch.classes), np.int32)
    result[index] = np.minimum(cover, 4) * 4 + edges
    before, after = batch.at(result, -1), batch.at(result, 1)
    result[batch.isin(".") & (before >= 4) & (before % 4 < 2) & (after >= 4)] = 20
    value: Ints = result * N + batch.classes
    return value


def sentence(batch: Batch) -> Ints:
    """Return the number of the sentence, of how many, and the chunk's kind; and the class."""
    before = np.minimum(batch.count_before(batch.sentence_end), 5)
    total = np.minimum(batch.count_in_string(batch.sentence_end), 6)
    value: Ints = (
        (before * 7 + total) * 13 + np.minimum(batch.chunk_kind(0), 12)
    ) * N + batch.classes
    return value


def sentence_place(batch: Batch) -> Ints:
    """Return the number of the sentence; and the classes of the token and the one before."""
    before = np.minimum(batch.count_before(batch.sentence_end), 4)
    value: Ints = (before * N + batch.classes) * N + batch.class_at(-1)
    return value


def chunk_number(batch: Batch) -> Ints:
    """Return how many chunks precede, the kind of this one, and where the first year stands."""
    opening = (batch.inside == 0) & batch.real & (batch.chunk_kind(0) < 12)
    before = np.minimum(batch.count_before(opening), 11)
    value: Ints = (before * 13 + np.minimum(batch.chunk_kind(0), 12)) * 8 + batch.year_style
    return value
