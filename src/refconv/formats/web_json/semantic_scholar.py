"""Papers of Semantic Scholar: one, a page of ``data``, or one a line.

Source: Semantic Scholar, *Academic Graph API*, "Paper".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from refconv.core.fields import Field
from refconv.formats.json.records import Item, ParsedItem
from refconv.formats.web_json.service_format import service_format
from refconv.values import json_codecs as codecs
from refconv.values.json_codecs import (
    DATE,
    LIST,
    NAMES,
    NUMBERS,
    TEXT,
    TITLE,
    first_text,
    object_of,
    texts_of,
)
from refconv.values.structured_names import names_of_json

_TYPES = {
    "Book": "book",
    "BookSection": "chapter",
    "Conference": "paper-conference",
    "Dataset": "dataset",
    "JournalArticle": "article-journal",
    "News": "article-newspaper",
}
"""The types that say what a paper is in; others say what is in it (Review, CaseReport)."""

_USED = frozenset(
    """title authors year publicationDate venue publicationVenue journal externalIds url
    publicationTypes abstract fieldsOfStudy s2FieldsOfStudy paperId openAccessPdf""".split()
)
_BOOKKEEPING = frozenset(
    """corpusId CorpusId citationCount referenceCount influentialCitationCount citations
    references citationStyles embedding tldr isOpenAccess textAvailability matchScore""".split()
)
"""Keys about other papers, counts, and what Semantic Scholar has computed."""


def parse(item: Item) -> ParsedItem | str:
    """Parse a paper of Semantic Scholar."""
    if not {"title", "externalIds", "authors"} & item.keys():
        return "item"
    journal, ids = object_of(item.get("journal")), object_of(item.get("externalIds"))
    venue = object_of(item.get("publicationVenue"))
    pairs: list[tuple[str, Any]] = [
        ("title", item.get("title")),
        ("authors", _authors(item.get("authors"))),
        ("issued", item.get("publicationDate") or item.get("year")),
        ("abstract", item.get("abstract")),
        ("fieldsOfStudy", item.get("fieldsOfStudy")),
        ("paperId", item.get("paperId")),
        *_venue(item, journal, venue),
        *_identifiers(ids),
    ]
    kind = _kind(item, journal, venue, ids)
    pairs += [("genre", "preprint")] if kind == "article" else []
    pairs += [(k, raw) for k, raw in item.items() if k not in _USED and k not in _BOOKKEEPING]
    is_reported = not _BOOKKEEPING.isdisjoint(item)
    return ParsedItem(kind, "", pairs, "semantic-scholar-bookkeeping" if is_reported else "")


def _kind(item: Item, journal: Item, venue: Item, ids: Item) -> str:
    """Return the type, by the types of publication or else by where it was published."""
    found = [_TYPES[one] for one in texts_of(item.get("publicationTypes")) if one in _TYPES]
    kind = first_text(venue.get("type"))
    if kind == "conference" and set(found) <= {"article-journal", "paper-conference"}:
        return "paper-conference"
    if "ArXiv" in ids and "arxiv" in first_text([item.get("venue"), journal.get("name")]).lower():
        return "article"
    if found:
        return found[0]
    is_published = first_text(item.get("venue")) or journal.get("name") or kind == "journal"
    return "article-journal" if is_published else "document"


def _authors(raw: Any) -> Any:
    people = raw if isinstance(raw, list) else [raw]
    names = names_of_json(
        [{"name": one.get("name")} if isinstance(one, dict) else one for one in people]
    )
    return names if names.names else None


def _venue(item: Item, journal: Item, venue: Item) -> Iterator[tuple[str, Any]]:
    name = first_text([item.get("venue"), journal.get("name"), venue.get("name")])
    is_arxiv = name.lower().startswith("arxiv")
    yield "publisher" if is_arxiv else "venue", name
    volume = first_text(journal.get("volume"))
    yield "journal.volume", None if volume.startswith("abs/") else volume
    yield "journal.pages", journal.get("pages")
    yield "publicationVenue.issn", [venue.get("issn"), venue.get("alternate_issns")]
    pdf = item.get("openAccessPdf")
    yield "openAccessPdf.url", pdf.get("url") if isinstance(pdf, dict) else pdf
    yield "url", item.get("url")


def _identifiers(ids: Item) -> Iterator[tuple[str, Any]]:
    yield "DOI", ids.get("DOI")
    yield "PubMed", ids.get("PubMed")
    number = first_text(ids.get("PubMedCentral"))
    yield "PubMedCentral", f"PMC{number}" if number.isdecimal() else number
    if number := first_text(ids.get("ArXiv")):
        yield "archive", "arXiv"
        yield "ArXiv", number
    for key in ("ACL", "DBLP", "MAG"):
        yield f"externalIds.{key}", None if key == "MAG" else ids.get(key)


ROWS = (
    Field(("title",), "title", TITLE),
    Field(("authors",), "author", NAMES),
    Field(("venue",), "container-title", TITLE),
    Field(("publisher",), "publisher", TITLE),
    Field(("issued",), "issued", DATE),
    Field(("journal.volume",), "volume", TEXT),
    Field(("journal.pages",), "page", codecs.PAGES),
    Field(("DOI",), "DOI", codecs.DOI),
    Field(("PubMed",), "PMID", TEXT),
    Field(("PubMedCentral",), "PMCID", TEXT),
    Field(("archive",), "archive", TEXT),
    Field(("ArXiv",), "archive_location", TEXT),
    Field(("publicationVenue.issn",), "ISSN", NUMBERS),
    Field(("genre",), "genre", TEXT),
    Field(("url",), "URL", TEXT),
    Field(("fieldsOfStudy",), "keyword", LIST),
    Field(("abstract",), "abstract", codecs.PARAGRAPHS),
)

FORMAT = service_format("semantic-scholar", "Semantic Scholar", "publicationTypes", ROWS, parse)
