"""What the tagger looks at: named features of single tokens and of their surroundings.

Two tuples say everything. :data:`TOKEN_FEATURES` are functions of one token's characters, seen from
the tokens around it too (``offsets``); being functions of the characters alone they are computed
once for each different token. :data:`CONTEXT_FEATURES` are functions of a :class:`View`, a batch
of strings as arrays of token classes; each gives one whole number for every token.

Training and tagging both go through this module, so that they cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from refconv.text.lexicon import CLASS_OF_WORD, CLASSES, PUNCTUATION

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]

N = 80
"""Room for the classes of tokens (see :data:`refconv.text.lexicon.CLASSES`)."""

SORTS = 12 + N
"""Room for the sorts of chunks: twelve of words and numbers, and a delimiter of each class."""

PADDING = 4
"""Empty tokens between two strings of a batch: no feature looks further than this."""


# ── one token ───────────────────────────────────────────────────────────────────────────────────


class TokenFeature(NamedTuple):
    """A function of a token's characters; ``offsets`` are the neighbours it is also looked up at."""

    name: str
    offsets: tuple[int, ...]
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
    return _SHAPE.sub(r"\1\1", _letters(text))[:8] + ("" if len(text) > 4 else str(len(text)))


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
    TokenFeature("word", (-2, -1, 0, 1, 2), word),
    TokenFeature("shape", (-2, -1, 0, 1, 2), shape),
    TokenFeature("prefix", (0,), prefix),
    TokenFeature("suffix", (-1, 0, 1), suffix),
    TokenFeature("ending", (0,), ending),
)


def _plain(text: str) -> str:
    """Fold case and accents away."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def _letters(text: str) -> str:
    """Write a word as its cases: X for a capital, x for a small letter, the rest as it is."""
    return "".join("X" if c.isupper() else "x" if c.islower() else "-" if c in _HYPHENS else "a"
                   for c in text)  # fmt: skip


_SHAPE = re.compile(r"(.)\1+")
_HYPHENS = frozenset("-\u2010\u2011\u00ad'\u2019")


@cache
def _class_number(name: str) -> int:
    return CLASSES.index(name)


def class_of(text: str, kind: str) -> int:
    """The class of a token: the small alphabet in which the context features are written."""
    return _class_number(_class_name(text, kind))


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


# ── a batch of strings ──────────────────────────────────────────────────────────────────────────


class View:
    """A batch of strings as arrays over all their tokens, with :data:`PADDING` between two.

    ``classes`` holds the class of each token (0 for padding), ``glued`` 1 where no white space
    stands before it.
    """

    def __init__(self, classes: Ints, glued: Ints) -> None:
        import numpy as np  # noqa: PLC0415 (importing refconv must stay light)

        self.np = np
        self.classes = classes
        self.glued = glued
        size = len(classes)
        place = np.arange(size, dtype=np.int32)
        real = classes > 0
        self.real = real
        before = np.concatenate(([False], real[:-1]))
        self.first = real & ~before
        self.string = np.cumsum(self.first, dtype=np.int32)
        starts = np.flatnonzero(self.first).astype(np.int32)
        count = len(starts)
        self.lengths = np.bincount(self.string[real], minlength=count + 1).astype(np.int32)[1:]
        origin = np.concatenate((np.zeros(1, np.int32), starts))
        self.position = place - origin[self.string]
        ends = np.concatenate((np.zeros(1, np.int32), starts + self.lengths))
        self.remaining = np.maximum(ends[self.string] - place, 0)
        self._chunk()

    def at(self, values: Ints, offset: int) -> Ints:
        """Shift an array, so that place ``i`` holds what stands at ``i + offset``."""
        np = self.np
        moved = np.zeros_like(values)
        if offset > 0:
            moved[:-offset] = values[offset:]
        elif offset < 0:
            moved[-offset:] = values[:offset]
        else:
            moved[:] = values
        return moved

    def before(self, flags: NDArray[np.bool_]) -> Ints:
        """How many of the tokens before each one, within its string, have the flag."""
        np = self.np
        total = np.cumsum(flags, dtype=np.int32) - flags
        start = np.zeros(int(self.string[-1]) + 1 if len(total) else 1, np.int32)
        start[1:] = total[self.first]
        result: Ints = total - start[self.string]
        return result

    def total(self, flags: NDArray[np.bool_]) -> Ints:
        """How many tokens of the string have the flag, for each token."""
        np = self.np
        sums = np.bincount(self.string, weights=flags * self.real, minlength=1)
        result: Ints = sums[self.string].astype(np.int32)
        return result

    def isin(self, *names: str) -> NDArray[np.bool_]:
        """Which tokens are of one of the classes."""
        np = self.np
        table = np.zeros(N, bool)
        table[[_class_number(name) for name in names]] = True
        result: NDArray[np.bool_] = table[self.classes]
        return result

    def _chunk(self) -> None:
        """Cut the strings at punctuation into chunks, and say of what sort each chunk is."""
        np = self.np
        single = self.isin("Initial")
        stops = self.isin(*_DELIMITERS) & ~(self.isin(".") & self.at(single, -1))
        cut = stops | ~self.real | self.first
        after = np.concatenate(([True], stops[:-1]))
        number = np.cumsum(cut | after, dtype=np.int32) - 1
        size = int(number[-1]) + 1 if len(number) else 0
        heads = np.flatnonzero(np.concatenate(([True], number[1:] != number[:-1]))) if size else []
        self.chunk = number
        count = np.bincount(number, minlength=size)

        def share(*names: str) -> NDArray[np.int64]:
            return np.bincount(number, weights=self.isin(*names), minlength=size).astype(np.int64)

        small = share("lower", "stop", "and")
        name = share("Initial", "and")
        capital = share("Cap", "Short", "Initial", "UP", "UPPER", "journal", "mixed")
        figure = share("year", "1d", "2d", "3d", "4d", "5d")
        press = share("press")
        journal = share("journal", "meeting")
        delimiter = np.bincount(number, weights=stops | ~self.real, minlength=size) > 0
        kind = np.select(
            [
                delimiter,
                share("year") > 0,
                (figure > 0) & (figure * 2 >= count),
                press > 0,
                journal > 0,
                (name > 0) & (small == share("and")),
                small >= 3,
                small > 0,
                figure > 0,
                capital >= 3,
                capital == 2,
            ],
            [*range(11)],
            11,
        ).astype(np.int32)
        # A delimiter is told apart by its class.
        kind = np.where(delimiter, 12 + self.classes[heads], kind) if size else kind
        self.chunk_kind = kind
        self.chunk_size = np.minimum(count, 15).astype(np.int32)
        self.chunk_head = np.asarray(heads, np.int32)
        self.inside = (np.arange(len(number)) - self.chunk_head[number]).astype(np.int32)

    def around(self, offset: int) -> Ints:
        """The kind of the chunk ``offset`` chunks away (delimiters are chunks too)."""
        np = self.np
        size = len(self.chunk_kind)
        wanted = np.clip(self.chunk + offset, 0, max(size - 1, 0))
        result: Ints = self.chunk_kind[wanted]
        return result


_DELIMITERS = (".", ",", ";", ":", "(", ")", "[", "]", "“", "”", '"', "«", "»", "—", "<", ">", "?")


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
    return view.classes * 4 + view.glued * 2 + view.at(view.glued, 1)


def from_start(view: View) -> Ints:
    """The class and the place counted from the start of the string."""
    return view.classes * 16 + view.np.minimum(view.position, 15)


def from_end(view: View) -> Ints:
    """The class and the place counted from the end of the string."""
    return view.classes * 8 + view.np.minimum(view.remaining, 7)


def portion(view: View) -> Ints:
    """Which tenth of the string, in a short or a long one."""
    length = view.np.maximum(view.position + view.remaining, 1)
    return (view.position * 10 // length) * 4 + view.np.minimum(length // 20, 3)


def years(view: View) -> Ints:
    """The class, and whether years stand before and after."""
    year = view.isin("year")
    before = view.np.minimum(view.before(year), 2)
    after = view.np.minimum(view.total(year) - view.before(year) - year, 2)
    return view.classes * 9 + before * 3 + after


def quotes(view: View) -> Ints:
    """The class, and whether the token stands before, in, or after quotation marks."""
    np = view.np
    opened, closed = view.isin("“", "«"), view.isin("”", "»")
    neutral = view.isin('"')
    any_before = np.minimum(view.before(opened | neutral), 1)
    inside = ((view.before(opened) > view.before(closed)) | (view.before(neutral) % 2 == 1)) * 1
    later = np.minimum(view.total(opened | neutral) - view.before(opened | neutral), 1)
    return view.classes * 8 + any_before * 4 + inside * 2 + later


def brackets(view: View) -> Ints:
    """The class, the depth of brackets, how many pairs came before, and the place inside."""
    np = view.np
    opened, closed = view.isin("(", "["), view.isin(")", "]")
    depth = np.clip(view.before(opened) - view.before(closed), 0, 2)
    return (view.classes * 3 + depth) * 4 + np.minimum(view.before(closed), 3)


def numbers(view: View) -> Ints:
    """The class, and how many numbers that are no years came before and come after."""
    np = view.np
    figure = view.isin("1d", "2d", "3d", "4d", "5d")
    before = view.before(figure)
    after = view.total(figure) - before - figure
    return (view.classes * 6 + np.minimum(before, 5)) * 5 + np.minimum(after, 4)


def year_place(view: View) -> Ints:
    """Where the string's first year stands (an author-date style?), the class, the one before."""
    return (_style(view) * N + view.at(view.classes, -1)) * N + view.classes


def _style(view: View) -> Ints:
    """Where the first year stands: none, early in brackets, early bare, middle or end, of each."""
    np = view.np
    year = view.isin("year")
    first = year & (view.before(year) == 0)
    length = np.maximum(view.position + view.remaining, 1)
    tenth = view.position * 10 // length
    bracket = view.isin("(", "[")
    code = 1 + (tenth >= 4) + (tenth >= 8) + 3 * (view.at(bracket, -1))
    result = np.zeros(int(view.string[-1]) + 1 if len(year) else 1, np.int32)
    result[view.string[first]] = code[first]
    return result[view.string]


def opening(view: View) -> Ints:
    """How the string opens (an initial? a comma after the first word?), and two classes."""
    np = view.np
    kinds = np.zeros(N, np.int32)
    for code, names in enumerate((("Initial",), ("Cap", "Short"), ("UP", "UPPER"), (",",), (".",)), 1):
        kinds[[_class_number(name) for name in names]] = code
    number = view.isin("1d", "2d", "3d", "[", "]", "(", ")") | (
        view.isin(".") & view.at(view.isin("1d", "2d", "3d") * 1, -1).astype(bool)
    )
    word = view.real & ~(number & (view.position < 4))
    at_first = word & (view.before(word) == 0)
    kind = kinds[view.classes]
    code = kind * 36 + view.at(kind, 1) * 6 + view.at(kind, 2)
    of_string = np.zeros(int(view.string[-1]) + 1 if len(word) else 1, np.int32)
    of_string[view.string[at_first]] = code[at_first]
    return (of_string[view.string] * N + view.at(view.classes, -1)) * N + view.classes


def chunk(view: View) -> Ints:
    """The chunk the token stands in: its sort, its length, the delimiters at both ends."""
    np = view.np
    kind = np.minimum(view.around(0), 12)
    left, right = view.around(-1), view.around(1)
    size = np.minimum(view.chunk_size[view.chunk], 8)
    return ((kind * 9 + size) * SORTS + left) * SORTS + right


def chunk_start(view: View) -> Ints:
    """The chunk's sort, whether the token opens it, and the class."""
    np = view.np
    return (np.minimum(view.around(0), 12) * 3 + np.minimum(view.inside, 2)) * N + view.classes


def chunks(*offsets: int) -> ContextFeature:
    """The sorts of the chunks at some offsets, together (at a delimiter: of its neighbours)."""

    def of(view: View) -> Ints:
        value = view.around(offsets[0])
        for offset in offsets[1:]:
            value = value * SORTS + view.around(offset)
        return value

    return ContextFeature(f"chunks{offsets}", SORTS ** len(offsets), of)


def chunk_number(view: View) -> Ints:
    """How many chunks came before, the token's own, and where the first year stands."""
    np = view.np
    opening = (view.inside == 0) & view.real & (view.around(0) < 12)
    before = np.minimum(view.before(opening), 11)
    return (before * 13 + np.minimum(view.around(0), 12)) * 8 + _style(view)


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
    ContextFeature("chunk_number", 12 * 13 * 8, chunk_number),
)


def view_of(strings: Iterable[tuple[list[int], list[int]]]) -> View:
    """Lay out strings, given as classes and gluedness of their tokens, as one batch."""
    import numpy as np  # noqa: PLC0415 (importing refconv must stay light)

    gap = [0] * PADDING
    all_classes, all_glued = [*gap], [*gap]
    for string_classes, string_glued in strings:
        all_classes += string_classes + gap
        all_glued += string_glued + gap
    return View(np.array(all_classes, np.int32), np.array(all_glued, np.int32))
