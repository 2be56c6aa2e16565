"""The text of a Writer document: paragraphs, reference marks, bookmarks, sections, notes.

Source: OASIS, *OpenDocument* 1.3, part 3, §5 "Paragraph Elements", §6.2 "Marks", §8 "Indexes".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from attrs import define, field

from refconv.documents.csl_items import record_of
from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Emphasis, Paragraph, Paragraphs
from refconv.documents.office.word_styles import is_list_style
from refconv.documents.people import csl_date, csl_names

# Deleted text, what stands beside the text, and the titles of lists.
_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "note-citation", "index-title", "sequence-decls"}
)
_SECTION = re.compile(r"ZOTERO_BIBL|CSL_BIBLIOGRAPHY|Mendeley Bibliography|JR_bib", re.IGNORECASE)
_KEYS_ONLY = re.compile(r"JR_cite|JABREF_")
_FIELD_CODE = "vnd.oasis.opendocument.field.code"
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-page-break": ""}


@define
class _Open:
    """A paragraph that is open."""

    style: str
    text: list[str] = field(factory=list)
    length: int = 0
    is_item: bool = False
    emphasis: Emphasis = field(factory=list)


class WriterBody:
    """Receives the events of ``content.xml``, or of a flat document.

    ``bookmarks`` are the codes of the bookmarks that stand for citations; they may come with the
    events, as user-defined fields.
    """

    def __init__(self, paragraphs: Paragraphs, codes: Codes, bookmarks: Mapping[str, str]) -> None:
        self.paragraphs, self.codes = paragraphs, codes
        self._bookmarks = dict(bookmarks)
        self._open: list[_Open] = []
        self._names: list[str] = []
        self._skipped = 0
        # How deep in the elements each printed list begins.
        self._lists: list[int] = []
        # The bookmarks around a printed list.
        self._listed: set[str] = set()
        self._faces: dict[str, set[str]] = {}
        self._style = ""
        self._parents: dict[str, str] = {}
        self._spans: list[str] = []
        self._links: list[tuple[int, int]] = []
        self._marks: set[str] = set()
        self._notes = 0
        # Of each field of Word that is open: whether its result is the printed list.
        self._fields: list[bool] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Receive the start of an element."""
        self._names.append(name)
        if self._skipped or name in _SKIPPED:
            self._skipped += 1
        elif (start := self._STARTS.get(name)) is not None:
            start(self, attributes)
        elif (sign := _SIGNS.get(name)) is not None:
            self.text(sign)

    def end(self, name: str) -> None:
        """Receive the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif (end := self._ENDS.get(name)) is not None:
            end(self)
        if self._lists and self._lists[-1] == len(self._names):
            self._lists.pop()
        self._names.pop()

    def text(self, text: str) -> None:
        """Receive text."""
        if self._skipped or not self._open:
            return
        one = self._open[-1]
        faces: set[str] = set().union(*(self._faces.get(span, ()) for span in self._spans))
        if text.strip():
            one.emphasis += [(one.length, one.length + len(text), tag) for tag in faces]
            one.is_item = one.is_item or bool(self._lists or self._listed or any(self._fields))
        one.text.append(text)
        one.length += len(text)

    # ── styles ────────────────────────────────────────────────────────────────────────────────────

    def _start_style(self, attributes: Mapping[str, str]) -> None:
        self._style = attributes.get("name", "")
        self._parents[self._style] = attributes.get("parent-style-name", "")

    def _face(self, attributes: Mapping[str, str]) -> None:
        faces = self._faces.setdefault(self._style, set())
        if attributes.get("font-style") in ("italic", "oblique"):
            faces.add("i")
        place = attributes.get("text-position", "")
        if place.startswith(("sub", "-")):
            faces.add("sub")
        elif place.startswith("super") or (place[:1].isdigit() and not place.startswith("0")):
            faces.add("sup")

    def _is_list_style(self, name: str) -> bool:
        for _ in range(10):
            if is_list_style(name):
                return True
            name = self._parents.get(name, "")
            if not name:
                break
        return False

    # ── paragraphs ────────────────────────────────────────────────────────────────────────────────

    def _start_paragraph(self, attributes: Mapping[str, str]) -> None:
        self._open.append(_Open(attributes.get("style-name", "")))

    def _end_paragraph(self) -> None:
        if not self._open:
            return
        one = self._open.pop()
        is_item = one.is_item or self._is_list_style(one.style)
        paragraph = Paragraph("".join(one.text), is_item, one.emphasis, is_note=self._notes > 0)
        self.paragraphs.all.append(paragraph)

    def _start_note(self, _attributes: Mapping[str, str]) -> None:
        self._notes += 1

    def _end_note(self) -> None:
        self._notes -= 1

    def _start_span(self, attributes: Mapping[str, str]) -> None:
        self._spans.append(attributes.get("style-name", ""))

    def _end_span(self) -> None:
        if self._spans:
            self._spans.pop()

    def _spaces(self, attributes: Mapping[str, str]) -> None:
        count = attributes.get("c", "1")
        self.text(" " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, 40))

    # ── citations ─────────────────────────────────────────────────────────────────────────────────

    def _mark(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("name", "")
        if _KEYS_ONLY.match(name):
            if name not in self._marks:
                self._marks.add(name)
                self.codes.without("JabRef", 1, self.paragraphs.following)
        else:
            self.codes.add(name, "", self.paragraphs.following)

    def _bookmark(self, attributes: Mapping[str, str]) -> None:
        code = self._bookmarks.get(attributes.get("name", ""))
        if code is not None and self.codes.add(code, "", self.paragraphs.following):
            self._listed.add(attributes["name"])

    def _end_bookmark(self, attributes: Mapping[str, str]) -> None:
        self._listed.discard(attributes.get("name", ""))

    # A field of Word that Writer does not know is kept as a mark with the field's code.

    def _start_field(self, _attributes: Mapping[str, str]) -> None:
        self._fields.append(False)

    def _field_code(self, attributes: Mapping[str, str]) -> None:
        if self._fields and attributes.get("name") == _FIELD_CODE:
            code = attributes.get("value", "")
            self._fields[-1] = self.codes.add(code, "", self.paragraphs.following)

    def _end_field(self, _attributes: Mapping[str, str]) -> None:
        if self._fields:
            self._fields.pop()

    def _section(self, attributes: Mapping[str, str]) -> None:
        if _SECTION.search(attributes.get("name", "")):
            self._start_list(attributes)

    def _start_list(self, _attributes: Mapping[str, str]) -> None:
        self._lists.append(len(self._names))

    def _start_link(self, attributes: Mapping[str, str]) -> None:
        self.codes.add_link(attributes.get("href", ""), self.paragraphs.following)
        if self._open:
            self._links.append((len(self._open[-1].text), self._open[-1].length))

    def _end_link(self) -> None:
        if not self._links or not self._open:
            return
        count, length = self._links.pop()
        one = self._open[-1]
        text = "".join(one.text[count:])
        if re.match(r"ITEM CSL_CITATION \{|BIBL\b|DOCUMENT_PREFERENCES", text):
            del one.text[count:]
            one.length = length
            self.codes.add(text, "", self.paragraphs.following)

    def _bibliography_mark(self, attributes: Mapping[str, str]) -> None:
        record = record_of(
            bibliography_item(attributes),
            offset=self.paragraphs.following,
            field="bibliography mark",
            same=(f"mark:{attributes.get('identifier', '')}",),
        )
        self.codes.records.append(record)

    _STARTS: ClassVar[Mapping[str, Callable[[WriterBody, Mapping[str, str]], None]]] = {
        "style": _start_style,
        "text-properties": _face,
        "p": _start_paragraph,
        "h": _start_paragraph,
        "span": _start_span,
        "s": _spaces,
        "reference-mark-start": _mark,
        "reference-mark": _mark,
        "bookmark-start": _bookmark,
        "bookmark-end": _end_bookmark,
        "section": _section,
        "bibliography": _start_list,
        "a": _start_link,
        "bibliography-mark": _bibliography_mark,
        "note": _start_note,
        "fieldmark-start": _start_field,
        "param": _field_code,
        "fieldmark-end": _end_field,
    }
    _ENDS: ClassVar[Mapping[str, Callable[[WriterBody], None]]] = {
        "p": _end_paragraph,
        "h": _end_paragraph,
        "span": _end_span,
        "a": _end_link,
        "note": _end_note,
    }


# ── LibreOffice's own bibliography ────────────────────────────────────────────────────────────────

TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "email": "personal_communication",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "journal": "article-journal",
    "manual": "report",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
    "www": "webpage",
}
"""CSL's type of each type of OpenDocument's bibliography marks (§19.780)."""

_FIELDS = (
    ("title", "title"),
    ("volume", "volume"),
    ("number", "issue"),
    ("pages", "page"),
    ("address", "publisher-place"),
    ("edition", "edition"),
    ("series", "collection-title"),
    ("chapter", "chapter-number"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("doi", "DOI"),
    ("url", "URL"),
    ("note", "note"),
    ("annote", "annote"),
    ("report-type", "genre"),
)
_REPORTS = frozenset({"techreport", "manual"})


def bibliography_item(attributes: Mapping[str, str]) -> dict[str, Any]:
    """Return a bibliography mark as a CSL-JSON item; what CSL has no variable for is kept.

    >>> bibliography_item({"bibliography-type": "book", "author": "Ng, Ada"})["author"]
    [{'family': 'Ng', 'given': 'Ada'}]
    """
    given = {key: value.strip() for key, value in attributes.items() if value.strip()}
    native = given.pop("bibliography-type", "")
    item: dict[str, Any] = {"type": TYPES.get(native, "document")}
    item["id"] = given.pop("identifier", "")
    for key, variable in _FIELDS:
        item[variable] = given.pop(key, "")
    if native in _REPORTS and item["issue"]:
        item["number"] = item.pop("issue")
    item["author"] = csl_names(given.pop("author", ""))
    item["editor"] = csl_names(given.pop("editor", ""))
    item["issued"] = csl_date(
        " ".join(filter(None, (given.pop("month", ""), given.pop("year", ""))))
    )
    titles = [given.pop(key, "") for key in ("journal", "booktitle")]
    item["container-title"] = next(filter(None, titles), "")
    bodies = ("publisher", "school", "institution", "organizations", "organization")
    item["publisher"] = next(filter(None, [given.pop(key, "") for key in bodies]), "")
    if "howpublished" in given:
        item["medium"] = given.pop("howpublished")
    kept = [[f"odf:{key}", value] for key, value in given.items()]
    if kept:
        item["custom"] = {"refconv": {"keys": kept}}
    return item
