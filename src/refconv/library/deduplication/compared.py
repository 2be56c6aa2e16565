"""References as they are compared: each value folded once, in the form that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from refconv.core.model import ItemType, Name, Reference
from refconv.library.deduplication.folded import fold, sound, words
from refconv.library.deduplication.title_forms import TitleForm, forms_of, kinds_of
from refconv.values.identifiers import bare_doi, is_pmid
from refconv.values.preprints import is_preprint


class ComparedName(NamedTuple):
    """A name as it is compared: the sound of the family name, an initial, sounds of all words."""

    family: str
    initial: str
    words: frozenset[str]


class Pages(NamedTuple):
    """Pages as they are compared: the first and the last as numbers, and what stands before.

    ``last`` is the number that an abbreviated one stands for; it is the first if there is none.
    """

    first: int
    last: int
    prefix: str


@frozen(eq=False, slots=True)
class Compared:
    """A reference as it is compared."""

    titles: tuple[TitleForm, ...]
    kinds: frozenset[str]
    people: tuple[ComparedName, ...]
    year: int | None
    volume: str
    issue: str
    pages: Pages | None
    journals: tuple[tuple[str, ...], ...]
    issns: frozenset[str]
    isbns: frozenset[str]
    dois: frozenset[str]
    pmid: str
    pmcid: str
    type: ItemType
    edition: str
    is_preprint: bool
    is_meeting: bool
    is_cochrane: bool
    abstract: str
    """The first letters of the abstract."""

    @property
    def key(self) -> tuple[object, ...]:
        """All that is compared: references with equal keys are compared once."""
        return (
            tuple(form.compact for form in self.titles),
            tuple((person.family, person.initial) for person in self.people),
            self.year or 0,
            (self.volume, self.issue, self.pages or (), self.journals, self.edition),
            (*sorted(self.dois), self.pmid, self.pmcid, *sorted(self.issns), *sorted(self.isbns)),
            (*sorted(self.kinds), str(self.type)),
            (self.is_preprint, self.is_meeting, self.abstract),
        )


def compared(reference: Reference) -> Compared:
    """Return a reference as it is compared."""
    given = reference.given()
    pages = numbered_pages(reference.page or reference.page_first or _article_number(reference))
    kind = reference.type
    if "dissertation" in reference.container_title.lower():
        kind = ItemType.THESIS
    journals = tuple(dict.fromkeys(_journals(reference)))
    return Compared(
        titles=tuple(dict.fromkeys(_titles(reference))),
        kinds=kinds_of(reference.title),
        people=tuple(_people(reference)),
        year=_year(reference),
        volume=_number(reference.volume),
        issue=_number(reference.issue),
        pages=pages,
        journals=journals,
        issns=frozenset(_ISSN.findall(reference.ISSN)) if "ISSN" in given else _NONE,
        isbns=_isbns(reference.ISBN) if "ISBN" in given else _NONE,
        dois=_dois(reference),
        pmid=reference.PMID if is_pmid(reference.PMID) else "",
        pmcid=reference.PMCID.upper().partition(".")[0],
        type=kind,
        edition=_number(reference.edition),
        is_preprint=_is_preprint(reference),
        is_meeting=_is_meeting(reference),
        is_cochrane=_COCHRANE.search(reference.page + reference.DOI) is not None,
        abstract="".join(words(reference.abstract[:_LETTERS])) if "abstract" in given else "",
    )


_LETTERS = 120
"""Letters of an abstract by which two may be known to be equal."""
_NONE: frozenset[str] = frozenset()
_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dXx]\b")
_COCHRANE = re.compile(r"\bCD\d{6}|14651858", re.IGNORECASE)


def _titles(reference: Reference) -> Iterator[TitleForm]:
    yield from forms_of(reference.title)
    for text in (reference.original_title, *_custom(reference, "translated-title")):
        yield from forms_of(text)


def _custom(reference: Reference, end: str) -> Iterator[str]:
    for key, value in reference.custom:
        if key.endswith(end) and isinstance(value, str):
            yield value


def _article_number(reference: Reference) -> str:
    is_article = reference.type in (ItemType.ARTICLE_JOURNAL, ItemType.PAPER_CONFERENCE)
    return reference.number if is_article else ""


def _year(reference: Reference) -> int | None:
    date = reference.issued or reference.available_date
    return None if date is None else date.year


# ── people ────────────────────────────────────────────────────────────────────────────────────────


_NOBODY = frozenset(
    map(
        sound,
        """anonymous anon unknown na none null et al etal anonim anonymus noauthor noauthorlisted
        noauthorslisted authornotlisted""".split(),
    )
)
_MOST_PEOPLE = 12
"""Names that are compared: among a hundred, the first say enough."""


def _people(reference: Reference) -> Iterator[ComparedName]:
    names = reference.author or reference.editor or reference.container_author
    for name in names[:_MOST_PEOPLE]:
        person = compared_name(name)
        if person.family and person.family not in _NOBODY:
            yield person


@lru_cache(maxsize=50_000)
def compared_name(name: Name) -> ComparedName:
    """Return a name as it is compared."""
    if name.literal:
        parts = words(name.literal)
        given, family = ([], "") if sound("".join(parts)) in _NOBODY else _divided(parts)
    else:
        particle = f"{name.dropping_particle} {name.non_dropping_particle}"
        given = words(name.given)
        family = "".join(words(f"{particle} {name.family}"))
        parts = [*words(name.family), *given]
        if not family and given:
            family, given = given[-1], given[:-1]
    return ComparedName(sound(family), given[0][0] if given else "", frozenset(map(sound, parts)))


def _divided(parts: list[str]) -> tuple[list[str], str]:
    """Return the given names and the family name of an unparsed name; an institution has one."""
    if len(parts) > 1 and len(parts[-1]) <= _INITIALS:
        return parts[1:], parts[0]
    if len(parts) == 2 or (len(parts) == 3 and min(map(len, parts)) <= _INITIALS):
        return parts[:-1], parts[-1]
    return [], "".join(parts)


_INITIALS = 2
"""Letters that initials without dots have at most."""


# ── numbers ───────────────────────────────────────────────────────────────────────────────────────

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,8}")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PAGE = re.compile(
    r"(?P<prefix>[a-z]{0,6})[ .]?(?P<first>\d{1,9})(?P<tail>[a-z]?)"
    r"(?:\s*[-\u2010-\u2015\u2212]{1,3}\s*(?:[a-z]{0,4})[ .]?(?P<last>\d{1,9}))?"
)
_COUNT = re.compile(r"\s*\d{1,4} ?(?:pp?|pages|S|Seiten)\.?\s*")
_PAGE_WORDS = re.compile(r"\b(?:pp?|pages?|unsp|artn?|article|art|no|number)\b\.?")


def _number(text: str) -> str:
    """Return the first number in a volume or an issue: "Suppl. 2" and "S2" are "2"."""
    if text.isdigit():
        return text.lstrip("0")
    if (match := _DIGITS.search(text)) is not None:
        return match[0].lstrip("0")
    lower = text.strip().lower()
    return str(_roman(lower)) if _ROMAN.fullmatch(lower) else ""


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    signs = (-1 if value < max(values[i:]) else 1 for i, value in enumerate(values))
    return sum(sign * value for sign, value in zip(signs, values, strict=True))


@lru_cache(maxsize=10_000)
def numbered_pages(text: str) -> Pages | None:
    """Return pages, of which a last one is written out: "123-9" ends at 129.

    >>> numbered_pages("123-9"), numbered_pages("S12-S15")
    (Pages(first=123, last=129, prefix=''), Pages(first=12, last=15, prefix='s'))
    """
    match = _PAGE.search(_PAGE_WORDS.sub(" ", text.lower()[:60]))
    if match is None or _COUNT.fullmatch(text) is not None:
        return None
    first, last = match["first"], match["last"] or match["first"]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return Pages(int(first), int(last), match["prefix"])


def _isbns(text: str) -> frozenset[str]:
    found = (re.sub(r"[^\dX]", "", one.upper()) for one in re.split(r"[,;\s(]+", text))
    # The nine digits that an ISBN of ten and one of thirteen digits share.
    return frozenset(one[-10:-1] for one in found if len(one) in (10, 13))


def _dois(reference: Reference) -> frozenset[str]:
    found = bare_doi(reference.DOI) if reference.DOI else None
    if found is None and "doi.org/" in reference.URL:
        found = bare_doi(reference.URL)
    return frozenset() if not found else frozenset({found.lower()})


# ── journals and kinds ────────────────────────────────────────────────────────────────────────────

_EMPTY = frozenset(
    "the of and for in on a an de la le les du des et der die das und fur del el los y di e da do "
    "van het en voor".split()
)
_DIVIDERS = re.compile(r"\s*[\[\]=()/]\s*|\s*:\s+|\s*;\s*|\.\s+(?=conference)|,\s+(?=\d)")


def _journals(reference: Reference) -> Iterator[tuple[str, ...]]:
    texts = [reference.container_title, reference.container_title_short]
    texts += _custom(reference, "alt-periodical/full-title")
    for text in filter(None, texts):
        yield from _journal_forms(text)


@lru_cache(maxsize=20_000)
def _journal_forms(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a journal's names: the whole, and before a bracket or subtitle."""
    folded = fold(text)
    parts = [folded, *(part for part in _DIVIDERS.split(folded) if len(part) > 2)]
    found = (tuple(word for word in words(part) if word not in _EMPTY) for part in parts)
    return tuple(dict.fromkeys(form for form in found if form))


def _is_preprint(reference: Reference) -> bool:
    if reference.genre.lower() == "preprint":
        return True
    names = (reference.container_title, reference.publisher, reference.archive)
    is_journal = reference.type == ItemType.ARTICLE_JOURNAL and (
        bool(reference.volume and reference.page) and not is_preprint(reference.DOI)
    )
    return not is_journal and is_preprint(reference.DOI, *names)


_MEETING = re.compile(
    r"\b(?:conferences?|congress|meetings?|symposi\w{1,3}|proceedings"
    r"|(?<!dissertation )abstracts?)\b"
)


def _is_meeting(reference: Reference) -> bool:
    """Return whether a reference is an abstract or a paper of a meeting, by type or container."""
    if reference.type == ItemType.PAPER_CONFERENCE or reference.event_title:
        return True
    texts = (reference.container_title, reference.genre, reference.note[:80])
    return any(_MEETING.search(text.lower()) for text in texts if text)
