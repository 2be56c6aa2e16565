"""Journals' names in full and abbreviated, by a list of the user's; none is shipped.

Lists have JabRef's form, a journal a line: ``full;abbreviated``, perhaps with
``;shortest unique;frequency``, or the same with commas; older ones have ``full = abbreviated``. Or
they are references that have both names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from refconv.core.arguments import check_many, check_type, unknown
from refconv.core.model import Reference
from refconv.library.deduplication.folded import fold

JournalForm: TypeAlias = Literal["full", "abbreviated", "dotless"]
FORMS = ("full", "abbreviated", "dotless")
"""The forms of names: in full, as the list abbreviates them, the same without full stops."""

SERIALS = frozenset(
    "article-journal article-magazine article-newspaper review review-book periodical".split()
)
"""The types whose containers are journals; a name that no list has is reported for them."""


class ListedJournal(NamedTuple):
    """A journal of a list: its name in full, and abbreviated."""

    full: str
    abbreviated: str


@frozen
class JournalList:
    r"""A list of journals.

    ``by_full`` and ``by_short`` are its journals by their names, folded: capitals, accents,
    punctuation, "and" and a "The" in front do not matter.

    >>> names = JournalList.parse("Journal of Water;J. Water\nIce and Snow;Ice Snow;I&S;12\n")
    >>> len(names)
    2
    """

    by_full: Mapping[str, tuple[ListedJournal, ...]]
    by_short: Mapping[str, tuple[ListedJournal, ...]]

    @classmethod
    def parse(cls, text: str) -> JournalList:
        """Return the list that a text holds; lines without two names are left out."""
        check_type(text, str, "text", "a str")
        return cls.of(_rows(text))

    @classmethod
    def of_references(cls, references: Iterable[Reference]) -> JournalList:
        """Return the list of the journals of references that have both their names."""
        given = check_many(references, Reference, "references", "several references")
        pairs = [(one.container_title, one.container_title_short) for one in given]
        pairs += [(one.title, one.title_short) for one in given if one.type == "periodical"]
        return cls.of(pairs)

    @classmethod
    def of(cls, rows: Iterable[Iterable[str]]) -> JournalList:
        """Return the list of rows: a full name, an abbreviation, perhaps others."""
        by_full: dict[str, tuple[ListedJournal, ...]] = {}
        by_short: dict[str, tuple[ListedJournal, ...]] = {}
        for row in rows:
            full, abbreviated, *others = (" ".join(name.split()) for name in row)
            if not (full and abbreviated):
                continue
            journal = ListedJournal(full, abbreviated)
            _add(by_full, full, journal)
            for name in (abbreviated, *others[:1]):
                if name:
                    _add(by_short, name, journal)
        return cls(by_full, by_short)

    def plus(self, other: JournalList) -> JournalList:
        """Return the journals of two lists."""
        journals = [
            one for found in (self, other) for some in found.by_full.values() for one in some
        ]
        short = [
            (one.full, one.abbreviated, name)
            for found in (self, other)
            for name, some in found.by_short.items()
            for one in some
        ]
        return JournalList.of([*journals, *short])

    def __len__(self) -> int:
        return len(self.by_full)

    def found(self, name: str) -> tuple[ListedJournal, ...]:
        """Return the journals that have a name: several if it is an abbreviation of several."""
        key = _folded(name)
        return self.by_full.get(key) or self.by_short.get(key, ())


def _add(to: dict[str, tuple[ListedJournal, ...]], name: str, journal: ListedJournal) -> None:
    known = to.get(key := _folded(name), ())
    if journal not in known:
        to[key] = (*known, journal)


_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(4096)
def _folded(name: str) -> str:
    words = [word for word in _WORD.findall(fold(name)) if word not in ("and", "the")]
    return " ".join(words)


def _rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of each line that has two or more."""
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    lines = [line for line in lines if not line.lstrip().startswith("#")]
    if not lines:
        return
    delimiter = max((";", ",", "\t"), key=lambda mark: sum(mark in line for line in lines[:200]))
    if not any(delimiter in line for line in lines):
        yield from (list(line.split(" = ", 1)) for line in lines if " = " in line)
        return
    import csv  # noqa: PLC0415 (only where there is a list)

    for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True):
        if len(row) > 1:
            yield row


class NamedJournal(NamedTuple):
    """A reference whose journal has another form of its name.

    ``unlisted`` is the name of a journal that no list has, or that stands for several.
    """

    reference: Reference
    is_changed: bool = False
    unlisted: str = ""


@frozen
class JournalNames:
    """Which form the names of journals get, by a list.

    Raises:
        ValueError: if there is no such form.
    """

    journals: JournalList
    form: JournalForm = "abbreviated"

    def __attrs_post_init__(self) -> None:
        check_type(self.journals, JournalList, "journals", "a JournalList")
        if self.form not in FORMS:
            raise ValueError(unknown("form of journals' names", self.form, FORMS))

    def __call__(self, reference: Reference) -> NamedJournal:
        """Return a reference with the form of its journal's name."""
        name = reference.container_title
        if not name:
            return NamedJournal(reference)
        written = {self._written(one) for one in self.journals.found(name)}
        if len(written) != 1:
            return NamedJournal(reference, unlisted=name if reference.type in SERIALS else "")
        new = written.pop()
        if new == name:
            return NamedJournal(reference)
        return NamedJournal(reference.changed(container_title=new), is_changed=True)

    def _written(self, journal: ListedJournal) -> str:
        if self.form == "full":
            return journal.full
        if self.form == "abbreviated":
            return journal.abbreviated
        return " ".join(journal.abbreviated.replace(".", " ").split())


class RenamedJournals(NamedTuple):
    """References with other forms of journals' names.

    ``changed`` are the indices of those that have another name now, ``unlisted`` the names that no
    list has, or that stand for several journals.
    """

    references: tuple[Reference, ...]
    changed: tuple[int, ...]
    unlisted: tuple[str, ...]


def rename_journals(
    references: Iterable[Reference], journals: JournalList, form: JournalForm = "abbreviated"
) -> RenamedJournals:
    """Return references whose journals have a form of their names.

    Args:
        references: What to change.
        journals: The journals that are known.
        form: ``full``, ``abbreviated`` or ``dotless``.

    Raises:
        ValueError: if there is no such form.

    >>> water = JournalList.parse("Journal of Water;J. Water")
    >>> article = Reference(type="article-journal", container_title="The Journal of water")
    >>> [rename_journals([article], water, form).references[0].container_title for form in FORMS]
    ['Journal of Water', 'J. Water', 'J Water']
    """
    names = JournalNames(journals, form)
    given = check_many(references, Reference, "references", "several references")
    done = [names(one) for one in given]
    return RenamedJournals(
        tuple(one.reference for one in done),
        tuple(place for place, one in enumerate(done) if one.is_changed),
        tuple(dict.fromkeys(one.unlisted for one in done if one.unlisted)),
    )
