"""Physical lines → logical lines: one a field, every record from its TY to its ER.

Deviations of real files from the specification are corrected and reported here, so that the rest
of the reader need not know them: byte order marks, any line ends, wrapped values, one space for
two, a missing TY or ER, numbers and banners between the records.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.core.report import Block
from refconv.formats.ris.tags import KNOWN_TAGS
from refconv.formats.ris.types import FALLBACK
from refconv.formats.ris.wrapping import LINK_TAGS, joined_lines
from refconv.formats.tagged import physical_lines

_FIELD = re.compile(r"([A-Z][A-Z0-9])  -\s?(.*)", re.DOTALL)
_LOOSE = re.compile(
    r"(?P<indent>\s*)(?P<tag>[A-Za-z][A-Za-z0-9])(?P<gap>[^\S\n]{1,4})"
    r"[-\u2013\u2014](?:\s(?P<value>.*)|$)",
    re.DOTALL,
)
NUMBER = re.compile(r"[\[(<]?\d+[\])>]?\.?")
"""What some programs write between records."""
_ADDRESS = re.compile(r"[A-Za-z][\w.+-]*:|www\.")
_LIMITS = frozenset({"TY", "ER"})
# Tags that begin a record where its TY is missing; others belong to the record before.
_BEGINS = frozenset({"A1", "AU", "BT", "CT", "ID", "JF", "JO", "T1", "T2", "TI"})


Line: TypeAlias = tuple[int, str, str]
"""A field: the physical line it begins in, its tag, its value."""


class LogicalLines(NamedTuple):
    """The contents of a text: its fields, other text, and diagnostics.

    ``once`` holds the diagnostics that are reported once a file.
    """

    fields: list[Line]
    blocks: list[Block]
    diagnostics: list[Diagnostic]
    once: dict[str, Diagnostic]


def logical_lines(text: str, first: int = 1, following: int = 0) -> LogicalLines:
    """Return a text's fields in order, each record from its TY to its ER.

    ``first`` is the number of its first line, ``following`` that of a record behind it, if any.
    """
    reader = _Reader()
    match_field, add = _FIELD.match, reader.fields.append
    blank = 0
    for number, line in enumerate(physical_lines(text), first):
        if not line:
            blank = number
            continue
        if blank:
            reader.blank(blank)
            blank = 0
        match = match_field(line)
        if match is not None:
            tag, value = match.groups()
            if reader.is_within and tag not in _LIMITS:
                add((number, tag, value.strip()))
            else:
                reader.field(number, tag, value.strip())
        elif line.isspace():
            reader.blank(number)
        elif (loose := reader.loose(number, line)) is not None:
            tag, value = loose
            reader.field(number, tag, value, is_indented=line[0].isspace())
        else:
            reader.text(number, line)
    return reader.finish(following)


@define
class _Reader:
    """Where the reading stands: in a record or not, and which field a next line could go on."""

    fields: list[Line] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    # Text that is in no record: the line it begins in, whether records went before, its lines.
    strays: list[tuple[int, bool, list[str]]] = Factory(list)
    # The line in which the record begins; 0 outside of one.
    begun: int = 0
    # Whether the next field is no more than that: the last line was a field of a record too.
    is_within: bool = False
    indented: bool = False
    # Whether the last line was a field that belongs to a record which has ended.
    is_after: bool = False
    # The lines of the last field, if it has more than one.
    pieces: list[str] = Factory(list)
    blank_at: int = 0
    stray_at: int = 0
    once: dict[str, Diagnostic] = Factory(dict)

    def field(self, number: int, tag: str, value: str, *, is_indented: bool = False) -> None:
        """Read a line that begins a field."""
        self._close()
        if tag == "TY":
            self._end_unfinished(number)
            self.indented = is_indented
            self._begin(number, value)
        elif tag == "ER":
            self._end(number, value)
        else:
            if self.blank_at and self.begun:
                self._report_once(problem(Code.SYNTAX, "ris-empty-line"), self.blank_at)
            if not self.begun and (tag in _BEGINS or not self.fields):
                found = problem(Code.MISSING_TYPE, "ris-no-tag", taken=str(FALLBACK[1]))
                self.diagnostics.append(found.at(number))
                self._begin(number, FALLBACK[0])
            self._add((number, tag, value))
        self.blank_at = 0
        self.is_within = bool(self.begun)

    def blank(self, number: int) -> None:
        """Read an empty line."""
        self.blank_at = number
        self.is_within = False
        if not self.begun:
            self._close()

    def loose(self, number: int, line: str) -> tuple[str, str] | None:
        """Read a field that is not spelled as it should be; ``None`` where it is none."""
        match = _LOOSE.fullmatch(line)
        if match is None or match["tag"].upper() not in KNOWN_TAGS:
            return None
        tag, value, begins = match["tag"], match["value"] or "", match["tag"].upper() == "TY"
        is_wrapped_text = (
            (begins and not value.strip())
            or (match["indent"] and not begins and not self.indented)
            or (not tag.isupper() and len(match["gap"]) != 2)
        )
        if is_wrapped_text:
            return None
        self._report_once(problem(Code.SYNTAX, "ris-tag", tag=tag.upper()), number)
        return tag.upper(), value.strip()

    def text(self, number: int, line: str) -> None:
        """Read a line that begins no field: more of the last one, or no part of a record."""
        line, is_indented = line.strip(), line[0].isspace()
        self.is_within = False
        place = self._place()
        if place is None:
            self._stray(number, line)
            return
        _, tag, value = self.fields[place]
        self.pieces = self.pieces or [value]
        before = self.pieces[-1]
        is_keyword = tag == "KW" and before and not is_indented and before[-1] not in ",;"
        if is_keyword or (tag in LINK_TAGS and _ADDRESS.match(line)):
            self._close()
            self._add((number, tag, line))
        else:
            self.pieces.append(line)

    def finish(self, following: int) -> LogicalLines:
        """End what is unfinished, before the line in which another record follows."""
        self._close()
        self._end_unfinished(following)
        blocks = []
        for number, later, lines in self.strays:
            blocks.append(Block("comment" if later else "header", "\n".join(lines), number))
            found = problem(Code.STRAY_TEXT, "ris", text=lines[0][:40], block=blocks[-1].kind)
            self.diagnostics.append(found.at(number))
        return LogicalLines(self.fields, blocks, self.diagnostics, self.once)

    def _begin(self, number: int, value: str) -> None:
        if not value:
            found = problem(Code.MISSING_TYPE, "ris-empty", taken=str(FALLBACK[1]))
            self.diagnostics.append(found.at(number))
        self.fields.append((number, "TY", value or FALLBACK[0]))
        self.begun = number

    def _end(self, number: int, value: str) -> None:
        if not self.begun:
            self.diagnostics.append(problem(Code.SYNTAX, "ris-lone-end").at(number))
            return
        self.fields.append((number, "ER", ""))
        self.begun = 0
        if value:
            self._stray(number, value)

    def _end_unfinished(self, number: int) -> None:
        """End a record that has no ER, at the line of the next, or at the end of the text."""
        if self.begun:
            if number:
                found = problem(Code.MISSING_END, "line", line=number)
            else:
                found = problem(Code.MISSING_END, "text")
            self.diagnostics.append(found.at(self.begun))
            self.fields.append((number, "ER", ""))
            self.begun = 0

    def _add(self, line: Line) -> None:
        """Add a field to the record, or to the one that has just ended."""
        if self.begun:
            self.fields.append(line)
        else:
            number, tag, _ = line
            self._report_once(problem(Code.SYNTAX, "ris-after-end", tag=tag), number)
            self.fields.insert(len(self.fields) - 1, line)
            self.is_after = True

    def _place(self) -> int | None:
        """Return the place of the field that a line without a tag continues."""
        if self.begun:
            place = len(self.fields) - 1
            return None if self.fields[place][1] == "TY" else place
        return len(self.fields) - 2 if self.is_after else None

    def _close(self) -> None:
        """Join the lines of the last field to its value."""
        place = self._place()
        if self.pieces and place is not None:
            number, tag, _ = self.fields[place]
            value = joined_lines(tag, [piece for piece in self.pieces if piece])
            self.fields[place] = (number, tag, value)
        self.pieces = []
        self.is_after = False

    def _stray(self, number: int, line: str) -> None:
        if NUMBER.fullmatch(line):
            self._report_once(problem(Code.SYNTAX, "ris-number"), number)
        elif self.strays and self.stray_at == number - 1:
            self.strays[-1][2].append(line)
            self.stray_at = number
        else:
            self.strays.append((number, bool(self.fields), [line]))
            self.stray_at = number

    def _report_once(self, found: Problem, line: int) -> None:
        """Report what a file does again and again where it first does it."""
        self.once.setdefault(found.reason, found.at(line))
