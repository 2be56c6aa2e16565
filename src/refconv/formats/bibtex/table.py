"""The tables: which key holds which variable, aliases of keys, and how values are written.

Sources: *BibTeXing* 3; biblatex manual 2.2 (fields). Rows stand in the order in which fields are
written; where the sources leave a choice, what Zotero's importer reads decides the spelling.
"""

from __future__ import annotations

from attrs import evolve

from refconv.core.fields import Alias, Field, types
from refconv.core.model import VARIABLES
from refconv.formats.bibtex.date_codec import DATE, ISSUED, ISSUED_FOR_ZOTERO, WHOLE
from refconv.formats.bibtex.field_codecs import (
    ARCHIVE,
    ARCHIVE_FOR_ZOTERO,
    DOI,
    EPRINT,
    EPRINT_TYPE,
    EVENT_PLACE,
    GENRE,
    GENRE_KEY,
    ISBN,
    ISSN,
    KEYWORDS,
    KEYWORDS_FOR_ZOTERO,
    NOTES,
    NOTES_FOR_ZOTERO,
    PAGES,
    PMCID,
    RANGE,
    TEXT,
    TITLE,
    URL,
)
from refconv.formats.bibtex.latex import field_styles
from refconv.formats.bibtex.name_codec import NAMES, NAMES_ALONE

# ── item types with fields of their own ──────────────────────────────────────────────────────────

ARTICLES = types("article-journal", "periodical", "review")
PARTS = types("chapter", "paper-conference", "entry-encyclopedia")
IN_SERIES = PARTS | types("book", "pamphlet")
REPORTS = types("report", "standard")
THESES = types("thesis")
POSTS = types("webpage", "article")
PATENTS = types("patent")
SECTIONED = types(
    "article-journal", "article-magazine", "article-newspaper", "bill", "legislation", "regulation"
)
"""Types whose chapter is a section: of a newspaper, of a law."""
ON_SITES = types("webpage", "post", "post-weblog", "broadcast", "song")
"""Types whose addition to the title is the site's, the blog's or the programme's, as Zotero writes
them.
"""

# ── rows, in the order in which fields are written ────────────────────────────────────────────────


def _names(variable: str, key: str | None = None) -> Field:
    key = key or variable
    return Field((key, f"{key}+an:orcid"), variable, NAMES)


_ROWS = (
    _names("author"),
    _names("editor"),
    _names("translator"),
    Field(("title", "subtitle"), "title", TITLE),
    Field(("booktitle", "booksubtitle"), "container-title", TITLE, PARTS),
    Field(("journal", "journalsubtitle"), "container-title", TITLE),
    Field(("shortjournal",), "container-title-short", TEXT),
    Field(("year", "month", "day", "date"), "issued", ISSUED),
    Field(("series",), "collection-title", TEXT),
    Field(("volume",), "volume", RANGE),
    Field(("number",), "issue", RANGE, ARTICLES),
    Field(("number",), "collection-number", RANGE, IN_SERIES),
    Field(("eid",), "number", TEXT, ARTICLES | types("paper-conference")),
    Field(("number",), "number", RANGE),
    Field(("issue",), "issue", RANGE),
    Field(("pages",), "page", PAGES),
    Field(("chapter",), "section", TEXT, SECTIONED),
    Field(("section",), "section", TEXT),
    Field(("chapter-number",), "chapter-number", TEXT, SECTIONED),
    Field(("chapter",), "chapter-number", TEXT),
    Field(("edition",), "edition", TEXT),
    Field(("school",), "publisher", TEXT, THESES),
    Field(("institution",), "publisher", TEXT, REPORTS),
    Field(("publisher",), "publisher", TEXT),
    Field(("address",), "publisher-place", TEXT),
    Field(("eventtitle",), "event-title", TEXT),
    Field(("venue", "location"), "event-place", EVENT_PLACE, types("paper-conference")),
    Field(("venue",), "event-place", TEXT),
    Field(("eventdate",), "event-date", DATE),
    Field(("howpublished",), "medium", TEXT),
    Field(("type",), "genre", GENRE),
    Field(("version",), "version", TEXT),
    Field(("doi",), "DOI", DOI),
    Field(("url",), "URL", URL),
    Field(("urldate",), "accessed", DATE),
    Field(("eprint", "archive_location"), "archive_location", EPRINT),
    Field(("archiveprefix", "eprinttype", "archive"), "archive", ARCHIVE),
    Field(("primaryclass",), "archive_collection", TEXT),
    Field(("isbn",), "ISBN", ISBN),
    Field(("issn",), "ISSN", ISSN),
    Field(("pmid",), "PMID", TEXT),
    Field(("pmcid",), "PMCID", PMCID),
    Field(("language",), "language", TEXT),
    Field(("keywords",), "keyword", KEYWORDS),
    Field(("shorttitle",), "title-short", TEXT),
    Field(("abstract",), "abstract", TEXT),
    Field(("note",), "note", TEXT),
    Field(("annote",), "annote", NOTES),
    Field(("pubstate",), "status", TEXT),
    Field(("pagetotal",), "number-of-pages", TEXT),
    Field(("volumes",), "number-of-volumes", TEXT),
    Field(("origtitle",), "original-title", TEXT),
    Field(("origdate",), "original-date", DATE),
    Field(("origpublisher",), "original-publisher", TEXT),
    Field(("origlocation",), "original-publisher-place", TEXT),
    _names("container-author", "bookauthor"),
    _names("collection-editor", "serieseditor"),
)


def _other_variables() -> tuple[Field, ...]:
    """Return a field of the CSL name for each variable that BibTeX has no name for."""
    taken = {row.variable for row in _ROWS}
    made = {"names": NAMES, "date": DATE, "list": KEYWORDS}
    rows: list[Field] = []
    for variable in VARIABLES:
        if variable.name not in taken:
            key = variable.name.lower()
            keys = (key, f"{key}+an:orcid") if variable.kind == "names" else (key,)
            rows.append(Field(keys, variable.name, made.get(variable.kind, TEXT)))
    return tuple(rows)


ALIASES = (
    Alias("titleaddon", "journal", ON_SITES),
    Alias("titleaddon", "title"),
    Alias("section", "chapter", SECTIONED),
    Alias("journaltitle", "journal"),
    Alias("fjournal", "journal"),
    Alias("booktitle", "journal", ARTICLES | POSTS),
    Alias("journal", "booktitle"),
    Alias("journaltitle", "booktitle"),
    Alias("journalabbreviation", "shortjournal"),
    Alias("journal-iso", "shortjournal"),
    Alias("shortbooktitle", "shortjournal"),
    Alias("issue", "number", ARTICLES),
    Alias("article-number", "eid"),
    Alias("articleno", "eid"),
    Alias("articlenumber", "eid"),
    Alias("institution", "school"),
    Alias("university", "school"),
    Alias("publisher", "institution"),
    Alias("organization", "publisher"),
    Alias("assignee", "publisher", PATENTS),
    Alias("holder", "publisher", PATENTS),
    Alias("nationality", "jurisdiction", PATENTS),
    Alias("collaborator", "contributor"),
    Alias("institution", "publisher"),
    Alias("school", "publisher"),
    Alias("location", "address"),
    Alias("place", "address"),
    Alias("conference", "eventtitle"),
    Alias("link", "url"),
    Alias("lastchecked", "urldate"),
    Alias("accessed", "urldate"),
    Alias("lastaccessed", "urldate"),
    Alias("urlaccessed", "urldate"),
    Alias("archiveprefix", "eprinttype"),
    Alias("arxivid", "eprint"),
    Alias("arxiv", "eprint"),
    Alias("eprintclass", "primaryclass"),
    *(
        Alias(key, "issn")
        for key in "eissn issn-e e-issn issne eissn-l pissn p-issn issn-p".split()
    ),
    *(Alias(key, "issn") for key in "issn-print print-issn issn-online online-issn issn-l".split()),
    *(Alias(key, "isbn") for key in "eisbn e-isbn isbn-13 isbn13 isbn-10 isbn10".split()),
    Alias("langid", "language"),
    Alias("keyword", "keywords"),
    Alias("tags", "keywords"),
    Alias("annotation", "annote"),
    Alias("annotate", "annote"),
    Alias("numpages", "pagetotal"),
    Alias("origyear", "origdate"),
    Alias("origaddress", "origlocation"),
)

ROWS = (*_ROWS, *_other_variables())


# ── biblatex ──────────────────────────────────────────────────────────────────────────────────────

_RENAMED = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "primaryclass": "eprintclass",
    "annote": "annotation",
}


def _in_biblatex(row: Field) -> Field:
    if row.codec is ISSUED:
        return evolve(row, codec=WHOLE)
    if row.codec is ARCHIVE:
        return evolve(row, keys=("eprinttype", "archive"), codec=EPRINT_TYPE)
    if row.codec is GENRE:
        return evolve(row, codec=GENRE_KEY)
    if row.codec is EVENT_PLACE:
        return evolve(row, keys=("venue",), codec=TEXT)
    return evolve(row, keys=tuple(_RENAMED.get(key, key) for key in row.keys))


def _alias_in_biblatex(alias: Alias) -> Alias:
    of = _RENAMED.get(alias.of, alias.of)
    return evolve(alias, key=alias.of, of=of) if alias.key == of else evolve(alias, of=of)


BIBLATEX_ROWS = tuple(map(_in_biblatex, ROWS))
"""The same with biblatex's names of fields."""

BIBLATEX_ALIASES = tuple(map(_alias_in_biblatex, ALIASES))

# ── Zotero ────────────────────────────────────────────────────────────────────────────────────────

_FOR_ZOTERO = (
    Field(("assignee",), "publisher", TEXT, PATENTS),
    Field(("nationality",), "jurisdiction", TEXT, PATENTS),
)
"""Fields that Zotero reads under other names than those that are written otherwise."""


def _rows_for_zotero() -> tuple[Field, ...]:
    """Return the rows of plain BibTeX as Zotero reads them; those of its own come first."""
    codecs = {
        NAMES: NAMES_ALONE,
        ISSUED: ISSUED_FOR_ZOTERO,
        NOTES: NOTES_FOR_ZOTERO,
        KEYWORDS: KEYWORDS_FOR_ZOTERO,
        ARCHIVE: ARCHIVE_FOR_ZOTERO,
    }
    rows = (evolve(row, codec=codecs.get(row.codec, row.codec)) for row in ROWS)
    return (*_FOR_ZOTERO, *rows)


ZOTERO_ROWS = _rows_for_zotero()
"""Zotero has one importer for BibTeX and biblatex."""

# ── how keys are read and written ─────────────────────────────────────────────────────────────────

_VERBATIM = frozenset({"doi", "url", "eprint"})
_TITLES = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "shorttitle", "origtitle"})
_CODES = frozenset(
    """pages volume number eid edition version eprinttype primaryclass language pagetotal
    volumes isbn issn pmid pmcid""".split()
)


def _styles() -> dict[str, field_styles.FieldStyle | str]:
    found: dict[str, field_styles.FieldStyle | str] = {}
    for row in ROWS:
        if row.codec is NAMES:
            found[row.keys[0]] = field_styles.NAMES
            continue
        plain = field_styles.CODE if row.codec in (ISSUED, DATE) else field_styles.TEXT
        found |= {key: plain for key in row.keys if key not in _VERBATIM}
    found |= dict.fromkeys(_CODES, field_styles.CODE)
    found |= {alias.key: found[alias.of] for alias in ALIASES if alias.of in found}
    return found | dict.fromkeys(_TITLES, field_styles.TITLE)


STYLES = _styles()
"""How the value of a key is read and written; a key that is not here is verbatim."""
