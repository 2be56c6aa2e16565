"""XML text → the elements that are records, one at a time, broken files as far as they go.

No document type is read and no entity is ever expanded, whoever declares it: what stands for a
character in HTML is that character, and any other entity stays as it is written. Deep nesting is
cut flat. So neither "billion laughs" nor external entities nor a tower of tags has an effect.
"""

from __future__ import annotations

import html
import re
from collections.abc import Generator, Iterator, Mapping
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

from attrs import Factory, define

from refconv.report import Code, Diagnostic, Severity

DEEPEST = 40
"""How deep an element's children go; what lies deeper is text of the deepest."""

_CHUNK = 1 << 16
_UNESCAPED = re.compile(
    r"&(?:(?P<name>[A-Za-z][\w.-]*);|#(?:x(?P<hex>[0-9A-Fa-f]+)|(?P<number>\d+));)?", re.ASCII
)
_BUILT_IN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_FEEDS = frozenset({10, 13})


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
        """Give the elements at the end of a path of names."""
        found = [self]
        for name in path:
            found = [child for one in found for child in one.children if child.name == name]
        return found

    def first(self, *path: str) -> Element | None:
        """Give the first element at the end of a path."""
        return next(iter(self.all(*path)), None)

    def text(self) -> str:
        """Give all the text in it, white space as one space."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()


def elements(text: str, names: frozenset[str]) -> Iterator[Element | Diagnostic]:
    """Give the outermost elements of some names, and what was wrong, in the order of the text.

    Where the text is not well-formed, the element it breaks in is given as far as it goes, and
    reading goes on with the next.
    """
    text, said = _repaired(text)
    yield from said
    data = text.encode("utf-8")
    beginning = re.compile(
        rb"<(?:[\w.-]+:)?(?:" + "|".join(sorted(names)).encode("ascii") + rb")(?=[\s/>])"
    )
    # Nothing may stand before an XML declaration, but in files there is.
    start, counted, lines = len(data) - len(data.lstrip()), 0, 0
    is_first = True
    while True:
        lines += data.count(b"\n", counted, start)
        counted = start
        error = yield from _Reader(names, lines).read(data, start, is_first=is_first)
        if error is None:
            return
        following = beginning.search(data, max(error.place, start + 1))
        # What goes on after a break meets end tags without beginnings at last.
        if is_first or error.is_within or following is not None:
            yield error.diagnostic
        if following is None:
            return
        start, is_first = following.start(), False


class _Error(NamedTuple):
    """Where reading broke off, whether within an element, and what there is to say."""

    place: int
    is_within: bool
    diagnostic: Diagnostic


def _repaired(text: str) -> tuple[str, list[Diagnostic]]:
    """Take out what no XML may have, and put what entities stand for in their places."""
    said = []
    if (match := _ILLEGAL.search(text)) is not None:
        line = text.count("\n", 0, match.start()) + 1
        message = "characters that XML does not allow, left out"
        said.append(Diagnostic(Code.CONTROL_CHARACTER, message, line))
        text = _ILLEGAL.sub("", text)
    if "<!ENTITY" in text:
        line = text.count("\n", 0, text.index("<!ENTITY")) + 1
        message = "declared entities are not expanded, their names stay as they are"
        said.append(Diagnostic(Code.SYNTAX, message, line))
    if "&" not in text:
        return text, said
    head, *rest = text.split("<![CDATA[")
    parts = [_UNESCAPED.sub(_escaped, head)]
    for part in rest:
        inside, end, outside = part.partition("]]>")
        parts.append(f"<![CDATA[{inside}{end}{_UNESCAPED.sub(_escaped, outside)}")
    return "".join(parts), said


def _escaped(match: re.Match[str]) -> str:
    """Give what XML knows for a reference to a character or an entity."""
    name = match["name"]
    if name in _BUILT_IN:
        return match[0]
    if name is not None:
        character = html5.get(f"{name};")
        return f"&amp;{name};" if character is None else html.escape(character)
    digits = match["hex"] or match["number"]
    if digits is None:
        return "&amp;"
    # Nobody means a character of more digits.
    code = int(digits[-9:], 16 if match["hex"] else 10) if len(digits) < 10 else 0
    if code in _LINE_FEEDS:
        return "&#13;"
    is_legal = code == 9 or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000
    return match[0] if is_legal and code <= 0x10FFFF else ""


class _Reader:
    """Reads well-formed XML from a place on, until its end or its first error."""

    def __init__(self, names: frozenset[str], lines: int) -> None:
        self.names = names
        self.lines = lines
        self.done: list[Element | Diagnostic] = []
        self.stack: list[Element] = []
        # Elements that are open below the deepest that is kept.
        self.below = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def read(
        self, data: bytes, start: int, *, is_first: bool
    ) -> Generator[Element | Diagnostic, None, _Error | None]:
        """Give the elements from a place on; where the text is broken, return the error."""
        # Further on there is no root any more.
        root = b"" if is_first else b"<root>"
        error = None
        try:
            self.parser.Parse(root, False)
            for place in range(start, len(data), _CHUNK):
                self.parser.Parse(data[place : place + _CHUNK], False)
                yield from self._take()
            self.parser.Parse(b"", True)
        except expat.ExpatError as raised:
            error = self._error(raised, start - len(root))
        yield from self._take()
        return error

    def _error(self, raised: expat.ExpatError, offset: int) -> _Error:
        # What was read up to the error.
        self.parser.buffer_text = False
        is_within = bool(self.stack)
        done = f"the {self.stack[0].name} is cut there" if is_within else "it is passed over"
        message = f"{expat.ErrorString(raised.code)}; {done}"
        if is_within:
            self.done.append(self.stack[0])
        line, column = self.lines + raised.lineno, raised.offset + 1
        diagnostic = Diagnostic(Code.SYNTAX, message, line, column, Severity.ERROR)
        return _Error(offset + self.parser.ErrorByteIndex, is_within, diagnostic)

    def _take(self) -> list[Element | Diagnostic]:
        done, self.done = self.done, []
        return done

    def _line(self) -> int:
        return self.lines + self.parser.CurrentLineNumber

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if self.stack and name in self.names:
            # A record is never within another: the end of the first is missing.
            self._unclosed("is not closed, cut before the next")
        if not self.stack and name not in self.names:
            return
        if len(self.stack) >= DEEPEST:
            self.below += 1
            return
        element = Element(name, attributes, self._line())
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

    def _text(self, text: str) -> None:
        if self.stack:
            self.stack[-1].content.append(text)

    def _unclosed(self, what: str) -> None:
        begun = self.stack[0]
        message = f"the {begun.name} {what}"
        self.done += [begun, Diagnostic(Code.UNCLOSED_ENTRY, message, begun.line)]
        self.stack = []
        self.below = 0
