"""Text that is meant to be XML, and what the parser gets of it."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.xml.repair import repaired, repaired_with_places

# (text, legal XML)
TEXTS = [
    ("<a>b</a>", "<a>b</a>"),
    # Entities of XML, of HTML and of nobody.
    ("AT&T &amp; &lt;", "AT&amp;T &amp; &lt;"),
    ("caf&eacute; &nbsp;", "caf\u00e9 \u00a0"),
    ("&unheard; &a;", "&amp;unheard; &amp;a;"),
    ("&", "&amp;"),
    # References to characters.
    ("&#x41;&#65;", "&#x41;&#65;"),
    ("&#10;&#xD;", "&#13;&#13;"),
    ("&#0;&#1;&#xD800;&#xFFFE;&#x110000;&#99999999999;", ""),
    ("&#9;", "&#9;"),
    # Characters that XML does not have.
    ("a\x00b\x0cc\ufffe", "abc"),
    # Comments and character data.
    ("a<!-- b\n&x -->c", "a\nc"),
    ("<![CDATA[<i> & &x;]]>", "&lt;i&gt; &amp; &amp;x;"),
    ("<!-- a <![CDATA[ b -->]]>", "]]>"),
    ("a<!-- never closed", "a&lt;!-- never closed"),
    ("<![CDATA[ a <!-- b --> c", "&lt;![CDATA[ a  c"),
    # A declaration is left to the parser.
    ("<!DOCTYPE xml><a/>", "<!DOCTYPE xml><a/>"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_repaired(text: str, expected: str) -> None:
    assert repaired(text, 1)[0] == expected


# (text, what is reported once a file: its name, code and line)
REPORTED = [
    ("<a>b</a>", []),
    ("<a>\n\x00 \x01</a>", [("characters", "control-character", 8)]),
    ('<!DOCTYPE a [\n\n<!ENTITY b "c">]>', [("entities", "syntax", 9)]),
]


@pytest.mark.parametrize(("text", "found"), REPORTED)
def test_reported_once(text: str, found: list[tuple[str, str, int]]) -> None:
    _, once = repaired(text, 7)

    assert [(name, str(one.code), one.line) for name, one in once.items()] == found


@given(
    st.lists(
        st.sampled_from(
            [
                "&",
                "#",
                "x",
                "1",
                ";",
                "amp",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "\x00",
                "\n",
                "\ud800",
            ]
        )
    )
)
def test_what_is_repaired_has_no_entities_but_xmls_own(parts: list[str]) -> None:
    text, _ = repaired("".join(parts), 1)

    # What is left beside entities is markup that this test does not make.
    bare = text.replace("]]>", "").replace("<", "")
    expat.ParserCreate().Parse(f"<a>{bare}</a>", True)


PLACES = [
    "no entity >here",
    "&amp; &lt; >here",
    "&uuml;&#65;&unknown; & >here",
    "<!-- a\nb -->c >here",
    "<![CDATA[<a> & b]]> >here &uuml;",
    "a\x01 b &uuml; \x02\x03 >here\x04",
    "a <!-- b <!-- c --> &uuml; <![CDATA[ d >here",
]


@pytest.mark.parametrize("text", PLACES)
def test_places_of_a_repaired_text_are_those_of_the_original(text: str) -> None:
    shown, _, places = repaired_with_places(text, 1)
    place = shown.index("here")

    assert text[places.original(place) :][:4] == "here"
