"""Text to records, chunk by chunk.

scan ──▶ entries ──▶ macros ──▶ inheritance ──▶ LaTeX and names ──▶ Record
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from attrs import define, field

from refconv.core.fields import Raw, Record
from refconv.core.report import Block, Code, Diagnostic, Severity
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.bibtex.latex.decode import LONGEST, decode_plainly, decode_with_care
from refconv.formats.bibtex.latex.field_styles import StyleOf
from refconv.formats.bibtex.latex.verbatim import read_verbatim
from refconv.formats.bibtex.latex.white_space import CONTROL, clean, one_line
from refconv.formats.bibtex.syntax.entry_chunks import cut, keys
from refconv.formats.bibtex.syntax.entry_parser import ValuePart, parse_sound, parse_value
from refconv.formats.bibtex.syntax.inheritance import Heirs, Source, referred
from refconv.formats.bibtex.syntax.name_lists import parse_names
from refconv.formats.bibtex.syntax.recovery import recover
from refconv.formats.bibtex.syntax.scanner import RawBlock, scan
from refconv.formats.bibtex.syntax.string_macros import Macros
from refconv.formats.chunks import Lines


@define
class Index:
    """What the chunks of a file must know of one another.

    ``macros`` are all definitions, each with the number of its chunk; ``parents`` the entries that
    others inherit from, by their keys in lower case; ``may_refer`` tells whether any may do so.
    """

    macros: list[tuple[int, str, str]] = field(factory=list)
    parents: dict[str, Source] = field(factory=dict)
    may_refer: bool = True
    # The definitions that the chunks so far needed, and how many they are.
    _known: Macros = field(factory=Macros)
    _count: int = 0

    def before(self, number: int) -> Macros:
        """Give the macros as they are where a chunk begins; chunks come in their order."""
        if self._count and self.macros[self._count - 1][0] >= number:
            self._known, self._count = Macros(), 0
        while self._count < len(self.macros) and self.macros[self._count][0] < number:
            _, name, value = self.macros[self._count]
            self._known.define(name, value)
            self._count += 1
        return Macros(dict(self._known.values))


@define
class _Reader:
    """Reads one chunk of a file."""

    text: str
    style_of: StyleOf
    index: Index = field(factory=Index)
    first_line: int = 1
    macros: Macros = field(factory=Macros)
    diagnostics: list[Diagnostic] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    lines: Lines = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.lines = Lines(self.text, self.first_line)
        self.macros.allow(len(self.text))

    def run(self) -> Split:
        sources: list[Source] = []
        for block in scan(self.text):
            kind = block.type.lower()
            if not kind:
                self.between(block)
            elif kind in ("comment", "preamble", "string"):
                self.special(block, kind)
            else:
                sources.append(self.entry(block))
        may_refer = self.index.may_refer and _refers(self.text)
        heirs = Heirs(self.index.parents) if may_refer else None
        records = tuple(self.record(source, heirs) for source in sources)
        return Split(records, tuple(self.diagnostics), tuple(self.blocks))

    def say(self, code: Code, message: str, place: int, severity: Severity | None = None) -> None:
        column = self.lines.column(place)
        self.diagnostics.append(Diagnostic(code, message, self.line(place), column, severity))

    def line(self, place: int) -> int:
        return self.lines.line(place)

    def between(self, block: RawBlock) -> None:
        text = self.text[block.start : block.end]
        stripped = text.strip()
        if not stripped:
            return
        place = block.start + len(text) - len(text.lstrip())
        self.blocks.append(Block("text", stripped, self.line(place)))
        if any(not line.lstrip().startswith("%") for line in stripped.split("\n") if line.strip()):
            message = "text between the entries, kept as a comment"
            self.say(Code.STRAY_TEXT, message, place, severity=Severity.NOTE)

    def definitions(self) -> list[tuple[str, str]]:
        """Give the macros that the chunk defines, in order."""
        defined: list[tuple[str, str]] = []
        for block in scan(self.text):
            if block.type.lower() == "string":
                defined += self.special(block, "string")
        return defined

    def special(self, block: RawBlock, kind: str) -> list[tuple[str, str]]:
        """Take a block that is no entry; give the macro that it defines, if any."""
        source = self.text[block.start : block.end]
        self.blocks.append(Block(kind, source, self.line(block.start)))
        if not block.closed:
            message = f"@{kind} is not closed, cut before what follows"
            self.say(Code.UNCLOSED_ENTRY, message, block.start)
        if kind != "string":
            return []
        name, equals, value = self.text[block.body : block.stop].partition("=")
        parts = parse_value(value.strip().rstrip(",").rstrip()) if equals else None
        if parts is None or not name.strip():
            self.say(Code.SYNTAX, "@string defines no macro, kept as it is", block.start)
            return []
        joined, problems = self.macros.join(parts)
        for code, message in problems:
            self.say(code, message, block.start)
        self.macros.define(name.strip(), joined)
        return [(name.strip(), joined)]

    def entry(self, block: RawBlock) -> Source:
        kind = block.type.lower()
        parsed = parse_sound(self.text, block) or recover(self.text, block)
        line = self.line(block.start)
        if not block.closed:
            message = f"the entry {parsed.key!r} is not closed, cut before what follows"
            self.say(Code.UNCLOSED_ENTRY, message, block.start, severity=Severity.ERROR)
        if not parsed.key:
            self.say(Code.MISSING_KEY, f"this {kind} has no key", block.start)
        for problem in parsed.problems:
            self.say(*problem)
        for text in parsed.leftover:
            self.blocks.append(Block("text", text, line))
        fields: list[tuple[str, str, int]] = []
        seen: dict[str, int] = {}
        for name, value, offset in parsed.fields:
            at = line + offset
            fields.append((name, value if isinstance(value, str) else self.joined(value, at), at))
            folded = name.lower()
            if folded in seen:
                message = f"{name!r} stands on line {seen[folded]} too, the first is taken"
                self.diagnostics.append(Diagnostic(Code.DUPLICATE_FIELD, message, at))
            else:
                seen[folded] = at
        return Source(kind, parsed.key, tuple(fields), line)

    def joined(self, parts: Sequence[ValuePart], line: int) -> str:
        """Put the value of a field together, and say what is wrong with it."""
        value, problems = self.macros.join(parts)
        self.diagnostics += [Diagnostic(code, message, line) for code, message in problems]
        return value

    def record(self, source: Source, heirs: Heirs | None) -> Record:
        if heirs is not None:
            source, missing = heirs.resolve(source)
            for key, line in missing:
                message = f"no entry has the key {key!r}, nothing is inherited from it"
                self.diagnostics.append(Diagnostic(Code.CROSSREF, message, line))
        fields = [(name, self.value(name, value, line)) for name, value, line in source.fields]
        lines = [line for _, _, line in source.fields]
        return Record(source.type, source.key, tuple(fields), source.line, tuple(lines))

    def value(self, name: str, value: str, line: int) -> Raw:
        style = self.style_of(name.lower())
        if style is None:
            return read_verbatim(value)
        if isinstance(style, str):
            names = parse_names(value)
            if any(name.literal.count(",") > 2 for name in names) and "{" not in value:
                message = f"more than two commas in a name of {name!r}, kept as it is"
                self.diagnostics.append(Diagnostic(Code.BAD_NAME, message, line))
            return names or one_line(value)
        if (plain := decode_plainly(value, style)) is not None:
            return plain
        text, kept = decode_with_care(value, style)
        if kept:
            message = f"LaTeX that is not known is kept as it is: {', '.join(kept[:3])}"
            if len(value) > LONGEST:
                message = f"LaTeX in a value of {len(value):,} characters is kept as it is"
            self.diagnostics.append(
                Diagnostic(Code.LATEX_KEPT, message, line, severity=Severity.NOTE)
            )
        return text


def _cleaned(chunk: Chunk) -> tuple[str, dict[str, Diagnostic]]:
    """Give a chunk's text without control characters, and say where the first of them is."""
    text = chunk.text.removeprefix("\ufeff")
    cleaned = clean(text)
    match = None if len(cleaned) == len(text) else CONTROL.search(text)
    if match is None:
        return cleaned, {}
    line = text.count("\n", 0, match.start()) + chunk.line
    column = match.start() - text.rfind("\n", 0, match.start())
    message = "control characters left out"
    return cleaned, {"control": Diagnostic(Code.CONTROL_CHARACTER, message, line, column)}


_DEFINES = re.compile(r"@[ \t]*string\s*[{(]", re.IGNORECASE)


def _refers(text: str) -> bool:
    """Tell whether there may be something that inherits in a text."""
    # Bytes are made small several times faster than characters.
    lowered = text.encode("utf-8", "replace").lower()
    return b"crossref" in lowered or b"xdata" in lowered


_KEY = re.compile(r"\s*([^\s,={}\"]*)")


def read_with(style_of: StyleOf) -> Chunking:
    """Make the reading of a dialect."""

    def entries(chunk: Chunk, index: Index, is_meant: Callable[[str], bool]) -> Iterable[Source]:
        """Read some entries of a chunk, without what is said of them: that comes later."""
        text = _cleaned(chunk)[0]
        reader = _Reader(text, style_of, index, chunk.line, index.before(chunk.number))
        for block in scan(text):
            kind = block.type.lower()
            if kind == "string":
                reader.special(block, kind)
            elif kind not in ("", "comment", "preamble") and is_meant(
                text[block.body : block.stop]
            ):
                yield reader.entry(block)

    def index(chunks: Callable[[], Iterable[Chunk]]) -> Index:
        """Gather the macros; then, where entries refer to others, those."""
        found = Index(may_refer=False)
        named: set[str] = set()
        for chunk in chunks():
            if _DEFINES.search(chunk.text) is not None:
                reader = _Reader(
                    _cleaned(chunk)[0], style_of, found, chunk.line, found.before(chunk.number)
                )
                defined = reader.definitions()
                found.macros += [(chunk.number, name, value) for name, value in defined]
            if _refers(chunk.text):
                found.may_refer = True
                for source in entries(chunk, found, _refers):
                    named |= {key.lower() for key, _, _ in referred(source)}
        if named:
            for chunk in chunks():
                for source in entries(chunk, found, lambda body: _key(body) in named):
                    found.parents.setdefault(source.key.lower(), source)
        return found

    def split(chunk: Chunk, index: Index) -> Split:
        text, once = _cleaned(chunk)
        macros = index.before(chunk.number)
        result = _Reader(text, style_of, index, chunk.line, macros).run()
        return Split(result.records, result.diagnostics, result.blocks, once=once)

    return Chunking(cut, split, index, keys)


def _key(body: str) -> str:
    match = _KEY.match(body)
    return match[1].lower() if match is not None else ""
