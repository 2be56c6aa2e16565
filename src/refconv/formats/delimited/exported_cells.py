"""Cells as programs write them: what is put around a value, and cells that hold several fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from refconv.formats.column_names import COLUMNS, folded
from refconv.formats.delimited.citations import fields_of_citation
from refconv.values.html_text import decode_entities
from refconv.values.read_only import title

# ── what is put around and into values ────────────────────────────────────────────────────────────


def clean_cell(exporter: str, key: str, cell: str) -> str:
    """Return a cell of another program without what it puts around and into values."""
    clean = _CLEANED.get((exporter, key)) or _CLEANED.get(("", key))
    return decode_entities(cell if clean is None else clean(cell))


_LIST = re.compile(r"\[\s*(?:'[^']*'|\"[^\"]*\")(?:\s*,\s*(?:'[^']*'|\"[^\"]*\"))*\s*\]")
_LISTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def _of_list(cell: str) -> str:
    """Return a list of Python or JSON with semicolons between its members.

    >>> _of_list("['Hale, Nora', 'Pike, Sam']")
    'Hale, Nora; Pike, Sam'
    """
    if _LIST.fullmatch(cell.strip()) is None:
        return cell
    return "; ".join(match[1] or match[2] or "" for match in _LISTED.finditer(cell))


_TAG = re.compile(r"</?(?:p|br|div|span|strong|em|b|i|u|a|ul|ol|li|h[1-6])\b[^<>]*>", re.IGNORECASE)
_LINE_END = re.compile(r"<br[^<>]*>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)


def _of_html(cell: str) -> str:
    """Return the text of a note that stands as HTML."""
    return _TAG.sub("", _LINE_END.sub("\n", cell))


def _without_zero(cell: str) -> str:
    return "" if cell.strip() == "0" else cell


_OPENOFFICE = (
    *("article", "book", "pamphlet", "conference", "inbook", "incollection", "inproceedings"),
    *("journal article", "manual", "Master's thesis", "misc", "PhD thesis", "proceedings"),
    *("report", "unpublished", "email", "website"),
)
"""The types of OpenOffice's bibliography by their numbers."""


def _openoffice_type(cell: str) -> str:
    number = int(cell) if re.fullmatch(r"\d{1,2}", cell, re.ASCII) else -1
    return _OPENOFFICE[number] if 0 <= number < len(_OPENOFFICE) else cell


_PAGES_WORD = re.compile(r"(?:pp\.?|p\.|Seiten?|S\.|págs?\.?)\s*(?=\d)", re.IGNORECASE)


def _bare_pages(cell: str) -> str:
    match = _PAGES_WORD.match(cell)
    return cell if match is None else cell[match.end() :]


_CLEANED: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("", "Authors"): _of_list,
    ("", "Authors by Commas"): _of_list,
    ("", "Keywords"): _of_list,
    ("", "Pages"): _bare_pages,
    ("", "Year"): _without_zero,
    ("openoffice", "Type"): _openoffice_type,
    ("pubmed", "Title"): lambda cell: title(cell) or "",
    ("zotero", "Note"): _of_html,
    **{
        ("publish-or-perish", key): _without_zero
        for key in ("Year", "Volume", "Issue", "Start Page", "End Page")
    },
}
"""What is done to cells of a program's tables, or with no name to those of all others."""

# ── several fields in a cell ──────────────────────────────────────────────────────────────────────


def fields_of_cell(key: str, text: str) -> Iterable[tuple[str, str]]:
    """Yield the fields of a cell by their keys, most often the one of its column."""
    expand = _EXPANSIONS.get(key)
    return ((key, text),) if expand is None else expand(text)


_EXTRA_LINE = re.compile(r"(?P<name>[A-Za-z][\w -]{1,40}):\s*(?P<value>\S.*)")
_IN_EXTRA = frozenset({"PMID", "PMCID", "DOI", "ISBN", "ISSN", "ID", "Original Date"})


def _extra(text: str) -> Iterator[tuple[str, str]]:
    """Read Zotero's Extra: lines that name a field, and a note."""
    note: list[str] = []
    for line in text.split("\n"):
        match = _EXTRA_LINE.fullmatch(line)
        place = COLUMNS.get(folded(match["name"])) if match is not None else None
        if match is not None and place is not None and place.column in _IN_EXTRA:
            yield place.column, match["value"]
        else:
            note.append(line)
    if kept := "\n".join(note).strip():
        yield "Note", kept


_CAMEL = re.compile(
    r"(?<=[^\W\d_A-Z])(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?<!La)(?<!Le)(?<!O')(?=[A-Z][a-z.])"
)


def _glued_authors(text: str) -> Iterator[tuple[str, str]]:
    """Divide the names of Springer's tables, between which there is nothing."""
    yield "Authors", _CAMEL.sub("; ", text)


_NEXT_URL = re.compile(r"[\s;|,]+(?=https?://)")


def _urls(text: str) -> Iterator[tuple[str, str]]:
    """Divide several addresses."""
    return (("URL", url) for url in _NEXT_URL.split(text))


def _arxiv(text: str) -> Iterator[tuple[str, str]]:
    yield "Archive", "arXiv"
    yield "Accession Number", re.sub(r"arxiv:\s*", "", text, count=1, flags=re.IGNORECASE)


_EXPANSIONS: Mapping[str, Callable[[str], Iterable[tuple[str, str]]]] = {
    "Citation": fields_of_citation,
    "Extra": _extra,
    "URL": _urls,
    "arXiv ID": _arxiv,
    "Glued Authors": _glued_authors,
}
"""Columns whose cells hold several fields."""
