"""XML text → the elements that are records, chunk by chunk, broken files as far as they go.

Reading begins at the first record. No document type is read and no entity is ever expanded, whoever
declares it: what stands for a character in HTML is that character, and any other entity stays as it
is written. Deep nesting is cut flat. So neither "billion laughs" nor external entities nor a tower
of tags has an effect.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from xml.parsers import expat

from attrs import Factory, define, frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Line, problem
from refconv.formats.base import Chunk
from refconv.formats.xml.repair import Places

DEEPEST = 40
"""How deep an element's children go; what lies deeper is text of the deepest."""

_CHUNK = 1 << 16
LONGEST_TAG = 100
"""How far from its beginning a tag is looked for."""


@define
class Element:
    """An element: its name without a prefix, its attributes, its texts and children in order.

    In a text a carriage return is a line break that was written as a character reference, a line
    feed one of the file's own layout.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    content: list[Element | str] = Factory(list)

    @property
    def children(self) -> Iterator[Element]:
        """Its children."""
        return (part for part in self.content if isinstance(part, Element))

    def all(self, *path: str) -> list[Element]:
        """Return the elements at the end of a path of names."""
        found = [self]
        for name in path:
            found = [child for one in found for child in one.children if child.name == name]
        return found

    def first(self, *path: str) -> Element | None:
        """Return the first element at the end of a path."""
        return next(iter(self.all(*path)), None)

    def text(self) -> str:
        """Return all the text in it, white space as one space."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()


@frozen
class Names:
    """Which elements are records.

    ``outer`` are never within one another: where one begins in another, that one's end is missing.
    ``inner`` are records where they are in no other.
    """

    outer: tuple[str, ...]
    inner: tuple[str, ...] = ()

    def beginning(self) -> re.Pattern[str]:
        """Return a pattern of the beginning of an outer element."""
        return re.compile(rf"<(?:[\w.-]+:)?(?:{'|'.join(self.outer)})(?=[\s/>])", re.ASCII)

    def any_beginning(self) -> re.Pattern[bytes]:
        """Return a pattern of the beginning of a record, in UTF-8."""
        names = "|".join((*self.outer, *self.inner))
        return re.compile(rf"<(?:[\w.-]+:)?(?:{names})(?=[\s/>])".encode("ascii"))


_ENDS = frozenset(
    expat.errors.codes[error]
    for error in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN)
)
"""Errors of a text that ends too early."""


# The parser remembers each open element.
_TOO_DEEP = 200_000


class _TooDeepError(Exception):
    """Elements within elements that nobody wrote but to do harm."""


class Reader:
    """Reads a chunk from one record to the next that is not well-formed, and on from there."""

    def __init__(
        self,
        names: Names,
        beginning: re.Pattern[bytes],
        chunk: Chunk,
        data: bytes,
        places: Places | None = None,
    ) -> None:
        self.places = places or Places()
        self.names = names
        self.beginning = beginning
        self.data = data
        self.chunk = chunk
        self.is_last = chunk.following == 0
        # Whether anything is open around the records: one of them may be the root itself.
        first = beginning.search(data)
        before = data[: first.start()] if first is not None else b""
        self.has_root = chunk.number > 0 or re.search(rb"<\w", before) is not None
        self.done: list[Element | Diagnostic] = []
        self.stack: list[Element] = []
        # Elements that are open below the deepest that is kept.
        self.below = 0
        # Where the parser began to read, in bytes and lines, and the start or end of the last
        # record, whichever was passed last.
        self.start, self.lines = 0, chunk.line - 1
        self.reached = 0
        # Whether reading broke off in the last record, and that was left out for its start tag.
        self.is_broken = self.is_left_out = False
        # Where the last record ended, and the first text that is in none.
        self.outside = 0
        self.stray: dict[str, Diagnostic] = {}

    def read(self) -> Iterator[Element | Diagnostic]:
        """Yield the records and the diagnostics in the order of the text."""
        following = self.beginning.search(self.data)
        if following is None and self.is_last and not self.lines:
            yield problem(Code.NO_REFERENCES, "xml").at(1, 1)
            return
        while following is not None:
            self.lines += self.data.count(b"\n", self.start, following.start())
            self.start = following.start()
            self.reached = self.start - 1
            self.is_broken = self.is_left_out = False
            end = yield from self._read()
            following = self.beginning.search(self.data, max(end, self.reached + 1))
            if self.is_left_out:
                following = self._sound(following)
                yield from self._take()
            if self.is_broken:
                # What was not read is reported.
                self.outside = len(self.data) if following is None else following.start()
        self._look_outside(len(self.data))

    def _read(self) -> Generator[Element | Diagnostic, None, int]:
        """Read as far as the text is well-formed; give where that ends."""
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        end = len(self.data)
        try:
            # Any root: the file's own, and its end, are no part of a chunk.
            self.parser.Parse(_ROOT, False)
            for place in range(self.start, len(self.data), _CHUNK):
                self.parser.Parse(self.data[place : place + _CHUNK], False)
                yield from self._take()
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            end = self.start + self.parser.ErrorByteIndex - len(_ROOT)
            is_end = error.code in _ENDS
            reason = expat.ErrorString(error.code).replace(" (", ": ").rstrip(")")
            self._broken(reason, error.lineno, end, is_end=is_end)
        except _TooDeepError:
            end = self._place()
            line = self.parser.CurrentLineNumber
            self._broken("elements are nested too deeply", line, end, is_end=False)
        yield from self._take()
        # They refer to this reader, which refers to the parser.
        self.parser.StartElementHandler = self.parser.EndElementHandler = None
        self.parser.CharacterDataHandler = None
        return end

    def _broken(self, reason: str, line: int, end: int, *, is_end: bool) -> None:
        """Report where and why the parser stopped; ``is_end`` if the text ends too early."""
        # What was read up to the error.
        self.parser.buffer_text = False
        unread = self.beginning.search(self.data, self.reached + 1, end + LONGEST_TAG)
        if self.stack and is_end and not self.is_last:
            # The chunk ends before the next record.
            self._unclosed()
            self.is_broken = True
            return
        if self.stack:
            cut = self.stack[0].name
            found = problem(Code.SYNTAX, "xml-cut", error=reason, element=cut)
            self.done.append(self.stack[0])
        elif unread is not None and unread.start() <= end:
            found = problem(Code.SYNTAX, "xml-left-out", error=reason)
            self.reached = unread.start()
            self.is_left_out = True
        elif is_end and self.is_last and self.has_root:
            found = problem(Code.SYNTAX, "xml-ended", error=reason)
        else:
            # An end tag of the root, or what is between the records.
            return
        self.done.append(found.at(self.lines + line, self._column_of(end)))
        self.stack = []
        self.below = 0
        self.is_broken = True

    def _sound(self, following: re.Match[bytes] | None) -> re.Match[bytes] | None:
        """Return the next record with a well-formed start tag; report the others once.

        The parser would report each of them, but takes long to start.
        """
        first, count = following, 0
        while following is not None and _START_TAG.match(self.data, following.start()) is None:
            count += 1
            following = self.beginning.search(self.data, following.end())
        if first is not None and count:
            line = self.lines + self.data.count(b"\n", self.start, first.start()) + 1
            found = problem(Code.SYNTAX, "xml-start-tags", count=count)
            self.done.append(found.at(line, self._column_of(first.start())))
        return following

    def _column_of(self, place: int) -> int:
        """Return the column of a place in the file, where the text may have been longer."""
        text = self.chunk.text
        original = self.places.original(len(self.data[:place].decode("utf-8", "replace")))
        before = original - (text.rfind("\n", 0, original) + 1)
        return before + (self.chunk.column if before == original else 1)

    def _take(self) -> list[Element | Diagnostic]:
        done, self.done = self.done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if not self.stack or name in self.names.outer:
            if name not in self.names.outer and name not in self.names.inner:
                return
            self.reached = self._place()
            if self.stack:
                self._unclosed()
            else:
                self._look_outside(self.reached)
        elif len(self.stack) >= DEEPEST:
            self.below += 1
            if self.below > _TOO_DEEP:
                raise _TooDeepError
            return
        place = self._place()
        line = Line.at(self.lines + self.parser.CurrentLineNumber, lambda: self._column_of(place))
        element = Element(name, attributes, line)
        if self.stack:
            self.stack[-1].content.append(element)
        self.stack.append(element)

    def _end(self, name: str) -> None:
        if self.below:
            self.below -= 1
        elif self.stack and self.stack[-1].name == name.rpartition(":")[2]:
            element = self.stack.pop()
            if not self.stack:
                self.done.append(element)
                self.reached = self.outside = self._place()

    def _place(self) -> int:
        return self.start + self.parser.CurrentByteIndex - len(_ROOT)

    def _look_outside(self, end: int) -> None:
        """Report text between the records."""
        text = b"" if self.stray else self.data[self.outside : end]
        match = _TEXT.search(text)
        if match is not None:
            line = self.chunk.line + self.data.count(b"\n", 0, self.outside + match.end())
            words = _TAG.sub(b" ", text[match.end() :][:500]).decode("utf-8", "replace").split()
            found = problem(Code.STRAY_TEXT, "xml", text=" ".join(words)[:60])
            self.stray["text outside"] = found.at(line)

    def _text(self, text: str) -> None:
        if self.stack:
            self.stack[-1].content.append(text)

    def _unclosed(self) -> None:
        begun = self.stack[0]
        found = problem(Code.UNCLOSED_ENTRY, "xml", element=begun.name)
        self.done += [begun, found.at(begun.line)]
        self.stack = []
        self.below = 0


_ROOT = b"<root>"
_START_TAG = re.compile(
    rb"<[^\s<>\"'=/]+(?>(?:\s++[^\s<>\"'=/]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'))*)\s*+/?>"
)
_TAG = re.compile(rb"<[^>]*>?")
# Where text outside the tags begins: no letter or digit stands between it and the last tag.
_TEXT = re.compile(rb"(?:\A|>)[^\w<>\x80-\xff]*+(?=[\w\x80-\xff])")
