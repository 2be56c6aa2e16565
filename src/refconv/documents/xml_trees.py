"""Small pieces of XML as a tree: names without prefixes, texts and children in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import define, field

from refconv.core.diagnostics import Problem
from refconv.documents.xml_events import parse


@define(eq=False)
class Node:
    """An element: its name without a prefix, its attributes, its texts and children in order.

    ``line`` is that of its start tag, from 1.
    """

    name: str
    attributes: Mapping[str, str] = field(factory=dict)
    content: list[Node | str] = field(factory=list)
    line: int = 0

    def children(self, *names: str) -> list[Node]:
        """Return the children, those with one of some names."""
        nodes = [part for part in self.content if isinstance(part, Node)]
        return [node for node in nodes if not names or node.name in names]

    def first(self, *names: str) -> Node | None:
        """Return the first child with one of some names."""
        return next(iter(self.children(*names)), None)

    def all(self, *names: str) -> Iterator[Node]:
        """Yield the elements within, at any depth, with one of some names; not within one another.

        The element itself counts.
        """
        stack = [self]
        while stack:
            node = stack.pop()
            if node.name in names:
                yield node
            else:
                stack.extend(reversed(node.children()))

    def text(self) -> str:
        """Return all the text in it, white space as one space."""
        return " ".join(self.raw_text().split())

    def raw_text(self) -> str:
        """Return all the text in it as it is."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, str):
                parts.append(part)
            else:
                stack.extend(reversed(part.content))
        return "".join(parts)

    def child_text(self, *path: str) -> str:
        """Return the text of the first element at the end of a path of names."""
        node: Node | None = self
        for name in path:
            node = node.first(name) if node is not None else None
        return node.text() if node is not None else ""


class _Building:
    """Builds a tree of events."""

    def __init__(self) -> None:
        self.root = Node("")
        self._stack = [self.root]
        self.line: Callable[[], int] = lambda: 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        node = Node(name, attributes, line=self.line())
        self._stack[-1].content.append(node)
        self._stack.append(node)

    def end(self, _name: str) -> None:
        self._stack.pop()

    def text(self, text: str) -> None:
        self._stack[-1].content.append(text)


def tree_of(text: str | bytes) -> Node:
    """Return the tree of XML, as far as it is well-formed; its root is the child of the result.

    >>> tree_of("<a><b>1</b><b>2").first("a").child_text("b")
    '1'
    """
    return parsed_tree(text)[0]


def parsed_tree(text: str | bytes, part: str = "the document") -> tuple[Node, Problem | None]:
    """Return the tree of XML, and what is wrong with it."""
    building = _Building()
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    found = parse(data, building, part, lambda line: setattr(building, "line", line))
    return building.root, found
