"""Nodes of YAML → values: texts, lists and dictionaries of texts, ``None`` for nothing."""

from __future__ import annotations

import json
import re
from typing import Any

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.formats.yaml.nodes import YamlList, YamlMap, YamlNode, YamlText

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that stand for nothing (YAML 1.1, "Null")."""

_MOST = 200_000
"""Values that one entry may have. Aliases of aliases could make any number of them."""

_JSON = re.compile(r"true|false|-?(?:0|[1-9]\d{0,300})(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?")


@define
class YamlValues:
    """Makes the values of nodes; what is odd goes to ``diagnostics``."""

    diagnostics: list[Diagnostic] = Factory(list)
    left: int = _MOST

    def value(self, node: YamlNode, *, typed: bool = False) -> Any:
        """Return the value of a node.

        Args:
            node: The node.
            typed: Whether plain numbers and truth values are those of JSON, not texts.
        """
        self.left -= 1
        if self.left < 0:
            if self.left == -1:
                self.diagnostics.append(problem(Code.SYNTAX, "yaml-aliases").at(node.line))
            return None
        match node:
            case YamlText():
                return _scalar(node, typed=typed)
            case YamlList():
                return [self.value(item, typed=typed) for item in node.items]
            case YamlMap():
                return {
                    key: self.value(inner, typed=typed) for key, inner, _ in self.pairs_once(node)
                }

    def key(self, node: YamlNode) -> str:
        """Return a key as a text."""
        value = self.value(node)
        return value if isinstance(value, str) else "" if value is None else json.dumps(value)

    def pairs(self, node: YamlMap) -> list[tuple[str, YamlNode, int]]:
        """Return the pairs of a mapping, those that it merges last, each with its line."""
        own: list[tuple[str, YamlNode, int]] = []
        merged: list[YamlMap] = []
        for key, inner in node.pairs:
            self.left -= 1
            if isinstance(key, YamlText) and key.is_plain and key.value == "<<":
                others = inner.items if isinstance(inner, YamlList) else [inner]
                merged += [one for one in others if isinstance(one, YamlMap)]
            elif self.left > 0:
                own.append((self.key(key), inner, key.line))
        names = {name for name, _, _ in own}
        for one in merged:
            new = [(name, inner, node.line) for name, inner, _ in self.pairs(one)]
            own += [pair for pair in new if pair[0] not in names]
            names |= {name for name, _, _ in new}
        return own

    def pairs_once(self, node: YamlMap) -> list[tuple[str, YamlNode, int]]:
        """Return the pairs of a mapping; report a key that stands twice, and take its first."""
        found: dict[str, tuple[str, YamlNode, int]] = {}
        for name, inner, line in self.pairs(node):
            if name in found:
                value = shown(self.value(inner))
                again = problem(Code.DUPLICATE_FIELD, "yaml", key=name, value=value)
                self.diagnostics.append(again.at(line))
            else:
                found[name] = (name, inner, line)
        return [*found.values()]


def _scalar(node: YamlText, *, typed: bool) -> Any:
    if not node.is_plain:
        return node.value
    if node.value in NULLS:
        return None
    if typed and _JSON.fullmatch(node.value):
        return json.loads(node.value)
    return node.value


def shown(value: Any) -> str:
    """Return a value in a few words, for messages."""
    return json.dumps(value, ensure_ascii=False)[:60]
