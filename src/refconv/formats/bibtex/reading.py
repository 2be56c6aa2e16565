"""Text to records.

scan ──▶ entries ──▶ macros ──▶ inheritance ──▶ LaTeX and names ──▶ Record
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from attrs import define, field

from refconv.fields import Raw, Record
from refconv.formats.base import Split
from refconv.formats.bibtex.decode import decode
from refconv.formats.bibtex.entries import parse_sound, parse_value
from refconv.formats.bibtex.expand import Heirs, Macros, Source
from refconv.formats.bibtex.names import parse_names
from refconv.formats.bibtex.recovery import recover
from refconv.formats.bibtex.scanner import Chunk, scan
from refconv.formats.bibtex.styles import CONTROL, StyleOf, clean, one_line
from refconv.formats.bibtex.verbatim import read_verbatim
from refconv.report import Block, Code, Diagnostic, Severity


@define
class _Reader:
    """Reads one file."""

    text: str
    style_of: StyleOf
    macros: Macros = field(factory=Macros)
    diagnostics: list[Diagnostic] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    newlines: list[int] = field(factory=list)

    def run(self) -> Split:
        self.newlines = [match.start() for match in re.finditer("\n", self.text)]
        sources: list[Source] = []
        for chunk in scan(self.text):
            kind = chunk.type.lower()
            if not kind:
                self.between(chunk)
            elif kind in ("comment", "preamble", "string"):
                self.special(chunk, kind)
            else:
                sources.append(self.entry(chunk))
        heirs = Heirs.of(sources)
        records = tuple(self.record(source, heirs) for source in sources)
        return Split(records, tuple(self.diagnostics), tuple(self.blocks))

    def say(self, code: Code, message: str, place: int, **more: Severity) -> None:
        line = bisect_right(self.newlines, place - 1)
        start = self.newlines[line - 1] + 1 if line else 0
        self.diagnostics.append(Diagnostic(code, message, line + 1, place - start + 1, **more))

    def line(self, place: int) -> int:
        return bisect_right(self.newlines, place - 1) + 1

    def between(self, chunk: Chunk) -> None:
        text = self.text[chunk.start : chunk.end]
        stripped = text.strip()
        if not stripped:
            return
        place = chunk.start + len(text) - len(text.lstrip())
        self.blocks.append(Block("text", stripped, self.line(place)))
        if any(not line.lstrip().startswith("%") for line in stripped.split("\n") if line.strip()):
            message = "text between the entries, kept as a comment"
            self.say(Code.STRAY_TEXT, message, place, severity=Severity.NOTE)

    def special(self, chunk: Chunk, kind: str) -> None:
        source = self.text[chunk.start : chunk.end]
        self.blocks.append(Block(kind, source, self.line(chunk.start)))
        if not chunk.closed:
            message = f"@{kind} is not closed, cut before what follows"
            self.say(Code.UNCLOSED_ENTRY, message, chunk.start)
        if kind != "string":
            return
        name, equals, value = self.text[chunk.body : chunk.stop].partition("=")
        pieces = parse_value(value.strip().rstrip(",").rstrip()) if equals else None
        if pieces is None or not name.strip():
            self.say(Code.SYNTAX, "@string defines no macro, kept as it is", chunk.start)
            return
        joined, problems = self.macros.join(pieces)
        for code, message in problems:
            self.say(code, message, chunk.start)
        self.macros.define(name.strip(), joined)

    def entry(self, chunk: Chunk) -> Source:
        kind = chunk.type.lower()
        parsed = parse_sound(self.text, chunk) or recover(self.text, chunk)
        line = self.line(chunk.start)
        if not chunk.closed:
            message = f"the entry {parsed.key!r} is not closed, cut before what follows"
            self.say(Code.UNCLOSED_ENTRY, message, chunk.start, severity=Severity.ERROR)
        if not parsed.key:
            self.say(Code.MISSING_KEY, f"this {kind} has no key", chunk.start)
        for problem in parsed.problems:
            self.say(*problem)
        for text in parsed.leftover:
            self.blocks.append(Block("text", text, line))
        fields: list[tuple[str, str, int]] = []
        seen: dict[str, int] = {}
        for name, pieces, offset in parsed.fields:
            at = line + offset
            value, problems = self.macros.join(pieces)
            for code, message in problems:
                self.diagnostics.append(Diagnostic(code, message, at))
            fields.append((name, value, at))
            folded = name.lower()
            if folded in seen:
                message = f"{name!r} stands on line {seen[folded]} too, the first is taken"
                self.diagnostics.append(Diagnostic(Code.DUPLICATE_FIELD, message, at))
            seen.setdefault(folded, at)
        return Source(kind, parsed.key, tuple(fields), line)

    def record(self, source: Source, heirs: Heirs) -> Record:
        source, missing = heirs.resolve(source)
        for key, line in missing:
            message = f"no entry has the key {key!r}, nothing is inherited from it"
            self.diagnostics.append(Diagnostic(Code.CROSSREF, message, line))
        fields = tuple((name, self.value(name, value, line)) for name, value, line in source.fields)
        lines = tuple(line for _, _, line in source.fields)
        return Record(source.type, source.key, fields, source.line, lines)

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
        text, kept = decode(value, style)
        if kept:
            message = f"LaTeX that is not known is kept as it is: {', '.join(kept[:3])}"
            self.diagnostics.append(
                Diagnostic(Code.LATEX_KEPT, message, line, severity=Severity.NOTE)
            )
        return text


def read_with(style_of: StyleOf) -> Callable[[str], Split]:
    """Make the ``split`` of a dialect."""

    def split(text: str) -> Split:
        text = text.removeprefix("\ufeff")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        cleaned = clean(text)
        said: tuple[Diagnostic, ...] = ()
        if len(cleaned) != len(text) and (match := CONTROL.search(text)) is not None:
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            said = (
                Diagnostic(Code.CONTROL_CHARACTER, "control characters left out", line, column),
            )
        result = _Reader(cleaned, style_of).run()
        return Split(result.records, said + result.diagnostics, result.blocks)

    return split
