"""Headers: where they stand, what separates the cells, and whose table it is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from refconv.formats.delimited.headers import EXPORTERS, find_header
from tests.formats.examples import inputs_of

PLACES = [
    ("Title,Year\nA,1\n", ",", 0, ["Title", "Year"]),
    ("\n\nTitle\tYear\nA\t1\n", "\t", 2, ["Title", "Year"]),
    ("sep=|\nTitle|Year\n", "|", 6, ["Title", "Year"]),
    ('"About, the; data"\n\nTitle;Authors\n', ";", 20, ["Title", "Authors"]),
    ("*Book\nTitle\tAuthor\n", "\t", 6, ["Title", "Authors"]),
    # The separator with which most headings are known.
    ("Title;Authors, all;Year\n", ";", 0, ["Title", "", "Year"]),
    ("Title,Year,,\n", ",", 0, ["Title", "Year"]),
]


@pytest.mark.parametrize(("text", "delimiter", "start", "columns"), PLACES)
def test_a_header_is_found(text: str, delimiter: str, start: int, columns: list[str]) -> None:
    header = find_header(text)

    assert header is not None
    assert (header.delimiter, header.start) == (delimiter, start)
    assert [column.column for column in header.columns] == columns


def test_a_header_that_is_not_known_is_the_first_row() -> None:
    header = find_header("\na;b\n1;2\n")

    assert header is not None
    assert (header.delimiter, header.start, header.end) == (";", 1, 5)


@pytest.mark.parametrize("text", ["", "\n\n", "sep=;\n"])
def test_a_text_without_a_row_has_no_header(text: str) -> None:
    assert find_header(text) is None


def test_the_type_of_all_references_stands_before_the_header() -> None:
    header = find_header("*Journal Article\nAuthor\tTitle\n")

    assert header is not None
    assert header.kind == "Journal Article"


def test_the_examples_show_every_program() -> None:
    headers = [find_header(text) for text in inputs_of("csv")]
    found = {header.exporter for header in headers if header is not None}

    assert {one.name for one in EXPORTERS} - found == set()


MEANINGS: Mapping[str, Mapping[str, str]] = {
    "Title,Authors,Source": {"Source": "Publication Title"},
    "Title,Journal,Source": {"Source": "Archive"},
    "Title,Volume,Number": {"Number": "Issue"},
    "Title,Volume,Issue,Number": {"Number": "Number"},
    "Title,Contributors": {"Contributors": "Authors"},
    "Title,Authors,Contributors": {"Contributors": "Contributors"},
}


@pytest.mark.parametrize("text", MEANINGS)
def test_what_a_heading_means_beside_others(text: str) -> None:
    header = find_header(text)

    assert header is not None
    assert MEANINGS[text].items() <= {one.name: one.column for one in header.columns}.items()


def test_row_numbers_of_r_have_no_heading() -> None:
    header = find_header('"Title","Year"\n"1","A",2004\n"2","B",2005\n')

    assert header is not None
    assert [column.column for column in header.columns] == ["", "Title", "Year"]


SEPARATED = [
    ("Title,Authors\nA,Nora Hale\n", False),
    ('Title,Authors\nA,"N Hale, S Pike"\n', True),
    ('Title,Authors\nA,"Hale, Nora"\nB,"Hale, Nora; Pike, Sam"\n', False),
    ('Title,Authors,Other Fields\nA,"Hale, Nora"\n', False),
]


@pytest.mark.parametrize(("text", "is_by_commas"), SEPARATED)
def test_commas_separate_authors_where_nothing_else_does(text: str, is_by_commas: bool) -> None:
    header = find_header(text)

    assert header is not None
    assert header.is_by_commas is is_by_commas
