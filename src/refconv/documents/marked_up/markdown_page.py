r"""Markdown, as pandoc, GitHub and language models write it.

Emphasis becomes rich text, links keep their addresses, footnotes and definitions of links are read
as what they are; tables whose columns are named, and BibTeX in a block of code, are records. Points
below an item that say nothing but why it matters are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from attrs import evolve

from refconv.core.lazy_pattern import lazy_pattern
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord
from refconv.documents.marked_up.inline_markup import (
    BARE_ADDRESS,
    ENTITY,
    HTML_LINK,
    HTML_TAGS,
    LINE_BREAK,
    Inline,
    InlineRule,
)
from refconv.documents.marked_up.light_markup import (
    Lines,
    SourceLine,
    is_enough,
    read_markup,
    table_record,
)

_ADDRESS = r"(?:[^()\s]|\([^()\s]{0,200}\)){1,800}"
_TITLE = r"(?:\s{1,5}[\"'(][^\"'\n]{0,300}[\"')])?"
_WORDS = r"(?:[^\[\]\n]|\n(?!\s*\n)|\[[^\[\]]{0,200}\]){1,600}?"
INLINE = Inline(
    (
        InlineRule("escape", r"\\[!-/:-@\[-`{-~]"),
        InlineRule("keep", r"\$(?=[^\s$])[^$\n]{1,300}(?<=\S)\$(?!\d)"),
        InlineRule("text", r"`{1,3}(?P<text>[^`\n]{1,500})`{1,3}"),
        InlineRule(
            "drop", rf"!\[[^\[\]]{{0,300}}\]\({_ADDRESS}{_TITLE}\)|<!--[\s\S]{{0,2000}}?-->"
        ),
        InlineRule("drop", r"\[\^[^\[\]\s]{1,40}\](?!:)"),
        InlineRule("link", rf"\[(?P<text>{_WORDS})\]\(<?(?P<url>{_ADDRESS})>?{_TITLE}\)"),
        # pandoc's spans: "[Ng A.]{.csl-right-inline}".
        InlineRule(
            "text",
            r"\[(?P<text>(?:[^\[\]\\]|\\[!-~]|\[[^\[\]]{0,300}\](?:\([^()\s]{0,300}\))?){1,1500})\]"
            r"\{[.#][^{}\n]{1,120}\}",
        ),
        InlineRule("drop", r"</?span\b[^<>]{0,200}>"),
        InlineRule("link", rf"\[(?P<text>{_WORDS})\][ ]?\[(?P<url>[^\[\]\n]{{0,100}})\]"),
        InlineRule("link", r"<(?P<url>https?://[^<>\s]{1,600})>"),
        BARE_ADDRESS,
        InlineRule("b", r"\*\*\*(?=[^\s*])(?P<text>(?:[^*\n]|\n(?!\s*\n)){1,600}?)(?<=\S)\*\*\*"),
        InlineRule(
            "b",
            r"\*\*(?=[^\s*])(?P<text>(?:[^*\n]|\n(?!\s*\n)|\*(?!\*)){1,800}?)(?<=[^\s*])\*\*(?!\*)",
        ),
        InlineRule(
            "b",
            r"(?<!\w)__(?=[^\s_])(?P<text>(?:[^_\n]|\n(?!\s*\n)|_(?!_)){1,800}?)(?<=\S)__(?!\w)",
        ),
        InlineRule(
            "i",
            r"\*(?=[^\s*])(?P<text>(?:[^*\n]|\n(?!\s*\n)|\*\*[^*\n]{1,99}\*\*){1,400}?)(?<=\S)\*(?!\*)",
        ),
        InlineRule(
            "i", r"(?<!\w)_(?=[^\s_])(?P<text>(?:[^_\n]|\n(?!\s*\n)){1,800}?)(?<=\S)_(?!\w)"
        ),
        InlineRule("text", r"~~(?P<text>[^~\n]{1,500})~~"),
        InlineRule("sub", r"(?<!~)~(?P<text>[^\s~]{1,20})~(?!~)"),
        InlineRule("sup", r"\^(?P<text>[^\s^]{1,20})\^"),
        *HTML_TAGS,
        HTML_LINK,
        LINE_BREAK,
        ENTITY,
    )
)
"""Markdown within lines."""

_HEADING = lazy_pattern(
    r"[ ]{0,3}#{1,6}[ \t]+(?:\d{1,3}[.)][ \t]+)?(?P<text>[^\n]{0,300}?)[ \t#]*$"
)
_UNDERLINE = lazy_pattern(r"[ ]{0,3}(?:={3,}|-{3,}|\*{3,}|_{3,}|(?:[*-] ){2,}[*-])[ \t]*$")
_BULLET = lazy_pattern(
    r"(?P<indent>[ \t]{0,40})(?:[-*+•–]|(?P<number>\d{1,4})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)"
)
_FOOTNOTE = lazy_pattern(r"[ ]{0,3}\[\^(?P<name>[^\[\]\s]{1,40})\]:[ \t]*")
_DEFINITION = lazy_pattern(
    r"[ ]{0,3}\[(?P<name>[^\[\]^\n]{1,100})\]:[ \t]*<?(?P<url>[^\s<>]{1,800})>?"
    r"(?:[ \t]+[\"'(](?P<title>[^\n]{1,300}?)[\"')])?[ \t]*$"
)
_FENCE = lazy_pattern(r"[ \t]{0,12}(?:```|~~~)")
_ROW = lazy_pattern(r"[ \t]{0,12}\|(?P<cells>[^\n]*)\|[ \t]*$")
_RULE_OF_TABLE = lazy_pattern(r"[\s|:+-]+$")
# An entry that citeproc has printed, as pandoc and R Markdown set it: a div of HTML, or their own.
_ENTRY = lazy_pattern(
    r"[ ]{0,3}(?:<div\b(?=[^<>]{0,300}\bcsl-entry)"
    r"(?:[^<>]{0,300}?\bid=[\"'](?:ref-)?(?P<id>[^\"'<>]{1,200})[\"'])?[^<>]{0,300}>"
    r"|:{3,40}[ ]?\{#(?:ref-)?(?P<key>[^{}\s]{1,200}) [^{}]{0,200}?\.csl-entry[^{}]{0,200}\})[ ]*$"
)
_DIV = lazy_pattern(r"[ ]{0,3}(?:</?div\b[^<>]{0,400}>|:{3,40}(?:[ ]?\{[^{}]{0,300}\})?)[ :]*$")
_YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d\b|10\.\d{4,9}/|https?://")


class _Reader:
    """Reads the lines of one stretch of Markdown."""

    def __init__(self, text: str, lines: Sequence[SourceLine], out: Lines) -> None:
        self._text, self._lines, self._out = text, lines, out
        # How far the last item that names a work is indented.
        self._depth: int | None = None
        self._is_note = False
        # The key of an entry whose div has begun, and whose words have not.
        self._entry: str | None = None

    def run(self) -> None:
        place = 0
        while place < len(self._lines):
            place = self._read(place)

    def _line(self, place: int) -> str:
        line = self._lines[place]
        return self._text[line.start : line.end].rstrip("\r\n")

    def _read(self, place: int) -> int:
        """Read a line, or a table; return the place of the next one."""
        line, words = self._lines[place], self._line(place)
        if not words.strip() or _UNDERLINE.match(words) or _FENCE.match(words):
            self._is_note = False
            self._out.blank(line.start)
            return place + 1
        if (entry := _ENTRY.match(words)) is not None:
            self._out.blank(line.start)
            self._entry = entry["id"] or entry["key"] or ""
            return place + 1
        if _DIV.match(words):
            self._out.blank(line.start)
            self._entry = None
            return place + 1
        if self._entry is not None:
            self._out.begin_item(self._entry)
            self._entry = None
            self._out.add(line.start, line.start + len(words))
            return place + 1
        if (after := self._table(place)) > place:
            return after
        if (match := _HEADING.match(words)) is not None:
            self._out.blank(line.start)
            self._out.add(line.start + match.start("text"), line.start + match.end("text"))
            self._out.blank(line.start)
            self._depth = None
            return place + 1
        if (match := _DEFINITION.match(words)) is not None:
            self._define(match, line.start)
        elif (match := _FOOTNOTE.match(words)) is not None:
            number = f"[{match['name']}] " if match["name"].isdigit() else "- "
            self._out.add(line.start + match.end(), line.start + len(words), number)
        elif (match := _BULLET.match(words)) is not None:
            self._item(match, line.start, words)
        elif not self._is_note:
            self._out.add(line.start, line.start + len(words.rstrip("\\")))
        return place + 1

    def _item(self, match: re.Match[str], start: int, words: str) -> None:
        """Read an item; one below another that names no work says something of that."""
        indent = len(match["indent"].expandtabs(4))
        rest = words[match.end() :]
        names_work = _YEAR.search(rest) is not None
        self._is_note = self._depth is not None and indent > self._depth and not names_work
        if self._is_note:
            return
        if names_work:
            self._depth = indent
        elif self._depth is not None and indent <= self._depth:
            self._depth = None
        marker = f"{match['number']}. " if match["number"] else "- "
        add = self._out.add_candidate if names_work else self._out.add
        add(start + match.end(), start + len(words), marker)

    def _define(self, match: re.Match[str], start: int) -> None:
        """Read ``[1]: address "title"``; a number with a title is a source of a language model."""
        name, url = match["name"].strip(), match["url"]
        self._out.urls[name.casefold()] = url
        if name.isdigit() and match["title"] and url.startswith("http"):
            title, _, site = match["title"].partition(" | ")
            item = {"type": "webpage", "title": title, "URL": _TRACKED.sub("", url)}
            item |= {"container-title": site} if site else {}
            record = json.dumps([item], ensure_ascii=False)
            self._out.embed(EmbeddedRecord("csl-json", record, start, "link"))

    def _table(self, place: int) -> int:
        """Read a table that begins here; return the place of the line after it."""
        rows: list[list[str]] = []
        after = place
        while after < len(self._lines) and (match := _ROW.match(self._line(after))) is not None:
            if not _RULE_OF_TABLE.match(match["cells"]):
                rows.append([_plain(cell) for cell in _CELLS.split(match["cells"])])
            after += 1
        if len(rows) < 2:
            return place
        record = table_record(rows, self._lines[place].start)
        if record is not None:
            self._out.embed(record)
            return after
        for index in range(place, after):
            match = _ROW.match(self._line(index))
            if match is not None and not _RULE_OF_TABLE.match(match["cells"]):
                start = self._lines[index].start
                self._out.blank(start)
                self._out.add(start + match.start("cells"), start + match.end("cells"))
        return after


# What a language model adds to the addresses that it has looked up.
_TRACKED = lazy_pattern(r"[?&]utm_source=[\w.]{1,40}\Z")
_CELLS = lazy_pattern(r"(?<!\\)\|")


def _plain(cell: str) -> str:
    read = INLINE.read(cell, 0, len(cell), {}).in_one_line()
    return read.rich(0, len(read.text))


def _read_lines(text: str, lines: Sequence[SourceLine], out: Lines) -> None:
    _Reader(text, lines, out).run()


_FRONT_MATTER = lazy_pattern(
    r"\ufeff?---[ \t]*\n(?P<yaml>[\s\S]{0,200000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_REFERENCES = lazy_pattern(r"^references[ \t]*:[ \t]*$", re.MULTILINE)


def read(text: str) -> Document:
    """Read Markdown; never raises."""
    front = _FRONT_MATTER.match(text)
    if front is None:
        return read_markup(text, _read_lines, INLINE)
    # The same length, so that places stay.
    body = re.sub(r"[^\n]", " ", text[: front.end()]) + text[front.end() :]
    document = read_markup(body, _read_lines, INLINE)
    if _REFERENCES.search(front["yaml"]) is None:
        return document
    record = EmbeddedRecord("csl-yaml", f"{front['yaml']}\n", 0, "front matter", keeps_id=True)
    return evolve(document, embedded=(record, *document.embedded))


_ENTRIES = lazy_pattern(r"^:{3,40} ?\{#[^{}\n]{1,300}\.csl-entry", re.MULTILINE)
_LINK = lazy_pattern(r"(?<!\!)\[[^\[\]\n]{1,300}\]\(<?(?:https?://|doi:|10\.\d{4}|www\.)")
_BOLD = lazy_pattern(
    r"(?<![\w*])\*\*(?=[^\W\d_][^*\n]{2,300}\*\*)|(?<![\w_])__(?=[^\W\d_][^_\n]{2,300}__)"
)
_ITALICS = lazy_pattern(
    r"(?<![\w*])\*[^\W_][^*\n]{2,300}[^\s*]\*(?![\w*])|(?<![\w_/.])_[^\W_][^_\n/]{2,300}[^\s_]_(?![\w_])"
)
_HEADED = lazy_pattern(
    r"^[ ]{0,3}#{1,6} [^\W_][^\n]{1,100}\n(?:[ \t]*\n){0,2}[ \t]{0,3}(?:[-*+]|\d{1,3}\.) ",
    re.MULTILINE,
)
_NOTE = lazy_pattern(
    r"^[ ]{0,3}\[\^[\w-]{1,40}\]:[ \t]|^[ ]{0,3}\[[\w .-]{1,40}\]:[ \t]<?https?://\S+[ \t]+[\"'(]"
    r"|^[ \t]{0,3}\|?(?:[ \t]?:?-{3,}:?[ \t]?\|)+[ \t:-]*$",
    re.MULTILINE,
)
_CODE = lazy_pattern(r"^[ ]{0,3}```(?:bibtex|bib|ris|json|text|plaintext)?[ \t]*\n", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a text has the marks of Markdown.

    >>> recognises("- Ng, A. *Rivers of it*. **Water, 3**."), recognises("Ng A*. Rivers. 2*3.")
    (True, False)
    """
    front = _FRONT_MATTER.match(text)
    if front is not None and _REFERENCES.search(front["yaml"]):
        return True
    if ".csl-entry" in text and _ENTRIES.search(text):
        return True
    if "```" in text and _CODE.search(text):
        return True
    if ("]:" in text or "--" in text) and _NOTE.search(text):
        return True
    return any(
        hint in text and is_enough(len(mark.findall(text)), text, least, lines)
        for hint, mark, least, lines in _MARKS
    )


_MARKS = (
    ("# ", _HEADED, 1, 100),
    ("](", _LINK, 1, 100),
    ("**", _BOLD, 1, 40),
    ("__", _BOLD, 1, 40),
    ("*", _ITALICS, 2, 20),
    ("_", _ITALICS, 2, 20),
)
"""What every match of a mark has, the mark, and how many of it there must be."""

CARRIER = Carrier("markdown", "Markdown", read, recognises=recognises)
