"""The lens: decodes a record to a reference over a table, and encodes a reference to a record.

Both directions use the same plan (:func:`refconv.core.fast.plan`): that of the item type which
*decoding* the record gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.core.fast import Plan, PlannedField, coverage, match, plan
from refconv.core.fields import Carry, Decoded, Field, FieldMap, NameList, Raw, Raws, Record
from refconv.core.messages import MESSAGES
from refconv.core.model import ItemType, Reference, in_custom

# ── record → reference ────────────────────────────────────────────────────────────────────────────


def decode_record(table: FieldMap, record: Record) -> tuple[Reference, list[Diagnostic]]:
    """Decode a record over a table; what no field takes is kept in ``custom``."""
    diagnostics: list[Diagnostic] = []
    for rule in reversed(table.record_rules):
        changed = rule.decode(record) if rule.decode is not None else record
        if changed is not record and rule.report is not None:
            diagnostics += rule.report(record)
        record = changed
    decoding = _Decoding(table, record, [], diagnostics)
    kind = decoding.type()
    planned = plan(table, kind)
    values: dict[str, Any] = {"type": kind}
    if record.id:
        values["id"] = record.id
    decoding.fields(planned, values)
    custom = decoding.custom
    if custom:
        custom.sort(key=lambda entry: entry[0])
        values["custom"] = in_custom((table.custom_key(key), raw) for _, key, raw in custom)
    return planned.decode.apply(Reference.unchecked(**values)), decoding.diagnostics


class _Decoding(NamedTuple):
    """One record while it is decoded.

    ``custom`` lists what is kept as (place in the record, key, raw value).
    """

    table: FieldMap
    record: Record
    custom: list[tuple[int, str, Raw]]
    diagnostics: list[Diagnostic]

    def type(self) -> ItemType:
        """Return the item type; keep the native type if writing would not return it."""
        table, record = self.table, self.record
        kind = table.read_type(record.type)
        if kind is None:
            kind = table.fallback[1]
            found = problem(Code.UNKNOWN_TYPE, "type", type=record.type, taken=str(kind))
            self.diagnostics.append(found.at(record.line, record.column))
        if table.keeps_type(record.type, kind):
            self.custom.append((-1, table.type_key, record.type))
        return kind

    def fields(self, planned: Plan, values: dict[str, Any]) -> None:
        """Decode every field into ``values``, by attribute."""
        keys: tuple[str, ...] = ()
        raws: tuple[Raw, ...] = ()
        if self.record.fields:
            keys, raws = zip(*self.record.fields, strict=True)
        matching = match(self.table, planned, keys, raws)
        et_al: list[str] = []
        for field, variable, places, decode, decode_one in matching.fields:
            value = decode_one(raws[places[0][0]]) if decode_one is not None else None
            if value is None:
                decoded = decode(tuple([tuple([raws[i] for i in column]) for column in places]))
                value = decoded.value
                if value is None or decoded.unused or decoded.problem is not None:
                    self.keep(field, places, decoded)
                    if value is None:
                        continue
            if variable.kind == "names":
                et_al += [variable.name] * value.et_al
                value = value.names
            values[variable.attribute] = value
        if et_al:
            values["et_al"] = frozenset(et_al)
        self.custom.extend((place, keys[place], raws[place]) for place in matching.unmatched)

    def keep(self, field: Field, places: Sequence[Sequence[int]], decoded: Decoded) -> None:
        """Keep the raw values that a field's value does not represent, and report what was odd."""
        record = self.record
        if decoded.value is None:
            unused = [place for column in places for place in column]
        else:
            unused = [places[position][i] for position, i in decoded.unused]
        for place in unused:
            key, raw = record.fields[place]
            # A key that the table has is kept in the table's spelling.
            self.custom.append((place, self.table.fold(key), raw))
        if decoded.problem is None and decoded.value is not None:
            return
        concerned = sorted(unused or [place for column in places for place in column])
        found = decoded.problem or problem(Code.BAD_VALUE, "unreadable")
        self.report(found, field.variable, concerned)

    def report(self, found: Problem, variable: str, places: Sequence[int]) -> None:
        """Report what is odd in raw values, at the first of them that has the odd value."""
        record = self.record
        keys = "/".join(dict.fromkeys(record.fields[place][0] for place in places))
        raws = [_shown(record.fields[place][1]) for place in places]
        value = str(found.data.get("value", ""))
        place = next((p for p, raw in zip(places, raws, strict=True) if value in raw), places[0])
        at = (record.lines[place], 0) if record.lines else (record.line, record.column)
        data = {"variable": variable, "keys": keys}
        if "raw" in MESSAGES[found.code, found.reason].names:
            shown = "; ".join(raws)
            data["raw"] = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
        self.diagnostics.append(found.including(**data).at(*at))


def _shown(raw: Raw) -> str:
    return "; ".join(map(str, raw)) if isinstance(raw, list | tuple) else str(raw)


_SHOWN = 60
"""The most characters of raw values that a message shows."""


# ── reference → record ────────────────────────────────────────────────────────────────────────────


class Encoded(NamedTuple):
    """A reference encoded as a record.

    ``reference`` is what was encoded: the given one with the type that the record is read as, and
    with its values where readers of the format look for them. ``fields`` lists the fields that hold
    a value of it: their places in the table's plan, and their raw values as the syntax carries
    them, ``None`` for those of a fast path. ``custom`` is what of its ``custom`` is carried, under
    native keys. ``is_given`` is whether no rule on references has changed it.
    """

    record: Record
    reference: Reference
    fields: Sequence[tuple[int, Raws | None]]
    custom: Sequence[tuple[str, Raw]]
    is_given: bool = False


def encode_reference(table: FieldMap, given: Reference, carry: Carry) -> Encoded:
    """Encode a reference over a table, each value as the format's syntax will carry it."""
    native = table.spelled_type(given, _native_type(table, given))
    kind = table.read_type(native) or table.fallback[1]
    planned = plan(table, kind)
    reference = planned.encode_type.apply(given, native)
    if kind != reference.type:
        reference = reference.changed(type=kind)
    reference = planned.encode.apply(reference)
    encoding = _Encoding(table, reference, carry, [], [], set())
    own = _own_keys(table, reference) if reference.custom else frozenset()
    encoding.encode_fields(planned, own)
    custom = [*encoding.custom()] if own else []
    record = Record(native, reference.id, tuple(encoding.pairs + custom))
    for rule in table.record_rules:
        record = rule.encode(record, given) if rule.encode is not None else record
    return Encoded(record, reference, encoding.fields, custom, reference is given)


class _Encoding(NamedTuple):
    """One reference while it is encoded; ``divided`` are keys that hold parts of one value."""

    table: FieldMap
    reference: Reference
    carry: Carry
    pairs: list[tuple[str, Raw]]
    fields: list[tuple[int, Raws | None]]
    divided: set[str]

    def encode_fields(self, planned: Plan, own: AbstractSet[str]) -> None:
        """Encode every field that has a value; ``own`` are the format's keys in ``custom``."""
        reference, pairs, fields = self.reference, self.pairs, self.fields
        for place in coverage(planned, reference).places:
            field, variable, _, _, _, is_plain, encode_plain = one = planned.fields[place]
            value = getattr(reference, variable.attribute)
            may_divide = bool(own) and field.codec.divide is not None
            is_divided = may_divide and not own.isdisjoint(field.keys)
            if is_plain is not None and not is_divided and is_plain(value):
                pairs.append((field.keys[0], value))
                fields.append((place, None))
                continue
            if variable.kind == "names":
                value = NameList(value, variable.name in reference.et_al)
            if encode_plain is not None and not is_divided:
                plain = encode_plain(value)
                if plain is not None:
                    for key, raws in zip(field.keys, plain, strict=False):
                        pairs += [(key, raw) for raw in raws]
                    fields.append((place, None))
                    continue
            fields.append((place, self.encode_field(one, value, is_divided=is_divided)))

    def encode_field(self, planned: PlannedField, value: Any, *, is_divided: bool) -> Raws:
        """Encode a value by its codec; return its raw values as they are carried."""
        field = planned.field
        encoded = planned.encode(value)
        if is_divided and field.codec.divide is not None:
            encoded = field.codec.divide(encoded, self.kept_of(field))
            self.divided.update(field.keys if field.codec.joins else ())
        carried: list[tuple[Raw, ...]] = []
        for key, raws in zip(field.keys, encoded, strict=True):
            kept = tuple([back for raw in raws if (back := self.carry(key, raw)) is not None])
            carried.append(kept)
            self.pairs.extend([(key, raw) for raw in kept])
        return tuple(carried)

    def kept_of(self, field: Field) -> Raws:
        """Return what ``custom`` has kept of a field's own keys, a tuple for each of them."""
        table, custom = self.table, self.reference.custom
        kept = [(table.fold(table.native_key(key) or ""), raw) for key, raw in custom]
        return tuple(tuple(raw for name, raw in kept if name == key) for key in field.keys)

    def custom(self) -> Iterator[tuple[str, Raw]]:
        """Yield what of ``custom`` is written, each value as it will be carried."""
        table = self.table
        written = {*self.divided} if table.repeats else {*self.divided, *dict(self.pairs)}
        written |= set() if table.keeps_foreign else {table.fold(table.type_key)}
        seen: list[tuple[str, Raw]] = []

        def is_new(key: str, kept: Raw) -> bool:
            # A key that says the same twice is read once.
            entry = table.fold(key), kept
            if entry in seen:
                return False
            seen.append(entry)
            return True

        for custom_key, raw in self.reference.custom:
            key = table.native_key(custom_key)
            if key is None or table.fold(key) in written:
                continue
            kept = self.carry(key, raw)
            if kept is None or not (table.repeats or table.keeps_foreign or is_new(key, kept)):
                continue
            yield key, kept


def _own_keys(table: FieldMap, reference: Reference) -> AbstractSet[str]:
    """Return the format's keys in ``custom``, in the table's spelling."""
    native = (table.native_key(key) for key, _ in reference.custom)
    return {table.fold(key) for key in native if key is not None}


def _native_type(table: FieldMap, reference: Reference) -> str:
    """Return the native type that was read, as long as it still reads as the reference's type."""
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


def where_written(table: FieldMap, native_type: str) -> dict[str, str]:
    """Return the main key of each variable (CSL name) in a record of a native type."""
    kind = table.read_type(native_type) or table.fallback[1]
    return {one.field.variable: one.field.keys[0] for one in plan(table, kind).fields}
