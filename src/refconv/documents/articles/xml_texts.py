"""Articles in XML as trees with their lines, and the texts in them as CSL's rich text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from refconv.core.diagnostics import Problem
from refconv.documents.xml_trees import Node, parsed_tree
from refconv.formats.xml.repair import repaired

_DOCTYPE = re.compile(
    r"\A\ufeff?\s*(?:<\?[^>]{0,400}>\s*|<!--(?s:.{0,10000}?)-->\s*)*<!DOCTYPE[^\[>]{0,1000}"
    r"(?:\[(?s:.{0,50000}?)\]\s*)?>"
)
_DECLARATION = re.compile(r"<\?[^>]{0,400}\?>")

TAGS: Mapping[str, str] = {
    "italic": "i",
    "i": "i",
    "em": "i",
    "emph": "i",
    "bold": "b",
    "b": "b",
    "strong": "b",
    "sub": "sub",
    "inf": "sub",
    "sup": "sup",
}
"""The tag of CSL's rich text for the elements that XML has for emphasis."""


def article_tree(text: str) -> tuple[Node, Problem | None]:
    """Return the tree of an article, and what is wrong with its XML.

    No document type is read. The entities of HTML are what they stand for, any other its name.
    """
    start = _DOCTYPE.match(text)
    if start is not None:
        # The lines stay.
        text = "\n" * start[0].count("\n") + text[start.end() :]
    clean, _ = repaired(_DECLARATION.sub("", text), 1)
    return parsed_tree(clean)


def rich(node: Node) -> str:
    """Return the text of an element, its emphasis as CSL's rich text.

    >>> rich(parsed_tree("<t>On <italic>Homo</italic></t>")[0])
    'On <i>Homo</i>'
    """
    return " ".join(_rich(node).split())


def _rich(node: Node, depth: int = 40) -> str:
    parts = []
    for part in node.content:
        if isinstance(part, str):
            parts.append(part)
        elif part.name in ("break", "lb"):
            parts.append(" ")
        elif part.name not in ("xref", "fn", "object-id") and depth:
            inner = _rich(part, depth - 1)
            tag = TAGS.get(part.name) or _TAGS_OF_REND.get(part.attributes.get("rend", ""))
            parts.append(f"<{tag}>{inner}</{tag}>" if tag and inner.strip() else inner)
    return "".join(parts)


_TAGS_OF_REND = {
    "italic": "i",
    "italics": "i",
    "bold": "b",
    "superscript": "sup",
    "sup": "sup",
    "subscript": "sub",
    "sub": "sub",
}
