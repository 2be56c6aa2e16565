"""Nodes of YAML → values."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.formats.yaml.nodes import Composer
from refconv.formats.yaml.values import YamlValues

VALUES: list[tuple[str, Any]] = [
    ("a: no", {"a": "no"}),
    (
        "a: ~\nb:\nc: ''\nd: null\ne: 'null'",
        {"a": None, "b": None, "c": "", "d": None, "e": "null"},
    ),
    ("a: [1, 2.5, x]", {"a": ["1", "2.5", "x"]}),
    ("a: !!python/object:os.system x", {"a": "x"}),
    ("a: |\n  one\n  two\n", {"a": "one\ntwo"}),
    ("a: >-\n  one\n  two\n", {"a": "one two"}),
    ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2", {"a": {"b": "1"}, "c": {"d": "2", "b": "1"}}),
    ("a: &x {b: 1}\nc: {<<: [*x], b: 2}", {"a": {"b": "1"}, "c": {"b": "2"}}),
    ("[a]: 1", {'["a"]': "1"}),
]


def value(text: str, *, typed: bool = False) -> tuple[Any, list[str]]:
    composer = Composer()
    (node,) = composer.compose(text, 1)
    values = YamlValues()
    return values.value(node, typed=typed), [str(found) for found in values.diagnostics]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values(text: str, expected: Any) -> None:
    assert value(text) == (expected, [])


def test_values_with_the_types_of_json() -> None:
    text = "[1, -2.5, 1e3, true, null, '1', 007, no, 0x1f]"

    assert value(text, typed=True)[0] == [1, -2.5, 1000.0, True, None, "1", "007", "no", "0x1f"]


def test_a_key_that_stands_twice() -> None:
    assert value("a: 1\na: [2]") == (
        {"a": "1"},
        [
            "<input>:2:0: warning: 'a' stands twice in a mapping"
            ' (the second value, ["2"], is left out) [duplicate-field]'
        ],
    )


def test_aliases_of_aliases_end() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]" for n in range(8)]

    found = value("\n".join(lines))[1]

    assert len(found) == 1
    assert "aliases make the entry too large" in found[0]
