"""What Zotero stores of a text in RIS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from refconv.clients.same_values import Creator
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.plain_text import as_html_note, without_tags
from refconv.clients.zotero.schema import is_among, table_rows
from refconv.clients.zotero.storing import DraftItem, store
from refconv.clients.zotero.written_dates import date_with_slashes, date_with_time

# ── lines and records ─────────────────────────────────────────────────────────────────────────────

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?")
_TYPE = re.compile(r"TY {1,2}- \S.*")
_LINES_BEFORE = 5
"""Zotero looks for the first record in so many lines."""

_WITH_LINES = frozenset({"AB", "N1", "N2", "RN"})
"""Tags whose line breaks are kept if the text looks as though it was not wrapped."""
_ALWAYS_LINES = frozenset({"KW", "L1", "L2", "L3"})
_LONG, _SHORT = 85, 65
"""A line longer than the first means that lines are not wrapped; a line shorter than the second
ends a paragraph."""


class TagValue(NamedTuple):
    """A tag and its value, with its line breaks."""

    tag: str
    value: str


def ris_records(text: str) -> Iterator[list[TagValue]]:
    r"""Yield the records of a text as Zotero divides it: lists of tags, with ``TY`` first.

    >>> [*ris_records("TY  - BOOK\nTI  - A long\n  title\nER  - \n")]
    [[TagValue(tag='TY', value='BOOK'), TagValue(tag='TI', value='A long title')]]
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not any(_TYPE.match(line) for line in lines[:_LINES_BEFORE]):
        return
    record: list[TagValue] = []
    longest, before = 0, 0
    for line in lines:
        match = _TAG.fullmatch(line)
        longest = max(longest, len(line))
        if match is not None:
            tag, value = match["tag"], (match["value"] or "").lstrip()
            if record and tag in ("TY", "ER"):
                yield record
                record = []
            if tag != "ER":
                record.append(TagValue(tag, value))
        elif record:
            record[-1] = _continued(record[-1], line.strip(), longest, before)
        before = len(line)
    if record:
        yield record


def _continued(last: TagValue, line: str, longest: int, before: int) -> TagValue:
    """Return a value with a continuation line."""
    tag, value = last
    breaks = tag in _ALWAYS_LINES or (
        tag in _WITH_LINES and (longest > _LONG or before < _SHORT or not line)
    )
    return TagValue(tag, f"{value}\n{line}" if breaks else f"{value.rstrip()} {line}")


# ── where tags go ─────────────────────────────────────────────────────────────────────────────────

_LATE = frozenset(
    "AD AV BT CA CR CT CY ED EP H1 H2 ID IS JA JF JO J2 LB M1 M2 M3 N2 NV OP RI RN SE T1 TA TT "
    "VL Y1".split()
)
"""Tags that are read after the others: they only fill what is still empty."""


@cache
def type_of_ris(native: str) -> str:
    """Return the item type of a RIS type.

    >>> type_of_ris("CHAP"), type_of_ris("XYZ")
    ('bookSection', 'journalArticle')
    """
    return _types().get(native, "journalArticle")


@cache
def _types() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("ris_types")}


@cache
def places_of_tags(native: str) -> Mapping[str, str]:
    """Return where each tag of a record of a RIS type is stored: ``field title``, ``note`` …."""
    kind, native = type_of_ris(native), f"TY={native}"
    rows = [*table_rows("ris_tags")]
    places = {tag: place for tag, place, kinds in rows if is_among(kind, kinds)}
    return places | {tag: place for tag, place, kinds in rows if native in kinds.split()}


def read_ris(text: str) -> tuple[ZoteroItem, ...]:
    """Return what Zotero stores of a text in RIS."""
    reader = _RisReader()
    return tuple(store(reader.draft(record)) for record in ris_records(text))


class _RisReader:
    """Reads the records of a text, one after the other.

    A note of ProCite's form makes Zotero read the rest of the text as ProCite writes it.
    """

    def __init__(self) -> None:
        self._is_procite = False

    def draft(self, record: Sequence[TagValue]) -> DraftItem:
        """Return a record as Zotero hands it over for storing."""
        native = record[0].value.strip() if record[0].tag == "TY" else ""
        given = [one for one in record if one.tag != "TY" and one.value.strip()]
        for one in given:
            if one.tag == "N1" and _PROCITE.match(one.value):
                self._is_procite = True
        draft = _RisDraft(native, places_of_tags(native), self._is_procite)
        draft.take([one for one in given if one.tag not in _LATE])
        draft.take([one for one in given if one.tag in _LATE])
        return draft.finished()


_PROCITE_FIELDS: Mapping[str, str] = {
    "Call Number": "callNumber",
    "Edition": "edition",
    "Language": "language",
    "Place of Publication": "place",
    "Series Title": "series",
}
_PROCITE = re.compile(
    r"(?P<label>Notes|Author Role|" + "|".join(_PROCITE_FIELDS) + r"): (?P<value>[\s\S]*)"
)
"""Notes that begin with a label as ProCite writes them."""
_PROCITE_PLACES: Mapping[tuple[str, str], str] = {
    ("VL", "book"): "field edition",
    ("VL", "bookSection"): "field edition",
    ("IS", "book"): "field volume",
}

_DOI = re.compile(r"10(?:\.[0-9]{4,32})?/\S*[^\s.,]")
_RAW = frozenset({"AB", "N1", "RN"})
"""Tags whose tags and entities are not read."""
_TITLES = frozenset({"title", "caseName", "nameOfAct", "subject"})
_DATES = frozenset({"date", "dateDecided", "dateEnacted", "issueDate", "filingDate"})


class _RisDraft:
    """One record while it is read."""

    def __init__(self, native: str, places: Mapping[str, str], is_procite: bool) -> None:
        self._native, self._places, self._is_procite = native, places, is_procite
        self._draft = DraftItem(type_of_ris(native))
        self._keywords: list[str] = []
        self._last: dict[str, str] = {}
        # Tags that are put together, or read only if nothing else fills their field.
        self._ways: Mapping[str, Callable[[str], None]] = {
            "DO": self._doi,
            "EP": self._end_page,
            "KW": self._keywords.append,
            "N1": self._note,
            "UR": self._url,
        }

    def take(self, values: Sequence[TagValue]) -> None:
        """Store the values of some tags."""
        for tag, raw in values:
            value = (raw if tag in _RAW else without_tags(raw)).strip()
            if tag in ("H1", "PY"):
                self._last.setdefault(tag, value)
            elif tag in self._ways:
                self._ways[tag](value)
            else:
                self._put(tag, self._place(tag), value)

    def _place(self, tag: str) -> str:
        if self._is_procite:
            place = _PROCITE_PLACES.get((tag, self._draft.type))
            if place is not None:
                return place
        return self._places.get(tag, "")

    def _put(self, tag: str, place: str, value: str) -> None:
        what, _, name = place.partition(" ")
        if tag == "M3" and not place:
            self._doi(value)
        elif what == "field":
            self._draft.set_first(name, self._for_field(name, value))
        elif what == "creator":
            self._draft.creators.append(creator_of_name(name, value))
        elif what == "extra":
            self._draft.extra.append(value)
        elif what == "note":
            self._draft.notes.append(value)
        elif what == "attachment":
            self._draft.attachments.append(value)

    @staticmethod
    def _for_field(name: str, value: str) -> str:
        if name in _DATES:
            return date_with_slashes(value)
        return date_with_time(value) if name == "accessDate" else value

    def _doi(self, value: str) -> None:
        match = _DOI.search(value)
        if match is not None:
            self._draft.fields["DOI"] = match[0]

    def _url(self, value: str) -> None:
        if value.startswith("PM:"):
            self._draft.extra.append(f"PMID: {value[3:]}")
        else:
            self._draft.set_first("url", value)

    def _end_page(self, value: str) -> None:
        fields, place = self._draft.fields, self._place("EP").removeprefix("field ")
        first = fields.get(place, "")
        if place != "pages" or not first:
            fields[place] = value
        elif "-" in first:
            self._draft.set_first("numPages", value)
        else:
            fields[place] = f"{first}-{value}"

    def _note(self, value: str) -> None:
        match = _PROCITE.match(value)
        if match is None:
            self._draft.notes.append(value)
        elif match["label"] == "Notes":
            self._draft.notes.append(match["value"])
        elif match["label"] in _PROCITE_FIELDS:
            self._draft.set_first(_PROCITE_FIELDS[match["label"]], match["value"])

    def finished(self) -> DraftItem:
        """Return the draft, with what depends on several tags."""
        draft, fields = self._draft, self._draft.fields
        if "H1" in self._last and any(name == "callNumber" for name in fields):
            draft.set_first("libraryCatalog", self._last["H1"])
        self._set_year()
        titles = {fields.get(name) for name in _TITLES}
        draft.notes = [as_html_note(note) for note in draft.notes if note not in titles]
        draft.tags += _tags(self._keywords)
        if "shortTitle" in fields and not fields.get("title"):
            fields["title"] = fields.pop("shortTitle")
        if "journalAbbreviation" in fields and not fields.get("publicationTitle"):
            fields["publicationTitle"] = fields["journalAbbreviation"]
        return draft

    def _set_year(self) -> None:
        """Take the date from PY if no other tag has it, or its year if that has none."""
        fields, year = self._draft.fields, self._last.get("PY")
        name = self._place("DA").removeprefix("field ")
        if year is None:
            return
        if not fields.get(name):
            fields[name] = date_with_slashes(year)
        elif fields[name].startswith("0000 ") and (match := re.search(r"\b\d{4}\b", year)):
            fields[name] = match[0] + fields[name][4:]


def creator_of_name(role: str, name: str) -> Creator:
    """Return a creator; a name is divided at its first comma.

    >>> creator_of_name("author", "Doe, Jane, Jr."), creator_of_name("author", "Acme,")
    (Creator(role='author', last='Doe', first='Jane, Jr.'), Creator(role='author', last='Acme', \
first=None))
    """
    last, comma, first = name.partition(",")
    return Creator(role, last, first.strip() if comma and first.strip() else None)


def _tags(values: Sequence[str]) -> Iterator[str]:
    """Yield the keywords of a record; a single line of them is divided at its commas too."""
    parts = [one.strip() for value in values for one in re.split(r"[;\n]", value)]
    found = [*filter(None, parts)]
    yield from found[0].split(",") if len(found) == 1 else found
