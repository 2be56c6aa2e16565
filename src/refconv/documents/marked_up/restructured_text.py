r"""reStructuredText: citations and footnotes (``.. [Smith2010] …``) are items with their keys.

Source: docutils, "reStructuredText Markup Specification" (citations, footnotes, inline markup).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.documents.carrier import Carrier, Document
from refconv.documents.marked_up.inline_markup import BARE_ADDRESS, Inline, InlineRule
from refconv.documents.marked_up.light_markup import Lines, SourceLine, read_markup

INLINE = Inline(
    (
        InlineRule("text", r"``(?P<text>[^`\n]{1,500})``"),
        InlineRule("link", r"`(?P<text>[^`<>]{1,600}?)\s{0,3}<(?P<url>[^<>`]{1,600})>`__?"),
        InlineRule("link", r"`(?P<text>[^`<>]{1,400})`__?(?!\w)"),
        InlineRule("sub", r":sub:`(?P<text>[^`]{1,60})`\\?"),
        InlineRule("sup", r":sup:`(?P<text>[^`]{1,60})`\\?"),
        InlineRule("i", r":(?:title|emphasis|title-reference|t):`(?P<text>[^`]{1,400})`"),
        InlineRule("text", r":[a-z][a-z:+.-]{1,40}:`(?P<text>[^`<>]{1,400})(?:<[^<>`]{1,300}>)?`"),
        InlineRule("i", r"`(?P<text>[^`]{1,400})`"),
        InlineRule("drop", r"\[[\w#*.-]{1,40}\]_(?!\w)"),
        InlineRule("drop", r"\\[ \n]"),
        InlineRule("escape", r"\\[^\s\w]|\\(?=\w)."),
        BARE_ADDRESS,
        InlineRule("b", r"\*\*(?=\S)(?P<text>(?:[^*\n]|\n(?!\s*\n)|\*(?!\*)){1,800}?)(?<=\S)\*\*"),
        InlineRule("i", r"\*(?=[^\s*])(?P<text>(?:[^*\n]|\n(?!\s*\n)){1,800}?)(?<=\S)\*(?!\*)"),
    )
)
"""reStructuredText within lines."""

_CITATION = re.compile(r"(?P<indent>[ \t]{0,20})\.\.[ \t]+\[(?P<name>[^\[\]\n]{1,60})\][ \t]*")
_TARGET = re.compile(
    r"[ \t]{0,20}\.\.[ \t]+_`?(?P<name>[^:`\n]{1,200})`?:[ \t]*(?P<url>\S{0,600})[ \t]*$"
)
_DIRECTIVE = re.compile(r"(?P<indent>[ \t]{0,20})\.\.(?:[ \t]|$)")
_UNDERLINE = re.compile(r"([=\-~^\"'#*+`:._<>])\1{2,}[ \t]*$")
_BULLET = re.compile(r"[ \t]{0,20}(?:[-*+•]|(?P<number>\d{1,4}|#)[.)])[ \t]+(?=\S)")
_INDENT = re.compile(r"[ \t]*")


def _lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    # How far the citation, or the directive, whose block goes on is indented.
    citation = directive = -1
    for line in lines:
        words = text[line.start : line.end].rstrip("\r\n")
        match = _INDENT.match(words)
        indent = match.end() if match else 0
        if not words.strip():
            out.add(line.start, line.start)
            continue
        if citation >= 0 and indent > citation:
            out.add(line.start + indent, line.start + len(words))
            continue
        if directive >= 0 and indent > directive:
            continue
        if citation >= 0:
            out.end_item()
        citation = directive = -1
        if (cited := _CITATION.match(words)) is not None:
            name = cited["name"].lstrip("#")
            is_number = name.isdigit() or name in ("", "*")
            out.begin_item("" if is_number else name, name if name.isdigit() else "")
            out.add(line.start + cited.end(), line.start + len(words))
            citation = len(cited["indent"])
        elif (target := _TARGET.match(words)) is not None:
            out.urls[target["name"].strip().casefold()] = target["url"]
        elif (start := _DIRECTIVE.match(words)) is not None:
            directive = len(start["indent"])
        elif _UNDERLINE.match(words):
            out.blank(line.start)
        else:
            _add(words, line, out)


def _add(words: str, line: SourceLine, out: Lines) -> None:
    """Add a line of text, with its bullet or number."""
    bullet = _BULLET.match(words)
    if bullet is None:
        out.add(line.start, line.start + len(words))
        return
    number = bullet["number"]
    before = f"{number}. " if number and number != "#" else "- "
    out.add(line.start + bullet.end(), line.start + len(words), before)


def read(text: str) -> Document:
    """Read reStructuredText; never raises."""
    return read_markup(text, _lines, INLINE)


_MARK = re.compile(
    r"^[ \t]{0,20}\.\. (?:\[[^\[\]\n]{1,60}\][ \t]+\S|_[^:\n]{1,200}:|[a-z-]{3,30}::)"
    r"|`[^`<>\n]{1,300} <https?://[^<>\s]{1,300}>`_",
    re.MULTILINE,
)


def recognises(text: str) -> bool:
    """Return whether a text has the marks of reStructuredText.

    >>> recognises(".. [Ng01] Ng, A. *Rivers*. 2001."), recognises("... [sic]")
    (True, False)
    """
    return _MARK.search(text) is not None


CARRIER = Carrier("rst", "reStructuredText", read, recognises=recognises)
