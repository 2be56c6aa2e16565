"""How alike two words are: edit distance, misspellings, abbreviations."""

from __future__ import annotations

from functools import lru_cache


def distance(a: str, b: str, most: int) -> int:
    """Return the Levenshtein distance of two texts, or ``most + 1`` if it is above ``most``.

    The columns of the table are computed at once, as the bits of integers (Myers 1999, *A fast
    bit-vector algorithm for approximate string matching*, in Hyyrö's form of 2003).

    >>> distance("tumour", "tumor", 2), distance("kitten", "sitting", 2)
    (1, 3)
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    if not a or not b:
        return len(a) or len(b)
    places: dict[str, int] = {}
    for place, letter in enumerate(a):
        places[letter] = places.get(letter, 0) | 1 << place
    last, mask = 1 << len(a) - 1, (1 << len(a)) - 1
    rising, falling, count = mask, 0, len(a)
    for letter in b:
        found = places.get(letter, 0)
        equal = (((found & rising) + rising) ^ rising) | found | falling
        up, down = falling | ~(equal | rising), rising & equal
        count += bool(up & last) - bool(down & last)
        up, down = up << 1 | 1, down << 1
        rising, falling = (down | ~(equal | up)) & mask, up & equal
    return min(count, most + 1)


# Words that differ in one of these mean opposites, though they differ in few letters.
_NEGATIONS = frozenset("a an ab ana anti de dis il im in ir non re un".split())
_OPPOSITES = (
    *(("hyper", "hypo"), ("inter", "intra"), ("micro", "macro"), ("in", "de"), ("in", "ex")),
    *(("endo", "exo"), ("ante", "post"), ("pre", "pro"), ("sub", "sup"), ("eu", "dys")),
    *(("uni", "bi"), ("bi", "tri"), ("mono", "bi"), ("con", "dis"), ("ex", "im"), ("a", "e")),
)


def is_misspelled(a: str, b: str) -> bool:
    """Return whether two words are likely spellings of one word.

    Words that differ in a prefix which turns the meaning are not, nor are short words.

    >>> is_misspelled("randomised", "randomized"), is_misspelled("centre", "center")
    (True, True)
    >>> is_misspelled("hypertension", "hypotension"), is_misspelled("rats", "cats")
    (False, False)
    """
    if len(a) > len(b):
        a, b = b, a
    most = 1 if len(a) < _LONG else 2
    if len(b) - len(a) > 2 or a == b:
        return a == b
    if a + "s" == b or a + "es" == b:
        return len(a) > 2
    if not (a.isalpha() and b.isalpha()):
        return False
    if len(a) < _SHORTEST:
        return len(a) > 2 and a[0] == b[0] and without_doubles(a) == without_doubles(b)
    is_turned = a[0] == b[0] and sorted(a) == sorted(b)
    return is_turned or (distance(a, b, most) <= most and not _are_opposites(a, b))


def without_doubles(text: str) -> str:
    """Return a text with one letter for each doubled one."""
    return "".join(letter for i, letter in enumerate(text) if not i or text[i - 1] != letter)


_SHORTEST, _LONG = 5, 9
"""Letters from which a word may hold one error, and two: shorter words have too many neighbours."""


def _are_opposites(a: str, b: str) -> bool:
    if b.endswith(a) and b[: -len(a)] in _NEGATIONS:
        return True
    return any(
        first.startswith(one)
        and second.startswith(other)
        and first[len(one) :] == second[len(other) :]
        for one, other in _OPPOSITES
        for first, second in ((a, b), (b, a))
    )


@lru_cache(maxsize=100_000)
def is_abbreviation(short: str, long: str) -> bool:
    """Return whether a word abbreviates another: its beginning, or a contraction of it.

    >>> is_abbreviation("surg", "surgery"), is_abbreviation("natl", "national")
    (True, True)
    >>> is_abbreviation("med", "medical"), is_abbreviation("oral", "oncology")
    (True, False)
    """
    if long.startswith(short):
        return True
    if len(short) < 2 or short[0] != long[0] or len(short) >= len(long):
        return False
    letters = iter(long)
    # A contraction keeps letters in their order: "dtsch" of "deutsche".
    return all(letter in letters for letter in short)
