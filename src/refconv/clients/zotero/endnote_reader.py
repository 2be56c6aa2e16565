"""What Zotero stores of a text in EndNote XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from refconv.clients.same_values import Creator
from refconv.clients.zotero.endnote_names import divided_name
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.plain_text import as_paragraphs
from refconv.clients.zotero.schema import is_among, table_rows
from refconv.clients.zotero.storing import DraftItem, store

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def read_endnote_xml(text: str) -> tuple[ZoteroItem, ...]:
    """Return what Zotero stores of a text in EndNote XML; nothing if it refuses the file."""
    from xml.etree import ElementTree  # noqa: PLC0415 (slow to import)

    # Zotero does not know a file without a reference type. An entity that the file defines could
    # expand without end; EndNote writes none.
    if "<ref-type" not in text or "<!ENTITY" in text:
        return ()
    try:
        root = ElementTree.fromstring(text.removeprefix("\ufeff"))  # noqa: S314 (see above)
    except (ElementTree.ParseError, ValueError):
        return ()
    drafts = [_draft(record) for record in root.iter("record")]
    # A number that Zotero has no item type for makes the whole import fail.
    if any(draft.type == _UNKNOWN for draft in drafts):
        return ()
    return tuple(map(store, drafts))


_UNKNOWN = "-"


@cache
def _types() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("endnote_types")}


def type_of_reference(name: str, number: str) -> str:
    """Return the item type of a reference type: its name counts more than its number.

    >>> type_of_reference("Conference Paper", "47"), type_of_reference("", "47")
    ('presentation', 'conferencePaper')
    """
    types = _types()
    return types.get(name) or types.get(number) or "journalArticle"


@cache
def places_of_elements(kind: str) -> Mapping[str, str]:
    """Return where the elements of an item type are stored; those not named go into a note."""
    return {
        path: place
        for path, place, kinds in table_rows("endnote_elements")
        if is_among(kind, kinds)
    }


# ── a record ──────────────────────────────────────────────────────────────────────────────────────

_NO_FIELD = "The following values have no corresponding Zotero field:<br/>"
_GROUPS = frozenset({"authors", "author", "date", "keyword", "url"})
_DATES = ("dates/year", "dates/pub-dates/date")
_PMC = re.compile(r"PMC\d{1,12}")
_PMC_ELEMENTS = frozenset({"custom2", "custom3", "custom7"})
_PMC_TYPES = frozenset({"book", "bookSection", "journalArticle"})
_WITH_LINES = frozenset({"abstract", "label", "notes", "research-notes"})


class ElementValue(NamedTuple):
    """An element by its path below the record, and its text."""

    path: str
    value: str


def _draft(record: Element) -> DraftItem:
    kind_element = record.find("ref-type")
    name, number = "", ""
    if kind_element is not None:
        name, number = kind_element.get("name", ""), "".join(kind_element.itertext()).strip()
    draft = DraftItem(type_of_reference(name, number))
    if draft.type == _UNKNOWN:
        return draft
    places = places_of_elements(draft.type)
    dates = dict.fromkeys(_DATES, "")
    unplaced: list[str] = []
    urls: list[str] = []
    for path, value in element_values(record):
        place = places.get(path, "")
        if path in _DATES:
            dates[path] = value
        elif path == "urls/web-urls/url":
            urls.append(value)
        elif path == "label":
            draft.extra.append(f"Citation Key: {value}")
        elif path in _PMC_ELEMENTS and draft.type in _PMC_TYPES:
            if _PMC.search(value):
                draft.extra.append(f"PMCID: {value}")
        elif not place:
            unplaced.append(f"{_shown_name(path)}: {value}")
        else:
            _put(draft, place, value)
    _set_date(draft, places["dates/year"], *dates.values())
    draft.fields["url"] = "".join(urls)
    if unplaced:
        draft.notes.append(_NO_FIELD + "<br/>".join(unplaced))
    return draft


def _put(draft: DraftItem, place: str, value: str) -> None:
    what, _, name = place.partition(" ")
    if what == "field":
        draft.fields[name] = value
    elif what == "creator":
        # attorneyAgent alone is read from an element that holds no list of names.
        last, first = divided_name(value, has_comma=name != "attorneyAgent")
        draft.creators.append(Creator(name, last, first))
    elif what == "tag":
        draft.tags.append(value)
    elif what == "note":
        draft.notes.append(as_paragraphs(value))
    elif what == "attachment":
        draft.attachments.append(value)


def _set_date(draft: DraftItem, place: str, year: str, date: str) -> None:
    whole = date if re.search(r"\d{4}", date) else f"{date} {year}".strip()
    if whole:
        draft.fields[place.removeprefix("field ")] = whole


def _shown_name(path: str) -> str:
    """Return the name of an element in the note on those that have no field."""
    parts = [part for part in path.split("/") if part not in _GROUPS]
    is_parent = parts[0].endswith("periodical") and parts[-1] in ("full-title", "abbr-1")
    return parts[0] if is_parent else parts[-1]


def element_values(record: Element) -> Iterator[ElementValue]:
    """Yield the elements of a record that hold text, each with its path below the record."""
    for element in record:
        if element.tag != "ref-type":
            yield from _values(element, element.tag)


def _values(element: Element, path: str) -> Iterator[ElementValue]:
    inner = [one for one in element if one.tag != "style"]
    if inner:
        for one in inner:
            yield from _values(one, f"{path}/{one.tag}")
        return
    value = _text(element)
    if path in _WITH_LINES:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    else:
        value = " ".join(value.split()) if not path.startswith("keywords/") else _keyword(value)
    if value.strip():
        yield ElementValue(path, value.strip())


def _keyword(value: str) -> str:
    return " ".join(re.sub(r"[\r\n]", "", value).split())


_FACES: Mapping[str, str] = {
    "italic": "i",
    "bold": "b",
    "superscript": "sup",
    "subscript": "sub",
}


def _text(element: Element) -> str:
    """Return the text of an element; styles are tags of HTML."""
    parts = [element.text or ""]
    for style in element:
        text = "".join(style.itertext())
        for face in reversed(style.get("face", "").split()):
            if face in _FACES:
                text = f"<{_FACES[face]}>{text}</{_FACES[face]}>"
        parts += [text, style.tail or ""]
    return "".join(parts)
