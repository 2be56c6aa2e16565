"""The label table: which variable each label is, and the codec that reads its value.

The native keys of free text are the tagger's labels and those that the steps of
:mod:`refconv.assemble.record` add.
"""

from __future__ import annotations

from refconv.assemble import label_codecs
from refconv.assemble.fast import FAST
from refconv.core.fields import Field, FieldMap, one_key_fields
from refconv.core.model import ItemType
from refconv.values import printed_identifiers
from refconv.values.pages import ARTICLE_NUMBER

TABLE = FieldMap(
    prefix="text",
    type_key="type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    fields=(
        Field(("author", "contributor"), "author", label_codecs.NAMES),
        Field(("editor",), "editor", label_codecs.NAMES),
        Field(("translator",), "translator", label_codecs.NAMES),
        *one_key_fields(
            label_codecs.NAMES,
            [
                (role, role)
                for role in (
                    "director",
                    "producer",
                    "host",
                    "performer",
                    "composer",
                    "recipient",
                    "interviewer",
                    "script-writer",
                    "series-creator",
                    "executive-producer",
                )
            ],
        ),
        *one_key_fields(
            label_codecs.TITLE, [("title", "title"), ("collection-title", "collection-title")]
        ),
        *one_key_fields(label_codecs.CONTAINER, [("container-title", "container-title")]),
        *one_key_fields(
            label_codecs.DATE,
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
        *one_key_fields(
            label_codecs.VOLUME,
            [("volume", "volume"), ("collection-number", "collection-number")],
        ),
        *one_key_fields(label_codecs.ISSUE, [("issue", "issue")]),
        *one_key_fields(label_codecs.PAGES, [("page", "page"), ("locator", "locator")]),
        *one_key_fields(label_codecs.EDITION, [("edition", "edition")]),
        *one_key_fields(label_codecs.NOTE, [("note", "note")]),
        *one_key_fields(
            label_codecs.TEXT,
            [
                ("number", "number"),
                ("publisher", "publisher"),
                ("publisher-place", "publisher-place"),
                ("genre", "genre"),
                ("event-title", "event-title"),
                ("citation-number", "citation-number"),
                # Added by the steps of assemble.
                ("year-suffix", "year-suffix"),
                ("number-of-pages", "number-of-pages"),
                ("number-of-volumes", "number-of-volumes"),
                ("status", "status"),
                ("archive", "archive"),
                ("version", "version"),
                ("medium", "medium"),
                ("event-place", "event-place"),
                ("archive-place", "archive-place"),
                # Of law.
                ("authority", "authority"),
                ("section", "section"),
                ("chapter-number", "chapter-number"),
                ("references", "references"),
                ("jurisdiction", "jurisdiction"),
                # Of maps and works of art.
                ("scale", "scale"),
                ("dimensions", "dimensions"),
            ],
        ),
        *one_key_fields(printed_identifiers.DOI, [("DOI", "DOI")]),
        *one_key_fields(printed_identifiers.URL, [("URL", "URL")]),
        *one_key_fields(printed_identifiers.ISBN, [("ISBN", "ISBN")]),
        *one_key_fields(printed_identifiers.ISSN, [("ISSN", "ISSN")]),
        *one_key_fields(printed_identifiers.PMID, [("PMID", "PMID")]),
        *one_key_fields(printed_identifiers.PMCID, [("PMCID", "PMCID")]),
        Field(("arXiv", "archive_location"), "archive_location", label_codecs.LOCATION),
        *one_key_fields(label_codecs.TEXT, [("archive-collection", "archive_collection")]),
    ),
    fast=FAST,
    rules=(ARTICLE_NUMBER,),
)
"""The table of free text, which is only read."""
