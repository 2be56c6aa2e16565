"""What a format's table is made of.

A format's syntax turns text into :class:`Record` values and back. A :class:`FieldMap` says which
native key belongs to which variable; :mod:`refconv.core.lens` walks it in the two directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from attrs import define, evolve, frozen

from refconv.core.diagnostics import Problem
from refconv.core.model import BY_NAME, ItemType, Name, Reference, Variable

Raw: TypeAlias = Any
"""A native value as a format's syntax gives it: text, or whatever its codecs agree on."""

Raws: TypeAlias = tuple[tuple[Raw, ...], ...]
"""The values of a row, a tuple for each of its keys."""

Carry: TypeAlias = Callable[[str, Raw], Raw | None]
"""A value of a key as the format's own ``split`` will give it back; ``None`` where it cannot."""


@frozen(slots=False)
class Record:
    """One entry of a file in the format's own terms: its keys in order, repeats and all.

    ``lines[i]`` is the line of ``fields[i]``, where the syntax knows it.
    """

    type: str
    id: str
    fields: tuple[tuple[str, Raw], ...]
    line: int = 0
    lines: tuple[int, ...] = ()


class NameList(NamedTuple):
    """The value of a name variable: its names, and whether the list was printed incomplete."""

    names: tuple[Name, ...]
    et_al: bool = False


class Decoded(NamedTuple):
    """What a codec makes of a row's raw values.

    ``value`` is ``None`` where they say nothing that the variable can hold. ``unused`` names raw
    values, as (position of the key, index), that ``value`` does not stand for: they are kept in
    ``custom``. ``problem`` is what was wrong with the raw values, if anything; the reader of the
    record adds the ``variable`` and the ``keys`` to its data.
    """

    value: Any
    unused: tuple[tuple[int, int], ...] = ()
    problem: Problem | None = None


@frozen
class Codec:
    """A two-way translation between a row's raw values and a variable's value.

    ``decode`` is given a tuple of raw values for each of the row's keys, not all of them empty;
    ``encode`` gives such tuples for a value that is not empty. Where it joins what stood under
    several keys, ``divide`` takes apart again what ``encode`` gave, by what ``custom`` has kept of
    these keys, as such tuples.

    Three short cuts: ``alone`` reads one raw value, alone under the first key, as ``decode`` would;
    it gives ``None`` where there is more to say than that value. ``plainly`` gives what ``encode``
    gives, less what is empty at its end, for a value that is told quickly to be carried so and read
    as it was; ``None`` for any other. ``is_plain`` tells texts for which that is the text itself.
    """

    decode: Callable[[Raws], Decoded]
    encode: Callable[[Any], Raws]
    divide: Callable[[Raws, Raws], Raws] | None = None
    alone: Callable[[Raw], Any] | None = None
    plainly: Callable[[Any], Raws | None] = lambda _: None
    is_plain: Callable[[str], object] | None = None

    def without_short_cuts(self) -> Codec:
        """Give the codec for keys or a syntax that its short cuts to writing are not sure of."""
        return evolve(self, plainly=lambda _: None, is_plain=None)


@frozen
class Field:
    """A row: the native keys that together hold a variable (CSL name), for some types or for all.

    Among the rows for a type each key and each variable stands once; a row that names types goes
    before one that does not.
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


class Slot(NamedTuple):
    """Where a key's value goes: the row, the key's place there, and its rank among spellings."""

    row: int
    position: int
    rank: int


class Taken(NamedTuple):
    """The values of a record that a row takes.

    ``orders`` are their places in the record, for each of the row's keys, by rank; ``alone`` is
    the codec's, where it may read the one value that there is.
    """

    row: Field
    variable: Variable
    orders: tuple[tuple[int, ...], ...]
    alone: Callable[[Raw], Any] | None


class Shape(NamedTuple):
    """Which rows take which values of a record, and the places of those that none takes."""

    taken: tuple[Taken, ...]
    others: tuple[int, ...]


class Layout(NamedTuple):
    """Which rows what a reference gives goes to, in their order, and what no row takes."""

    places: tuple[int, ...]
    lost: tuple[str, ...]


class Plan(NamedTuple):
    """What a table does with one type, worked out once.

    ``rows`` are those for the type, a one-to-one pairing of keys and variables; ``variables[i]`` is
    ``rows[i]``'s, and ``places`` tells the row of a variable's attribute. ``slots`` has every key
    that is read. ``shapes`` are those of the last records without empty values, by their keys;
    ``layouts`` those of the last references, by what these gave.
    """

    rows: tuple[Field, ...]
    variables: tuple[Variable, ...]
    places: Mapping[str, int]
    slots: Mapping[str, Slot]
    shapes: dict[tuple[str, ...], Shape]
    layouts: dict[tuple[str, ...], Layout]

    def like(self, row: Field) -> Field | None:
        """Give the row that reads just what another row writes, if there is one."""
        slot = self.slots.get(row.keys[0])
        own = self.rows[slot.row] if slot is not None else None
        return own if own and (own.keys, own.variable) == (row.keys, row.variable) else None


@define(eq=False, slots=False)
class FieldMap:
    """A format's table.

    ``types`` pairs native types with CSL's, in order: every pair reads, the first for a CSL type
    writes, and ``fallback`` takes what has no pair. ``type_key`` is the key under which ``custom``
    keeps a native type that writing would not give back. ``prefix`` marks this format's keys in
    ``custom``; with ``keeps_foreign`` it has room for those of the others too, with ``repeats``
    keys of ``custom`` are written even beside a row's. ``complete`` adds what follows from the
    variables read, ``prepare`` what a reader of the format wants to find, ``hint`` puts what the
    native type does not say into other variables, and ``is_legal_type`` tells what may be written
    as a type. ``folded`` is given the record that was written, and its reference, and puts
    values where a program looks for them; ``unfolded`` takes them back before reading.
    """

    prefix: str
    type_key: str
    types: tuple[tuple[str, ItemType], ...]
    fallback: tuple[str, ItemType]
    rows: tuple[Field, ...]
    aliases: tuple[Alias, ...] = ()
    keeps_foreign: bool = False
    folds_case: bool = False
    repeats: bool = False
    hint: Callable[[Reference, str], Reference] = lambda reference, native: reference  # noqa: ARG005
    prepare: Callable[[Reference], Reference] = lambda reference: reference
    complete: Callable[[Reference], Reference] = lambda reference: reference
    is_legal_type: Callable[[str], bool] = lambda native: True  # noqa: ARG005
    folded: Callable[[Record, Reference], Record] | None = None
    unfolded: Callable[[Record], Record] | None = None

    def fold(self, key: str) -> str:
        """Give the spelling under which the table has a key."""
        return key.lower() if self.folds_case else key

    def custom_key(self, key: str) -> str:
        """Give a native key the name it has in ``custom``."""
        return key if self.keeps_foreign and ":" in key else f"{self.prefix}:{key}"

    def native_key(self, custom_key: str) -> str | None:
        """Give a key of ``custom`` its native name, or ``None`` where it is another format's."""
        prefix, _, key = custom_key.partition(":")
        if self.keeps_foreign:
            return custom_key
        return key if prefix == self.prefix else None

    def plan(self, kind: ItemType) -> Plan:
        """Give the rows for a type, and what follows from them."""
        if kind not in self._plans:
            self._plans[kind] = self._planned(kind)
        return self._plans[kind]

    def read_type(self, native: str) -> ItemType | None:
        """Give the CSL type of a native one, ``None`` where the table does not know it."""
        return self._read_types.get(self.fold(native))

    def write_type(self, kind: ItemType) -> str:
        """Give the native type that is written for a CSL type."""
        return self._write_types.get(kind, self.fallback[0])

    def _planned(self, kind: ItemType) -> Plan:
        rows = tuple(self._narrowed(kind))
        variables = tuple(BY_NAME[row.variable] for row in rows)
        slots = {key: Slot(i, p, 0) for i, row in enumerate(rows) for p, key in enumerate(row.keys)}
        for rank, alias in enumerate(self.aliases, 1):
            if (alias.types is None or kind in alias.types) and alias.of in slots:
                slots.setdefault(alias.key, slots[alias.of]._replace(rank=rank))
        places = {variable.attribute: i for i, variable in enumerate(variables)}
        return Plan(rows, variables, places, slots, {}, {})

    def _narrowed(self, kind: ItemType) -> Iterator[Field]:
        fitting = [i for i, row in enumerate(self.rows) if row.types is None or kind in row.types]
        chosen: list[int] = []
        taken: set[str] = set()
        for i in sorted(fitting, key=lambda i: self.rows[i].types is None):
            names = {*self.rows[i].keys, f"variable {self.rows[i].variable}"}
            if not taken & names:
                taken |= names
                chosen.append(i)
        return (self.rows[i] for i in sorted(chosen))

    @cached_property
    def _plans(self) -> dict[ItemType, Plan]:
        return {}

    @cached_property
    def _read_types(self) -> dict[str, ItemType]:
        return {self.fold(native): kind for native, kind in reversed(self.types)}

    @cached_property
    def _write_types(self) -> dict[ItemType, str]:
        return {kind: native for native, kind in reversed(self.types)}


def types(*kinds: str) -> frozenset[ItemType]:
    """Name CSL types for a row."""
    return frozenset(ItemType(kind) for kind in kinds)


def rows(codec: Codec, pairs: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    """Make the simplest rows: one key, one variable, one codec."""
    return tuple(Field((key,), variable, codec) for key, variable in pairs)
