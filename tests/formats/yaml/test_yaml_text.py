"""Values → YAML text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.yaml.nodes import Composer
from refconv.formats.yaml.values import YamlValues
from refconv.formats.yaml.yaml_text import flow, scalar, yaml_lines
from refconv.strategies import texts

SCALARS = [
    ("A title", "A title"),
    ("On moss, ferns & more", "On moss, ferns & more"),
    ("https://example.org/a?b=c", "https://example.org/a?b=c"),
    ("10.1000/a_b", "10.1000/a_b"),
    ("A: b", '"A: b"'),
    ("A:", '"A:"'),
    ("#1", '"#1"'),
    ("no", '"no"'),
    ("Null", '"Null"'),
    ("1984", '"1984"'),
    ("- a", '"- a"'),
    ("a\nb", '"a\\nb"'),
    ("a\u2028b\x7f", '"a\\u2028b\\u007f"'),
    ("", '""'),
    (" a", '" a"'),
    ("a ", '"a "'),
    ("\ud800", '"\ufffd"'),
]


@pytest.mark.parametrize(("text", "expected"), SCALARS)
def test_scalar(text: str, expected: str) -> None:
    assert scalar(text) == expected


@pytest.mark.parametrize("text", ["5", "2018", "12-20", "2018-03-05", "978-0-306-40615-7"])
def test_numbers_stand_without_quotes_where_they_may(text: str) -> None:
    assert scalar(text, is_number=True) == text


@pytest.mark.parametrize("text", ["007", "1:20", "1e5", "0x1f", "1_000", "+1", ".5"])
def test_what_yaml_may_take_for_another_number_is_quoted(text: str) -> None:
    assert scalar(text, is_number=True) == f'"{text}"'


values = st.recursive(
    texts() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


def without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [*map(without_surrogates, value)]
    return {without_surrogates(k): without_surrogates(v) for k, v in value.items()}


@given(value=st.dictionaries(st.text(max_size=3), values, min_size=1).map(without_surrogates))
def test_what_is_written_reads_the_same(value: Any) -> None:
    text = "\n".join(yaml_lines(value))
    (node,) = Composer().compose(text, 1)

    assert YamlValues().value(node) == value


def test_flow_is_json() -> None:
    assert flow({"a": [1, None, True, "x"]}) == '{"a": [1, null, true, "x"]}'


def test_a_long_key_is_written_so_that_it_is_read() -> None:
    value = {"k" * 3_000: "x", "b": {"l" * 3_000: ["y"]}}
    (node,) = Composer().compose("\n".join([*yaml_lines(value), f"c: {flow(value)}"]), 1)

    assert YamlValues().value(node) == {**value, "c": value}
