"""Web pages: what their head, their links and their lists say of references.

Read are, in the order in which they are trusted: ``citation_reference``, links to Google Scholar,
COinS, JSON-LD, and the items of lists. They are joined by their places, identifiers and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from attrs import define, evolve, field

from refconv.documents.carrier import Carrier, Document, EmbeddedRecord, Item
from refconv.documents.csl_items import record_of
from refconv.documents.marked import MarkedText, as_document, joined_texts
from refconv.documents.matching import letters
from refconv.documents.pasted.embedded_text import embedded_files
from refconv.documents.web_pages.html_elements import HtmlElement, Page
from refconv.documents.web_pages.html_lists import listed, text_of, whole_text
from refconv.documents.web_pages.html_records import (
    OWN_KINDS,
    citation_item,
    coins_item,
    fields_of_reference,
    json_item,
    page_item,
    scholar_item,
    works_in_json,
)

REFERENCE, SCHOLAR, COINS, LINKED = range(4)
"""The ranks of the records."""
_LEAST = 12
"""Letters of a title that is looked for."""


@define
class _Found:
    """What is found in a page."""

    texts: list[MarkedText] = field(factory=list)
    items: list[Item] = field(factory=list)
    records: list[EmbeddedRecord] = field(factory=list)
    page_record: EmbeddedRecord | None = None
    _length: int = 0

    def add_string(self, text: MarkedText, number: str, offset: int) -> None:
        """Add a printed reference as a line."""
        if self.texts:
            self.texts.append(MarkedText("\n", [offset]))
            self._length += 1
        self.items.append(Item(self._length, self._length + len(text.text), number))
        self.texts.append(text)
        self._length += len(text.text)

    def add(self, item: dict[str, Any], kind: str, rank: int, place: int = -1) -> None:
        """Add a record, which the item at a place prints."""
        same = (f"item:{place}",) if place >= 0 else ()
        offset = self.items[place].start if place >= 0 else self._length
        self.records.append(
            record_of(
                item,
                offset=offset,
                field=kind,
                same=same,
                rank=rank,
                is_partial=True,
                item_index=place,
            )
        )


def read(text: str) -> Document:
    """Read a web page, or a part of one."""
    page = Page(text)
    found = _Found()
    elements = _strings(page, found)
    metas = [*_metas(page)]
    _take_references(metas, found)
    _take_links(page, elements, found)
    _take_identifiers(elements, found)
    _take_coins(page, elements, found)
    _take_own(page, metas, found)
    for one in page.root.all("pre", "textarea", "code"):
        if "@" in (shown := _preformatted(page, one)) or "TY  -" in shown:
            found.records += [evolve(file, offset=found._length) for file in embedded_files(shown)]
    if found.items or found.records:
        document = as_document(joined_texts(found.texts), items=tuple(found.items))
    else:
        document = as_document(whole_text(page))
    return evolve(document, embedded=tuple(found.records), page_record=found.page_record)


def _preformatted(page: Page, element: HtmlElement) -> str:
    parts = [page.marked(*part).text for part in element.content if isinstance(part, tuple)]
    return "".join(parts)


# ── printed strings ───────────────────────────────────────────────────────────────────────────────


def _strings(page: Page, found: _Found) -> list[HtmlElement]:
    """Add the printed references, each once; return their elements."""
    elements: list[HtmlElement] = []
    seen: set[str] = set()
    for element in listed(page):
        text, number = text_of(page, element)
        key = letters(text.text)
        if key and key not in seen:
            seen.add(key)
            elements.append(element)
            found.add_string(text, number, element.start)
    return elements


# ── the head ──────────────────────────────────────────────────────────────────────────────────────


def _metas(page: Page) -> Iterator[tuple[str, str]]:
    """Yield name and content of the ``meta`` elements."""
    for one in page.root.all("meta"):
        name = one.attributes.get("name") or one.attributes.get("property") or ""
        content = one.attributes.get("content", "")
        if name and content:
            yield name.casefold(), content


def _take_references(metas: list[tuple[str, str]], found: _Found) -> None:
    """Add the works of ``citation_reference``, each with the string that prints it."""
    contents = [content for name, content in metas if name == "citation_reference"]
    fields = [fields_of_reference(content) for content in contents]
    printed = [letters(text.text) for text in found.texts[::2]]
    is_parallel = len(contents) == len(printed)
    has_strings = bool(printed)
    taken: set[int] = set()
    for i, (content, one) in enumerate(zip(contents, fields, strict=True)):
        if not one:
            # The content is the printed reference.
            if not has_strings:
                found.add_string(MarkedText(content, [0] * len(content)).in_one_line(), "", 0)
            continue
        item = citation_item(one)
        title = letters(item["title"])
        place = i if is_parallel and (len(title) < _LEAST or title in printed[i]) else -1
        if place < 0 and len(title) >= _LEAST:
            fitting = (j for j, string in enumerate(printed) if title in string and j not in taken)
            place = next(fitting, i if is_parallel else -1)
        taken.add(place)
        has_title = bool(item["title"])
        found.add(item, "citation_reference", REFERENCE if has_title else LINKED, place)


def _take_own(page: Page, metas: list[tuple[str, str]], found: _Found) -> None:
    """Take the page's own record, and the works that its JSON-LD cites."""
    own = page_item(metas)
    for script in page.root.all("script"):
        if script.attributes.get("type", "").casefold() != "application/ld+json":
            continue
        for work in works_in_json(page.raw(script)):
            cited = work.get("citation")
            for one in cited if isinstance(cited, list) else [cited]:
                _take_linked(one, found)
            kind = work.get("@type")
            names = kind if isinstance(kind, list) else [kind]
            if own is None and not OWN_KINDS.isdisjoint(map(str, names)):
                own = json_item(work)
    if own is not None and own.get("title"):
        found.page_record = record_of(own, field="page")


def _take_linked(cited: Any, found: _Found) -> None:
    """Add a work that JSON-LD cites: an object, or a printed string."""
    if isinstance(cited, dict):
        item = json_item(cited)
        if item["title"] and (item["author"] or item["issued"] or item.get("DOI")):
            found.add(item, "JSON-LD", LINKED)
        elif item["title"] and not found.items:
            _add_printed(item["title"], found)
    elif isinstance(cited, str) and not found.items and len(cited.split()) > 3:
        _add_printed(cited, found)


def _add_printed(text: str, found: _Found) -> None:
    found.add_string(MarkedText(text, [0] * len(text)).in_one_line(), "", 0)


# ── links and COinS ───────────────────────────────────────────────────────────────────────────────


def _place_of(element: HtmlElement, places: dict[int, int]) -> int:
    """Return the item that an element is in; -1 if it is in none."""
    one: HtmlElement | None = element
    while one is not None:
        if id(one) in places:
            return places[id(one)]
        one = one.parent
    return -1


def _take_links(page: Page, elements: list[HtmlElement], found: _Found) -> None:
    """Add the works of links to Google Scholar."""
    places = {id(element): place for place, element in enumerate(elements)}
    for link in page.root.all("a"):
        address = link.attributes.get("href", "")
        if "scholar_lookup" in address and (item := scholar_item(address)) is not None:
            found.add(item, "Scholar link", SCHOLAR, _place_of(link, places))


_DOI = re.compile(r"10\.\d{4,9}/\S{1,300}")


def _take_identifiers(elements: list[HtmlElement], found: _Found) -> None:
    """Add the DOI of a reference whose links have one, where its text has none."""
    whole = "".join(one.text for one in found.texts)
    for place, element in enumerate(elements):
        addresses = (
            address
            for one in element.all()
            for address in (one.attributes.get("data-doi", ""), one.attributes.get("href", ""))
            if "10." in address and ("doi" in address or "data-doi" in one.raw_attributes)
        )
        matches = (_DOI.search(unquote(address)) for address in addresses)
        dois = dict.fromkeys(match[0].casefold() for match in matches if match is not None)
        item = found.items[place]
        if len(dois) == 1 and "10." not in whole[item.start : item.end]:
            found.add({"DOI": next(iter(dois))}, "link", LINKED, place)


def _take_coins(page: Page, elements: list[HtmlElement], found: _Found) -> None:
    """Add the works of COinS; it may stand within a reference, or right behind it."""
    places = {id(element): place for place, element in enumerate(elements)}
    for span in page.root.all("span"):
        if "Z3988" not in span.classes:
            continue
        item = coins_item(span.attributes.get("title", ""))
        if item is None:
            continue
        place = _place_of(span, places)
        if place < 0 and span.parent is not None:
            before = [one for one in span.parent.children() if one.start < span.start]
            place = places.get(id(before[-1]), -1) if before else -1
        found.add(item, "COinS", COINS, place)


# ── which texts are web pages ─────────────────────────────────────────────────────────────────────


def recognises(text: str) -> bool:
    """Return whether a text's beginning is a web page, or a part of one."""
    return re.match(r"\ufeff?\s*<", text) is not None


CARRIER = Carrier("html", "a web page", read, recognises=recognises)
