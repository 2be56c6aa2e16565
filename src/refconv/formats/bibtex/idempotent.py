"""Encodes the values that decoding will return, so that writing is idempotent.

A value may be read as another one, as a literal date that loses a control character and becomes a
date. Such a value is decoded once before it is written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import evolve

from refconv.core.fast import CACHE_SIZE, FastPath
from refconv.core.fields import Carry, Codec, Field, FieldMap, Raws
from refconv.formats.bibtex.field_codecs import TEXT
from refconv.formats.bibtex.name_codec import NAMES, NAMES_ALONE

_ATTEMPTS = 3


def with_stable_encoding(table: FieldMap, carry: Carry) -> FieldMap:
    """Return a table whose fields encode what decoding will return, if that is another value."""
    fields: list[Field] = []
    fast = dict(table.fast)
    for field in table.fields:
        if field.codec is TEXT:
            fields.append(field)
            continue
        codec = _stable(field, carry)
        fields.append(evolve(field, codec=codec))
        path = table.fast.get(field.codec, FastPath())
        fast[codec] = evolve(path, encode=lru_cache(CACHE_SIZE)(codec.encode))
    return evolve(table, fields=tuple(fields), fast=fast)


def _stable(field: Field, carry: Carry) -> Codec:
    plain = field.codec

    def encode(value: Any) -> Raws:
        raws = plain.encode(value)
        if plain in (NAMES, NAMES_ALONE) and not raws[1]:
            return raws
        for _ in range(_ATTEMPTS):
            kept = tuple(
                tuple(back for raw in values if (back := carry(key, raw)) is not None)
                for key, values in zip(field.keys, raws, strict=True)
            )
            if not any(kept):
                break
            back = plain.decode(kept).value
            if back is None:
                return tuple(() for _ in field.keys)
            if back == value:
                break
            value, raws = back, plain.encode(back)
        return raws

    return evolve(plain, encode=encode)
