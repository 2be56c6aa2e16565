r"""LaTeX that could not be decoded, kept beside the text that it was read as.

A value with a command that refconv does not know (``{579\psqq}``) is read as a text in which the
command stands as it is written. The text alone cannot tell such a command from the same characters
in a title that a RIS file holds; those must not become live in a ``.bib`` file. So the raw value
is the LaTeX itself, ``{"latex": "579\\psqq"}``: the codecs are given its text, ``custom`` keeps
it under its key, and it is written again as long as it still reads as the value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from refconv.core.fast import FastPath
from refconv.core.fields import Carry, Codec, Decoded, Field, FieldMap, Raw, Raws
from refconv.core.model import Reference
from refconv.core.rules import TypeRule

_KEY = "latex"

ReadLatex = Callable[[str, str], Raw]
"""Return what the LaTeX of a key is read as: a text, or names."""


def kept(source: str) -> Raw:
    r"""Return the raw value of a LaTeX source that could not be decoded.

    >>> kept(r"579\psqq")
    {'latex': '579\\psqq'}
    """
    return {_KEY: source}


def source_of(raw: Raw) -> str | None:
    """Return the LaTeX of such a raw value, ``None`` for any other.

    >>> source_of({"latex": "x"}), source_of("x")
    ('x', None)
    """
    if isinstance(raw, dict) and len(raw) == 1 and isinstance(raw.get(_KEY), str):
        return str(raw[_KEY])
    return None


def _in_order(reference: Reference) -> Reference:
    """Move what a field's value is made of to the front, where reading returns it."""
    order = sorted(reference.custom, key=_rank)
    return reference if tuple(order) == reference.custom else reference.changed(custom=order)


_SUBTITLES = frozenset({"bibtex:subtitle", "bibtex:booksubtitle", "bibtex:journalsubtitle"})


def _rank(entry: tuple[str, Raw]) -> tuple[int, str]:
    key, raw = entry
    if key.startswith("bibtex:"):
        if key == "bibtex:@type":
            return 0, ""
        if _is(raw) or key in _SUBTITLES:
            return 1, key
    return 2, ""


ORDER = TypeRule("order of what fields are made of", decode=_in_order, needs=frozenset({"custom"}))
"""One-way: a record holds its fields in the order of the table, and then its other keys."""


def with_kept_latex(table: FieldMap, read: ReadLatex, carry: Carry) -> FieldMap:
    """Return a table whose codecs read kept LaTeX and write it again."""
    codecs: dict[tuple[Codec, tuple[str, ...]], Codec] = {}
    fast = dict(table.fast)
    fields: list[Field] = []
    for field in table.fields:
        place = field.codec, field.keys
        if place not in codecs:
            path = table.fast.get(field.codec, FastPath())
            codecs[place], fast_path = _wrapped(field, path, read, carry)
            fast[codecs[place]] = fast_path
        fields.append(evolve(field, codec=codecs[place]))
    return evolve(table, fields=tuple(fields), fast=fast)


def _wrapped(field: Field, path: FastPath, read: ReadLatex, carry: Carry) -> tuple[Codec, FastPath]:
    plain = field.codec
    decode_plain = path.decode or plain.decode

    def as_read(raws: Raws) -> Raws:
        return tuple(
            tuple(raw if (tex := source_of(raw)) is None else read(key, tex) for raw in values)
            for key, values in zip(field.keys, raws, strict=True)
        )

    def decode(raws: Raws) -> Decoded:
        places: list[tuple[int, int]] = []
        for at, values in enumerate(raws):
            for i, raw in enumerate(values):
                if isinstance(raw, dict) and _is(raw):
                    places.append((at, i))
        if not places:
            return decode_plain(raws)
        decoded = decode_plain(as_read(raws))
        return decoded._replace(unused=tuple(sorted({*decoded.unused, *places})))

    def divide(encoded: Raws, of_custom: Raws) -> Raws:
        texts = as_read(of_custom)
        divided = encoded if plain.divide is None else plain.divide(encoded, texts)
        return tuple(
            tuple(_spelled(raw, sources, carry, key) for raw in values)
            for key, values, sources in zip(
                field.keys, divided, map(_by_text, of_custom, texts), strict=True
            )
        )

    codec = Codec(decode, plain.encode, divide, joins=plain.divide is not None and plain.joins)
    return codec, evolve(path, decode=decode, encode=path.encode or plain.encode)


def _is(raw: Any) -> bool:
    return source_of(raw) is not None


def _by_text(raws: tuple[Raw, ...], texts: tuple[Raw, ...]) -> list[tuple[Raw, Raw]]:
    return [(text, raw) for raw, text in zip(raws, texts, strict=True) if _is(raw)]


def _spelled(raw: Raw, sources: list[tuple[Raw, Raw]], carry: Carry, key: str) -> Raw:
    """Return the LaTeX that is read as a raw value, if there is any; else the value itself."""
    for text, source in sources:
        if text == raw and carry(key, source) == source:
            return source
    return raw
