"""Codecs of RIS's rows: texts, pages, keywords, notes, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Raws
from refconv.formats.ris.tags import key_of, tag_of
from refconv.values.combinators import PLAIN_PAGES, normal_pages, same
from refconv.values.date_fields import PY_AND_DA, decode_one, encode_date
from refconv.values.markup import plain
from refconv.values.text import one_line


def first(
    decode: Callable[[str], str | Date | None],
    encode: Callable[[Any], str],
    *,
    repeats: bool = False,
) -> Codec:
    """Make a codec for one key of one value: the first that can be read.

    Other values are unused where they say something else; that is said unless the key ``repeats``
    by nature.
    """

    def decode_first(raws: Raws) -> Decoded:
        if len(raws[0]) == 1:
            return Decoded(decode(raws[0][0]))
        values = [decode(raw) for raw in raws[0]]
        value = next((value for value in values if value is not None), None)
        if value is None:
            return Decoded(None)
        others = tuple((0, i) for i, other in enumerate(values) if other != value)
        if not others or repeats:
            return Decoded(value, others)
        other = raws[0][others[0][1]]
        found = problem(Code.DUPLICATE_FIELD, "values", value=other, taken=str(value))
        return Decoded(value, others, found)

    return Codec(decode_first, lambda value: ((encode(value),),))


def either(keys: tuple[str, ...], encode: Callable[[str], str] = plain) -> Codec:
    """Make a codec for keys that are one tag: each value goes under the key that it reads as."""
    tag = tag_of(keys[0])
    return one_of(keys, encode, lambda text: key_of(tag, text))


def one_of(
    keys: tuple[str, ...], encode: Callable[[str], str], reads_as: Callable[[str], str]
) -> Codec:
    """Make a codec for keys that a file writes alike: ``reads_as`` tells a text's key."""
    places = {key: i for i, key in enumerate(keys)}
    one = first(same, same)

    def decode(raws: Raws) -> Decoded:
        order = [(position, i) for position, values in enumerate(raws) for i in range(len(values))]
        decoded = one.decode((tuple(raws[position][i] for position, i in order),))
        unused = tuple(order[i] for _, i in decoded.unused)
        return Decoded(decoded.value, unused, decoded.problem)

    def write(value: str) -> Raws:
        text = encode(value)
        place = places.get(reads_as(one_line(text)), 0)
        return tuple((text,) if i == place else () for i in range(len(keys)))

    return Codec(decode, write)


def settled(codec: Codec) -> Codec:
    """Make a codec write only what reads as a value that is written so again."""

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


# A value that does not settle within so many readings cannot be written.
_READINGS = 6


TEXT = first(same, plain)
"""A text, without rich text's markup."""

VERBATIM = first(same, same)
"""A text as it is."""

URL = first(same, same, repeats=True)
"""The first of an item's addresses."""


_NOWHERE = frozenset({"nan", "none", "null", "undefined"})


def _settled_pages(raw: str) -> str:
    if PLAIN_PAGES.fullmatch(raw) is not None:
        return raw
    pages = raw.strip()
    while (again := normal_pages(pages).strip()) != pages:
        pages = again
    return pages


def _decode_pages(raws: Raws) -> Decoded:
    """Join a first and a last page; what the range does not stand for is left over."""
    starts, ends = raws
    pages = _settled_pages(starts[0]) if starts else ""
    unused = [(0, i) for i, raw in enumerate(starts) if i and raw != starts[0]]
    for i, raw in enumerate(ends):
        end = _settled_pages(raw)
        if i == 0 and pages and not re.search("[-,;]", pages) and end.casefold() not in _NOWHERE:
            pages = pages if pages == end else _settled_pages(f"{pages}-{end}")
        elif not pages.endswith(f"-{end}"):
            unused.append((1, i))
    # What Ovid writes where there are none.
    if not pages or pages.casefold() in ("no-specified", "no pagination"):
        return Decoded(None)
    return Decoded(pages, tuple(unused))


PAGES = settled(Codec(_decode_pages, lambda value: ((value,), ())))
"""SP and EP, written as a whole range in SP."""


def _decode_keywords(raws: Raws) -> Decoded:
    parts = (part.strip() for raw in raws[0] for part in raw.split(";"))
    return Decoded(tuple(part for part in parts if part) or None)


def _encode_keywords(values: tuple[str, ...]) -> Raws:
    parts = (part.strip() for value in values for part in one_line(plain(value)).split(";"))
    return (tuple(part for part in parts if part),)


KEYWORDS = Codec(_decode_keywords, _encode_keywords)
"""Keywords, one a line; several in a line stand between semicolons."""

NOTES = Codec(
    lambda raws: Decoded("\n\n".join(raws[0])),
    lambda value: (tuple(part for part in plain(value).split("\n\n") if part),),
)
"""A text of paragraphs, each on a tag of its own."""

ISSUED = settled(PY_AND_DA)
"""A date in PY and DA."""

DATE = settled(Codec(decode_one, lambda date: ((encode_date(date),),)))
"""A date in one value."""


def or_m1(main: Codec, is_one: Callable[[str], object], nothing: Any) -> Codec:
    """Make a codec for a key, and for M1, which holds its value only if ``is_one`` says so."""

    def decode(raws: Raws) -> Decoded:
        if not raws[1]:
            return main.decode(raws[:1])
        if raws[0]:
            decoded = main.decode(raws[:1])
            others = tuple((1, i) for i in range(len(raws[1])))
            return Decoded(decoded.value, decoded.unused + others, decoded.problem)
        found = next((i for i, raw in enumerate(raws[1]) if is_one(raw)), None)
        others = tuple((1, i) for i in range(len(raws[1])) if i != found)
        if found is None:
            return Decoded(nothing, others)
        return Decoded(main.decode(((raws[1][found],),)).value, others)

    return Codec(decode, lambda value: (*main.encode(value), ()))


NUMBER_OR_M1 = or_m1(TEXT, re.compile(r"[A-Z]{0,4}\d[\w./ ()-]{0,15}").fullmatch, "")
"""An issue, which EndNote writes into M1; others write all kinds of things there."""

DATE_OR_M1 = or_m1(DATE, re.compile(r"\d{4}/\d{1,2}/.*").fullmatch, None)
"""The date of access to a web page, which EndNote writes into M1."""
