"""The lens: reads a record over a table, and lays a reference over it to be written.

What the two directions share is :meth:`FieldMap.plan`, asked for the type that *reading* gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import (
    Carry,
    Decoded,
    Field,
    FieldMap,
    Layout,
    NameList,
    Plan,
    Raw,
    Raws,
    Record,
    Shape,
    Taken,
)
from refconv.core.model import OWN, ROLES, Reference, in_custom

_REMEMBERED, _LONGEST = 256, 64
"""So many shapes of records and references of a type are known by heart: they come again.

Those of records of more values are not: none of them comes again, and each takes much memory.
"""

# ── reading ───────────────────────────────────────────────────────────────────────────────────────


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
        found = problem(Code.UNKNOWN_TYPE, "type", type=record.type, taken=str(kind))
        diagnostics.append(found.at(record.line))
    if table.write_type(kind) != record.type:
        custom.append((-1, table.type_key, record.type))

    keys: tuple[str, ...] = ()
    raws: tuple[Raw, ...] = ()
    if record.fields:
        keys, raws = zip(*record.fields, strict=True)
    shape = _shape(table, table.plan(kind), keys, raws)
    values: dict[str, Any] = {"type": kind}
    if record.id:
        values["id"] = record.id
    et_al: list[str] = []
    for row, variable, orders, alone in shape.taken:
        value = alone(raws[orders[0][0]]) if alone is not None else None
        if value is None:
            columns = tuple([tuple([raws[order] for order in place]) for place in orders])
            decoded = row.codec.decode(columns)
            value = decoded.value
            if value is None or decoded.unused or decoded.problem is not None:
                unused = _unused(orders, decoded)
                # A key that the table knows is kept as the table spells it.
                custom += ((order, table.fold(keys[order]), raws[order]) for order in unused)
                diagnostics += _said(record, row, orders, decoded)
                if value is None:
                    continue
        if variable.kind == "names":
            et_al += [variable.name] * value.et_al
            value = value.names
        values[variable.attribute] = value
    if et_al:
        values["et_al"] = frozenset(et_al)
    custom += [(order, keys[order], raws[order]) for order in shape.others]
    if custom:
        custom.sort(key=lambda entry: entry[0])
        values["custom"] = in_custom((table.custom_key(key), raw) for _, key, raw in custom)
    return table.complete(Reference.of(values)), diagnostics


def _shape(table: FieldMap, plan: Plan, keys: tuple[str, ...], raws: Sequence[Raw]) -> Shape:
    """Give a record's values to the rows that take them."""
    if not all(raws):
        return _gathered(table, plan, keys, [not raw and _is_empty(raw) for raw in raws])
    shape = plan.shapes.get(keys)
    if shape is None:
        shape = _gathered(table, plan, keys, [False] * len(keys))
        if len(plan.shapes) >= _REMEMBERED:
            plan.shapes.clear()
        if len(keys) <= _LONGEST:
            plan.shapes[keys] = shape
    return shape


def _gathered(table: FieldMap, plan: Plan, keys: Sequence[str], is_empty: Sequence[bool]) -> Shape:
    """Give the values under some keys to the rows that take them, those that are not empty."""
    others: list[int] = []
    # For each row the places of its keys in it, their ranks, and the places of their values.
    gathered: dict[int, list[tuple[int, int, int]]] = {}
    for order, key in enumerate(keys):
        slot = plan.slots.get(key) or plan.slots.get(table.fold(key))
        if slot is None or is_empty[order]:
            others.append(order)
        else:
            gathered.setdefault(slot.row, []).append((slot.position, slot.rank, order))
    taken: list[Taken] = []
    for index, found in gathered.items():
        row = plan.rows[index]
        if len(found) == len(row.keys) == 1:
            orders: tuple[tuple[int, ...], ...] = ((found[0][2],),)
        else:
            found.sort()
            places = range(len(row.keys))
            orders = tuple([tuple([o for p, _, o in found if p == place]) for place in places])
        alone = row.codec.alone if len(found) == len(orders[0]) == 1 else None
        taken.append(Taken(row, plan.variables[index], orders, alone))
    return Shape(tuple(taken), tuple(others))


def _unused(orders: Sequence[Sequence[int]], decoded: Decoded) -> list[int]:
    """Give the places in the record of the values that what was decoded does not stand for."""
    if decoded.value is None:
        return [order for place in orders for order in place]
    return [orders[position][i] for position, i in decoded.unused]


def _said(
    record: Record, row: Field, orders: Sequence[Sequence[int]], decoded: Decoded
) -> Iterator[Diagnostic]:
    """Say what was wrong with the values of a row, if anything."""
    if decoded.problem is None and decoded.value is not None:
        return
    unused = _unused(orders, decoded)
    keys = "/".join(dict.fromkeys(record.fields[order][0] for order in sorted(unused)))
    first = min(unused or [order for place in orders for order in place])
    line = record.lines[first] if record.lines else record.line
    found = decoded.problem or problem(Code.BAD_VALUE, "unreadable")
    yield found.including(variable=row.variable, keys=keys).at(line)


def _is_empty(raw: Raw) -> bool:
    return raw is None or raw is False or (hasattr(raw, "__len__") and len(raw) == 0)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────


class Laid(NamedTuple):
    """A reference that is laid over a table.

    ``reference`` is it as it was made ready for that. ``rows`` are the rows that hold a value of
    it: their places in the table's plan, and the raw values that are carried, ``None`` where they
    are plain. ``custom`` is what of its ``custom`` is carried, under native keys.
    """

    record: Record
    reference: Reference
    rows: Sequence[tuple[int, Raws | None]]
    custom: Sequence[tuple[str, Raw]]


def lay(table: FieldMap, given: Reference, carry: Carry) -> Laid:
    """Lay a reference over a table, each value as the format's syntax will carry it."""
    native = _native_type(table, given)
    kind = table.read_type(native) or table.fallback[1]
    reference = table.hint(given, native)
    if kind != reference.type:
        reference = reference.changed(type=kind)
    reference = table.prepare(reference)
    fields: list[tuple[str, Raw]] = []
    laid: list[tuple[int, Raws | None]] = []
    divided: set[str] = set()
    plan = table.plan(kind)
    has_own = bool(reference.custom) and _has_own(table, reference)
    for place in layout(plan, reference).places:
        row, variable = plan.rows[place], plan.variables[place]
        keys, codec, value = row.keys, row.codec, getattr(reference, variable.attribute)
        is_divided = has_own and codec.divide is not None
        if codec.is_plain is not None and not is_divided and codec.is_plain(value):
            fields.append((keys[0], value))
            laid.append((place, None))
            continue
        if variable.kind == "names":
            value = NameList(value, variable.name in reference.et_al)
        if not is_divided and (plain := codec.plainly(value)) is not None:
            for key, raws in zip(keys, plain, strict=False):
                fields += [(key, raw) for raw in raws]
            laid.append((place, None))
            continue
        encoded = codec.encode(value)
        if codec.divide is not None and is_divided:
            encoded = codec.divide(encoded, _kept_of(table, row, reference))
            divided.update(keys)
        carried: list[tuple[Raw, ...]] = []
        for key, raws in zip(keys, encoded, strict=True):
            kept = tuple([back for raw in raws if (back := carry(key, raw)) is not None])
            carried.append(kept)
            fields += [(key, raw) for raw in kept]
        laid.append((place, tuple(carried)))
    custom: list[tuple[str, Raw]] = []
    if has_own:
        written = divided if table.repeats else divided.union(key for key, _ in fields)
        written |= set() if table.keeps_foreign else {table.fold(table.type_key)}
        custom += _custom(table, reference, carry, written)
    record = Record(native, reference.id, tuple(fields + custom))
    if table.folded is not None:
        record = table.folded(record, given)
    return Laid(record, reference, laid, custom)


def write_record(table: FieldMap, reference: Reference, carry: Carry) -> Record:
    """Write a reference over a table."""
    return lay(table, reference, carry).record


def _has_own(table: FieldMap, reference: Reference) -> bool:
    """Tell whether ``custom`` has anything that a table has room for."""
    return any(table.native_key(key) is not None for key, _ in reference.custom)


def layout(plan: Plan, reference: Reference) -> Layout:
    """Tell the rows that a reference has values for, and what it gives that no row takes."""
    if reference.et_al:
        roles = (name for name, variable in ROLES.items() if variable in reference.et_al)
        return _laid_out(plan, {*reference.given(), *roles})
    given = tuple(reference.given())
    known = plan.layouts.get(given)
    if known is None:
        if len(plan.layouts) >= _REMEMBERED:
            plan.layouts.clear()
        known = plan.layouts[given] = _laid_out(plan, given)
    return known


def _laid_out(plan: Plan, names: Iterable[str]) -> Layout:
    names = [*names]
    places = sorted([plan.places[name] for name in names if name in plan.places])
    return Layout(tuple(places), tuple(n for n in names if n not in plan.places and n not in OWN))


def _custom(
    table: FieldMap, reference: Reference, carry: Carry, written: set[str]
) -> Iterable[tuple[str, Raw]]:
    """Give what of ``custom`` is written, each value as it will be carried."""
    for custom_key, raw in reference.custom:
        key = table.native_key(custom_key)
        if key is None or table.fold(key) in written:
            continue
        if (kept := carry(key, raw)) is not None:
            yield key, kept


def _kept_of(table: FieldMap, row: Field, reference: Reference) -> Raws:
    """Give what ``custom`` has kept of a row's own keys, a tuple for each of them."""
    kept = [(table.fold(table.native_key(key) or ""), raw) for key, raw in reference.custom]
    return tuple(tuple(raw for name, raw in kept if name == key) for key in row.keys)


def where_written(table: FieldMap, native_type: str) -> dict[str, str]:
    """Give the main native key of each variable (CSL name) in an entry of a native type."""
    plan = table.plan(table.read_type(native_type) or table.fallback[1])
    return {row.variable: row.keys[0] for row in plan.rows}


def _native_type(table: FieldMap, reference: Reference) -> str:
    """Give the native type the source had, as long as it still reads as the reference's type."""
    if reference.custom:
        kept = table.custom_key(table.type_key)
        native = next((raw for key, raw in reference.custom if key == kept), None)
        if (
            isinstance(native, str)
            and table.is_legal_type(native)
            and (table.read_type(native) or table.fallback[1]) == reference.type
        ):
            return native
    return table.write_type(reference.type)
