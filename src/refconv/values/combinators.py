"""Codecs made of small functions: which of several values is taken, and under which key it goes.

Escaping is not theirs: they see a value as the format's syntax gives it. A codec decodes the raw
values of its keys, a tuple for each key; values that its result does not stand for are *unused* and
kept in ``custom``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date, Point
from refconv.core.fields import Codec, Decoded, Raw, Raws
from refconv.core.substance import substance
from refconv.values.text import one_line


def same(value: Any) -> Any:
    """Return a value as it is."""
    return value


def first_of(
    decode: Callable[[Raw], Any] = same,
    encode: Callable[[Any], Raw] = same,
    *,
    keys: int = 1,
    written: Sequence[int] = (0,),
    repeats: bool = False,
) -> Codec:
    """Return a codec that takes the first value of any key that can be read.

    Args:
        decode: Reads a raw value; ``None`` if it cannot be read.
        encode: Writes a value.
        keys: How many keys there are, the preferred first.
        written: The keys that are written, by their positions.
        repeats: Whether the keys repeat by nature, so that other values are not reported.
    """

    def decode_first(raws: Raws) -> Decoded:
        if len(raws) == 1 and len(raws[0]) == 1:
            return Decoded(decode(raws[0][0]))
        places = [(p, i) for p, texts in enumerate(raws) for i in range(len(texts))]
        values = [decode(raws[p][i]) for p, i in places]
        value = next((value for value in values if value is not None), None)
        if value is None:
            return Decoded(None)
        unused = tuple(place for place, other in zip(places, values, strict=True) if other != value)
        if not unused or repeats:
            return Decoded(value, unused)
        others = (raws[position][i] for position, i in unused)
        other = next((raw for raw in others if substance(raw) != substance(value)), None)
        if other is None:
            return Decoded(value, unused)
        found = problem(Code.DUPLICATE_FIELD, "values", value=other, taken=str(value))
        return Decoded(value, unused, found)

    def encode_written(value: Any) -> Raws:
        return tuple((encode(value),) if p in written else () for p in range(keys))

    return Codec(decode_first, encode_written)


def single(decode: Callable[[Raw], Any], encode: Callable[[Any], Raw]) -> Codec:
    """Return a codec for one key that holds one value: the first, whether it can be read or not."""

    def decode_first(raws: Raws) -> Decoded:
        values = raws[0]
        value = decode(values[0])
        again = tuple((0, i) for i, raw in enumerate(values) if i and raw != values[0])
        if not again or value is None:
            return Decoded(value)
        others = (values[i] for _, i in again)
        other = next((raw for raw in others if substance(raw) != substance(values[0])), None)
        if other is None:
            return Decoded(value, again)
        found = problem(Code.DUPLICATE_FIELD, "values", value=other, taken=values[0])
        return Decoded(value, again, found)

    return Codec(decode_first, lambda value: ((encode(value),),))


def one_of(
    keys: tuple[str, ...],
    encode: Callable[[str], str],
    key_of: Callable[[str], str],
    decode: Callable[[Raws], Decoded] | None = None,
) -> Codec:
    """Return a codec for keys that a file writes alike, and that the value tells apart.

    Args:
        keys: The keys, the one for any value first.
        encode: Writes a value as a text.
        key_of: Returns the key under which a text is read.
        decode: Reads the values of all keys; without it the first is taken.
    """
    places = {key: i for i, key in enumerate(keys)}
    decode = decode or first_of(keys=len(keys)).decode

    def encode_in_place(value: str) -> Raws:
        text = encode(value)
        place = places.get(key_of(one_line(text)), 0)
        return tuple((text,) if i == place else () for i in range(len(keys)))

    return Codec(decode, encode_in_place)


def or_elsewhere(main: Codec, others: int) -> Codec:
    """Return a codec for a key, and for other keys that may hold its value beside their own.

    The other keys are read if the first has no value, are always kept, and never written.
    """

    def decode(raws: Raws) -> Decoded:
        kept = tuple((p, i) for p in range(1, len(raws)) for i in range(len(raws[p])))
        decoded = main.decode(raws[:1]) if raws[0] else Decoded(None)
        if decoded.value is not None:
            return Decoded(decoded.value, decoded.unused + kept, decoded.problem)
        elsewhere = main.decode((tuple(raws[p][i] for p, i in kept),)) if kept else decoded
        own = tuple((0, i) for i in range(len(raws[0])))
        found = problem(Code.BAD_IDENTIFIER, "unreadable") if raws[0] else decoded.problem
        return Decoded(elsewhere.value, own + kept, found)

    return Codec(decode, lambda value: main.encode(value) + ((),) * others)


def idempotent(codec: Codec) -> Codec:
    """Return the codec of one-line texts, writing only what is read as a value written so again."""

    def encode(value: Any) -> Raws:
        nothing: Raws = ()
        for _ in range(_READINGS):
            raws = tuple(tuple(filter(None, map(one_line, raws))) for raws in codec.encode(value))
            nothing = ((),) * len(raws)
            if not any(raws):
                return nothing
            decoded = codec.decode(raws)
            if decoded.value == value:
                return raws
            if decoded.value is None or decoded.unused:
                return nothing
            value = decoded.value
        return nothing

    return evolve(codec, encode=encode)


# A value that is still another one after so many readings cannot be written.
_READINGS = 6


def plain_list(values: tuple[str, ...], is_plain: Callable[[str], object]) -> bool:
    """Return whether texts can be joined by semicolons or commas and divided again."""
    return all(
        is_plain(text) and "," not in text and ";" not in text and text.strip() == text
        for text in values
    )


def plain_point(date: Date) -> Point | None:
    """Return the year, month or day that is all a date says, with a year of four digits."""
    point = date.start
    if not isinstance(point, Point) or date.end is not None or date.literal:
        return None
    is_plain = point.season is None and point.is_plain and 1000 <= point.year <= 9999
    return point if is_plain else None
