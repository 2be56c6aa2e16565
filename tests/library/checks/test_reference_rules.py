"""Rules about references: what is a fault, what is sound, and what a repair changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from refconv.core.model import Date, Name, Reference
from refconv.library.checks import reference_rules as rules
from refconv.library.checks.reference_rules import Fault, Library

ROE, HALE = Name(family="Roe", given="Jo"), Name(family="Hale", given="Ann")
CheckRule = Callable[[Reference], Iterator[Fault]]

FAULTS: list[tuple[CheckRule, Reference, dict[str, Any] | None]] = [
    (rules.missing_fields, Reference(type="webpage", title="Ice"), None),
    (rules.invalid_dois, Reference(DOI="1000/182"), None),
    (rules.doi_forms, Reference(DOI="doi:10.1000/182."), {"DOI": "10.1000/182"}),
    (rules.dois_in_urls, Reference(URL="http://dx.doi.org/10.1000/182"), {"DOI": "10.1000/182"}),
    (rules.identifiers_of("ISBN"), Reference(ISBN="978-3-16-148410-1"), None),
    (rules.identifiers_of("PMID"), Reference(PMID="PMC1"), None),
    (
        rules.orcids,
        Reference(author=[Name(family="Roe", orcid="https://orcid.org/0000-0002-1825-0097")]),
        {"author": (Name(family="Roe", orcid="0000-0002-1825-0097"),)},
    ),
    (rules.orcids, Reference(translator=[Name(family="Roe", orcid="0000")]), None),
    (rules.impossible_dates, Reference(issued=Date(literal="2021-02-30")), None),
    (rules.impossible_dates, Reference(issued=Date(literal="31.31.2004")), None),
    (rules.impossible_dates, Reference(issued="2004/2001"), None),
    (rules.impossible_dates, Reference(issued="2004-05/2004-03"), None),
    (rules.impossible_dates, Reference(issued=2168), None),
    (rules.impossible_dates, Reference(accessed="1980-01-01"), None),
    (rules.page_ranges, Reference(page="152-145"), None),
    (rules.page_ranges, Reference(page="1-9, 20-12"), None),
    (rules.page_ranges, Reference(page="S20-S12"), None),
    (
        rules.capital_titles,
        Reference(title="RIVERS UNDER <i>NORTHERN</i> ICE"),
        {"title": "Rivers under northern ice"},
    ),
    (
        rules.capital_names,
        Reference(author=[Name(family="O'NEIL-STONE", given="JOAN K."), ROE]),
        {"author": (Name(family="O'Neil-Stone", given="Joan K."), ROE)},
    ),
    (
        rules.others,
        Reference(author=[ROE, Name(family="others")]),
        {"author": (ROE,), "et_al": frozenset({"author"})},
    ),
    (rules.others, Reference(editor=[Name(literal="et al."), ROE]), None),
    (rules.others, Reference(author=[Name(literal="and others")]), None),
    (rules.others, Reference(author=[Name(family="Al", given="Et."), ROE]), None),
    (rules.broken_urls, Reference(URL="www.example.org/ice"), None),
    (rules.broken_urls, Reference(URL="htp://example.org"), None),
    (rules.broken_urls, Reference(URL="http:/example.org"), None),
    (rules.broken_urls, Reference(URL="http://example"), None),
    (rules.broken_urls, Reference(URL="https://example.org/a b"), None),
    (rules.broken_urls, Reference(URL="an address"), None),
    (rules.html_entities, Reference(title="Ice &amp; snow"), {"title": "Ice & snow"}),
    (rules.html_entities, Reference(publisher="M&uuml;ller"), {"publisher": "Müller"}),
    (rules.html_entities, Reference(title="a &lt; b"), None),
    (rules.mojibake, Reference(title="ZÃ¼rich â€“ Ã–l"), {"title": "Zürich – Öl"}),
]

SOUND: list[tuple[CheckRule, Reference]] = [
    (rules.invalid_dois, Reference(DOI="10.1000/a(b)<c>")),
    (rules.doi_forms, Reference(DOI="10.1000/182")),
    (rules.dois_in_urls, Reference(URL="https://doi.org/10.1000/182", DOI="10.1000/182")),
    (rules.dois_in_urls, Reference(URL="https://example.org/10.1000/182")),
    (rules.identifiers_of("ISBN"), Reference(ISBN="978-3-16-148410-0 (print)")),
    (rules.orcids, Reference(author=[Name(family="Roe", orcid="0000-0002-1825-0097")])),
    (rules.impossible_dates, Reference(issued=Date(literal="in press"))),
    (rules.impossible_dates, Reference(issued=Date(literal="1998-2000, reprinted 2004"))),
    (rules.impossible_dates, Reference(issued="-0043", accessed="2001")),
    (rules.impossible_dates, Reference(issued="2004-11/2005-02")),
    (rules.impossible_dates, Reference(issued="2004/2004-05")),
    (rules.impossible_dates, Reference(issued="2004/..")),
    (rules.page_ranges, Reference(page="145-52")),
    (rules.page_ranges, Reference(page="e12-4")),
    (rules.page_ranges, Reference(page="A20-B12")),
    (rules.page_ranges, Reference(page="LL16-04")),
    (rules.page_ranges, Reference(page="12-1 - 12-9")),
    (rules.page_ranges, Reference(page="xii-x")),
    (rules.capital_titles, Reference(title="NASA, ESA, JAXA")),
    (rules.capital_titles, Reference(title="DNA and RNA")),
    (rules.capital_titles, Reference(title="中文 题目 一 二 三 四")),
    (rules.capital_names, Reference(author=[Name(family="NG", given="B."), Name(literal="NASA")])),
    (rules.capital_names, Reference(author=[Name(family="UNESCO"), HALE])),
    (rules.capital_names, Reference(author=[Name(family="DeLONG", given="J.")])),
    (rules.others, Reference(author=[Name(family="Al", given="Etta"), ROE])),
    (rules.others, Reference(author=[ROE], et_al=["author"])),
    (rules.broken_urls, Reference(URL="https://user@example.org:80/a?b#c")),
    (rules.broken_urls, Reference(URL="http://localhost/x https://example.org")),
    (rules.broken_urls, Reference(URL="http://[2001:db8::1]/")),
    (rules.broken_urls, Reference(URL="http://例え.jp/値")),
    (rules.broken_urls, Reference(URL="urn:nbn:de:101:1-2")),
    (rules.broken_urls, Reference(URL="<Go to ISI>://WOS:000200148800014")),
    (rules.broken_urls, Reference(URL="internal-pdf://123/a.pdf")),
    (rules.html_entities, Reference(title="R&D; or &nothing; at all")),
    (rules.html_entities, Reference(URL="https://example.org/?a=1&copy=2")),
    (rules.mojibake, Reference(title="SÃO PAULO, Âge, naïve")),
]


@pytest.mark.parametrize(("rule", "reference", "changes"), FAULTS)
def test_a_fault_and_what_repairs_it(
    rule: CheckRule, reference: Reference, changes: dict[str, Any] | None
) -> None:
    faults = [*rule(reference)]

    assert [fault.changes for fault in faults] == [changes]
    if changes is not None:
        assert [*rule(reference.changed(**changes))] == []


@pytest.mark.parametrize(("rule", "reference"), SOUND)
def test_sound_references_are_no_faults(rule: CheckRule, reference: Reference) -> None:
    assert [*rule(reference)] == []


def test_a_message_names_the_person_and_the_place() -> None:
    reference = Reference(editor=[Name(family="Roe", orcid="0000")])

    (fault,) = rules.orcids(reference)

    assert fault == Fault("editor", {"value": "0000", "person": "Roe"}, None)


KEYS = [
    ("csl-json", ["a", "A", "a", "b"], [(2, "aa")]),
    ("bibtex", ["a", "A", "a", "b"], [(1, "Aa"), (2, "ab")]),
    ("bibtex", ["", ""], []),
]


@pytest.mark.parametrize(("format", "ids", "renamed"), KEYS)
def test_duplicate_keys(format: str, ids: list[str], renamed: list[tuple[int, str]]) -> None:
    library = Library([Reference(id=key) for key in ids], format)

    found = [(place, (fault.changes or {})["id"]) for place, fault in rules.duplicate_keys(library)]

    assert found == renamed


def test_missing_keys_are_those_of_bibtex() -> None:
    some = [Reference(title="On ice"), Reference(id="ICE"), Reference(id="x")]

    assert [*rules.missing_keys(Library(some, "ris"))] == []
    assert [fault.changes for _, fault in rules.missing_keys(Library(some, "biblatex"))] == [
        {"id": "icea"}
    ]
