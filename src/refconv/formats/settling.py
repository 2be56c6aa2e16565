"""Lets a table write what reading will give where keys of ``custom`` are those of its rows.

Such a key may be read as a variable: a title that stood in ``custom``. A reference that has one is
read once before it is written, so that what is read back is written in the same way again.
"""

from __future__ import annotations

from attrs import evolve

from refconv.core.fast import plan
from refconv.core.fields import Carry, FieldMap
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import Reference
from refconv.core.rules import TypeRule

_ATTEMPTS = 3


def settling(table: FieldMap, carry: Carry) -> FieldMap:
    """Return a table that first decodes those keys of ``custom`` which a field may take."""

    def settle(reference: Reference, native: str) -> Reference:
        for _ in range(_ATTEMPTS if reference.custom else 0):
            if not _may_be_read(table, reference, native):
                break
            back, _ = decode_record(table, encode_reference(table, reference, carry).record)
            if back == reference:
                break
            reference = back
        return reference

    rule = TypeRule("keys of custom that a field takes", encode=settle)
    return evolve(table, rules=(rule, *table.rules))


def _may_be_read(table: FieldMap, reference: Reference, native: str) -> bool:
    """Tell whether a key of ``custom`` may be read as a variable.

    Where a table ``repeats`` keys, one whose variable has a value is written, and kept, beside it.
    """
    planned = plan(table, table.read_type(native) or table.fallback[1])
    for custom_key, _ in reference.custom:
        key = table.native_key(custom_key)
        slot = planned.slots.get(table.fold(key)) if key is not None else None
        if slot is None:
            continue
        if not table.repeats or not getattr(
            reference, planned.fields[slot.field].variable.attribute
        ):
            return True
    return False
