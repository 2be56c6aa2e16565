"""Text to records, chunk by chunk: the steps of reading.

scan ──▶ entries ──▶ macros ──▶ inheritance ──▶ LaTeX and names ──▶ Record
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from attrs import define, field, frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.core.fields import Raw, Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.bibtex.latex.decode import LONGEST
from refconv.formats.bibtex.latex.field_styles import StyleOf
from refconv.formats.bibtex.latex.formulas import COMMAND, is_harmless
from refconv.formats.bibtex.latex.white_space import CONTROL, clean
from refconv.formats.bibtex.syntax.chunk_index import ChunkIndex
from refconv.formats.bibtex.syntax.entry_chunks import cut, keys
from refconv.formats.bibtex.syntax.entry_parser import (
    Parsed,
    ValuePart,
    parse_entry,
    parse_value,
    without_comments,
)
from refconv.formats.bibtex.syntax.field_values import read_plain, read_value
from refconv.formats.bibtex.syntax.inheritance import CrossReferences, RawEntry, parent_keys
from refconv.formats.bibtex.syntax.recovery import recover
from refconv.formats.bibtex.syntax.scanner import CONTAINERS, SPECIAL, START, RawBlock, scan
from refconv.formats.bibtex.syntax.string_macros import Macros
from refconv.formats.chunks import Positions


def read_with(style_of: StyleOf) -> Chunking:
    """Return how a dialect is read, chunk by chunk, given the styles of its fields."""
    reading = _Reading(style_of)
    return Chunking(cut, reading.split, reading.index, keys)


@frozen
class _Reading:
    """Reads the chunks of files: first what they must know of one another, then each."""

    style_of: StyleOf

    def index(self, chunks: Callable[[], Iterable[Chunk]]) -> ChunkIndex:
        """Collect the macros of a file and, where entries refer to others, those."""
        index = ChunkIndex(may_refer=False)
        named: set[str] = set()
        for chunk in chunks():
            if _DEFINES.search(chunk.text) is not None:
                defined = self._reader(chunk, index).definitions()
                index.macros += [(chunk.number, name, value) for name, value in defined]
            if (keys := named_parents(chunk.text)) is not None:
                index.may_refer = True
                named |= keys
                if _ODD_PARENT in keys:
                    for entry in self._entries(chunk, index, may_refer):
                        named |= {key.lower() for key, _, _ in parent_keys(entry)}
        for chunk in chunks() if named else ():
            for entry in self._entries(chunk, index, lambda body: _key(body) in named, named):
                index.parents.setdefault(entry.key.lower(), entry)
        return index

    def split(self, chunk: Chunk, index: ChunkIndex) -> Split:
        """Read a chunk."""
        return self._reader(chunk, index).run()

    def _entries(
        self,
        chunk: Chunk,
        index: ChunkIndex,
        is_wanted: Callable[[str], bool],
        keys: AbstractSet[str] | None = None,
    ) -> Iterator[RawEntry]:
        """Yield the entries of a chunk whose body is wanted, which have one of some keys."""
        reader = self._reader(chunk, index)
        if keys is not None and not has_key(reader.text, keys):
            return
        for block in scan(reader.text):
            kind = block.type.lower()
            if kind == "string":
                reader.special(block, kind)
            elif kind and kind not in SPECIAL and is_wanted(reader.text[block.body : block.stop]):
                yield reader.entry(block)

    def _reader(self, chunk: Chunk, index: ChunkIndex) -> _ChunkReader:
        return _ChunkReader(chunk, self.style_of, index, index.before(chunk.number))


_REPEATED = frozenset({"annote", "annotation"})
"""Fields that Zotero writes once for each of an item's notes."""


@define
class _ChunkReader:
    """Reads one chunk of a file, without its control characters."""

    chunk: Chunk
    style_of: StyleOf
    index: ChunkIndex
    macros: Macros
    text: str = field(init=False)
    lines: Positions = field(init=False)
    diagnostics: list[Diagnostic] = field(factory=list)
    blocks: list[Block] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.text = clean(self.chunk.text.removeprefix("\ufeff"))
        self.lines = Positions(self.text, self.chunk.line)
        self.macros.allow(len(self.text))

    def run(self) -> Split:
        """Read all blocks of the chunk."""
        entries: list[RawEntry] = []
        for block in scan(self.text):
            kind = block.type.lower()
            if not kind:
                self.between(block)
            elif kind in SPECIAL:
                self.special(block, kind)
            elif kind in CONTAINERS:
                self.container(block, kind)
            else:
                entries.append(self.entry(block))
        is_child = self.index.may_refer and may_refer(self.text)
        parents = CrossReferences(self.index.parents) if is_child else None
        records = tuple(self.record(entry, parents) for entry in entries)
        once = _control_characters(self.chunk, self.text)
        return Split(records, tuple(self.diagnostics), tuple(self.blocks), once=once)

    def report(self, found: Problem, start: int, end: int = 0) -> None:
        """Report a problem of the text between two places."""
        line, column = self.lines.line(start), self.lines.column(start)
        ends = (self.lines.line(end), self.lines.column(end)) if end else ()
        self.diagnostics.append(found.at(line, column, *ends))

    # ── blocks that are not entries ───────────────────────────────────────────────────────────────

    def between(self, block: RawBlock) -> None:
        """Keep the text between two entries."""
        text = self.text[block.start : block.end]
        stripped = text.strip()
        if not stripped:
            return
        start = block.start + len(text) - len(text.lstrip())
        self.blocks.append(Block("text", stripped, self.lines.line(start)))
        if any(not line.lstrip().startswith("%") for line in stripped.split("\n") if line.strip()):
            found = problem(Code.STRAY_TEXT, "between-entries")
            self.report(found, start, start + len(stripped))

    def definitions(self) -> list[tuple[str, str]]:
        """Return the macros that the chunk defines, in order."""
        defined: list[tuple[str, str]] = []
        for block in scan(self.text):
            if block.type.lower() == "string":
                defined += self.special(block, "string")
        return defined

    def special(self, block: RawBlock, kind: str) -> list[tuple[str, str]]:
        """Keep a block that is not an entry; return the macro that it defines, if any."""
        source = self.text[block.start : block.end]
        self.blocks.append(Block(kind, source, self.lines.line(block.start)))
        if not block.closed:
            found = problem(Code.UNCLOSED_ENTRY, "block", type=kind)
            self.report(found, block.start, block.body)
        if kind != "string":
            return []
        name, equals, value = self.text[block.body : block.stop].partition("=")
        parts = parse_value(value.strip().rstrip(",").rstrip()) if equals else None
        if parts is None or not name.strip():
            self.report(problem(Code.SYNTAX, "string"), block.start, block.end)
            return []
        joined, problems = self.macros.join(parts)
        for found in problems:
            self.report(found, block.start, block.end)
        self.macros.define(name.strip(), joined)
        return [(name.strip(), joined)]

    def container(self, block: RawBlock, kind: str) -> None:
        """Keep an entry that is no reference; what it holds is inherited by others."""
        source = self.text[block.start : block.end]
        self.blocks.append(Block(kind, source, self.lines.line(block.start)))
        key = _key(self.text[block.body : block.stop])
        found = problem(Code.STRAY_TEXT, "container", type=kind, key=key)
        self.report(found, block.start, block.body)

    # ── entries ───────────────────────────────────────────────────────────────────────────────────

    def entry(self, block: RawBlock) -> RawEntry:
        """Read an entry: its key, and its fields with their values put together."""
        kind = block.type.lower()
        body, comments = without_comments(self.text[block.body : block.stop])
        parsed = parse_entry(body, block) or recover(body, block)
        line = self.lines.line(block.start)
        if not block.closed:
            found = problem(Code.UNCLOSED_ENTRY, "entry", key=parsed.key)
            self.report(found, block.start, block.body)
        if not parsed.key:
            found = problem(Code.MISSING_KEY, "entry", type=kind)
            self.report(found, block.start, block.body)
        for placed in parsed.problems:
            self.report(*placed)
        self.blocks += [Block("text", text, line) for text in (*comments, *parsed.leftover)]
        return RawEntry(kind, parsed.key, tuple(self.fields(parsed, line)), line)

    def fields(self, parsed: Parsed, first_line: int) -> Iterator[tuple[str, str, int]]:
        """Yield the name, the value and the line of each field of an entry."""
        if len({name.lower() for name, _, _ in parsed.fields}) == len(parsed.fields):
            for name, value, offset in parsed.fields:
                line = first_line + offset
                yield name, value if isinstance(value, str) else self.joined(value, line), line
            return
        seen: dict[str, tuple[str, int]] = {}
        for name, value, offset in parsed.fields:
            line = first_line + offset
            text = value if isinstance(value, str) else self.joined(value, line)
            folded = name.lower()
            first, above = seen.setdefault(folded, (text, line))
            if first != text and folded not in _REPEATED:
                found = problem(Code.DUPLICATE_FIELD, "field", field=name, first_line=above)
                self.diagnostics.append(found.at(line))
            yield name, text, line

    def joined(self, parts: Sequence[ValuePart], line: int) -> str:
        """Join the parts of a field's value."""
        value, problems = self.macros.join(parts)
        if problems:
            self.diagnostics += [found.at(line) for found in problems]
        return value

    # ── records ───────────────────────────────────────────────────────────────────────────────────

    def record(self, entry: RawEntry, parents: CrossReferences | None) -> Record:
        """Return the record of an entry, with what it inherits."""
        if parents is not None:
            entry, missing = parents.resolve(entry)
            for key, line in missing:
                self.diagnostics.append(problem(Code.CROSSREF, "missing", key=key).at(line))
        fields = [(name, self.value(name, value, line)) for name, value, line in entry.fields]
        lines = [line for _, _, line in entry.fields]
        return Record(entry.type, entry.key, tuple(fields), entry.line, tuple(lines))

    def value(self, name: str, value: str, line: int) -> Raw:
        """Read the value of a field in the style of the field."""
        style = self.style_of(name.lower())
        if (plain := read_plain(value, style)) is not None:
            return plain
        raw, unknown, problems = read_value(value, style)
        if problems:
            self.diagnostics += [found.at(line) for found in problems]
        if unknown and len(value) > LONGEST:
            found = problem(Code.LATEX_KEPT, "too-long", length=len(value))
            self.diagnostics.append(found.at(line))
        elif unknown:
            for command in dict.fromkeys(map(_command, unknown)):
                found = problem(Code.LATEX_KEPT, "commands", latex=command)
                self.diagnostics.append(found.at(line))
        return raw


def _control_characters(chunk: Chunk, cleaned: str) -> dict[str, Diagnostic]:
    """Return the diagnostic of the first control character, if there is any."""
    text = chunk.text.removeprefix("\ufeff")
    match = None if len(cleaned) == len(text) else CONTROL.search(text)
    if match is None:
        return {}
    line = text.count("\n", 0, match.start()) + chunk.line
    column = match.start() - text.rfind("\n", 0, match.start())
    found = problem(Code.CONTROL_CHARACTER, "left-out").at(line, column, line, column + 1)
    return {"control": found}


def _command(latex: str) -> str:
    """Return the command that could not be decoded, without its arguments."""
    commands = [f"\\{name}" for name in COMMAND.findall(latex)]
    return next((name for name in commands if not is_harmless(name)), latex[:80])


_DEFINES = re.compile(r"@[ \t]*string\s*[{(]", re.IGNORECASE)


_MAY_REFER = re.compile(rb"(?<![\w-])(?:crossref|xdata)[\s\x00-\x1f\x7f-\xff]*[={\"%]")
# A value of one part, without what could make it another key than it seems.
_REFERENCE = re.compile(
    rb"(?:crossref|xdata)\s*=\s*"
    rb"(?:\{(?P<braced>[^{}\"#%\\\x00-\x1f\x7f]*)\}|\"(?P<quoted>[^{}\"#%\\\x00-\x1f\x7f]*)\")"
    rb"\s*(?:[,})]|\Z)"
)
_ODD_PARENT = "{}"
"""Stands for parents that only parsing can find; no key is like that."""


def may_refer(text: str) -> bool:
    """Return whether a text may hold an entry that inherits; quick if it does not.

    >>> may_refer("crossref = {a}"), may_refer("keywords = {crossreferenced}")
    (True, False)
    """
    lowered = _lowered(text)
    return _is_near(lowered) and _MAY_REFER.search(lowered) is not None


def named_parents(text: str) -> set[str] | None:
    """Return at least the keys that entries of a text inherit from, in lower case.

    ``None`` if no entry inherits. With a key that cannot be seen without parsing, the set holds
    :data:`_ODD_PARENT`.

    >>> named_parents("@inbook{a, crossref = {B}}")
    {'b'}
    """
    lowered = _lowered(text)
    if not _is_near(lowered):
        return None
    named: set[str] = set()
    found = None
    for found in _MAY_REFER.finditer(lowered):
        match = _REFERENCE.match(lowered, found.start())
        if match is None:
            named.add(_ODD_PARENT)
        else:
            value = (match["braced"] or match["quoted"] or b"").decode("utf-8").lower()
            named |= {key.strip() for key in value.split(",")} | {value.strip()}
    return None if found is None else named - {""}


def _lowered(text: str) -> bytes:
    # Bytes are lowered several times faster than characters.
    return text.encode("utf-8", "replace").lower()


def _is_near(lowered: bytes) -> bool:
    return b"crossref" in lowered or b"xdata" in lowered


def has_key(text: str, keys: AbstractSet[str]) -> bool:
    """Return whether a text may hold an entry with one of some keys, without parsing it.

    >>> has_key("@book{A, title = {b}}", {"a"}), has_key("@book{A, title = {b}}", {"b"})
    (True, False)
    """
    # In parentheses a key may end in one.
    return any(
        match["open"] == "(" or _key(text, match.end()) in keys for match in START.finditer(text)
    )


_KEY = re.compile(r"\s*([^\s,={}\"]*)")


def _key(body: str, place: int = 0) -> str:
    match = _KEY.match(body, place)
    return match[1].lower() if match is not None else ""
