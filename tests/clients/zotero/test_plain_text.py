"""HTML in values, and HTML made of notes."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.plain_text import as_html_note, as_paragraphs, without_tags


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A <i>B</i> c", "A B c"),
        ('<span class="nocase">DNA</span>', "DNA"),
        ("H&lt;sub&gt;2", "H<sub>2"),
        ("a &amp;amp; b", "a &amp; b"),
        ("caf&eacute; &#233;", "café é"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("a  b", "a  b"),
        ("a  b & c", "a b & c"),
        ("a<b", "a"),
        ("a<!-- <i> -->b</>c", "abc"),
    ],
)
def test_tags_are_taken_out(value: str, text: str) -> None:
    assert without_tags(value) == text


@pytest.mark.parametrize(
    ("value", "note"),
    [
        ("a", "<p>a</p>"),
        ("a\nb\n\nc", "<p>a<br/>b</p><p>c</p>"),
        ("a  b", "<p>a&nbsp;&nbsp;b</p>"),
        ("a < b", "<p>a < b</p>"),
        ("<p>a</p>", "<p>a</p>"),
    ],
)
def test_notes(value: str, note: str) -> None:
    assert as_html_note(value) == note


def test_paragraphs_keep_spaces() -> None:
    assert as_paragraphs("a  b") == "<p>a  b</p>"
