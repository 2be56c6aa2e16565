"""Texts of HTML and JATS."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.values.html_text import (
    decode_entities,
    escape_entities,
    rich_paragraphs,
    rich_text,
)

ENTITIES = [
    ("Food &amp; Function", "Food & Function"),
    ("S&oacute;lyom", "Sólyom"),
    ("&#246; &#xF6;", "ö ö"),
    ("AT&T; R&D &copy &para", "AT&T; R&D &copy &para"),
    ("&amp;lt;", "&lt;"),
    # Not characters of a text.
    ("&#0; &#150; &#xD800; &#1114112;", "&#0; &#150; &#xD800; &#1114112;"),
    ("&nosuch;", "&nosuch;"),
]


@pytest.mark.parametrize(("raw", "text"), ENTITIES)
def test_entities(raw: str, text: str) -> None:
    assert decode_entities(raw) == text


@given(st.text() | st.lists(st.sampled_from("& amp; lt; #38; ; x".split())).map("".join))
def test_escaped_text_is_decoded_to_itself(text: str) -> None:
    assert decode_entities(escape_entities(text)) == text


TITLES = [
    ("A <i>cohort</i> study", "A <i>cohort</i> study"),
    ("A <em>b</em> <jats:bold>c</jats:bold>", "A <i>b</i> <b>c</b>"),
    ("H<jats:sub>2</jats:sub>O<sup>+</sup>", "H<sub>2</sub>O<sup>+</sup>"),
    ("<sc>nad</sc>", '<span style="font-variant:small-caps;">nad</span>'),
    ('a <span class="nocase">Bc</span>', 'a <span class="nocase">Bc</span>'),
    ("a <span class='x'>b</span>", "a b"),
    ("A\n   <i>B</i>\n C", "A <i>B</i> C"),
    ("&lt;i&gt;x&lt;/i&gt; &amp;amp; y", "<i>x</i> & y"),
    ("p < 0.05, a <foo> b", "p < 0.05, a <foo> b"),
    ("<mml:math><mml:mi>x</mml:mi></mml:math> y", "x y"),
    ("<inline-formula><tex-math>$x$</tex-math><math>x</math></inline-formula>", "x"),
    (" plain ", "plain"),
]


@pytest.mark.parametrize(("raw", "text"), TITLES)
def test_titles(raw: str, text: str) -> None:
    assert rich_text(raw) == text


ABSTRACTS = [
    ("<jats:p>One.</jats:p>\n  <jats:p>Two\n  lines.</jats:p>", "One.\n\nTwo lines."),
    ("<jats:title>Abstract</jats:title><jats:p>One.</jats:p>", "One."),
    ("<h4>Aim</h4>To see.<br/>And hear.", "Aim\n\nTo see.\n\nAnd hear."),
    ("One.\nTwo.", "One.\nTwo."),
]


@pytest.mark.parametrize(("raw", "text"), ABSTRACTS)
def test_abstracts(raw: str, text: str) -> None:
    assert rich_paragraphs(raw) == text
