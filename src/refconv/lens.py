"""The lens: reads a record over a table, and writes a reference over it.

What the two directions share is :meth:`FieldMap.plan`, asked for the type that *reading* gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from refconv.fields import Carry, Field, FieldMap, NameList, Raw, Raws, Record, Slot
from refconv.model import BY_NAME, ItemType, Reference
from refconv.report import Code, Diagnostic


def read_record(table: FieldMap, record: Record) -> tuple[Reference, list[Diagnostic]]:
    """Read a record over a table; what no row takes is kept in ``custom``."""
    diagnostics: list[Diagnostic] = []
    if table.unfolded is not None:
        record = table.unfolded(record)
    kind = table.read_type(record.type)
    # Entries of ``custom`` with the place in the file that orders them.
    custom: list[tuple[int, str, Raw]] = []
    if kind is None:
        kind = table.fallback[1]
        message = f"unknown type {record.type!r}, read as {kind}"
        diagnostics.append(Diagnostic(Code.UNKNOWN_TYPE, message, record.line))
    if table.write_type(kind) != record.type:
        custom.append((-1, table.type_key, record.type))

    rows, _, slots, _ = table.plan(kind)
    fields = record.fields
    gathered: dict[int, list[tuple[int, int, int]]] = {}
    for order, (key, raw) in enumerate(fields):
        slot = slots.get(table.fold(key))
        if slot is None or (not raw and _is_empty(raw)):
            custom.append((order, key, raw))
        else:
            index, position, rank = slot
            gathered.setdefault(index, []).append((position, rank, order))

    values: dict[str, Any] = {}
    et_al: set[str] = set()
    for index, found in gathered.items():
        row = rows[index]
        decoded = row.codec.decode(_raws(fields, found, len(row.keys)))
        if decoded.value is not None:
            _put(values, et_al, row.variable, decoded.value)
            if not decoded.unused and decoded.code is None:
                continue
        orders = _orders(found, len(row.keys))
        unused = [orders[position][i] for position, i in decoded.unused]
        if decoded.value is None:
            unused = [order for place in orders for order in place]
        # A key that the table knows is kept as the table spells it.
        custom += ((order, table.fold(fields[order][0]), fields[order][1]) for order in unused)
        if decoded.code is not None or decoded.value is None:
            code = decoded.code or Code.BAD_VALUE
            first = min(unused or [order for place in orders for order in place])
            keys = "/".join(dict.fromkeys(fields[order][0] for order in sorted(unused)))
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
    given = reference
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
    rows, variables, _, look = table.plan(kind)
    et_al, custom, *values = look(reference)
    for row, variable, own in zip(rows, variables, values, strict=True):
        if not (own or et_al):
            continue
        value = own
        if variable.kind == "names" and (own or variable.name in et_al):
            value = NameList(own, variable.name in et_al)
        if not value:
            continue
        encoded = row.codec.encode(value)
        if row.codec.divide is not None and custom:
            encoded = row.codec.divide(encoded, _kept_of(table, row, reference))
            written.update(row.keys)
        for key, raws in zip(row.keys, encoded, strict=True):
            carried = [(key, kept) for raw in raws if (kept := carry(key, raw)) is not None]
            fields += carried
            if carried and not table.repeats:
                written.add(key)
    for custom_key, raw in custom:
        native_key = table.native_key(custom_key)
        if native_key is None or table.fold(native_key) in written:
            continue
        if (kept := carry(native_key, raw)) is not None:
            fields.append((native_key, kept))
    record = Record(native, reference.id, tuple(fields))
    return record if table.folded is None else table.folded(record, given)


def _kept_of(table: FieldMap, row: Field, reference: Reference) -> Raws:
    """Give what ``custom`` has kept of a row's own keys, a tuple for each of them."""
    kept = [(table.fold(table.native_key(key) or ""), raw) for key, raw in reference.custom]
    return tuple(tuple(raw for name, raw in kept if name == key) for key in row.keys)


def _with_claimed(table: FieldMap, kind: ItemType, reference: Reference, carry: Carry) -> Reference:
    """Let keys of ``custom`` be the variable that reading makes of them, where it is empty."""
    rows, _, slots, _ = table.plan(kind)
    claimed: dict[int, list[tuple[Slot, int, Raw]]] = {}
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
    plan = table.plan(table.read_type(native_type) or table.fallback[1])
    return {row.variable: row.keys[0] for row in plan.rows}


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
    orders: list[list[int]] = [[] for _ in range(keys)]
    for position, _, order in sorted(found):
        orders[position].append(order)
    return orders


def _raws(fields: Sequence[tuple[str, Raw]], found: list[tuple[int, int, int]], keys: int) -> Raws:
    """Give a row's values, for each of its keys, by rank."""
    if keys == 1 and len(found) == 1:
        return ((fields[found[0][2]][1],),)
    raws: list[list[Raw]] = [[] for _ in range(keys)]
    for position, _, order in sorted(found):
        raws[position].append(fields[order][1])
    return tuple(map(tuple, raws))


def _line(record: Record, order: int) -> int:
    return record.lines[order] if record.lines else record.line
