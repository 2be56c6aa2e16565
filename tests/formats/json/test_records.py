"""Records of JSON, and where they begin."""

from __future__ import annotations

import json
from typing import Any

import pytest

import refconv
from refconv.formats.base import Chunk
from refconv.formats.json.kinds import KINDS
from refconv.formats.json.records import is_empty, shown, values_of

WORK = '{"DOI": "10.1000/1", "score": 1, "reference-count": 0}'
ANSWER = f'{{"message-type": "work", "message": {WORK}}}'
TEXTS: list[tuple[str, list[tuple[int, int]]]] = [
    (WORK, [(1, 1)]),
    (f"[{WORK}, {WORK}]", [(1, 2), (1, 58)]),
    (f"{WORK}\n{WORK}", [(1, 1), (2, 1)]),
    (f'{{"message-type": "work",\n "message": {WORK}}}', [(2, 13)]),
    (f'{{"message-type": "work-list", "message": {{"x": [{{}}],\n"items": [{WORK},\n {WORK}]}}}}',
     [(2, 11), (3, 2)]),
    (f"[{ANSWER},\n {ANSWER}]", [(1, 38), (2, 38)]),
    (f'{{"items": [\n{WORK},\n {WORK}]}}', [(2, 1), (3, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), TEXTS)
def test_places(text: str, places: list[tuple[int, int]]) -> None:
    found = [*values_of(Chunk(text), KINDS["crossref"], [])]

    assert [(line, column) for _, line, column in found] == places


def test_a_diagnostic_of_a_value_has_the_column_of_its_item() -> None:
    bad = '{"DOI": "none", "title": ["A"], "reference-count": 0}'
    read = refconv.read(f"[{WORK}, {bad}]", "crossref")

    assert [(one.code, one.line, one.column) for one in read.diagnostics[1:]] == [
        (refconv.Code.BAD_VALUE, 1, 58)
    ]


def test_invalid_json_is_reported_and_the_rest_is_read() -> None:
    read = refconv.read(f'[{WORK}, {{"DOI": }}, {WORK}, 7]', "crossref")

    assert len(read.references) == 2
    assert [one.code for one in read.diagnostics] == ["left-out", "syntax", "stray-text"]


@pytest.mark.parametrize(
    ("raw", "empty"),
    [
        (None, True),
        ("", True),
        ([], True),
        ({}, True),
        ([None, [""]], True),
        ([[0]], False),
        (0, False),
        ("a", False),
    ],
)
def test_empty_values(raw: Any, empty: bool) -> None:
    assert is_empty(raw) is empty


def test_a_value_in_a_message_is_short() -> None:
    assert shown([1] * 100) == json.dumps([1] * 100)[:60]
