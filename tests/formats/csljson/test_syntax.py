"""CSL-JSON to records and back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refconv.core.codes import Code
from refconv.core.fields import Record
from refconv.formats.csljson import FORMAT
from refconv.formats.csljson.syntax import JOIN, carry, encoded, ids, legal_id

FILES: list[tuple[str, list[tuple[str, str, dict[str, Any]]], list[Code]]] = [
    ('[{"id": "a", "type": "book", "title": "T"}]', [("book", "a", {"title": "T"})], []),
    ('[{"id": 7, "type": "book"}]', [("book", "7", {})], []),
    ('[{"id": "a"}]', [("document", "a", {})], [Code.MISSING_TYPE]),
    ('[1, {"id": "a", "type": "book"}]', [("book", "a", {})], [Code.STRAY_TEXT]),
    ('{"x": 1, "items": [{"id": "a", "type": "book"}]}', [("book", "a", {})], []),
    ('[{"id": "a", "type": }]', [], [Code.SYNTAX]),
]


@pytest.mark.parametrize(("text", "records", "codes"), FILES)
def test_records(
    text: str, records: list[tuple[str, str, dict[str, Any]]], codes: list[Code]
) -> None:
    split = FORMAT.split(text)

    assert [(r.type, r.id, dict(r.fields)) for r in split.records] == records
    assert [diagnostic.code for diagnostic in split.diagnostics] == codes


def test_an_item_is_written_with_a_variable_on_each_line() -> None:
    record = Record("book", "a", (("title", "T"), ("issued", {"date-parts": [[2019, 5]]})))

    assert JOIN([record]) == (
        '[\n  {\n    "id": "a",\n    "type": "book",\n    "title": "T",\n'
        '    "issued": {"date-parts": [[2019, 5]]}\n  }\n]\n'
    )


@pytest.mark.parametrize("value", ["é\n", 1, [1, [2, [3, [4]]]], {"a": None}, 1.5, True])
def test_values_are_encoded_as_the_standard_library_does(value: Any) -> None:
    assert encoded(value) == json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(
    ("raw", "back"),
    [("a\ud800", "a\ufffd"), ((1, 2), [1, 2]), ({"a": [1]}, {"a": [1]}), (object(), None)],
)
def test_what_json_can_hold(raw: Any, back: Any) -> None:
    assert carry("x", raw) == back


def test_ids() -> None:
    assert [*ids('[{"id": "a"}, {"id" : "b"}]')] == ["a", "b"]
    assert legal_id("a\ud800") == "a\ufffd"
