"""Two-way rules, each alone: what it encodes, and what its inverse decodes from that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from refconv.core.model import Name, Reference
from refconv.core.rules import Rule, TypeRule
from refconv.formats import rules as shared
from refconv.formats.bibtex import rules as bibtex
from refconv.formats.csljson.zotero_note import NOTE_LINES
from refconv.formats.endnote import rules as endnote
from refconv.formats.pubmed.table import PREPRINT
from refconv.formats.registry import FILE_FORMATS
from refconv.formats.ris import rules as ris
from refconv.strategies import references
from refconv.values.pages import ARTICLE_NUMBER

ROE = (Name(family="Roe", given="Kim"),)
EDBOOK = [("ris:TY", "EDBOOK")]
EDITED_BOOK = shared.edited_book("ris:TY", "EDBOOK")
ACCESSION = shared.accession_number("ris:AN:PMID")
BESIDE = shared.accession_number("ris:AN:PMID", has_place=True)
*_, DEGREE, _SUBTYPE = bibtex.rules_for("phdthesis")


def is_rule(rule: object) -> bool:
    return isinstance(rule, Rule | TypeRule)


def case(rule: object, before: dict[str, Any], *others: Any, native: str = "") -> Any:
    """Make a case: a reference, what it is encoded as, and what that is decoded as.

    Without the third, decoding gives the reference back.
    """
    encoded, decoded = others if len(others) > 1 else (*others, before)
    return pytest.param(
        rule, Reference(**before), native, Reference(**encoded), Reference(**decoded),
        id=f"{rule.name}: {before}",  # type: ignore[attr-defined]
    )  # fmt: skip


def article(**values: Any) -> dict[str, Any]:
    return {"type": "article-journal", **values}


def paper(**values: Any) -> dict[str, Any]:
    return {"type": "paper-conference", **values}


CASES = [
    # The round trip is lossless.
    case(EDITED_BOOK, {"type": "book", "editor": ROE, "custom": EDBOOK},
         {"type": "book", "author": ROE, "custom": EDBOOK}),
    case(EDITED_BOOK, {"type": "book", "editor": ROE, "et_al": ["editor"], "custom": EDBOOK},
         {"type": "book", "author": ROE, "et_al": ["author"], "custom": EDBOOK}),
    case(EDITED_BOOK, {"type": "book", "editor": ROE}, {"type": "book", "editor": ROE}),
    case(shared.CONFERENCE_TITLE, paper(container_title="P"),
         paper(container_title="P", event_title="P")),
    case(shared.CONFERENCE_TITLE, paper(container_title="P", event_title="E"),
         paper(container_title="P", event_title="E")),
    case(shared.CONFERENCE_PLACE, paper(publisher_place="P"),
         paper(publisher_place="P", event_place="P")),
    case(ris.KEY, {"id": "a", "citation_key": "b"}, {"id": "a", "citation_key": "b"}),
    case(ris.KEY_OF_CLIENT, {"id": "a"}, {"id": "a", "citation_key": "a"}),
    case(ris.KEY_OF_CLIENT, {"id": "a", "citation_key": "b"}, {"id": "a", "citation_key": "b"}),
    case(bibtex.EDITOR_TYPE, {"director": ROE},
         {"editor": ROE, "custom": [("bibtex:editortype", "director")]}),
    case(bibtex.EDITOR_TYPE, {"director": ROE, "editor": ROE}, {"director": ROE, "editor": ROE}),
    case(bibtex.ADDRESS, {"URL": "https://x.org"}, {"URL": "https://x.org"}),
    # What is decoded is another one; the rule says why.
    case(ARTICLE_NUMBER, article(page="e12"), article(page="e12", number="e12"),
         article(page="e12", number="e12")),
    case(ARTICLE_NUMBER, article(number="7"), article(page="7", number="7"),
         article(page="7", number="7")),
    case(ARTICLE_NUMBER, {"type": "book", "number": "7"}, {"type": "book", "number": "7"}),
    case(shared.SERIAL_TITLE, article(container_title_short="J"),
         article(container_title="J", container_title_short="J"),
         article(container_title="J", container_title_short="J")),
    case(shared.CONFERENCE_TITLE, paper(event_title="E"),
         paper(container_title="E", event_title="E"), paper(container_title="E")),
    case(shared.CONFERENCE_PLACE, paper(event_place="E"),
         paper(publisher_place="E", event_place="E"), paper(publisher_place="E")),
    case(ris.KEY, {"id": "a", "citation_key": "a"}, {"id": "a"}, {"id": "a"}),
    case(shared.FILM_DIRECTOR, {"type": "motion_picture", "author": ROE},
         {"type": "motion_picture", "director": ROE}, {"type": "motion_picture", "director": ROE}),
    case(shared.SONG_COMPOSER, {"type": "song", "composer": ROE}, {"type": "song", "author": ROE},
         {"type": "song", "author": ROE}),
    case(shared.ABBREVIATED_TITLE, article(container_title_short="J"),
         article(container_title_short="J"),
         article(container_title="J", container_title_short="J")),
    case(PREPRINT, {"type": "article"}, {"type": "article"},
         {"type": "article", "genre": "preprint"}),
    case(ACCESSION, article(PMID="accession:12"), article(PMID="accession:12"), article(PMID="12")),
    case(ACCESSION, article(PMID="accession:12", archive="Medline"),
         article(PMID="accession:12", archive="Medline"), article(PMID="12", archive="Medline")),
    case(ACCESSION, article(PMID="accession:12", archive="Scopus"),
         article(PMID="accession:12", archive="Scopus"),
         article(archive="Scopus", archive_location="12")),
    case(ACCESSION, article(archive="Scopus", archive_location="1234"),
         article(PMID="accession:1234", archive="Scopus")),
    # In other types it needs no mark.
    case(ACCESSION, {"archive": "Scopus", "archive_location": "1234"},
         {"archive": "Scopus", "archive_location": "1234"}),
    case(BESIDE, article(archive="Scopus", archive_location="1234", PMID="56789"),
         article(PMID="accession:1234;56789", archive="Scopus")),
    case(BESIDE, article(archive="Scopus", PMID="56789"),
         article(PMID="accession:;56789", archive="Scopus")),
    case(endnote.TYPE_NUMBER, {"custom": [("endnote-xml:ref-type", "17")]}, {}, {},
         native="Journal Article"),
    case(endnote.TYPE_NUMBER, {"custom": [("endnote-xml:ref-type", "99")]},
         {"custom": [("endnote-xml:ref-type", "99")]}, native="Journal Article"),
    case(endnote.ELEMENT_ORDER,
         {"custom": [("endnote-xml:label", "b"), ("endnote-xml:database", "a")]},
         {"custom": [("endnote-xml:database", "a"), ("endnote-xml:label", "b")]},
         {"custom": [("endnote-xml:database", "a"), ("endnote-xml:label", "b")]}),
    case(bibtex.TIDY, {"genre": " a  b "}, {"genre": "a b"}, {"genre": "a b"}),
    case(bibtex.ADDRESS, {"medium": "https://x.org"},
         {"URL": "https://x.org", "custom": [("bibtex:howpublished", "https://x.org")]},
         {"URL": "https://x.org", "custom": [("bibtex:howpublished", "https://x.org")]}),
    case(bibtex.PLACES, paper(custom=[("bibtex:location", "Rome")]),
         paper(publisher_place="Rome"), paper(publisher_place="Rome")),
    case(bibtex.SUBTYPE, {"type": "article-newspaper"},
         {"type": "article-newspaper", "custom": [("bibtex:entrysubtype", "newspaper")]},
         {"type": "article-newspaper", "custom": [("bibtex:entrysubtype", "newspaper")]},
         native="article"),
    case(DEGREE, {"type": "thesis", "genre": "PhD thesis"}, {"type": "thesis"},
         native="phdthesis"),
    case(DEGREE, {"type": "thesis"}, {"type": "thesis", "genre": "Thesis"}, native="phdthesis"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "reference", "native", "encoded", "decoded"), CASES)
def test_a_rule_and_its_inverse(
    rule: Rule | TypeRule, reference: Reference, native: str, encoded: Reference, decoded: Reference
) -> None:
    assert encoded_by(rule, reference, native) == encoded
    assert decoded_by(rule, encoded) == decoded


def encoded_by(rule: Rule | TypeRule, reference: Reference, native: str = "") -> Reference:
    if rule.encode is None or not applies(rule, reference):
        return reference
    if isinstance(rule, TypeRule):
        return rule.encode(reference, native)
    return rule.encode(reference)


def decoded_by(rule: Rule | TypeRule, reference: Reference) -> Reference:
    is_done = rule.decode is None or not applies(rule, reference)
    return reference if is_done or rule.decode is None else rule.decode(reference)


def applies(rule: Rule | TypeRule, reference: Reference) -> bool:
    return not isinstance(rule, Rule) or rule.types is None or reference.type in rule.types


def test_a_type_is_read_from_a_field_if_the_entry_type_is_less_exact() -> None:
    read = Reference(type="article-journal", custom=[("bibtex:entrysubtype", "newspaper")])

    assert decoded_by(bibtex.SUBTYPE, read) == Reference(type="article-newspaper")
    assert decoded_by(bibtex.SUBTYPE, Reference(genre="dataset")) == Reference(type="dataset")


def all_rules() -> Iterator[tuple[str, Any]]:
    seen = set()
    for name, format in FILE_FORMATS.items():
        for table in (format.table, *format.dialects.values()):
            for rule in table.rules:
                if is_rule(rule) and rule not in seen and "keys of custom" not in rule.name:
                    seen.add(rule)
                    yield f"{name} {rule.name}", rule


RULES = [*all_rules()]


# All rules on each reference, since drawing one takes longer than all of them.
@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(reference=references())
def test_encoding_what_was_decoded_is_stable(reference: Reference) -> None:
    for name, rule in RULES:
        once = decoded_by(rule, encoded_by(rule, reference))

        if not isinstance(rule, TypeRule):
            assert decoded_by(rule, encoded_by(rule, once)) == once, name


def test_rules_of_a_table_have_different_names() -> None:
    for format in FILE_FORMATS.values():
        for table in (format.table, *format.dialects.values()):
            names = [rule.name for rule in table.rules]

            assert len({*names}) == len(names)
    assert NOTE_LINES in FILE_FORMATS["csl-json"].dialects["zotero"].rules
