"""A batch of reference strings as arrays, from which context features are computed.

The strings are concatenated with :data:`PADDING` empty tokens between two, so that no neighbour of
a token belongs to another string. Within a string, *chunks* are the runs between two delimiters
(each delimiter is a chunk of its own); *sentences* end at full stops other than those of
abbreviations.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from refconv.tag.lexicon import CLASSES

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
Places = NDArray[np.int64]

PADDING = 4
"""Empty tokens between two strings of a batch: no feature depends on a token further away."""

N = 80
"""An upper bound of the number of token classes (:data:`refconv.tag.lexicon.CLASSES`)."""

WORDY = 12
"""How many kinds of chunks of words there are; the kind of a delimiter is this plus its class."""

CHUNK_KINDS = WORDY + N
"""An upper bound of the number of kinds of chunks."""

NUMBER = {name: number for number, name in enumerate(CLASSES)}
"""The number of each token class; 0 is padding."""

FIGURES = ("1d", "2d", "3d", "4d", "5d")
_DELIMITERS = (".", ",", ";", ":", "(", ")", "[", "]", "“", "”", '"', "«", "»", "—", "<", ">", "?")
_WHOLE_WORDS = (
    "lower", "Cap", "UPPER", "mixed", "year", ")", "”", "stop", "press", "]", "script", "month",
    "thesis", "report", *FIGURES,
)  # fmt: skip
_CAPITALS = ("Cap", "Short", "Initial", "UP", "UPPER", "journal", "mixed")


@cache
def _table_of(*names: str) -> Flags:
    """Return for each number of a class whether it is that of one of some classes."""
    table = np.zeros(N, np.bool_)
    table[[NUMBER[name] for name in names]] = True
    return table


_COUNTED = np.array(
    [
        _table_of(*names)
        for names in (
            ("lower", "stop", "and"),
            ("and",),
            _CAPITALS,
            ("year",),
            ("year", *FIGURES),
            ("press",),
            ("journal", "meeting"),
            ("Initial", "and"),
        )
    ]
)
"""The classes that a chunk's kind depends on the number of."""


class Batch:
    """The tokens of a batch; every array has one value for each token, padding included.

    Args:
        classes: The class of each token; 0 for padding.
        glued: 1 where no white space precedes the token.
        words: A hash of the word.

    Attributes:
        real: Whether it is a token, not padding.
        string: The number of the token's string, from 1.
        position: How many tokens of the string precede.
        remaining: How many tokens the string has from here on.
        chunk: The number of the token's chunk.
        inside: How many tokens of the chunk precede.
    """

    # (Arrays are indexed by ``take``: with ``Ints`` as indices, brackets take three times as long.)

    def __init__(self, classes: Ints, glued: Ints, words: Ints) -> None:
        self.classes, self.glued, self.words = classes, glued, words
        # Several features need the same: the tables are kept as long as the batch.
        self._masks: dict[tuple[str, ...], Flags] = {}
        self._counted: dict[int, tuple[Flags, Ints]] = {}
        self._classes_at: dict[int, Ints] = {}
        self._kinds_at: dict[int, Ints] = {}
        size = len(classes)
        self.place = np.arange(size, dtype=np.int32)
        self.real: Flags = classes > 0
        self.first: Flags = self.real & ~np.concatenate(([False], self.real[:-1]))
        self.string: Ints = np.cumsum(self.first, dtype=np.int32)
        self.starts = np.flatnonzero(self.first).astype(np.int32)
        self.lengths: Ints = np.bincount(
            self.string[self.real], minlength=len(self.starts) + 1
        ).astype(np.int32)[1:]
        none = np.zeros(1, np.int32)
        self._begin: Ints = np.concatenate((none, self.starts)).take(self.string)
        ends = np.concatenate((none, self.starts + self.lengths)).take(self.string)
        self._last: Ints = np.maximum(ends - 1, 0)
        self.position: Ints = self.place - self._begin
        self.remaining: Ints = np.maximum(ends - self.place, 0)
        self._cut_chunks()
        stop = self.isin(".") & (self.at(1 * self.isin(*_WHOLE_WORDS), -1) > 0)
        self.sentence_end: Flags = stop | self.isin("?", "!")

    def isin(self, *names: str) -> Flags:
        """Return which tokens are of one of some classes."""
        found = self._masks.get(names)
        if found is None:
            found = self._masks[names] = _table_of(*names).take(self.classes)
        return found

    def class_at(self, offset: int) -> Ints:
        """Return the class of the token ``offset`` tokens away."""
        found = self._classes_at.get(offset)
        if found is None:
            found = self._classes_at[offset] = self.at(self.classes, offset)
        return found

    def at(self, values: Ints, offset: int) -> Ints:
        """Shift an array: the result at ``i`` is the value at ``i + offset``."""
        moved = np.zeros_like(values)
        if offset > 0:
            moved[:-offset] = values[offset:]
        elif offset < 0:
            moved[-offset:] = values[:offset]
        else:
            moved[:] = values
        return moved

    def count_before(self, flags: Flags) -> Ints:
        """Return how many tokens of the string that precede a token have the flag."""
        found = self._counted.get(id(flags))
        if found is None:
            total: Ints = flags.cumsum(dtype=np.int32)
            total -= flags
            found = self._counted[id(flags)] = flags, total - total.take(self._begin)
        return found[1]

    def count_in_string(self, flags: Flags) -> Ints:
        """Return how many tokens of a token's string have the flag, which no padding has."""
        result: Ints = self.count_before(flags).take(self._last)
        result += flags.take(self._last)
        return result

    def spread(self, values: Ints, chosen: Flags) -> Ints:
        """Return the value of the string's chosen token (one a string), or 0 without one."""
        table = np.zeros(len(self.starts) + 1, np.int32)
        table[self.string[chosen]] = values[chosen]
        result: Ints = table.take(self.string)
        return result

    @cached_property
    def year_style(self) -> Ints:
        """Where the first year stands: early (in author-date styles), in the middle or late.

        0 without a year, else 1 to 3, plus 3 in brackets.
        """
        year = self.isin("year")
        first = year & (self.count_before(year) == 0)
        length = np.maximum(self.position + self.remaining, 1)
        tenth = self.position * 10 // length
        bracket = self.isin("(", "[")
        code = 1 + (tenth >= 4) + (tenth >= 8) + 3 * (self.at(1 * bracket, -1))
        return self.spread(code, first)

    def chunk_kind(self, offset: int) -> Ints:
        """Return the kind of the chunk ``offset`` chunks away."""
        found = self._kinds_at.get(offset)
        if found is None:
            wanted = limited(self.chunk + np.int32(offset), len(self.chunk_kinds))
            found = self._kinds_at[offset] = self.chunk_kinds.take(wanted)
        return found

    def places(self, place: int | str) -> Ints:
        """Return the index of each token's neighbour at an offset or a named place.

        ``head`` and ``tail`` are the first and the last token of its chunk, ``before`` the last
        token of the chunk before, ``after`` the first token after the next delimiter.
        """
        if isinstance(place, int):
            index = self.place + place
        elif place == "head":
            index = self.heads.take(self.chunk)
        elif place == "tail":
            index = self.tails.take(self.chunk)
        elif place == "before":
            index = self.heads.take(self.chunk) - 2
        else:
            index = self.tails.take(self.chunk) + 2
        return limited(index, len(self.classes))

    def _cut_chunks(self) -> None:
        """Cut the strings into chunks at delimiters, and set the kind of each chunk."""
        initial_before = self.at(1 * self.isin("Initial"), -1) > 0
        stops = (self.isin(*_DELIMITERS) & ~(self.isin(".") & initial_before)) | ~self.real
        opens = stops | self.first | np.concatenate(([True], stops[:-1]))
        self.chunk: Ints = np.cumsum(opens, dtype=np.int32) - 1
        self.heads: Ints = np.flatnonzero(opens).astype(np.int32)
        self.tails: Ints = np.append(self.heads[1:], np.int32(len(stops))) - np.int32(1)
        self.inside: Ints = self.place - self.heads.take(self.chunk)
        count = self.tails - self.heads + 1
        self.sizes: Ints = np.minimum(count, np.int32(15))
        small, joining, capital, year, figure, press, journal, person = np.add.reduceat(
            _COUNTED.take(self.classes, axis=1), self.heads, axis=1, dtype=np.int32
        )
        kinds = np.full(len(self.heads), 11, np.int32)
        # The last that fits counts.
        for kind, fits in (
            (10, capital == 2),
            (9, capital >= 3),
            (8, figure > 0),
            (7, small > 0),
            (6, small >= 3),
            (5, (person > 0) & (small == joining)),
            (4, journal > 0),
            (3, press > 0),
            (2, (figure > 0) & (figure * 2 >= count)),
            (1, year > 0),
        ):
            kinds[fits] = kind
        delimiter = stops.take(self.heads)
        kinds[delimiter] = WORDY + self.classes.take(self.heads)[delimiter]
        self.chunk_kinds: Ints = kinds


def limited(values: Ints, size: int) -> Ints:
    """Return whole numbers, those outside of ``range(size)`` as its nearest."""
    # (A sixth of the time of ``np.clip`` for few numbers.)
    result: Ints = np.minimum(np.maximum(values, 0), size - 1)
    return result


def grid(starts: Ints, lengths: Ints) -> tuple[Places, Flags]:
    """Return the index of each (place, string), and which lie inside a string.

    Args:
        starts: Where each string starts.
        lengths: How many tokens each has.
    """
    place = np.arange(lengths.max(), dtype=np.int64)[:, None]
    inside = place < lengths
    return np.where(inside, starts + place, 0), inside


def reversed_places(inside: Flags) -> Places:
    """Return the places (places, strings) of each string from its end to its start."""
    place = np.arange(len(inside))[:, None]
    return np.where(inside, inside.sum(axis=0) - 1 - place, place)


def taken(values: Floats, places: Places) -> Floats:
    """Return at each place the value of another, counted through all strings."""
    return values.reshape(-1, values.shape[2]).take(places, axis=0)


def concatenated(strings: Iterable[Iterable[int]], padding: int = PADDING) -> Ints:
    """Concatenate strings of numbers, with the padding."""
    gap = [0] * padding
    row = [*gap]
    for numbers in strings:
        row += numbers
        row += gap
    return np.array(row, np.int32)


def batch_of(strings: Iterable[tuple[list[int], list[int], list[int]]]) -> Batch:
    """Return the batch of strings that are given as ``classes``, ``glued`` and ``words``."""
    classes, glued, words = zip(*strings, strict=True)
    return Batch(concatenated(classes), concatenated(glued), concatenated(words))
