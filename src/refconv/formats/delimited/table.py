"""The table: the columns that are written, in their order, and the variables that they hold."""

from __future__ import annotations

from refconv.core.fields import Field, FieldMap
from refconv.core.model import VARIABLES, ItemType, Variable
from refconv.formats.delimited import cell_codecs
from refconv.formats.delimited.cell_codecs import DATE, NAMES, NUMBER, TEXT, VERBATIM
from refconv.formats.delimited.fast import FAST
from refconv.values.pages import ARTICLE_NUMBER
from refconv.values.standard_numbers import misplaced_numbers

_AUTHOR_KEYS = (
    *("Authors", "Authors by Commas", "Author Full Names", "Group Authors"),
    *("First Author", "ORCIDs"),
)

_IN_COLUMNS = (
    Field(_AUTHOR_KEYS, "author", cell_codecs.AUTHORS),
    Field(("Editors",), "editor", NAMES),
    Field(("Title",), "title", TEXT),
    Field(("Publication Title",), "container-title", TEXT),
    Field(("Journal Abbreviation",), "container-title-short", TEXT),
    Field(("Date", "Year", "Month", "Day"), "issued", cell_codecs.ISSUED),
    Field(("Volume",), "volume", NUMBER),
    Field(("Issue",), "issue", NUMBER),
    Field(("Number",), "number", TEXT),
    Field(("Pages", "Start Page", "End Page"), "page", cell_codecs.PAGES),
    Field(("Number of Pages",), "number-of-pages", NUMBER),
    Field(("Edition",), "edition", TEXT),
    Field(("Series",), "collection-title", TEXT),
    Field(("Series Number",), "collection-number", TEXT),
    Field(("Number of Volumes",), "number-of-volumes", NUMBER),
    Field(("Publisher",), "publisher", TEXT),
    Field(("Place",), "publisher-place", TEXT),
    Field(("Translators",), "translator", NAMES),
    Field(("ISBN",), "ISBN", cell_codecs.ISBNS),
    Field(("ISSN",), "ISSN", cell_codecs.ISSNS),
    Field(("DOI",), "DOI", cell_codecs.DOI),
    Field(("PMID",), "PMID", cell_codecs.PMID),
    Field(("PMCID",), "PMCID", VERBATIM),
    Field(("URL",), "URL", VERBATIM),
    Field(("Accessed",), "accessed", DATE),
    Field(("Available",), "available-date", DATE),
    Field(("Language",), "language", TEXT),
    Field(("Abstract",), "abstract", TEXT),
    Field(("Keywords",), "keyword", cell_codecs.KEYWORDS),
    Field(("Genre",), "genre", TEXT),
    Field(("Archive",), "archive", TEXT),
    Field(("Accession Number",), "archive_location", TEXT),
    Field(("Library Catalog",), "source", TEXT),
    Field(("Call Number",), "call-number", TEXT),
    Field(("Conference",), "event-title", TEXT),
    Field(("Conference Place",), "event-place", TEXT),
    Field(("Conference Date",), "event-date", DATE),
    Field(("Medium",), "medium", TEXT),
    Field(("Version",), "version", TEXT),
    Field(("Publication Status",), "status", TEXT),
    Field(("Short Title",), "title-short", TEXT),
    Field(("Note",), "note", cell_codecs.NOTES),
)

_READ_ONLY = frozenset(
    {*_AUTHOR_KEYS[1:-1], "Month", "Day", "Start Page", "End Page"},
)

OTHER_FIELDS = "Other Fields"
"""The column of all that has none of its own: a line for each field, ``Name: value``."""

WRITTEN = (
    *("ID", "Type"),
    *(key for field in _IN_COLUMNS for key in field.keys if key not in _READ_ONLY),
    OTHER_FIELDS,
)
"""The columns of a table that is written, in their order."""

_NAMED = {
    "section": "Section",
    "original-title": "Original Title",
    "original-date": "Original Date",
    "part": "Part",
    "supplement": "Supplement",
    "collection-editor": "Series Editors",
    "container-author": "Book Authors",
    "contributor": "Contributors",
    "composer": "Composers",
    "director": "Directors",
    "interviewer": "Interviewers",
    "performer": "Performers",
    "producer": "Producers",
    "recipient": "Recipients",
    "reviewed-author": "Reviewed Authors",
    "script-writer": "Script Writers",
    "guest": "Guests",
}


def _field(variable: Variable) -> Field:
    """Return the field of a variable that is written among the other fields."""
    name = variable.name
    key = _NAMED.get(name) or f"CSL {name}"
    match variable.kind:
        case "names":
            return Field((key,), name, NAMES)
        case "date":
            return Field((key,), name, DATE)
        case "list":
            return Field((key,), name, cell_codecs.KEYWORDS)
        case _:
            return Field((key,), name, TEXT)


_TAKEN = {field.variable for field in _IN_COLUMNS}

FIELDS = (
    *_IN_COLUMNS,
    *(_field(variable) for variable in VARIABLES if variable.name not in _TAKEN),
)

KEYS = frozenset(key for field in FIELDS for key in field.keys)
"""The keys of all fields."""

_KINDS = frozenset(str(kind) for kind in ItemType)

TABLE = FieldMap(
    prefix="csv",
    type_key="Type",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    fields=FIELDS,
    fast=FAST,
    rules=(misplaced_numbers(("csv:ISSN", "csv:ISBN")), ARTICLE_NUMBER),
    is_legal_type=_KINDS.__contains__,
)
