"""The lines of a value of RIS: which are one text, and how a value is read once it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.ris.wrapping import (
    LINK_TAGS,
    PROSE_TAGS,
    carried,
    carried_markup,
    escaped,
    joined_lines,
    looks_like_tag,
)

WIDE = "x" * 60


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TI  - A", True),
        ("XX  - A", True),
        # Spelled otherwise, a tag has to be a known one.
        ("ti - A", True),
        (" AU - B", True),
        ("TI \u2013 A", True),
        ("xx - A", False),
        ("TI-A", False),
        ("A - B", False),
        ("", False),
    ],
)
def test_looks_like_tag(line: str, expected: bool) -> None:
    assert looks_like_tag(line) is expected


@pytest.mark.parametrize(
    ("tag", "lines", "value"),
    [
        ("TI", ["a", "b"], "a b"),
        ("TI", ["a"], "a"),
        # A margin cuts an address anywhere.
        ("UR", ["https://example.org/a", "b"], "https://example.org/ab"),
        ("AB", ["a", "b"], "a\nb"),
        ("AB", [WIDE, WIDE, "b"], f"{WIDE} {WIDE} b"),
        ("N1", ["a", "ER  - b"], "a ER  - b"),
    ],
)
def test_joined_lines(tag: str, lines: list[str], value: str) -> None:
    assert joined_lines(tag, lines) == value


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("TI", " a\n b ", "a b"),
        ("UR", "a\nb", "a b"),
        ("AB", "a\n\n b", "a\nb"),
        ("AB", "a\nty  - x", "a ty  - x"),
        ("AB", f"{WIDE}\nb", f"{WIDE} b"),
        ("AB", "\x01", ""),
    ],
)
def test_carried(tag: str, text: str, value: str) -> None:
    assert carried(tag, text) == value


@given(
    st.sampled_from(sorted(PROSE_TAGS | LINK_TAGS | {"TI"})),
    st.text("a \n-TY\x01", max_size=30),
)
def test_a_value_that_is_carried_is_carried_unchanged(tag: str, text: str) -> None:
    once = carried(tag, text)

    assert carried(tag, once) == once


@pytest.mark.parametrize(
    ("text", "written", "back"),
    [
        ("On <i>E. coli</i>", "On &lt;i&gt;E. coli&lt;/i&gt;", "On <i>E. coli</i>"),
        ("H<sub>2</sub>O, p < 0.05", "H&lt;sub&gt;2&lt;/sub&gt;O, p &lt; 0.05", None),
        ('The <span class="nocase">HIV</span>', "The HIV", "The HIV"),
        ("AT&T <b>x</b>", "AT&T &lt;b&gt;x&lt;/b&gt;", None),
        ("plain", "plain", None),
    ],
)
def test_markup_that_zotero_keeps(text: str, written: str, back: str | None) -> None:
    assert escaped(text) == written
    assert carried_markup("TI", text) == (text if back is None else back)
