"""The items of an array, valid or damaged."""

from __future__ import annotations

from typing import Any

import pytest

import refconv
from refconv.core.codes import Code
from refconv.formats.chunks import Window, reader
from refconv.formats.json import items
from refconv.formats.json.items import Items, cut

TEXTS: list[tuple[str, list[Any], list[str]]] = [
    # text, values that are read, reasons of problems
    ('[{"a": 1}, {"b": 2}]', [{"a": 1}, {"b": 2}], []),
    ('{"items": [{"a": 1}]}', [{"a": 1}], []),
    ('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}], []),
    ("[1, null]", [1, None], []),
    ('[{"a": }, {"b": 2}]', [{"b": 2}], ["item"]),
    ('[{"a": "x\ny"}]', [{"a": "x\ny"}], ["odd-item"]),
    ('[{"a": [1, 2,], "b": ",}",}, {"c": 3},]', [{"a": [1, 2], "b": ",}"}, {"c": 3}], ["odd-item"]),
    ('[{"a": 1,, "b": 2}]', [{"a": 1, "b": 2}], ["odd-item"]),
    ('[{"a": 1}] more', [{"a": 1}], ["behind-array"]),
    ('[{"a": 1}][{"b": 2}]', [{"a": 1}, {"b": 2}], []),
    ('[{"a": 1}, {"b": [1, ', [{"a": 1}], ["item"]),
    ("[]", [], []),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "values", "reasons"), TEXTS)
def test_items(text: str, values: list[Any], reasons: list[str]) -> None:
    found = [*Items(Window(reader(text)))]

    assert [item.value for item in found if item.is_read] == values
    assert [item.problem.reason for item in found if item.problem is not None] == reasons


def test_an_item_has_its_place() -> None:
    text = '[{"a": 1}, {"b": 2}]'

    assert [text[item.start : item.end] for item in Items(Window(reader(text)))] == [
        '{"a": 1}', '{"b": 2}',
    ]  # fmt: skip


def test_chunks_begin_with_an_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "CHUNK_SIZE", 40)

    assert [*cut(Window(reader('[{"a": 1}, {"b": 2}, {"c": 3}]')))] == [
        '[{"a": 1}, ', '{"b": 2}, ', '{"c": 3}]',
    ]  # fmt: skip


DAMAGED = {
    "a name that is empty": ('[{"id": "a", "type": "book", "": 1, "custom": {"": 2}}]', {"a"}),
    "a number of too many digits": (
        '[{"id": "a", "volume": %s}, {"id": "b"}]' % ("9" * 5000),
        {"a", "b"},
    ),
    "a line end in a text": ('[{"id": "a", "title": "one\ntwo"}, {"id": "b"}]', {"a", "b"}),
    "nested too deeply": (
        '[{"id": "a", "x": %s}, {"id": "b"}]' % ("[" * 10**5 + "]" * 10**5),
        {"b"},
    ),
    "never closed": ('[{"id": "a"}, {"id": "b", "x": [1, \n{"id": "c"}', {"a"}),
    "text behind the array": ('[{"id": "a"}] and more', {"a"}),
    "two arrays": ('[{"id": "a"}]\n[{"id": "b"}]', {"a", "b"}),
}


@pytest.mark.parametrize(("text", "ids"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_array_is_read_as_far_as_it_can_be(text: str, ids: set[str]) -> None:
    read = refconv.read(text, "csl-json")
    written = refconv.write(read, "csl-json")

    assert {reference.id for reference in read} == ids
    assert refconv.read(written.text, "csl-json").references == refconv.apply(read, written.losses)
    if "two" not in text and '""' not in text and "}]\n[" not in text:
        assert Code.SYNTAX in {found.code for found in read.diagnostics}
