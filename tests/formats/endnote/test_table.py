"""EndNote's table: which generic field holds which variable, for which types."""

from __future__ import annotations

import pytest

import refconv
from refconv import Date, ItemType, Reference
from refconv.core.fields import Codec
from refconv.formats.endnote import ENW
from refconv.formats.endnote.generic_fields import FIELDS, PATHS, TAGS
from refconv.formats.endnote.table import aliases, rows
from refconv.values.inverted_names import NAMES
from refconv.values.line_codecs import NOTES

ROWS = rows(TAGS, str, NAMES, NOTES)


def key_of(kind: str, variable: str) -> str:
    """Return the first key of a variable in a type; empty if it has no field."""
    fields = ENW.table.fields_for(ItemType(kind))
    return next((row.keys[0] for row in fields if row.variable == variable), "")


# (type, variable, tag of the import format)
KEYS = [
    ("article-journal", "author", "%A"),
    ("motion_picture", "director", "%A"),
    ("book", "editor", "%Y"),
    ("chapter", "editor", "%E"),
    ("book", "collection-editor", "%E"),
    ("chapter", "collection-editor", "%Y"),
    ("song", "performer", "%E"),
    ("motion_picture", "performer", "%1"),
    ("article-journal", "container-title", "%J"),
    ("chapter", "container-title", "%B"),
    ("paper-conference", "container-title", "%3"),
    ("paper-conference", "event-title", "%B"),
    ("book", "collection-title", "%B"),
    ("chapter", "collection-title", "%S"),
    ("thesis", "number-of-pages", "%P"),
    ("article-journal", "page", "%P"),
    ("webpage", "accessed", "%["),
    ("article-journal", "ISSN", "%@:ISSN"),
    ("book", "ISBN", "%@:ISBN"),
    ("report", "number", "%@"),
    ("article-journal", "available-date", "%7:date"),
    ("software", "version", "%7"),
    ("patent", "jurisdiction", "%3"),
    ("article-journal", "scale", ""),
]


@pytest.mark.parametrize(("kind", "variable", "key"), KEYS)
def test_variables_and_keys(kind: str, variable: str, key: str) -> None:
    assert key_of(kind, variable) == key


def test_rows_have_the_order_and_the_keys_of_the_fields() -> None:
    order = [tag for tag, _ in FIELDS.values()]
    places = [order.index(TAGS.name_of(row.keys[0])) for row in ROWS]

    assert places == sorted(places)
    for row, other in zip(ROWS, rows(PATHS, str, NAMES, NOTES), strict=True):
        assert (row.variable, row.types, len(row.keys)) == (
            other.variable,
            other.types,
            len(other.keys),
        )


def test_texts_and_names_are_written_by_the_codecs_of_the_format() -> None:
    names = Codec(NAMES.decode, NAMES.encode)
    found = {row.variable: row for row in rows(TAGS, str.upper, names, NOTES)}

    assert found["author"].codec is names
    assert found["note"].codec is NOTES
    assert found["title"].codec.encode("a") == (("A",),)


@pytest.mark.parametrize(
    ("key", "of", "kind"),
    [
        ("%B", "%J", "article-journal"),
        ("%J", "%B", "chapter"),
        ("%J", "%3", "paper-conference"),
        ("%S", "%B", "book"),
        ("%M:PMCID", "%2:PMCID", "article-journal"),
    ],
)
def test_keys_that_are_read_as_others(key: str, of: str, kind: str) -> None:
    assert [
        alias
        for alias in aliases(TAGS)
        if (alias.key, alias.of) == (key, of)
        and (alias.types is None or ItemType(kind) in alias.types)
    ]


def test_no_key_is_an_alias_of_itself() -> None:
    # In XML both fields are the same element.
    assert ("titles/secondary-title", "titles/secondary-title") not in {
        (alias.key, alias.of) for alias in aliases(PATHS)
    }


def one(text: str) -> Reference:
    (reference,) = refconv.read(text, "enw").references
    return reference


@pytest.mark.parametrize(
    ("lines", "variable", "value"),
    [
        ("%0 Book\n%E Series, Editor\n%B Series", "collection_editor", "Series, Editor"),
        ("%0 Book\n%Y Book, Editor", "editor", "Book, Editor"),
        ("%0 Edited Book\n%A Book, Editor", "editor", "Book, Editor"),
        ("%0 Book\n%? Trans, Lator", "translator", "Trans, Lator"),
        ("%0 Book Section\n%E Book, Editor\n%B Book", "editor", "Book, Editor"),
        ("%0 Book Section\n%Y Series, Editor\n%S Series", "collection_editor", "Series, Editor"),
        ("%0 Film or Broadcast\n%A Direc, Tor", "director", "Direc, Tor"),
        ("%0 Personal Communication\n%E Reci, Pient", "recipient", "Reci, Pient"),
    ],
)
def test_names_in_the_types(lines: str, variable: str, value: str) -> None:
    (name,) = getattr(one(lines), variable)

    assert str(name) == value


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("%0 Book\n%B Series", "collection_title", "Series"),
        ("%0 Book\n%S Series", "collection_title", "Series"),
        ("%0 Book\n%P xii, 327", "number_of_pages", "xii, 327"),
        ("%0 Book\n%@ 978-3-16-148410-0", "ISBN", "978-3-16-148410-0"),
        ("%0 Book Section\n%J Book", "container_title", "Book"),
        ("%0 Journal Article\n%B Journal", "container_title", "Journal"),
        ("%0 Conference Proceedings\n%B Meeting", "container_title", "Meeting"),
        ("%0 Conference Paper\n%C Rome", "publisher_place", "Rome"),
        ("%0 Thesis\n%I University\n%9 PhD thesis", "genre", "PhD thesis"),
        ("%0 Report\n%@ TR-17", "number", "TR-17"),
        ("%0 Computer Program\n%7 2.1", "version", "2.1"),
        ("%0 Web Page\n%[ 2015/03/04", "accessed", Date.on(2015, 3, 4)),
        ("%0 Web Page\n%V 2015\n%N Mar 4", "accessed", Date.on(2015, 3, 4)),
        ("%0 Book\n%[ 20151028", "accessed", Date.on(2015, 10, 28)),
        ("%0 Journal Article\n%7 2015/03/04", "available_date", Date.on(2015, 3, 4)),
        ("%0 Book\n%D in press", "issued", Date(literal="in press")),
        ("%0 Book\n%D 2009-05-01", "issued", Date.on(2009, 5, 1)),
        ("%0 Journal Article\n%M 12345678\n%~ CINAHL", "PMID", ""),
        ("%0 Journal Article\n%M 12345678\n%~ Medline", "PMID", "12345678"),
        ("%0 Journal Article\n%M WOS:000200148", "archive_location", "WOS:000200148"),
        ("%0 journal article\n%T A", "type", "article-journal"),
        ("%0 Interview\n%T A", "type", "interview"),
    ],
)
def test_fields_in_the_types(line: str, variable: str, value: object) -> None:
    assert getattr(one(line), variable) == value
