"""Web of Science, tab-delimited: the same records as in plain text."""

from __future__ import annotations

import pytest

from refconv import Code, read
from refconv.formats.sniff import guess

FIELDS = {
    "PT": "J",
    "AU": "Hale, N; Pike, S",
    "AF": "Hale, Nora; Pike, Sam",
    "CA": "Lake Survey",
    "TI": '"Wind" over water',
    "SO": "SEA STUDIES",
    "DT": "Article; Proceedings Paper",
    "C1": "[Hale, Nora; Pike, Sam] Lake Inst, Turku; [Pike, Sam] Sea Inst, Oulu",
    "CR": "Okoro U, 2004, POLAR NOTES, V7; Moreno A, 2005",
    "OI": "Hale, Nora/0000-0002-1825-0097",
    "SN": "0317-8471",
    "EI": "1050-124X",
    "PD": "SUM",
    "PY": "2018",
    "BP": "12",
    "EP": "20",
    "UT": "WOS:000400000000001",
}
PLAIN = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Hale, N
   Pike, S
AF Hale, Nora
   Pike, Sam
CA Lake Survey
TI "Wind" over water
SO SEA STUDIES
DT Article; Proceedings Paper
C1 [Hale, Nora; Pike, Sam] Lake Inst, Turku
   [Pike, Sam] Sea Inst, Oulu
CR Okoro U, 2004, POLAR NOTES, V7
   Moreno A, 2005
OI Hale, Nora/0000-0002-1825-0097
SN 0317-8471
EI 1050-124X
PD SUM
PY 2018
BP 12
EP 20
UT WOS:000400000000001
ER

EF
"""
HEADER = "\t".join(FIELDS)
ROW = "\t".join(FIELDS.values())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\t\n"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_is_read_as_its_lines(end: str, coding: str) -> None:
    text = f"{HEADER}{end}{ROW}{end}"

    found = read(text.encode(coding))

    assert found.format == "wos"
    assert found.references == read(PLAIN, "wos").references
    assert [one for one in found.diagnostics if one.code is not Code.ENCODING] == []


@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_table_of_tags_that_a_spreadsheet_has_saved(mark: str, quote: str) -> None:
    header = mark.join(f"{quote}{tag}{quote}" for tag in FIELDS)
    cells = [cell.replace('"', '""') for cell in FIELDS.values()]
    text = f"{header}\n" + mark.join(f'"{cell}"' for cell in cells) + "\n"

    found = read(text)

    assert (found.format, found.references) == ("wos", read(PLAIN, "wos").references)


def test_columns_that_are_no_tags_are_kept() -> None:
    found = read("AU\tTI\tSO\tpage_count\nHale, N\tIce\tPOLAR NOTES\t9\n")
    (reference,) = found.references

    assert [block.text for block in found.blocks] == ["page_count"]
    assert (reference.title, reference.type) == ("Ice", "article-journal")
    assert reference.custom == (("wos:page_count", "9"),)


def test_rows_of_other_lengths() -> None:
    found = read(f"{HEADER}\n{ROW}\tleft over\n\nB\tHale, N\n\t\t\t\tA title\n{HEADER}\n", "wos")

    assert [str(one.type) for one in found] == ["article-journal", "book", "article-journal"]
    assert [(one.code, one.line) for one in found.diagnostics] == [(Code.STRAY_TEXT, 2)]
    assert [block.text for block in found.blocks] == ["left over"]


def test_a_table_of_tags_is_no_other_table() -> None:
    assert guess(f"{HEADER}\n{ROW}\n") == "wos"
    assert guess("PT\tboats\twere\tfast\n") == "text"
