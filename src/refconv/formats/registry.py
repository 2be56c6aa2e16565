"""The formats by name: what is known of each before it is imported, and the import itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from refconv.core.arguments import unknown
from refconv.formats.column_names import MARK as COLUMNS_MARK

if TYPE_CHECKING:
    from refconv.formats.base import Format


class Place(NamedTuple):
    """What is known of a format before it is imported.

    Attributes:
        module: The module that holds it.
        attribute: Its name there.
        suffixes: The endings of its files' names, the first of which is usual.
        is_written: Whether it is written too, not only read.
        mark: A pattern that matches the beginning of a text of this format up to the first line
            that no other format has; empty if none has one (:mod:`refconv.formats.sniff`).
    """

    module: str
    attribute: str
    suffixes: tuple[str, ...]
    is_written: bool
    mark: str
    is_binary: bool = False
    """Whether its files are no text."""
    sign: str = ""
    """What every text of a document without a mark holds: others are not shown to its carrier."""


# Any lines before a telling one; and in XML, what stands before the root.
_LINES = r"(?:[^\r\n]*[\r\n])*?"
_PROLOGUE = r"\ufeff?\s*(?:<[?!][^>]*>\s*)*"
# In YAML: comments and empty lines, and a key; no line that a CITATION.cff must have; and the two
# forms of CSL's list, of which the bare one has a type in its first item.
_COMMENTS = r"(?>(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*)"
_KEY = r"[\"']?[A-Za-z-]+[\"']?[ \t]*:"
_TYPE = r"[\"']?type[\"']?[ \t]*:"
_NO_CFF = rf"\ufeff?(?!{_LINES}cff-version[ \t]*:)"
_CFF = rf"\ufeff?{_LINES}cff-version[ \t]*:"
_LIST_OF_REFERENCES = rf"{_LINES}references[ \t]*:[ \t]*(?:#[^\r\n]*)?[\r\n]{_COMMENTS}[ \t]*-[ \t]"
_BARE_LIST = (
    rf"(?:---[^\r\n]*[\r\n])?{_COMMENTS}-[ \t]+"
    rf"(?:{_KEY}[^\r\n]*[\r\n]+(?:[ \t][^\r\n]*[\r\n]){{0,200}}?[ \t]+)?{_TYPE}"
)

# The first row of a table of Web of Science.
_ROW_OF_TAGS = (
    r"\ufeff?\s*+(?=[\"A-Z])(?=[^\r\n]*\bTI\b)(?=[^\r\n]*\b(?:AU|AF|SO)\b)"
    r"(?:\"?[A-Z][A-Z0-9]\"?[\t,;]){3}"
)

# Hayagriva's first entry: a key, and below it a type of its own (typst/hayagriva, "Entry Type").
_HAYAGRIVA = (
    rf"\ufeff?(?:---[^\r\n]*[\r\n])?{_COMMENTS}(?!references[ \t]*:)"
    r"(?:\"[^\"\r\n]*\"[ \t]*|[^\s#\-:][^\r\n:]*):"
    rf"[ \t]*(?:#[^\r\n]*)?[\r\n](?:(?:[ \t][^\r\n]*)?[\r\n]){{0,400}}?[ \t]+{_TYPE}"
    r"[ \t]*[\"']?(?i:article|chapter|entry|anthos|report|thesis|web|scene|artwork|patent|case"
    r"|newspaper|legislation|manuscript|post|tweet|misc|performance|periodical|proceedings|book"
    r"|blog|reference|conference|anthology|repository|thread|video|audio|exhibition|original)"
    r"[\"']?[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|\Z)"
)
# Formats in JSON are told apart by the keys of their items (:mod:`refconv.formats.json.kinds`).
_BY_KEYS = ""
# An answer, or an item of it a line.
_JSON = ".json .jsonl"

# MARCXML, also without its namespace, and in an answer of OAI-PMH or SRU.
_MARCXML = (
    rf"{_PROLOGUE}<(?:(?:[\w.-]+:)?(?:collection|record)\b[^>]*>\s*(?:<(?:[\w.-]+:)?record\b[^>]*>\s*)?"
    r"<(?:[\w.-]+:)?(?:leader|controlfield|datafield)\b|[^>]*loc\.gov/MARC21/slim"
    r"|(?:[\w.-]+:)?(?:OAI-PMH|searchRetrieveResponse)\b[\s\S]{0,20000}?loc\.gov/MARC21/slim)"
)

# A new format is one row here. Name; module, attribute; suffixes; whether it is written; mark.
_ROWS = (
    (
        "bibtex",
        ("formats.bibtex", "FORMAT", ".bib .bibtex", True),
        _LINES + r"[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[{(]\s*+(?:[^\s,{}()]*+\s*+,|\w+\s*+=|\")",
    ),
    ("biblatex", ("formats.bibtex", "BIBLATEX", "", True), ""),
    (
        "ris",
        ("formats.ris", "FORMAT", ".ris", True),
        # Spelled otherwise, or without TY but with three fields one after another.
        _LINES
        + r"[ \t]*(?:TY  ?-(?: |$)|[Tt][Yy][ \t]{0,4}-[ \t]*[A-Za-z]{3,8}[ \t]*$"
        + r"|(?:[A-Z][A-Z0-9]  - [^\r\n]*[\r\n]+){3})",
    ),
    (
        "csl-json",
        ("formats.csljson", "FORMAT", ".json .csljson", True),
        _BY_KEYS,
    ),
    (
        "jsonl",
        ("formats.csljson", "LINES", ".jsonl .ndjson", True),
        _BY_KEYS,
    ),
    (
        "enw",
        ("formats.endnote", "ENW", ".enw .refer .ref", True),
        _LINES + r"[ \t]*(?:%0 \w|%[AT] [^\r\n]*[\r\n]+[ \t]*%[0-9A-Z] )",
    ),
    (
        "endnote-xml",
        ("formats.endnote", "XML", ".xml", True),
        _PROLOGUE + r"<(?:xml|records)>\s*<records?\b",
    ),
    (
        "wos",
        ("formats.wos", "FORMAT", ".ciw .isi", True),
        rf"{_ROW_OF_TAGS}|{_LINES}PT [A-Z][ \t]*[\r\n]+[A-Z][A-Z0-9] ",
    ),
    (
        "nbib",
        ("formats.pubmed", "NBIB", ".nbib .medline", False),
        _LINES + r"(?:PMID- ?\d|(?:PMC |OWN |STAT)- ?\S)",
    ),
    (
        "pubmed-xml",
        ("formats.pubmed", "XML", ".xml", False),
        _PROLOGUE + r"<(?:Pubmed|Medline)(?:Book)?(?:Article|Citation)(?:Set)?\b",
    ),
    (
        "mods",
        ("formats.mods", "FORMAT", ".mods .xml", False),
        _PROLOGUE + r"<(?:[\w.-]+:)?mods(?:Collection)?\b",
    ),
    (
        "csl-yaml",
        ("formats.csljson", "YAML", ".yaml .yml", True),
        _NO_CFF + rf"(?:{_LIST_OF_REFERENCES}|{_BARE_LIST})",
    ),
    (
        "zotero-rdf",
        ("formats.zotero_rdf", "FORMAT", ".rdf", False),
        _PROLOGUE
        + r"<(?:[\w.-]+:)?RDF\b[^>]*(?:www\.zotero\.org/namespaces/export|purl\.org/net/biblio)",
    ),
    ("marcxml", ("formats.marc", "XML", ".marcxml .xml", False), _MARCXML),
    (
        "marc",
        ("formats.marc", "MARC", ".mrc .marc", False),
        r"\ufeff?\s*\d{5}[a-z ][a-z][a-z][ -~][ -~]22\d{5}",
    ),
    (
        "refworks",
        ("formats.refworks", "FORMAT", "", False),
        _LINES + r"RT [A-Z][^\r\n]{2,60}[\r\n]+(?:SR|ID|[AT][1-6]|JF|YR|FD|VO|SN|DO|LK) ",
    ),
    (
        "word-xml",
        ("formats.word_xml", "FORMAT", ".xml", True),
        _PROLOGUE + r"<(?:[\w.-]+:)?Sources\b[^>]*officeDocument(?:/2006)?/bibliography\b",
    ),
    ("cff", ("formats.cff", "FORMAT", ".cff .yaml .yml", False), _CFF),
    ("hayagriva", ("formats.hayagriva", "FORMAT", ".yaml .yml", True), _HAYAGRIVA),
    ("zotero-json", ("formats.web_json.zotero_json", "FORMAT", _JSON, False), _BY_KEYS),
    ("openalex", ("formats.web_json.openalex", "FORMAT", _JSON, False), _BY_KEYS),
    ("datacite", ("formats.web_json.datacite", "FORMAT", _JSON, False), _BY_KEYS),
    (
        "semantic-scholar",
        ("formats.web_json.semantic_scholar", "FORMAT", ".json .jsonl", False),
        _BY_KEYS,
    ),
    ("europe-pmc", ("formats.web_json.europe_pmc", "FORMAT", _JSON, False), _BY_KEYS),
    (
        "pubmed-summary",
        ("formats.web_json.pubmed_summary", "FORMAT", ".json .jsonl", False),
        _BY_KEYS,
    ),
    ("crossref", ("formats.web_json.crossref", "FORMAT", _JSON, False), _BY_KEYS),
    ("csv", ("formats.delimited", "FORMAT", ".csv .tsv", True), COLUMNS_MARK),
    ("text", ("io.free_text_format", "TEXT", ".txt .text", False), ""),
    ("lines", ("io.free_text_format", "LINES", "", False), ""),
)

PLACES: Mapping[str, Place] = {
    name: Place(f"refconv.{module}", attribute, tuple(suffixes.split()), is_written, mark)
    for name, (module, attribute, suffixes, is_written), mark in _ROWS
}
"""By name, in the order in which they are listed."""

WRITTEN = tuple(name for name, place in PLACES.items() if place.is_written)
"""The names of the formats that can be written."""


ALIASES: Mapping[str, str] = {
    "csl": "csl-json",
    "csl_json": "csl-json",
    "csljson": "csl-json",
    "json": "csl-json",
    "endnote": "endnote-xml",
    "endnotexml": "endnote-xml",
    "end": "enw",
    "refer": "enw",
    "medline": "nbib",
    "pubmed": "nbib",
    "pubmedxml": "pubmed-xml",
    "isi": "wos",
    "word": "word-xml",
    "wordbib": "word-xml",
    "yaml": "csl-yaml",
    "excel": "csv",
    "tsv": "csv",
    "txt": "text",
    "plain": "text",
}
"""Names of formats that pandoc, bibutils and users have for them, beside suffixes."""


def named(name: str) -> str:
    """Return the name of a format: of any case, an alias, or a suffix that only one format has.

    A name that is none of these is returned as it is.

    >>> named("BibTeX"), named("bib"), named("json"), named("rsi")
    ('bibtex', 'bibtex', 'csl-json', 'rsi')
    """
    word = name.casefold()
    if word in PLACES or word in DOCUMENT_PLACES:
        return word
    if word in ALIASES:
        return ALIASES[word]
    suffix = f".{word.removeprefix('.')}"
    places = {**PLACES, **DOCUMENT_PLACES}
    of_that = [format for format, place in places.items() if suffix in place.suffixes]
    return of_that[0] if len(of_that) == 1 else name


PROGRAMS: Mapping[str, str] = {
    "zotero": "for Zotero, write 'ris' for the program 'zotero'",
    "mendeley": "for Mendeley, write 'ris' or 'bibtex'",
    "papers": "for Papers, write 'ris'",
    "readcube": "for ReadCube, write 'ris'",
    "citavi": "for Citavi, write 'ris'",
    "refworks": "for RefWorks, write 'ris'",
    "covidence": "for Covidence, write 'ris'",
    "rayyan": "for Rayyan, write 'ris'",
    "jabref": "for JabRef, write 'bibtex' or 'biblatex'",
    "overleaf": "for Overleaf, write 'bibtex' or 'biblatex'",
    "latex": "for LaTeX, write 'bibtex' or 'biblatex'",
    "tex": "for LaTeX, write 'bibtex' or 'biblatex'",
    "docx": "for Word, write 'word-xml', which its Source Manager reads",
    "pandoc": "for pandoc, write 'csl-json' or 'csl-yaml'",
    "markdown": "for Markdown, write 'csl-json' or 'csl-yaml', which pandoc reads",
    "typst": "for typst, write 'hayagriva'",
    "xlsx": "for a spreadsheet, write 'csv'",
    "sheets": "for a spreadsheet, write 'csv'",
}
"""What to write for a program that has no format of its name here."""


def not_written(given: str, name: str) -> str:
    """Return why a format cannot be written, and what can be instead.

    Args:
        given: The name as it was given.
        name: What :func:`named` makes of it.

    >>> not_written("Zotero", "Zotero")
    "unknown format 'Zotero' (for Zotero, write 'ris' for the program 'zotero')"
    >>> not_written("marc", "marc")
    "format 'marc' can only be read"
    >>> not_written("rsi", "rsi")
    "unknown format 'rsi' (did you mean 'ris'?)"
    """
    advice = PROGRAMS.get(name.casefold(), "")
    if name in PLACES or name in DOCUMENT_PLACES:
        return f"format {given!r} can only be read" + (f" ({advice})" if advice else "")
    return f"unknown format {given!r} ({advice})" if advice else unknown("format", given, WRITTEN)


def of_suffix(suffix: str, names: Iterable[str] = PLACES) -> str | None:
    """Name the first of some formats whose files' names may end so."""
    return next((name for name in names if suffix.lower() in PLACES[name].suffixes), None)


class Registry(Mapping[str, "Format"]):
    """The formats by name, each imported when it is first asked for; ``places`` says where each is.

    Importing all of them takes longer than importing the rest of the package.
    """

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = places

    def __getitem__(self, name: str) -> Format:
        place = self.places[name]
        found = getattr(import_module(place.module), place.attribute)
        if name in DOCUMENT_PLACES:
            return import_module("refconv.io.documents").format_of(found)  # type: ignore[no-any-return]
        return found  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


# A document's mark is that of a format; of one that is no text the bytes are matched, and its
# carrier decides. Those without a mark are asked, in this order, whether they know a text that no
# format does.
_BINARY = True
_TEI = (
    rf"{_PROLOGUE}<(?:[\w.-]+:)?(?:TEI|teiCorpus|TEI\.2)\b"
    rf"|{_PROLOGUE}<(?:[\w.-]+:)?(?:listBibl|biblStruct)\b"
)
_JATS = (
    rf"{_PROLOGUE}<[\w:.-]+[^>]*>(?=[\s\S]{{0,100000}}?"
    r"<(?:[\w.-]+:)?(?:article-meta|ref-list|(?:element|mixed|nlm)-citation|journal-meta)\b)"
    rf"|{_PROLOGUE}<(?:[\w.-]+:)?(?:ref-list|ref|(?:element|mixed|nlm)-citation)\b"
)
# A page; or a part of one, which begins and ends with an element.
_HTML = (
    rf"(?i:{_PROLOGUE}<(?:html|head|body|meta|title)\b|\s*<!doctype html"
    rf"|{_PROLOGUE}<(?:ol|ul|li|div|section|main|p|table|dl|cite|span)\b(?=[\s\S]*>\s*\Z))"
)
_DOCUMENTS = (
    ("docx", "documents.office.docx", ".docx .docm .dotx .dotm", "PK\x03\x04", _BINARY),
    ("odt", "documents.office.odt", ".odt .ott", "PK\x03\x04", _BINARY),
    ("fodt", "documents.office.fodt", ".fodt", _PROLOGUE + r"<office:document\b", False),
    ("rtf", "documents.office.rtf", ".rtf", r"\s{0,40}\{\\rtf", _BINARY),
    ("tei", "documents.articles.tei", ".tei .xml", _TEI, False),
    ("jats", "documents.articles.jats", ".nxml .jats .xml", _JATS, False),
    ("html", "documents.web_pages.html", ".html .htm .xhtml", _HTML, False),
    ("pdf", "documents.pdfs.pdf", ".pdf", r"\s{0,99}%PDF-", _BINARY),
    ("latex", "documents.tex.latex", ".tex .ltx .bbl", "", False),
    ("wikitext", "documents.marked_up.wikitext", ".wiki .mediawiki .wikitext", "", False),
    ("identifiers", "documents.pasted.identifier_list", "", "", False),
    ("search-results", "documents.pasted.search_results", "", "", False),
    ("labelled", "documents.pasted.labelled_fields", "", "", False),
    ("rst", "documents.marked_up.restructured_text", ".rst", "", False),
    ("asciidoc", "documents.marked_up.asciidoc", ".adoc .asciidoc .asc", "", False),
    ("org", "documents.marked_up.org_mode", ".org", "", False),
    ("bbcode", "documents.marked_up.bbcode", "", "", False),
    ("markdown", "documents.marked_up.markdown_page", ".md .markdown .qmd .rmd", "", False),
    ("email", "documents.marked_up.email_text", ".eml", "", False),
)

_SIGNS = {"latex": "\\"}

DOCUMENT_PLACES: Mapping[str, Place] = {
    name: Place(
        f"refconv.{module}", "CARRIER", tuple(suffixes.split()), False, mark, is_binary,
        _SIGNS.get(name, ""),
    )
    for name, module, suffixes, mark, is_binary in _DOCUMENTS
}  # fmt: skip
"""The documents that carry references (:mod:`refconv.documents`), by name, as the formats."""

SUFFIXES = frozenset(
    suffix for place in (*PLACES.values(), *DOCUMENT_PLACES.values()) for suffix in place.suffixes
)
"""The suffixes of files that can be read."""

FORMATS = Registry(PLACES)
"""Every format by name; free text is only read."""

DOCUMENTS = Registry(DOCUMENT_PLACES)
"""The documents by name, as formats that are only read."""

FREE_TEXT = ("text", "lines")
"""The formats without a syntax: any text may be in them."""

FILE_FORMATS = Registry({name: place for name, place in PLACES.items() if name not in FREE_TEXT})
"""The formats that have a syntax: all but free text."""
