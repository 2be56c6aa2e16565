"""The entries of a YAML file, read chunk by chunk: the items of its list, or the pairs of its map.

A file that is not valid is read on from the next entry, each by itself. A chunk ends before an
entry; where a text has anchors, what follows them is one chunk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import CHUNK_SIZE, Window, rest_of
from refconv.formats.yaml.nodes import Composer, YamlList, YamlMap, YamlNode, YamlText
from refconv.formats.yaml.values import YamlValues, shown

_ANCHOR = re.compile(r"(?:^|[\s\[{,])&[^\s,\[\]{}]", re.MULTILINE)
_MARKER = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:#.*)?$", re.MULTILINE)
_WRAPPER = re.compile(r"^references[ \t]*:", re.MULTILINE)
_ITEM = re.compile(r"^( *)-(?=[ \t\n])", re.MULTILINE)
_FIRST_LINE = re.compile(r"\ufeff?(?:(?:[ \t]*(?:#[^\n]*)?|---[^\n]*|%[^\n]*)\n)*")
_PAIR = re.compile(r"^[^\s#\-%\]}.&*!|>@,:?][^\n]{0,400}?:(?=\s|$)", re.MULTILINE)


@frozen
class YamlEntry:
    """An entry of a file: the key before it, empty in a list, its pairs and its line."""

    key: str
    node: YamlMap
    line: int


MakeRecord: TypeAlias = Callable[[YamlEntry, YamlValues], Record]


def entries_of_list(record: MakeRecord) -> Chunking:
    """Return how a list of entries is read: that of ``references``, or a bare one."""
    return Chunking(_cut_at(_item_pattern), lambda chunk, _: _ListReader(record).read(chunk))


def entries_of_map(record: MakeRecord) -> Chunking:
    """Return how a mapping is read whose keys are the entries' ids."""
    return Chunking(_cut_at(lambda _: _PAIR), lambda chunk, _: _MapReader(record).read(chunk))


# ── cutting ───────────────────────────────────────────────────────────────────────────────────────


def _item_pattern(text: str) -> re.Pattern[str] | None:
    """Return the pattern of the beginning of an item, by the first one; ``None`` without any."""
    wrapper = _WRAPPER.search(text)
    if wrapper is not None:
        place = wrapper.end()
    elif (first := _FIRST_LINE.match(text)) is not None:
        place = first.end()
    item = _ITEM.search(text, place)
    if item is None or (wrapper is None and item.start() != place):
        return None
    return re.compile(rf"^ {{{len(item[1])}}}-(?=[ \t\n])", re.MULTILINE)


def _cut_at(
    pattern_of: Callable[[str], re.Pattern[str] | None],
) -> Callable[[Window], Iterator[str]]:
    def cut(window: Window) -> Iterator[str]:
        window.grow(CHUNK_SIZE + 1)
        pattern = pattern_of(window.text)
        head = _FIRST_LINE.match(window.text)
        start, length = head.end() if head else 0, CHUNK_SIZE
        while pattern is not None and window.grow(length + 1) and len(window.text) > length:
            places = [match.start() for match in pattern.finditer(window.text, start, length)]
            last = places[-1] if places else 0
            if _ANCHOR.search(window.text, 0, last) or _MARKER.search(window.text, start, length):
                break
            length = CHUNK_SIZE if last else 4 * length
            if last:
                yield window.cut(last)
                start = 0
        if rest := rest_of(window):
            yield rest

    return cut


# ── reading ───────────────────────────────────────────────────────────────────────────────────────


class _Reader:
    """Reads a chunk; what kind of file it is of is for each class below to say."""

    def __init__(self, record: MakeRecord) -> None:
        self.record = record
        self.composer = Composer()
        self.records: list[Record] = []
        self.blocks: list[Block] = []
        self.once: dict[str, Diagnostic] = {}

    def read(self, chunk: Chunk) -> Split:
        """Return a chunk's records."""
        self.chunk(chunk)
        only = chunk.number == 0 and chunk.following == 0
        diagnostics = self.composer.diagnostics
        if only and not (self.records or diagnostics or self.once) and chunk.text.strip():
            diagnostics.append(problem(Code.NO_REFERENCES, "yaml").at(1, 1))
        once = {**self.once, **self.composer.once}
        return Split(tuple(self.records), tuple(diagnostics), tuple(self.blocks), once=once)

    def chunk(self, chunk: Chunk) -> None:
        raise NotImplementedError

    def root(self, node: YamlNode) -> None:
        raise NotImplementedError

    def compose(self, text: str, line: int, pattern: re.Pattern[str] | None) -> None:
        """Read a text; if it is not valid, read each entry by itself."""
        before = len(self.composer.diagnostics)
        roots = self.composer.compose(text, line)
        places = [match.start() for match in pattern.finditer(text)] if pattern else []
        if self.composer.is_broken and places:
            del self.composer.diagnostics[before:]
            roots = [*self.fragments(text, line, places)]
        for node in roots:
            self.root(node)

    def fragments(self, text: str, line: int, places: list[int]) -> Iterator[YamlNode]:
        """Compose each entry by itself, and what stands before and behind them."""
        last = self.end_of_entries(text, places[-1])
        for place, end in pairwise([0, *places, last, len(text)]):
            if text[place:end].strip():
                at = line + text.count("\n", 0, place)
                yield from self.composer.compose(text[place:end], at)

    def end_of_entries(self, text: str, _last: int) -> int:
        """Return where the entries end, given the place of the last one."""
        return len(text)

    def entry(self, key: str, node: YamlNode, line: int) -> None:
        """Read an entry."""
        values = YamlValues(self.composer.diagnostics)
        if isinstance(node, YamlMap):
            self.records.append(self.record(YamlEntry(key, node, line), values))
        else:
            self.stray(node, key)

    def stray(self, node: YamlNode, key: str = "") -> None:
        """Report what is no entry, if it is anything."""
        values = YamlValues()
        value = values.value(node)
        if value or key:
            text = shown({key: value} if key else value)
            found = problem(Code.STRAY_TEXT, "item", value=text).at(node.line)
            self.composer.diagnostics.append(found)


class _MapReader(_Reader):
    """Reads files that are a mapping of entries."""

    def chunk(self, chunk: Chunk) -> None:
        self.compose(chunk.text, chunk.line, _PAIR)

    def root(self, node: YamlNode) -> None:
        if not isinstance(node, YamlMap):
            self.stray(node)
            return
        values = YamlValues(self.composer.diagnostics)
        for key, inner, line in values.pairs(node):
            self.entry(key, inner, line)


class _ListReader(_Reader):
    """Reads files with a list of entries: in a mapping, before other text, or bare."""

    def chunk(self, chunk: Chunk) -> None:
        if chunk.number:
            self.within(chunk.text, chunk.line)
        else:
            self.block(chunk.text, chunk.line)

    def block(self, text: str, line: int) -> None:
        """Read a text with a block of metadata in it: from its first marker to the next one."""
        wrapper = _WRAPPER.search(text)
        first = _FIRST_LINE.match(text)
        content = wrapper.start() if wrapper is not None else first.end() if first else 0
        markers = [match.start() for match in _MARKER.finditer(text, 0, content)]
        start = markers[-1] if wrapper is not None and markers else 0
        self.body(text[:start], line)
        end = _MARKER.search(text, content)
        inside = text[start : len(text) if end is None else end.start()]
        at = line + text.count("\n", 0, start)
        self.compose(inside, at, _item_pattern(inside))
        if end is not None:
            self.behind(text[end.start() :], line + text.count("\n", 0, end.start()))

    def end_of_entries(self, text: str, last: int) -> int:
        indent = len(text) - last - len(text[last:].lstrip(" "))
        dedent = re.compile(rf"^(?! {{{indent}}}[ \-]|[ \t]*(?:#|$))", re.MULTILINE)
        end = dedent.search(text, last + 1)
        return len(text) if end is None else end.start()

    def within(self, text: str, line: int) -> None:
        """Read a text that begins with an item of the list."""
        place = self.end_of_entries(text, 0)
        self.compose(text[:place], line, _item_pattern(text))
        if place < len(text):
            self.behind(text[place:], line + text.count("\n", 0, place))

    def behind(self, text: str, line: int) -> None:
        """Read what stands behind a list: other metadata, further blocks, other text."""
        marker = _MARKER.search(text)
        if marker is not None and marker.start() > 0:
            self.compose(text[: marker.start()], line, None)
            self.behind(text[marker.start() :], line + text.count("\n", 0, marker.start()))
        elif marker is not None:
            rest = text[marker.end() :]
            at = line + text.count("\n", 0, marker.end())
            if _WRAPPER.search(rest):
                self.block((marker[0] if marker[0].startswith("---") else "") + rest, at)
            else:
                self.body(rest, at)
        else:
            self.compose(text, line, None)

    def body(self, text: str, line: int) -> None:
        """Report text outside the metadata."""
        words = _MARKER.sub("", text).split()
        if words and "body" not in self.once:
            at = line + text[: text.index(words[0])].count("\n")
            found = problem(Code.STRAY_TEXT, "yaml-body", text=" ".join(words[:12])[:60])
            self.once["body"] = found.at(at)

    def root(self, node: YamlNode) -> None:
        if isinstance(node, YamlList):
            for item in node.items:
                self.entry("", item, item.line)
        elif isinstance(node, YamlMap):
            self.mapping(node)
        elif not isinstance(node, YamlText) or node.value:
            self.stray(node)

    def mapping(self, node: YamlMap) -> None:
        """Read the list of a mapping; what stands beside it is kept as blocks."""
        values = YamlValues(self.composer.diagnostics)
        pairs = values.pairs(node)
        names = {name for name, _, _ in pairs}
        if "references" not in names and "type" in names:
            self.entry("", node, node.line)
            return
        for name, inner, line in pairs:
            if name != "references":
                value = values.value(inner)
                self.blocks.append(Block("metadata", f"{name}: {_text(value)}", line))
            elif isinstance(inner, YamlList):
                self.root(inner)
            elif not isinstance(inner, YamlText) or inner.value:
                self.entry("", inner, inner.line)


def _text(value: object) -> str:
    """Return a value as it stands in a block."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)
