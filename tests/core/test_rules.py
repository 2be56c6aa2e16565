"""Two-way rules: their order, and their inverses. Each rule is tested with its format."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from refconv.core.fields import Codec, Decoded, Field, FieldMap, Record, types
from refconv.core.lens import decode_record, encode_reference
from refconv.core.losses import predict_decoded
from refconv.core.model import ItemType, Reference
from refconv.core.rules import AnyRule, RecordRule, Rule, TypeRule
from tests.core.cards import BOOKS, CARDS, carry

TEXT = Codec(lambda raws: Decoded(raws[0][0]), lambda value: ((value,),))


def added(reference: Reference, letter: str) -> Reference:
    return reference.changed(title=reference.title + letter)


def rule(letter: str, *kinds: str) -> Rule:
    """Return a rule that adds a letter to the title; a small one when it is decoded."""
    return Rule(
        letter,
        lambda reference: added(reference, letter),
        lambda reference: added(reference, letter.lower()),
        types(*kinds) if kinds else None,
    )


TYPE = TypeRule(
    "T",
    lambda reference, native: added(reference, f"T({native})"),
    lambda reference: added(reference, "t"),
)


def _with_letter(record: Record, letter: str) -> Record:
    fields = tuple((key, raw + letter) for key, raw in record.fields)
    return Record(record.type, record.id, fields)


RECORD = RecordRule(
    "R",
    lambda record, _reference: _with_letter(record, "R"),
    lambda record: _with_letter(record, "r"),
)


@pytest.mark.parametrize(
    ("rules", "encoded", "decoded"),
    [
        ((), "-", "-"),
        ((rule("A"),), "-A", "-a"),
        # Encoding applies them from first to last, decoding from last to first.
        ((rule("A"), rule("B")), "-AB", "-ba"),
        ((rule("A", "book"), rule("B", "map")), "-A", "-a"),
        ((Rule("A"), rule("B")), "-B", "-b"),
        # Those of types are encoded before the others, and decoded after them.
        ((rule("A"), TYPE), "-T(b)A", "-at"),
        # Those of records are encoded after the fields, and decoded before them.
        ((RECORD, rule("A"), TYPE), "-T(b)AR", "-rat"),
    ],
)
def test_the_order_of_rules(rules: tuple[AnyRule, ...], encoded: str, decoded: str) -> None:
    table = FieldMap(
        "x",
        "type",
        (("b", ItemType.BOOK),),
        ("b", ItemType.BOOK),
        (Field(("T",), "title", TEXT),),
        rules=rules,
    )
    reference = Reference("book", "a", title="-")

    record = encode_reference(table, reference, lambda _key, raw: raw).record
    back, diagnostics = decode_record(table, Record("b", "a", (("T", "-"),)))

    assert record == Record("b", "a", (("T", encoded),))
    assert (back, diagnostics) == (reference.changed(title=decoded), [])


def marked(mark: str, types: frozenset[ItemType] | None = None) -> Rule:
    """Return a rule that puts a mark behind the title, and takes it away again."""
    return Rule(
        f"title with {mark}",
        lambda reference: reference.changed(title=reference.title + mark),
        lambda reference: reference.changed(title=reference.title.removesuffix(mark)),
        types,
    )


def _encode_map(reference: Reference, native: str) -> Reference:
    is_map = native == "thing" and reference.type == "map"
    return reference.changed(volume="map") if is_map else reference


def _decode_map(reference: Reference) -> Reference:
    return reference.changed(type="map", volume="") if reference.volume == "map" else reference


MAP = TypeRule("map as a thing", _encode_map, _decode_map)
"""A type rule sees the type before it is that of the record, and may bring it back."""

UPPER = RecordRule(
    "titles in capitals",
    lambda record, _: evolve(record, fields=tuple((k, raw.upper()) for k, raw in record.fields)),
    lambda record: evolve(record, fields=tuple((k, raw.lower()) for k, raw in record.fields)),
)

CASES: list[tuple[tuple[AnyRule, ...], dict[str, Any], str, tuple[tuple[str, str], ...]]] = [
    ((marked("!"),), {"title": "a"}, "thing", (("T", "a!"),)),
    # Encoded from first to last, decoded from last to first.
    ((marked("!"), marked("?")), {"title": "a"}, "thing", (("T", "a!?"),)),
    # For some types.
    ((marked("!", BOOKS),), {"title": "a"}, "thing", (("T", "a"),)),
    ((marked("!", BOOKS),), {"type": "book", "title": "a"}, "book", (("T", "a!"),)),
    ((MAP,), {"type": "map", "title": "a"}, "thing", (("T", "a"), ("N", "map"))),
    ((UPPER,), {"title": "a"}, "thing", (("T", "A"),)),
    # Whatever the order of the list: types first, then references, then records.
    ((UPPER, marked("!"), MAP), {"type": "map", "title": "a"}, "thing",
     (("T", "A!"), ("N", "MAP"))),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "values", "native", "fields"), CASES)
def test_a_rule_and_its_inverse(
    rules: tuple[AnyRule, ...],
    values: dict[str, Any],
    native: str,
    fields: tuple[tuple[str, str], ...],
) -> None:
    table, reference = evolve(CARDS, rules=rules), Reference(**values)

    encoded = encode_reference(table, reference, carry)

    assert encoded.record == Record(native, "", fields)
    assert decode_record(table, encoded.record)[0] == reference
    assert predict_decoded(table, table, encoded) == reference


def test_a_rule_may_be_one_way() -> None:
    written = evolve(CARDS, rules=(evolve(marked("!"), decode=None),))
    read = evolve(CARDS, rules=(evolve(marked("!"), encode=None),))

    record = encode_reference(written, Reference(title="a"), carry).record

    assert decode_record(written, record)[0].title == "a!"
    assert decode_record(read, record)[0].title == "a"
    assert encode_reference(read, Reference(title="a"), carry).record.fields == (("T", "a"),)
