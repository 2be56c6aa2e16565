"""Writes what reading will give, so that what is read back is written in the same way again.

A value or a key of ``custom`` may read as something else than it was: a literal date that loses a
control character and becomes a date, a title that stood in ``custom``. Such ones are read once
before they are written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import evolve

from refconv.fields import Carry, Field, FieldMap, Raws
from refconv.formats.bibtex.codecs import TEXT
from refconv.formats.bibtex.kinds import hint
from refconv.formats.bibtex.people import NAMES, NAMES_ALONE
from refconv.lens import read_record, write_record
from refconv.model import Reference

_ATTEMPTS = 3
_REMEMBERED = 1024


def settled(rows: tuple[Field, ...], carry: Carry) -> tuple[Field, ...]:
    """Let rows write what reading will give, where that is not what was to be written."""
    return tuple(row if row.codec is TEXT else _settled(row, carry) for row in rows)


def _settled(row: Field, carry: Carry) -> Field:
    @lru_cache(_REMEMBERED)
    def encode(value: Any) -> Raws:
        raws = row.codec.encode(value)
        if row.codec in (NAMES, NAMES_ALONE) and not raws[1]:
            return raws
        for _ in range(_ATTEMPTS):
            kept = tuple(
                tuple(back for raw in values if (back := carry(key, raw)) is not None)
                for key, values in zip(row.keys, raws, strict=True)
            )
            if not any(kept):
                break
            back = row.codec.decode(kept).value
            if back is None:
                return tuple(() for _ in row.keys)
            if back == value:
                break
            value, raws = back, row.codec.encode(back)
        return raws

    return evolve(row, codec=evolve(row.codec, encode=encode))


def settling(table: FieldMap, carry: Carry) -> FieldMap:
    """Make the table that writes: it reads those keys of ``custom`` first that a row may read."""
    simple = evolve(table, hint=hint)
    known = {key for row in table.rows for key in row.keys} | {alias.key for alias in table.aliases}

    def is_known(custom_key: str) -> bool:
        prefix, _, key = custom_key.partition(":")
        return prefix == table.prefix and table.fold(key) in known

    def settle(reference: Reference, native: str) -> Reference:
        for _ in range(_ATTEMPTS if reference.custom else 0):
            if not any(is_known(key) for key, _ in reference.custom):
                break
            back, _ = read_record(table, write_record(simple, reference, carry))
            if back == reference:
                break
            reference = back
        return hint(reference, native)

    return evolve(table, hint=settle)
