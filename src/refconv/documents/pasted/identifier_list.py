"""Lists of bare identifiers: DOIs, PMIDs, PMCIDs, arXiv numbers, ISBNs and addresses.

One or more stand on a line, alone, with their names or in addresses, and nothing else does. Each is
a reference that has nothing but its identifier, and its type as far as that says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord
from refconv.values.embedded_identifiers import ARXIV_FORM
from refconv.values.identifiers import bare_doi, is_isbn


class Identifier(NamedTuple):
    """An identifier in a text: its kind, its value, and where it stands."""

    kind: str
    value: str
    start: int


_TOKEN = re.compile(
    rf"""(?P<DOI>(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s?[:=]?\s?)?10\.\d{{4,9}}/
        (?:[^\s,;|]|[,;](?!\s|10\.|doi|http)){{1,300}})
    | (?P<arXiv>(?:https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv\s?[:.]?\s?)
        {ARXIV_FORM}(?:\.pdf)?(?:\s?\[[\w.-]{{2,20}}\])?)
    | (?P<old>[a-z-]{{2,10}}(?:\.[A-Z]{{2}})?/\d{{7}}(?:v\d)?(?![\w/]))
    | (?P<PMCID>(?:https?://(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/)?
        (?:PMCID\s?:?\s?)?PMC\s?\d{{4,9}}(?:\.\d)?/?)
    | (?P<PMID>(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/
        |(?:PMID|PubMed(?:\s?ID)?)\s?[:#=]?\s?)\d{{4,8}}/?(?!\d))
    | (?P<ISBN>(?:ISBN(?:-1[03])?\s?:?\s?)?(?:97[89][ -]?)?\d(?:[ -]?\d){{8}}[ -]?[\dXx](?![\w-]))
    | (?P<URL>https?://[^\s<>"|]{{4,800}})
    | (?P<digits>\d{{5,8}}(?!\w))""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"[\s,;|•·*\-–—()\[\]<>\"']*(?:(?:\d{1,4}[.)]|\[\d{1,4}\]|and|DOI|PMID|PMCID|ISBN|arXiv)[\s:]*)?"
    r"[\s,;|•·*\-–—()\[\]<>\"'.]*",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[^\W\d_][^\n]{0,60}:?[ \t]*$")
_PMIDS = re.compile(r"\W*(?:PMIDs?|PubMed(?: IDs?)?)\W*$", re.IGNORECASE)
_LONGEST, _MOST = 2_000_000, 100_000


def identifiers_in(text: str) -> list[Identifier] | None:
    r"""Return the identifiers of a text that holds nothing else; ``None`` for any other text.

    >>> [one[:2] for one in identifiers_in("doi:10.1000/182, PMID: 12345\nPMC123456") or ()]
    [('DOI', '10.1000/182'), ('PMID', '12345'), ('PMCID', 'PMC123456')]
    >>> identifiers_in("Ng A. Rivers. doi:10.1000/182") is None
    True
    """
    if len(text) > _LONGEST or not text.strip():
        return None
    found: list[Identifier] = []
    are_pmids = False
    headings = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        of_line = [*_of_line(text, *match.span(), are_pmids=are_pmids)]
        if None in of_line or not of_line:
            headings += 1
            are_pmids = _PMIDS.match(line) is not None
            if headings > 1 + len(found) // 10 or not _HEADING.match(line):
                return None
            continue
        found += (one for one in of_line if one is not None)
    is_list = any(one.kind != "URL" for one in found)
    return found if is_list else None


_LINE = re.compile(r"[^\n]+")


def _of_line(text: str, start: int, end: int, *, are_pmids: bool) -> Iterator[Identifier | None]:
    """Yield the identifiers of a line, and ``None`` where it holds anything else."""
    place = start
    while True:
        between = _BETWEEN.match(text, place, end)
        after = between.end() if between else place
        # The name before an identifier belongs to it.
        token = _TOKEN.match(text, place, end)
        while token is None and place < after:
            place += 1
            token = (
                _TOKEN.match(text, place, end) if not text[place - 1 : place].isalnum() else None
            )
        if token is None:
            if text[place:end].strip(" \t\r.,;"):
                yield None
            return
        found = _identifier(token, are_pmids=are_pmids)
        yield found
        if found is None:
            return
        place = token.end()


_NUMBER = re.compile(r"PMC\s?\d+(?:\.\d)?|\d{4,8}", re.IGNORECASE)
_ARXIV = re.compile(ARXIV_FORM)


def _identifier(token: re.Match[str], *, are_pmids: bool) -> Identifier | None:
    kind, raw = str(token.lastgroup), token[0]
    start = token.start()
    if kind == "DOI":
        return _doi(raw, start)
    if kind in ("arXiv", "old"):
        number = _ARXIV.search(raw.removesuffix(".pdf"))
        return Identifier("arXiv", number[0], start) if number else None
    if kind in ("PMCID", "PMID"):
        number = _NUMBER.search(raw[raw.rfind("/", 0, -1) + 1 :])
        value = number[0].upper().replace(" ", "") if number else ""
        return Identifier(kind, value, start) if value else None
    if kind == "ISBN":
        number_ = re.sub(r"(?i)\AISBN(?:-1[03])?\s?:?\s?", "", raw)
        is_named = raw[:1] in "Ii"
        return Identifier("ISBN", number_, start) if is_named or is_isbn(number_) else None
    if kind == "digits":
        return Identifier("PMID", raw, start) if are_pmids else None
    return Identifier("URL", raw.rstrip(".,;"), start)


def _doi(raw: str, start: int) -> Identifier | None:
    doi = bare_doi(raw)
    return Identifier("DOI", doi, start) if doi else None


# ── records ───────────────────────────────────────────────────────────────────────────────────────

_DATASETS = ("10.5281/zenodo", "10.6084/m9.figshare", "10.5061/dryad", "10.17632/", "10.7910/dvn/")
_TYPES: Mapping[str, str] = {
    "DOI": "article-journal",
    "PMID": "article-journal",
    "PMCID": "article-journal",
    "arXiv": "article",
    "ISBN": "book",
    "URL": "webpage",
}


def _item(one: Identifier) -> dict[str, Any]:
    item: dict[str, Any] = {"type": _TYPES[one.kind]}
    if one.kind == "arXiv":
        return {**item, "genre": "preprint", "archive": "arXiv", "archive_location": one.value}
    if one.kind == "DOI" and one.value.casefold().startswith(_DATASETS):
        item["type"] = "dataset"
    return {**item, one.kind: one.value}


def read(text: str) -> Document:
    """Read a list of identifiers; never raises."""
    found = (identifiers_in(text) or [])[:_MOST]
    if not found:
        return Document(text, offsets=range(len(text)))
    embedded = (
        EmbeddedRecord("csl-json", json.dumps([_item(one)]), one.start, "identifier")
        for one in found
    )
    return Document(
        text,
        embedded=tuple(embedded),
        diagnostics=tuple(_diagnostics(text, found)),
        offsets=range(len(text)),
        is_searched=False,
    )


def _diagnostics(text: str, found: list[Identifier]) -> Iterator[Diagnostic]:
    line, place = 1, 0
    for one in found:
        line += text.count("\n", place, one.start)
        place = one.start
        bare = problem(Code.BARE_IDENTIFIER, "list", kind=one.kind)
        yield bare.at(line, one.start - text.rfind("\n", 0, one.start))


def recognises(text: str) -> bool:
    """Return whether a text holds identifiers and nothing else."""
    return _TOKEN.search(text[:2000]) is not None and identifiers_in(text) is not None


CARRIER = Carrier(
    "identifiers", "a list of DOIs, PMIDs, arXiv numbers or ISBNs", read, recognises=recognises
)
