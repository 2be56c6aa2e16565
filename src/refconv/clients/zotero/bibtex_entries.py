"""The entries and fields that Zotero's BibTeX importer finds in a text.

It is simpler than BibTeX: text joined by ``#`` ends the entry, a value of letters and digits is a
macro or a number, ``crossref`` is a field like others, and an entry that is not closed is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class BibField(NamedTuple):
    """A field of an entry: its name in small letters and its value with braces and commands.

    ``is_text``: whether the value stood in braces or quotes, so that it is LaTeX.
    """

    name: str
    value: str
    is_text: bool


class BibEntry(NamedTuple):
    """An entry: its type in small letters and its fields in their order."""

    kind: str
    fields: tuple[BibField, ...]


_START = re.compile(r"@\s*(?P<kind>[A-Za-z0-9_-]{1,80})\s*(?P<open>[{(])")
_CLOSE = {"{": "}", "(": ")"}


def bib_entries(text: str) -> Iterator[BibEntry]:
    """Yield the entries of a text; the values of its strings are put in where they are named.

    >>> [entry.kind for entry in bib_entries("@a{k, x = 1} text @comment{y} @B(k, z = {2})")]
    ['a', 'b']
    """
    strings: dict[str, str] = {}
    place = 0
    while (match := _START.search(text, place)) is not None:
        kind = match["kind"].lower()
        place = match.end()
        if kind == "comment":
            continue
        scanner = _Scanner(text, place, _CLOSE[match["open"]], strings)
        fields = tuple(scanner.fields())
        place = scanner.place
        if kind == "string":
            strings.update((field.name, field.value) for field in fields)
        elif scanner.is_closed:
            yield BibEntry(kind, fields)


# Nearly all fields: behind a comma, in braces, with neither inner braces nor commands.
_SIMPLE = re.compile(
    r",[ \n\r\t]*(?P<name>[A-Za-z0-9_-]+)[ \n\r\t]*=[ \n\r\t]*\{(?P<value>[^{}\\]*)\}"
)
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \n\r\t]*")
_WORD = re.compile(r"[A-Za-z0-9_:-]+")
_IN_BRACES = re.compile(r"[^\\{}]+|\\.|[{}]", re.DOTALL)
_IN_QUOTES = re.compile(r'[^\\{}"]+|\\.|[{}"]', re.DOTALL)


class _Scanner:
    """The fields of one entry, read from a place behind its opening brace."""

    def __init__(self, text: str, place: int, close: str, strings: dict[str, str]) -> None:
        self.text = text
        self.place = place
        self.close = close
        self.strings = strings
        self.is_closed = False

    def fields(self) -> Iterator[BibField]:
        name = ""
        while (match := _SIMPLE.match(self.text, self.place)) or self.place < len(self.text):
            if match is not None:
                self.place = match.end()
                yield BibField(match["name"].lower(), match["value"], is_text=True)
                name = ""
                continue
            char = self.text[self.place]
            self.place += 1
            if char == "=":
                yield self._field(name.lower())
                name = ""
            elif char == ",":
                name = ""
            elif char == self.close:
                self.is_closed = True
                return
            elif char not in " \n\r\t":
                found = _NAME.match(self.text, self.place - 1)
                name += char if found is None else found[0]
                self.place += 0 if found is None else len(found[0]) - 1

    def _field(self, name: str) -> BibField:
        blank = _BLANK.match(self.text, self.place)
        self.place = blank.end() if blank is not None else self.place
        word = _WORD.match(self.text, self.place)
        if word is not None:
            self.place = word.end()
            known = self.strings.get(word[0].lower())
            return BibField(name, word[0] if known is None else known, known is not None)
        start = self.text[self.place : self.place + 1]
        self.place += 1
        if start == "{":
            return BibField(name, self._balanced(_IN_BRACES, "}"), is_text=True)
        if start == '"':
            return BibField(name, self._balanced(_IN_QUOTES, '"'), is_text=True)
        return BibField(name, "", is_text=True)

    def _balanced(self, pattern: re.Pattern[str], end: str) -> str:
        """Return the value up to its end at depth 0; an escaped brace does not count."""
        start, depth = self.place, 0
        while (match := pattern.match(self.text, self.place)) is not None:
            self.place = match.end()
            piece = match[0]
            if piece == end and depth == 0:
                return self.text[start : match.start()]
            if piece in "{}":
                depth += 1 if piece == "{" else -1
        self.place = len(self.text)
        return self.text[start:]
