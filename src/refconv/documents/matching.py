"""Which printed string is which embedded record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from unicodedata import combining, normalize

from refconv.core.model import Reference

_TAGS = re.compile(r"</?(?:i|b|sub|sup|span)\b[^<>]{0,80}>")
_LEAST = 12
"""Letters of a title that is looked for by itself: shorter ones are in many strings."""
_SHARE = 0.7
"""Of the words of a title that a string must have, where the title was edited."""


def letters(text: str) -> str:
    """Return a text's letters and digits, without case, accents and markup.

    >>> letters("<i>Été</i>: a study, 2nd ed.")
    'eteastudy2nded'
    """
    return "".join(words_of(text))


def words_of(text: str) -> list[str]:
    """Return a text's words, without case, accents and markup."""
    plain = normalize("NFKD", _TAGS.sub("", text)).casefold()
    return _WORD.findall("".join(char for char in plain if not combining(char)))


_WORD = re.compile(r"[^\W_]+")


def matched(
    references: Sequence[Reference],
    strings: Sequence[str],
    known: Mapping[int, int],
) -> dict[int, int]:
    """Return which string prints which reference, by the index of the reference.

    Args:
        references: The embedded records.
        strings: The printed strings.
        known: The pairs that the document itself names.
    """
    pairs = dict(known)
    printed = [_Printed(string) for string in strings]
    sought = [_Sought(reference) for reference in references]
    for rule in (_has_identifier, _has_title, _has_words, _has_numbers):
        free = [j for j in range(len(strings)) if j not in {*pairs.values()}]
        for i, one in enumerate(sought):
            if i in pairs:
                continue
            fitting = [j for j in free if rule(one, printed[j])]
            if len(fitting) > 1:
                fitting = _best(references[i], fitting, printed)
            if fitting:
                pairs[i] = fitting[0]
                free.remove(fitting[0])
    return _between(sought, printed, pairs)


class _Printed:
    """A printed string, prepared for comparison."""

    def __init__(self, string: str) -> None:
        self.string = string.casefold()
        words = words_of(string)
        self.letters = "".join(words)
        self.words = frozenset(words)


def printed_again(references: Sequence[Reference], strings: Sequence[str]) -> list[bool]:
    """Return of each string whether it prints one of the references, which may be printed often.

    >>> river = Reference(title="Rivers of the north", issued=2001)
    >>> printed_again([river], ["Ada Ng, Rivers of the North, 2001, p. 4.", "Bo Roe, Lakes, 2010."])
    [True, False]
    """
    printed = [_Printed(string) for string in strings]
    sought = [_Sought(reference) for reference in references]
    return [
        any(
            _has_title(work, one)
            or _has_identifier(work, one)
            or (len(work.title) < _LEAST and _has_words(work, one))
            for work in sought
        )
        for one in printed
    ]


class _Sought:
    """What is looked for of a reference, prepared for comparison."""

    def __init__(self, reference: Reference) -> None:
        self.doi = reference.DOI.casefold()
        self.words = words_of(reference.title)
        self.title = "".join(self.words)
        self.author = _first_author(reference)
        self.year = _year(reference)
        first_page = re.split(r"[-–—]", reference.page)[0]
        self.numbers = [letters(reference.volume), letters(first_page)]


def _year(reference: Reference) -> str:
    issued = reference.issued
    return str(issued.year or "") if issued is not None else ""


def _first_author(reference: Reference) -> str:
    people = reference.author or reference.editor
    return letters(people[0].literal or people[0].family) if people else ""


def _has_identifier(work: _Sought, printed: _Printed) -> bool:
    place = printed.string.find(work.doi) if work.doi else -1
    # Not the beginning of a longer DOI.
    return place >= 0 and not printed.string[place + len(work.doi) :][:1].isalnum()


def _has_title(work: _Sought, printed: _Printed) -> bool:
    return len(work.title) >= _LEAST and work.title in printed.letters and _agrees(work, printed)


def _agrees(work: _Sought, printed: _Printed) -> bool:
    """Return whether a string has the first author or the year of a record."""
    author, year = work.author, work.year
    return (not author or author in printed.letters) or (not year or year in printed.letters)


def _has_words(work: _Sought, printed: _Printed) -> bool:
    """Return whether a string has author, year and most words of the title."""
    return (
        bool(work.words and work.author)
        and work.author in printed.letters
        and (not work.year or work.year in printed.letters)
        and sum(word in printed.words for word in work.words) >= _SHARE * len(work.words)
    )


def _has_numbers(work: _Sought, printed: _Printed) -> bool:
    """Return whether a string has author, year, volume and first page, as one without a title."""
    return (
        bool(work.author and work.year and all(work.numbers))
        and work.author in printed.letters
        and work.year in printed.letters
        and all(number in printed.words for number in work.numbers)
    )


def _best(reference: Reference, fitting: Sequence[int], printed: Sequence[_Printed]) -> list[int]:
    """Return the string that has most of a record's other values: most of them differ."""
    parts = [
        *(letters(name.literal or name.family) for name in reference.author[:3]),
        *map(letters, (reference.volume, reference.page, reference.container_title)),
        _year(reference),
    ]
    parts = [part for part in parts if part]
    # Among equals the shortest string: a longer one may have the title in another's.
    return [
        min(
            fitting,
            key=lambda j: (
                -sum(part in printed[j].letters for part in parts),
                len(printed[j].letters),
            ),
        )
    ]


def _between(
    sought: Sequence[_Sought], printed: Sequence[_Printed], pairs: dict[int, int]
) -> dict[int, int]:
    """Pair what stands alone between two pairs that follow one another, if the years agree."""
    ends = {-1: -1, len(sought): len(printed)}
    places = {**ends, **pairs}
    taken = {*pairs.values()}
    for i, work in enumerate(sought):
        if i in pairs or i - 1 not in places or i + 1 not in places:
            continue
        place = places[i - 1] + 1
        if places[i + 1] != place + 1 or place in taken:
            continue
        author, year = work.author, work.year
        letters_there = printed[place].letters
        if year and year in letters_there and author in letters_there:
            pairs[i] = places[i] = place
    return pairs
