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


# What pandoc makes of a list that citeproc has printed.
_CONTAINER = re.compile(r"(?P<indent>[ \t]{0,20})\.\. container::[ \t]*(?P<classes>[^\n]{0,200})$")
_OPTION = re.compile(
    r"[ \t]{1,40}:(?P<name>[a-z-]{1,20}):[ \t]*(?:ref-)?(?P<value>[^\n]{0,200}?)[ \t]*$"
)


class _Reader:
    """Reads the lines of one stretch of reStructuredText."""

    def __init__(self, text: str, out: Lines) -> None:
        self._text, self._out = text, out
        # How far the citation, or the directive, whose block goes on is indented.
        self._citation = self._directive = -1

    def read(self, line: SourceLine) -> None:
        """Read a line."""
        words = self._text[line.start : line.end].rstrip("\r\n")
        match = _INDENT.match(words)
        indent = match.end() if match else 0
        if not words.strip():
            self._out.add(line.start, line.start)
        elif self._citation >= 0 and indent > self._citation:
            self._go_on(line, words, indent)
        elif not (self._directive >= 0 and indent > self._directive):
            if self._citation >= 0:
                self._out.end_item()
            self._citation = self._directive = -1
            self._begin(line, words)

    def _go_on(self, line: SourceLine, words: str, indent: int) -> None:
        """Read a line of an item."""
        if (option := _OPTION.match(words)) is None:
            self._out.add(line.start + indent, line.start + len(words))
        elif option["name"] == "name":
            self._out.name_item(option["value"])

    def _begin(self, line: SourceLine, words: str) -> None:
        """Read a line outside of items."""
        if (cited := _CITATION.match(words)) is not None:
            name = cited["name"].lstrip("#")
            is_number = name.isdigit() or name in ("", "*")
            self._out.begin_item("" if is_number else name, name if name.isdigit() else "")
            self._out.add(line.start + cited.end(), line.start + len(words))
            self._citation = len(cited["indent"])
        elif (target := _TARGET.match(words)) is not None:
            self._out.urls[target["name"].strip().casefold()] = target["url"]
        elif (container := _CONTAINER.match(words)) is not None:
            if "csl-entry" in container["classes"].split():
                self._out.begin_item()
                self._citation = len(container["indent"])
        elif (start := _DIRECTIVE.match(words)) is not None:
            self._directive = len(start["indent"])
        elif _UNDERLINE.match(words):
            self._out.blank(line.start)
        elif not _OPTION.match(words):
            _add(words, line, self._out)


def _lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    reader = _Reader(text, out)
    for line in lines:
        reader.read(line)


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
