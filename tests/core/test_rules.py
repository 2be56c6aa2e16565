"""The order in which the rules of a table are applied; each rule is tested with its format."""

from __future__ import annotations

import pytest

from refconv.core.fields import Codec, Decoded, Field, FieldMap, Record, types
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import ItemType, Reference
from refconv.core.rules import AnyRule, RecordRule, Rule, TypeRule

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
