"""Select references by type, year, author and key; take some of them; divide them into parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from refconv.core.arguments import check_many, check_type, unknown
from refconv.core.model import ItemType, Name, Point, Reference
from refconv.formats.registry import FORMATS
from refconv.library.deduplication.folded import fold

Choices: TypeAlias = str | int | Iterable[str | int]
"""One alternative, or several."""

_RANGE = re.compile(r"(?P<first>\d{1,4})?\s?(?P<dash>[-–])?\s?(?P<last>\d{1,4})?")


class Years(NamedTuple):
    """The years from ``first`` to ``last``, both included; ``None`` where there is no bound."""

    first: int | None
    last: int | None

    @classmethod
    def parse(cls, text: str | int) -> Years:
        """Parse ``2018``, ``2015-2020``, ``2015-`` or ``-2020``.

        Raises:
            ValueError: for any other text.

        >>> Years.parse("2015-"), Years.parse(2018)
        (Years(first=2015, last=None), Years(first=2018, last=2018))
        """
        match = _RANGE.fullmatch(str(text).strip())
        if match is None or not (match["first"] or match["last"]):
            raise ValueError(f"year must be as 2018, 2015-2020, 2015- or -2020, not {text!r}")
        first, last = (int(year) if year else None for year in match.group("first", "last"))
        years = cls(first, last if match["dash"] else first)
        if first is not None and last is not None and first > last:
            raise ValueError(f"year: no year is in {text!r} (the first is after the last)")
        return years

    def __contains__(self, reference: object) -> bool:
        """Return whether a reference was issued in one of the years."""
        date = reference.issued if isinstance(reference, Reference) else None
        if date is None or date.year is None:
            return False
        last = date.end.year if isinstance(date.end, Point) else date.year
        begins = self.last is None or date.year <= self.last
        return begins and (self.first is None or (last or date.year) >= self.first)


def _alternatives(value: Choices) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str | int) else (*value,)
    return tuple(map(str, values))


def _types(value: Choices) -> frozenset[str]:
    return frozenset(kind for word in _alternatives(value) for kind in _kinds(word))


def _kinds(word: str) -> set[str]:
    """Return the CSL types that have a name, in CSL or in a format: ``inproceedings``, ``JOUR``."""
    tables = [FORMATS[name].table for name in _NAMING]
    given = word.casefold()
    kinds = {str(kind) for kind in ItemType if kind == given}
    for table in tables:
        kinds.update(str(kind) for native, kind in table.types if native.casefold() == given)
    if not kinds:
        raise ValueError(unknown("type", word, [*map(str, ItemType), *dict(tables[1].types)]))
    return kinds


_NAMING = ("bibtex", "biblatex", "ris")
"""The formats whose names of types are known to users."""


def _years(value: Choices) -> tuple[Years, ...]:
    return tuple(map(Years.parse, _alternatives(value)))


def _folded(value: Choices) -> tuple[str, ...]:
    return tuple(map(fold, _alternatives(value)))


@frozen(kw_only=True)
class Selection:
    """Which references are selected: those that meet every criterion given.

    Each criterion has alternatives, of which one must fit.

    Attributes:
        type: CSL types, or types of BibTeX, biblatex and RIS, which may be several of CSL each:
            ``article`` is an article of any kind.
        year: Years or ranges of them: ``2018``, ``2015-2020``, ``2015-``, ``-2020``.
        author: Words of an author's name, in any order, without regard to accents and capitals;
            of an editor's where there are no authors.
        key: Citation keys, in which ``*`` and ``?`` stand for any characters.

    Raises:
        ValueError: if a type is unknown, or a year is none.

    >>> roe = Reference(type="book", author=[Name(family="Röe", given="Ada")], issued=2018)
    >>> Selection(author="roe", year=["2015-2020", "1999"])(roe), Selection(type="chapter")(roe)
    (True, False)
    """

    type: frozenset[str] = field(default=frozenset(), converter=_types)
    year: tuple[Years, ...] = field(default=(), converter=_years)
    author: tuple[str, ...] = field(default=(), converter=_folded)
    key: tuple[str, ...] = field(default=(), converter=_alternatives)

    def __call__(self, reference: Reference) -> bool:
        """Return whether a reference is selected."""
        return (
            (not self.type or reference.type in self.type)
            and (not self.year or any(reference in years for years in self.year))
            and (not self.key or any(fnmatchcase(reference.id, key) for key in self.key))
            and (not self.author or self._is_by(reference.author or reference.editor))
        )

    def _is_by(self, names: Sequence[Name]) -> bool:
        words = [_words(str(name)) for name in names]
        return any(_words(author) <= name for author in self.author for name in words)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name)))


_WORD = re.compile(r"\w+")


def select(
    references: Iterable[Reference],
    *,
    type: Choices = (),  # noqa: A002 (CSL's name)
    year: Choices = (),
    author: Choices = (),
    key: Choices = (),
    where: Callable[[Reference], object] | None = None,
) -> tuple[Reference, ...]:
    """Return those references that meet every criterion given, in their order.

    Args:
        references: What to select from.
        type: As for :class:`Selection`.
        year: As for :class:`Selection`.
        author: As for :class:`Selection`.
        key: As for :class:`Selection`.
        where: Any other criterion.

    Raises:
        TypeError: if ``references`` holds anything else.
        ValueError: as for :class:`Selection`.

    >>> books = [Reference(id="a", issued=2014), Reference(id="b", issued=2018)]
    >>> [one.id for one in select(books, year="2015-2020")]
    ['b']
    """
    selection = Selection(type=type, year=year, author=author, key=key)
    given = check_many(references, Reference, "references", "several references")
    return tuple(one for one in given if selection(one) and (where is None or where(one)))


def split(references: Iterable[Reference], size: int) -> Iterator[tuple[Reference, ...]]:
    """Yield the references in parts of so many; the last may have fewer.

    Raises:
        ValueError: if ``size`` is less than 1.

    >>> [len(part) for part in split([Reference()] * 5, 2)]
    [2, 2, 1]
    """
    check_type(size, int, "size", "an int")
    if size < 1:
        raise ValueError(f"size must be 1 or more, not {size}")
    given = check_many(references, Reference, "references", "several references")
    return (tuple(given[start : start + size]) for start in range(0, len(given), size))
