"""Articles of Europe PMC: an answer's ``resultList``, or articles alone.

Source: Europe PMC, *RESTful Web Service*, "Search", in the forms ``lite`` and ``core``.
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
)
from refconv.values.read_only import title as without_period
from refconv.values.structured_names import (
    find_orcid_in,
    names_of_json,
    names_of_text,
    spaced_capitals,
)

_KINDS = {
    "preprint": "article",
    "book": "book",
    "monograph": "book",
    "patent": "patent",
    "thesis": "thesis",
}
"""The types of publication that are not of a journal's article."""

_USED = frozenset(
    """id source pmid pmcid doi title authorString authorList journalTitle journalInfo issue
    journalVolume pubYear journalIssn pageInfo pubType pubTypeList firstPublicationDate
    electronicPublicationDate abstractText keywordList language bookOrReportDetails""".split()
)
_BOOKKEEPING = frozenset(
    """authMan citedByCount dbCrossReferenceList epmcAuthMan firstIndexDate fullTextIdList
    fullTextReceivedDate fullTextUrlList hasBook hasData hasDbCrossReferences hasEvaluations
    hasLabsLinks hasPDF hasReferences hasSuppl hasTMAccessionNumbers hasTextMinedTerms inEPMC inPMC
    isOpenAccess labsLinks manuscriptId nihAuthMan publicationStatus tmAccessionTypeList
    dateOfCreation dateOfCompletion dateOfRevision versionList versionNumber subsetList""".split()
)
"""Keys about Europe PMC's own record, and counts."""


def parse(item: Item) -> ParsedItem | str:
    """Parse an article of Europe PMC."""
    if not {"title", "authorString", "pmid", "doi"} & item.keys():
        return "item"
    info = object_of(item.get("journalInfo"))
    types = [item.get("pubType"), _inside(item, "pubTypeList", "pubType")]
    native = " ".join(codecs.texts_of(types)).lower()
    is_preprint = first_text(item.get("source")) == "PPR" or "preprint" in native
    found = (kind for word, kind in _KINDS.items() if word in native)
    kind = "article" if is_preprint else next(found, "article-journal")
    pairs = [
        ("title", without_period(first_text(item.get("title")))),
        ("authors", _authors(item)),
        *_journal(item, info),
        *_identifiers(item),
        ("pageInfo", item.get("pageInfo")),
        ("abstractText", item.get("abstractText")),
        ("keywords", _inside(item, "keywordList", "keyword")),
        ("language", item.get("language")),
        ("genre", "preprint" if is_preprint else ""),
    ]
    pairs += [(k, raw) for k, raw in item.items() if k not in _USED and k not in _BOOKKEEPING]
    is_reported = not _BOOKKEEPING.isdisjoint(item)
    return ParsedItem(kind, "", pairs, "europe-pmc-bookkeeping" if is_reported else "")


def _inside(item: Item, outer: str, inner: str) -> Any:
    return object_of(item.get(outer)).get(inner)


def _authors(item: Item) -> Any:
    """Read the names in parts, or else the line that has all of them."""
    people = [
        {
            "family": one.get("lastName"),
            "given": one.get("firstName") or spaced_capitals(first_text(one.get("initials"))),
            "literal": one.get("collectiveName") or one.get("fullName"),
            "orcid": find_orcid_in(one.get("authorId")),
        }
        for one in _inside(item, "authorList", "author") or ()
        if isinstance(one, dict)
    ]
    line = first_text(item.get("authorString"))
    names = names_of_json(people) if people else names_of_text(line.removesuffix("."))
    return names if names.names else None


def _journal(item: Item, info: Item) -> Iterator[tuple[str, Any]]:
    journal = object_of(info.get("journal"))
    short = first_text([journal.get("medlineAbbreviation"), journal.get("isoabbreviation")])
    full = first_text([journal.get("title"), item.get("journalTitle")])
    yield "journal", full
    yield "journal.abbreviation", short if short != full else ""
    issns = [journal.get("issn"), journal.get("essn"), item.get("journalIssn")]
    yield (
        "journalIssn",
        [part.strip() for text in codecs.texts_of(issns) for part in text.split(";")],
    )
    yield "volume", info.get("volume") or item.get("journalVolume")
    yield "issue", info.get("issue") or item.get("issue")
    year = first_text([info.get("yearOfPublication"), item.get("pubYear")])
    printed = first_text([info.get("dateOfPublication"), info.get("printPublicationDate")])
    online = first_text([item.get("electronicPublicationDate"), item.get("firstPublicationDate")])
    dates = [date for date in (printed, online) if not year or date.startswith(year)]
    yield "issued", dates[0] if dates else year
    yield "online", online if dates and online != dates[0] else ""
    book = object_of(item.get("bookOrReportDetails"))
    yield "publisher", book.get("publisher")
    yield "ISBN", [book.get("isbn10"), book.get("isbn13")]


def _identifiers(item: Item) -> Iterator[tuple[str, Any]]:
    source, number = first_text(item.get("source")), first_text(item.get("id"))
    yield "pmid", item.get("pmid") or (number if source == "MED" else None)
    yield "pmcid", item.get("pmcid") or (number if source == "PMC" else None)
    yield "doi", item.get("doi")
    yield "id", f"{source}:{number}" if number and source not in ("MED", "PMC", "") else None


ROWS = (
    Field(("title",), "title", TITLE),
    Field(("authors",), "author", NAMES),
    Field(("journal",), "container-title", TITLE),
    Field(("journal.abbreviation",), "container-title-short", TITLE),
    Field(("issued",), "issued", DATE),
    Field(("online",), "available-date", DATE),
    Field(("volume",), "volume", TEXT),
    Field(("issue",), "issue", TEXT),
    Field(("pageInfo",), "page", codecs.PAGES),
    Field(("publisher",), "publisher", TITLE),
    Field(("genre",), "genre", TEXT),
    Field(("doi",), "DOI", codecs.DOI),
    Field(("pmid",), "PMID", TEXT),
    Field(("pmcid",), "PMCID", TEXT),
    Field(("journalIssn",), "ISSN", NUMBERS),
    Field(("ISBN",), "ISBN", NUMBERS),
    Field(("language",), "language", codecs.LANGUAGE),
    Field(("keywords",), "keyword", LIST),
    Field(("abstractText",), "abstract", codecs.PARAGRAPHS),
)

FORMAT = service_format("europe-pmc", "Europe PMC", "pubType", ROWS, parse)
