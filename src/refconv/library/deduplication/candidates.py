"""Find the pairs of references that are worth comparing, without comparing all with all.

Two references are a pair if they share an identifier, a title, or place and people, or if they
share two of the rarest words of their titles. (Titles that have most words in common share some of
the rarest: Chaudhuri, Ganti and Kaushik 2006, *A primitive operator for similarity joins*.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from refconv.library.deduplication.compared import Compared

_RAREST = 6
"""Words of a title by which it is found: a title with four errors still has two of them."""
_SHARED = 2
"""Words that two titles share, if no name or year says that they belong together."""
_MOST = 60
"""References that share a key, and are compared with each other."""
_WINDOW = 12
"""Of more references, each is compared with so many that follow in the order of their content."""
_FREQUENT = 200
"""References that share a word which is still worth looking at."""


def candidates(given: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    """Yield each pair of indices that is worth comparing once, the smaller index first."""
    keyed = _pairs_of_keys(given)
    indexed = _rarest_words(given)
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(indexed):
        shared: Counter[int] = Counter()
        for word in found:
            shared.update(postings[word])
            postings[word].append(place)
        others = keyed.pop(place, set())
        for other, count in shared.items():
            if count >= _SHARED or _belong_together(given[place], given[other]):
                others.add(other)
        for other in sorted(others):
            yield other, place


def _belong_together(a: Compared, b: Compared) -> bool:
    """Return whether two references with a word in common have the first author and the year."""
    is_near = a.year is None or b.year is None or abs(a.year - b.year) <= 1
    if not is_near or not a.people or not b.people:
        return is_near and not (a.people and b.people) and a.year == b.year
    return a.people[0].family == b.people[0].family


def _rarest_words(given: Sequence[Compared]) -> list[tuple[str, ...]]:
    """Return the rarest words of the titles of each reference."""
    counts = Counter(word for one in given for form in one.titles for word in {*form.words})
    found = []
    for one in given:
        rarest: dict[str, None] = {}
        for form in one.titles:
            # Of words that are as rare, in the order of the alphabet: it is that of all titles.
            by_count = sorted({*form.words}, key=lambda word: (counts[word], word))
            rarest |= dict.fromkeys(w for w in by_count[:_RAREST] if 1 < counts[w] <= _FREQUENT)
        found.append(tuple(rarest))
    return found


def _pairs_of_keys(given: Sequence[Compared]) -> defaultdict[int, set[int]]:
    """Return the smaller indices by the larger one, for references that share a key."""
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(given):
        for key in {*_keys(one)}:
            blocks[key].append(place)
    pairs: defaultdict[int, set[int]] = defaultdict(set)
    for block in blocks.values():
        if len(block) > 1:
            for a, b in _pairs(block, given):
                pairs[max(a, b)].add(min(a, b))
    return pairs


def _pairs(block: list[int], given: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block; of a large one only those that are near in content."""
    window = len(block)
    if window > _MOST:
        block, window = sorted(block, key=lambda place: repr(given[place].key)), _WINDOW
    for place, a in enumerate(block):
        for b in block[place + 1 : place + window]:
            yield a, b


def _keys(one: Compared) -> Iterator[Hashable]:
    yield from one.dois
    if one.pmid:
        yield "PMID", one.pmid
    if one.pmcid:
        yield one.pmcid
    family = one.people[0].family if one.people else ""
    for form in one.titles:
        yield form.compact
        yield form.compact, family
        yield form.compact, one.pages
    if one.pages is None or one.pages.first <= 1:
        if family:
            yield family, one.year, one.volume
        return
    page = one.pages.first
    yield page, one.pages.last, one.volume
    for person in one.people[:2]:
        yield page, person.family
