"""DOIs of DataCite: ``{"data": {"attributes": {…}}}``, lists of them, or the attributes alone.

Source: *DataCite Metadata Schema* 4.6, and the REST interface's JSON. The types that DataCite
derives (``types.citeproc``) are better than its general ones, and are read where they are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from refconv.core.fields import Field, NameList
from refconv.core.model import BY_NAME, ItemType
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
from refconv.values.structured_dates import date_of_json
from refconv.values.structured_names import find_orcid_in, names_of_json, names_of_text

# ── types ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
article-journal     journalarticle article
article             preprint
book                book
chapter             bookchapter
paper-conference    conferencepaper conferenceproceeding
dataset             dataset datapaper
document            text other collection event model workflow interactiveresource physicalobject
document            service project award outputmanagementplan studyregistration instrument
graphic             image
motion_picture      audiovisual film
periodical          journal
report              report
review              peerreview
software            software computationalnotebook
song                sound
speech              presentation poster
standard            standard
thesis              dissertation
"""
TYPES: Mapping[str, str] = {
    native: kind
    for kind, *natives in (line.split() for line in _TYPES.strip().split("\n"))
    for native in natives
}
_KINDS = frozenset(map(str, ItemType))
_VAGUE = frozenset({"", "document", "article"})


def _kind(types: Item) -> str:
    """Return the type: DataCite's general one, or a more exact one where that says little."""
    general = first_text(types.get("resourceTypeGeneral"))
    kind = TYPES.get(_bare(general), "")
    if kind in _VAGUE and _bare(general) != "preprint":
        own = first_text(types.get("resourceType"))
        exact = (TYPES.get(_bare(own), own), first_text(types.get("citeproc")))
        kind = next((one for one in exact if one in _KINDS and one not in _VAGUE), kind)
    return kind or first_text(types.get("citeproc")) or general or "document"


def _bare(text: str) -> str:
    return "".join(filter(str.isalpha, text)).lower()


# ── items ─────────────────────────────────────────────────────────────────────────────────────────

ROLES: Mapping[str, str] = {
    "Editor": "editor",
    "Producer": "producer",
    "Translator": "translator",
    "DataCurator": "curator",
}
"""The variables of contributors; others are of no variable, or of ``contributor``."""

_USED = frozenset(
    """doi identifier titles creators contributors publisher container publicationYear dates types
    subjects language descriptions url contentUrl identifiers alternateIdentifiers relatedItems
    relatedIdentifiers rightsList version sizes formats""".split()
)
_BOOKKEEPING = frozenset(
    """id prefix suffix xml source isActive state reason viewCount viewsOverTime downloadCount
    downloadsOverTime referenceCount citationCount citationsOverTime partCount partOfCount
    versionCount versionOfCount created registered published updated metadataVersion schemaVersion
    schema_version agency providerId clientId provider client media""".split()
)
"""Keys about DataCite's own record, and counts."""


def parse(item: Item) -> ParsedItem | str:
    """Parse a DOI of DataCite."""
    data = item["attributes"] if isinstance(item.get("attributes"), dict) else item
    if not {"doi", "titles", "creators", "types", "publicationYear"} & data.keys():
        return "item"
    types = object_of(data.get("types")) or object_of(data.get("resourceType")) or data
    kind = _kind(types)
    doi = first_text(data.get("doi")) or first_text(item.get("id"))
    pairs = [
        ("doi", doi),
        *_titles(data.get("titles")),
        *_names(data),
        *_container(data),
        *_dates(data),
        *_numbers(data),
        ("resourceType", _genre(types, kind)),
        (
            "subjects",
            [first_text(object_of(s).get("subject") or s) for s in _list(data, "subjects")],
        ),
        *_descriptions(data.get("descriptions")),
        ("rightsList", [first_text(_right(one)) for one in _list(data, "rightsList")]),
        *((key, data.get(key)) for key in ("language", "version", "sizes", "formats")),
        ("publisher", data.get("publisher")),
        ("url", data.get("url")),
    ]
    known = _USED | _BOOKKEEPING
    pairs += [(key, raw) for key, raw in data.items() if key not in known and key != "resourceType"]
    is_reported = bool(_BOOKKEEPING & data.keys())
    return ParsedItem(kind, "", pairs, "datacite-bookkeeping" if is_reported else "")


def _list(item: Item, key: str) -> list[Any]:
    raw = item.get(key)
    return raw if isinstance(raw, list) else [raw] if raw else []


def _right(raw: Any) -> Any:
    right = object_of(raw)
    return [right.get(key) for key in ("rightsIdentifier", "rights", "rightsUri")] if right else raw


def _genre(types: Item, kind: str) -> str:
    """Return the type in the depositor's own words, if it says more than the type."""
    if kind == "article":
        return "preprint"
    own = first_text(types.get("resourceType"))
    general = first_text(types.get("resourceTypeGeneral"))
    says_nothing = _bare(own) in (_bare(general), _bare(kind)) or TYPES.get(_bare(own)) == kind
    return "" if says_nothing else own


_TITLES = {
    "": "title",
    "AlternativeTitle": "titles.alternative",
    "TranslatedTitle": "titles.translated",
    "Other": "titles.other",
}


def _titles(raw: Any) -> Iterator[tuple[str, Any]]:
    """Yield the title with its subtitle, and the others under their types."""
    found: dict[str, list[str]] = {}
    for one in raw if isinstance(raw, list) else [raw]:
        kind = first_text(object_of(one).get("titleType"))
        if text := first_text(object_of(one).get("title") or one):
            found.setdefault(kind, []).append(text)
    main = found.pop("", [])
    subtitles = found.pop("Subtitle", [])
    if not main:
        main = next(iter(found.values()), subtitles)
        found = {kind: texts for kind, texts in found.items() if texts is not main}
    if main:
        yield "title", ": ".join([main[0], *subtitles] if main is not subtitles else main[:1])
        yield "titles[1]", main[1:]
    for kind, texts in found.items():
        yield _TITLES.get(kind, f"titles.{kind}"), texts


def names_of(people: list[Any]) -> NameList | None:
    """Read creators: persons in parts or as ``Family, Given``, or organisations."""
    read: list[Any] = []
    for one in people:
        person = object_of(one)
        orcid = find_orcid_in(person.get("nameIdentifiers"))
        name = first_text(person.get("name") or person.get("creatorName"))
        if person.get("familyName") or person.get("givenName"):
            read.append({**person, "orcid": orcid})
        elif first_text(person.get("nameType")) == "Organizational" and name:
            read.append({"literal": name})
        else:
            read += names_of_text(name, is_one=True, orcid=orcid).names if name else [one]
    names = names_of_json(read)
    return names if names.names else None


def _names(data: Item) -> Iterator[tuple[str, Any]]:
    creators = _list(data, "creators")
    yield "creators", names_of(creators)
    affiliations = [[*texts_of(object_of(one).get("affiliation"))] for one in creators]
    yield "creators.affiliation", affiliations if any(affiliations) else None
    roles: dict[str, list[Any]] = {}
    for one in _list(data, "contributors"):
        role = first_text(object_of(one).get("contributorType")) or "Other"
        roles.setdefault(ROLES.get(role, role), []).append(one)
    for role, people in roles.items():
        if role in BY_NAME:
            yield role, names_of(people)
        else:
            yield f"contributors.{role}", [first_text(one) for one in people]


_IN_CONTAINER = {
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "number": "number",
}


def _container(data: Item) -> Iterator[tuple[str, Any]]:
    """Yield what contains the item: a related item that it is published in, or ``container``."""
    related = [object_of(one) for one in _list(data, "relatedItems")]
    published = [one for one in related if first_text(one.get("relationType")) == "IsPublishedIn"]
    others = [one for one in related if one not in published[:1]]
    container = object_of(data.get("container"))
    whole_item = published[0] if published else {}
    titles = [*texts_of(whole_item.get("titles")), *texts_of(container.get("title"))]
    is_series = not published and _bare(first_text(container.get("type"))) == "series"
    yield "container.title", titles[:1]
    for key, name in _IN_CONTAINER.items():
        yield name, whole_item.get(key) or container.get(key)
    first = first_text(whole_item.get("firstPage") or container.get("firstPage"))
    last = first_text(whole_item.get("lastPage") or container.get("lastPage"))
    yield "pages", f"{first}-{last}" if first and last and first != last else first or last
    kind = first_text(container.get("identifierType"))
    yield (
        f"container.{kind if kind in ('ISSN', 'ISBN') else 'identifier'}",
        container.get("identifier"),
    )
    identifier = object_of(whole_item.get("relatedItemIdentifier"))
    kind = first_text(identifier.get("relatedItemIdentifierType"))
    key = "ISSN" if "ISSN" in kind else kind or "identifier"
    yield f"container.{key}", identifier.get("relatedItemIdentifier")
    yield "container.type", "series" if is_series and not titles else None
    yield "relatedItems", others
    yield "relatedIdentifiers", data.get("relatedIdentifiers")


_ISSUED = ("Issued", "Available", "Created", "Submitted")
_DATES = {"Submitted": "submitted", "Accepted": "accepted", "Available": "available"}


def _dates(data: Item) -> Iterator[tuple[str, Any]]:
    """Yield the date of issue, in the year of publication, and the others by their types."""
    dates: dict[str, list[Any]] = {}
    for one in _list(data, "dates"):
        date = object_of(one)
        dates.setdefault(first_text(date.get("dateType")), []).append(date.get("date"))
    year = first_text(data.get("publicationYear"))
    chosen = ""
    for kind in _ISSUED:
        read = date_of_json(first_text(dates.get(kind)))
        if read is not None and (not year or str(read.year) == year):
            chosen = kind
            break
    yield "issued", first_text(dates.get(chosen)) if chosen else year
    for kind, raws in dates.items():
        if kind in _DATES and kind != chosen:
            yield _DATES[kind], first_text(raws)
        elif kind not in (chosen, "Updated", "Issued"):
            yield f"dates.{kind}", raws


def _numbers(data: Item) -> Iterator[tuple[str, Any]]:
    """Yield other identifiers by their types."""
    seen: set[str] = set()
    for key in ("identifiers", "alternateIdentifiers"):
        for one in _list(data, key):
            number = object_of(one)
            text = first_text(number.get("identifier") or number.get("alternateIdentifier"))
            kind = first_text([number.get("identifierType"), number.get("alternateIdentifierType")])
            if not text or text in seen or kind.upper() == "DOI":
                continue
            seen.add(text)
            if kind == "arXiv":
                yield "archive", kind
            yield _IDENTIFIERS.get(kind, f"identifiers.{kind}"), text


_IDENTIFIERS = {"ISBN": "ISBN", "ISSN": "container.ISSN", "arXiv": "archive_location"}


def _descriptions(raw: Any) -> Iterator[tuple[str, Any]]:
    for one in raw if isinstance(raw, list) else []:
        description = object_of(one)
        kind = first_text(description.get("descriptionType"))
        is_abstract = kind in ("Abstract", "")
        yield "abstract" if is_abstract else f"descriptions.{kind}", description.get("description")


# ── table ─────────────────────────────────────────────────────────────────────────────────────────

ROWS = (
    Field(("doi",), "DOI", codecs.DOI),
    Field(("title",), "title", TITLE),
    Field(("creators",), "author", NAMES),
    *(Field((role,), role, NAMES) for role in ROLES.values()),
    Field(("container.title",), "container-title", TITLE),
    Field(("issued",), "issued", DATE),
    Field(("submitted",), "submitted", DATE),
    Field(("accepted",), "accepted", DATE),
    Field(("available",), "available-date", DATE),
    Field(("volume",), "volume", TEXT),
    Field(("issue",), "issue", TEXT),
    Field(("edition",), "edition", TEXT),
    Field(("pages",), "page", codecs.PAGES),
    Field(("number",), "number", TEXT),
    Field(("version",), "version", TEXT),
    Field(("publisher",), "publisher", TITLE),
    Field(("resourceType",), "genre", TEXT),
    Field(("ISBN", "container.ISBN"), "ISBN", NUMBERS),
    Field(("container.ISSN",), "ISSN", NUMBERS),
    Field(("url",), "URL", TEXT),
    Field(("archive",), "archive", TEXT),
    Field(("archive_location",), "archive_location", TEXT),
    Field(("language",), "language", codecs.LANGUAGE),
    Field(("subjects",), "keyword", LIST),
    Field(("sizes",), "dimensions", codecs.ALL),
    Field(("formats",), "medium", codecs.ALL),
    Field(("abstract",), "abstract", codecs.PARAGRAPHS),
)

FORMAT = service_format("datacite", "DataCite JSON", "resourceTypeGeneral", ROWS, parse)
