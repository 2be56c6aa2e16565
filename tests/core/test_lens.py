"""Records and references over a small table."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, Field, FieldMap, NameList, Raw, Raws, Record, types
from refconv.core.lens import decode_record, encode_reference, where_written
from refconv.core.model import ItemType, Name, Reference


def _decode_number(raws: Raws) -> Decoded:
    """Read the first number, report a text."""
    (values,) = raws
    if not values[0].isdecimal():
        return Decoded(None, problem=problem(Code.BAD_VALUE, "unreadable"))
    return Decoded(values[0], tuple((0, i) for i in range(1, len(values))))


TEXT = Codec(lambda raws: Decoded(raws[0][0]), lambda value: ((value,),))
NUMBER = Codec(_decode_number, lambda value: ((value,),))
NAMES = Codec(
    lambda raws: Decoded(
        NameList(tuple(Name(literal=one) for one in raws[0] if one != "+"), "+" in raws[0])
    ),
    lambda value: (tuple(name.literal for name in value.names) + ("+",) * value.et_al,),
)
TABLE = FieldMap(
    prefix="x",
    type_key="type",
    types=(("b", ItemType.BOOK), ("e", ItemType.BOOK), ("m", ItemType.DOCUMENT)),
    fallback=("m", ItemType.DOCUMENT),
    fields=(
        Field(("A",), "author", NAMES),
        Field(("T",), "title", TEXT),
        Field(("V",), "volume", NUMBER, types("book")),
    ),
    is_legal_type=lambda native: native != "illegal",
)
FOO, BAR = Name(literal="Foo"), Name(literal="Bar")


def carry(key: str, raw: Raw) -> str | None:
    """Return a value as a syntax would carry it that has no ``!`` and no key ``Z``."""
    return None if key == "Z" or raw == "!" else raw.strip()


def book(**values: object) -> Reference:
    return Reference(type="book", id="a").changed(**values)


# (a reference, its record); the one is decoded, the other encoded
BOTH_WAYS = [
    (book(), Record("b", "a", ())),
    (book(title="T"), Record("b", "a", (("T", "T"),))),
    (
        book(title="T", volume="3", author=(FOO, BAR)),
        Record("b", "a", (("A", "Foo"), ("A", "Bar"), ("T", "T"), ("V", "3"))),
    ),
    (
        book(author=(FOO,), et_al={"author"}),
        Record("b", "a", (("A", "Foo"), ("A", "+"))),
    ),
    # A type that would be written otherwise, and keys without a field, are kept.
    (book(custom=[("x:type", "e")]), Record("e", "a", ())),
    (book(custom=[("x:K", "k")]), Record("b", "a", (("K", "k"),))),
    (Reference("document", "a", title="T"), Record("m", "a", (("T", "T"),))),
]


@pytest.mark.parametrize(("reference", "record"), BOTH_WAYS)
def test_both_ways(reference: Reference, record: Record) -> None:
    assert decode_record(TABLE, record) == (reference, [])
    assert encode_reference(TABLE, reference, carry).record == record


# (a record, its reference, codes and lines of diagnostics)
DECODED: list[tuple[Record, Reference, list[tuple[str, int]]]] = [
    (
        Record("z", "a", (), 5),
        Reference("document", "a", custom=[("x:type", "z")]),
        [("unknown-type", 5)],
    ),
    (
        Record("b", "a", (("T", "T"), ("V", "three")), 5, (6, 7)),
        book(title="T", custom=[("x:V", "three")]),
        [("bad-value", 7)],
    ),
    # What a value does not stand for is kept in the order of the record.
    (
        Record("b", "a", (("K", "k"), ("V", "3"), ("V", "4")), 5, (6, 7, 8)),
        book(volume="3", custom=[("x:K", "k"), ("x:V", "4")]),
        [],
    ),
    # A field of another type.
    (
        Record("m", "a", (("V", "3"),)),
        Reference("document", "a", custom=[("x:V", "3")]),
        [],
    ),
]


@pytest.mark.parametrize(("record", "reference", "found"), DECODED)
def test_decoding(record: Record, reference: Reference, found: list[tuple[str, int]]) -> None:
    decoded, diagnostics = decode_record(TABLE, record)

    assert decoded == reference
    assert [(str(one.code), one.line) for one in diagnostics] == found


# (a reference, its record)
ENCODED = [
    # Values are encoded as the syntax carries them.
    (book(title=" T "), Record("b", "a", (("T", "T"),))),
    (book(title="!"), Record("b", "a", ())),
    (book(custom=[("x:Z", "z"), ("y:K", "k")]), Record("b", "a", ())),
    # A key of custom is written only if its field is empty.
    (book(title="T", custom=[("x:T", "U")]), Record("b", "a", (("T", "T"),))),
    (book(custom=[("x:T", "U")]), Record("b", "a", (("T", "U"),))),
    # A type that is kept is written only if it is legal and still reads as the type.
    (book(custom=[("x:type", "illegal")]), Record("b", "a", ())),
    (book(type="document", custom=[("x:type", "e")]), Record("m", "a", ())),
    # A type without a pair, and a variable without a field.
    (book(type="map", URL="u"), Record("m", "a", ())),
]


@pytest.mark.parametrize(("reference", "record"), ENCODED)
def test_encoding(reference: Reference, record: Record) -> None:
    assert encode_reference(TABLE, reference, carry).record == record


def test_a_reference_is_encoded_with_the_type_that_it_is_read_as() -> None:
    encoded = encode_reference(TABLE, Reference("map", "a", title="T"), carry)

    assert encoded.reference == Reference("document", "a", title="T")
    assert encoded.custom == []


def test_where_written() -> None:
    assert where_written(TABLE, "b") == {"author": "A", "title": "T", "volume": "V"}
    assert where_written(TABLE, "z") == {"author": "A", "title": "T"}
