"""Works of Crossref's REST interface: ``{"message": {…}}``, lists of them, or a work alone.

Source: Crossref, *REST API*, "Works"; what content negotiation returns has the same keys. Titles
and containers are arrays; the earliest date of publication is ``issued``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from refconv.core.fields import Field, NameList
from refconv.core.model import ItemType
from refconv.formats.json.records import Item, ParsedItem
from refconv.formats.web_json.service_format import service_format
from refconv.values.html_text import rich_text
from refconv.values.json_codecs import (
    DATE,
    DOI,
    LANGUAGE,
    LIST,
    NAMES,
    NUMBERS,
    PAGES,
    PARAGRAPHS,
    TEXT,
    TITLE,
    first_text,
    texts_of,
)
from refconv.values.structured_dates import date_of_json
from refconv.values.structured_names import names_of_json, orcid_of

# ── types ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
article-journal     journal-article
book                book monograph edited-book reference-book proceedings book-set
chapter             book-chapter book-part book-section book-track
collection          book-series proceedings-series report-series
periodical          journal journal-issue journal-volume
paper-conference    proceedings-article
article             posted-content preprint
entry               reference-entry
thesis              dissertation
report              report report-component
dataset             dataset database
standard            standard
review              peer-review
document            component other grant
software            software
webpage             blog-post
"""
TYPES: Mapping[str, ItemType] = {
    native: ItemType(kind)
    for kind, *natives in (line.split() for line in _TYPES.strip().split("\n"))
    for native in natives
}

# ── keys ──────────────────────────────────────────────────────────────────────────────────────────

_BOOKKEEPING = frozenset(
    """aliases alternative-id archive content-created content-domain content-updated created
    deposited indexed is-referenced-by-count isbn-type issn-type link member prefix reference
    reference-count references-count resource score source status update-policy""".split()
)
"""Keys about Crossref's own record and about other works; what the others say, ISSN and URL say."""

_READ_TOGETHER = frozenset(
    """id DOI type subtype title subtitle container-title short-container-title issued published
    published-print published-online published-other posted journal-issue event institution ISBN
    degree publisher approved""".split()
)
"""Keys that :func:`parse` reads beside one another."""

_ROLES = ("author", "editor", "translator", "chair")
_SERIES = frozenset({"book", "chapter", "collection", "entry", "paper-conference"})
"""Types that may be in a series, which is the first of two containers; a book has no other."""


def parse(item: Item) -> ParsedItem | str:
    """Parse a work of Crossref."""
    if not {"DOI", "title", "type", "author", "container-title"} & item.keys():
        return "item"
    native = first_text(item.get("type"))
    kind = str(TYPES.get(native, native)) or ("article-journal" if "ISSN" in item else "document")
    pairs = [*_work(item, kind), *_published(item), *_institution(item, kind)]
    for key, raw in item.items():
        if key in _ROLES:
            pairs.append((key, names_of(raw)))
            pairs += affiliations(key, raw)
        elif key not in _READ_TOGETHER and key not in _BOOKKEEPING:
            pairs.append((key, raw))
    is_reported = any(key in _BOOKKEEPING for key in item)
    return ParsedItem(
        kind, first_text(item.get("id")), pairs, "crossref-bookkeeping" if is_reported else ""
    )


def names_of(raw: Any) -> NameList | None:
    """Read a list of names; one with a ``name`` is an institution."""
    people = raw if isinstance(raw, list) else [raw]
    groups = [
        {"literal": one["name"], "ORCID": orcid_of(one)}
        if isinstance(one, Mapping) and first_text(one.get("name")) and not one.get("family")
        else one
        for one in people
    ]
    names = names_of_json(groups)
    return names if names.names or names.et_al else None


def affiliations(key: str, raw: Any) -> Iterator[tuple[str, Any]]:
    """Yield a pair with the affiliations of names, a list for each of them, if there are any."""
    people = raw if isinstance(raw, list) else [raw]
    found = [
        [*texts_of(one.get("affiliation"))] if isinstance(one, Mapping) else [] for one in people
    ]
    if any(found):
        yield f"{key}.affiliation", found


def _work(item: Item, kind: str) -> Iterator[tuple[str, Any]]:
    """Yield identifiers, titles and containers."""
    yield "DOI", item.get("DOI")
    titles = [rich_text(text) for text in texts_of(item.get("title"))]
    subtitles = [rich_text(text) for text in texts_of(item.get("subtitle"))]
    if titles:
        new = [one for one in subtitles if one and one.casefold() not in titles[0].casefold()]
        yield "title", _with_subtitle(titles[0], new)
        yield "title[1]", titles[1:]
    elif subtitles:
        yield "title", subtitles
    containers = [*texts_of(item.get("container-title"))]
    if len(containers) > (kind not in ("book", "collection")) and kind in _SERIES:
        yield "collection-title", containers.pop(0)
    yield "container-title", containers
    short = [*texts_of(item.get("short-container-title"))]
    if len(short) == 2 and kind in _SERIES:
        yield "collection-title-short", short.pop(0)
    if short[:1] != containers[:1]:
        yield "short-container-title", short
    yield "ISBN", [text.rpartition("/")[2] for text in texts_of(item.get("ISBN"))]
    event = item.get("event")
    if isinstance(event, Mapping):
        yield "event.name", event.get("name")
        yield "event.location", event.get("location")
        yield "event.acronym", event.get("acronym")
        ends = [event.get(end) for end in ("start", "end")]
        yield "event.date", [one for one in ends if isinstance(one, Mapping)]
    else:
        yield "event.name", event


def _with_subtitle(title: str, subtitles: list[str]) -> str:
    for subtitle in subtitles:
        title += " " if title.endswith((":", "?", "!", "-", "–", "—")) else ": "
        title += subtitle
    return title


_PUBLISHED = ("published-print", "issue/published-print", "issued", "published", "posted",
              "published-online", "issue/published-online", "published-other", "approved",
              "created")  # fmt: skip
"""Where the date of publication is: the issue's before the earliest one."""


def _published(item: Item) -> Iterator[tuple[str, Any]]:
    """Yield the date of publication, and the earlier one at which it stood online."""
    issue = item.get("journal-issue")
    dates = dict(item)
    if isinstance(issue, Mapping):
        dates |= {f"issue/{key}": raw for key, raw in issue.items()}
        yield "issue", None if item.get("issue") else issue.get("issue")
    raws = [dates[key] for key in _PUBLISHED if dates.get(key)]
    readable = [raw for raw in raws if date_of_json(raw) is not None]
    if not readable:
        return
    yield "issued", readable[0]
    date = date_of_json(readable[0])
    for key in ("published-online", "posted", "issued"):
        other = date_of_json(item.get(key))
        if other is not None and date is not None and not date.edtf().startswith(other.edtf()):
            if not other.edtf().startswith(date.edtf()):
                yield "published-online", item[key]
            return


def _institution(item: Item, kind: str) -> Iterator[tuple[str, Any]]:
    """Yield publisher and kind: of theses the university, of preprints the server."""
    raw = item.get("institution")
    institutions = [one for one in (raw if isinstance(raw, list) else [raw]) if one]
    names = [name for one in institutions if (name := first_text(one))]
    publisher = first_text(item.get("publisher"))
    if names and (kind in ("thesis", "article", "report") or not publisher):
        yield "publisher", names[0]
        yield "publisher[1]", [one for one in (*names[1:], publisher) if one not in ("", names[0])]
        places = [one["place"] for one in institutions if isinstance(one, dict) and "place" in one]
        yield "institution.place", None if item.get("publisher-location") else places
    else:
        yield "publisher", publisher
        yield "institution", names
    yield "department", [one["department"] for one in institutions if _has_department(one)]
    genre = first_text(item.get("degree")) or first_text(item.get("subtype"))
    yield "subtype", genre or ("preprint" if kind == "article" else "")


def _has_department(institution: Any) -> bool:
    return isinstance(institution, dict) and bool(institution.get("department"))


# ── table ─────────────────────────────────────────────────────────────────────────────────────────

ROWS = (
    Field(("DOI",), "DOI", DOI),
    Field(("title",), "title", TITLE),
    Field(("original-title",), "original-title", TITLE),
    Field(("short-title",), "title-short", TITLE),
    Field(("container-title",), "container-title", TITLE),
    Field(("short-container-title",), "container-title-short", TITLE),
    Field(("collection-title",), "collection-title", TITLE),
    *(Field((role,), role, NAMES) for role in _ROLES),
    Field(("issued",), "issued", DATE),
    Field(("published-online",), "available-date", DATE),
    Field(("accepted",), "accepted", DATE),
    Field(("volume",), "volume", TEXT),
    Field(("issue",), "issue", TEXT),
    Field(("page",), "page", PAGES),
    Field(("article-number",), "number", TEXT),
    Field(("part-number",), "part", TEXT),
    Field(("edition-number",), "edition", TEXT),
    Field(("publisher",), "publisher", TITLE),
    Field(("publisher-location", "institution.place"), "publisher-place", TEXT),
    Field(("subtype",), "genre", TEXT),
    Field(("event.name",), "event-title", TITLE),
    Field(("event.location",), "event-place", TEXT),
    Field(("event.date",), "event-date", DATE),
    Field(("ISSN",), "ISSN", NUMBERS),
    Field(("ISBN",), "ISBN", NUMBERS),
    Field(("URL",), "URL", TEXT),
    Field(("language",), "language", LANGUAGE),
    Field(("subject",), "keyword", LIST),
    Field(("abstract",), "abstract", PARAGRAPHS),
)

FORMAT = service_format("crossref", "Crossref JSON", "type", ROWS, parse)
