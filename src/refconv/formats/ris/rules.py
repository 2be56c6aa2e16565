"""The two-way rules of RIS, in order."""

from __future__ import annotations

from refconv.core.model import Reference
from refconv.core.rules import AnyRule, Rule
from refconv.formats import rules as shared
from refconv.formats.reference_managers import CITATION_KEY
from refconv.formats.ris.agreement import BY_RECORD
from refconv.values.pages import ARTICLE_NUMBER
from refconv.values.standard_numbers import misplaced_numbers


def _encode_key(reference: Reference) -> Reference:
    if not reference.citation_key:
        return reference
    (keys,) = CITATION_KEY.encode(reference.citation_key)
    return reference.changed(citation_key="".join(key for key in keys if key != reference.id))


def _decode_key(reference: Reference) -> Reference:
    if not reference.citation_key or reference.citation_key != reference.id:
        return reference
    return reference.changed(citation_key="")


KEY = Rule("citation key that is the id", _encode_key, _decode_key)
"""A citation key is written beside the id only if it is another one."""

KEY_OF_CLIENT = Rule(
    "id as the citation key",
    lambda reference: reference.changed(citation_key=reference.citation_key or reference.id),
    _decode_key,
)
"""Zotero and EndNote do not show the id, but a citation key (M2 and LB)."""

RULES: tuple[AnyRule, ...] = (
    ARTICLE_NUMBER,
    KEY,
    misplaced_numbers(("ris:SN", "ris:SN:ISSN", "ris:SN:ISBN", "ris:SN:digits")),
    shared.SERIAL_TITLE,
    shared.FILM_DIRECTOR,
    shared.SONG_COMPOSER,
    shared.CONFERENCE_TITLE,
    shared.CONFERENCE_PLACE,
    shared.edited_book("ris:TY", "EDBOOK"),
    shared.accession_number("ris:AN:PMID"),
    BY_RECORD,
)
"""What Zotero and EndNote both read; the first rule is encoded first and decoded last."""
