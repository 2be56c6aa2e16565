"""What the page calls a field, which family of colours it has, and the key that labels with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from refconv.assemble.label_table import TABLE
from refconv.core.model import VARIABLES, ItemType


class Field(NamedTuple):
    """How the page shows a field: ``family`` groups the colours, ``key`` is its shortcut."""

    title: str
    family: str = "other"
    key: str = ""


FIELDS: Mapping[str, Field] = {
    "author": Field("Author", "people", "a"),
    "title": Field("Title", "title", "t"),
    "container-title": Field("Journal or book", "container", "c"),
    "issued": Field("Date", "date", "d"),
    "volume": Field("Volume", "number", "v"),
    "issue": Field("Issue", "number", "i"),
    "page": Field("Pages", "number", "p"),
    "publisher": Field("Publisher", "publisher", "u"),
    "publisher-place": Field("Place", "publisher", "l"),
    "editor": Field("Editor", "people", "e"),
    "DOI": Field("DOI", "identifier", "o"),
    "URL": Field("URL", "identifier", "w"),
    "translator": Field("Translator", "people"),
    "collection-title": Field("Series", "container"),
    "event-title": Field("Event", "container"),
    "accessed": Field("Accessed", "date"),
    "edition": Field("Edition", "number"),
    "number": Field("Number", "number"),
    "citation-number": Field("Number in the list", "other"),
    "genre": Field("Kind", "other"),
    "note": Field("Note", "other"),
    "ISBN": Field("ISBN", "identifier"),
    "ISSN": Field("ISSN", "identifier"),
    "PMID": Field("PMID", "identifier"),
    "PMCID": Field("PMCID", "identifier"),
    "arXiv": Field("arXiv", "identifier"),
    # Of a page's own record.
    "received": Field("Received", "date"),
    "revised": Field("Revised", "date"),
    "accepted": Field("Accepted", "date"),
    "available-date": Field("First online", "date"),
    # Of records only.
    "id": Field("Citation key"),
    "type": Field("Type"),
    "archive_location": Field("Location in archive", "identifier"),
    "collection-number": Field("Number in series", "container"),
    "container-title-short": Field("Journal, short", "container"),
}
"""The labels of the tagger and the variables whose CSL name says too little."""

LABELS = tuple(name for name in FIELDS if name in {key for row in TABLE.rows for key in row.keys})
"""What a stretch of text can be labelled, the commonest first."""

DOUBTFUL = 0.75
"""A segment less sure than this is marked, and its reference is among the doubtful ones."""

TYPES: Mapping[str, str] = {
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


def title_of(name: str) -> str:
    """Give what the page calls a field or variable."""
    known = FIELDS.get(name)
    return known.title if known else _spaced(name)


def _spaced(name: str) -> str:
    text = name.replace("-", " ").replace("_", " ")
    return text if text.isupper() else text[:1].upper() + text[1:]


def type_title(kind: str) -> str:
    """Give what the page calls an item type."""
    return TYPES.get(kind) or _spaced(kind)


def vocabulary() -> dict[str, Any]:
    """Give all that the page must know of fields and types."""
    others = {v.name: Field(title_of(v.name)) for v in VARIABLES if v.name not in FIELDS}
    return {
        "fields": {name: field._asdict() for name, field in {**FIELDS, **others}.items()},
        "labels": LABELS,
        "kinds": {v.name: v.kind for v in VARIABLES},
        "types": {str(kind): type_title(str(kind)) for kind in ItemType},
        "doubtful": DOUBTFUL,
    }
