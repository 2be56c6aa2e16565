"""Two-way rules that several formats share.

RIS and EndNote's formats have the same fields, for they come from the same programs. Sources: *RIS
Format Specifications*, 2011; EndNote's manual, "Reference Types"; what Zotero and EndNote read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from refconv.core.fields import types
from refconv.core.model import Date, Reference
from refconv.core.rules import Rule
from refconv.formats.reference_managers import (
    ACCESSION,
    ARTICLES,
    CONFERENCE,
    FILMS,
    SERIALS,
    accession_of,
    marked,
)


def moved_names(source: str, target: str) -> Callable[[Reference], Reference]:
    """Return a function that makes names those of another role, unless it has names already.

    That their list is incomplete goes with them.
    """

    def move(reference: Reference) -> Reference:
        names = getattr(reference, source)
        if not names or getattr(reference, target):
            return reference
        et_al = {target if name == source else name for name in reference.et_al}
        return reference.changed(**{target: names, source: ()}, et_al=et_al)

    return move


# ── journals ──────────────────────────────────────────────────────────────────────────────────────


def _titled(reference: Reference) -> Reference:
    if reference.container_title or not reference.container_title_short:
        return reference
    return reference.changed(container_title=reference.container_title_short)


_SHORT = frozenset({"container_title_short"})

SERIAL_TITLE = Rule(
    "journal known by its abbreviation alone", _titled, _titled, SERIALS, needs=_SHORT
)
"""Zotero and EndNote show no abbreviation without a title. Both are read as the abbreviation, which
is a loss: the title was not given.
"""

ABBREVIATED_TITLE = Rule("container known by its abbreviation alone", decode=_titled, needs=_SHORT)
"""The same for formats that are only read."""

# ── films and songs ───────────────────────────────────────────────────────────────────────────────

FILM_DIRECTOR = Rule(
    "author of a film as its director",
    encode=moved_names("author", "director"),
    types=FILMS,
    needs=frozenset({"author"}),
)
"""A film's first names are read as its director's. One-way: an author becomes the director."""

_VIDEOS = frozenset(
    {
        ("bibtex:@type", "video"),
        ("ris:TY", "VIDEO"),
        ("ris:TY", "MULTI"),
        ("endnote-xml:ref-type@name", "Audiovisual Material"),
    }
)
OF_NO_TYPE = ("ris:TY", "GEN")
"""Zotero reads such a record as an article, although it writes others so, as preprints."""

OF_VIDEOS = frozenset({"ISBN", "collection_title", "number_of_volumes", "volume"})
"""What shows Zotero a video recording among the films of CSL-JSON."""


def is_video(reference: Reference) -> bool:
    """Return whether a film is what Zotero calls a video recording.

    >>> is_video(Reference("motion_picture", custom=(("ris:TY", "VIDEO"),)))
    True
    """
    return reference.type == "motion_picture" and shows_video(reference)


def shows_video(reference: Reference) -> bool:
    """Return whether a reference has what makes a film a video recording."""
    kept = ((key, raw) for key, raw in reference.custom if isinstance(raw, str))
    return not (_VIDEOS.isdisjoint(kept) and reference.given().keys().isdisjoint(OF_VIDEOS))


SONG_COMPOSER = Rule(
    "composer of a song as its author",
    encode=moved_names("composer", "author"),
    types=types("song"),
    needs=frozenset({"composer"}),
)
"""A recording's first names are read as its author's. One-way: a composer becomes the author."""

SONG_PERFORMER = Rule(
    "performer of a song as its author",
    encode=moved_names("performer", "author"),
    types=types("song"),
    needs=frozenset({"performer"}),
)
"""For BibTeX, which has nobody but authors: Zotero reads them as the performers. One-way."""

# ── conferences ───────────────────────────────────────────────────────────────────────────────────


def _both_titles(reference: Reference) -> Reference:
    title, event = reference.container_title, reference.event_title
    if bool(title) == bool(event):
        return reference
    return reference.changed(container_title=title or event, event_title=event or title)


def _one_title(reference: Reference) -> Reference:
    event = reference.event_title
    if not event or reference.container_title not in ("", event):
        return reference
    return reference.changed(container_title=event, event_title="")


CONFERENCE_TITLE = Rule(
    "title of a conference in both its fields",
    _both_titles,
    _one_title,
    CONFERENCE,
    needs=frozenset({"container_title", "event_title"}),
)
"""EndNote shows the conference's name, Zotero the proceedings' title. If there is only one, or both
are alike, it is decoded as the title of the proceedings.
"""


_NAMES_OF_CONFERENCES = frozenset(
    {("ris:TY", "CONF"), ("endnote-xml:ref-type@name", "Conference Proceedings")}
)


def _as_event(reference: Reference) -> Reference:
    kept = ((key, raw) for key, raw in reference.custom if isinstance(raw, str))
    if reference.event_title or _NAMES_OF_CONFERENCES.isdisjoint(kept):
        return reference
    return reference.changed(event_title=reference.container_title, container_title="")


CONFERENCE_NAME = Rule(
    "title of a conference that Zotero had as its name",
    encode=_as_event,
    types=CONFERENCE,
    needs=frozenset({"container_title", "custom"}),
)
"""Zotero writes it so that others show it as the title of the proceedings. The type is kept for it.
"""


def _both_places(reference: Reference) -> Reference:
    place, event = reference.publisher_place, reference.event_place
    if bool(place) == bool(event):
        return reference
    return reference.changed(publisher_place=place or event, event_place=event or place)


def _one_place(reference: Reference) -> Reference:
    event = reference.event_place
    if not event or reference.publisher_place not in ("", event):
        return reference
    return reference.changed(publisher_place=event, event_place="")


CONFERENCE_PLACE = Rule(
    "place of a conference in both its fields",
    _both_places,
    _one_place,
    CONFERENCE,
    needs=frozenset({"publisher_place", "event_place"}),
)
"""EndNote shows the conference's place, Zotero the publisher's; as :data:`CONFERENCE_TITLE`."""

# ── dates ─────────────────────────────────────────────────────────────────────────────────────────

NO_YEAR = "0000"
_KEYS_OF_NO_YEAR = frozenset({("bibtex:year", NO_YEAR), ("bibtex:date", NO_YEAR)})


def _with_no_year(reference: Reference) -> Reference:
    if reference.issued or _KEYS_OF_NO_YEAR.isdisjoint(
        (key, raw) for key, raw in reference.custom if isinstance(raw, str)
    ):
        return reference
    return reference.changed(issued=Date(literal=NO_YEAR))


YEAR_OF_NO_DATE = Rule(
    "year that Zotero writes for a text", encode=_with_no_year, needs=frozenset({"custom"})
)
"""Zotero shows it as the date: what it has written so is the same in any of its formats."""

# ── edited books ──────────────────────────────────────────────────────────────────────────────────


def edited_book(type_key: str, native: str) -> Rule:
    """Return the rule of a type of books that has its editors where others have their authors.

    Args:
        type_key: The key of ``custom`` that keeps the native type.
        native: That type.
    """
    encode, decode = moved_names("editor", "author"), moved_names("author", "editor")
    kept = (type_key, native)
    return Rule(
        "editors of an edited book as its authors",
        lambda reference: encode(reference) if kept in reference.custom else reference,
        lambda reference: decode(reference) if kept in reference.custom else reference,
        types("book"),
        needs=frozenset({"custom"}),
    )


# ── accession numbers ─────────────────────────────────────────────────────────────────────────────

# Databases whose accession numbers are PubMed's.
_PUBMED = re.compile(r"pubmed|medline|\bpmc\b|\bnlm\b|\bncbi\b", re.IGNORECASE)
# What readers take for a number of PubMed's.
_DIGITS = re.compile(r"\d{4,8}", re.ASCII)


def accession_number(key: str, *, has_place: bool = False) -> Rule:
    """Return the rule of an accession number, which is PubMed's unless the database is another one.

    Args:
        key: The key of ``custom`` for the accession number of another database, if there is one in
            ``archive_location`` already.
        has_place: Whether the codec of PubMed's number has a second place for it
            (:func:`~refconv.formats.reference_managers.marked`).
    """

    def decode(reference: Reference) -> Reference:
        if not reference.PMID.startswith(ACCESSION):
            return reference
        number, pmid = accession_of(reference.PMID)
        is_pubmed = not reference.archive or _PUBMED.search(reference.archive) is not None
        if not pmid and is_pubmed:
            return reference.changed(PMID=number)
        if not number or number == pmid:
            return reference.changed(PMID=pmid)
        if reference.archive_location:
            return reference.changed(PMID=pmid, custom=(*reference.custom, (key, number)))
        return reference.changed(PMID=pmid, archive_location=number)

    def encode(reference: Reference) -> Reference:
        archive, number = reference.archive, reference.archive_location
        if not archive or _PUBMED.search(archive):
            return reference
        digits = number if _DIGITS.fullmatch(number) else ""
        pmid = reference.PMID if _DIGITS.fullmatch(reference.PMID) else ""
        if not (digits or pmid) or pmid != reference.PMID or (pmid and not has_place):
            return reference
        place = "" if digits else number
        return reference.changed(PMID=marked(digits, pmid), archive_location=place)

    # In other types the number of an archive may be of digits alone.
    needs = frozenset({"PMID", "archive"})
    return Rule("accession number of PubMed", encode, decode, ARTICLES, needs)
