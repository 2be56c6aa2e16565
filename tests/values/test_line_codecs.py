"""Lists and paragraphs in lines of text."""

from __future__ import annotations

from refconv.values.line_codecs import KEYWORDS, NOTES


def test_keywords() -> None:
    assert KEYWORDS.decode((("a", "b; c", "d, e"),)).value == ("a", "b", "c", "d, e")
    assert KEYWORDS.encode(("<i>a</i>", "b; c")) == (("a", "b", "c"),)


def test_paragraphs_of_a_note() -> None:
    assert NOTES.decode((("a\nb", "c"),)).value == "a\nb\n\nc"
    assert NOTES.encode("a\nb\n\nc") == (("a\nb", "c"),)
