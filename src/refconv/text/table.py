"""The label table: which variable each label is, and the codec that reads its value.

The native keys of this format are the tagger's labels and the few that the stages add.
"""

from __future__ import annotations

from refconv.codecs import with_article_number
from refconv.fields import Field, FieldMap, rows
from refconv.model import ItemType
from refconv.text import normalize
from refconv.text.values import identifiers

TABLE = FieldMap(
    prefix="text",
    type_key="type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    rows=(
        Field(("author", "contributor"), "author", normalize.NAMES),
        Field(("editor",), "editor", normalize.NAMES),
        Field(("translator",), "translator", normalize.NAMES),
        *rows(normalize.TITLE, [("title", "title"), ("collection-title", "collection-title")]),
        *rows(normalize.CONTAINER, [("container-title", "container-title")]),
        *rows(
            normalize.DATE,
            [
                ("issued", "issued"),
                ("accessed", "accessed"),
                # An article's history, from its page.
                ("received", "received"),
                ("revised", "revised"),
                ("accepted", "accepted"),
                ("available-date", "available-date"),
                ("original-date", "original-date"),
            ],
        ),
        *rows(normalize.VOLUME, [("volume", "volume")]),
        *rows(normalize.ISSUE, [("issue", "issue")]),
        *rows(normalize.PAGES, [("page", "page")]),
        *rows(normalize.EDITION, [("edition", "edition")]),
        *rows(normalize.NOTE, [("note", "note")]),
        *rows(
            normalize.TEXT,
            [
                ("number", "number"),
                ("publisher", "publisher"),
                ("publisher-place", "publisher-place"),
                ("genre", "genre"),
                ("event-title", "event-title"),
                ("citation-number", "citation-number"),
                # What assemble adds to the tagger's labels.
                ("year-suffix", "year-suffix"),
                ("number-of-pages", "number-of-pages"),
                ("number-of-volumes", "number-of-volumes"),
                ("status", "status"),
                ("archive", "archive"),
            ],
        ),
        *rows(identifiers.DOI, [("DOI", "DOI")]),
        *rows(identifiers.URL, [("URL", "URL")]),
        *rows(identifiers.ISBN, [("ISBN", "ISBN")]),
        *rows(identifiers.ISSN, [("ISSN", "ISSN")]),
        *rows(identifiers.PMID, [("PMID", "PMID")]),
        *rows(identifiers.PMCID, [("PMCID", "PMCID")]),
        *rows(identifiers.ARXIV, [("arXiv", "archive_location")]),
        *rows(normalize.TEXT, [("archive-collection", "archive_collection")]),
    ),
    complete=with_article_number,
)
"""The label table: which variable each label is, and the codec that reads its value."""
