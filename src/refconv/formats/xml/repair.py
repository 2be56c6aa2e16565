"""Any text that means to be XML → a text with nothing in it that XML does not have.

No comment is left, no section of character data, and no entity but XML's own five: what stands for
a character in HTML is that character, any other entity is its name.
"""

from __future__ import annotations

import html
import re
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


def repaired(text: str, line: int) -> tuple[str, dict[str, Diagnostic]]:
    """Return a text that is legal XML, without comments and declarations.

    Entities are replaced by what they stand for. The diagnostics, by a name for each, are those
    that are reported once a file.
    """
    once = {}
    if (match := _ILLEGAL.search(text)) is not None:
        at = line + text.count("\n", 0, match.start())
        once["characters"] = problem(Code.CONTROL_CHARACTER, "xml").at(at)
        text = _ILLEGAL.sub("", text)
    if "<!ENTITY" in text:
        at = line + text.count("\n", 0, text.index("<!ENTITY"))
        once["entities"] = problem(Code.SYNTAX, "xml-entities").at(at)
    if "<!" not in text:
        return _UNESCAPED.sub(_escaped, text) if "&" in text else text, once
    parts = []
    place = 0
    # What opens and never closes is text.
    open_ended: set[str] = set()
    while (match := _OPENING.search(text, place)) is not None:
        parts.append(_UNESCAPED.sub(_escaped, text[place : match.start()]))
        opening, place = match[0], match.end()
        end = -1 if opening in open_ended else text.find(UNREAD[opening], place)
        if end < 0:
            open_ended.add(opening)
            parts.append(html.escape(opening))
            continue
        inside = text[place:end]
        parts.append("\n" * inside.count("\n") if opening == "<!--" else html.escape(inside))
        place = end + 3
    parts.append(_UNESCAPED.sub(_escaped, text[place:]))
    return "".join(parts), once


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
