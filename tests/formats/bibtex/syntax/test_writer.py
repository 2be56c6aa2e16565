"""Records to text, and what the text can hold."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.bibtex.syntax.name_lists import NativeName
from refconv.formats.bibtex.syntax.writer import carry_with, join_with, legal_id, legal_type
from refconv.formats.bibtex.table import STYLES

JOIN = join_with(STYLES.get)
CARRY = carry_with(STYLES.get)

FIELDS = [
    ("title", "A & B", r"title = {A \& B}"),
    ("url", "http://x/_%", "url = {http://x/_%}"),
    ("author", (NativeName("A.", "", "Lee"),), "author = {Lee, A.}"),
    ("author", "somebody", "author = {somebody}"),
    ("month", "jan", "month = jan"),
    ("month", "jan--feb", 'month = jan # "--" # feb'),
    ("month", "soon", "month = {soon}"),
]


@pytest.mark.parametrize(("key", "raw", "line"), FIELDS)
def test_fields(key: str, raw: Any, line: str) -> None:
    assert JOIN.entry(Record("misc", "a", ((key, raw),))) == f"@misc{{a,\n  {line},\n}}\n"


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Block("string", '@string{a = "b"}'), '@string{a = "b"}\n'),
        (Block("text", "words"), "words\n"),
        (Block("text", "words\n@misc{a}"), "% words\n% @misc{a}\n"),
    ],
)
def test_blocks(block: Block, text: str) -> None:
    assert JOIN([], [block]) == text


@pytest.mark.parametrize(
    ("key", "raw", "back"),
    [
        ("title", "a\x01  b", "a b"),
        ("title", " ", None),
        ("title", "", ""),
        ("title", 1, None),
        ("not a key", "a", None),
        ("url", "a}b\n", "a}b"),
        ("author", "Lee, A.", (NativeName("A.", "", "Lee"),)),
        ("author", (("A.", "", "Lee", "", ""),), (NativeName("A.", "", "Lee"),)),
        ("author", 1, None),
    ],
)
def test_what_the_text_can_hold(key: str, raw: Any, back: Any) -> None:
    assert CARRY(key, raw) == back


@pytest.mark.parametrize(
    ("key", "legal"), [("smith2020", "smith2020"), ("a b,c", "abc"), ("{é}", "é"), ("#", "")]
)
def test_keys(key: str, legal: str) -> None:
    assert legal_id(key) == legal


@pytest.mark.parametrize(
    ("name", "expected"), [("book", True), ("string", False), ("a b", False), ("x-1", True)]
)
def test_entry_types(name: str, expected: bool) -> None:
    assert legal_type(name) is expected
