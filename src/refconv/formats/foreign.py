"""Files that are plainly structured, but in no format that refconv reads: what they are.

Such a file is refused by its name. Read as free text, it would become references that nobody wrote.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from itertools import islice

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.formats.json.kinds import foreign_kind

_PROLOGUE = re.compile(
    r"\ufeff?\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^]]*\])?\s*>\s*)*", re.DOTALL
)
_ROOT = re.compile(r"<(?:([\w.-]+):)?([A-Za-z][\w.-]*)((?:\s[^>]*)?)/?>")
_NAMESPACE = re.compile(r"xmlns(?::([\w.-]+))?\s*=\s*[\"']([^\"']*)[\"']")

# Roots of XML by their namespace's beginning, or by their name where they have none.
_NAMESPACES = {
    "http://www.w3.org/2005/Atom": "an Atom feed",
    "http://www.w3.org/2000/svg": "a picture (SVG)",
    "http://www.openarchives.org/OAI/2.0/oai_dc/": "a Dublin Core record",
    "http://purl.org/dc/": "a Dublin Core record",
    "http://www.openarchives.org/OAI/2.0/": "an OAI-PMH answer",
    "http://www.loc.gov/METS/": "a METS document",
    "http://purl.org/net/xbiblio/csl": "a citation style (CSL)",
    "http://docbook.org/ns/docbook": "a DocBook document",
    "http://www.crossref.org/": "Crossref's XML",
    "http://datacite.org/schema/": "DataCite's XML",
    "http://www.opengis.net/kml/": "a map (KML)",
    "http://schemas.openxmlformats.org/": "a part of a Word, Excel or PowerPoint file",
    "urn:oasis:names:tc:opendocument": "an OpenDocument file",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "RDF",
    "http://www.oasis-open.org/docbook": "a DocBook document",
    "http://www.w3.org/1998/Math/MathML": "a formula (MathML)",
    "http://schemas.microsoft.com/": "an XML file of a Microsoft program",
}
_ROOTS = {
    "article": "an article in XML (DocBook or the like)",
    "rss": "an RSS feed",
    "opml": "an OPML outline",
    "eSearchResult": "an answer of PubMed with ids only",
    "eSummaryResult": "an answer of PubMed with summaries",
    "svg": "a picture (SVG)",
    "plist": "a property list of macOS",
}
# Elements of web pages that may stand at the beginning of a pasted list.
_FRAGMENTS = frozenset(
    "a b blockquote body br cite dd div dl dt em font i li ol p pre q section small span strong "
    "sub sup table tbody td th tr u ul".split()
)


def foreign(text: str, *, is_whole: bool = True) -> Problem | None:
    """Return what a text is that is in no known format but not free text either.

    Args:
        text: The beginning of the text.
        is_whole: Whether it is the whole text.

    >>> foreign('{"abstract_note": "An example", "n": 1}').data["kind"]
    'JSON, but of no kind that refconv knows'
    >>> foreign("Curie, M. (1898). Rays.") is None
    True
    """
    for recognise, advice in _RECOGNISERS:
        kind = recognise(text, is_whole)
        if kind is not None:
            return problem(Code.FORMAT, "foreign", kind=kind, advice=advice)
    return None


def _xml(text: str, is_whole: bool) -> str | None:
    start = _PROLOGUE.match(text)
    place = start.end() if start else 0
    root = _ROOT.match(text, place)
    if root is None:
        return "XML" if text.lstrip("\ufeff \t\r\n").startswith("<?xml") else None
    prefix, name, attributes = root[1] or "", root[2], root[3]
    namespaces = {match[1] or "": match[2] for match in _NAMESPACE.finditer(attributes)}
    uri = namespaces.get(prefix, "")
    known = next((kind for start, kind in _NAMESPACES.items() if uri.startswith(start)), None)
    known = known or _ROOTS.get(name) or _ROOTS.get(name.lower())
    if known is not None or name.lower() in _FRAGMENTS:
        return known
    is_closed = is_whole and text.rstrip().endswith(f"{name}>")
    return f"XML with the root <{name}>" if place or namespaces or is_closed else None


def _json(text: str, _is_whole: bool) -> str | None:
    kind = foreign_kind(text)
    return "JSON, but of no kind that refconv knows" if kind == "JSON" else kind


_YAML_LINE = re.compile(
    r"\s*(?:- )*(?:[\w./@-]{1,60}|\"[^\"]{1,60}\"|'[^']{1,60}')\s*:(?: |$)"
    r"|\s*-(?: |$)|\s*#|---$|\.\.\.$"
)
_YAML_NESTED = re.compile(
    r"[\w./@-]{1,60}:[ ]*\n(?:[ ]{1,8}[\w./@-]{1,60}:|[ ]{0,8}- )"
    r"|- [\w./@-]{1,60}: .*\n[ ]{2,8}[\w./@-]{1,60}:",
    re.MULTILINE,
)


def _yaml(text: str, _is_whole: bool) -> str | None:
    head = text.lstrip("\ufeff")[:8000]
    lines = [line for line in head.splitlines()[:60] if line.strip()]
    if len(lines) < 3 or _YAML_NESTED.search(head) is None:
        return None
    deep = sum(bool(_YAML_LINE.match(line)) or line.startswith("  ") for line in lines)
    return "YAML, but of no kind that refconv knows" if deep >= 0.95 * len(lines) else None


_HEADER = re.compile(r"[A-Za-zÀ-ÿ#*\"(\ufeff][\w À-ÿ/&().:#*\"'-]{0,60}")


def _table(text: str, is_whole: bool) -> str | None:
    for delimiter, name in (("\t", "TSV"), (",", "CSV"), (";", "CSV")):
        if delimiter == "," and ", " in text.split("\n", 1)[0]:
            continue
        rows = _rows(text, delimiter, is_whole)
        if len(rows) < 2 or len(rows[0]) < 3:
            continue
        header = [cell.strip() for cell in rows[0]]
        named = all(_HEADER.fullmatch(cell) for cell in header if cell)
        if named and sum(map(bool, header)) >= 3 and len({*map(len, rows)}) == 1:
            names = ", ".join(header[:4])
            return f"a table ({name}) whose columns refconv does not know ({names} …)"
    return None


def _rows(text: str, delimiter: str, is_whole: bool) -> list[list[str]]:
    """Return some rows of a table; none if the text cannot be read as one."""
    try:
        lines = text.removeprefix("\ufeff").splitlines(keepends=True)
        rows = [*islice(csv.reader(lines, delimiter=delimiter), 21)]
    except csv.Error:
        return []
    rows = rows[: 20 if len(rows) > 20 or is_whole else -1]
    return [row for row in rows if row]


def _card(text: str, _is_whole: bool) -> str | None:
    match = _CARD.match(text)
    return None if match is None else f"a {_CARDS[match[1].upper()]}"


_CARD = re.compile(r"\ufeff?\s*BEGIN:(VCARD|VCALENDAR)\b", re.IGNORECASE)
_CARDS = {"VCARD": "list of contacts (vCard)", "VCALENDAR": "calendar (iCalendar)"}

# A record's number, then names of fields, each with its value indented below.
_OVID = re.compile(
    r"\ufeff?\s{0,9}(?:<\d{1,6}>\s*?\n)?"
    r"(?:Unique Identifier|Accession Number|Record Owner|VN|Database)[ \t]*\n[ \t]+\S.*\n"
    r"(?:[ \t]+\S.*\n){0,9}[A-Z][A-Za-z /]{1,30}[ \t]*\n[ \t]+\S"
)


def _ovid(text: str, _is_whole: bool) -> str | None:
    is_ovid = _OVID.match(text) is not None
    return "Ovid's text with the names of fields" if is_ovid else None


_RECOGNISERS: tuple[tuple[Callable[[str, bool], str | None], str], ...] = (
    (_xml, "export the references in a format that refconv reads, or paste their text"),
    (_json, "export the references in a format that refconv reads"),
    (_yaml, "export the references in a format that refconv reads"),
    (_table, "name the columns Title, Authors, Year, DOI and so on"),
    (_card, "it holds no references"),
    (_ovid, "export the references from Ovid as RIS or as a file for EndNote"),
)
