"""The table of MODS: which element holds which variable."""

from __future__ import annotations

import pytest

import refconv
from refconv import Date, ItemType, Name, Reference
from refconv.formats.mods.table import KINDS, RESOURCES, ROLES
from tests.formats.mods.records import HOST, MODS, one


def test_an_article() -> None:
    read = refconv.read(MODS, "mods")

    assert read.diagnostics == ()
    assert read.references == (
        Reference(
            type="article-journal",
            id="curie1898",
            title="The growth: a note",
            author=(
                Name(family="Curie", given="Marie", orcid="0000-0002-1825-0097"),
                Name(literal="Academy of Sciences"),
            ),
            contributor=(Name(family="Roe", given="Richard"),),
            container_title="Comptes rendus",
            container_title_short="C. R.",
            issued="1898-07-18",
            volume="126",
            issue="3",
            page="1101-1103",
            ISSN="0001-4036",
            DOI="10.1000/rays",
            URL="https://example.org/",
            accessed="2024-06-01",
            language="fr",
            abstract="Two lines.",
            keyword=("Radium--Paris",),
            custom=(
                ("mods:titleInfo:translated", "Das Wachstum"),
                ("mods:genre", "journal article"),
                ("mods:recordInfo/recordIdentifier", "42"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("content", "variable", "value"),
    [
        ("<name><namePart>Roe, Richard</namePart></name>", "author", "Roe, Richard"),
        (
            "<name type='personal'><namePart type='family'>King</namePart><namePart"
            " type='termsOfAddress'>Jr.</namePart><role><roleTerm>edt</roleTerm></role></name>",
            "editor",
            "King, Jr.",
        ),
        (HOST.format("<name><namePart>Roe, R.</namePart></name>"), "container_author", "Roe, R."),
    ],
)
def test_names(content: str, variable: str, value: str) -> None:
    (name,) = getattr(one(content), variable)

    assert str(name) == value


@pytest.mark.parametrize(
    ("content", "variable", "value"),
    [
        ("<part><detail type='page'><number>e17</number></detail></part>", "page", "e17"),
        ("<originInfo><dateIssued>2001</dateIssued></originInfo>", "issued", Date.on(2001)),
        ("<identifier type='isbn'>978-3-16-148410-0</identifier>", "ISBN", "978-3-16-148410-0"),
        ("<note>One</note><note>Two</note>", "note", "One\n\nTwo"),
        (
            "<relatedItem type='series'><titleInfo><title>S</title></titleInfo></relatedItem>",
            "collection_title",
            "S",
        ),
        (
            "<originInfo><place><placeTerm type='code'>gw</placeTerm></place>"
            "<place><placeTerm type='text'>Bonn</placeTerm></place></originInfo>",
            "publisher_place",
            "Bonn",
        ),
    ],
)
def test_elements_and_variables(content: str, variable: str, value: object) -> None:
    assert getattr(one(content), variable) == value


@pytest.mark.parametrize(
    ("genre", "kind"),
    [
        ("journal article", "article-journal"),
        ("journalarticle", "article-journal"),
        ("edited book", "book"),
        ("ph.d. thesis", "thesis"),
        ("legal case and case notes", "legal_case"),
        ("picture", "graphic"),
    ],
)
def test_genres(genre: str, kind: str) -> None:
    assert KINDS[genre] == kind


def test_all_resources_are_types() -> None:
    assert {*RESOURCES.values()} <= {str(kind) for kind in ItemType}


@pytest.mark.parametrize(
    ("term", "role"), [("aut", "author"), ("", "author"), ("edt", "editor"), ("rcp", "recipient")]
)
def test_roles(term: str, role: str) -> None:
    assert ROLES[term] == role


NAME = "<name><namePart>Roe, Kim</namePart><role><roleTerm>{}</roleTerm></role></name>"


@pytest.mark.parametrize(
    ("term", "variable"),
    [
        ("http://id.loc.gov/vocabulary/relators/edt", "editor"),
        ("Hrsg.", "editor"),
        ("Verfasser", "author"),
        ("degree supervisor", "contributor"),
        ("nrt", "narrator"),
    ],
)
def test_roles_of_catalogues(term: str, variable: str) -> None:
    (reference,) = refconv.read(f"<mods>{NAME.format(term)}</mods>", "mods").references

    assert getattr(reference, variable) == (Name(family="Roe", given="Kim"),)


TITLE = "<titleInfo{}><title>{}</title></titleInfo>"


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (TITLE.format(' type="translated"', "A"), {"title": "A"}),
        (TITLE.format(' type="uniform"', "A"), {"title": "A"}),
        (
            TITLE.format("", "A") + TITLE.format(' type="abbreviated"', "B"),
            {"title": "A", "title_short": "B"},
        ),
        (
            f"<relatedItem type='original'>{TITLE.format('', 'A')}<originInfo><publisher>P"
            "</publisher><dateIssued>1898</dateIssued></originInfo></relatedItem>",
            {"original_title": "A", "original_publisher": "P", "title": ""},
        ),
        (
            f"<relatedItem type='reviewOf'>{TITLE.format('', 'A')}</relatedItem>",
            {"reviewed_title": "A"},
        ),
    ],
)
def test_titles_of_kinds_and_of_related_items(content: str, values: dict[str, str]) -> None:
    (reference,) = refconv.read(f"<mods>{content}</mods>", "mods").references

    assert {name: getattr(reference, name) for name in values} == values
