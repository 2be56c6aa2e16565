"""Texts of HTML and JATS."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv import Reference, read, write
from refconv.values.html_text import (
    decode_all_entities,
    decode_ampersands,
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


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Food &amp;amp; Function", "Food & Function"),
        ("p &amp;lt; 0.05", "p < 0.05"),
        ("&amp;" * 3 + "x", "&&&x"),
        ("&#38;#38;amp;", "&"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("none", "none"),
    ],
)
def test_entities_that_were_escaped_again(raw: str, text: str) -> None:
    assert decode_all_entities(raw) == text
    assert decode_all_entities(text) == text


def test_an_address_may_have_parameters_like_entities() -> None:
    assert decode_ampersands("?a=1&amp;copy;=2&lt;=3") == "?a=1&copy;=2&lt;=3"


# Formats without entities of their own, in which databases leave HTML's.
WITH_ENTITIES = {
    "ris": "TY  - JOUR\nTI  - {0}\nAU  - {1}\nT2  - {0}\nUR  - {2}\nXX  - {0}\nER  - \n",
    "bibtex": "@article{{a, title = {{{0}}}, author = {{{1}}}, journal = {{{0}}}, url = {{{2}}},\n"
    " xx = {{{0}}}}}",
    "enw": "%0 Journal Article\n%T {0}\n%A {1}\n%J {0}\n%U {2}\n",
    "nbib": "PMID- 1\nTI  - {0}\nFAU - {1}\nJT  - {0}\nURL - {2}\n",
    "wos": "PT J\nTI {0}\nAF {1}\nSO {0}\nER\n",
}


@pytest.mark.parametrize("name", WITH_ENTITIES)
def test_formats_decode_entities(name: str) -> None:
    address = "https://example.org/?a=1&amp;b=2" if name != "nbib" else ""
    text = WITH_ENTITIES[name].format("Food &amp; caf&eacute; &#8211; AT&T; x",
                                      "M&uuml;ller, J.", address)  # fmt: skip

    (reference,) = read(text, name).references

    assert reference.title == reference.container_title == "Food & café – AT&T; x"
    assert [person.family for person in reference.author] == ["Müller"]
    assert reference.URL in ("", "https://example.org/?a=1&b=2")


@pytest.mark.parametrize("name", ["ris", "enw", "wos"])
def test_an_entity_that_is_meant_literally_is_reported(name: str) -> None:
    reference = Reference(type="article-journal", id="a", title="The entity &amp; in HTML")

    written = write([reference], name)

    assert [loss.path for loss in written.losses if loss.path != "id"] == ["title"]
    assert read(written.text, name).references[0].title == "The entity & in HTML"
