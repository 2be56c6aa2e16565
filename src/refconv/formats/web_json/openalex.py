"""Works of OpenAlex: one, a page of ``results``, or one a line as in its snapshot.

Source: OpenAlex, *API reference*, "Work object"; of before 2023, when a work had a ``host_venue``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
)
from refconv.values.pages import is_article_number
from refconv.values.structured_names import names_of_json

_TYPES = """
article-journal     article journal-article letter editorial erratum retraction review
article             preprint posted-content
book                book monograph edited-book reference-book
chapter             book-chapter book-section book-part
paper-conference    proceedings-article conference-paper
collection          book-series proceedings-series
periodical          journal journal-issue proceedings
entry               reference-entry
thesis              dissertation
report              report report-component
dataset             dataset database
software            software
standard            standard
review              peer-review
webpage             libguides
document            other paratext supplementary-materials component grant
"""
TYPES: Mapping[str, str] = {
    native: kind
    for kind, *natives in (line.split() for line in _TYPES.strip().split("\n"))
    for native in natives
}

_USED = frozenset(
    """id doi title display_name type type_crossref publication_date publication_year authorships
    biblio primary_location best_oa_location locations host_venue abstract_inverted_index ids
    language keywords concepts mesh is_paratext is_retracted""".split()
)
_BOOKKEEPING = frozenset(
    """abstract_inverted_index_v3 alternate_host_venues apc_list apc_paid authors_count
    authors_institutions authorships_truncated awards cited_by_api_url cited_by_count
    cited_by_percentile_year citation_normalized_percentile citations corresponding_author_ids
    corresponding_institution_ids countries_distinct_count counts_by_year created_date datasets
    domains fulltext_origin funders fwci grants has_abstract has_content has_fulltext indexed_in
    institution_assertions institutions institutions_distinct_count is_authors_truncated is_oa
    is_xpac locations_count ngrams_url open_access primary_topic referenced_works
    referenced_works_count related_works relevance_score
    sustainable_development_goals topics updated updated_date versions content_urls""".split()
)
"""Keys about OpenAlex's own record, other works, and what it has computed."""


def parse(item: Item) -> ParsedItem | str:
    """Parse a work of OpenAlex."""
    address = first_text(item.get("id"))
    if not {"title", "display_name", "authorships", "doi", "biblio"} & item.keys() or re.search(
        r"openalex\.org/[AVSICFTP]\d", address
    ):
        return "item"
    native = first_text(item.get("type"))
    crossref = first_text(item.get("type_crossref"))
    source = _source(item)
    kind = TYPES.get(native, native) or ("article-journal" if source else "document")
    if kind == "article-journal":
        # OpenAlex calls every paper an article.
        kind = _kind_of_article(native, crossref, source)
    pairs = [
        *_identifiers(item),
        *_titles(item, source, kind),
        *_biblio(item),
        *_authors(item.get("authorships")),
        ("abstract", abstract(item.get("abstract_inverted_index"))),
        ("keywords", item.get("keywords") or [*_concepts(item.get("concepts"))]),
        ("language", item.get("language")),
        ("is_retracted", item.get("is_retracted") or None),
    ]
    if kind == "article":
        pairs.append(("genre", "preprint"))
    pairs += [(k, raw) for k, raw in item.items() if k not in _USED and k not in _BOOKKEEPING]
    is_reported = not _BOOKKEEPING.isdisjoint(item)
    return ParsedItem(kind, "", pairs, "openalex-bookkeeping" if is_reported else "")


def _kind_of_article(native: str, crossref: str, source: Item) -> str:
    by_crossref = TYPES.get(crossref, "") if crossref else ""
    venue = first_text(source.get("type"))
    if native == "review" and not source:
        return "review"
    if by_crossref and by_crossref != "document":
        return by_crossref
    if venue == "conference":
        return "paper-conference"
    return "article" if venue == "repository" else "article-journal"


def _source(item: Item) -> Item:
    """Return the journal, repository or publisher of a work's first location that has one."""
    locations = item.get("locations")
    for location in (
        item.get("primary_location"),
        {"source": item.get("host_venue")},
        item.get("best_oa_location"),
        *(locations if isinstance(locations, list) else ()),
    ):
        source = object_of(object_of(location).get("source"))
        if first_text(source.get("display_name")):
            return source
    return {}


_PREFIX = re.compile(
    r"https?://(?:openalex\.org|pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\S*?/articles)/"
)


def _identifiers(item: Item) -> Iterator[tuple[str, Any]]:
    ids = object_of(item.get("ids"))
    yield "doi", item.get("doi") or ids.get("doi")
    yield "ids.pmid", _PREFIX.sub("", first_text(ids.get("pmid"))).strip("/")
    number = _PREFIX.sub("", first_text(ids.get("pmcid"))).strip("/")
    yield "ids.pmcid", f"PMC{number}" if number.isdecimal() else number
    yield "id", _PREFIX.sub("", first_text(item.get("id") or ids.get("openalex")))


def _titles(item: Item, source: Item, kind: str) -> Iterator[tuple[str, Any]]:
    yield "title", item.get("title") or item.get("display_name")
    name = first_text(source.get("display_name"))
    is_server = kind == "article" or first_text(source.get("type")) == "repository"
    yield "source", None if is_server else name
    yield "server", name if is_server else None
    yield "source.abbreviation", source.get("abbreviated_title")
    yield "source.issn", source.get("issn") or source.get("issn_l")
    yield "publisher", None if is_server else _publisher(source)
    location = object_of(item.get("primary_location") or item.get("best_oa_location"))
    venue = object_of(item.get("host_venue"))
    address = first_text([location.get("landing_page_url"), venue.get("url")])
    yield "landing_page_url", "" if "doi.org/" in address else address
    if match := _IN_ARXIV.search(address):
        yield "archive", "arXiv"
        yield "archive_location", match["id"]
    yield "pdf_url", location.get("pdf_url")
    yield "license", location.get("license")


_IN_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf)/(?P<id>[\w./-]+?)(?:\.pdf)?$")


def _publisher(source: Item) -> Any:
    return source.get("host_organization_name") or source.get("publisher")


def _biblio(item: Item) -> Iterator[tuple[str, Any]]:
    biblio = object_of(item.get("biblio"))
    yield "volume", biblio.get("volume")
    yield "issue", biblio.get("issue")
    first, last = (first_text(biblio.get(f"{end}_page")) for end in ("first", "last"))
    is_one = not last or first == last or is_article_number(first)
    yield "page", first if is_one else f"{first}-{last}" if first else last
    yield "issued", item.get("publication_date") or item.get("publication_year")


def _authors(raw: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names as printed, which OpenAlex's own names of persons may differ from."""
    people: list[dict[str, str]] = []
    affiliations: list[list[str]] = []
    for one in raw if isinstance(raw, list) else []:
        authorship = object_of(one)
        author = object_of(authorship.get("author"))
        name = first_text([authorship.get("raw_author_name"), author.get("display_name")])
        if name:
            people.append({"name": name, "orcid": first_text(author.get("orcid"))})
            raws = authorship.get("raw_affiliation_strings") or authorship.get("institutions")
            affiliations.append([*codecs.texts_of(raws)])
    names = names_of_json(people)
    yield "authorships", names if names.names else None
    yield "authorships.affiliation", affiliations if any(affiliations) else None


def _concepts(raw: Any) -> Iterator[str]:
    """Yield the names of concepts that a work is about, which OpenAlex is sure of."""
    for one in raw if isinstance(raw, list) else []:
        concept = object_of(one)
        score = concept.get("score")
        if isinstance(score, int | float) and score >= _SURE:
            yield first_text(concept.get("display_name"))


_SURE = 0.5
"""Concepts are assigned by a classifier, and most of them with a score near zero."""


def abstract(raw: Any) -> str:
    """Return the text of an inverted index: its words, each with the places where it stands.

    >>> abstract({"to": [0, 2], "be": [1]})
    'to be to'
    """
    places: dict[int, str] = {}
    if isinstance(raw, dict):
        # An older form has the index inside.
        index = raw.get("InvertedIndex") if isinstance(raw.get("InvertedIndex"), dict) else raw
        for word, found in (index or {}).items():
            for place in found if isinstance(found, list) else []:
                if isinstance(place, int):
                    places[place] = word
    return " ".join(places[place] for place in sorted(places))


ROWS = (
    Field(("title",), "title", TITLE),
    Field(("authorships",), "author", NAMES),
    Field(("source",), "container-title", TITLE),
    Field(("source.abbreviation",), "container-title-short", TITLE),
    Field(("publisher", "server"), "publisher", TITLE),
    Field(("issued",), "issued", DATE),
    Field(("volume",), "volume", TEXT),
    Field(("issue",), "issue", TEXT),
    Field(("page",), "page", codecs.PAGES),
    Field(("doi",), "DOI", codecs.DOI),
    Field(("ids.pmid",), "PMID", TEXT),
    Field(("ids.pmcid",), "PMCID", TEXT),
    Field(("source.issn",), "ISSN", NUMBERS),
    Field(("landing_page_url",), "URL", TEXT),
    Field(("archive",), "archive", TEXT),
    Field(("archive_location",), "archive_location", TEXT),
    Field(("genre",), "genre", TEXT),
    Field(("language",), "language", codecs.LANGUAGE),
    Field(("keywords",), "keyword", LIST),
    Field(("abstract",), "abstract", codecs.PARAGRAPHS),
)

FORMAT = service_format("openalex", "OpenAlex", "type", ROWS, parse)
