"""The lens: one table per format, read in both directions.

A format's syntax turns text into :class:`Record` values and back. A :class:`FieldMap` says which
native key belongs to which variable; :func:`read_record` and :func:`write_record` walk it in the
two directions. Both narrow the table by the type that *reading* gives (:meth:`FieldMap.rows_for`),
so that the directions cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from attrs import define, evolve, frozen

from refconv.model import BY_NAME, ItemType, Name, Reference, Variable
from refconv.report import Code, Diagnostic

Raw: TypeAlias = Any
"""A native value as a format's syntax gives it: text, or whatever its codecs agree on."""

Raws: TypeAlias = tuple[tuple[Raw, ...], ...]
"""The values of a row, a tuple for each of its keys."""

Carry: TypeAlias = Callable[[str, Raw], Raw | None]
"""A value of a key as the format's own ``split`` will give it back; ``None`` where it cannot."""


@frozen
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


@frozen
class Decoded:
    """What a codec makes of a row's raw values.

    ``value`` is ``None`` where they say nothing that the variable can hold. ``unused`` names raw
    values, as (position of the key, index), that ``value`` does not stand for: they are kept in
    ``custom``. ``code`` and ``message`` say what was wrong, if anything.
    """

    value: Any
    unused: tuple[tuple[int, int], ...] = ()
    code: Code | None = None
    message: str = ""


@frozen
class Codec:
    """A two-way translation between a row's raw values and a variable's value.

    ``decode`` is given a tuple of raw values for each of the row's keys, not all of them empty;
    ``encode`` gives such tuples for a value that is not empty.
    """

    decode: Callable[[Raws], Decoded]
    encode: Callable[[Any], Raws]


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


class _Slot(NamedTuple):
    row: int
    position: int
    rank: int


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
    as a type.
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

    def rows_for(self, kind: ItemType) -> tuple[Field, ...]:
        """Give the rows for a type: a one-to-one pairing of keys and variables."""
        if kind not in self._rows:
            self._rows[kind] = tuple(self._narrowed(kind))
        return self._rows[kind]

    def variables_for(self, kind: ItemType) -> tuple[tuple[Field, Variable], ...]:
        """Give the rows for a type, each with its variable."""
        if kind not in self._variables:
            self._variables[kind] = tuple((r, BY_NAME[r.variable]) for r in self.rows_for(kind))
        return self._variables[kind]

    def read_type(self, native: str) -> ItemType | None:
        """Give the CSL type of a native one, ``None`` where the table does not know it."""
        return self._read_types.get(self.fold(native))

    def write_type(self, kind: ItemType) -> str:
        """Give the native type that is written for a CSL type."""
        return self._write_types.get(kind, self.fallback[0])

    def slots(self, kind: ItemType) -> dict[str, _Slot]:
        """Give every key that is read for a type: its row, its place there, and its rank."""
        if kind not in self._slots:
            rows = enumerate(self.rows_for(kind))
            slots = {key: _Slot(i, p, 0) for i, row in rows for p, key in enumerate(row.keys)}
            for rank, alias in enumerate(self.aliases, 1):
                if (alias.types is None or kind in alias.types) and alias.of in slots:
                    slots.setdefault(alias.key, slots[alias.of]._replace(rank=rank))
            self._slots[kind] = slots
        return self._slots[kind]

    def _narrowed(self, kind: ItemType) -> Iterator[Field]:
        special = [row for row in self.rows if row.types is not None and kind in row.types]
        chosen: list[Field] = []
        taken: set[str] = set()
        for row in [*special, *(row for row in self.rows if row.types is None)]:
            names = {*row.keys, f"variable {row.variable}"}
            if not taken & names:
                taken |= names
                chosen.append(row)
        return (row for row in self.rows if row in chosen)

    @cached_property
    def _rows(self) -> dict[ItemType, tuple[Field, ...]]:
        return {}

    @cached_property
    def _variables(self) -> dict[ItemType, tuple[tuple[Field, Variable], ...]]:
        return {}

    @cached_property
    def _slots(self) -> dict[ItemType, dict[str, _Slot]]:
        return {}

    @cached_property
    def _read_types(self) -> dict[str, ItemType]:
        return {self.fold(native): kind for native, kind in reversed(self.types)}

    @cached_property
    def _write_types(self) -> dict[ItemType, str]:
        return {kind: native for native, kind in reversed(self.types)}


def read_record(table: FieldMap, record: Record) -> tuple[Reference, list[Diagnostic]]:
    """Read a record over a table; what no row takes is kept in ``custom``."""
    diagnostics: list[Diagnostic] = []
    kind = table.read_type(record.type)
    # Entries of ``custom`` with the place in the file that orders them.
    custom: list[tuple[int, str, Raw]] = []
    if kind is None:
        kind = table.fallback[1]
        message = f"unknown type {record.type!r}, read as {kind}"
        diagnostics.append(Diagnostic(Code.UNKNOWN_TYPE, message, record.line))
    if table.write_type(kind) != record.type:
        custom.append((-1, table.type_key, record.type))

    rows = table.rows_for(kind)
    slots = table.slots(kind)
    gathered: dict[int, list[tuple[int, int, int]]] = {}
    for order, (key, raw) in enumerate(record.fields):
        slot = slots.get(table.fold(key))
        if slot is None or (not raw and _is_empty(raw)):
            custom.append((order, key, raw))
        else:
            gathered.setdefault(slot.row, []).append((slot.position, slot.rank, order))

    values: dict[str, Any] = {}
    et_al: set[str] = set()
    for index, found in gathered.items():
        row = rows[index]
        orders = _orders(found, len(row.keys))
        decoded = row.codec.decode(
            tuple([tuple([record.fields[order][1] for order in place]) for place in orders])
        )
        if decoded.value is not None:
            _put(values, et_al, row.variable, decoded.value)
            if not decoded.unused and decoded.code is None:
                continue
        unused = [orders[position][i] for position, i in decoded.unused]
        if decoded.value is None:
            unused = [order for place in orders for order in place]
        custom += ((order, *record.fields[order]) for order in unused)
        if decoded.code is not None or decoded.value is None:
            code = decoded.code or Code.BAD_VALUE
            first = min(unused or [order for place in orders for order in place])
            keys = "/".join(dict.fromkeys(record.fields[order][0] for order in sorted(unused)))
            message = decoded.message or f"no value for {row.variable} in {keys}, kept as it is"
            diagnostics.append(Diagnostic(code, message, _line(record, first)))
    custom.sort(key=lambda entry: entry[0])
    reference = Reference(
        type=kind,
        id=record.id,
        et_al=et_al,
        custom=tuple((table.custom_key(key), raw) for _, key, raw in custom),
        **values,
    )
    return table.complete(reference), diagnostics


def write_record(table: FieldMap, reference: Reference, carry: Carry) -> Record:
    """Write a reference over a table, each value as the format's syntax will carry it."""
    native = _native_type(table, reference)
    kind = table.read_type(native) or table.fallback[1]
    reference = table.hint(reference, native)
    if kind != reference.type:
        reference = evolve(reference, type=kind)
    if table.repeats and reference.custom:
        reference = _with_claimed(table, kind, reference, carry)
    reference = table.prepare(reference)
    fields: list[tuple[str, Raw]] = []
    written = set() if table.keeps_foreign else {table.fold(table.type_key)}
    for row, variable in table.variables_for(kind):
        value = getattr(reference, variable.attribute)
        if variable.kind == "names" and (value or reference.et_al):
            et_al = variable.name in reference.et_al
            value = NameList(value, et_al) if value or et_al else None
        if not value:
            continue
        for key, raws in zip(row.keys, row.codec.encode(value), strict=True):
            carried = [(key, kept) for raw in raws if (kept := carry(key, raw)) is not None]
            fields += carried
            if carried and not table.repeats:
                written.add(key)
    for custom_key, raw in reference.custom:
        native_key = table.native_key(custom_key)
        if native_key is None or table.fold(native_key) in written:
            continue
        if (kept := carry(native_key, raw)) is not None:
            fields.append((native_key, kept))
    return Record(native, reference.id, tuple(fields))


def _with_claimed(table: FieldMap, kind: ItemType, reference: Reference, carry: Carry) -> Reference:
    """Let keys of ``custom`` be the variable that reading makes of them, where it is empty."""
    rows, slots = table.rows_for(kind), table.slots(kind)
    claimed: dict[int, list[tuple[_Slot, int, Raw]]] = {}
    for order, (custom_key, raw) in enumerate(reference.custom):
        native_key = table.native_key(custom_key)
        slot = None if native_key is None else slots.get(table.fold(native_key))
        if native_key is None or slot is None:
            continue
        kept = carry(native_key, raw)
        if not _is_empty(kept) and not getattr(
            reference, BY_NAME[rows[slot.row].variable].attribute
        ):
            claimed.setdefault(slot.row, []).append((slot, order, kept))
    values: dict[str, Any] = {}
    et_al = set(reference.et_al)
    taken: set[int] = set()
    for index, found in claimed.items():
        found.sort(key=lambda place: (place[0].rank, place[1]))
        places = [[f for f in found if f[0].position == p] for p in range(len(rows[index].keys))]
        decoded = rows[index].codec.decode(tuple(tuple(f[2] for f in place) for place in places))
        if decoded.value is not None:
            _put(values, et_al, rows[index].variable, decoded.value)
            unused = {places[position][i][1] for position, i in decoded.unused}
            taken |= {order for _, order, _ in found} - unused
    if not values:
        return reference
    custom = (entry for order, entry in enumerate(reference.custom) if order not in taken)
    return evolve(reference, custom=custom, et_al=et_al, **values)


def where_written(table: FieldMap, native_type: str) -> dict[str, str]:
    """Give the main native key of each variable (CSL name) in an entry of a native type."""
    rows = table.rows_for(table.read_type(native_type) or table.fallback[1])
    return {row.variable: row.keys[0] for row in rows}


def _native_type(table: FieldMap, reference: Reference) -> str:
    """Give the native type the source had, as long as it still reads as the reference's type."""
    kept = table.custom_key(table.type_key)
    native = next((raw for key, raw in reference.custom if key == kept), None)
    fits = (
        isinstance(native, str)
        and table.is_legal_type(native)
        and (table.read_type(native) or table.fallback[1]) == reference.type
    )
    return str(native) if fits else table.write_type(reference.type)


def _put(values: dict[str, Any], et_al: set[str], name: str, value: Any) -> None:
    if isinstance(value, NameList):
        if value.et_al:
            et_al.add(name)
        value = value.names
    values[BY_NAME[name].attribute] = value


def _is_empty(raw: Raw) -> bool:
    return raw is None or raw is False or (hasattr(raw, "__len__") and len(raw) == 0)


def _orders(found: list[tuple[int, int, int]], keys: int) -> list[list[int]]:
    """Give the places in the file of a row's values, for each of its keys, by rank."""
    if keys == 1:
        return [[order for _, _, order in sorted(found)]]
    found.sort()
    return [[order for position, _, order in found if position == p] for p in range(keys)]


def _line(record: Record, order: int) -> int:
    return record.lines[order] if record.lines else record.line


def types(*kinds: str) -> frozenset[ItemType]:
    """Name CSL types for a row."""
    return frozenset(ItemType(kind) for kind in kinds)


def rows(codec: Codec, pairs: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    """Make the simplest rows: one key, one variable, one codec."""
    return tuple(Field((key,), variable, codec) for key, variable in pairs)
