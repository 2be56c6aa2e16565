"""Org: lists, footnotes and links; headings with the properties of org-bibtex are records.

Source: the Org manual ("Markup for Rich Contents", "Hyperlinks", "Footnotes", "Property Syntax");
``ol-bibtex.el`` for the properties of a reference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refconv.documents.carrier import Carrier, Document, EmbeddedRecord
from refconv.documents.marked_up.inline_markup import Inline, InlineRule
from refconv.documents.marked_up.light_markup import Lines, SourceLine, read_markup

_EDGE = r"(?:^|(?<=[\s\-({'\"]))"
_END = r"(?=[\s\-.,;:!?'\")}\[]|$)"


def _emphasis(kind: str, mark: str) -> InlineRule:
    inner = rf"(?:[^{mark}\n]|\n(?!\s*\n)){{1,600}}?"
    return InlineRule(kind, rf"{_EDGE}{mark}(?=\S)(?P<text>{inner})(?<=\S){mark}{_END}")


INLINE = Inline(
    (
        InlineRule("link", r"\[\[(?P<url>[^\[\]]{1,600})\]\[(?P<text>[^\[\]]{1,600})\]\]"),
        InlineRule("link", r"\[\[(?P<url>https?://[^\[\]]{1,600})\]\]"),
        InlineRule("drop", r"\[fn:[\w-]{0,40}\](?!:)|\[cite[^\[\]\n]{1,300}\]"),
        InlineRule("keep", r"\bhttps?://[^\s<>\[\]\"*`|]{1,600}"),
        InlineRule("sub", r"_\{(?P<text>[^{}]{1,60})\}"),
        InlineRule("sup", r"\^\{(?P<text>[^{}]{1,60})\}"),
        _emphasis("i", "/"),
        _emphasis("b", r"\*"),
        _emphasis("text", "_"),
        _emphasis("text", "="),
        _emphasis("text", "~"),
        _emphasis("text", r"\+"),
    )
)
"""Org within lines."""

_HEADING = re.compile(
    r"\*{1,8}[ \t]+(?:(?:TODO|DONE)[ \t]+)?(?P<text>\S[^\n]{0,400}?)(?:[ \t]+:[\w:@]+:)?[ \t]*$"
)
_FOOTNOTE = re.compile(r"\[fn:(?P<name>[\w-]{1,40})\][ \t]*(?=\S)")
_BULLET = re.compile(
    r"[ \t]{0,20}(?:[-+•]|(?P<number>\d{1,4})[.)])[ \t]+(?:\[[ X-]\][ \t]+)?(?=\S)"
)
# pandoc names each entry of a list so.
_ENTRY = re.compile(r"<<ref-(?P<key>[^<>\n]{1,200})>>[ \t]*$")
_KEYWORD = re.compile(r"[ \t]{0,20}(?:#\+\w|# |:[A-Za-z_]{1,30}:)")
_PROPERTY = re.compile(
    r"[ \t]{0,20}:(?P<name>[A-Za-z_-]{1,40}):[ \t]*(?P<value>[^\n]{0,5000}?)[ \t]*$"
)


def _lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    place = 0
    heading: re.Match[str] | None = None
    while place < len(lines):
        line = lines[place]
        words = text[line.start : line.end].rstrip("\r\n")
        place += 1
        if (properties := _drawer(text, lines, place - 1)) is not None:
            place = properties[1]
            title = heading["text"] if heading else ""
            if (record := _record(properties[0], title, line.start)) is not None:
                out.embed(record)
        elif (entry := _ENTRY.match(words)) is not None:
            out.begin_item(entry["key"])
        elif not words.strip() or _KEYWORD.match(words):
            out.blank(line.start)
        elif (heading := _HEADING.match(words) or heading) is not None and heading.string == words:
            if _has_type(text, lines, place):
                continue
            out.blank(line.start)
            out.add(line.start + heading.start("text"), line.start + heading.end("text"))
            out.blank(line.start)
        else:
            _add(words, line, out)


def _add(words: str, line: SourceLine, out: Lines) -> None:
    """Add a line of text, with its bullet or number."""
    before, start = "", 0
    if (note := _FOOTNOTE.match(words)) is not None:
        before, start = (f"[{note['name']}] " if note["name"].isdigit() else "- "), note.end()
    elif (bullet := _BULLET.match(words)) is not None:
        before, start = (f"{bullet['number']}. " if bullet["number"] else "- "), bullet.end()
    out.add(line.start + start, line.start + len(words), before)


def _drawer(
    text: str, lines: Sequence[SourceLine], place: int
) -> tuple[dict[str, str], int] | None:
    """Return the properties of a drawer that begins here, and the place of the line after it."""
    if text[lines[place].start : lines[place].end].strip().upper() != ":PROPERTIES:":
        return None
    found: dict[str, str] = {}
    for after in range(place + 1, min(len(lines), place + _MOST)):
        match = _PROPERTY.match(text[lines[after].start : lines[after].end].rstrip("\r\n"))
        if match is None:
            return found, after
        if match["name"].upper() == "END":
            return found, after + 1
        found[match["name"].lower()] = match["value"]
    return found, place + 1


_MOST = 200
"""Lines of a drawer."""


def _has_type(text: str, lines: Sequence[SourceLine], place: int) -> bool:
    """Return whether a heading is that of a reference, which its properties describe."""
    drawer = _drawer(text, lines, place) if place < len(lines) else None
    return drawer is not None and "btype" in drawer[0]


_TYPE = re.compile(r"[A-Za-z]{3,20}")
_LEGAL = re.compile(r"[^\s{}(),=\"#%~\\']{1,200}")


def _record(properties: dict[str, str], title: str, place: int) -> EmbeddedRecord | None:
    """Return the record of org-bibtex's properties; ``None`` if they are others."""
    kind = properties.pop("btype", "")
    if _TYPE.fullmatch(kind) is None:
        return None
    key = properties.pop("custom_id", "")
    properties.setdefault("title", title)
    rows = [
        f"  {name} = {{{value}}}," for name, value in properties.items() if value and name.isalpha()
    ]
    key = key if _LEGAL.fullmatch(key) else "org"
    return EmbeddedRecord(
        "bibtex", "\n".join([f"@{kind}{{{key},", *rows, "}"]), place, "properties", keeps_id=True
    )


def read(text: str) -> Document:
    """Read Org; never raises."""
    return read_markup(text, _lines, INLINE)


_MARK = re.compile(
    r"^#\+(?:TITLE|BEGIN_SRC|begin_src|title|STARTUP|OPTIONS|bibliography)\b"
    r"|^[ \t]{0,20}:BTYPE:[ \t]|^<<ref-[^<>\n]{1,200}>>[ \t]*$"
    r"|\[\[https?://[^\[\]\n]{1,400}\](?:\[|\])|^\[fn:[\w-]{1,40}\][ \t]",
    re.MULTILINE,
)


def recognises(text: str) -> bool:
    """Return whether a text has the marks of Org.

    >>> recognises("[[https://a.example][Rivers]]"), recognises("* Ng, A. Rivers.")
    (True, False)
    """
    return _MARK.search(text) is not None


CARRIER = Carrier("org", "Org", read, recognises=recognises)
