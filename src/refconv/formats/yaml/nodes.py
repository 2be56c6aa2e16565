"""YAML text → nodes: texts, lists and mappings, each with its line, as far as the text is valid.

PyYAML's parser makes events of a text, and these become nodes here. No tag makes an object, no
scalar is resolved: ``no``, ``1:20``, ``007`` and ``2018-03-05`` stay the texts that they are (the
types of YAML 1.1 would change them). Nesting is bounded, and an alias of an anchor that holds it is
an unknown one, so that no text can do harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from attrs import Factory, define, frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem

DEEPEST = 60
"""How many lists and mappings may stand in one another."""


@frozen
class YamlText:
    """A scalar; ``is_plain`` if it has no quotes."""

    value: str
    is_plain: bool
    line: int


@define
class YamlList:
    """A sequence: its members, and the line and column of its beginning."""

    line: int
    column: int
    items: list[YamlNode] = Factory(list)


@define
class YamlMap:
    """A mapping: its keys and values in order, with repeats."""

    line: int
    column: int
    pairs: list[tuple[YamlNode, YamlNode]] = Factory(list)
    key: YamlNode | None = None


YamlNode: TypeAlias = YamlText | YamlList | YamlMap

_BREAKS = re.compile("[\x85\u2028\u2029]")
_ILLEGAL = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


@define
class Composer:
    """Composes the documents of texts one after another; they share their anchors.

    ``is_broken`` is whether the last text was not valid.
    """

    diagnostics: list[Diagnostic] = Factory(list)
    once: dict[str, Diagnostic] = Factory(dict)
    anchors: dict[str, YamlNode] = Factory(dict)
    is_broken: bool = False

    def compose(self, text: str, first: int) -> list[YamlNode]:
        """Return the roots of a text's documents; the last one as far as it is valid.

        Args:
            text: The text.
            first: The line in which it begins.
        """
        tree = _Tree(self, first)
        self.is_broken = False
        try:
            for event in _events(self._legal(text, first)):
                tree.take(event)
        except _TooDeepError:
            self._stop("nested too deeply", tree.line)
        except Exception as error:
            mark = getattr(error, "problem_mark", None)
            reason = getattr(error, "problem", None) or "the text cannot be read"
            line = tree.line if mark is None else min(mark.line, text.count("\n")) + first
            self._stop(str(reason), line)
        return tree.roots

    def _stop(self, reason: str, line: int) -> None:
        self.diagnostics.append(problem(Code.SYNTAX, "yaml", reason=reason).at(line))
        self.is_broken = True

    def _legal(self, text: str, first: int) -> str:
        """Remove the characters that YAML does not allow, and the line ends that only it has."""
        text = text.removeprefix("\ufeff")
        if (match := _ILLEGAL.search(_BREAKS.sub(" ", text))) is not None:
            line = first + text.count("\n", 0, match.start())
            self.once.setdefault("characters", problem(Code.CONTROL_CHARACTER, "yaml").at(line))
        return _ILLEGAL.sub("", _BREAKS.sub(" ", text))


def _events(text: str) -> Iterator[Any]:
    import yaml  # noqa: PLC0415 (only for files in YAML)

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


class _TooDeepError(Exception):
    """Lists within lists that nobody wrote but to do harm."""


class _Tree:
    """The nodes of one text while its events come."""

    def __init__(self, composer: Composer, first: int) -> None:
        self.composer, self.first = composer, first
        self.roots: list[YamlNode] = []
        self.stack: list[tuple[YamlList | YamlMap, str | None]] = []
        self.line = first

    def take(self, event: Any) -> None:
        """Add what an event stands for."""
        line = self.first + event.start_mark.line
        match type(event).__name__:
            case "ScalarEvent":
                is_block = event.style in ("|", ">")
                value = event.value.removesuffix("\n") if is_block else event.value
                node = YamlText(value, not event.style, line)
                self._add(node)
                self._anchor(event.anchor, node)
            case "SequenceStartEvent":
                self._open(YamlList(line, event.start_mark.column), event.anchor)
            case "MappingStartEvent":
                self._open(YamlMap(line, event.start_mark.column), event.anchor)
            case "SequenceEndEvent" | "MappingEndEvent":
                self._anchor(self.stack[-1][1], self.stack[-1][0])
                self.stack.pop()
            case "AliasEvent":
                self._alias(str(event.anchor), line)
        self.line = self.first + event.end_mark.line

    def _open(self, node: YamlList | YamlMap, anchor: str | None) -> None:
        if len(self.stack) >= DEEPEST:
            raise _TooDeepError
        self._add(node)
        self.stack.append((node, anchor))

    def _anchor(self, anchor: str | None, node: YamlNode) -> None:
        if anchor is not None:
            self.composer.anchors[anchor] = node

    def _alias(self, name: str, line: int) -> None:
        node = self.composer.anchors.get(name)
        if node is None:
            found = problem(Code.SYNTAX, "yaml-alias", alias=name)
            self.composer.diagnostics.append(found.at(line))
            node = YamlText("", is_plain=True, line=line)
        self._add(node)

    def _add(self, node: YamlNode) -> None:
        if not self.stack:
            self.roots.append(node)
            return
        parent = self.stack[-1][0]
        if isinstance(parent, YamlList):
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            parent.pairs.append((parent.key, node))
            parent.key = None
