"""Physical lines → logical lines: one a field, every record from its TY to its ER.

Deviations of real files from the specification are corrected and reported here, so that the rest
of the reader need not know them: byte order marks, any line ends, wrapped values, one space for
two, several fields in a line, a missing TY or ER or a TY behind other fields, several of them,
numbers and banners between the records.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.core.report import Block
from refconv.formats.ris.glued_lines import is_banner, is_counted, is_glued, unglued
from refconv.formats.ris.tags import KNOWN_TAGS
from refconv.formats.ris.types import (
    FALLBACK,
    KNOWN_TYPES,
    NATIVE_KINDS,
    evident_type,
    named_type,
)
from refconv.formats.ris.wrapping import LINK_TAGS, is_tight_type, joined_lines
from refconv.formats.tagged import physical_lines

_FIELD = re.compile(r"([A-Z][A-Z0-9])  -\s?(.*)", re.DOTALL)
_LOOSE = re.compile(
    r"(?P<indent>\s*)(?P<tag>[A-Za-z][A-Za-z0-9])(?P<gap>[^\S\n]{1,4})"
    r"[-\u2013\u2014](?:\s(?P<value>.*)|$)",
    re.DOTALL,
)
_TIGHT = re.compile(
    r"(?P<tag>[A-Z][A-Z0-9])(?:[^\S\n]{1,4}[-\u2013\u2014]|[-\u2013\u2014](?=\s|$))(?P<value>.*)",
    re.DOTALL,
)
NUMBER = re.compile(r"[\[(<]?\d+[\])>]?\.?")
"""What some programs write between records."""
_TYPE_LINE = re.compile(r"\s*TY[^\S\n]{1,4}[-\u2013\u2014]", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z][\w.+-]*:|www\.")
_LIMITS = frozenset({"TY", "ER"})
# Tags that begin a record where its TY is missing; others belong to the record before.
_BEGINS = frozenset({"A1", "AU", "BT", "CT", "ID", "JF", "JO", "T1", "T2", "TI"})
_TITLES = frozenset({"BT", "CT", "T1", "TI"})


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
    lines = physical_lines(text)
    for number, line in enumerate(lines, first):
        if not line:
            blank = number
            continue
        if blank:
            reader.blank(blank)
            blank = 0
        match = match_field(line)
        if match is not None and not is_glued(line):
            tag, value = match.groups()
            if reader.is_within and tag not in _LIMITS:
                add((number, tag, value.strip()))
            else:
                reader.field(number, tag, value.strip())
        elif line.isspace():
            reader.blank(number)
        else:
            reader.odd_line(number, line, _Next.of(lines, number - first + 1, following))
    return reader.finish(following)


class _Next(NamedTuple):
    """What the line behind one is: empty or the end of the text, or the beginning of a record."""

    is_blank: bool
    is_type: bool

    @classmethod
    def of(cls, lines: Sequence[str], place: int, following: int) -> _Next:
        line = lines[place] if place < len(lines) else ""
        is_last = not line and place >= len(lines) - 1
        is_type = _TYPE_LINE.match(line) is not None or (is_last and following > 0)
        return cls(not line.strip(), is_type)


@define
class _Reader:
    """Where the reading stands: in a record or not, and which field a next line could go on."""

    fields: list[Line] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    # Text that is in no record: the line it begins in, whether records went before, its lines.
    strays: list[tuple[int, bool, list[str]]] = Factory(list)
    # The line in which the record begins, 0 outside of one; the place of its TY.
    begun: int = 0
    start: int = 0
    # The tag with which a record without TY began; and whether its TY is still missing.
    opening: str = ""
    is_untyped: bool = False
    # Fields between the records, which belong to the next one if a TY or a title follows them.
    held: list[Line] = Factory(list)
    # Whether the next field is no more than that: the last line was a field of a record too.
    is_within: bool = False
    indented: bool = False
    # Whether TY was spelled without a space at one of the dash's sides.
    is_tight: bool = False
    # Whether the last line was a field that belongs to a record which has ended.
    is_after: bool = False
    # The lines of the last field, if it has more than one.
    pieces: list[str] = Factory(list)
    blank_at: int = 0
    stray_at: int = 0
    banner_at: int = 0
    once: dict[str, Diagnostic] = Factory(dict)

    # ── lines ─────────────────────────────────────────────────────────────────────────────────────

    def field(self, number: int, tag: str, value: str, *, is_indented: bool = False) -> None:
        """Read a line that begins a field."""
        self._close()
        if tag == "TY":
            self.indented = is_indented
            self._type(number, value)
        elif tag == "ER":
            self._end(number, value)
        elif self.begun:
            self._in_record((number, tag, value))
        else:
            self._outside((number, tag, value))
        self.blank_at = 0
        self.is_within = bool(self.begun)

    def blank(self, number: int) -> None:
        """Read an empty line."""
        self.blank_at = number
        self.is_within = False
        if not self.begun:
            self._close()
            self._release()

    def odd_line(self, number: int, line: str, following: _Next) -> None:
        """Read a line that is not one field spelled as it should be."""
        parts = unglued(line)
        if len(parts) > 1:
            self._report_once(problem(Code.SYNTAX, "ris-glued"), number)
        for part in parts:
            if (match := _FIELD.match(part)) is not None:
                self.field(number, match[1], match[2].strip())
            elif (loose := self.loose(number, part)) is not None:
                self.field(number, *loose, is_indented=part[0].isspace())
            elif part.strip() == "ER" and self.begun and (following.is_blank or following.is_type):
                self._report_once(problem(Code.SYNTAX, "ris-tag", tag="ER"), number)
                self.field(number, "ER", "")
            else:
                self.text(number, part, before_type=following.is_type)

    def loose(self, number: int, line: str) -> tuple[str, str] | None:
        """Read a field that is not spelled as it should be; ``None`` where it is none."""
        found = self._loose(line) or self._tight(line)
        if found is not None:
            self._report_once(problem(Code.SYNTAX, "ris-tag", tag=found[0]), number)
        return found

    def _loose(self, line: str) -> tuple[str, str] | None:
        match = _LOOSE.fullmatch(line)
        if match is None or match["tag"].upper() not in KNOWN_TAGS:
            return None
        tag, value, begins = match["tag"], match["value"] or "", match["tag"].upper() == "TY"
        is_wrapped_text = (
            (begins and not value.strip())
            or (match["indent"] and not begins and not self.indented)
            or (not tag.isupper() and len(match["gap"]) != 2)
        )
        return None if is_wrapped_text else (tag.upper(), value.strip())

    def _tight(self, line: str) -> tuple[str, str] | None:
        """Read ``TY -JOUR`` or ``TY- JOUR``, and the other fields of a file that has it so."""
        if is_tight_type(line):
            self.is_tight = True
        match = _TIGHT.fullmatch(line) if self.is_tight else None
        if match is None or match["tag"] not in KNOWN_TAGS:
            return None
        return match["tag"], match["value"].strip()

    def text(self, number: int, line: str, *, before_type: bool = False) -> None:
        """Read a line that begins no field: more of the last one, or no part of a record."""
        line, is_indented = line.strip(), line[0].isspace()
        self.is_within = False
        if self._is_set_aside(number, line):
            return
        place = self._place()
        if place is None or (before_type and NUMBER.fullmatch(line)):
            self._stray(number, line)
            return
        lines, index = place
        _, tag, value = lines[index]
        self.pieces = self.pieces or [value]
        before = self.pieces[-1]
        is_keyword = tag == "KW" and before and not is_indented and before[-1] not in ",;"
        if is_keyword or (tag in LINK_TAGS and _ADDRESS.match(line)):
            self._close()
            self._go_on((number, tag, line))
        else:
            self.pieces.append(line)

    def _is_set_aside(self, number: int, line: str) -> bool:
        """Return whether a line is one that databases put between records; report the first."""
        is_link = self.banner_at == number - 1 and _ADDRESS.match(line) is not None
        is_outside = not self.begun and not self.is_after and not self.held
        if not (is_counted(line) or (is_outside and is_banner(line)) or (number > 1 and is_link)):
            return False
        self._report_once(problem(Code.SYNTAX, "ris-banner", text=line[:40]), number)
        self.banner_at = number
        return True

    def finish(self, following: int) -> LogicalLines:
        """End what is unfinished, before the line in which another record follows."""
        self._close()
        self._release()
        self._end_unfinished(following)
        blocks = []
        for number, later, lines in self.strays:
            blocks.append(Block("comment" if later else "header", "\n".join(lines), number))
            found = problem(Code.STRAY_TEXT, "ris", text=lines[0][:40], block=blocks[-1].kind)
            self.diagnostics.append(found.at(number))
        return LogicalLines(self.fields, blocks, self.diagnostics, self.once)

    # ── records ───────────────────────────────────────────────────────────────────────────────────

    def _type(self, number: int, value: str) -> None:
        """Read a TY: it begins a record, or is that of the record which has begun without one."""
        if self.begun and self.is_untyped and not self.blank_at:
            self.fields[self.start] = (self.begun, "TY", value)
            self.is_untyped = False
            self._report_once(problem(Code.SYNTAX, "ris-late-type"), number)
        elif self.begun and len(self.fields) == self.start + 1 and not self.blank_at:
            self._type_again(number, value)
        else:
            self._end_unfinished(number)
            if self.held:
                self._report_once(problem(Code.SYNTAX, "ris-late-type"), number)
            self._begin(number, value)

    def _type_again(self, number: int, value: str) -> None:
        """Read a TY right behind another one, which the record keeps."""
        taken = self.fields[self.start][2]
        if not taken:
            self.fields[self.start] = (self.begun, "TY", value)
        elif value and value != taken:
            found = problem(Code.DUPLICATE_FIELD, "ris-type", value=value, taken=taken)
            self.diagnostics.append(found.at(number))

    def _begin(self, number: int, value: str, opening: str = "") -> None:
        """Begin a record, with the fields that are held for it."""
        self.begun = self.held[0][0] if self.held else number
        self.start = len(self.fields)
        self.opening, self.is_untyped = opening, bool(opening)
        self.fields.append((self.begun, "TY", value))
        self.fields += self.held
        self.held.clear()

    def _in_record(self, line: Line) -> None:
        number, tag, _ = line
        if self.blank_at:
            if tag == self.opening and any(
                one[1] in _TITLES for one in self.fields[self.start + 1 :]
            ):
                # Records without TY and ER begin alike, behind an empty line.
                self._end_unfinished(number)
                self._begin(number, "", tag)
            else:
                self._report_once(problem(Code.SYNTAX, "ris-empty-line"), self.blank_at)
        self.fields.append(line)

    def _outside(self, line: Line) -> None:
        """Read a field outside of any record: of the next one, or of the last."""
        number, tag, _ = line
        if tag in _BEGINS or not self.fields:
            opening = self.held[0][1] if self.held else tag
            self._begin(number, "", opening)
            self.fields.append(line)
        elif self.held or self.blank_at:
            self.held.append(line)
        else:
            self._add_to_last(line)
            self.is_after = True

    def _add_to_last(self, line: Line) -> None:
        """Add a field to the record that has ended."""
        number, tag, _ = line
        self._report_once(problem(Code.SYNTAX, "ris-after-end", tag=tag), number)
        self.fields.insert(len(self.fields) - 1, line)

    def _release(self) -> None:
        """Add the fields that no record has followed to the last one."""
        for line in self.held:
            self._add_to_last(line)
        self.held.clear()

    def _end(self, number: int, value: str) -> None:
        self._release()
        if not self.begun:
            self.diagnostics.append(problem(Code.SYNTAX, "ris-lone-end").at(number))
            return
        self._decide_type()
        self.fields.append((number, "ER", ""))
        self.begun = 0
        if value:
            self._stray(number, value)

    def _end_unfinished(self, number: int) -> None:
        """End a record that has no ER, at the line of the next, or at the end of the text."""
        if not self.begun:
            return
        if number and len(self.fields) == self.start + 1:
            self.diagnostics.append(problem(Code.SYNTAX, "ris-lone-type").at(self.begun))
            del self.fields[self.start :]
        else:
            found = problem(Code.MISSING_END, "line" if number else "text")
            self.diagnostics.append(found.at(self.begun))
            self._decide_type()
            self.fields.append((number, "ER", ""))
        self.begun = 0

    def _decide_type(self) -> None:
        """Replace a missing or unknown type by the type of RIS that it means, if there is one."""
        number, _, value = self.fields[self.start]
        if value.upper() in KNOWN_TYPES:
            return
        native, reason = named_type(value), "ris-name"
        if native is None:
            rest = ((tag, text) for _, tag, text in self.fields[self.start + 1 :])
            native, reason = evident_type(rest), "type"
        if not value:
            native = native or FALLBACK[0]
            found = problem(
                Code.MISSING_TYPE,
                "ris-no-tag" if self.is_untyped else "ris-empty",
                taken=str(NATIVE_KINDS[native]),
            )
        elif native is None:
            return
        else:
            found = problem(Code.UNKNOWN_TYPE, reason, type=value, taken=str(NATIVE_KINDS[native]))
        self.fields[self.start] = (number, "TY", native)
        self.diagnostics.append(found.at(number))

    # ── values ────────────────────────────────────────────────────────────────────────────────────

    def _place(self) -> tuple[list[Line], int] | None:
        """Return the place of the field that a line without a tag continues."""
        if self.begun:
            place = len(self.fields) - 1
            return None if self.fields[place][1] == "TY" else (self.fields, place)
        if self.held:
            return self.held, len(self.held) - 1
        return (self.fields, len(self.fields) - 2) if self.is_after else None

    def _go_on(self, line: Line) -> None:
        """Add another field behind the last one, where that stands."""
        if self.begun:
            self.fields.append(line)
        elif self.held:
            self.held.append(line)
        else:
            self.fields.insert(len(self.fields) - 1, line)
            self.is_after = True

    def _close(self) -> None:
        """Join the lines of the last field to its value."""
        place = self._place()
        if self.pieces and place is not None:
            lines, index = place
            number, tag, _ = lines[index]
            value = joined_lines(tag, [piece for piece in self.pieces if piece])
            lines[index] = (number, tag, value)
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
