"""The parts of a table: types, keys, and the fields for an item type."""

from __future__ import annotations

import pytest
from attrs import evolve

from refconv.core.fields import Codec, Decoded, Field, FieldMap, one_key_fields, types
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import ItemType, Reference
from refconv.core.rules import RecordRule, Rule
from tests.core.cards import CARDS, carry

TEXT = Codec(lambda raws: Decoded(raws[0][0]), lambda value: ((value,),))


def table(*fields: Field, keeps_foreign: bool = False, folds_case: bool = False) -> FieldMap:
    return FieldMap(
        prefix="x",
        type_key="type",
        types=(("b", ItemType.BOOK), ("e", ItemType.BOOK), ("b", ItemType.CLASSIC)),
        fallback=("m", ItemType.DOCUMENT),
        fields=fields,
        keeps_foreign=keeps_foreign,
        folds_case=folds_case,
    )


@pytest.mark.parametrize(
    ("native", "kind", "written"),
    [("b", "book", "b"), ("e", "book", "b"), ("z", None, "m"), ("B", None, "m")],
)
def test_types(native: str, kind: str | None, written: str) -> None:
    read = table().read_type(native)

    assert read == kind
    assert table().write_type(read or ItemType.DOCUMENT) == written


def test_a_type_with_no_pair_of_its_own_is_written_as_the_nearest() -> None:
    assert table().write_type(ItemType.CLASSIC) == "b"
    assert table().write_type(ItemType.MAP) == "m"


@pytest.mark.parametrize(
    ("keeps_foreign", "key", "custom_key"),
    [(False, "T", "x:T"), (False, "T:a", "x:T:a"), (True, "T", "x:T"), (True, "y:T", "y:T")],
)
def test_keys_of_custom(keeps_foreign: bool, key: str, custom_key: str) -> None:
    assert table(keeps_foreign=keeps_foreign).custom_key(key) == custom_key


@pytest.mark.parametrize(
    ("keeps_foreign", "custom_key", "native"),
    [
        (False, "x:T", "T"),
        (False, "x:T:a", "T:a"),
        (False, "y:T", None),
        (True, "x:T", "x:T"),
        (True, "y:T", "y:T"),
    ],
)
def test_native_keys(keeps_foreign: bool, custom_key: str, native: str | None) -> None:
    assert table(keeps_foreign=keeps_foreign).native_key(custom_key) == native


@pytest.mark.parametrize(("folds_case", "key"), [(False, "Title"), (True, "title")])
def test_case_is_folded_by_some_tables(folds_case: bool, key: str) -> None:
    folding = table(folds_case=folds_case)

    assert folding.fold("Title") == key
    assert folding.read_type("B") == ("book" if folds_case else None)


BOOKS = types("book")
FIELDS = (
    Field(("T",), "title", TEXT),
    Field(("N",), "number", TEXT),
    Field(("N",), "volume", TEXT, BOOKS),
    Field(("T", "S"), "title-short", TEXT),
    Field(("C",), "title", TEXT, types("chapter")),
)


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("map", ["T title", "N number"]),
        # A field that names types goes before one that does not.
        ("book", ["T title", "N volume"]),
        ("chapter", ["N number", "TS title-short", "C title"]),
    ],
)
def test_fields_for_a_type(kind: str, pairs: list[str]) -> None:
    fields = table(*FIELDS).fields_for(ItemType(kind))

    assert [f"{''.join(field.keys)} {field.variable}" for field in fields] == pairs


def test_one_key_fields() -> None:
    assert one_key_fields(TEXT, [("T", "title"), ("N", "number")]) == FIELDS[:2]


def test_rules_on_records() -> None:
    rule = RecordRule("a")
    with_rules = FieldMap("x", "type", (), ("m", ItemType.DOCUMENT), (), rules=(Rule("b"), rule))

    assert with_rules.record_rules == (rule,)


@pytest.mark.parametrize(
    ("repeats", "fields"),
    [(False, (("T", "A"),)), (True, (("T", "A"), ("T", "B")))],
)
def test_a_key_of_custom_is_written_beside_a_field_if_keys_may_repeat(
    repeats: bool, fields: tuple[tuple[str, str], ...]
) -> None:
    reference, cards = (
        Reference(title="A", custom=[("card:T", "B")]),
        evolve(CARDS, repeats=repeats),
    )

    record = encode_reference(cards, reference, carry).record

    assert record.fields == fields
    assert (decode_record(cards, record)[0] == reference) is repeats
