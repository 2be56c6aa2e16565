"""Automatic numbers: counted by list and level."""

from __future__ import annotations

from refconv.documents.office.word_numbering import Numbering

XML = b"""<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


def test_labels() -> None:
    numbering = Numbering.of(XML)
    paragraphs = [("7", 0), ("7", 1), ("7", 1), ("8", 0), ("7", 0), ("7", 1), ("9", 0), ("7", 5)]

    assert [numbering.label(*one) for one in paragraphs] == [
        "3.", "3.a)", "3.b)", "•", "4.", "4.a)", "", "",
    ]  # fmt: skip


def test_no_numbers() -> None:
    assert Numbering.of(b"").label("1", 0) == ""
