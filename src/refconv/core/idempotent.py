"""Idempotent writing: what is written is read as a reference that is written as the same again.

Two things may be read as something else than they were: a key of ``custom`` that a field reads (a
title that stands in ``custom``), and a value that its codec decodes to another one (a literal date
that becomes a date once a control character is gone). Both are read once before they are written.
For one codec alone, :func:`refconv.values.combinators.idempotent` does the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar

from attrs import evolve

from refconv.core.fast import CACHE_SIZE, FastPath, plan
from refconv.core.fields import Carry, Codec, Field, FieldMap, Raws
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import Reference
from refconv.core.rules import TypeRule

_T = TypeVar("_T")

_ATTEMPTS = 3
"""How often something is read before it is written: one reading may uncover another."""

IsStable: TypeAlias = Callable[[Raws], object]
"""Return whether raw values that a codec has encoded are sure to decode to the same value."""


def idempotent_custom(table: FieldMap, carry: Carry) -> FieldMap:
    """Return a table that first decodes those keys of ``custom`` which one of its fields reads."""

    def encode(reference: Reference, native: str) -> Reference:
        def read_back(one: Reference) -> Reference:
            if not _has_key_of_a_field(table, one, native):
                return one
            return decode_record(table, encode_reference(table, one, carry).record)[0]

        return _fixed_point(read_back, reference) if reference.custom else reference

    rule = TypeRule("keys of custom that a field reads", encode=encode, needs=frozenset({"custom"}))
    return evolve(table, rules=(rule, *table.rules))


def idempotent_values(
    table: FieldMap, carry: Carry, stable: Mapping[Codec, IsStable | None]
) -> FieldMap:
    """Return a table whose fields encode the value that decoding will return.

    Args:
        table: The table.
        carry: What the format's syntax makes of a raw value.
        stable: The codecs that need not be asked: those with ``None`` never, the others if what
            they have encoded is stable.
    """
    fields: list[Field] = []
    fast = dict(table.fast)
    for field in table.fields:
        if field.codec in stable and stable[field.codec] is None:
            fields.append(field)
            continue
        codec = _idempotent_codec(field, carry, stable.get(field.codec))
        fields.append(evolve(field, codec=codec))
        path = table.fast.get(field.codec, FastPath())
        fast[codec] = evolve(path, encode=lru_cache(CACHE_SIZE)(codec.encode))
    return evolve(table, fields=tuple(fields), fast=fast)


def _fixed_point(read_back: Callable[[_T], _T], value: _T) -> _T:
    """Return what a value is once reading it back changes nothing more."""
    for _ in range(_ATTEMPTS):
        back = read_back(value)
        if back is None or back is value or back == value:
            return back
        value = back
    return value


def _has_key_of_a_field(table: FieldMap, reference: Reference, native: str) -> bool:
    """Return whether ``custom`` has a key that a field may read.

    If a table ``repeats`` keys, one whose variable has another value is written, and kept, beside
    it; the same value again is not read twice.
    """
    planned = plan(table, table.read_type(native) or table.fallback[1])
    for custom_key, raw in reference.custom:
        key = table.native_key(custom_key)
        slot = planned.slots.get(table.fold(key)) if key is not None else None
        if slot is None:
            continue
        value = getattr(reference, planned.fields[slot.field].variable.attribute)
        if not table.repeats or not value or isinstance(value, tuple) or value == raw:
            return True
    return False


def _idempotent_codec(field: Field, carry: Carry, is_stable: IsStable | None) -> Codec:
    """Return a field's codec, encoding the value that decoding will return."""
    plain = field.codec

    def read_back(value: Any) -> Any:
        kept = tuple(
            tuple(back for raw in raws if (back := carry(key, raw)) is not None)
            for key, raws in zip(field.keys, plain.encode(value), strict=True)
        )
        return plain.decode(kept).value if any(kept) else value

    def encode(value: Any) -> Raws:
        raws = plain.encode(value)
        if is_stable is not None and is_stable(raws):
            return raws
        value = _fixed_point(read_back, value)
        return tuple(() for _ in field.keys) if value is None else plain.encode(value)

    return evolve(plain, encode=encode)
