"""XML as events, of any size, without document types, entities and towers of elements."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem

_BLOCK = 1 << 18
DEEPEST = 2_000
"""How deep elements may be nested; nobody writes more than some fifty."""
# A document type before the root; what it declares is never read.
_DOCTYPE = re.compile(
    rb"\A([^<]{0,100}(?:<[?!](?!DOCTYPE)[^>]*>\s*)*)<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>", re.DOTALL
)
_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")


class Events(Protocol):
    """What is called for each event; names and attributes are without their prefixes."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A text, or a part of one."""


class _TooDeepError(Exception):
    """Elements within elements that nobody wrote but to do harm."""


class _Passing:
    """Passes a parser's events on, and knows which elements are open."""

    def __init__(self, events: Events) -> None:
        self.events = events
        self.open_names: list[str] = []
        self._short: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open_names) >= DEEPEST:
            raise _TooDeepError
        short = self._short.get(name)
        if short is None:
            short = self._short[name] = name.rpartition(":")[2]
        self.open_names.append(short)
        own = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        self.events.start(short, own)

    def end(self, _name: str = "") -> None:
        self.events.end(self.open_names.pop())


def parse(
    data: bytes,
    events: Events,
    part: str = "the document",
    place: Callable[[Callable[[], int]], object] = lambda _line: None,
) -> Problem | None:
    """Parse XML; return what is wrong with it, ``None`` if nothing is.

    All that stands before an error is passed on, with the ends of the elements that are open.
    ``part`` is what a message names. ``place`` is given a function that returns the line of the
    event that is passed on.
    """
    if b"<!DOCTYPE" in data[:4096]:
        data = _DOCTYPE.sub(rb"\1", data, count=1)
    passing = _Passing(events)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = passing.start, passing.end
    parser.CharacterDataHandler = events.text
    place(lambda: parser.CurrentLineNumber)
    reason = ""
    try:
        for start in range(0, len(data), _BLOCK):
            parser.Parse(data[start : start + _BLOCK], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code).replace(" (", ": ").rstrip(")")
    except _TooDeepError:
        reason = "elements are nested too deeply"
    line = parser.CurrentLineNumber
    # They refer to the parser.
    parser.StartElementHandler = parser.EndElementHandler = None
    parser.CharacterDataHandler = None
    while passing.open_names:
        passing.end()
    if not reason:
        return None
    return problem(Code.DOCUMENT, "xml", part=part, error=reason, line=line)
