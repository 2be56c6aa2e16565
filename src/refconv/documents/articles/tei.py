"""TEI documents: ``biblStruct`` and ``bibl`` of reference lists, and the document's own record.

Source: *TEI P5*, §3.12 "Bibliographic Citations and References". GROBID writes it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from refconv.documents.articles.listed_records import Listing
from refconv.documents.articles.xml_texts import article_tree, rich
from refconv.documents.carrier import Carrier, Document
from refconv.documents.csl_items import record_of
from refconv.documents.people import csl_date, csl_name, csl_names
from refconv.documents.xml_trees import Node
from refconv.values.identifiers import bare_doi

_SCOPES = {
    "volume": "volume",
    "vol": "volume",
    "issue": "issue",
    "part": "issue",
    "number": "issue",
    "page": "page",
    "pages": "page",
    "pp": "page",
    "chapter": "chapter-number",
}
_NUMBERS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "issn": "ISSN"}
_TYPES = {
    "journal": "article-journal",
    "journalArticle": "article-journal",
    "book": "book",
    "bookSection": "chapter",
    "conferencePaper": "paper-conference",
    "thesis": "thesis",
    "webpage": "webpage",
    "report": "report",
    "patent": "patent",
    "newspaperArticle": "article-newspaper",
}
# A free-text ``bibl`` with so many of these says what its parts are.
_TELLING = ("author", "editor", "title", "date", "biblScope", "publisher", "idno")
_LEAST = 3


def read(text: str) -> Document:
    """Read a TEI document, or a list alone."""
    root, damage = article_tree(text)
    listing = Listing()
    header = next(root.all("teiHeader"), None)
    own = next((one for one in (header or Node("")).all("biblStruct")), None)
    if own is not None:
        item = structured_item(own)
        if item.get("title"):
            listing.add_page_record(record_of(item, field="teiHeader"))
    for node in _listed(root):
        if node.name == "biblStruct":
            text_of = next(
                (
                    one.text()
                    for one in node.all("note")
                    if one.attributes.get("type") == "raw_reference"
                ),
                "",
            )
            item = structured_item(node)
            has_all = bool(item.get("title") and item.get("author"))
            record = record_of(item, field="biblStruct", is_partial=not has_all)
            listing.add_record(record, text_of, node.line, _label(node))
        else:
            _add_free(listing, node)
    if not listing:
        _add_paragraphs(listing, root)
    return listing.document(damage)


def _add_paragraphs(listing: Listing, root: Node) -> None:
    """Add the paragraphs that pandoc names as entries of a list: it has no other mark for them."""
    for node in root.all("p"):
        name = node.attributes.get("id", "")
        if name.startswith(_ENTRY):
            listing.add_string(node.text(), node.line, key=name.removeprefix(_ENTRY))


_ENTRY = "ref-"


def _listed(root: Node) -> Iterator[Node]:
    """Yield the citations: those of lists, or of notes and the text where there is no list."""
    lists = [*root.all("listBibl")]
    places = lists or [*root.all("text", "standOff", "body")] or [root]
    for place in places:
        for node in place.all("biblStruct", "bibl", "teiHeader"):
            if node.name != "teiHeader" and node.text():
                yield node


def _label(node: Node) -> str:
    return node.attributes.get("n", "").strip("[]().")


def _add_free(listing: Listing, node: Node) -> None:
    """Add a ``bibl``: its parts if it names them, or else its text."""
    telling = {child.name for child in node.all(*_TELLING)}
    if len(telling & {*_TELLING}) >= _LEAST and "title" in telling:
        item = structured_item(node)
        is_partial = not (item.get("author") and item.get("issued"))
        record = record_of(item, field="bibl", is_partial=is_partial)
        listing.add_record(record, node.text(), node.line, _label(node))
    else:
        listing.add_string(node.text(), node.line, _label(node))


def structured_item(node: Node) -> dict[str, Any]:
    """Return a ``biblStruct``, or a ``bibl`` with tags, as a CSL-JSON item."""
    analytic, monograph = node.first("analytic"), node.first("monogr")
    part = analytic or node
    item: dict[str, Any] = {"type": "document"}
    _take_titles(node, item)
    where = monograph if analytic is None and monograph is not None else part
    item["author"] = _people(where, "author") or (_people(monograph, "author") if monograph else [])
    item["editor"] = _people(monograph or node, "editor")
    if analytic is not None and not item["author"]:
        item["author"] = _people(analytic, "editor")
    for scope in node.all("biblScope"):
        _take_scope(scope, item)
    _take_imprint(node, item)
    for number in node.all("idno"):
        native = number.attributes.get("type", "").casefold()
        if native in _NUMBERS:
            value = number.text()
            item.setdefault(_NUMBERS[native], bare_doi(value) if native == "doi" else value)
        elif native == "arxiv":
            item["archive"], item["archive_location"] = (
                "arXiv",
                number.text().removeprefix("arXiv:"),
            )
        elif native in ("url", "uri"):
            item.setdefault("URL", number.text())
    for link in node.all("ptr", "ref"):
        target = link.attributes.get("target", "")
        if target.startswith("http"):
            doi = bare_doi(target) if "doi.org/10." in target else ""
            item.setdefault("DOI" if doi else "URL", doi or target)
    item["note"] = "; ".join(
        one.text() for one in node.children("note") if one.attributes.get("type") != "raw_reference"
    )
    return item


def _take_titles(node: Node, item: dict[str, Any]) -> None:
    """Read the titles by their levels: of a part, a monograph, a journal, a series."""
    titles: dict[str, str] = {}
    for title in node.all("title"):
        level = title.attributes.get("level", "")
        if title.attributes.get("type") not in ("short", "abbreviated"):
            titles.setdefault(level, rich(title))
    untagged = titles.pop("", "")
    article, book = titles.get("a", ""), titles.get("m", "") or titles.get("u", "")
    journal = titles.get("j", "")
    has_container = bool(article and (journal or book))
    item["title"] = article or (book if not journal else "") or untagged
    item["container-title"] = journal or (book if article else "")
    item["collection-title"] = titles.get("s", "")
    kind = _TYPES.get(node.attributes.get("type", ""), "")
    is_meeting = next(node.all("meeting"), None) is not None
    if not kind:
        if journal:
            kind = "article-journal"
        elif has_container:
            kind = "paper-conference" if is_meeting else "chapter"
        else:
            kind = "book" if book else "document"
    item["type"] = kind


def _people(place: Node, role: str) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = []
    for node in place.children(role):
        names = node.children("persName", "name")
        for name in names or [node]:
            family = name.child_text("surname")
            if family:
                given = " ".join(one.text() for one in name.children("forename"))
                suffix = name.child_text("genName")
                particle = name.child_text("nameLink")
                people.append(
                    {
                        "family": family,
                        "given": given,
                        "suffix": suffix,
                        "non-dropping-particle": particle,
                    }
                )
            elif node.first("orgName") is not None:
                people.append({"literal": node.child_text("orgName")})
            else:
                text = name.text()
                people += csl_names(text) if place.name == "bibl" else csl_name(text)
    return people


def _take_scope(scope: Node, item: dict[str, Any]) -> None:
    native = scope.attributes.get("unit") or scope.attributes.get("type") or ""
    variable = _SCOPES.get(native.casefold(), "")
    if not variable or item.get(variable):
        return
    ends = (scope.attributes.get("from", ""), scope.attributes.get("to", ""))
    text = scope.text()
    if variable == "page" and any(ends):
        item["page"] = "-".join(dict.fromkeys(filter(None, ends)))
    else:
        item[variable] = text or "-".join(filter(None, ends))


def _take_imprint(node: Node, item: dict[str, Any]) -> None:
    dates = [one for one in node.all("date") if one.attributes.get("type") != "accessed"]
    date = next(
        (one for one in dates if one.attributes.get("type") == "published"),
        dates[0] if dates else None,
    )
    if date is not None:
        item["issued"] = csl_date(date.attributes.get("when") or date.text())
    publisher = next(node.all("publisher"), None)
    item["publisher"] = publisher.text() if publisher is not None else ""
    place = next(node.all("pubPlace"), None)
    item["publisher-place"] = place.text() if place is not None else ""
    edition = next(node.all("edition"), None)
    item["edition"] = edition.text() if edition is not None else ""
    meeting = next(node.all("meeting"), None)
    item["event-title"] = meeting.text() if meeting is not None else ""


CARRIER = Carrier("tei", "a TEI document", read)
