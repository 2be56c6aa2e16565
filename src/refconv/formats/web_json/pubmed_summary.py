"""Summaries of PubMed in JSON (esummary): ``{"result": {"uids": ["1"], "1": {…}}}``.

Source: National Center for Biotechnology Information, *Entrez Programming Utilities Help*,
"ESummary", version 2.0 with ``retmode=json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from refconv.core.fields import Field, NameList
from refconv.core.model import Name
from refconv.formats.json.records import Item, ParsedItem
from refconv.formats.web_json.service_format import service_format
from refconv.values import json_codecs as codecs
from refconv.values.json_codecs import DATE, NAMES, NUMBERS, TEXT, TITLE, first_text, object_of
from refconv.values.read_only import title as without_period
from refconv.values.structured_names import names_of_text, spaced_capitals

_USED = frozenset(
    """uid title booktitle bookname authors pubdate epubdate source fulljournalname volume issue
    pages lang issn essn pubtype articleids elocationid publishername publisherlocation edition
    vernaculartitle chapter availablefromurl""".split()
)
_BOOKKEEPING = frozenset(
    """attributes bookauthors docdate docid doccontriblist doctype history lastauthor locationlabel
    nlmuniqueid pmcrefcount pubstatus recordstatus references sortdate sortfirstauthor sortpubdate
    sorttitle srccontriblist srcdate""".split()
)
"""Keys about PubMed's own record, and what it sorts by."""

_ROLES = {"Editor": "editors", "Translator": "translators"}


def parse(item: Item) -> ParsedItem | str:
    """Parse the summary of an article or a book."""
    if not {"title", "booktitle", "fulljournalname"} & item.keys():
        return "item"
    types = [*codecs.texts_of(item.get("pubtype"))]
    is_book = bool(first_text(item.get("booktitle")))
    title = first_text(item.get("title"))
    kind = "chapter" if is_book and title else "book" if is_book else "article-journal"
    pairs = [
        ("title", without_period(title or first_text(item.get("booktitle")))),
        ("vernaculartitle", without_period(first_text(item.get("vernaculartitle")))),
        ("container", item.get("booktitle") if title else None),
        *_journal(item),
        *_names(item.get("authors")),
        *_identifiers(item),
        ("genre", "preprint" if "Preprint" in types else ""),
    ]
    pairs += [(key, raw) for key, raw in item.items() if key not in _USED | _BOOKKEEPING]
    pairs += [(key, item.get(key)) for key in _TAKEN]
    kind = "article" if "Preprint" in types else kind
    is_reported = not _BOOKKEEPING.isdisjoint(item)
    return ParsedItem(kind, "", pairs, "pubmed-summary-bookkeeping" if is_reported else "")


_TAKEN = (
    *("volume", "issue", "pages", "lang", "publishername", "publisherlocation", "edition"),
    *("chapter", "availablefromurl"),
)


def _journal(item: Item) -> Iterator[tuple[str, Any]]:
    full, short = (first_text(item.get(key)) for key in ("fulljournalname", "source"))
    yield "fulljournalname", full
    yield "source", short if short != full else ""
    yield "issn", [item.get("issn"), item.get("essn")]
    printed, online = (first_text(item.get(key)) for key in ("pubdate", "epubdate"))
    yield "pubdate", printed or online
    yield "epubdate", online if printed and online != printed else ""


def _names(raw: Any) -> Iterator[tuple[str, Any]]:
    """Yield names by their roles; PubMed has ``Bell AM``, and tells bodies by their type."""
    roles: dict[str, list[Name]] = {}
    for one in raw if isinstance(raw, list) else []:
        author = object_of(one)
        name, kind = first_text(author.get("name")), first_text(author.get("authtype"))
        names = (Name(literal=name),) if kind == "CollectiveName" and name else _person(name)
        roles.setdefault(_ROLES.get(kind, "authors"), []).extend(names)
    for role, people in roles.items():
        yield role, NameList(tuple(people)) if people else None


def _person(text: str) -> tuple[Name, ...]:
    family, _, given = text.rpartition(" ")
    if family and given.isalpha() and given.isupper() and len(given) <= _MOST_INITIALS:
        return (Name(family=family, given=spaced_capitals(given)),)
    return names_of_text(text, is_one=True).names if text else ()


_MOST_INITIALS = 4
"""PubMed has two initials at most; some bodies have longer names in capitals."""


def _identifiers(item: Item) -> Iterator[tuple[str, Any]]:
    ids: dict[str, str] = {}
    for one in item["articleids"] if isinstance(item.get("articleids"), list) else []:
        number = object_of(one)
        ids.setdefault(first_text(number.get("idtype")), first_text(number.get("value")))
    place = first_text(item.get("elocationid"))
    yield "pubmed", item.get("uid") or ids.get("pubmed")
    yield "doi", ids.get("doi") or (place if place.startswith("doi:") else "")
    yield "pmc", ids.get("pmc", "").partition(";")[0]
    yield "pii", ids.get("pii") if not item.get("pages") else None


ROWS = (
    Field(("title",), "title", TITLE),
    Field(("vernaculartitle",), "original-title", TITLE),
    Field(("authors",), "author", NAMES),
    Field(("editors",), "editor", NAMES),
    Field(("translators",), "translator", NAMES),
    Field(("fulljournalname", "container"), "container-title", TITLE),
    Field(("source",), "container-title-short", TITLE),
    Field(("pubdate",), "issued", DATE),
    Field(("epubdate",), "available-date", DATE),
    Field(("volume",), "volume", TEXT),
    Field(("issue",), "issue", TEXT),
    Field(("pages",), "page", codecs.PAGES),
    Field(("chapter",), "chapter-number", TEXT),
    Field(("edition",), "edition", TEXT),
    Field(("publishername",), "publisher", TITLE),
    Field(("publisherlocation",), "publisher-place", TEXT),
    Field(("genre",), "genre", TEXT),
    Field(("doi",), "DOI", codecs.DOI),
    Field(("pubmed",), "PMID", TEXT),
    Field(("pmc",), "PMCID", TEXT),
    Field(("issn",), "ISSN", NUMBERS),
    Field(("availablefromurl",), "URL", TEXT),
    Field(("lang",), "language", codecs.LANGUAGE),
)

FORMAT = service_format("pubmed-summary", "PubMed summaries (JSON)", "doctype", ROWS, parse)
