"""How the page shows fields and item types: titles, families of colours, keys to label with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from refconv.assemble.label_table import TABLE
from refconv.core.model import VARIABLES, ItemType


class FieldDisplay(NamedTuple):
    """How the page shows a field: ``family`` groups the colours, ``key`` labels with it."""

    title: str
    family: str = "other"
    key: str = ""


FIELDS: Mapping[str, FieldDisplay] = {
    "author": FieldDisplay("Author", "people", "a"),
    "title": FieldDisplay("Title", "title", "t"),
    "container-title": FieldDisplay("Journal or book", "container", "c"),
    "issued": FieldDisplay("Date", "date", "d"),
    "volume": FieldDisplay("Volume", "number", "v"),
    "issue": FieldDisplay("Issue", "number", "i"),
    "page": FieldDisplay("Pages", "number", "p"),
    "publisher": FieldDisplay("Publisher", "publisher", "u"),
    "publisher-place": FieldDisplay("Place", "publisher", "l"),
    "editor": FieldDisplay("Editor", "people", "e"),
    "DOI": FieldDisplay("DOI", "identifier", "o"),
    "URL": FieldDisplay("URL", "identifier", "w"),
    "translator": FieldDisplay("Translator", "people"),
    "collection-title": FieldDisplay("Series", "container"),
    "event-title": FieldDisplay("Event", "container"),
    "accessed": FieldDisplay("Accessed", "date"),
    "edition": FieldDisplay("Edition", "number"),
    "number": FieldDisplay("Number", "number"),
    "citation-number": FieldDisplay("Number in the list", "other"),
    "genre": FieldDisplay("Kind", "other"),
    "note": FieldDisplay("Note", "other"),
    "ISBN": FieldDisplay("ISBN", "identifier"),
    "ISSN": FieldDisplay("ISSN", "identifier"),
    "PMID": FieldDisplay("PMID", "identifier"),
    "PMCID": FieldDisplay("PMCID", "identifier"),
    "arXiv": FieldDisplay("arXiv", "identifier"),
    "archive": FieldDisplay("Archive", "publisher"),
    "archive_location": FieldDisplay("Location in archive", "identifier"),
    "locator": FieldDisplay("Cited page", "number"),
    "authority": FieldDisplay("Court", "publisher"),
    "section": FieldDisplay("Section", "number"),
    # in the page record only
    "received": FieldDisplay("Received", "date"),
    "revised": FieldDisplay("Revised", "date"),
    "accepted": FieldDisplay("Accepted", "date"),
    "available-date": FieldDisplay("First online", "date"),
    # in records only
    "id": FieldDisplay("Citation key"),
    "type": FieldDisplay("Type"),
    "collection-number": FieldDisplay("Number in series", "container"),
    "container-title-short": FieldDisplay("Journal, short", "container"),
}
"""The labels of the tagger, and the variables whose CSL name is not plain enough."""

LABELS = tuple(name for name in FIELDS if name in {key for row in TABLE.fields for key in row.keys})
"""The labels of segments, the most frequent first."""

DOUBTFUL_BELOW = 0.75
"""A segment with less confidence is marked, and its reference counts as doubtful."""

TYPE_TITLES: Mapping[str, str] = {
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "article": "Preprint",
    "paper-conference": "Conference paper",
    "motion_picture": "Film",
    "post": "Online post",
    "post-weblog": "Blog post",
    "entry-dictionary": "Dictionary entry",
    "entry-encyclopedia": "Encyclopedia entry",
    "webpage": "Web page",
    "review-book": "Book review",
}


COMMON_TYPES = (
    "article-journal",
    "book",
    "chapter",
    "paper-conference",
    "thesis",
    "report",
    "article",
    "webpage",
    "article-newspaper",
    "software",
)
"""The item types that a choice offers first."""


def field_title(name: str) -> str:
    """Return the title of a field or variable.

    >>> field_title("container-title"), field_title("original-date")
    ('Journal or book', 'Original date')
    """
    known = FIELDS.get(name)
    return known.title if known else _spaced(name)


def _spaced(name: str) -> str:
    text = name.replace("-", " ").replace("_", " ")
    return text if text.isupper() else text[:1].upper() + text[1:]


def type_title(item_type: str) -> str:
    """Return the title of an item type.

    >>> type_title("article-journal"), type_title("legal_case")
    ('Journal article', 'Legal case')
    """
    return TYPE_TITLES.get(item_type) or _spaced(item_type)


def display_data() -> dict[str, Any]:
    """Return all that the page must know of fields and item types."""
    others = {v.name: FieldDisplay(field_title(v.name)) for v in VARIABLES if v.name not in FIELDS}
    return {
        "fields": {name: display._asdict() for name, display in {**FIELDS, **others}.items()},
        "labels": LABELS,
        "kinds": {v.name: v.kind for v in VARIABLES},
        "commonTypes": COMMON_TYPES,
        "types": {str(kind): type_title(str(kind)) for kind in ItemType},
        "doubtfulBelow": DOUBTFUL_BELOW,
    }
