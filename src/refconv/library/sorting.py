"""Sort references by any of their values; texts by the Unicode Collation Algorithm.

The collation is the default one of Unicode (UTS 10), which has an order for every script; that of
a single language differs in a few letters. It is pyuca's, the extra ``refconv[sort]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple, TypeAlias, TypeVar

from attrs import field, frozen

from refconv.core.arguments import check_many
from refconv.core.extras import to_install
from refconv.core.model import BY_NAME, VARIABLES, Date, Name, Reference
from refconv.library.field_choice import variable_named
from refconv.values.markup import plain

_T = TypeVar("_T")

Place: TypeAlias = tuple[bytes | tuple[Any, ...] | None, ...]
"""Where a reference stands by each criterion; ``None`` if it has no such value."""

_CACHE_SIZE = 8192
_LONGEST = 200
"""The characters of a text that are compared: longer titles differ before."""


class Criterion(NamedTuple):
    """What is sorted by: a CSL variable, ``id`` or ``type``, and in which direction."""

    name: str
    is_descending: bool = False


def _criteria(value: str | Iterable[str]) -> tuple[Criterion, ...]:
    given = value.split(",") if isinstance(value, str) else value
    found: list[Criterion] = []
    for one in filter(None, map(str.strip, given)):
        name = one.removeprefix("-").strip()
        plain_name = {"key": "id", "id": "id", "type": "type"}.get(name.lower())
        found.append(Criterion(plain_name or variable_named(name), one.startswith("-")))
    return tuple(found)


@frozen
class Sorting:
    """An order of references.

    Attributes:
        by: The criteria, the first one first: ``author`` (editors, or else the title, where there
            are no authors), ``year``, ``title``, ``key``, ``type``, or any variable; with ``-`` in
            front descending. References without the value come last in both directions.

    Raises:
        ValueError: if there is no such variable.
        ModuleNotFoundError: if texts are compared, and pyuca is not installed.

    >>> Sorting("-year").by
    (Criterion(name='issued', is_descending=True),)
    """

    by: tuple[Criterion, ...] = field(converter=_criteria)

    def __attrs_post_init__(self) -> None:
        if any(one.name not in _DATES for one in self.by) and find_spec("pyuca") is None:
            raise ModuleNotFoundError(
                f"sorting texts needs pyuca ({to_install('sort')})", name="pyuca"
            )

    def place(self, reference: Reference) -> Place:
        """Return where a reference stands."""
        return tuple([_place(reference, criterion.name) for criterion in self.by])

    def in_order(self, items: Sequence[_T], place: Callable[[_T], Place]) -> list[_T]:
        """Return items in the order of their references; equal ones stay as they are."""
        ordered = [*items]
        for index, criterion in reversed([*enumerate(self.by)]):
            is_descending = criterion.is_descending

            def key(item: _T, index: int = index, *, is_last: bool = not is_descending) -> Any:
                value = place(item)[index]
                return (is_last, b"") if value is None else (not is_last, value)

            ordered.sort(key=key, reverse=is_descending)
        return ordered


def sort(references: Iterable[Reference], by: str | Iterable[str]) -> tuple[Reference, ...]:
    """Return references in an order; those that are equal in it stay as they are.

    Args:
        references: What to sort.
        by: As for :class:`Sorting`.

    Raises:
        ValueError: if there is no such variable.
        ModuleNotFoundError: if texts are compared, and pyuca is not installed.

    >>> books = [Reference(id="a"), Reference(id="b", issued=2001), Reference(id="c", issued=2003)]
    >>> [one.id for one in sort(books, "-year")]
    ['c', 'b', 'a']
    """
    sorting = Sorting(by)
    given = check_many(references, Reference, "references", "several references")
    placed = [(sorting.place(one), one) for one in given]
    return tuple(one for _, one in sorting.in_order(placed, lambda pair: pair[0]))


def _place(reference: Reference, name: str) -> bytes | tuple[Any, ...] | None:
    if name == "author":
        names = reference.author or reference.editor
        return _of_names(names) if names else _of_text(reference.title)
    value = getattr(reference, name if name in ("id", "type") else BY_NAME[name].attribute)
    if not value:
        return None
    if isinstance(value, Date):
        return _of_date(value)
    if isinstance(value, tuple):
        return _of_names(value) if isinstance(value[0], Name) else _of_text(" ".join(value))
    return _of_text(str(value)) if name in _TEXTS else _of_number(str(value))


_DATES = frozenset(variable.name for variable in VARIABLES if variable.kind == "date")
_TEXTS = frozenset({"title", "container-title", "abstract", "note"})


def _of_date(date: Date) -> tuple[Any, ...] | None:
    point = date.points[0] if date.points else None
    if point is None:
        return None
    return point.year, point.month or 3 * (point.season or 0), point.day or 0


def _of_names(names: Iterable[Name]) -> bytes:
    """Return the place of names: by family names, particles aside, as CSL sorts them by default."""
    return _of_text("\n".join(map(_sorted_name, names))) or b""


def _sorted_name(name: Name) -> str:
    if name.literal:
        return name.literal
    parts = (name.family, name.given, name.dropping_particle, name.non_dropping_particle)
    return ", ".join(filter(None, (*parts, name.suffix)))


def _of_number(text: str) -> bytes:
    """Return the place of a text in which numbers count as numbers: 2 before 10."""
    return _of_text(_NUMBER.sub(lambda match: match[0].zfill(12), text)) or b""


_NUMBER = re.compile(r"\d{1,11}")


@lru_cache(_CACHE_SIZE)
def _of_text(text: str) -> bytes | None:
    shown = plain(text).strip()[:_LONGEST]
    if not shown:
        return None
    weights: Sequence[int] = _collator().sort_key(shown)
    return b"".join([weight.to_bytes(3, "big") for weight in weights])


@cache
def _collator() -> Any:
    from pyuca import Collator  # noqa: PLC0415 (an extra, whose table takes a while to load)

    return Collator()
