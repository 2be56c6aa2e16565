"""The two-way rules of RIS, in order."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from refconv.core.fields import Record, types
from refconv.core.model import Reference
from refconv.core.rules import AnyRule, RecordRule, Rule
from refconv.formats import rules as shared
from refconv.formats.reference_managers import CITATION_KEY
from refconv.formats.ris.agreement import BY_RECORD
from refconv.formats.ris.zotero_types import AS_READ, READ_TYPE_LINE, TYPE_LINE, is_podcast
from refconv.values.attachments import link_rule
from refconv.values.embedded_identifiers import ARXIV_ELSEWHERE, IDENTIFIERS_IN_NOTES
from refconv.values.other_addresses import other_addresses
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


KEY = Rule(
    "citation key that is the id", _encode_key, _decode_key, needs=frozenset({"citation_key"})
)
"""A citation key is written beside the id only if it is another one."""


def _with_id_as_key(reference: Reference) -> Reference:
    if reference.citation_key or not reference.id or "://" in reference.id:
        return reference
    return Reference.unchecked(**reference.given(), citation_key=reference.id)


KEY_OF_CLIENT = Rule("id as the citation key", _with_id_as_key, _decode_key)
"""Zotero and EndNote do not show the id, but a citation key (M2 and LB)."""

_PUBMED_IN_C3 = re.compile(r"(?:\A|[,;]\s?)PUBMED\s(?P<id>\d{4,8})(?=\Z|[,;])")
_EMBASE = re.compile(r"embase", re.IGNORECASE)


def _with_pmid(reference: Reference) -> Reference:
    """Read PubMed's number of Embase's C5, and of Cochrane's C3, which is kept if it has more."""
    if reference.PMID or not reference.custom:
        return reference
    custom = dict(reference.custom)
    c3, c5 = custom.get("ris:C3"), custom.get("ris:C5")
    if isinstance(c5, str) and _is_of_embase(reference, custom) and c5.isdecimal():
        kept = tuple(entry for entry in reference.custom if entry != ("ris:C5", c5))
        return reference.changed(PMID=c5, custom=kept)
    if isinstance(c3, str) and (match := _PUBMED_IN_C3.search(c3)) is not None:
        kept = tuple(entry for entry in reference.custom if entry != ("ris:C3", match[0]))
        return reference.changed(PMID=match["id"], custom=kept)
    return reference


def _is_of_embase(reference: Reference, custom: Mapping[str, object]) -> bool:
    texts = (reference.archive, reference.URL, str(custom.get("ris:DB", "")))
    return any(map(_EMBASE.search, texts))


NUMBERS_OF_DATABASES = Rule(
    "PubMed's number in fields of Embase and Cochrane",
    decode=_with_pmid,
    needs=frozenset({"custom"}),
)
"""One-way: it is written where other readers look for it."""

ACCESSION_NUMBER = shared.accession_number("ris:AN:PMID", has_place=True)

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
    link_rule("ris:L1"),
    other_addresses("ris:UR"),
    IDENTIFIERS_IN_NOTES,
    ARXIV_ELSEWHERE,
    NUMBERS_OF_DATABASES,
    ACCESSION_NUMBER,
    BY_RECORD,
    READ_TYPE_LINE,
)
"""What Zotero and EndNote both read; the first rule is encoded first and decoded last."""

_host_as_director = shared.moved_names("host", "director")

HOST = Rule(
    "host of a podcast as its first name",
    encode=lambda reference: _host_as_director(reference) if is_podcast(reference) else reference,
    types=types("broadcast"),
    needs=frozenset({"host"}),
)
"""Zotero has the host of a podcast where a film has its director."""


def _with_place(reference: Reference) -> Reference:
    if reference.publisher_place or not reference.event_place:
        return reference
    return reference.changed(publisher_place=reference.event_place, event_place="")


PLACE = Rule(
    "place of an event as the publisher's",
    encode=_with_place,
    types=types("motion_picture", "song", "speech"),
    needs=frozenset({"event_place"}),
)
"""Zotero has one place for these, and writes it as the event's into CSL-JSON."""

_FOR_ZOTERO: Mapping[AnyRule, AnyRule] = {
    ACCESSION_NUMBER: evolve(ACCESSION_NUMBER, encode=None),
    # It shows the title of the proceedings and the name of the conference, each in its own field.
    shared.CONFERENCE_TITLE: evolve(shared.CONFERENCE_TITLE, encode=None),
    shared.CONFERENCE_PLACE: evolve(shared.CONFERENCE_PLACE, encode=None),
    READ_TYPE_LINE: TYPE_LINE,
}


def _with_line_of_no_year(record: Record, _reference: Reference) -> Record:
    if ("PY", shared.NO_YEAR) not in record.fields:
        return record
    fields = (pair for pair in record.fields if pair != ("PY", shared.NO_YEAR))
    return evolve(record, fields=(*fields, ("M2", f"Date: {shared.NO_YEAR}")))


YEAR_LINE = RecordRule("line of Extra with a year of zeros", encode=_with_line_of_no_year)
"""One-way: Zotero reads no such year."""

RULES_FOR_ZOTERO = (
    shared.CONFERENCE_NAME,
    shared.YEAR_OF_NO_DATE,
    YEAR_LINE,
    HOST,
    PLACE,
    *(_FOR_ZOTERO.get(rule, rule) for rule in RULES),
    AS_READ,
)
"""The same for Zotero, where PubMed's number stands in Extra and AN is any database's."""
