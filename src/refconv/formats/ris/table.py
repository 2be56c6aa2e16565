"""The table of RIS: which tag holds which variable, for which types.

Sources: *RIS Format Specifications*, 2011, by type; what Zotero and EndNote read, where they or it
differ. A key with a colon is a tag told apart by its value (:mod:`refconv.formats.ris.tags`).
"""

from __future__ import annotations

from attrs import evolve

from refconv.core.fields import Alias, Codec, Field, types
from refconv.core.model import ItemType
from refconv.formats.reference_managers import (
    ARTICLES,
    BOOKS,
    CHAPTER,
    CITATION_KEY,
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
from refconv.formats.ris import tag_codecs
from refconv.formats.ris.tag_codecs import either, numbers
from refconv.formats.ris.tags import AMBIGUOUS, MARKUP, ONLY_EXTRA, tag_of
from refconv.values import line_codecs
from refconv.values.inverted_names import NAMES
from refconv.values.line_codecs import DATE, TEXT, VERBATIM

WHOLE = BOOKS | THESIS | types("manuscript")
"""Types whose SP counts the pages."""
DATED = frozenset(ItemType) - types("legal_case", "legislation", "patent", "regulation", "treaty")
"""Types whose date Zotero calls so."""

TITLE_TAGS = ("TI", "T2", "T3", "C3", "ST")
"""Tags of titles that may have markup."""

WITH_EDITOR = ARTICLES | PARTS | types("document", "post-weblog", "manuscript")

_SN_NUMBER = ("SN", "SN:digits")
_SN_ISSN = ("SN:ISSN", "SN:digits", "SN")
_SN_ISBN = ("SN:ISBN", "SN")
_SN_DIGITS = ("SN:ISSN", "SN:digits")
_AN = ("AN", "AN:PMID", "AN:PMCID")


def _names(codec: Codec) -> tuple[Field, ...]:
    return tuple(
        Field((key,), variable, codec, kinds)
        for key, variable, kinds in (
            ("AU", "director", FILMS),
            ("AU", "composer", types("musical_score")),
            ("AU", "author", None),
            ("A3", "editor", BOOKS),
            ("A2", "editor", WITH_EDITOR),
            ("ED", "editor", None),
            ("A2", "collection-editor", IN_SERIES),
            ("A3", "contributor", THESIS),
            ("A3", "producer", FILMS),
            ("A3", "collection-editor", frozenset(ItemType) - types("bill")),
            ("A4", "contributor", FILMS | CONFERENCE | types("dataset")),
            ("A4", "translator", frozenset(ItemType) - types("legal_case")),
            ("A2", "recipient", types("personal_communication", "post")),
            ("A2", "interviewer", types("interview")),
            ("A2", "performer", types("song")),
            ("C1", "performer", FILMS),
            ("C2", "container-author", CHAPTER),
        )
    )


def rows(names: Codec = NAMES) -> tuple[Field, ...]:
    """Return the fields, names written by a codec."""
    own = (
        Field(("TI",), "title", TEXT),
        *_names(names),
        # the container, the series, the event
        Field(("T2",), "collection-title", TEXT, IN_SERIES),
        Field(("T3",), "container-title", TEXT, IN_SERIES),
        Field(("T2",), "event-title", TEXT, CONFERENCE | types("speech")),
        Field(("C3",), "container-title", TEXT, CONFERENCE | types("speech")),
        Field(("T2",), "section", TEXT, types("hearing")),
        _line("container-title", types("hearing")),
        Field(("T2",), "division", TEXT, THESIS),
        Field(("A2",), "container-title", TEXT, types("legal_case")),
        Field(("T2",), "container-title", TEXT),
        Field(("T3",), "collection-title", TEXT),
        Field(("J2",), "container-title-short", TEXT),
        Field(("ST",), "title-short", TEXT),
        Field(("RI",), "reviewed-title", TEXT),
        # when
        Field(("PY", "DA"), "issued", line_codecs.ISSUED),
        Field(("C1",), "submitted", DATE, PATENT),
        Field(("ET:date",), "available-date", DATE, types("article-journal", "article")),
        Field(("Y2", "M1"), "accessed", tag_codecs.DATE_OR_M1, types("webpage")),
        Field(("Y2",), "accessed", DATE),
        *(
            Field((f"M2:{name}", f"PY:{name}"), name, tag_codecs.HISTORY)
            for name in ("received", "revised", "accepted")
        ),
        # which
        Field(("VL",), "volume", TEXT),
        Field(("IS",), "number-of-volumes", TEXT, CHAPTER),
        Field(("IS", "M1"), "issue", tag_codecs.NUMBER_OR_M1, ARTICLES | CONFERENCE),
        Field(("OP",), "issue", TEXT, PATENT),
        Field(("IS",), "issue", TEXT),
        Field(("SE",), "page", TEXT, WHOLE),
        Field(("SP", "EP"), "number-of-pages", tag_codecs.PAGES, WHOLE),
        Field(("SP",), "dimensions", TEXT, FILMS),
        Field(("SP", "EP"), "page", tag_codecs.PAGES),
        Field(_SN_NUMBER, "number", tag_codecs.first_number(_SN_NUMBER), NUMBERED),
        Field(("SV",), "number", TEXT, types("legal_case")),
        Field(("C7",), "number", TEXT, ARTICLES | PARTS | BOOKS),
        Field(("M1",), "medium", TEXT, types("software")),
        Field(("M3",), "medium", TEXT, types("graphic")),
        Field(("C5",), "medium", TEXT, FILMS | types("song")),
        Field(("M1",), "call-number", TEXT, PATENT),
        Field(("NV",), "number", TEXT, types("dataset")),
        Field(("M1",), "number", TEXT),
        Field(("M1",), "collection-number", TEXT, BOOKS),
        Field(("NV",), "collection-number", TEXT, types("report")),
        Field(("SV",), "collection-number", TEXT),
        Field(("NV",), "number-of-volumes", TEXT),
        Field(("SE",), "chapter-number", TEXT, CHAPTER),
        Field(("SE",), "section", TEXT),
        Field(("ET", "ET:date"), "chapter-number", either(("ET", "ET:date")), SESSIONS),
        Field(("ET",), "edition", TEXT, types("article-journal", "article")),
        Field(
            ("ET", "ET:date"), "version", either(("ET", "ET:date")), types("software", "dataset")
        ),
        Field(("ET", "ET:date"), "edition", either(("ET", "ET:date"))),
        # who made it, and where
        Field(("PB",), "authority", TEXT, types("legal_case")),
        Field(("A2",), "authority", TEXT, PATENT | types("regulation")),
        Field(("T3",), "authority", TEXT, types("bill", "hearing")),
        Field(("PB",), "publisher", TEXT),
        Field(("C1",), "publisher-place", TEXT, CONFERENCE),
        Field(("CY",), "event-place", TEXT, CONFERENCE | types("speech")),
        Field(("CY",), "publisher-place", TEXT),
        Field(("C3",), "jurisdiction", TEXT, PATENT),
        Field(("C6",), "status", TEXT, PATENT),
        Field(("C5",), "references", TEXT, PATENT),
        Field(("OP",), "references", TEXT, LEGAL),
        Field(("OP",), "original-title", TEXT),
        Field(("C1",), "scale", TEXT, types("map")),
        Field(("C3",), "dimensions", TEXT, types("graphic", "figure")),
        # what it is called elsewhere
        Field(("DO", "M3:DOI", "N1:DOI"), "DOI", tag_codecs.DOI),
        Field(_SN_ISSN, "ISSN", numbers(_SN_ISSN, "ISSN"), ARTICLES),
        Field(("SN:ISBN",), "ISBN", numbers(("SN:ISBN",), "ISBN"), ARTICLES | NUMBERED),
        Field(_SN_ISBN, "ISBN", numbers(_SN_ISBN, "ISBN")),
        Field(_SN_DIGITS, "ISSN", numbers(_SN_DIGITS, "ISSN")),
        Field(("AN:PMID", "U1:PMID"), "PMID", tag_codecs.PMID, ARTICLES),
        Field(("M2:PMID", "U1:PMID"), "PMID", tag_codecs.PMID_EXTRA),
        Field(("C2:PMCID", "U2:PMCID", "AN:PMCID"), "PMCID", tag_codecs.PMCID, ARTICLES),
        Field(("C2:PMCID", "U2:PMCID"), "PMCID", tag_codecs.PMCID_ONLY),
        Field(("DB",), "archive", line_codecs.FIRST),
        Field(("AN",), "archive_location", tag_codecs.ARCHIVE_ID, ARTICLES),
        Field(_AN, "archive_location", either(_AN)),
        Field(("DP",), "source", TEXT),
        Field(("CN",), "call-number", TEXT),
        Field(("LB",), "citation-key", CITATION_KEY),
        Field(("UR",), "URL", line_codecs.URL),
        # what describes it
        Field(("C4",), "genre", TEXT, types("motion_picture")),
        Field(("M3", "LA:program"), "genre", tag_codecs.GENRE_OR_PROGRAM, types("software")),
        Field(("M3",), "genre", tag_codecs.GENRE),
        Field(("LA",), "language", TEXT),
        Field(("KW",), "keyword", line_codecs.KEYWORDS),
        Field(("AB",), "abstract", TEXT),
        Field(("N1",), "note", line_codecs.NOTES),
        Field(("RN",), "annote", line_codecs.NOTES),
    )
    own = tuple(map(_by_value, own))
    return own + tuple(_extra(name, own) for name in ONLY_EXTRA)


def _by_value(row: Field) -> Field:
    """Return a row without its fast path if its tag means another thing with some values."""
    if row.codec in (TEXT, VERBATIM) and tag_of(row.keys[0]) in AMBIGUOUS:
        # A codec of its own, for which the table has no fast path.
        return evolve(row, codec=evolve(row.codec))
    return row


def _line(name: str, kinds: frozenset[ItemType]) -> Field:
    """Return the row of a variable in a line of Zotero's Extra field."""
    return Field((f"M2:{name}",), name, tag_codecs.extra_line(name), kinds)


def _extra(name: str, own: tuple[Field, ...]) -> Field:
    """Return the row of a variable that has a tag in some types only, for the other types.

    Not for JOUR: EndNote takes its M2 for the first page.
    """
    taken = types("article-journal").union(
        *(row.types for row in own if row.variable == name and row.types is not None)
    )
    return _line(name, frozenset(ItemType) - taken)


ALIASES = (
    # in the order in which they go before one another
    Alias("A1", "AU"),
    Alias("ED", "A3", BOOKS),
    Alias("ED", "A2", WITH_EDITOR),
    Alias("T1", "TI"),
    Alias("CT", "TI"),
    Alias("BT", "TI", BOOKS | types("manuscript")),
    Alias("A2", "AU", types("bill", "speech")),
    Alias("A3", "A2", types("map")),
    Alias("JF", "T3", IN_SERIES),
    Alias("JF", "M2:container-title", types("hearing")),
    Alias("BT", "M2:container-title", types("hearing")),
    Alias("SE", "T2", types("hearing")),
    Alias("M3", "C4", types("motion_picture")),
    Alias("CN", "M1", PATENT),
    Alias("JF", "C3", CONFERENCE),
    Alias("BT", "C3", CONFERENCE),
    Alias("JF", "T2"),
    Alias("BT", "T2"),
    Alias("JO", "T2", CONFERENCE),
    Alias("JA", "J2"),
    Alias("JO", "J2"),
    Alias("J1", "J2"),
    Alias("Y1", "PY"),
    Alias("VO", "VL"),
    Alias("M1", "SN", NUMBERED),
    Alias("SN:ISSN", "SN", NUMBERED),
    Alias("NV", "IS", CHAPTER),
    Alias("C2", "IS", types("article-newspaper")),
    Alias("DI", "DO"),
    Alias("LA:program", "LA", frozenset(ItemType) - types("software")),
    Alias("CP", "CY"),
    Alias("PP", "CY"),
    Alias("C1", "CY", types("speech")),
    Alias("N2", "AB"),
    Alias("K1", "KW"),
    # what Zotero's dialect writes
    *(Alias(f"{tag}{MARKUP}", tag) for tag in TITLE_TAGS),
    Alias("M2:PMID", "AN:PMID", ARTICLES),
    Alias("M2:PMCID", "C2:PMCID"),
    Alias("M2:arXiv", "AN"),
    Alias("M2:citation-key", "LB"),
    Alias("M2:type", "M3", types("article")),
)

EXTRA = (
    Field(("M2:PMID", "U1:PMID"), "PMID", tag_codecs.PMID_EXTRA, ARTICLES),
    Field(("M2:PMCID", "U2:PMCID", "AN:PMCID"), "PMCID", tag_codecs.PMCID_EXTRA, ARTICLES),
    Field(("M2:PMCID", "U2:PMCID"), "PMCID", tag_codecs.PMCID_ONLY_EXTRA),
    Field(("AN", "M2:arXiv", "AN:PMID"), "archive_location", tag_codecs.ARCHIVE_ID_EXTRA, ARTICLES),
    Field(("PY", "DA", "M2:issued"), "issued", tag_codecs.ISSUED_EXTRA, DATED),
    Field(("M2:genre", "M2:type"), "genre", tag_codecs.GENRE_EXTRA, types("article")),
    Field(("M2:citation-key",), "citation-key", tag_codecs.CITATION_KEY_LINE),
    *(
        Field((f"M2:{name}", f"PY:{name}"), name, tag_codecs.history_extra(name))
        for name in ("received", "revised", "accepted")
    ),
)
"""Rows for lines that Zotero keeps in its Extra field, or reads from there."""
