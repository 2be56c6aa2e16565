"""A made-up format, index cards, and its table: the shortest way to see what the lens does.

A card has a type and keys, which may repeat:

    book: T=On the Origin of Species, A=Darwin, Y=1859
"""

from __future__ import annotations

from typing import Any

from refconv.core.fields import Alias, Codec, Decoded, Field, FieldMap, NameList, Raws, types
from refconv.core.model import Date, ItemType, Name


def _decode_text(raws: Raws) -> Decoded:
    """Read the first value; others are kept in ``custom``."""
    return Decoded(raws[0][0], tuple((0, i) for i in range(1, len(raws[0]))))


def _decode_year(raws: Raws) -> Decoded:
    text = raws[0][0]
    return Decoded(Date.on(int(text)) if text.isdecimal() else None)


def _decode_names(raws: Raws) -> Decoded:
    people = tuple(Name(family=raw) for raw in raws[0] if raw != "...")
    return Decoded(NameList(people, et_al="..." in raws[0]))


def _encode_names(value: NameList) -> Raws:
    return ((*(name.family for name in value.names), *["..."] * value.et_al),)


def _decode_pages(raws: Raws) -> Decoded:
    """Join a first and a last page, and keep both: they tell how the card had them."""
    first, last = raws
    if first and last:
        return Decoded(f"{first[0]}-{last[0]}", ((0, 0), (1, 0)))
    return Decoded((first or last)[0])


def _divide_pages(encoded: Raws, kept: Raws) -> Raws:
    first, dash, last = encoded[0][0].partition("-")
    return ((first,), (last,)) if dash and all(kept) else encoded


TEXT = Codec(_decode_text, lambda text: ((text,),))
YEAR = Codec(_decode_year, lambda date: ((str(date.start.year),) if date.start else (),))
NAMES = Codec(_decode_names, _encode_names)
PAGES = Codec(_decode_pages, lambda pages: ((pages,), ()), _divide_pages)

BOOKS = types("book")

CARDS = FieldMap(
    prefix="card",
    type_key="type",
    types=(
        ("book", ItemType.BOOK),
        ("paper", ItemType.ARTICLE_JOURNAL),
        ("thing", ItemType.DOCUMENT),
        # Two types are read as a book; the first is written.
        ("novel", ItemType.BOOK),
    ),
    fallback=("thing", ItemType.DOCUMENT),
    fields=(
        Field(("T",), "title", TEXT),
        Field(("A",), "author", NAMES),
        Field(("Y",), "issued", YEAR),
        Field(("P", "L"), "page", PAGES),
        # The number of a book is its edition.
        Field(("N",), "edition", TEXT, BOOKS),
        Field(("N",), "volume", TEXT),
    ),
    aliases=(Alias("TITLE", "T"),),
    is_legal_type=str.isalpha,
)


def carry(key: str, raw: Any) -> str | None:
    """Return a value as a card holds it: in one line, and with a key of one letter; never ``!``."""
    if len(key) != 1 or raw == "!" or not isinstance(raw, str):
        return None
    return raw.replace("\n", " ")
