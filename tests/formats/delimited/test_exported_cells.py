"""Cells as programs write them."""

from __future__ import annotations

import pytest

from refconv.formats.delimited.exported_cells import clean_cell, fields_of_cell

CLEANED = [
    ("", "Title", "Food &amp; Function", "Food & Function"),
    ("", "Authors", "['Hale, Nora', \"O'Hale, Sam\"]", "Hale, Nora; O'Hale, Sam"),
    ("", "Authors", "[Hale, Nora]", "[Hale, Nora]"),
    ("", "Title", "['a', 'b']", "['a', 'b']"),
    ("", "Pages", "pp. 12-20", "12-20"),
    ("", "Pages", "S. 12", "12"),
    ("", "Pages", "S12-S20", "S12-S20"),
    ("", "Pages", "e12", "e12"),
    ("", "Year", "0", ""),
    ("", "Volume", "0", "0"),
    ("publish-or-perish", "Volume", "0", ""),
    ("pubmed", "Title", "Wind over water.", "Wind over water"),
    ("zotero", "Note", "<p>One</p><p>two &amp; three</p>", "One\ntwo & three\n"),
    ("openoffice", "Type", "7", "journal article"),
    ("openoffice", "Type", "99", "99"),
]


@pytest.mark.parametrize(("exporter", "key", "cell", "cleaned"), CLEANED)
def test_a_cell_is_cleaned(exporter: str, key: str, cell: str, cleaned: str) -> None:
    assert clean_cell(exporter, key, cell) == cleaned


FIELDS = [
    ("Title", "A title", [("Title", "A title")]),
    ("Extra", "PMID: 21312131\nRead it", [("PMID", "21312131"), ("Note", "Read it")]),
    ("Extra", "tex.mood: calm", [("Note", "tex.mood: calm")]),
    ("Glued Authors", "Nora HaleSam McPike", [("Authors", "Nora Hale; Sam McPike")]),
    ("URL", "http://a.org; http://b.org", [("URL", "http://a.org"), ("URL", "http://b.org")]),
    ("arXiv ID", "arXiv:2101.00001", [("Archive", "arXiv"), ("Accession Number", "2101.00001")]),
]


@pytest.mark.parametrize(("key", "text", "fields"), FIELDS)
def test_fields_of_a_cell(key: str, text: str, fields: list[tuple[str, str]]) -> None:
    assert [*fields_of_cell(key, text)] == fields
