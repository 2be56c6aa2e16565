"""Writes the values that reading will give, so that they are written in the same way again.

A value may read as something else than it was, as a literal date that loses a control character and
becomes a date. Such a one is read once before it is written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import evolve

from refconv.core.fields import Carry, Field, Raws
from refconv.formats.bibtex.field_codecs import TEXT
from refconv.formats.bibtex.name_codec import NAMES, NAMES_ALONE

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
