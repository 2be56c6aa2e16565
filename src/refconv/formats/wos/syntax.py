"""Web of Science plain text: ``.ciw`` files, and exports as "plain text".

::

    PT J
    AU Moreno, AC
       Lee, SH
    TI A title, which may be wrapped
       at a margin
    ER

A line begins with a tag of two characters; a line that begins with three spaces continues the field
before it. A list (:data:`LISTS`) has one value a line.

Source: Clarivate, *Web of Science Core Collection Field Tags*. rispy's ``WokParser`` cuts
well-formed records into the same values, as a test shows; it is not used, because it knows no lines
to report and drops what it does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Join, Split
from refconv.formats.chunks import cut_before
from refconv.formats.tagged import physical_lines
from refconv.values.html_text import decode_all_entities
from refconv.values.orcid_lists import abbreviated_name
from refconv.values.text import one_line

# ── syntax: text → records ────────────────────────────────────────────────────────────────────────

LISTS = frozenset({"AU", "AF", "BA", "BF", "CA", "GP", "CR", "C1", "C3", "RI"})
"""Tags with one value a line. The lines of any other tag are one value."""

SHORT_NAMES = {"AU": "AF", "BA": "BF"}
"""Tags of abbreviated names (``Moreno, AC``), with the tag of the same names in full."""

KINDS = ("Book Chapter", "Book Review", "Data Paper", "Proceedings Paper", "Software Review")
"""Document types (DT) that are part of a record's type here, because PT tells too little."""

_FIELD = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?")
_FILE_TAGS = frozenset({"FN", "VR", "EF"})


@define
class _Reader:
    """Reads lines; ``fields`` are those of the open record: line, tag, and lines of the value."""

    records: list[Record] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    blocks: list[Block] = Factory(list)
    fields: list[tuple[int, str, list[str]]] = Factory(list)

    def line(self, number: int, line: str) -> None:
        """Read one line: a tag with its value, or the continuation of a value."""
        match = _FIELD.fullmatch(line.rstrip())
        tag = match["tag"] if match is not None else ""
        if tag == "ER":
            self.end_record()
        elif tag in _FILE_TAGS:
            self.end_record(before=number)
            if tag != "EF" or line.rstrip() != tag:
                self.blocks.append(Block("header", line.strip(), number))
        elif tag == "PT":
            self.end_record(before=number)
            self.fields.append((number, tag, [line[3:].strip()]))
        elif match is not None and self.fields:
            self.fields.append((number, tag, [line[3:].strip()]))
        elif line.startswith("   ") and line.strip() and self.fields:
            self.fields[-1][2].append(line.strip())
        elif line.strip():
            reason = "field" if self.fields else "record"
            found = problem(Code.STRAY_TEXT, reason, text=line.strip()[:40])
            self.diagnostics.append(found.at(number))
            self.blocks.append(Block("comment", line.strip(), number))

    def end_record(self, *, before: int | None = None) -> None:
        """Make a record of the fields; without ER it ends before a line, or with the text (0)."""
        if not self.fields:
            return
        if before is not None:
            found = problem(Code.MISSING_END, "line" if before else "text")
            self.diagnostics.append(found.at(self.fields[0][0]))
        self.records.append(record_of(self.fields))
        self.fields = []


def split(chunk: Chunk, _index: object) -> Split:
    """Cut a chunk into records, one from each PT to its ER."""
    reader = _Reader()
    for number, line in enumerate(physical_lines(chunk.text), chunk.line):
        reader.line(number, line)
    reader.end_record(before=chunk.following)
    return Split(tuple(reader.records), tuple(reader.diagnostics), tuple(reader.blocks))


def record_of(fields: Sequence[tuple[int, str, list[str]]]) -> Record:
    """Return the record of fields: the line of each, its tag, and the lines of its value."""
    values = [(line, *pair) for line, tag, lines in fields for pair in _values(tag, lines)]
    values = _without_short_names(values)
    native = next(value for _, tag, value in values if tag == "PT")
    kinds = [kind for _, tag, value in values if tag == "DT" for kind in _kinds(value)]
    kept = [
        (line, tag, text)
        for line, tag, value in values
        if tag != "PT" and (text := _without_kinds(value) if tag == "DT" else value)
    ]
    return Record(
        " ".join((native, "; ".join(kinds))).rstrip(),
        "",
        tuple((tag, value) for _, tag, value in kept),
        fields[0][0],
        tuple(line for line, _, _ in kept),
    )


def _values(tag: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    values = lines if tag in LISTS else (" ".join(lines),)
    for value in values:
        if text := one_line(decode_all_entities(value)):
            yield tag, text
        elif tag == "PT":
            yield tag, "J"


def _without_short_names(values: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Drop abbreviated names that stand in full too; otherwise take them for the full ones."""
    tags = [tag for _, tag, _ in values]
    renamed = {short: full for short, full in SHORT_NAMES.items() if full not in tags}
    dropped = {
        short for short, full in SHORT_NAMES.items() if tags.count(short) == tags.count(full)
    }
    return [
        (line, renamed.get(tag, tag), value) for line, tag, value in values if tag not in dropped
    ]


def _kinds(document_types: str) -> list[str]:
    return [part for part in document_types.split("; ") if part in KINDS]


def _without_kinds(document_types: str) -> str:
    return "; ".join(part for part in document_types.split("; ") if part not in KINDS)


# ── syntax: records → text ────────────────────────────────────────────────────────────────────────


def _entry(record: Record) -> str:
    """Write a record; abbreviated names are made of the full ones."""
    native, _, kinds = record.type.partition(" ")
    lines = [f"PT {native}"]
    fields = [*record.fields]
    if kinds and not any(tag == "DT" for tag, _ in fields):
        fields.append(("DT", ""))
    fields = [
        (tag, "; ".join(filter(None, (value, kinds))) if tag == "DT" else value)
        for tag, value in fields
    ]
    for short, full in SHORT_NAMES.items():
        names = [value for tag, value in fields if tag == full]
        lines += _field(short, [abbreviated_name(name) for name in names])
    for tag in dict.fromkeys(tag for tag, _ in fields):
        values = [value for other, value in fields if other == tag]
        lines += _field(tag, values) if tag in LISTS else [f"{tag} {value}" for value in values]
    return "\n".join((*lines, "ER\n"))


def _field(tag: str, values: Sequence[str]) -> list[str]:
    return [f"{'  ' if place else tag} {value}" for place, value in enumerate(values)]


def carry(key: str, raw: Any) -> str | None:
    """Return a value as reading returns it; ``None`` if it cannot be written."""
    if not re.fullmatch("[A-Z][A-Z0-9]", key) or key in {*SHORT_NAMES, *_FILE_TAGS, "PT", "ER"}:
        return None
    if not isinstance(raw, str):
        return None
    text = one_line(decode_all_entities(raw))
    return (_without_kinds(text) if key == "DT" else text) or None


CHUNKING = Chunking(cut_before(re.compile(r"^PT ", re.MULTILINE)), split, whole_lines=True)

JOIN = Join(_entry, "FN Clarivate Analytics Web of Science\nVR 1.0\n", "\n", "\nEF\n")
