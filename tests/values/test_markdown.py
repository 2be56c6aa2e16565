"""Markdown of pandoc ↔ CSL's rich text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.values.markdown import from_markdown, to_markdown

READ = [
    ("*Homo sapiens* in 5 * 3", "<i>Homo sapiens</i> in 5 * 3"),
    ("_it_ and snake_case_name", "<i>it</i> and snake_case_name"),
    ("**b**, __b__ and ***both***", "<b>b</b>, <b>b</b> and <b><i>both</i></b>"),
    ("H~2~O and x^2^, a ~ b ~ c", "H<sub>2</sub>O and x<sup>2</sup>, a ~ b ~ c"),
    ("[SARS]{.nocase} virus", '<span class="nocase">SARS</span> virus'),
    ("[Smith]{.smallcaps}", '<span style="font-variant:small-caps;">Smith</span>'),
    ("[sic] and [a](b)", "[sic] and [a](b)"),
    ("$x_i^2$, $5 and $6", "$x_i^2$, $5 and $6"),
    ("`code_x_y`", "`code_x_y`"),
    (r"\*no\* \\ \_", r"*no* \ _"),
    ("AT&amp;T, A & B, &eacute;", "AT&T, A & B, é"),
    ("1939--1945, no---yes, ----", "1939–1945, no—yes, ----"),
    ("<i>as it is</i>", "<i>as it is</i>"),
    ("*open", "*open"),
    ("plain", "plain"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_reading(text: str, expected: str) -> None:
    assert from_markdown(text) == expected


WRITTEN = [
    ("<i>Homo</i> 2*3", "*Homo* 2*3"),
    ("a *b* c", r"a \*b\* c"),
    ("a -- b", r"a \-\- b"),
    ("H<sub>2</sub>O", "H~2~O"),
    ("a<sup>b c</sup>", "a<sup>b c</sup>"),
    ("&amp;", r"\&amp;"),
    ("plain", "plain"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_writing(text: str, expected: str) -> None:
    assert to_markdown(text) == expected


pieces = st.sampled_from(
    [
        *"*_~^[]$`&-\\a b1;<>{}.",
        *("<i>", "</i>", "<b>", "</b>", "<sub>", "</sub>", "]{.nocase}", "&amp;", "--", "---"),
        *('<span class="nocase">', "</span>", "***"),
    ]
)


@given(text=st.lists(pieces, max_size=14).map("".join) | st.text())
def test_what_is_written_is_read_as_the_same(text: str) -> None:
    assert from_markdown(to_markdown(text)) == text


@pytest.mark.parametrize("mark", ["*", "_", "[", "~", "^", "$", "`", "&", "<a ", "*a ", "[a "])
def test_time_grows_with_the_length(mark: str) -> None:
    assert from_markdown(mark * 50_000)
