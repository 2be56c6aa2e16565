"""BBCode, the markup of forums: ``[i]Rivers[/i]``, ``[url=…]…[/url]``, ``[list] [*] …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.documents.carrier import Carrier, Document
from refconv.documents.marked_up.inline_markup import ENTITY, Inline, InlineRule
from refconv.documents.marked_up.light_markup import Lines, SourceLine, read_markup

_PAIR = r"\[(?!/)[^\[\]]{0,300}\][^\[\n]{0,400}\[/[^\[\]]{1,20}\]"
_INNER = rf"(?P<text>(?:[^\[\n]|\n(?!\s*\n)|{_PAIR}|\[(?!/?[a-z])){{1,800}}?)"
_ALONE_TAGS = "quote|list|code|color|size|font|u|b|i|s|center|url"


def _pair(kind: str, tag: str) -> InlineRule:
    return InlineRule(kind, rf"\[(?:{tag})(?:=[^\[\]]{{0,100}})?\]{_INNER}\[/(?:{tag})\]")


INLINE = Inline(
    (
        InlineRule("link", rf"\[url=[\"']?(?P<url>[^\[\]\"']{{1,600}})[\"']?\]{_INNER}\[/url\]"),
        InlineRule("link", r"\[url\](?P<url>[^\[\]]{1,600})\[/url\]"),
        InlineRule("drop", r"\[img[^\[\]]{0,100}\][^\[\]]{0,400}\[/img\]"),
        _pair("i", "i|em|I"),
        _pair("b", "b|strong|B"),
        _pair("sub", "sub"),
        _pair("sup", "sup"),
        _pair("text", "u|s|color|size|font|center|left|right|quote|code|spoiler|justify"),
        InlineRule("drop", rf"\[/?(?:{_ALONE_TAGS})(?:=[^\[\]]{{0,100}})?\]"),
        ENTITY,
    )
)  # fmt: skip
"""BBCode within lines."""

_BULLET = re.compile(r"[ \t]{0,20}\[(?:\*|li)\][ \t]*")
_ALONE = re.compile(
    r"[ \t]{0,20}(?:\[/?(?:list|quote|code|ul|ol|hr)(?:=[^\[\]]{0,100})?\][ \t]*)+$"
)


def _lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    for line in lines:
        words = text[line.start : line.end].rstrip("\r\n")
        bullet = _BULLET.match(words)
        if not words.strip() or _ALONE.match(words):
            out.blank(line.start)
        elif bullet is not None:
            end = len(words) - (5 if words.endswith("[/li]") else 0)
            out.add(line.start + bullet.end(), line.start + end, "- ")
        else:
            out.add(line.start, line.start + len(words))


def read(text: str) -> Document:
    """Read BBCode; never raises."""
    return read_markup(text, _lines, INLINE)


_MARK = re.compile(
    r"\[(i|b|u|em|sub|sup|quote|color|size)(?:=[^\[\]\n]{0,100})?\][^\[\n]{1,400}\[/\1\]"
    r"|\[url(?:=[^\[\]\n]{1,400})?\][^\[\]\n]{1,400}\[/url\]|\[list(?:=\w)?\]\s{0,20}\[\*\]"
)


def recognises(text: str) -> bool:
    """Return whether a text has the marks of BBCode.

    >>> recognises("Ng, A. [i]Rivers[/i]. 2001."), recognises("Ng [b] and [i]")
    (True, False)
    """
    return _MARK.search(text) is not None


CARRIER = Carrier("bbcode", "BBCode", read, recognises=recognises)
