"""AsciiDoc: the items of a bibliography list (``* [[[label]]] …``) have their labels as keys.

Source: the AsciiDoc language documentation ("Bibliography", "Formatting text", "Links").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.documents.carrier import Carrier, Document
from refconv.documents.marked_up.inline_markup import ENTITY, Inline, InlineRule
from refconv.documents.marked_up.light_markup import Lines, SourceLine, is_enough, read_markup

INLINE = Inline(
    (
        InlineRule(
            "link", r"(?:link:)?(?P<url>https?://[^\s\[\]<>]{1,600})\[(?P<text>[^\[\]\n]{1,400})\]"
        ),
        InlineRule("link", r"(?:link:)?(?P<url>https?://[^\s\[\]<>]{1,600})\[\]"),
        InlineRule("drop", r"<<[^<>\n]{1,200}>>|indexterm:\[[^\[\]]{0,200}\]|\{[a-z-]{1,30}\}"),
        InlineRule("text", r"pass:[a-z]{0,3}\[(?P<text>[^\[\]]{0,400})\]"),
        InlineRule("text", r"\+{1,3}(?P<text>[^+\n]{1,300})\+{1,3}"),
        InlineRule("text", r"`{1,2}(?P<text>[^`\n]{1,300})`{1,2}"),
        InlineRule("keep", r"\bhttps?://[^\s<>\[\]\"*`|]{1,600}"),
        InlineRule("b", r"\*\*(?P<text>[^*\n]{1,400})\*\*"),
        InlineRule(
            "b", r"(?<![\w*])\*(?=\S)(?P<text>(?:[^*\n]|\n(?!\s*\n)){1,600}?)(?<=\S)\*(?![\w*])"
        ),
        InlineRule("i", r"__(?P<text>[^_\n]{1,400})__"),
        InlineRule("i", r"(?<!\w)_(?=\S)(?P<text>(?:[^_\n]|\n(?!\s*\n)){1,600}?)(?<=\S)_(?!\w)"),
        InlineRule("sup", r"\^(?P<text>[^\s^]{1,30})\^"),
        InlineRule("sub", r"(?<!~)~(?P<text>[^\s~]{1,30})~(?!~)"),
        InlineRule(
            "text", r"\[\.[\w.-]{1,60}\]#(?P<text>(?:[^#\n]|\n(?!\s*\n)|(?<=\S)#(?=\w)){1,2000}?)#"
        ),
        InlineRule("text", r"#(?P<text>[^#\n]{1,200})#"),
        InlineRule("escape", r"\\[*_`^~#]"),
        ENTITY,
    )
)
"""AsciiDoc within lines."""

_ANCHOR = re.compile(
    r"[ \t]{0,9}(?:[-*.]{1,5}[ \t]+)?\[\[\[(?P<key>[^\[\],\n]{1,60})"
    r"(?:,[ \t]?(?P<number>[^\[\]\n]{1,60}))?\]\]\][ \t]*"
)
# pandoc names each entry of a list so.
_ENTRY = re.compile(r"\[\[ref-(?P<key>[^\[\]\n]{1,200})\]\][ \t]*$")
_HEADING = re.compile(r"={1,6}[ \t]+(?P<text>\S[^\n]{0,300}?)[ \t=]*$")
_BULLET = re.compile(r"[ \t]{0,9}(?:[-*]{1,5}|\.{1,5}|(?P<number>\d{1,4})\.)[ \t]+(?=\S)")
_SKIPPED = re.compile(
    r"(?:\[[^\[\]\n]{0,200}\]|\[\[[^\[\]\n]{1,100}\]\]|:[\w!-]{1,40}:[^\n]{0,300}|//[^\n]{0,300}"
    r"|-{4,}|={4,}|\.{4,}|\*{4,}|_{4,}|/{4,}|\|={3,}|\+)[ \t]*$"
)


def _lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    for line in lines:
        words = text[line.start : line.end].rstrip("\r\n")
        if (entry := _ENTRY.match(words)) is not None:
            out.begin_item(entry["key"])
        elif not words.strip() or _SKIPPED.match(words):
            out.blank(line.start)
        elif (anchor := _ANCHOR.match(words)) is not None:
            number = anchor["number"] or ""
            out.begin_item(anchor["key"], number if number.isdigit() else "")
            out.add(line.start + anchor.end(), line.start + len(words))
        elif (heading := _HEADING.match(words)) is not None:
            out.blank(line.start)
            out.add(line.start + heading.start("text"), line.start + heading.end("text"))
            out.blank(line.start)
        elif (bullet := _BULLET.match(words)) is not None:
            out.end_item()
            before = f"{bullet['number']}. " if bullet["number"] else "- "
            out.add(line.start + bullet.end(), line.start + len(words), before)
        else:
            out.add(line.start, line.start + len(words))


def read(text: str) -> Document:
    """Read AsciiDoc; never raises."""
    return read_markup(text, _lines, INLINE)


_MARK = re.compile(
    r"^[ \t]{0,9}[-*.]{0,5}[ \t]{0,3}\[\[\[[^\[\]\n]{1,100}\]\]\][ \t]|^\[bibliography\][ \t]*$"
    r"|^={2,6} \S[^=\n]{1,80}$|\bhttps?://[^\s\[\]<>]{1,300}\[[^\[\]\n]{0,100}[^\W\d_]{3}[^\[\]\n]{0,300}\]",
    re.MULTILINE,
)


def recognises(text: str) -> bool:
    """Return whether a text has the marks of AsciiDoc.

    >>> recognises("* [[[ng01]]] Ng, A. _Rivers_. 2001."), recognises("see [[1]]")
    (True, False)
    """
    if "[[[" not in text and "==" not in text and "[bib" not in text and "://" not in text:
        return False
    return is_enough(len(_MARK.findall(text)), text, 1, 100)


CARRIER = Carrier("asciidoc", "AsciiDoc", read, recognises=recognises)
