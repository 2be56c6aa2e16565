"""What a format's table is made of.

A format's syntax turns text into :class:`Record` values and back. A :class:`FieldMap` says which
native key belongs to which variable; :mod:`refconv.core.lens` uses it in the two directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from attrs import define, field, frozen

from refconv.core.diagnostics import Problem
from refconv.core.model import ItemType, Name, Reference
from refconv.core.rules import AnyRule, RecordRule

if TYPE_CHECKING:
    from refconv.core.fast import FastPath, Plan

Raw: TypeAlias = Any
"""A native value as a format's syntax returns it: text, or whatever its codecs agree on."""

Raws: TypeAlias = tuple[tuple[Raw, ...], ...]
"""The raw values of a field, a tuple for each of its keys."""

Carry: TypeAlias = Callable[[str, Raw], Raw | None]
"""Return the raw value of a key as the format's own ``split`` will return it, ``None`` if not."""


@frozen(slots=False)
class Record:
    """One item of a file in the format's own terms: its keys in order, with repeats.

    ``lines[i]`` is the line of ``fields[i]``, where the syntax knows it. ``column`` is that of the
    record's beginning, from 1; 0 stands for the first word of its line.
    """

    type: str
    id: str
    fields: tuple[tuple[str, Raw], ...]
    line: int = 0
    lines: tuple[int, ...] = ()
    column: int = 0


class NameList(NamedTuple):
    """The value of a name variable: its names, and whether the list was printed incomplete."""

    names: tuple[Name, ...]
    et_al: bool = False


class Decoded(NamedTuple):
    """What a codec makes of a field's raw values.

    ``value`` is ``None`` if they hold nothing that the variable can hold. ``unused`` lists the raw
    values that ``value`` does not represent, as (position of the key, index): they are kept in
    ``custom``. ``problem`` is what was wrong with the raw values, if anything; the lens adds the
    ``variable`` and the ``keys`` to its data.
    """

    value: Any
    unused: tuple[tuple[int, int], ...] = ()
    problem: Problem | None = None


@frozen(eq=False)
class Codec:
    """A two-way translation between a field's raw values and a variable's value.

    ``decode`` is given a tuple of raw values for each of the field's keys, not all of them empty;
    ``encode`` returns such tuples for a value that is not empty. If ``custom`` has kept raw values
    of the field's keys, ``divide(encoded, kept)`` returns what ``encode`` returned as these show
    how it stood in the file: divided among several keys, or spelled otherwise. ``joins``: a value
    joins what stood under all its keys, so that none of them is written from ``custom``.

    A codec is complete without any fast path (:mod:`refconv.core.fast`).

    >>> year = Codec(lambda raws: Decoded(int(raws[0][0])), lambda year: ((str(year),),))
    >>> year.decode((("1998",),)).value
    1998
    >>> year.encode(1998)
    (('1998',),)
    """

    decode: Callable[[Raws], Decoded]
    encode: Callable[[Any], Raws]
    divide: Callable[[Raws, Raws], Raws] | None = None
    joins: bool = True


@frozen
class Field:
    """A row of a table: the keys that together hold a variable (CSL name).

    It is for some item types, or with ``types=None`` for all. Among the fields for a type each key
    and each variable stands once; a field that names types goes before one that does not.
    """

    keys: tuple[str, ...]
    variable: str
    codec: Codec
    types: frozenset[ItemType] | None = None


@frozen
class Alias:
    """Another spelling of a key, which is only read; ``types`` as in :class:`Field`."""

    key: str
    of: str
    types: frozenset[ItemType] | None = None


@define(eq=False, slots=False)
class FieldMap:
    """A format's table: its item types, its fields, its rules, and what its keys are like."""

    prefix: str
    """The prefix of this format's keys in ``custom``."""
    type_key: str
    """The key under which ``custom`` keeps a native type that writing would not return."""
    types: tuple[tuple[str, ItemType], ...]
    """Pairs of a native and a CSL type. Every pair reads; the first for a CSL type writes."""
    fallback: tuple[str, ItemType]
    """The pair for types that no other has: read as its second, written as its first."""
    fields: tuple[Field, ...]
    aliases: tuple[Alias, ...] = ()
    rules: tuple[AnyRule, ...] = ()
    """Two-way rules (:mod:`refconv.core.rules`), encoded in order and decoded in reverse."""
    fast: Mapping[Codec, FastPath] = field(factory=dict)
    """The fast paths of some codecs. A table without any works the same."""
    keeps_foreign: bool = False
    """Whether a record holds keys of ``custom`` of any prefix, as they are.

    True for CSL-JSON, whose own ``custom`` has room for the keys of all other formats. A BibTeX
    file has none for ``ris:U1``.
    """
    folds_case: bool = False
    """Whether keys and native types are the same in upper and lower case, as BibTeX's are."""
    repeats: bool = False
    """Whether a record may repeat a key.

    If so, a key of ``custom`` is written even if a field has written the same key, and is read into
    ``custom`` again (RIS and EndNote). Otherwise the second would be an error in the file (BibTeX)
    or replace the first (JSON), so it is left out and reported.
    """
    is_legal_type: Callable[[str], bool] = lambda _native: True
    """Return whether a native type that was read, and is kept in ``custom``, may be written again.

    Any text can be read as a type. A type may contain what the syntax cannot write, or a program
    that the file is for may leave out records of types that it does not know.
    """
    spelled_type: Callable[[Reference, str], str] = lambda _reference, native: native
    """Return the native type that is written for a reference in place of the table's.

    A dialect may have fewer types than the table reads: plain BibTeX has no ``@online``.
    """
    implied_types: frozenset[str] = frozenset()
    """Native types that are read and not kept: another dialect writes them for the CSL type."""
    plans: dict[ItemType, Plan] = field(factory=dict, init=False, repr=False)
    """The plans that :func:`refconv.core.fast.plan` has made."""

    def fold(self, key: str) -> str:
        """Return the spelling under which the table has a key."""
        return key.lower() if self.folds_case else key

    def custom_key(self, key: str) -> str:
        """Return the key of ``custom`` for a native key."""
        return key if self.keeps_foreign and ":" in key else f"{self.prefix}:{key}"

    def native_key(self, custom_key: str) -> str | None:
        """Return the native key for a key of ``custom``, ``None`` if it is another format's."""
        prefix, _, key = custom_key.partition(":")
        if self.keeps_foreign:
            return custom_key
        return key if prefix == self.prefix else None

    def read_type(self, native: str) -> ItemType | None:
        """Return the CSL type of a native one, ``None`` if the table does not have it."""
        return self._read_types.get(self.fold(native))

    def write_type(self, kind: ItemType) -> str:
        """Return the native type that is written for a CSL type."""
        return self._write_types.get(kind, self.fallback[0])

    def keeps_type(self, native: str, kind: ItemType) -> bool:
        """Return whether ``custom`` keeps a native type: whether writing would not return it."""
        return self.write_type(kind) != native and native not in self.implied_types

    def fields_for(self, kind: ItemType) -> Iterator[Field]:
        """Yield the fields for an item type, in order: a one-to-one pairing of keys and variables.

        Of two fields that share a key or the variable, one that names types wins, then the first.
        """
        fitting = [i for i, one in enumerate(self.fields) if one.types is None or kind in one.types]
        chosen: list[int] = []
        taken: set[str] = set()
        for i in sorted(fitting, key=lambda i: self.fields[i].types is None):
            names = {*self.fields[i].keys, f"variable {self.fields[i].variable}"}
            if not taken & names:
                taken |= names
                chosen.append(i)
        return (self.fields[i] for i in sorted(chosen))

    @cached_property
    def record_rules(self) -> tuple[RecordRule, ...]:
        """The rules on records."""
        return tuple(rule for rule in self.rules if isinstance(rule, RecordRule))

    @cached_property
    def _read_types(self) -> dict[str, ItemType]:
        return {self.fold(native): kind for native, kind in reversed(self.types)}

    @cached_property
    def _write_types(self) -> dict[ItemType, str]:
        return {kind: native for native, kind in reversed(self.types)}


def types(*kinds: str) -> frozenset[ItemType]:
    """Return a set of CSL types, for a field.

    >>> sorted(types("book", "article"))
    [<ItemType.ARTICLE: 'article'>, <ItemType.BOOK: 'book'>]
    """
    return frozenset(ItemType(kind) for kind in kinds)


def one_key_fields(codec: Codec, pairs: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    """Return the simplest fields, which have one key: one for each (key, variable)."""
    return tuple(Field((key,), variable, codec) for key, variable in pairs)
