"""BibTeX's syntax: text to records and back.

scan ──▶ entries ──▶ macros ──▶ inheritance ──▶ LaTeX and names ──▶ Record
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import define, field

from refconv.fields import Raw, Record
from refconv.formats.base import Split
from refconv.formats.bibtex import latex
from refconv.formats.bibtex.dates import MACROS
from refconv.formats.bibtex.entries import parse_entry, parse_value
from refconv.formats.bibtex.expand import Heirs, Macros, Source
from refconv.formats.bibtex.names import carry_names, format_names, parse_names
from refconv.formats.bibtex.scanner import Chunk, scan
from refconv.report import Block, Code, Diagnostic, Severity

Style: TypeAlias = latex.Style

NAMES = "names"
"""The style of a key that holds names."""

StyleOf: TypeAlias = Callable[[str], Style | str | None]
"""How a key (lower case) is read and written: ``None`` is verbatim."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def _clean(text: str) -> str:
    if _CONTROL.search(text) is None:
        return text
    return _CONTROL.sub(lambda match: _REPLACED.get(match[0], ""), _SURROGATES.sub("\ufffd", text))


_REPLACED = {"\x0b": " ", "\x0c": " ", "\x85": " "}

# ── reading ───────────────────────────────────────────────────────────────────────────────────────


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
        parsed = parse_entry(self.text, chunk)
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
                self.diagnostics.append(Diagnostic(code, message, at, 1))
            fields.append((name, value, at))
            folded = name.lower()
            if folded in seen:
                message = f"{name!r} stands on line {seen[folded]} too, the first is taken"
                self.diagnostics.append(Diagnostic(Code.DUPLICATE_FIELD, message, at, 1))
            seen.setdefault(folded, at)
        return Source(kind, parsed.key, tuple(fields), line)

    def record(self, source: Source, heirs: Heirs) -> Record:
        source, missing = heirs.resolve(source)
        for key, line in missing:
            message = f"no entry has the key {key!r}, nothing is inherited from it"
            self.diagnostics.append(Diagnostic(Code.CROSSREF, message, line, 1))
        fields = tuple((name, self.value(name, value, line)) for name, value, line in source.fields)
        lines = tuple(line for _, _, line in source.fields)
        return Record(source.type, source.key, fields, source.line, lines)

    def value(self, name: str, value: str, line: int) -> Raw:
        style = self.style_of(name.lower())
        if style is None:
            return _read_verbatim(value)
        if isinstance(style, str):
            names = parse_names(value)
            return names or latex.decode(value, latex.NAME).text
        text, kept = latex.decode(value, style)
        if kept:
            message = f"LaTeX that is not known is kept as it is: {', '.join(kept[:3])}"
            self.diagnostics.append(
                Diagnostic(Code.LATEX_KEPT, message, line, 1, severity=Severity.NOTE)
            )
        return text


def read_with(style_of: StyleOf) -> Callable[[str], Split]:
    """Make the ``split`` of a dialect."""

    def split(text: str) -> Split:
        text = text.removeprefix("\ufeff")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        cleaned = _clean(text)
        said: tuple[Diagnostic, ...] = ()
        if len(cleaned) != len(text) and (match := _CONTROL.search(text)) is not None:
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            said = (
                Diagnostic(Code.CONTROL_CHARACTER, "control characters left out", line, column),
            )
        result = _Reader(cleaned, style_of).run()
        return Split(result.records, said + result.diagnostics, result.blocks)

    return split


# ── writing ───────────────────────────────────────────────────────────────────────────────────────

_LONE = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}
_BRACE = re.compile(r"[{}]")


def _read_verbatim(source: str) -> str:
    text = latex.one_line(source)
    if "{\\textbrace" in text:
        for brace, written in _LONE.items():
            text = text.replace(written, brace)
    return text


def _write_verbatim(text: str) -> str:
    if "{" in text or "}" in text:
        if not _is_balanced(text):
            text = _BRACE.sub(lambda match: _LONE[match[0]], text)
    # Most readers take a backslash before the closing brace for an escape.
    return f"{text} " if text.endswith("\\") else text


def _is_balanced(text: str) -> bool:
    """Tell whether braces pair up in BibTeX's count, and none is escaped."""
    depth = 0
    previous = ""
    for char in text:
        if char in "{}":
            depth += 1 if char == "{" else -1
            if depth < 0 or previous == "\\":
                return False
        previous = char
    return depth == 0


_KEY = re.compile(r"[^\W\d][^\s\"#%'(),={}\\~@\x00-\x1f\x7f-\x9f\ufeff]*")


def carry_with(style_of: StyleOf) -> Callable[[str, Raw], Raw | None]:
    """Make the ``carry`` of a dialect."""

    def carry(key: str, raw: Raw) -> Raw | None:
        if not _KEY.fullmatch(key):
            return None
        style = style_of(key.lower())
        if raw == "":
            return ""
        if isinstance(style, str):
            names = carry_names(_clean_names(raw))
            text = latex.one_line(_clean(raw)) if isinstance(raw, str) else ""
            return names or text or None
        if not isinstance(raw, str):
            return None
        text = _clean(raw)
        if style is None:
            return _read_verbatim(_write_verbatim(latex.one_line(text))) or None
        return latex.carry(text, style) or None

    return carry


def _clean_names(raw: Raw) -> Raw:
    if isinstance(raw, str):
        return _clean(raw)
    if isinstance(raw, list | tuple):
        return tuple(_clean_names(part) for part in raw)
    return raw


def join_with(style_of: StyleOf) -> Callable[[Sequence[Record], Sequence[Block]], str]:
    """Make the ``join`` of a dialect."""

    def join(records: Sequence[Record], blocks: Sequence[Block] = ()) -> str:
        before = [block for block in blocks if block.kind != "comment"]
        after = [block for block in blocks if block.kind == "comment"]
        parts = [
            *map(_block, before),
            *(_entry(record, style_of) for record in records),
            *map(_block, after),
        ]
        return "\n\n".join(parts) + ("\n" if parts else "")

    return join


def _entry(record: Record, style_of: StyleOf) -> str:
    lines = [f"@{record.type}{{{record.id},"]
    lines += (f"  {key} = {_value(key.lower(), raw, style_of)}," for key, raw in record.fields)
    return "\n".join([*lines, "}"])


def _value(key: str, raw: Raw, style_of: StyleOf) -> str:
    if key == "month" and raw in MACROS:
        return str(raw)
    style = style_of(key)
    if isinstance(style, str):
        return f"{{{raw if isinstance(raw, str) else format_names(raw)}}}"
    return f"{{{_write_verbatim(raw) if style is None else latex.encode(raw, style)}}}"


def _block(block: Block) -> str:
    """Write a block as it was; what would not be read as it was becomes a comment."""
    chunks = list(scan(block.text))
    if all(c.closed and c.type.lower() in ("", "comment", "preamble", "string") for c in chunks):
        return block.text
    return "\n".join(f"% {line}" for line in block.text.split("\n"))


_ILLEGAL = re.compile(r"[\s\"#%'(),={}\\~\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]+")


def legal_id(key: str) -> str:
    """Take out of a key what biblatex and BibTeX do not allow in one (biblatex manual 2.3.1)."""
    return _ILLEGAL.sub("", key)


def legal_type(native: str) -> bool:
    """Tell whether an entry can be of a type."""
    return _TYPE.fullmatch(native) is not None and native not in ("comment", "preamble", "string")


_TYPE = re.compile(r"[a-z][a-z0-9_+-]*")
