"""Any text that means to be XML → a text with nothing in it that XML does not have.

No comment is left, no section of character data, and no entity but XML's own five: what stands for
a character in HTML is that character, any other entity is its name.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable
from html.entities import html5

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem

_UNESCAPED = re.compile(
    r"&(?:(?P<name>[A-Za-z][\w.-]*);|#(?:x(?P<hex>[0-9A-Fa-f]+)|(?P<number>\d+));)?", re.ASCII
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_FEEDS = frozenset({10, 13})
_OPENING = re.compile(r"<!--|<!\[CDATA\[")

UNREAD = {"<!--": "-->", "<![CDATA[": "]]>"}
"""What holds no elements: how it opens and closes."""


class Places:
    """Where the places of a repaired text are in the original."""

    def __init__(self) -> None:
        # Behind each change: the place in the repaired text, and in the original.
        self._repaired, self._original = [0], [0]
        # The characters that were left out before, by their places in the text without them.
        self._left_out: list[int] = []

    def leave_out(self, originals: Iterable[int]) -> None:
        """Note the places of single characters that were left out before all other changes."""
        self._left_out = [place - i for i, place in enumerate(originals)]

    def add(self, repaired: int, original: int) -> None:
        """Note two places that belong together; what lies between them was changed."""
        self._repaired.append(repaired)
        self._original.append(original)

    def original(self, place: int) -> int:
        """Return the place in the original text."""
        i = bisect_right(self._repaired, place) - 1
        place += self._original[i] - self._repaired[i]
        return place + bisect_right(self._left_out, place)


class _Repairing:
    """Puts a repaired text together, and notes where its parts were."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.places = Places()
        self.length = 0

    def add(self, text: str, end: int) -> None:
        """Add a text that stands for the original up to ``end``."""
        self.parts.append(text)
        self.length += len(text)
        self.places.add(self.length, end)

    def escape(self, text: str, start: int, end: int) -> None:
        """Add a part of the original, with what stands for its entities."""
        place = start
        for match in _UNESCAPED.finditer(text, start, end):
            self.parts.append(text[place : match.start()])
            self.length += match.start() - place
            self.add(_escaped(match), match.end())
            place = match.end()
        self.add(text[place:end], end)


def repaired(text: str, line: int) -> tuple[str, dict[str, Diagnostic]]:
    """Return a text as :func:`repaired_with_places` does, without the places."""
    return repaired_with_places(text, line)[:2]


def repaired_with_places(text: str, line: int) -> tuple[str, dict[str, Diagnostic], Places]:
    """Return a text that is legal XML, without comments and declarations.

    Entities are replaced by what they stand for. The diagnostics, by a name for each, are those
    that are reported once a file.
    """
    once = {}
    repairing = _Repairing()
    if (match := _ILLEGAL.search(text)) is not None:
        at = line + text.count("\n", 0, match.start())
        once["characters"] = problem(Code.CONTROL_CHARACTER, "xml").at(at)
        repairing.places.leave_out(found.start() for found in _ILLEGAL.finditer(text))
        text = _ILLEGAL.sub("", text)
    if "<!ENTITY" in text:
        at = line + text.count("\n", 0, text.index("<!ENTITY"))
        once["entities"] = problem(Code.SYNTAX, "xml-entities").at(at)
    place = 0
    # What opens and never closes is text.
    open_ended: set[str] = set()
    while "<!" in text and (match := _OPENING.search(text, place)) is not None:
        repairing.escape(text, place, match.start())
        opening, place = match[0], match.end()
        end = -1 if opening in open_ended else text.find(UNREAD[opening], place)
        if end < 0:
            open_ended.add(opening)
            repairing.add(html.escape(opening), place)
            continue
        inside = text[place:end]
        place = end + 3
        kept = "\n" * inside.count("\n") if opening == "<!--" else html.escape(inside)
        repairing.add(kept, place)
    repairing.escape(text, place, len(text))
    return "".join(repairing.parts), once, repairing.places


def _escaped(match: re.Match[str]) -> str:
    """Return what XML has for a reference to a character or an entity."""
    name = match["name"]
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
