"""The lens on a made-up format (:mod:`tests.core.cards`): records to references, and back."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.codes import Code
from refconv.core.fields import Record
from refconv.core.lens import decode_record, encode_reference, where_written
from refconv.core.losses import predict_decoded
from refconv.core.model import Name, Reference
from tests.core.cards import CARDS, carry

Pairs = tuple[tuple[str, str], ...]
DARWIN = Name(family="Darwin")

# (native type, keys and values of the record, the reference)
BOTH_WAYS: list[tuple[str, Pairs, dict[str, Any]]] = [
    ("book", (("T", "A"),), {"type": "book", "title": "A"}),
    ("book", (("A", "Darwin"), ("A", "Wallace")),
     {"type": "book", "author": [DARWIN, Name(family="Wallace")]}),
    # A fact of the list, never a person.
    ("book", (("A", "Darwin"), ("A", "...")),
     {"type": "book", "author": [DARWIN], "et_al": ["author"]}),
    # One key, two variables, by type.
    ("book", (("N", "2"),), {"type": "book", "edition": "2"}),
    ("paper", (("N", "2"),), {"type": "article-journal", "volume": "2"}),
    ("thing", (("Y", "1859"),), {"type": "document", "issued": "1859"}),
    # A type of which another one would be written.
    ("novel", (("T", "A"),), {"type": "book", "title": "A", "custom": [("card:type", "novel")]}),
    # A key that no field takes.
    ("book", (("T", "A"), ("Z", "z")), {"type": "book", "title": "A", "custom": [("card:Z", "z")]}),
    # One value spread over two keys.
    ("paper", (("P", "1"), ("L", "9")),
     {"type": "article-journal", "page": "1-9", "custom": [("card:P", "1"), ("card:L", "9")]}),
    ("paper", (("P", "1-9"),), {"type": "article-journal", "page": "1-9"}),
]  # fmt: skip


@pytest.mark.parametrize(("native", "fields", "values"), BOTH_WAYS)
def test_both_ways(native: str, fields: Pairs, values: dict[str, Any]) -> None:
    record, reference = Record(native, "", fields), Reference(**values)

    assert decode_record(CARDS, record) == (reference, [])
    assert encode_reference(CARDS, reference, carry).record == record


# (native type, keys and values, the reference, codes of the diagnostics with their variables)
DECODED: list[tuple[str, Pairs, dict[str, Any], list[tuple[Code, str]]]] = [
    # Another spelling of a key is only read; the main one wins.
    ("book", (("TITLE", "A"),), {"type": "book", "title": "A"}, []),
    ("book", (("TITLE", "B"), ("T", "A")),
     {"type": "book", "title": "A", "custom": [("card:TITLE", "B")]}, []),
    # A value that the codec does not use is kept.
    ("book", (("T", "A"), ("T", "B")),
     {"type": "book", "title": "A", "custom": [("card:T", "B")]}, []),
    # So is one that it cannot read, which is reported.
    ("book", (("Y", "x"),), {"type": "book", "custom": [("card:Y", "x")]},
     [(Code.BAD_VALUE, "issued")]),
    # A type that the table does not have.
    ("map", (), {"type": "document", "custom": [("card:type", "map")]}, [(Code.UNKNOWN_TYPE, "")]),
    # A key of a field of another type; what is kept stands in the order of the record.
    ("thing", (("Z", "z"), ("E", "3"), ("Y", "x")),
     {"custom": [("card:Z", "z"), ("card:E", "3"), ("card:Y", "x")]}, [(Code.BAD_VALUE, "issued")]),
    # An empty value is kept, and no field sees it.
    ("book", (("T", ""), ("T", "A")),
     {"type": "book", "title": "A", "custom": [("card:T", "")]}, []),
]  # fmt: skip


@pytest.mark.parametrize(("native", "fields", "values", "found"), DECODED)
def test_decoding(
    native: str, fields: Pairs, values: dict[str, Any], found: list[tuple[Code, str]]
) -> None:
    reference, diagnostics = decode_record(CARDS, Record(native, "", fields))

    assert reference == Reference(**values)
    assert [(one.code, one.data.get("variable", "")) for one in diagnostics] == found


def test_a_diagnostic_has_the_line_and_the_keys_of_its_values() -> None:
    record = Record("book", "a", (("T", "A"), ("Y", "x")), line=5, lines=(6, 7))

    _, [diagnostic] = decode_record(CARDS, record)

    assert (diagnostic.line, diagnostic.data["keys"]) == (7, "Y")


# (the reference; the record; what reading it gives)
ENCODED: list[tuple[dict[str, Any], str, Pairs, dict[str, Any]]] = [
    # A variable without a field is lost, for this type or for all.
    ({"type": "book", "volume": 2, "note": "n"}, "book", (), {"type": "book"}),
    # A type without a pair is written as the fallback.
    ({"type": "map", "title": "A"}, "thing", (("T", "A"),), {"title": "A"}),
    # A value is encoded as the syntax carries it.
    ({"title": "A\nB"}, "thing", (("T", "A B"),), {"title": "A B"}),
    # A value that the syntax cannot carry.
    ({"title": "!"}, "thing", (), {}),
    # A key of custom whose field is empty.
    ({"custom": [("card:T", "A")]}, "thing", (("T", "A"),), {"title": "A"}),
    # Keys of other formats, and those that the syntax cannot carry.
    ({"custom": [("ris:U1", "x"), ("card:LONG", "x")]}, "thing", (), {}),
    # A key of custom beside the same key of a field.
    ({"title": "A", "custom": [("card:T", "B")]}, "thing", (("T", "A"),), {"title": "A"}),
    # The native type counts as long as it may be written and fits the reference's type.
    ({"type": "map", "custom": [("card:type", "novel")]}, "thing", (), {}),
    ({"custom": [("card:type", "wall map")]}, "thing", (), {}),
    ({"custom": [("card:type", "map")]}, "map", (), {"custom": [("card:type", "map")]}),
]  # fmt: skip


@pytest.mark.parametrize(("values", "native", "fields", "back"), ENCODED)
def test_encoding(values: dict[str, Any], native: str, fields: Pairs, back: dict[str, Any]) -> None:
    encoded = encode_reference(CARDS, Reference(**values), carry)

    assert encoded.record == Record(native, "", fields)
    assert decode_record(CARDS, encoded.record)[0] == Reference(**back)
    assert predict_decoded(CARDS, CARDS, encoded) == Reference(**back)


def test_a_reference_is_encoded_with_the_type_that_it_is_read_as() -> None:
    encoded = encode_reference(CARDS, Reference("map", "a", title="T"), carry)

    assert encoded.reference == Reference("document", "a", title="T")
    assert encoded.custom == []


def test_where_a_variable_is_written() -> None:
    assert where_written(CARDS, "book")["edition"] == "N"
    assert where_written(CARDS, "paper")["volume"] == "N"
    assert "edition" not in where_written(CARDS, "paper")
