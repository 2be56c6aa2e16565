"""The text of a part of a Word file: paragraphs, fields, content controls, notes, tables.

Source: ECMA-376, *Office Open XML*, part 1, §17.16 "Fields and Hyperlinks". A field is ``begin``,
its code, ``separate``, its result, ``end``; fields nest and go over paragraphs, so they are a stack
over the whole part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from typing import ClassVar

from attrs import define, field

from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Emphasis, Paragraph, Paragraphs
from refconv.documents.office.word_numbering import Numbering
from refconv.documents.office.word_styles import is_list_style

_OFF = frozenset({"0", "false", "off", "none"})
_DELETED = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# The text of a link is a code when a document is on its way to another word processor.
_TRANSFERRED = re.compile(
    r"ITEM CSL_CITATION \{|BIBL \{|BIBL\b.{0,40}CSL_BIBLIOGRAPHY|DOCUMENT_PREFERENCES"
)
_MARKER = re.compile(r"[\[(]?\d{1,4}[\])]?[.:]?")


@define
class _Field:
    """A field that is open: its code, its data in base64, and where it is."""

    paragraph: int
    code: list[str] = field(factory=list)
    data: list[str] = field(factory=list)
    is_in_code: bool = True
    is_list: bool = False


@define
class _Open:
    """A paragraph that is open."""

    text: list[str] = field(factory=list)
    length: int = 0
    style: str = ""
    number: str = ""
    level: int = 0
    is_item: bool = False
    emphasis: Emphasis = field(factory=list)


@define
class Shared:
    """What the parts of a file have in common."""

    paragraphs: Paragraphs
    codes: Codes
    numbering: Numbering
    list_styles: Container[str]
    bookmarks: Mapping[str, str]
    """The codes of the bookmarks that stand for fields."""


class WordBody:
    """Receives the events of a part.

    ``addresses`` are those of its links by their ids; ``is_text`` is whether its text is the
    document's.
    """

    def __init__(
        self, shared: Shared, addresses: Mapping[str, str], *, is_text: bool = True
    ) -> None:
        self._shared, self._addresses, self._is_text = shared, addresses, is_text
        self._open: list[_Open] = []
        self._fields: list[_Field] = []
        self._names: list[str] = []
        # What text is collected into, in ``t``, ``instrText`` and ``fldData``.
        self._into: list[str] | None = None
        self._skipped = 0
        self._lists = 0
        # Bookmarks and controls around a printed list: what ends each.
        self._list_ends: list[tuple[str, object]] = []
        self._links: list[tuple[int, int]] = []
        self._rows: list[int] = []
        self._faces: set[str] = set()
        self._notes = 0

    # ── events ────────────────────────────────────────────────────────────────────────────────────

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Receive the start of an element."""
        self._names.append(name)
        if self._skipped or self._is_skipped(name, attributes):
            self._skipped += 1
            return
        if (start := self._STARTS.get(name)) is not None:
            start(self, attributes)
        elif (sign := _SIGNS.get(name)) is not None:
            self._add(sign)

    def end(self, name: str) -> None:
        """Receive the end of an element."""
        self._names.pop()
        if self._skipped:
            self._skipped -= 1
        elif (end := self._ENDS.get(name)) is not None:
            end(self)

    def text(self, text: str) -> None:
        """Receive text."""
        if self._into is not None and not self._skipped:
            self._into.append(text)

    def close(self) -> None:
        """Read what is open at the end, where the part breaks off."""
        while self._open:
            self._end_paragraph()
        while self._fields:
            self._end_field()

    def _is_skipped(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Return whether an element is deleted text, a second form, or no note of an author's."""
        if name in _DELETED:
            # A mark of a deleted paragraph end or row has the same name.
            return self._names[-2:-1] not in (["rPr"], ["trPr"])
        if name in ("footnote", "endnote"):
            return "eparat" in attributes.get("type", "") or "otice" in attributes.get("type", "")
        return name in ("Fallback", "delText", "delInstrText")

    # ── paragraphs and runs ───────────────────────────────────────────────────────────────────────

    def _start_paragraph(self, _attributes: Mapping[str, str]) -> None:
        self._open.append(_Open())

    def _end_paragraph(self) -> None:
        if not self._open:
            return
        one = self._open.pop()
        if not self._is_text:
            return
        text = "".join(one.text)
        is_item = one.is_item or one.style in self._shared.list_styles or is_list_style(one.style)
        if one.number and text.strip():
            label = self._shared.numbering.label(one.number, one.level)
            if label:
                text = f"{label} {text}"
                moved = len(label) + 1
                one.emphasis = [(a + moved, b + moved, tag) for a, b, tag in one.emphasis]
        paragraph = Paragraph(text, is_item, one.emphasis, is_note=self._notes > 0)
        self._shared.paragraphs.all.append(paragraph)

    def _style(self, attributes: Mapping[str, str]) -> None:
        if self._open:
            self._open[-1].style = attributes.get("val", "")

    def _number(self, attributes: Mapping[str, str]) -> None:
        if self._open and self._names[-2:-1] == ["numPr"]:
            value = attributes.get("val", "")
            self._open[-1].number = "" if value == "0" else value

    def _level(self, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if self._open and value.isdecimal() and len(value) < 3:
            self._open[-1].level = int(value)

    def _start_run(self, _attributes: Mapping[str, str]) -> None:
        self._faces.clear()

    def _italic(self, attributes: Mapping[str, str]) -> None:
        self._set_face("i", attributes)

    def _bold(self, attributes: Mapping[str, str]) -> None:
        self._set_face("b", attributes)

    def _set_face(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._names[-2:-1] == ["rPr"] and attributes.get("val", "1") not in _OFF:
            self._faces.add(tag)

    def _raised(self, attributes: Mapping[str, str]) -> None:
        tags = {"superscript": "sup", "subscript": "sub"}
        if (tag := tags.get(attributes.get("val", ""))) is not None:
            self._faces.add(tag)

    def _start_text(self, _attributes: Mapping[str, str]) -> None:
        self._into = []

    def _end_text(self) -> None:
        text, self._into = "".join(self._into or ()), None
        self._add(text)

    def _add(self, text: str) -> None:
        """Add text to the paragraph, unless it is in the code of a field."""
        if not self._open or any(one.is_in_code for one in self._fields):
            return
        one = self._open[-1]
        if self._faces and text:
            one.emphasis += [(one.length, one.length + len(text), tag) for tag in self._faces]
        one.text.append(text)
        one.length += len(text)
        if self._lists and text.strip():
            one.is_item = True

    # ── fields ────────────────────────────────────────────────────────────────────────────────────

    @property
    def _here(self) -> int:
        return self._shared.paragraphs.following

    def _field_mark(self, attributes: Mapping[str, str]) -> None:
        match attributes.get("fldCharType"):
            case "begin":
                self._fields.append(_Field(self._here))
            case "separate" if self._fields:
                self._read_code(self._fields[-1])
            case "end" if self._fields:
                self._end_field()

    def _end_field(self) -> None:
        one = self._fields.pop()
        if one.is_in_code:
            self._read_code(one)
        if one.is_list:
            self._lists -= 1
        if self._fields and not self._fields[-1].data and "EN.CITE" in "".join(one.code):
            # The data may be in the inner field alone.
            self._fields[-1].data = one.data

    def _read_code(self, one: _Field) -> None:
        if not one.is_in_code:
            return
        one.is_in_code = False
        code, data = "".join(one.code), "".join(one.data)
        one.is_list = self._shared.codes.add(code, data, one.paragraph)
        self._lists += one.is_list

    def _start_simple(self, attributes: Mapping[str, str]) -> None:
        one = _Field(self._here, [attributes.get("instr", "")])
        self._fields.append(one)
        self._read_code(one)

    def _start_code(self, _attributes: Mapping[str, str]) -> None:
        self._into = self._fields[-1].code if self._fields else None

    def _start_data(self, _attributes: Mapping[str, str]) -> None:
        self._into = self._fields[-1].data if self._fields else None

    def _end_code(self) -> None:
        self._into = None

    # ── content controls, bookmarks, links ────────────────────────────────────────────────────────

    def _tag(self, attributes: Mapping[str, str]) -> None:
        if self._shared.codes.add_control(attributes.get("val", ""), self._here):
            self._begin_list(("sdt", len(self._names) - 2))

    def _end_control(self) -> None:
        self._finish_list(("sdt", len(self._names) + 1))

    def _start_bookmark(self, attributes: Mapping[str, str]) -> None:
        code = self._shared.bookmarks.get(attributes.get("name", ""))
        if code is not None and self._shared.codes.add(code, "", self._here):
            self._begin_list(("bookmark", attributes.get("id")))

    def _end_bookmark(self, attributes: Mapping[str, str]) -> None:
        self._finish_list(("bookmark", attributes.get("id")))

    def _begin_list(self, end: tuple[str, object]) -> None:
        self._list_ends.append(end)
        self._lists += 1

    def _finish_list(self, end: tuple[str, object]) -> None:
        if end in self._list_ends:
            self._list_ends.remove(end)
            self._lists -= 1

    def _start_link(self, attributes: Mapping[str, str]) -> None:
        self._shared.codes.add_link(self._addresses.get(attributes.get("id", ""), ""), self._here)
        if self._open:
            self._links.append((len(self._open[-1].text), self._open[-1].length))

    def _end_link(self) -> None:
        if not self._links or not self._open:
            return
        count, length = self._links.pop()
        one = self._open[-1]
        text = "".join(one.text[count:])
        if _TRANSFERRED.match(text):
            del one.text[count:]
            one.length = length
            one.emphasis = [part for part in one.emphasis if part[0] < length]
            self._shared.codes.add(text, "", self._here)

    # ── notes ─────────────────────────────────────────────────────────────────────────────────────

    def _start_note(self, _attributes: Mapping[str, str]) -> None:
        self._notes += 1

    def _end_note(self) -> None:
        self._notes -= 1

    # ── tables ────────────────────────────────────────────────────────────────────────────────────

    def _start_row(self, _attributes: Mapping[str, str]) -> None:
        self._rows.append(self._here)

    def _end_row(self) -> None:
        """Join a row that has a number and a reference: so Word prints numbered lists."""
        first = self._rows.pop() if self._rows else self._here
        row = self._shared.paragraphs.all[first:]
        if len(row) > 1 and _MARKER.fullmatch(row[0].text.strip()):
            marker = row[0].text.strip()
            text = " ".join(filter(None, (one.text.strip() for one in row)))
            moved = len(marker) + 1
            emphasis = row[1].emphasis if len(row) == 2 else []
            joined = Paragraph(
                text,
                any(one.is_item for one in row),
                [(a + moved, b + moved, tag) for a, b, tag in emphasis],
            )
            self._shared.paragraphs.all[first:] = [joined]

    _STARTS: ClassVar[Mapping[str, Callable[[WordBody, Mapping[str, str]], None]]] = {
        "p": _start_paragraph,
        "pStyle": _style,
        "numId": _number,
        "ilvl": _level,
        "r": _start_run,
        "i": _italic,
        "b": _bold,
        "vertAlign": _raised,
        "t": _start_text,
        "fldChar": _field_mark,
        "fldSimple": _start_simple,
        "instrText": _start_code,
        "fldData": _start_data,
        "tag": _tag,
        "bookmarkStart": _start_bookmark,
        "bookmarkEnd": _end_bookmark,
        "hyperlink": _start_link,
        "tr": _start_row,
        "footnote": _start_note,
        "endnote": _start_note,
    }
    _ENDS: ClassVar[Mapping[str, Callable[[WordBody], None]]] = {
        "p": _end_paragraph,
        "t": _end_text,
        "instrText": _end_code,
        "fldData": _end_code,
        "fldSimple": _end_field,
        "sdt": _end_control,
        "hyperlink": _end_link,
        "tr": _end_row,
        "footnote": _end_note,
        "endnote": _end_note,
    }
