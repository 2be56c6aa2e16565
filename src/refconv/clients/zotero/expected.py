"""What Zotero ought to hold of a reference: its variables' places in an item."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from refconv.clients.same_values import note_text
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.schema import is_among, table_rows

_NAMES_OF_VARIABLES: Mapping[str, str] = {
    "container-title-short": "journalAbbreviation",
    "part": "part-number",
}
"""Zotero's names of variables that refconv names otherwise."""

_OWN: Mapping[tuple[str, str], str] = {
    # Without a CSL variable; the formats read these fields as the variables here.
    ("publisher", "patent"): "assignee",
    ("jurisdiction", "patent"): "country",
    ("language", "computerProgram"): "programmingLanguage",
    # Zotero writes performers as authors, and composers as composers; RIS has both as authors.
    ("performer", "audioRecording"): "performer",
    ("author", "audioRecording"): "composer",
    ("edition", "bill"): "session",
    ("edition", "hearing"): "session",
    ("edition", "statute"): "session",
    ("container-title", "hearing"): "committee",
}


@cache
def places(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the fields and roles of an item type, by the variable that they hold.

    >>> places("thesis")["publisher"], places("patent")["author"]
    (('university',), ('inventor',))
    """
    found: dict[str, tuple[str, ...]] = {}
    for variable, place, kinds in table_rows("csl_places"):
        if is_among(kind, kinds):
            found[variable] = (*found.get(variable, ()), place)
    for name, zotero in _NAMES_OF_VARIABLES.items():
        if zotero in found:
            found[name] = found[zotero]
    for (variable, of), place in _OWN.items():
        if of == kind:
            found[variable] = (*found.get(variable, ()), place)
    return found


@cache
def csl_type(kind: str) -> str:
    """Return the CSL type of an item type.

    >>> csl_type("videoRecording"), csl_type("preprint")
    ('motion_picture', 'article')
    """
    return _csl_types()[kind]


@cache
def _csl_types() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("csl_types_of_items")}


def said(item: ZoteroItem) -> str:
    """Return the text of an item's notes and lines of Extra."""
    return "\n".join([*map(note_text, item.notes), *map(note_text, item.extra)])
