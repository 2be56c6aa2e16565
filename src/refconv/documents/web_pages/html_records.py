"""The records in web pages: ``citation_reference``, Scholar links, COinS, JSON-LD.

Sources: Google Scholar, *Inclusion Guidelines*, "Indexing"; Highwire's ``citation_*``; *COinS* 1.0
over ANSI/NISO Z39.88; schema.org ``CreativeWork``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from refconv.documents.people import csl_date, csl_name, csl_names
from refconv.values.html_text import decode_all_entities, rich_text
from refconv.values.identifiers import bare_doi

Fields = Mapping[str, Sequence[str]]
"""The values of a record by their keys, in the terms of a carrier."""

# ── citation_reference ────────────────────────────────────────────────────────────────────────────

_KEY = re.compile(r"(?:\A|;)\s{0,20}citation_(\w{1,40})\s{0,5}=\s{0,20}")


def fields_of_reference(content: str) -> dict[str, list[str]]:
    """Return the fields of a ``citation_reference``; none if it is a printed reference.

    A value may hold semicolons: only one before another key parts two fields.

    >>> fields_of_reference("citation_title=Rivers; and lakes;citation_year=2001")
    {'title': ['Rivers; and lakes'], 'year': ['2001']}
    """
    found: dict[str, list[str]] = {}
    matches = [*_KEY.finditer(content)]
    for match, following in zip_longest(matches, matches[1:]):
        end = following.start() if following is not None else len(content)
        value = content[match.end() : end].strip(" ;\n\t")
        if value:
            found.setdefault(match[1].casefold(), []).append(value)
    return found


_TEXTS = (
    ("volume", ("volume",)),
    ("issue", ("issue",)),
    ("publisher", ("publisher", "dissertation_institution", "technical_report_institution")),
    ("edition", ("edition",)),
    ("PMID", ("pmid",)),
    ("PMCID", ("pmcid",)),
    ("ISBN", ("isbn",)),
    ("ISSN", ("issn",)),
    ("number", ("technical_report_number", "patent_number")),
    ("container-title-short", ("journal_abbrev",)),
    ("language", ("language",)),
    ("URL", ("public_url", "abstract_html_url", "fulltext_html_url", "url")),
)
_CONTAINERS = (
    ("journal_title", "article-journal"),
    ("conference_title", "paper-conference"),
    ("conference", "paper-conference"),
    ("inbook_title", "chapter"),
    ("book_title", "chapter"),
    ("journal_abbrev", "article-journal"),
)
_KINDS = (
    ("dissertation_institution", "thesis"),
    ("dissertation_name", "thesis"),
    ("technical_report_institution", "report"),
    ("patent_number", "patent"),
)
_DATES = ("publication_date", "date", "cover_date", "year", "online_date", "publication_year")


def citation_item(fields: Fields) -> dict[str, Any]:
    """Return the fields of Highwire's ``citation_*`` as a CSL-JSON item."""
    item: dict[str, Any] = {"type": "document", "title": _rich(_first(fields, "title"))}
    for variable, keys in _TEXTS:
        item[variable] = next(filter(None, (_first(fields, key) for key in keys)), "")
    for key, kind in _CONTAINERS:
        if fields.get(key):
            item["type"], item["container-title"] = kind, _rich(_first(fields, key))
            break
    else:
        kinds = [kind for key, kind in _KINDS if fields.get(key)]
        is_book = bool(item["publisher"] or item["ISBN"]) and not item["volume"]
        item["type"] = kinds[0] if kinds else "book" if is_book else "document"
    item["author"] = people([*fields.get("author", ()), *fields.get("authors", ())])
    item["editor"] = people([*fields.get("editor", ()), *fields.get("editors", ())])
    item["issued"] = next((date for key in _DATES if (date := csl_date(_first(fields, key)))), {})
    item["page"] = _pages(fields, ("first_page", "firstpage"), ("last_page", "lastpage"))
    item["DOI"] = bare_doi(_first(fields, "doi"))
    # PLOS repeats the volume as its number.
    number = _first(fields, "number")
    if number and not item["issue"] and number != item["volume"]:
        item["issue"] = number
    item["keyword"] = "; ".join(fields.get("keywords", ()))
    return item


def _first(fields: Fields, key: str) -> str:
    return next(iter(fields.get(key, ())), "").strip()


def _rich(text: str) -> str:
    return rich_text(decode_all_entities(text)) if "<" in text or "&" in text else text


def _pages(fields: Fields, first: Sequence[str], last: Sequence[str]) -> str:
    whole = _first(fields, "pages")
    ends = [next(filter(None, (_first(fields, key) for key in keys)), "") for keys in (first, last)]
    if whole and not (ends[1] and "-" not in whole):
        return re.sub(r"^pp?\.\s*", "", whole)
    return "-".join(dict.fromkeys(filter(None, ends)))


def people(names: Sequence[str]) -> list[dict[str, Any]]:
    """Return the names of one key a person, or of all persons in one key."""
    if len(names) == 1:
        return csl_names(names[0].replace(";", "; "))
    return [person for name in names for person in csl_name(name)]


# ── links to Google Scholar, Crossref and the like ────────────────────────────────────────────────

_SCHOLAR = re.compile(r"(?:https?:)?//scholar\.google\.[a-z.]{2,6}/scholar_lookup\?", re.IGNORECASE)
_INDEX = re.compile(r"\[\d{0,3}\]\Z")


def scholar_item(address: str) -> dict[str, Any] | None:
    """Return the work that a lookup at Google Scholar names; ``None`` for any other address.

    >>> scholar_item("https://scholar.google.com/scholar_lookup?title=Rivers&author=A+Ng")["title"]
    'Rivers'
    """
    if _SCHOLAR.match(address) is None:
        return None
    fields: dict[str, list[str]] = {}
    for key, value in _query(urlsplit(address).query):
        fields.setdefault(_SCHOLAR_KEYS.get(key := _INDEX.sub("", key), key), []).append(value)
    if not fields.get("title"):
        return None
    return citation_item(fields)


_SCHOLAR_KEYS = {"publication_year": "year", "journal": "journal_title"}


def _query(query: str) -> list[tuple[str, str]]:
    """Return the pairs of a query; a semicolon is a character of a value."""
    try:
        pairs = parse_qsl(query.replace("&amp;", "&"), max_num_fields=2000)
    except ValueError:
        return []
    return [(key, value.strip()) for key, value in pairs if value.strip()]


# ── COinS ─────────────────────────────────────────────────────────────────────────────────────────

_GENRES = {
    "article": "article-journal",
    "preprint": "article",
    "proceeding": "paper-conference",
    "conference": "paper-conference",
    "book": "book",
    "bookitem": "chapter",
    "report": "report",
    "dissertation": "thesis",
    "unknown": "",
    "document": "",
}


def coins_item(title: str) -> dict[str, Any] | None:
    """Return the work of a COinS, the ``title`` of a ``span.Z3988``; ``None`` for other texts."""
    fields: dict[str, list[str]] = {}
    for key, value in _query(title):
        fields.setdefault(key.removeprefix("rft."), []).append(value)
    if "rft_val_fmt" not in fields and "ctx_ver" not in fields:
        return None
    kind, item = _coins_kind(fields), {}
    part, journal = _first(fields, "atitle"), _first(fields, "jtitle")
    book, whole = _first(fields, "btitle"), _first(fields, "title")
    container = journal or (book or whole if part else "")
    item = {
        "type": kind
        or ("article-journal" if journal else "chapter" if part and book else "document"),
        "title": _rich(part or book or whole or journal),
        "container-title": _rich(container) if part else "",
        "container-title-short": _first(fields, "stitle"),
        "issued": csl_date(_first(fields, "date")),
        "page": _pages(fields, ("spage",), ("epage",)),
        "publisher": _first(fields, "pub") or _first(fields, "publisher") or _first(fields, "inst"),
        "publisher-place": _first(fields, "place"),
        "collection-title": _first(fields, "series"),
        "author": _coins_people(fields),
        "language": _first(fields, "language"),
        **{variable: _first(fields, key) for key, variable in _COINS_TEXTS},
    }
    _take_coins_identifiers(fields, item)
    return item if item["title"] or item.get("DOI") else None


_COINS_TEXTS = (
    ("volume", "volume"),
    ("issue", "issue"),
    ("edition", "edition"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("tpages", "number-of-pages"),
)


def _coins_kind(fields: Fields) -> str:
    genre = _GENRES.get(_first(fields, "genre").casefold(), "")
    native = _first(fields, "rft_val_fmt").rpartition(":")[2]
    if native == "dissertation":
        return "thesis"
    if native == "patent":
        return "patent"
    if native == "journal" and not genre:
        return "article-journal" if _first(fields, "atitle") else ""
    if genre == "book" and _first(fields, "atitle"):
        return "chapter"
    return genre


def _coins_people(fields: Fields) -> list[dict[str, Any]]:
    """Return the authors: the first in parts, and the others as texts that may repeat it."""
    found: list[dict[str, Any]] = []
    family, given = _first(fields, "aulast"), _first(fields, "aufirst") or _first(fields, "auinit")
    if family:
        found.append({"family": family, "given": given, "suffix": _first(fields, "ausuffix")})
    others = fields.get("au", ()) or fields.get("creator", ())
    for text in others:
        for person in csl_name(text):
            is_first = person.get("family") == family or person.get("literal") == family
            if not (family and is_first and len(found) == 1 and text is others[0]):
                found.append(person)
    bodies = [{"literal": text} for text in fields.get("aucorp", ())]
    return found or bodies


def _take_coins_identifiers(fields: Fields, item: dict[str, Any]) -> None:
    for text in (*fields.get("rft_id", ()), *fields.get("identifier", ())):
        if text.startswith("info:doi/") or "doi.org/10." in text:
            item.setdefault("DOI", bare_doi(text.removeprefix("info:doi/")))
        elif text.startswith("info:pmid/"):
            item.setdefault("PMID", text.removeprefix("info:pmid/"))
        elif text.startswith("info:arxiv/"):
            item["archive"], item["archive_location"] = "arXiv", text.removeprefix("info:arxiv/")
        elif re.match(r"https?://", text):
            item.setdefault("URL", text)


# ── JSON-LD ───────────────────────────────────────────────────────────────────────────────────────

_LD_KINDS = {
    "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal",
    "Book": "book",
    "Chapter": "chapter",
    "Thesis": "thesis",
    "Report": "report",
    "Dataset": "dataset",
    "SoftwareSourceCode": "software",
    "SoftwareApplication": "software",
    "NewsArticle": "article-newspaper",
    "BlogPosting": "post-weblog",
    "TechArticle": "webpage",
    "WebPage": "webpage",
    "Article": "article-journal",
    "PublicationIssue": "periodical",
    "CreativeWork": "document",
}
OWN_KINDS = frozenset({"ScholarlyArticle", "MedicalScholarlyArticle", "Thesis", "Book", "Report"})
"""The types of a page that is a work, not a page about anything."""


def works_in_json(text: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script that have a type, at the top or in ``@graph``."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, list):
            stack.extend(reversed(one))
        elif isinstance(one, dict):
            if "@type" in one:
                yield one
            if isinstance(one.get("@graph"), list):
                stack.extend(reversed(one["@graph"]))
            if isinstance(one.get("mainEntity"), dict):
                stack.append(one["mainEntity"])


def json_item(work: Mapping[str, Any]) -> dict[str, Any]:
    """Return a work of schema.org as a CSL-JSON item."""
    native = _one_text(work.get("@type"))
    item: dict[str, Any] = {"type": _LD_KINDS.get(native, "document")}
    item["title"] = _rich(_one_text(work.get("headline")) or _one_text(work.get("name")))
    item["issued"] = csl_date(_one_text(work.get("datePublished")))
    item["author"] = _json_people(work.get("author") or work.get("creator"))
    item["editor"] = _json_people(work.get("editor"))
    item["publisher"] = _name_of(work.get("publisher"))
    item["URL"] = _one_text(work.get("url"))
    item["page"] = _one_text(work.get("pagination")) or "-".join(
        filter(None, (_one_text(work.get("pageStart")), _one_text(work.get("pageEnd"))))
    )
    item["ISBN"] = _one_text(work.get("isbn"))
    part = work.get("isPartOf")
    for _ in range(4):
        part = part[0] if isinstance(part, list) and part else part
        if not isinstance(part, dict):
            break
        kind = _one_text(part.get("@type"))
        if kind == "PublicationVolume" or part.get("volumeNumber"):
            item["volume"] = _one_text(part.get("volumeNumber"))
        if kind == "PublicationIssue" or part.get("issueNumber"):
            item["issue"] = _one_text(part.get("issueNumber"))
        if kind in ("Periodical", "Book", "CreativeWorkSeries"):
            item["container-title"] = _name_of(part)
            item["ISSN"] = _one_text(part.get("issn"))
            break
        part = part.get("isPartOf")
    identifiers = [work.get("identifier"), work.get("sameAs"), work.get("@id"), work.get("url")]
    for text in (text for one in identifiers for text in _texts(one)):
        match = re.search(r"\b10\.\d{4,9}/[^\s\"<>]{1,200}", text)
        if match is not None:
            item.setdefault("DOI", match[0])
    return item


def _texts(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        text = one.get("value") if isinstance(one, dict) else one
        if isinstance(text, str):
            yield text


def _one_text(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return str(value).strip() if isinstance(value, str | int) and value is not True else ""


def _name_of(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return _one_text(value.get("name")) if isinstance(value, dict) else _one_text(value)


def _json_people(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and _one_text(one.get("familyName")):
            found.append(
                {"family": _one_text(one["familyName"]), "given": _one_text(one.get("givenName"))}
            )
        elif isinstance(one, dict) and one.get("@type") == "Organization":
            found.append({"literal": _name_of(one)})
        else:
            found += csl_name(_name_of(one)) if _name_of(one) else []
    return found


# ── the page's own record ─────────────────────────────────────────────────────────────────────────

_OTHERS = {
    "dc.title": "title",
    "dcterms.title": "title",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "dc.contributor": "author",
    "dc.date": "date",
    "dc.date.issued": "date",
    "dcterms.issued": "date",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "dc.language": "language",
    "dc.source": "journal_title",
    "dcterms.ispartof": "journal_title",
    "dc.citation.volume": "volume",
    "dc.citation.issue": "issue",
    "dc.citation.spage": "first_page",
    "dc.citation.epage": "last_page",
    "prism.publicationname": "journal_title",
    "prism.volume": "volume",
    "prism.number": "issue",
    "prism.startingpage": "first_page",
    "prism.endingpage": "last_page",
    "prism.publicationdate": "date",
    "prism.doi": "doi",
    "prism.issn": "issn",
    "bepress_citation_title": "title",
    "bepress_citation_author": "author",
    "bepress_citation_date": "date",
    "bepress_citation_journal_title": "journal_title",
    "eprints.title": "title",
    "eprints.creators_name": "author",
    "eprints.date": "date",
    "eprints.publication": "journal_title",
}
"""Keys of Dublin Core, PRISM, Bepress and EPrints, as those of ``citation_*``."""


def page_item(metas: Sequence[tuple[str, str]]) -> dict[str, Any] | None:
    """Return the record of a page by its ``meta`` elements; ``None`` if they are of no work."""
    own: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for name, content in metas:
        if name == "citation_reference" or not content.strip():
            continue
        if name.startswith("citation_"):
            own.setdefault(name.removeprefix("citation_"), []).append(content.strip())
        elif name in _OTHERS:
            other.setdefault(_OTHERS[name], []).append(content.strip())
        elif name in ("dc.identifier", "dcterms.identifier"):
            match = re.search(r"\b10\.\d{4,9}/\S{1,200}", content)
            if match is not None:
                other.setdefault("doi", []).append(match[0])
    if not own.get("title") and not (
        other.get("title") and (other.get("author") or other.get("doi"))
    ):
        return None
    return citation_item({**other, **own})
