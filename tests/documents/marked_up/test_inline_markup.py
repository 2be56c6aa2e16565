"""Rules of inline markup, alone and nested."""

from __future__ import annotations

import pytest

from refconv.documents.marked import MarkedSpan
from refconv.documents.marked_up.inline_markup import (
    ENTITY,
    HTML_TAGS,
    LINE_BREAK,
    Inline,
    InlineRule,
)

LINK = InlineRule("link", r"\[(?P<text>[^\[\]]{1,99})\]\((?P<url>[^()\s]{1,99})\)")
RULES = Inline(
    (LINK, InlineRule("b", r"\*\*(?P<text>.{1,99}?)\*\*"), InlineRule("escape", r"\\[*]"),
     *HTML_TAGS, LINE_BREAK, ENTITY)
)  # fmt: skip
DOI = "https://doi.org/10.1000/1"

CASES = [
    ("a **b** c", "a b c", {MarkedSpan(2, 3, "b")}),
    ("**a <em>b</em>**", "a b", {MarkedSpan(0, 3, "b"), MarkedSpan(2, 3, "i")}),
    (r"2\*3 &amp; 4<br>5", "2*3 & 4 5", set()),
    (f"[Nature]({DOI})", "Nature", {MarkedSpan(0, 6, "link", DOI)}),
    (f"see [PDF]({DOI})", "see doi:10.1000/1", {MarkedSpan(4, 17, "link", DOI)}),
    ("see [PDF](https://a.example/b)", "see ", set()),
    (
        "[On **bees** of water](https://a.example)",
        "On bees of water",
        {
            MarkedSpan(3, 7, "b"),
            MarkedSpan(0, 16, "link", "https://a.example"),
            MarkedSpan(0, 16, "label", "title"),
        },
    ),
    ("[Ng, A. and Roe 2001](https://a.example)", "Ng, A. and Roe 2001", None),
    ("[in the list](#list)", "in the list", set()),
    ("f[x](y)", "f[x](y)", set()),
]


@pytest.mark.parametrize(("source", "text", "spans"), CASES)
def test_inline_markup(source: str, text: str, spans: set[MarkedSpan] | None) -> None:
    read = RULES.read(source, 0, len(source), {})

    assert read.text == text
    assert len(read.offsets) == len(text)
    if spans is None:
        assert not any(one.kind == "label" for one in read.spans)
    else:
        assert {*read.spans} == spans


def test_offsets_are_those_of_the_source() -> None:
    read = RULES.read("a **b** c", 0, 9, {})

    assert [*read.offsets] == [0, 1, 4, 7, 8]


def test_nesting_is_bounded() -> None:
    source = "**<b>" * 500 + "x" + "</b>**" * 500

    assert "x" in RULES.read(source, 0, len(source), {}).text
