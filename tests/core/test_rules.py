"""Two-way rules: their order, and their inverses. Each rule is tested with its format."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from refconv.core.fields import Codec, Decoded, Field, FieldMap, Record, types
from refconv.core.lens import decode_record, encode_reference
from refconv.core.losses import predict_decoded
from refconv.core.model import ItemType, Reference
from refconv.core.rules import AnyRule, RecordRule, Rule, TypeRule
from refconv.io.api import FORMATS
from refconv.strategies import references
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


def test_a_rule_is_asked_if_a_rule_before_it_has_added_what_it_needs() -> None:
    first = Rule("volume", lambda one: one.changed(volume="1"), needs=frozenset({"title"}))
    second = Rule("issue", lambda one: one.changed(title="b"), needs=frozenset({"volume"}))
    table = evolve(CARDS, rules=(first, second))

    assert encode_reference(table, Reference(title="a"), carry).reference.title == "b"
    assert encode_reference(table, Reference(note="a"), carry).reference.title == ""


def _rules_with_needs() -> Iterator[Rule | TypeRule]:
    for format in FORMATS.values():
        for table in (format.table, *format.dialects.values()):
            for rule in table.rules:
                if isinstance(rule, Rule | TypeRule) and rule.needs is not None:
                    yield rule


def without(reference: Reference, names: AbstractSet[str]) -> Reference:
    empty = Reference()
    return reference.changed(**{name: getattr(empty, name) for name in names})


@settings(deadline=None)
@given(references())
def test_a_rule_changes_nothing_without_what_it_needs(reference: Reference) -> None:
    for rule in dict.fromkeys(_rules_with_needs()):
        bare = without(reference, rule.needs or set())
        if isinstance(rule, TypeRule) and rule.encode is not None:
            assert rule.encode(bare, "misc") == bare, rule.name
        if isinstance(rule, Rule) and rule.encode is not None:
            assert rule.encode(bare) == bare, rule.name
        if rule.decode is not None:
            assert rule.decode(bare) == bare, rule.name
