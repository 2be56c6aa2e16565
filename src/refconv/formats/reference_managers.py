"""What RIS and EndNote's formats share, since both are made for reference managers.

Groups of item types, and what one variable says about another: put right before writing and after
reading.
"""

from __future__ import annotations

import re
from typing import Any

from refconv.clients.zotero_extra import unlabelled
from refconv.core.fields import types
from refconv.core.model import ItemType, Reference
from refconv.values.combinators import first_of, idempotent
from refconv.values.pages import with_article_number

FILMS = types("motion_picture", "broadcast")
"""Types whose first names are a director's."""

CONFERENCE = types("paper-conference")
SERIALS = types("article-journal", "article-magazine", "article-newspaper")
ARTICLES = SERIALS | types("article", "periodical")
BOOKS = types("book", "classic", "pamphlet")
PARTS = types("chapter", "entry-dictionary", "entry-encyclopedia") | CONFERENCE
IN_SERIES = BOOKS | types("report", "software", "map")
"""Types whose second title is the series."""

NUMBERED = types("report", "patent", "standard")
LEGAL = types("bill", "hearing", "legal_case", "legislation", "regulation")
THESIS, PATENT, CHAPTER = types("thesis"), types("patent"), types("chapter")

CITATION_KEY = idempotent(first_of(unlabelled("citation key")))

ACCESSION = "accession:"
"""What stands before a number until it is known that the accession number is PubMed's."""


def unmarked(pmid: str) -> str:
    """Return a number without the mark of accession numbers."""
    return pmid.removeprefix(ACCESSION)


def _moved(reference: Reference, source: str, target: str) -> Reference:
    """Move names, with the fact that their list is incomplete, to another role."""
    et_al = {target if name == source else name for name in reference.et_al}
    return reference.changed(**{target: getattr(reference, source), source: ()}, et_al=et_al)


def _is_edited_book(reference: Reference) -> bool:
    """Return whether the type is EDBOOK, whose AU is the editor."""
    return reference.type == ItemType.BOOK and ("ris:TY", "EDBOOK") in reference.custom


# Databases whose accession numbers are PubMed's.
_PUBMED = re.compile(r"pubmed|medline|\bpmc\b|\bnlm\b|\bncbi\b", re.IGNORECASE)


def without_accession_mark(reference: Reference, key: str) -> Reference:
    """Return the reference with a marked accession number as its PMID, or under ``key``.

    It is PubMed's unless the reference names another database; then ``custom`` keeps it.
    """
    if not reference.PMID.startswith(ACCESSION):
        return reference
    number = unmarked(reference.PMID)
    if reference.archive and not _PUBMED.search(reference.archive):
        return reference.changed(PMID="", custom=(*reference.custom, (key, number)))
    return reference.changed(PMID=number)


def before_writing(reference: Reference) -> Reference:
    """Fill the tags that one client or the other shows from what the reference has."""
    reference = with_article_number(reference)
    if reference.citation_key:
        (keys,) = CITATION_KEY.encode(reference.citation_key)
        reference = reference.changed(
            citation_key="".join(key for key in keys if key != reference.id)
        )
    if reference.type in SERIALS and not reference.container_title:
        reference = reference.changed(container_title=reference.container_title_short)
    if reference.type in FILMS and reference.author and not reference.director:
        reference = _moved(reference, "author", "director")
    if reference.type == ItemType.SONG and reference.composer and not reference.author:
        reference = _moved(reference, "composer", "author")
    if reference.type in CONFERENCE:
        reference = reference.changed(
            event_title=reference.event_title or reference.container_title,
            container_title=reference.container_title or reference.event_title,
            event_place=reference.event_place or reference.publisher_place,
            publisher_place=reference.publisher_place or reference.event_place,
        )
    if _is_edited_book(reference) and reference.editor and not reference.author:
        reference = _moved(reference, "editor", "author")
    return reference


def with_key(reference: Reference) -> Reference:
    """Prepare a reference for a client that shows its key in a field of its own."""
    reference = before_writing(reference)
    return reference.changed(citation_key=reference.citation_key or reference.id)


def after_reading(reference: Reference) -> Reference:
    """Take back what :func:`before_writing` adds, and see the journal in its abbreviation."""
    reference = with_article_number(without_accession_mark(reference, "ris:AN:PMID"))
    changes: dict[str, Any] = {}
    if reference.type in SERIALS and not reference.container_title:
        changes["container_title"] = reference.container_title_short
    if reference.type in CONFERENCE:
        title, place = reference.container_title, reference.publisher_place
        if title in ("", reference.event_title):
            changes |= {"container_title": reference.event_title, "event_title": ""}
        if place in ("", reference.event_place):
            changes |= {"publisher_place": reference.event_place, "event_place": ""}
    if reference.citation_key and reference.citation_key == reference.id:
        changes["citation_key"] = ""
    if changes and any(value != getattr(reference, name) for name, value in changes.items()):
        reference = reference.changed(**changes)
    if _is_edited_book(reference) and reference.author and not reference.editor:
        reference = _moved(reference, "author", "editor")
    return reference
