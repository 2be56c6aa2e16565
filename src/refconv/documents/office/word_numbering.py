"""The automatic numbers of Word's paragraphs: in ``numbering.xml``, not in the text."""

from __future__ import annotations

import re

from attrs import define, field

from refconv.documents.xml_trees import Node, tree_of

_SIGN = re.compile(r"%(\d)")


@define
class Numbering:
    """Counts the paragraphs of each list."""

    # By list, the levels of its definition: format, text, first number.
    _levels: dict[str, list[tuple[str, str, int]]] = field(factory=dict)
    _list_of: dict[str, str] = field(factory=dict)
    _counts: dict[str, list[int]] = field(factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Numbering:
        """Read ``numbering.xml``."""
        self = cls()
        root = tree_of(data)
        for one in root.all("abstractNum"):
            levels = [_level(level) for level in one.children("lvl")]
            self._levels[one.attributes.get("abstractNumId", "")] = levels
        for one in root.all("num"):
            of = one.first("abstractNumId")
            if of is not None:
                self._list_of[one.attributes.get("numId", "")] = of.attributes.get("val", "")
        return self

    def label(self, number: str, level: int) -> str:
        """Count a paragraph of a list; return the number that Word prints before it."""
        name = self._list_of.get(number, "")
        levels = self._levels.get(name, [])
        if not 0 <= level < len(levels):
            return ""
        counts = self._counts.setdefault(name, [start - 1 for _, _, start in levels])
        counts[level] += 1
        for deeper in range(level + 1, len(levels)):
            counts[deeper] = levels[deeper][2] - 1
        kind, text, _ = levels[level]
        if kind == "bullet":
            return "•"
        return _SIGN.sub(lambda match: _shown(levels, counts, int(match[1]) - 1), text).strip()


def _shown(levels: list[tuple[str, str, int]], counts: list[int], level: int) -> str:
    if not 0 <= level < len(levels):
        return ""
    kind, number = levels[level][0], max(counts[level], 0)
    if kind in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr(ord("a" if kind == "lowerLetter" else "A") + number - 1)
    return "" if kind == "none" else str(number)


def _level(node: Node) -> tuple[str, str, int]:
    values = {child.name: child.attributes.get("val", "") for child in node.children()}
    start = values.get("start", "1")
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    return values.get("numFmt", "decimal"), values.get("lvlText", ""), first
