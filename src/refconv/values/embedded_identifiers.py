"""Identifiers that stand in other texts: ``PMID: 23431234`` in a note, an arXiv number in a URL.

Mendeley, EndNote, Embase, Cochrane and Google Scholar write them there. What is taken out of a text
leaves the rest of it as it was.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference
from refconv.core.rules import Rule
from refconv.values.identifiers import bare_doi

ARXIV_FORM = r"(?:\d{4}\.\d{4,5}|[a-z][a-z-]{1,16}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?"
_CLASS = r"(?:\s?\[(?P<kind>[a-z-]{2,10}(?:\.[A-Za-z-]{2,10})?)\])?"

_ARXIV_NAMED = lazy_pattern(
    rf"(?:arXiv|ArXiv|ARXIV)(?:[ .,]{{0,2}}(?:e-?prints?|preprint))?[ ,:]{{0,3}}(?:arXiv:\s?)?"
    rf"(?P<id>{ARXIV_FORM}){_CLASS}"
)


_RESOLVER = r"https?://(?:dx\.)?doi\.org/"
_LABELLED = tuple(
    (kind, lazy_pattern(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("PMID", r"(?:PMID|PubMed(?:[ -]?ID)?)\s?[:=]?\s?(?P<id>[1-9]\d{4,7})"),
        ("PMCID", r"PMC(?:ID)?\s?[:=]?\s?(?:PMC)?\s?(?P<id>\d{4,9})"),
        ("DOI", rf"(?:{_RESOLVER}|doi\s?[:=]?\s?)(?P<id>10\.\d{{4,9}}/[^\s;]{{1,200}})"),
    )
)
_SEPARATORS = lazy_pattern(r"(\n+|;\s?|,\s(?=[A-Za-z]{3,6}\s?:))")
_BRACKETED = lazy_pattern(r"\[([^\[\]]*)\]|\(([^()]*)\)")
_LONGEST = 4000


class Embedded(NamedTuple):
    """The identifiers that were taken out of a text, by kind, and what is left of it."""

    found: dict[str, str]
    rest: str


def take_identifiers(text: str) -> Embedded:
    """Take the labelled identifiers out of a text in which they stand alone between separators.

    >>> take_identifiers("Epub 2013; PMID: 23431234")
    Embedded(found={'PMID': '23431234'}, rest='Epub 2013')
    """
    if len(text) > _LONGEST or not _MAY_HOLD.search(text):
        return Embedded({}, text)
    found: dict[str, str] = {}
    kept: list[str] = []
    parts = _SEPARATORS.split(text)
    for place in range(0, len(parts), 2):
        kind, match = _labelled(parts[place].strip(" \t."))
        if match is None or kind in found:
            kept += [parts[place - 1]] * bool(kept and place) + [parts[place]]
            continue
        found[kind] = f"PMC{match['id']}" if kind == "PMCID" else match["id"]
        if kind == "arXiv" and match["kind"]:
            found["class"] = match["kind"]
    return Embedded(found, "".join(kept).strip() if found else text)


def _labelled(part: str) -> tuple[str, re.Match[str] | None]:
    """Return the kind of the identifier that a text is, and its match."""
    if (bracketed := _BRACKETED.fullmatch(part)) is not None:
        part = bracketed[1] or bracketed[2] or ""
    for kind, pattern in _LABELLED:
        if (match := pattern.fullmatch(part)) is not None:
            return kind, match
    return "arXiv", _ARXIV_NAMED.fullmatch(part)


_MAY_HOLD = lazy_pattern(r"pmid|pubmed|pmc|doi|arxiv", re.IGNORECASE)


# ── rules ─────────────────────────────────────────────────────────────────────────────────────────


def _of_note(reference: Reference) -> Reference:
    if not reference.note:
        return reference
    found, rest = take_identifiers(reference.note)
    changed: dict[str, str] = {}
    for kind in ("PMID", "PMCID", "DOI"):
        if kind not in found:
            continue
        value, given = found[kind], getattr(reference, kind)
        if kind == "DOI":
            value = bare_doi(value) or value
        if given and given.casefold() != value.casefold():
            return reference
        changed[kind] = given or value
    if number := found.get("arXiv"):
        if reference.archive_location not in ("", number) or reference.archive not in ("", "arXiv"):
            return reference
        changed |= {"archive": "arXiv", "archive_location": number}
        changed["archive_collection"] = reference.archive_collection or found.get("class", "")
    return reference.changed(note=rest, **changed) if changed else reference


IDENTIFIERS_IN_NOTES = Rule(
    "identifiers in the note", _of_note, _of_note, needs=frozenset({"note"})
)
"""It is its own inverse: a note that is read has none that its variable can hold."""

_ARXIV_NUMBER = lazy_pattern(rf"(?P<id>{ARXIV_FORM}){_CLASS}")
_ARXIV_VOLUME = lazy_pattern(rf"abs/(?P<id>{ARXIV_FORM})")
_ARXIV_URL = lazy_pattern(
    rf"https?://(?:www\.|[a-z]{{2}}\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/"
    rf"(?P<id>{ARXIV_FORM})(?:\.pdf)?/?"
)
_ARXIV_DOI = lazy_pattern(rf"10\.48550/arXiv\.(?P<id>{ARXIV_FORM})", re.IGNORECASE)


def _with_arxiv(reference: Reference) -> Reference:
    if reference.archive.casefold() not in ("", "arxiv"):
        return reference
    if number := reference.archive_location:
        match = _ARXIV_NUMBER.fullmatch(number)
        if match is None or (reference.archive == "arXiv" and match["kind"] is None):
            return reference
        kind = reference.archive_collection or match["kind"] or ""
        return reference.changed(
            archive="arXiv", archive_location=match["id"], archive_collection=kind
        )
    given = reference.given()
    match = None
    for name, firsts, pattern in _PLACES:
        if name not in given or (text := given[name])[0] not in firsts:
            continue
        if (match := pattern.fullmatch(text.strip())) is not None:
            break
    if match is None:
        return reference
    collection = reference.archive_collection or match.groupdict().get("kind") or ""
    return reference.changed(
        archive="arXiv", archive_location=match["id"], archive_collection=collection
    )


_SPACE = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
# With the first characters of what each pattern matches, which are quicker to compare.
_PLACES = tuple(
    (name, frozenset(firsts + _SPACE), pattern)
    for name, firsts, pattern in (
        ("container_title", "aA", _ARXIV_NAMED),
        ("volume", "a", _ARXIV_VOLUME),
        ("number", "aA", _ARXIV_NAMED),
        ("page", "aA", _ARXIV_NAMED),
        ("URL", "h", _ARXIV_URL),
        ("DOI", "1", _ARXIV_DOI),
    )
)

ARXIV_ELSEWHERE = Rule(
    "arXiv number of a journal, volume or address",
    _with_arxiv,
    _with_arxiv,
    needs=frozenset({"archive_location", *(name for name, _, _ in _PLACES)}),
)
"""It is its own inverse: what the number was read from stays."""
