"""The two-way rules of EndNote's formats, in order."""

from __future__ import annotations

from attrs import evolve

from refconv.core.model import Reference
from refconv.core.rules import AnyRule, Rule, TypeRule
from refconv.formats import rules as shared
from refconv.formats.endnote.generic_fields import PATHS
from refconv.formats.endnote.paths import NUMBER, TYPE, carry, number_of, rank
from refconv.formats.endnote.zotero_records import OF_ZOTERO, PROGRAM_NAME
from refconv.values.attachments import link_rule
from refconv.values.embedded_identifiers import ARXIV_ELSEWHERE, IDENTIFIERS_IN_NOTES
from refconv.values.other_addresses import other_addresses
from refconv.values.pages import ARTICLE_NUMBER
from refconv.values.standard_numbers import misplaced_numbers


def rules(type_key: str, accession_key: str, number_key: str) -> tuple[AnyRule, ...]:
    """Return the rules of a format.

    Args:
        type_key: The key of ``custom`` that keeps a native type.
        number_key: The key of ``custom`` for ISSNs and ISBNs.
        accession_key: The key of ``custom`` for an accession number that is not PubMed's.
    """
    return (
        shared.edited_book(type_key, "Edited Book"),
        ARTICLE_NUMBER,
        misplaced_numbers(f"{number_key}{kind}" for kind in ("", ":ISSN", ":ISBN", ":digits")),
        shared.SERIAL_TITLE,
        shared.FILM_DIRECTOR,
        shared.SONG_COMPOSER,
        shared.CONFERENCE_TITLE,
        shared.CONFERENCE_PLACE,
        IDENTIFIERS_IN_NOTES,
        ARXIV_ELSEWHERE,
        shared.accession_number(accession_key),
    )


def _without_number(reference: Reference, native: str) -> Reference:
    places = [i for i, (key, _) in enumerate(reference.custom) if key == f"endnote-xml:{NUMBER}"]
    if places and carry(NUMBER, reference.custom[places[0]][1]) not in (None, number_of(native)):
        del places[0]
    if not places:
        return reference
    custom = (pair for i, pair in enumerate(reference.custom) if i not in places)
    return reference.changed(custom=custom)


TYPE_NUMBER = TypeRule("number of a type", encode=_without_number, needs=frozenset({"custom"}))
"""XML has a number beside the type's name. One-way: numbers that the name implies are left out, and
those after the first.
"""


def _in_order(reference: Reference) -> Reference:
    def place(pair: tuple[str, object]) -> tuple[int, int]:
        prefix, _, key = pair[0].partition(":")
        return rank(PATHS.name_of(key)) if prefix == "endnote-xml" else (0, 0)

    custom = tuple(sorted(reference.custom, key=place))
    return reference if custom == reference.custom else reference.changed(custom=custom)


ELEMENT_ORDER = Rule("order of the elements", encode=_in_order, needs=frozenset({"custom"}))
"""EndNote's document type has its elements in a fixed order. One-way: keys of ``custom`` are read
in that order.
"""

ENW_RULES = (
    link_rule("enw:%>"),
    *rules("enw:%0", "enw:%M:PMID", "enw:%@"),
    other_addresses("enw:%U"),
)
XML_RULES = (
    TYPE_NUMBER,
    link_rule("endnote-xml:urls/pdf-urls/url"),
    *rules(f"endnote-xml:{TYPE}", "endnote-xml:accession-num:PMID", "endnote-xml:isbn"),
    other_addresses("endnote-xml:urls/related-urls/url"),
    ELEMENT_ORDER,
    OF_ZOTERO,
)

_WITHOUT_SECOND = (shared.CONFERENCE_TITLE, shared.CONFERENCE_PLACE)
XML_RULES_FOR_ZOTERO = (
    shared.CONFERENCE_NAME,
    *(evolve(rule, encode=None) if rule in _WITHOUT_SECOND else rule for rule in XML_RULES),
    shared.YEAR_OF_NO_DATE,
    PROGRAM_NAME,
)
"""Zotero shows the title of the proceedings and the name of the conference, each in its field."""
