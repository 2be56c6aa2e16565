"""A batch of reference strings as arrays, from which context features are computed.

The strings are concatenated with :data:`PADDING` empty tokens between two, so that no neighbour of
a token belongs to another string. Within a string, *chunks* are the runs between two delimiters
(each delimiter is a chunk of its own); *sentences* end at full stops other than those of
abbreviations.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

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
        self._masks: dict[tuple[str, ...], Flags] = {}
        self._counted: dict[int, tuple[Flags, Ints]] = {}
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
        self.position: Ints = self.place - np.concatenate((none, self.starts)).take(self.string)
        ends = np.concatenate((none, self.starts + self.lengths))
        self.remaining: Ints = np.maximum(ends.take(self.string) - self.place, 0)
        self._cut_chunks()
        stop = self.isin(".") & (self.at(1 * self.isin(*_WHOLE_WORDS), -1) > 0)
        self.sentence_end: Flags = stop | self.isin("?", "!")

    def isin(self, *names: str) -> Flags:
        """Return which tokens are of one of some classes."""
        found = self._masks.get(names)
        if found is None:
            table = np.zeros(N, np.bool_)
            table[[NUMBER[name] for name in names]] = True
            found = self._masks[names] = table.take(self.classes)
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
        # Several features need the same count.
        if (known := self._counted.get(id(flags))) is not None:
            return known[1]
        total = np.cumsum(flags, dtype=np.int32) - flags
        start = np.zeros(len(self.starts) + 1, np.int32)
        start[1:] = total[self.first]
        result: Ints = total - start.take(self.string)
        self._counted[id(flags)] = flags, result
        return result

    def count_in_string(self, flags: Flags) -> Ints:
        """Return how many tokens of a token's string have the flag."""
        sums = np.zeros(len(self.starts) + 1, np.int32)
        sums[1:] = np.add.reduceat(flags & self.real, self.starts, dtype=np.int32)
        result: Ints = sums.take(self.string)
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
        wanted = np.clip(self.chunk + offset, 0, len(self.chunk_kinds) - 1)
        result: Ints = self.chunk_kinds.take(wanted)
        return result

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
        result: Ints = np.clip(index, 0, len(self.classes) - 1)
        return result

    def _cut_chunks(self) -> None:
        """Cut the strings into chunks at delimiters, and set the kind of each chunk."""
        initial_before = self.at(1 * self.isin("Initial"), -1) > 0
        stops = (self.isin(*_DELIMITERS) & ~(self.isin(".") & initial_before)) | ~self.real
        opens = stops | self.first | np.concatenate(([True], stops[:-1]))
        self.chunk: Ints = np.cumsum(opens, dtype=np.int32) - 1
        self.heads: Ints = np.flatnonzero(opens).astype(np.int32)
        self.tails: Ints = np.append(self.heads[1:], np.int32(len(stops))) - np.int32(1)
        self.inside: Ints = self.place - self.heads.take(self.chunk)
        count = np.bincount(self.chunk, minlength=len(self.heads))
        self.sizes: Ints = np.minimum(count, 15).astype(np.int32)

        def number_of(*names: str) -> NDArray[Any]:
            return np.bincount(self.chunk, weights=self.isin(*names), minlength=len(self.heads))

        small, joining = number_of("lower", "stop", "and"), number_of("and")
        capital, figure = number_of(*_CAPITALS), number_of("year", *FIGURES)
        self.chunk_kinds: Ints = np.select(
            [
                stops[self.heads],
                number_of("year") > 0,
                (figure > 0) & (figure * 2 >= count),
                number_of("press") > 0,
                number_of("journal", "meeting") > 0,
                (number_of("Initial", "and") > 0) & (small == joining),
                small >= 3,
                small > 0,
                figure > 0,
                capital >= 3,
                capital == 2,
            ],
            [WORDY + self.classes[self.heads], *(np.int32(kind) for kind in range(1, 11))],
            np.int32(11),
        ).astype(np.int32)


def grid(batch: Batch) -> tuple[Places, NDArray[np.bool_]]:
    """Return the index of each (place, string) in a batch, and which lie inside a string."""
    place = np.arange(batch.lengths.max(), dtype=np.int64)[:, None]
    inside = place < batch.lengths
    return np.where(inside, batch.starts + place, 0), inside


def concatenated(strings: Iterable[Iterable[int]]) -> Ints:
    """Concatenate strings of numbers, with the padding."""
    gap = [0] * PADDING
    row = [*gap]
    for numbers in strings:
        row += numbers
        row += gap
    return np.array(row, np.int32)


def batch_of(strings: Iterable[tuple[list[int], list[int], list[int]]]) -> Batch:
    """Return the batch of strings that are given as ``classes``, ``glued`` and ``words``."""
    classes, glued, words = zip(*strings, strict=True)
    return Batch(concatenated(classes), concatenated(glued), concatenated(words))
