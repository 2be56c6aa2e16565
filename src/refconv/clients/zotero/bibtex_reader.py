"""What Zotero stores of a text in BibTeX or biblatex.

It has one importer for both. Most fields have a place of their own (tables ``bibtex_types`` and
``bibtex_fields``); the place of the others depends on the entry, by the rules in this module.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from refconv.clients.zotero.bibtex_dates import date_of_parts
from refconv.clients.zotero.bibtex_entries import BibEntry, BibField, bib_entries
from refconv.clients.zotero.bibtex_names import bibtex_creators
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.schema import table_rows
from refconv.clients.zotero.storing import DraftItem, store
from refconv.clients.zotero.tex_text import decoded_tex


def read_bibtex(text: str) -> tuple[ZoteroItem, ...]:
    """Return what Zotero stores of a text in BibTeX or biblatex; unknown entry types are dropped.

    >>> [item.type for item in read_bibtex("@article{a, title = {A}} @dataset{b, title = {B}}")]
    ['journalArticle']
    """
    return tuple(
        store(_EntryReader(entry, entry_types()[entry.kind]).draft())
        for entry in bib_entries(text)
        if entry.kind in entry_types()
    )


@cache
def entry_types() -> Mapping[str, str]:
    """Return Zotero's item types by the entry types that it reads."""
    return MappingProxyType({row[0]: row[1] for row in table_rows("bibtex_types")})


class FieldPlace(NamedTuple):
    """Where a field goes: into a field, a line, a note, the tags, or to an attachment."""

    kind: str
    name: str


@cache
def field_places() -> Mapping[str, FieldPlace]:
    """Return the places of the BibTeX fields that have one place whatever the entry."""
    return MappingProxyType(
        {name: FieldPlace(kind, own) for name, kind, own in table_rows("bibtex_fields")}
    )


_THESES = {"phdthesis": "PhD Thesis", "mastersthesis": "Master's Thesis"}
"""The kinds of theses that the entry type says, unless a field ``type`` does."""


class _EntryReader:
    """The draft of one entry; fields that others depend on are kept until the end."""

    def __init__(self, entry: BibEntry, kind: str) -> None:
        self.entry = entry
        self.made = DraftItem(kind)
        self.parts: dict[str, str] = {}
        self.publishers: list[str] = []
        self.location = ""
        self.eprint: dict[str, str] = {}

    def draft(self) -> DraftItem:
        if self.entry.kind in _THESES:
            self.made.fields["type"] = _THESES[self.entry.kind]
        for field in self.entry.fields:
            value = decoded_tex(field.value) if field.is_text else field.value
            if value.strip():
                self._read(field, value)
        self._finish()
        return self.made

    def _read(self, field: BibField, value: str) -> None:
        rule = _RULES.get(field.name)
        place = field_places().get(field.name)
        if rule is not None:
            rule(self, field, value)
        elif place is None:
            return
        elif place.kind == "field":
            self.made.fields[place.name] = field.value if field.name == "url" else value
        elif place.kind == "line":
            self.made.extra.append(f"{place.name}: {value}")
        elif place.kind == "note":
            self.made.notes.append(note_of(value))
        elif place.kind == "tag":
            self.made.tags = re.split(r"[,;]", value)
        else:
            self.made.attachments.append(field.value)

    def _finish(self) -> None:
        fields = self.made.fields
        if not fields.get("date"):
            fields["date"] = date_of_parts(self.parts)
        if self.publishers:
            if fields.get("publisher"):
                self.made.extra += [f"Backup Publisher: {self.publishers[-1]}"]
            else:
                fields["publisher"] = self.publishers[-1]
        if self.location:
            is_paper = self.made.type == "conferencePaper"
            self.made.set_first("eventPlace" if is_paper else "place", self.location)
        self.made.extra += eprint_lines(**self.eprint)

    # ── rules ─────────────────────────────────────────────────────────────────────────────────────

    def read_creators(self, field: BibField, _value: str) -> None:
        self.made.creators += bibtex_creators(field.name, field.value)

    def read_date_part(self, field: BibField, value: str) -> None:
        self.parts[field.name] = value

    def read_location(self, _field: BibField, value: str) -> None:
        self.location = value

    def read_institution(self, _field: BibField, value: str) -> None:
        self.publishers.append(value)

    def read_journal(self, _field: BibField, value: str) -> None:
        """Set the container, or its abbreviation if the container is known."""
        taken = self.made.fields.get("publicationTitle")
        self.made.fields["journalAbbreviation" if taken else "publicationTitle"] = value

    def read_full_journal(self, _field: BibField, value: str) -> None:
        """Set the container; what it was before is its abbreviation."""
        if before := self.made.fields.get("publicationTitle"):
            self.made.fields["journalAbbreviation"] = before
        self.made.fields["publicationTitle"] = value

    def read_number(self, _field: BibField, value: str) -> None:
        self.made.fields[_NUMBERS.get(self.made.type, "issue")] = value

    def read_pages(self, _field: BibField, value: str) -> None:
        self.made.fields["numPages" if self.made.type in _COUNTED else "pages"] = value

    def read_subtitle(self, _field: BibField, value: str) -> None:
        title = self.made.fields.get("title", "").strip()
        joint = " " if title.endswith(("?", "!", ":", ".", ";")) else ": "
        self.made.fields["title"] = f"{title}{joint}{value}" if title else value

    def read_note(self, _field: BibField, value: str) -> None:
        if _LINE_NOTE.match(value):
            self.made.extra.append(value)
        else:
            self.made.notes.append(note_of(value))

    def read_how_published(self, _field: BibField, value: str) -> None:
        if _ADDRESS.match(value):
            self.made.fields["url"] = value
        elif len(value) >= _SHORTEST_WAY:
            self.made.extra.append(f"Published: {value}")

    def read_eprint(self, field: BibField, value: str) -> None:
        self.eprint[field.name] = value


_RULES: Mapping[str, Callable[[_EntryReader, BibField, str], None]] = {
    "author": _EntryReader.read_creators,
    "editor": _EntryReader.read_creators,
    "translator": _EntryReader.read_creators,
    "year": _EntryReader.read_date_part,
    "month": _EntryReader.read_date_part,
    "day": _EntryReader.read_date_part,
    "location": _EntryReader.read_location,
    "institution": _EntryReader.read_institution,
    "organization": _EntryReader.read_institution,
    "journal": _EntryReader.read_journal,
    "fjournal": _EntryReader.read_full_journal,
    "number": _EntryReader.read_number,
    "pages": _EntryReader.read_pages,
    "subtitle": _EntryReader.read_subtitle,
    "note": _EntryReader.read_note,
    "howpublished": _EntryReader.read_how_published,
    "eprint": _EntryReader.read_eprint,
    "eprinttype": _EntryReader.read_eprint,
}

_NUMBERS = {
    "book": "seriesNumber",
    "bookSection": "seriesNumber",
    "report": "reportNumber",
    "patent": "patentNumber",
}
"""What ``number`` is in some item types; in the others it is an issue."""

_COUNTED = frozenset({"book", "thesis", "manuscript"})
"""Item types for which ``pages`` is a number of pages."""

_LINE_NOTE = re.compile("PMID|PMCID|LCCN|MR|Zbl")
"""Beginnings of notes that are stored as lines of Extra."""

_ADDRESS = re.compile("https?:/|mailto:", re.IGNORECASE)
_SHORTEST_WAY = len("http://")
"""A shorter ``howpublished`` is lost: its beginning is compared with an address's."""

_ARCHIVES = {
    "arxiv": "arXiv",
    "jstor": "JSTOR",
    "hdl": "HDL",
    "googlebooks": "GoogleBooksID",
    "pubmed": "PMID",
}


def eprint_lines(eprint: str = "", eprinttype: str = "") -> list[str]:
    """Return the lines of Extra for an eprint and its type.

    >>> eprint_lines("1901.01234", "arxiv"), eprint_lines("1901.01234")
    (['arXiv: 1901.01234'], ['_eprint: 1901.01234'])
    """
    label = _ARCHIVES.get(eprinttype.lower())
    if eprint and label:
        return [f"{label}: {eprint}"]
    return [
        f"{name}: {value}"
        for name, value in (("_eprint", eprint), ("_eprinttype", eprinttype))
        if value
    ]


def note_of(value: str) -> str:
    """Return a note's HTML.

    >>> note_of("it's 5 < 6")
    '<p>it&apos;s 5 &lt; 6</p>'
    """
    return f"<p>{html.escape(value).replace('&#x27;', '&apos;')}</p>"
