"""EndNote's import format, an heir of Refer: ``%A Family, Given`` a line, and back.

Sources: EndNote's manual, "Creating a Tagged EndNote Import File"; refer(1) of groff for files
without ``%0``, where some tags mean other things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Join, Split
from refconv.formats.chunks import cut_before
from refconv.formats.endnote.generic_fields import FIELDS, TAGS
from refconv.formats.endnote.types import FALLBACK, native_type
from refconv.formats.tagged import physical_lines, unwrapped
from refconv.values.html_text import decode_all_entities, decode_ampersands
from refconv.values.identifiers import bare_doi
from refconv.values.text import one_line, stands_for_nothing

LINE_END = "\r\n"

_TYPE, _LABEL = "%0", "%F"
_KNOWN = frozenset({_TYPE, *(tag for tag, _ in FIELDS.values())})
_LINE = re.compile(r"(?P<tag>%[^\s\w]|%[0-9A-Z])(?:[ \t]+(?P<value>.*)|$)", re.DOTALL)
_ADDRESS = re.compile(r"[A-Za-z][\w.+-]*:|www\.|<")
# Tags whose values may be of several lines; of any other's the lines are one text.
_PROSE = frozenset({"%X", "%Z", "%<", "%+", "%^"})
# Tags of which each line is a value of its own, as EndNote exports keywords and ISSNs.
_LISTS = frozenset({"%K", "%@", "%A", "%E", "%Y", "%?", "%H"})
_LINKS = frozenset({"%U", "%>"})
# What the type of a record of Refer's is that has a tag.
_GUESSES = (
    ("%J", "Journal Article"),
    ("%B", "Book Section"),
    ("%R", "Report"),
    ("%I", "Book"),
)

# ── reading ───────────────────────────────────────────────────────────────────────────────────────


def split(chunk: Chunk, is_indented: bool) -> Split:
    """Cut a chunk into records: one from each ``%0`` on, or after each empty line without it."""
    lines = physical_lines(chunk.text)
    has_types = chunk.following > 0 or any(line.lstrip().startswith(_TYPE) for line in lines)
    reader = _Reader(has_types, is_indented)
    for number, line in enumerate(lines, chunk.line):
        reader.line(number, line)
    return reader.finish()


def _is_indented(chunks: Callable[[], Iterable[Chunk]]) -> bool:
    """Return whether a file's lines are indented, by the first that is not empty."""
    first = next(iter(chunks()), Chunk(""))
    return next((line[0].isspace() for line in physical_lines(first.text) if line.strip()), False)


_BEGINNING = re.compile(r"^%0[ \t\n]", re.MULTILINE)
_ID = re.compile(r"^[ \t]*%F[ \t]+(.*)", re.MULTILINE)

CHUNKING = Chunking(
    cut_before(_BEGINNING),
    split,
    index=_is_indented,
    ids=lambda text: (match[1].strip() for match in _ID.finditer(text)),
    whole_lines=True,
)


@define
class _Reader:
    """Where the reading stands: the fields of the record it is in, each with its lines."""

    has_types: bool
    is_indented: bool
    records: list[Record] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    blocks: list[Block] = Factory(list)
    # Of the record: line, tag, lines of the value.
    fields: list[tuple[int, str, list[str]]] = Factory(list)
    is_after_blank: bool = False

    def line(self, number: int, line: str) -> None:
        """Read a line: a field, more of one, the end of a record, or stray text."""
        match = _LINE.match(line.lstrip() if self.is_indented else line)
        if match is not None and match["tag"] in _KNOWN:
            if self.fields and self._begins(match["tag"]):
                self._close()
            self.fields.append((number, match["tag"], [(match["value"] or "").strip()]))
        elif not line.strip():
            self.is_after_blank = True
            return
        elif self.fields and self.fields[-1][1] != _TYPE:
            self.fields[-1][2].append(line.strip())
        else:
            self._stray(number, line.strip())
        self.is_after_blank = False

    def finish(self) -> Split:
        """End the last record."""
        self._close()
        return Split(tuple(self.records), tuple(self.diagnostics), tuple(self.blocks))

    def _begins(self, tag: str) -> bool:
        """Return whether a tag begins another record."""
        if tag == _TYPE:
            return True
        if not self.is_after_blank:
            return False
        # A text of several paragraphs has empty lines too.
        given = {before for _, before, _ in self.fields}
        return not self.has_types or (tag in ("%A", "%T") and {"%A", "%T"} <= given)

    def _close(self) -> None:
        if not self.fields:
            return
        begun = self.fields[0][0]
        kinds = [lines[0] for _, tag, lines in self.fields if tag == _TYPE]
        fields = [
            field for number, tag, lines in self.fields for field in _values(number, tag, lines)
        ]
        if kinds and kinds[0]:
            kind = native_type(kinds[0])
        else:
            kind = FALLBACK[0] if kinds else _guessed({tag for _, tag, _ in fields})
            found = problem(Code.MISSING_TYPE, "enw", taken=kind)
            self.diagnostics.append(found.at(begun))
        if not kinds:
            fields = [(number, *_of_refer(tag, value)) for number, tag, value in fields]
        label = next((i for i, (_, tag, _) in enumerate(fields) if tag == _LABEL), None)
        name = "" if label is None else fields.pop(label)[2]
        self.records.append(
            Record(
                kind,
                name,
                tuple((TAGS.key_of(tag, value), value) for _, tag, value in fields if tag != _TYPE),
                begun,
                tuple(number for number, tag, _ in fields if tag != _TYPE),
            )
        )
        self.fields = []

    def _stray(self, number: int, line: str) -> None:
        found = problem(Code.STRAY_TEXT, "record", text=line[:40])
        self.diagnostics.append(found.at(number))
        self.blocks.append(Block("comment", line, number))


# Tags of numbers, for which programs write words where they have none.
_NUMBERS = frozenset({"%V", "%N", "%P", "%6", "%7", "%@", "%R", "%D"})


def _values(number: int, tag: str, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield a field's values: one, or one a line if the tag's lines are a list."""
    if tag in _NUMBERS and len(lines) == 1 and stands_for_nothing(lines[0].strip()):
        return
    lines = [_without_entities(tag, one_line(line)) for line in lines]
    if len(lines) == 1:
        yield number, tag, lines[0]
        return
    if tag in _LISTS:
        for i, line in enumerate(lines):
            if line:
                yield number + i, tag, line
    elif tag in _LINKS:
        for address in _addresses(filter(None, lines)):
            yield number, tag, address
    else:
        yield number, tag, _text(tag, lines)


def _without_entities(tag: str, line: str) -> str:
    """Decode the entities of HTML, which programs leave in their exports."""
    if "&" not in line:
        return line
    return one_line(decode_ampersands(line) if tag in _LINKS else decode_all_entities(line))


def _text(tag: str, lines: list[str]) -> str:
    lines = [line for line in (_without_entities(tag, line) for line in lines) if line]
    if tag not in _PROSE or len(lines) < 2:
        return " ".join(lines)
    return unwrapped(lines, _LINE.match)


def _addresses(lines: Iterator[str]) -> Iterator[str]:
    """Join what a margin has cut."""
    address = next(lines, "")
    for line in lines:
        if _ADDRESS.match(line):
            yield address
            address = line
        else:
            address += line
    yield address


def _guessed(tags: set[str]) -> str:
    """Guess the type of a record of Refer's, which has none."""
    return next((kind for tag, kind in _GUESSES if tag in tags), FALLBACK[0])


def _of_refer(tag: str, value: str) -> tuple[str, str]:
    """Return the tag and value that EndNote has for a field of Refer's."""
    match tag:
        case "%A" | "%E" if "," not in value:
            given, _, family = value.rpartition(" ")
            return tag, f"{family}, {given}" if given else family
        case "%Q":  # an author that is no person
            return "%A", value if value.endswith(",") else f"{value.replace(',', ',,', 1)},"
        case "%O":
            return "%Z", value
        case "%R" if bare_doi(value) is None:
            return "%@", value
        case _:
            return tag, value


# ── writing ───────────────────────────────────────────────────────────────────────────────────────


def _entry(record: Record) -> str:
    """Write a record, an empty line after it; the format has no room for blocks."""
    lines = [f"{_TYPE} {record.type}"]
    # The first label is the key.
    if record.id or any(key == _LABEL for key, _ in record.fields):
        lines.append(f"{_LABEL} {record.id}")
    lines += (f"{TAGS.name_of(key)} {raw}" for key, raw in record.fields)
    return "".join(f"{line}\n" for line in (*lines, "")).replace("\n", LINE_END)


JOIN = Join(_entry)


def carry(key: str, raw: Any) -> str | None:
    """Return a value as :func:`split` returns it; ``None`` if it would not be under its key."""
    tag = TAGS.name_of(key)
    if not isinstance(raw, str) or tag not in _KNOWN or tag == _TYPE:
        return None
    value = _text(tag, [one_line(line) for line in raw.split("\n")])
    if tag in _NUMBERS and stands_for_nothing(value):
        return None
    return value if (value or not raw) and TAGS.key_of(tag, value) == key else None


def legal_id(key: str) -> str:
    """Return the nearest id that a line can hold."""
    return one_line(key)


def is_legal_type(native: str) -> bool:
    """Return whether a text can be written as a type and is read as itself."""
    return bool(native) and native == native_type(one_line(native))
