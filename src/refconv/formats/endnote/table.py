"""EndNote's table: which of its generic fields holds which variable, for which types.

Source: the names that EndNote's reference types give the generic fields (its manual, "Reference
Types"), which are those of *RIS Format Specifications*, 2011. Keys are made of the generic names by
a format's vocabulary; a name with a colon is a field told apart by its value.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from refconv.core.fields import Alias, Codec, Field, types
from refconv.core.model import ItemType
from refconv.formats.endnote.generic_codecs import (
    ACCESSED,
    DATE,
    DOI,
    PMCID,
    PMID,
    YEAR_AND_DATE,
    either,
    numbers,
)
from refconv.formats.endnote.generic_fields import FIELDS, FieldNames
from refconv.formats.reference_managers import (
    ARTICLES,
    BOOKS,
    CHAPTER,
    CONFERENCE,
    FILMS,
    IN_SERIES,
    LEGAL,
    NUMBERED,
    PARTS,
    PATENT,
    SESSIONS,
    THESIS,
)
from refconv.values.combinators import first_of, idempotent
from refconv.values.line_codecs import KEYWORDS, URL
from refconv.values.pages import normal_pages

JOURNALS = types("article-journal", "article")
WEB = types("webpage")

_WITH_EDITOR = frozenset(ItemType) - (
    BOOKS
    | IN_SERIES
    | PATENT
    | types("bill", "interview", "personal_communication", "song", "speech")
)

_NAMES = (
    ("author", "director", FILMS),
    ("author", "author", None),
    ("tertiary-author", "editor", BOOKS),
    ("secondary-author", "collection-editor", IN_SERIES),
    ("secondary-author", "recipient", types("personal_communication")),
    ("secondary-author", "interviewer", types("interview")),
    ("secondary-author", "performer", types("song")),
    ("secondary-author", "editor", _WITH_EDITOR),
    ("tertiary-author", "contributor", THESIS),
    ("tertiary-author", "producer", FILMS),
    ("tertiary-author", "collection-editor", None),
    ("subsidiary-author", "contributor", FILMS | CONFERENCE | types("dataset")),
    ("subsidiary-author", "translator", None),
    ("custom1", "performer", FILMS),
    ("custom2", "container-author", CHAPTER),
)

# Fields with one text, in the order of EndNote's own windows.
_TEXTS = (
    ("title", "title", None),
    ("secondary-title", "collection-title", IN_SERIES),
    ("tertiary-title", "container-title", IN_SERIES - BOOKS),
    ("secondary-title", "event-title", CONFERENCE | types("speech")),
    ("secondary-title", "section", types("hearing")),
    ("tertiary-title", "authority", types("bill", "hearing")),
    ("custom3", "container-title", CONFERENCE),
    ("secondary-title", "division", THESIS),
    ("journal", "container-title", ARTICLES),
    ("secondary-title", "container-title", None),
    ("tertiary-title", "collection-title", None),
    ("alt-title", "container-title-short", None),
    ("short-title", "title-short", None),
    ("reviewed-item", "reviewed-title", None),
    ("number", "issue", ARTICLES | CONFERENCE),
    ("number", "collection-number", BOOKS | CHAPTER),
    ("num-vols", "collection-number", types("report")),
    ("custom7", "number", ARTICLES | PARTS | BOOKS),
    ("orig-pub", "issue", PATENT),
    ("number", "number", None),
    ("num-vols", "number-of-volumes", None),
    ("section", "page-first", types("article-journal")),
    ("section", "page", BOOKS),
    ("section", "chapter-number", CHAPTER),
    ("section", "section", None),
    ("publisher", "authority", types("legal_case")),
    ("secondary-author", "authority", PATENT),
    ("publisher", "publisher", None),
    ("custom1", "publisher-place", CONFERENCE),
    ("pub-location", "event-place", CONFERENCE),
    ("pub-location", "publisher-place", None),
    ("custom3", "jurisdiction", PATENT),
    ("custom6", "status", PATENT),
    ("custom5", "references", PATENT),
    ("custom1", "scale", types("map")),
    ("custom5", "medium", FILMS | types("song")),
    ("custom3", "dimensions", types("graphic", "figure")),
    ("orig-pub", "references", LEGAL),
    ("orig-pub", "original-title", None),
    ("remote-database-name", "archive", None),
    ("remote-database-provider", "source", None),
    ("call-num", "call-number", None),
    ("work-type", "genre", None),
    ("language", "language", None),
    ("abstract", "abstract", None),
)

# Fields that are told apart by their values: the keys of a variable, in one field.
_TOLD_APART = (
    (("isbn", "isbn:digits"), "number", NUMBERED),
    (("accession-num",), "archive_location", ARTICLES),
    (("accession-num", "accession-num:PMID", "accession-num:PMCID"), "archive_location", None),
    (("edition",), "edition", JOURNALS),
    (("edition", "edition:date"), "chapter-number", SESSIONS),
    (("edition", "edition:date"), "version", types("software", "dataset")),
    (("edition", "edition:date"), "edition", None),
)

_STANDARD_NUMBERS = (
    (("isbn:ISBN",), "ISBN", ARTICLES | NUMBERED),
    (("isbn:ISBN", "isbn"), "ISBN", None),
    (("isbn:ISSN", "isbn:digits", "isbn"), "ISSN", ARTICLES),
    (("isbn:ISSN", "isbn:digits"), "ISSN", None),
)

# In which rows write: EndNote's own order of fields.
_ORDER = tuple(FIELDS)

_PAGES = idempotent(first_of(lambda raw: normal_pages(raw).strip() or None))


def rows(
    vocabulary: FieldNames, plain: Callable[[str], str], names: Codec, notes: Codec
) -> tuple[Field, ...]:
    """Return the fields for a format.

    ``plain`` makes of a text what the format can hold, ``names`` and ``notes`` are codecs for lists
    of names and for texts of paragraphs.
    """
    text = first_of(encode=plain)
    generic = (
        *(Field((key,), variable, names, kinds) for key, variable, kinds in _NAMES),
        # A date and a number of more than one field, and the like.
        Field(("pages",), "number-of-pages", _PAGES, BOOKS | THESIS),
        Field(("pages",), "dimensions", text, FILMS),
        Field(("pages",), "page", _PAGES),
        # Of a web page these are when it was consulted.
        Field(("access-date", "volume", "number"), "accessed", ACCESSED, WEB),
        Field(("access-date",), "accessed", DATE),
        Field(("custom1",), "submitted", DATE, PATENT),
        Field(("volume",), "volume", text),
        Field(("year", "date"), "issued", YEAR_AND_DATE),
        Field(("edition:date",), "available-date", DATE, JOURNALS),
        Field(("electronic-resource-num",), "DOI", DOI),
        Field(("accession-num:PMID",), "PMID", PMID, ARTICLES),
        Field(("custom2:PMCID",), "PMCID", PMCID, ARTICLES),
        Field(("url",), "URL", URL),
        Field(("keyword",), "keyword", KEYWORDS),
        Field(("notes",), "note", notes),
        Field(("research-notes",), "annote", notes),
        *(
            Field(keys, variable, either(vocabulary, keys, plain), kinds)
            for keys, variable, kinds in _TOLD_APART
        ),
        *(
            Field(keys, variable, numbers(vocabulary, keys, variable, plain), kinds)
            for keys, variable, kinds in _STANDARD_NUMBERS
        ),
        *(Field((key,), variable, text, kinds) for key, variable, kinds in _TEXTS),
    )
    return tuple(
        evolve(row, keys=tuple(vocabulary.key(key) for key in row.keys))
        for row in sorted(generic, key=lambda row: _ORDER.index(row.keys[0].partition(":")[0]))
    )


def aliases(vocabulary: FieldNames) -> tuple[Alias, ...]:
    """Return what is only read: fields that are used for one another."""
    generic = (
        Alias("secondary-title", "journal", ARTICLES),
        Alias("journal", "secondary-title"),
        Alias("journal", "custom3", CONFERENCE),
        Alias("secondary-author", "author", types("bill", "speech")),
        Alias("section", "secondary-title", types("hearing")),
        # Of a book Refer and Zotero have the series there.
        Alias("tertiary-title", "secondary-title", BOOKS),
        Alias("isbn:ISSN", "isbn", NUMBERED),
        Alias("accession-num:PMCID", "custom2:PMCID", ARTICLES),
    )
    pairs = (evolve(a, key=vocabulary.key(a.key), of=vocabulary.key(a.of)) for a in generic)
    return tuple(alias for alias in pairs if alias.key != alias.of)
