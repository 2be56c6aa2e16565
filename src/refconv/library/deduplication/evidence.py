"""Weigh how likely it is that two references are of one publication.

Each value that two references both have is evidence for or against. Its weight is about the
logarithm of how much more often the values agree (or differ) in two records of one publication than
in two records of different ones that have been found by similar words (Fellegi and Sunter 1969, *A
theory for record linkage*). Two references are duplicates if the sum reaches :data:`ENOUGH`. A
missing value says nothing.

What tells apart is stronger than what is alike: reviewers count an abstract of a meeting and the
article about it, an article and its correction, and two parts of a report as different.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from refconv.core.model import ItemType
from refconv.library.deduplication.alike import distance, is_abbreviation
from refconv.library.deduplication.compared import Compared, ComparedName, Pages
from refconv.library.deduplication.folded import words
from refconv.library.deduplication.title_forms import OTHER_TEXTS, Agreement, agreement

ENOUGH = 10.0
"""The sum of weights from which two references are duplicates.

The same title, authors and year are enough (11). So are the same title and authors in a year beside
it if the journal is the same, too (11.5), but not if volume or pages differ.
"""


class Evidence(NamedTuple):
    """What one value says: its name in words, and its weight."""

    what: str
    weight: float


class Verdict(NamedTuple):
    """The evidence of two references, and its sum; minus infinity if they cannot be one."""

    weight: float
    evidence: tuple[Evidence, ...]

    @property
    def is_duplicate(self) -> bool:
        """Whether the references are duplicates."""
        return self.weight >= ENOUGH

    @property
    def score(self) -> float:
        """An estimate between 0 and 1; it is a half where the weight is just not enough.

        >>> Verdict(ENOUGH, ()).score, round(Verdict(ENOUGH + 6, ()).score, 3)
        (0.5, 0.953)
        """
        return 1 / (1 + math.exp((ENOUGH - self.weight) / 2))

    @property
    def reason(self) -> str:
        """What is alike, the most important first."""
        alike = [one for one in self.evidence if one.weight > 0]
        return ", ".join(one.what for one in sorted(alike, key=lambda one: -one.weight))


IMPOSSIBLE = Verdict(-math.inf, ())

Abstracts = Callable[[], tuple[str, str]]


def weigh(a: Compared, b: Compared, abstracts: Abstracts, *, with_preprints: bool) -> Verdict:
    """Weigh the evidence that two references are of one publication.

    Args:
        a: A reference.
        b: Another; the order of the two does not matter.
        abstracts: Returns their abstracts, which are compared only in doubt.
        with_preprints: Whether a preprint and the article may be duplicates.
    """
    is_across = a.is_preprint != b.is_preprint
    if (is_across and not with_preprints) or (a.kinds ^ b.kinds) & OTHER_TEXTS:
        return IMPOSSIBLE
    titles = _titles(a, b)
    found = [titles, *_identifiers(a, b, is_across=is_across), _people(a, b)]
    found += _kinds(a, b, is_translated=titles.weight < 0)
    if sum(one.weight for one in found) < _HOPELESS:
        return Verdict(sum(one.weight for one in found), tuple(found))
    found += [_years(a, b, is_across=is_across)]
    if not is_across:
        found += _places(a, b)
    weight = sum(one.weight for one in found)
    if _DOUBT_FROM < weight < _DOUBT_TO:
        found.append(_abstracts(*abstracts()))
        weight += found[-1].weight
    return Verdict(weight, tuple(one for one in found if one.weight))


_HOPELESS = -5.5
"""A sum below which nothing that follows is enough: at most 15.5 are to come."""
_DOUBT_FROM, _DOUBT_TO = 5.0, 13.5
"""The sums between which abstracts, which take long to compare, may decide."""


# ── kinds ─────────────────────────────────────────────────────────────────────────────────────────

_NOT_OF = {
    frozenset({ItemType.BOOK, ItemType.CHAPTER}),
    frozenset({ItemType.BOOK, ItemType.REVIEW_BOOK}),
    frozenset({ItemType.BOOK, ItemType.PAPER_CONFERENCE}),
    frozenset({ItemType.BOOK, ItemType.ARTICLE_JOURNAL}),
    frozenset({ItemType.THESIS, ItemType.ARTICLE_JOURNAL}),
    frozenset({ItemType.THESIS, ItemType.PAPER_CONFERENCE}),
    frozenset({ItemType.PATENT, ItemType.ARTICLE_JOURNAL}),
    frozenset({ItemType.DATASET, ItemType.ARTICLE_JOURNAL}),
    frozenset({ItemType.SOFTWARE, ItemType.ARTICLE_JOURNAL}),
}
"""Types of two references with one title that are usually of two publications."""


def _kinds(a: Compared, b: Compared, *, is_translated: bool) -> Iterator[Evidence]:
    """Yield what the types say, and what kinds of texts the titles name.

    Databases have "Editorial: Snow" and "Snow" for one text; its pages are the same, then.
    """
    differing = a.kinds ^ b.kinds
    if differing and not is_translated:
        yield Evidence("kind", -4.0 if differing == {"stage"} else -5.5)
    if frozenset({a.type, b.type}) in _NOT_OF:
        yield Evidence("type", -4.0)


# ── titles ────────────────────────────────────────────────────────────────────────────────────────

_TITLES = {
    Agreement.SAME: ("title", 6.0),
    Agreement.RESPELLED: ("title but for its spelling", 5.5),
    Agreement.SHORTER: ("title but for a subtitle", 4.0),
    Agreement.REWORDED: ("words of the title", 0.0),
    Agreement.NUMBERS: ("numbers in the title", -4.0),
    Agreement.DIFFERENT: ("title", -5.0),
}
_USUAL = 3.0
"""Words of a title that says all it can."""
_LONG = 8
"""Words of a title that hardly two publications have by chance."""
_SHORT = (1.5, 2.0, 5.0)
"""The weights of titles with fewer words: "Editorial" says little."""


def _titles(a: Compared, b: Compared) -> Evidence:
    if not a.titles or not b.titles:
        return Evidence("title", 0.0)
    best = max(
        (
            (agreement(one, other), min(one.weight, other.weight))
            for one, other in product(a.titles, b.titles)
        ),
    )
    what, weight = _TITLES[best[0]]
    if weight < 0 and "reply" in a.kinds:
        return Evidence(what, 0.0)  # some databases call a reply as the journal, others by its text
    if weight > 0:
        weight = min(weight, _SHORT[int(best[1])]) if best[1] < _USUAL else weight
        weight += best[1] >= _LONG
    return Evidence(what, weight)


# ── identifiers ───────────────────────────────────────────────────────────────────────────────────


def _identifiers(a: Compared, b: Compared, *, is_across: bool) -> Iterator[Evidence]:
    if a.dois and b.dois and not is_across:
        differ = -7.0 if a.is_cochrane else -5.0
        yield Evidence("DOI", 10.0 if a.dois & b.dois else differ)
    if a.pmid and b.pmid:
        # Numbers of other databases are sometimes taken for those of PubMed.
        yield Evidence("PMID", 9.0 if a.pmid == b.pmid else -1.5)
    if a.pmcid and b.pmcid:
        yield Evidence("PMCID", 9.0 if a.pmcid == b.pmcid else -4.0)
    if a.isbns and b.isbns and a.type not in _IN_CONTAINER:
        yield Evidence("ISBN", 4.0 if a.isbns & b.isbns else -2.0)


_IN_CONTAINER = frozenset({ItemType.CHAPTER, ItemType.PAPER_CONFERENCE, ItemType.ARTICLE_JOURNAL})
"""Types whose ISBN is that of a volume which holds others, too."""


# ── people ────────────────────────────────────────────────────────────────────────────────────────


def _people(a: Compared, b: Compared) -> Evidence:
    if not a.people or not b.people:
        return Evidence("authors", 0.0 if a.people or b.people else 0.5)
    fewer, more = sorted((a.people, b.people), key=len)
    rest = [*more]
    shared = 0
    for person in fewer:
        other = next((one for one in rest if are_one_person(person, one)), None)
        if other is not None:
            rest.remove(other)
            shared += 1
    share = shared / len(fewer)
    is_first = are_one_person(a.people[0], b.people[0])
    if share >= _MOST or (is_first and share >= _HALF):
        weight = 4.0 if len(fewer) > 1 or len(more) == 1 else 3.0
    elif is_first or share >= _HALF or _share_words(a.people, b.people):
        weight = 2.0
    else:
        weight = -1.0 if shared else -5.0
    return Evidence("authors", weight)


def _share_words(a: Sequence[ComparedName], b: Sequence[ComparedName]) -> bool:
    """Return whether lists share most words: one may not have been divided into names."""
    ours, theirs = (
        {word for person in people for word in person.words if len(word) >= _NAME}
        for people in (a, b)
    )
    return len(ours & theirs) >= max(2, _MOST * min(len(ours), len(theirs)))


_MOST, _HALF = 0.8, 0.5
"""Shares of the shorter list of names."""


def are_one_person(a: ComparedName, b: ComparedName) -> bool:
    """Return whether two names may be of one person.

    >>> nobody: frozenset[str] = frozenset()
    >>> are_one_person(ComparedName("smit", "j", nobody), ComparedName("smit", "", nobody))
    True
    """
    are_initials_alike = not a.initial or not b.initial or a.initial == b.initial
    if a.family == b.family:
        return are_initials_alike
    if a.family in b.words and b.family in a.words:
        return True  # the family name taken for the given name, or one of two family names
    shorter, longer = sorted((a.family, b.family), key=len)
    if are_initials_alike and len(shorter) >= _NAME and longer.endswith(shorter):
        return True  # without a particle, or without the first family name
    if not are_initials_alike or len(shorter) < _NAME:
        return False
    if longer.startswith(shorter):
        return True
    most = 1 if len(shorter) < _LONG_NAME else 2
    return distance(a.family, b.family, most) <= most


_NAME, _LONG_NAME = 4, 8
"""Letters of a name that may hold one error, and two."""


# ── when and where ────────────────────────────────────────────────────────────────────────────────


def _years(a: Compared, b: Compared, *, is_across: bool) -> Evidence:
    if a.year is None or b.year is None:
        return Evidence("year", 0.0)
    apart = abs(a.year - b.year)
    if is_across and 0 < apart <= _YEARS_OF_PREPRINT:
        return Evidence("year", 0.0)
    if a.is_cochrane and apart:
        return Evidence("year", -6.0)  # an update, with the same title and number
    if a.is_meeting and b.is_meeting and apart:
        return Evidence("year", -4.0)  # what a talk was about is told again a year later
    # An article stands online a year before it gets a volume; a book is printed again.
    has_journals = bool(a.journals and b.journals) and not {a.type, b.type} & _NOT_FIRST_ONLINE
    weights = (1.0, -0.5 if has_journals else -2.0, -2.0)
    return Evidence("year", weights[apart] if apart < len(weights) else -4.0)


_NOT_FIRST_ONLINE = frozenset({ItemType.BOOK, ItemType.CHAPTER, ItemType.REPORT, ItemType.THESIS})
_YEARS_OF_PREPRINT = 3
"""Years until most preprints have appeared in a journal."""


def _places(a: Compared, b: Compared) -> Iterator[Evidence]:
    """Yield what the journal, its numbers and the pages say."""
    yield _journals(a, b)
    if a.volume and b.volume:
        yield Evidence("volume", 1.5 if a.volume == b.volume else _other_volume(a, b))
    if a.issue and b.issue:
        yield Evidence("issue", 0.5 if a.issue == b.issue else -1.5)
    if a.pages is not None and b.pages is not None:
        yield _pages(a.pages, b.pages, is_cochrane=a.is_cochrane)
    if a.edition and b.edition and a.edition != b.edition:
        yield Evidence("edition", -5.0)
    is_known = (a.journals and b.journals) or {a.type, b.type} == _PAPER_AND_ARTICLE
    if a.is_meeting != b.is_meeting and is_known:
        yield Evidence("meeting", -2.0)


_PAPER_AND_ARTICLE = {ItemType.ARTICLE_JOURNAL, ItemType.PAPER_CONFERENCE}


def _other_volume(a: Compared, b: Compared) -> float:
    """Return the weight of two volumes: some databases have the year for it, or the issue."""
    years = {str(a.year), str(b.year)}
    is_swapped = a.volume == b.issue and b.volume == a.issue
    return 0.0 if is_swapped or a.volume in years or b.volume in years else -3.5


def _pages(one: Pages, other: Pages, *, is_cochrane: bool) -> Evidence:
    if one.first == other.first:
        if one.first <= 1:
            return Evidence("pages", 1.5 if one.last == other.last else 0.5)
        if is_cochrane:
            return Evidence("pages", 1.0)
        is_range = one.last > one.first and one.last == other.last
        return Evidence("pages", 6.5 if is_range else 4.0)
    if 1 in (one.first, other.first):
        return Evidence("pages", -1.0)  # the pages of an article's own, beside its number
    if one.last == other.last and one.last > max(one.first, other.first):
        return Evidence("pages", 0.0)
    if one.prefix != other.prefix:
        return Evidence("pages", -6.0)
    is_near = abs(one.first - other.first) <= _NEAR
    is_overlap = one.first <= other.last and other.first <= one.last
    return Evidence("pages", -2.5 if is_near or is_overlap else -5.0)


_NEAR = 3
"""Pages by which a first page may be mistaken."""


def _journals(a: Compared, b: Compared) -> Evidence:
    if a.issns & b.issns:
        return Evidence("ISSN", 2.0)
    if not a.journals or not b.journals:
        return Evidence("journal", 0.0)
    likeness = max(_likeness(one, other) for one, other in product(a.journals, b.journals))
    return Evidence("journal", (-2.5, 0.0, 2.0)[likeness])


_Name = tuple[str, ...]


def _likeness(a: _Name, b: _Name) -> int:
    """Return 2 for two names of one journal, 1 for names that may be, 0 for others."""
    if a == b or "".join(a) == "".join(b):
        return 2
    short, long = sorted((a, b), key=lambda name: sum(map(len, name)))
    if is_abbreviated_name(short, long):
        return 2
    if len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long):
        return 2
    if distance("".join(a), "".join(b), 2) <= 2 and len("".join(short)) > 9:
        return 2
    shared = {*a} & {*b} - _USUAL_WORDS
    return int(bool(shared))


_USUAL_WORDS = frozenset(
    """journal j american am european eur british br international int annals ann archives arch
    review rev research res science sci medicine med medical clinical clin proceedings proc
    bulletin bull acta transactions trans letters lett society soc national natl""".split()
)


def is_abbreviated_name(short: _Name, long: _Name) -> bool:
    """Return whether a name of a journal abbreviates another, word by word.

    >>> is_abbreviated_name(("n", "engl", "j", "med"), ("new", "england", "journal", "medicine"))
    True
    """
    if len(short) > len(long) or not short:
        return False
    place = 0
    for word in short:
        while place < len(long) and not is_abbreviation(word, long[place]):
            place += 1
        if place == len(long):
            return False
        place += 1
    # A word that is left out is a short one, or all that follow are a subtitle.
    return is_abbreviation(short[0], long[0]) and len(long) - len(short) <= max(1, len(short) // 2)


# ── abstracts ─────────────────────────────────────────────────────────────────────────────────────

_LETTERS = 1500
_FEWEST = 20


def _abstracts(one: str, other: str) -> Evidence:
    """Compare the words of two abstracts, three by three."""
    a, b = (_triples(text) for text in (one, other))
    if min(len(a), len(b)) < _FEWEST:
        return Evidence("abstract", 0.0)
    share = len(a & b) / min(len(a), len(b))
    if share >= _HALF:
        return Evidence("abstract", 4.0)
    return Evidence("abstract", -2.5 if share < _FEW else 0.0)


_FEW = 0.1
"""Share of equal triples of words below which two abstracts are of different texts."""


def _triples(text: str) -> set[tuple[str, ...]]:
    given = words(text[:_LETTERS])
    return {*zip(given, given[1:], given[2:], strict=False)}
