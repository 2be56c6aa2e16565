"""Citations in JATS: their elements → CSL-JSON, or the string that they print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from refconv.documents.articles.xml_texts import rich
from refconv.documents.people import csl_date, csl_names, with_et_al
from refconv.documents.xml_trees import Node
from refconv.values.identifiers import bare_doi

TYPES: Mapping[str, str] = {
    "journal": "article-journal",
    "book": "book",
    "chapter": "chapter",
    "book-chapter": "chapter",
    "conf-proc": "paper-conference",
    "confproc": "paper-conference",
    "conference": "paper-conference",
    "conf-paper": "paper-conference",
    "proceedings": "paper-conference",
    "thesis": "thesis",
    "web": "webpage",
    "webpage": "webpage",
    "website": "webpage",
    "report": "report",
    "gov": "report",
    "working-paper": "report",
    "patent": "patent",
    "data": "dataset",
    "dataset": "dataset",
    "database": "dataset",
    "software": "software",
    "preprint": "article",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "commun": "personal_communication",
    "standard": "standard",
    "legal": "legislation",
    "law": "legislation",
    "case": "legal_case",
    "video": "motion_picture",
    "film": "motion_picture",
    "blog": "post-weblog",
    "letter": "personal_communication",
    "interview": "interview",
}
"""CSL's type of each ``publication-type`` that publishers write."""

_ROLES: Mapping[str, str] = {
    "author": "author",
    "allauthors": "author",
    "inventor": "author",
    "editor": "editor",
    "guest-editor": "editor",
    "ed": "editor",
    "translator": "translator",
    "compiler": "compiler",
    "director": "director",
    "curator": "curator",
    "assignee": "publisher",
}
_TITLES = ("article-title", "chapter-title", "part-title", "data-title")
_TEXTS = (
    ("volume", "volume"),
    ("issue", "issue"),
    ("supplement", "supplement"),
    ("edition", "edition"),
    ("publisher-name", "publisher"),
    ("publisher-loc", "publisher-place"),
    ("conf-name", "event-title"),
    ("conf-loc", "event-place"),
    ("series", "collection-title"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("version", "version"),
    ("patent", "number"),
    ("institution", "publisher"),
)
_IDENTIFIERS: Mapping[str, str] = {
    "doi": "DOI",
    "pmid": "PMID",
    "medline": "PMID",
    "pubmed": "PMID",
    "pmcid": "PMCID",
    "pmc": "PMCID",
    "isbn": "ISBN",
    "issn": "ISSN",
    "arxiv": "arXiv",
}
_NAMES = ("name", "string-name", "collab", "person-group", "anonymous", "etal")
# A citation with any of these says what its parts are.
_TELLING = frozenset((*_TITLES, *_NAMES[:4], "source", "year", "volume", "fpage", "publisher-name"))


def is_tagged(citation: Node) -> bool:
    """Return whether the parts of a citation are tagged, beyond emphasis and links."""
    return any(node.name in _TELLING for node in citation.children())


def printed(citation: Node) -> str:
    """Return the string that a citation prints."""
    return citation.text()


def citation_item(citation: Node) -> tuple[dict[str, Any], bool]:
    """Return a citation as a CSL-JSON item, and whether its string may say more."""
    item: dict[str, Any] = {"type": "document"}
    for name, variable in _TEXTS:
        texts = [node.text() for node in citation.children(name)]
        if any(texts) and not item.get(variable):
            item[variable] = texts[0]
    _take_people(citation, item)
    _take_titles(citation, item)
    _take_dates(citation, item)
    _take_pages(citation, item)
    _take_identifiers(citation, item)
    is_element = citation.name == "element-citation"
    has_all = bool(item.get("title")) and bool(item.get("author") or item.get("editor"))
    return item, not (is_element or has_all)


# ── people ────────────────────────────────────────────────────────────────────────────────────────


def _take_people(citation: Node, item: dict[str, Any]) -> None:
    incomplete: list[str] = []
    for node in citation.children(*_NAMES):
        is_group = node.name == "person-group"
        native = node.attributes.get("person-group-type", "author").casefold()
        role = _ROLES.get(native, "contributor") if is_group else "author"
        if role == "publisher":
            item.setdefault("publisher", node.text())
            continue
        members = node.children(*_NAMES) if is_group else [node]
        people = [person for member in members for person in people_of(member)]
        if is_group and not members:
            people = csl_names(node.text())
        item.setdefault(role, []).extend(people)
        if any(member.name == "etal" for member in members):
            incomplete.append(role)
    with_et_al(item, *dict.fromkeys(incomplete))


def people_of(node: Node) -> Iterator[dict[str, Any]]:
    """Yield the person of a ``name``, the persons of a ``string-name``, or a group's name."""
    if node.name in ("etal", "anonymous"):
        return
    if node.name == "collab":
        inner = [person for name in node.all("name", "string-name") for person in people_of(name)]
        text = " ".join(part for part in node.content if isinstance(part, str)).split()
        if text or not inner:
            yield {"literal": " ".join(text) or node.text()}
        yield from inner
        return
    if node.name == "name-alternatives":
        node = node.first("name", "string-name") or node
    family = node.child_text("surname")
    if not family:
        yield from csl_names(node.text())
        return
    yield {
        "family": family,
        "given": node.child_text("given-names"),
        "suffix": node.child_text("suffix"),
        "non-dropping-particle": node.child_text("prefix")
        if node.child_text("prefix").islower()
        else "",
    }


# ── titles, dates, pages ──────────────────────────────────────────────────────────────────────────


def _take_titles(citation: Node, item: dict[str, Any]) -> None:
    """Read the titles; they decide the type where the citation does not name it."""
    attributes = citation.attributes
    native = attributes.get("publication-type") or attributes.get("citation-type") or ""
    kind = TYPES.get(native.casefold(), "")
    titles = [rich(node).rstrip(" ,") for name in _TITLES for node in citation.children(name)]
    title = next(filter(None, titles), "")
    sources = [rich(node).rstrip(" ,") for node in citation.children("source")]
    source = next(filter(None, sources), "")
    if not kind:
        is_journal = bool(item.get("volume")) or citation.first("issue") is not None
        kind = _untyped(citation, title=title, source=source, is_journal=is_journal)
    if kind == "book" and title and source:
        kind = "chapter"
    if not title and source and kind not in ("article-journal", "article-magazine"):
        title, source = source, ""
    if kind == "chapter" and not source:
        kind = "book"
    item["type"] = kind
    item["title"] = title.removesuffix(".")
    item["container-title"] = source.removesuffix(".") if source.count(".") < 2 else source
    translated = citation.child_text("trans-title")
    if translated and not title:
        item["title"] = translated


def _untyped(citation: Node, *, title: str, source: str, is_journal: bool) -> str:
    """Return the type of a citation that does not name it."""
    if citation.first("chapter-title") is not None:
        return "chapter"
    if citation.first("conf-name") is not None:
        return "paper-conference"
    if is_journal and source:
        return "article-journal"
    if source and not title:
        return "book"
    if source and citation.first("publisher-name") is not None:
        return "chapter"
    if citation.first("uri", "ext-link") is not None and not source:
        return "webpage"
    return "article-journal" if source else "document"


def _take_dates(citation: Node, item: dict[str, Any]) -> None:
    year = citation.first("year")
    date = citation.first("date")
    if year is None and date is not None:
        year = date.first("year")
    parent = date if date is not None and citation.first("year") is None else citation
    if year is not None:
        exact = year.attributes.get("iso-8601-date", "")
        words = [parent.child_text(name) for name in ("day", "month", "season")]
        text = year.text().strip(" .,;()")
        has_month = any(words) and re.fullmatch(r"\d{4}", text)
        item["issued"] = csl_date(
            exact or (" ".join(filter(None, (*words, text))) if has_month else text)
        )
    for node in citation.children("date-in-citation", "access-date"):
        text = _ACCESSED.sub("", node.text())
        exact = node.attributes.get("iso-8601-date", "")
        item["accessed"] = csl_date(exact or text)


_ACCESSED = re.compile(r"^\W*(?:last )?(?:accessed|cited|retrieved)(?: on)?\W*", re.IGNORECASE)


def _take_pages(citation: Node, item: dict[str, Any]) -> None:
    first, last = citation.child_text("fpage"), citation.child_text("lpage")
    ranges = citation.child_text("page-range")
    article = citation.child_text("elocation-id")
    if first:
        item["page"] = f"{first}-{last}" if last and last != first else first
        item["number"] = article if article != first else ""
    elif ranges:
        item["page"] = ranges
    elif article:
        item["page"] = item["number"] = article
    total = citation.child_text("size")
    if total and "page" not in item:
        item["number-of-pages"] = re.sub(r"\D", "", total) or total


# ── identifiers and notes ─────────────────────────────────────────────────────────────────────────


def _take_identifiers(citation: Node, item: dict[str, Any]) -> None:
    for node in citation.children("pub-id", "object-id"):
        native = node.attributes.get("pub-id-type", "").casefold()
        _identify(item, _IDENTIFIERS.get(native, ""), node.text(), native)
    for node in [*citation.all("ext-link", "uri", "self-uri")]:
        address = node.attributes.get("href") or node.text()
        native = node.attributes.get("ext-link-type", "").casefold()
        doi = bare_doi(address) if "10." in address else ""
        if doi and doi.startswith("10.") and ("doi" in native or "doi.org" in address):
            item.setdefault("DOI", doi)
        elif native in ("pmid", "pubmed", "pmcid", "pmc") and re.search(r"\d", address):
            _identify(item, _IDENTIFIERS[native], address, native)
        elif re.match(r"(?:https?|ftp)://|www\.", address):
            item.setdefault("URL", address)
    notes = []
    for node in citation.children("comment", "annotation", "note"):
        text = node.text().strip(" .,;:()[]")
        doi_match = re.search(r"\b10\.\d{4,9}/[^\s<>\"]{1,200}", text)
        if doi_match is not None:
            item.setdefault("DOI", doi_match[0].rstrip(".,;)"))
        elif re.search(r"[^\W\d_]{3}", text) and not _EMPTY_NOTE.fullmatch(text):
            notes.append(text)
    item["note"] = "; ".join(dict.fromkeys(notes))


_EMPTY_NOTE = re.compile(
    r"(?:in|pp?|doi|pmid|available(?: (?:at|from|online))?|retrieved from|url|ed|eds|epub"
    r"|https?://\S+|et al)",
    re.IGNORECASE,
)


def _identify(item: dict[str, Any], variable: str, text: str, native: str) -> None:
    """Set an identifier; of one that CSL has no variable for, keep its kind."""
    text = text.strip(" .;,")
    if not text:
        return
    if variable == "DOI":
        item.setdefault("DOI", bare_doi(text))
    elif variable == "arXiv":
        item.setdefault("archive", "arXiv")
        item.setdefault("archive_location", re.sub(r"^arxiv:\s*", "", text, flags=re.IGNORECASE))
    elif variable == "PMCID":
        digits = re.search(r"\d+", text)
        item.setdefault("PMCID", f"PMC{digits[0]}" if digits else text)
    elif variable == "PMID":
        digits = re.search(r"\d+", text)
        item.setdefault("PMID", digits[0] if digits else text)
    elif variable:
        item.setdefault(variable, text)
    elif text.startswith("http"):
        item.setdefault("URL", text)
    else:
        keys = item.setdefault("custom", {}).setdefault("refconv", {}).setdefault("keys", [])
        keys.append([f"jats:{native or 'pub-id'}", text])
