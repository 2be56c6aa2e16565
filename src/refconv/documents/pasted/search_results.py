"""Hits copied from search services: Google Scholar, PubMed, ORCID, arXiv, and "Cite" pop-ups.

Each service prints a hit in lines of its own; a row of :data:`SERVICES` reads those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Date, ItemType, Name, Reference
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord, Item
from refconv.values.date_fields import read_date
from refconv.values.identifiers import bare_doi
from refconv.values.names import parse_names


class Hit(NamedTuple):
    """A hit: its reference, and the line that it begins in."""

    reference: Reference
    line: int


def _reference(kind: str, authors: str, **values: Any) -> Reference:
    text = authors.replace("…", "").strip(" ,;.")
    names = parse_names(text).names if text else ()
    is_cut = "…" in authors or " et al" in authors
    given = {name: value for name, value in values.items() if value}
    return Reference(
        type=ItemType(kind),
        author=tuple(_spaced(name) for name in names),
        et_al=frozenset({"author"} if is_cut and names else ()),
        **given,
    )


_INITIALS = lazy_pattern(r"[A-ZÀ-Þ]{1,3}")


def _spaced(name: Name) -> Name:
    """Return a name with stops behind the initials that a service prints without them."""
    if _INITIALS.fullmatch(name.given) is None:
        return name
    return Name(family=name.family, given=" ".join(f"{letter}." for letter in name.given))


def _date(text: str) -> Date | None:
    found = read_date(text)
    return found.date if found else None


# ── Google Scholar ────────────────────────────────────────────────────────────────────────────────

_SCHOLAR = lazy_pattern(
    r"(?P<authors>[^\n]{2,300}?)\s[-–‐]\s(?:(?P<container>[^\n]{1,200}?),\s)?"
    r"(?P<year>(?:1[5-9]|20)\d\d)\s[-–‐]\s(?P<host>[^\n]{2,100})$"
)
_KIND = lazy_pattern(r"(?:\[(?P<kind>[A-Z]{3,10})\]){0,3}\s*")
_HOST = lazy_pattern(r"(?:[\w-]+\.)+[a-z]{2,10}(?:/\S*)?$")
_CITED = lazy_pattern(
    r"^[^\n]{0,40}\b(?:Cited by \d+|Related articles|All \d+ versions"
    r"|Zitiert von:? \d+|Cité \d+ fois)",
    re.MULTILINE,
)


def _scholar(lines: Sequence[str]) -> Iterator[Hit]:
    for place, line in enumerate(lines):
        match = _SCHOLAR.match(line)
        if match is None or not place:
            continue
        before = lines[place - 1]
        head = _KIND.match(before)
        title = before[head.end() :].strip(" .") if head else before
        kind = head["kind"] if head and head["kind"] else ""
        container = (match["container"] or "").strip(" …")
        host = "" if _HOST.match(match["host"]) else match["host"]
        is_book = kind in ("BOOK", "BUCH", "LIBRO", "LIVRE") or not container
        yield Hit(
            _reference(
                "book" if is_book else "article-journal",
                match["authors"],
                title=title,
                container_title=container,
                issued=_date(match["year"]),
                publisher=host,
            ),
            place - 1,
        )


def _is_scholar(text: str, lines: Sequence[str]) -> bool:
    return _CITED.search(text) is not None and any(map(_SCHOLAR.match, lines))


# ── ORCID ─────────────────────────────────────────────────────────────────────────────────────────

_ORCID = lazy_pattern(
    r"(?P<date>(?:1[5-9]|20)\d\d(?:-\d\d){0,2}) \| (?P<type>[A-Z][A-Za-z ()-]{2,40})$"
)
_ORCID_TYPES = {
    "journal article": "article-journal",
    "book": "book",
    "book chapter": "chapter",
    "conference paper": "paper-conference",
    "dissertation": "thesis",
    "dissertation or thesis": "thesis",
    "preprint": "article",
    "report": "report",
    "data set": "dataset",
    "software": "software",
}
_ORCID_FIELD = lazy_pattern(
    r"(?P<name>DOI|PMID|ISBN|ISSN|PMC|EID|URI|Contributors|Source|Part of \w+)"
    r"\s?:\s?(?P<value>[^\n]{1,3000})",
    re.IGNORECASE,
)


def _orcid(lines: Sequence[str]) -> Iterator[Hit]:
    for place, line in enumerate(lines):
        match = _ORCID.match(line)
        if match is None or not place:
            continue
        has_container = place > 1 and not _ends_hit(lines[place - 2])
        title = lines[place - 2] if has_container else lines[place - 1]
        values: dict[str, Any] = {}
        authors = ""
        for after in lines[place + 1 :]:
            found = _ORCID_FIELD.match(after)
            if found is None:
                break
            name, value = found["name"].upper(), found["value"].strip()
            if name == "DOI":
                values["DOI"] = bare_doi(value) or value
            elif name in ("PMID", "ISBN", "ISSN"):
                values[name] = value
            elif name == "CONTRIBUTORS":
                authors = value
        kind = _ORCID_TYPES.get(match["type"].lower(), "document")
        container = lines[place - 1] if has_container else ""
        yield Hit(
            _reference(
                kind, authors, title=title, container_title=container, issued=_date(match["date"]),
                genre="preprint" if kind == "article" else "", **values,
            ),
            place - 1 - has_container,
        )  # fmt: skip


def _ends_hit(line: str) -> bool:
    """Return whether a line is the last of the hit before, or the head of the list."""
    return _ORCID_FIELD.match(line) is not None or line.startswith("Works (")


def _is_orcid(_text: str, lines: Sequence[str]) -> bool:
    return any(map(_ORCID.match, lines))


# ── arXiv ─────────────────────────────────────────────────────────────────────────────────────────

_ARXIV = lazy_pattern(
    r"(?:\[\d{1,4}\]\s*)?arXiv:(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
)
_ARXIV_FIELD = lazy_pattern(
    r"(?P<name>Title|Authors?|Comments|Subjects|Journal-ref|Journal ref|DOI|Submitted)"
    r"\s?:?\s*(?P<value>[^\n]{0,3000})$"
)


def _arxiv(lines: Sequence[str]) -> Iterator[Hit]:
    for place, line in enumerate(lines):
        match = _ARXIV.match(line)
        if match is None:
            continue
        values: dict[str, str] = {}
        name = ""
        for after in lines[place + 1 : place + 14]:
            if _ARXIV.match(after):
                break
            found = _ARXIV_FIELD.match(after)
            if found is not None:
                name = found["name"]
                values.setdefault(name, found["value"])
            elif name in ("Title", "Authors") and not values.get(name):
                values[name] = after
        title = values.get("Title", "")
        if not title:
            continue
        number = match["id"].removesuffix("v")
        year = _ARXIV_YEAR.match(number)
        yield Hit(
            _reference(
                "article", values.get("Authors", values.get("Author", "")), title=title,
                archive="arXiv", archive_location=number, genre="preprint",
                DOI=bare_doi(values.get("DOI", "")), note=values.get("Comments", ""),
                issued=_date(f"20{year[1]}") if year else None,
            ),
            place,
        )  # fmt: skip


_ARXIV_YEAR = lazy_pattern(r"(\d\d)\d\d\.\d")


def _is_arxiv(_text: str, lines: Sequence[str]) -> bool:
    return any(map(_ARXIV.match, lines)) and any(line.startswith("Title:") for line in lines)


# ── PubMed ────────────────────────────────────────────────────────────────────────────────────────

_PUBMED = lazy_pattern(
    r"(?P<container>[^.\n]{2,150})\. "
    r"(?P<date>(?:19|20)\d\d(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)"
    r"(?:;(?P<volume>[\w .-]{0,20}?)(?:\((?P<issue>[^()\n]{1,30})\))?"
    r"(?::(?P<page>[\w.,-]{1,40}?))?)?\."
    r"(?: doi: (?P<doi>10\.\S{3,100}?)\.)?(?: Epub [^\n.]{4,20}\.)?(?:\s|$)"
)
# Numbers of affiliations behind names.
_MARKS = lazy_pattern(r"(?<=[a-z])\d+|[,\s]\d+(?=[,.]|$)")
_PMID = lazy_pattern(r"PMID: (?P<pmid>\d{4,8})\b(?:[^\n]{0,40}PMCID: (?P<pmc>PMC\d+))?")


def _pubmed(lines: Sequence[str]) -> Iterator[Hit]:
    for place, line in enumerate(lines):
        match = _PMID.match(line)
        cited = _PUBMED.match(lines[place - 1]) if match and place >= 3 else None
        if match is None or cited is None:
            continue
        yield Hit(
            _reference(
                "article-journal", _MARKS.sub("", lines[place - 2]),
                title=lines[place - 3].rstrip("."), container_title=cited["container"],
                issued=_date(cited["date"]), volume=cited["volume"], issue=cited["issue"],
                page=cited["page"], DOI=bare_doi(cited["doi"] or ""), PMID=match["pmid"],
                PMCID=match["pmc"],
            ),
            place - 3,
        )  # fmt: skip


def _is_pubmed(_text: str, lines: Sequence[str]) -> bool:
    found = sum(1 for _ in _pubmed(lines))
    return bool(found) and found * _LINES_OF_HIT >= len(lines)


_LINES_OF_HIT = 12
"""Lines of a hit at most, with its abstract."""


Read = Callable[[Sequence[str]], Iterator[Hit]]

SERVICES: tuple[tuple[str, Callable[[str, Sequence[str]], bool], Read], ...] = (
    ("Google Scholar", _is_scholar, _scholar),
    ("ORCID", _is_orcid, _orcid),
    ("arXiv", _is_arxiv, _arxiv),
    ("PubMed", _is_pubmed, _pubmed),
)
"""Each service: its name, whether a text is of it, and how its lines are read."""

# ── "Cite" ────────────────────────────────────────────────────────────────────────────────────────

_STYLE = lazy_pattern(
    r"(?P<style>APA|MLA|Chicago|Harvard|Vancouver|ISO 690|IEEE|ABNT|GB/T 7714|AMA|ACS|NLM|Turabian)"
    r"(?:[ ](?:\d{1,2}(?:th|st|nd|rd)?(?: edition)?|style|citation))?"
    r"[ \t]*(?::|\t|\n)[ \t]*(?P<text>[^\n]{20,2000})"
)


def _styles(text: str) -> list[tuple[str, int, int]]:
    """Return the same reference in several styles; nothing where there are fewer than three."""
    if sum(style in text for style in _BEST) < _LEAST_STYLES - 1:
        return []
    found = [
        (match["style"], *match.span("text"))
        for match in _STYLE.finditer(text)
        if match.start() == 0 or text[match.start() - 1] == "\n"
    ]
    return found if len({style for style, _, _ in found}) >= _LEAST_STYLES else []


_LEAST_STYLES = 3
_BEST = ("APA", "Harvard", "Vancouver", "AMA", "IEEE", "MLA", "Chicago")
"""The styles from which a reference is taken, the surest first."""


def _cited(text: str, found: Sequence[tuple[str, int, int]]) -> Document:
    rank = {style: place for place, style in enumerate(_BEST)}
    groups: list[list[tuple[str, int, int]]] = []
    for one in found:
        if not groups or any(style == one[0] for style, _, _ in groups[-1]):
            groups.append([])
        groups[-1].append(one)
    items = []
    for group in groups:
        _, start, end = min(group, key=lambda one: rank.get(one[0], len(rank)))
        items.append(Item(start, end))
    return Document(text, tuple(items), offsets=range(len(text)), is_searched=False)


# ── reading ───────────────────────────────────────────────────────────────────────────────────────


def _lines_of(text: str) -> list[tuple[str, int]]:
    """Return the lines that are not empty, without white space around, and their offsets."""
    return [(match[0].strip(), match.start()) for match in _LINE.finditer(text)]


_LINE = lazy_pattern(r"[^\s][^\n]*")
_HEAD = 100_000


_HINTS = ("PMID: ", "Cited by", "Related articles", "Zitiert von", "Cité ", " | ", "arXiv:")
"""What every text of a service has one of."""


def _service(text: str) -> tuple[str, Read] | None:
    if not any(hint in text for hint in _HINTS):
        return None
    lines = [line for line, _ in _lines_of(text[:_HEAD])]
    for name, is_it, read_lines in SERVICES:
        if is_it(text[:_HEAD], lines):
            return name, read_lines
    return None


def read(text: str) -> Document:
    """Read the hits of a search; never raises."""
    if styles := _styles(text):
        return _cited(text, styles)
    service = _service(text)
    if service is None:
        return Document(text, offsets=range(len(text)))
    name, read_lines = service
    lines = _lines_of(text)
    embedded = (
        EmbeddedRecord(
            "csl-json",
            json.dumps([hit.reference.as_csl()], ensure_ascii=False),
            lines[hit.line][1],
            name,
        )
        for hit in read_lines([line for line, _ in lines])
    )
    return Document(text, embedded=tuple(embedded), offsets=range(len(text)), is_searched=False)


def recognises(text: str) -> bool:
    r"""Return whether a text is copied from a search service, or from its "Cite" pop-up.

    >>> recognises("Works\nRivers\nWater\n2001-03 | Journal article\nDOI: 10.1000/182")
    True
    """
    return bool(_styles(text[:_HEAD])) or _service(text) is not None


CARRIER = Carrier(
    "search-results", "hits copied from a search service", read, recognises=recognises
)
