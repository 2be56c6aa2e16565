"""Names of columns: which column a heading is, and which rows are headers."""

from __future__ import annotations

import re

import pytest

from refconv.formats.column_names import COLUMNS, MARK, column_of, folded, recognises

HEADINGS = [
    ("Title", "Title"),
    ("ARTICLE TITLE", "Title"),
    ("Titre de l'article", "Title"),
    ("Título", "Title"),
    ("Author(s)", "Authors"),
    ("Author/s", "Authors"),
    ("author_names", "Authors"),
    ("Author full names", "Author Full Names"),
    ("Source title", "Publication Title"),
    ("Journal/Book", "Publication Title"),
    ("Art. No.", "Number"),
    ("PubYear", "Year"),
    ("Año", "Year"),
    ("Année", "Year"),
    ("Erscheinungsjahr", "Year"),
    ("Schlüsselwörter", "Keywords"),
    ("Mots-clés", "Keywords"),
    ("ISBN/ISSN", "ISBN"),
    ("UT (Unique WOS ID)", "Accession Number"),
    ("Date Added", None),
    ("Status", None),
    ("", None),
    ("题名", "Title"),
    ("Author-作者", "Authors"),
    ("心情", None),
]


@pytest.mark.parametrize(("heading", "column"), HEADINGS)
def test_a_heading_names_a_column(heading: str, column: str | None) -> None:
    found = column_of(heading)

    assert (found.column if found is not None else None) == column


def test_every_column_is_named_by_its_own_heading() -> None:
    columns = {known.column for known in COLUMNS.values()}

    assert {column: COLUMNS[folded(column)].column for column in columns} == {
        column: column for column in columns
    }


ROWS = [
    ("Title,Authors,Mood", True),
    ("Titel;Autor;Jahr", True),
    ("PMID,Title,Citation", True),
    ("a,b", False),
    ("Title", False),
    ("Title,Title", False),
    ("Volume,Issue,Pages", False),
    (f"Title,Authors,{'x' * 501}", False),
]


@pytest.mark.parametrize(("row", "is_header"), ROWS)
def test_a_header_has_two_columns_one_of_which_every_table_has(row: str, is_header: bool) -> None:
    assert recognises(re.split("[,;]", row)) is is_header


MARKED = [
    "Title,Authors\n",
    '\ufeff"Title";"Year"\r\n',
    "sep=;\nTitel;Autor;Jahr\n",
    "*Journal Article\nAuthor\tYear\tTitle\n",
    "题名,作者,刊名,年\n",
    '"About the data: 2020"\nRank,DOI,Title\n',
]
UNMARKED = [
    "DOI\n10.1000/a\n",
    "Title\nAuthors\n",
    "A title, a year, and no more.\n",
    "a,b\n1,2\n",
    "x\n" * 5 + "Title,Authors\n",
]


def test_the_mark_of_a_table() -> None:
    mark = re.compile(MARK, re.MULTILINE)

    assert [text for text in MARKED if mark.match(text) is None] == []
    assert [text for text in UNMARKED if mark.match(text) is not None] == []


@pytest.mark.parametrize(
    "text", ["\n" * 50_000, "a," * 50_000, "title " * 15_000, " " * 99_000, ("title," * 300) * 50]
)
def test_the_mark_takes_little_time(text: str) -> None:
    # (Matched in every way, it would take longer than anyone waits.)
    re.compile(MARK, re.MULTILINE).match(text)
