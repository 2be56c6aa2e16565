"""Names of cells, however they are separated; and rows/csv.txt has the other codecs."""

from __future__ import annotations

import pytest

from refconv.formats.delimited.cell_codecs import names_by_commas, names_of

NAMES = [
    ("Hale, Nora", ["Hale, Nora"]),
    ("Hale, Nora; Pike, Sam", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, Nora; Pike, Sam; ", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, N.;Pike, S.", ["Hale, N.", "Pike, S."]),
    ("Hale N.; Pike S.", ["Hale, N.", "Pike, S."]),
    ("Hale N., Pike S.", ["Hale, N.", "Pike, S."]),
    ("Hale N., Pike S., Okoro U.", ["Hale, N.", "Pike, S.", "Okoro, U."]),
    ("N. Hale; S. Pike", ["Hale, N.", "Pike, S."]),
    ("N. Hale, S. Pike", ["Hale, N.", "Pike, S."]),
    ("Nora Hale; Sam Pike", ["Hale, Nora", "Pike, Sam"]),
    ("Nora Hale|Sam Pike", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, Nora||Pike, Sam", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, Nora//Pike, Sam", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, Nora\nPike, Sam", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, Nora and Pike, Sam and Okoro, Uche", ["Hale, Nora", "Pike, Sam", "Okoro, Uche"]),
    ("Hale, Nora & Pike, Sam", ["Hale, Nora", "Pike, Sam"]),
    ("Hale, Nora (57190000001); Pike, Sam (57190000002)", ["Hale, Nora", "Pike, Sam"]),
    ("García Márquez, Gabriel José", ["García Márquez, Gabriel José"]),
    ("King, Martin, Jr.", ["King, Martin, Jr."]),
    ("World Health Organization", ["World Health Organization"]),
    ("Ministry of Lakes,, Rivers and Seas", ["Ministry of Lakes, Rivers and Seas"]),
    ("N. Hale; S. Pike; and U. Okoro", ["Hale, N.", "Pike, S.", "Okoro, U."]),
    ("Smith, J., Jones, K. & Brown, L.", ["Smith, J.", "Jones, K.", "Brown, L."]),
    ("Plato", ["Plato"]),
    ("王伟;李娜", ["王, 伟", "李, 娜"]),
    (";", []),
]


@pytest.mark.parametrize(("cell", "names"), NAMES)
def test_names(cell: str, names: list[str]) -> None:
    assert [*map(str, names_of(cell).names)] == names


def test_an_orcid_behind_a_name() -> None:
    orcid = "0000-0002-1825-0097"
    names = names_of(f"Hale, Nora [{orcid}]; Pike, Sam (https://orcid.org/{orcid})").names

    assert [(name.family, name.orcid) for name in names] == [("Hale", orcid), ("Pike", orcid)]


BY_COMMAS = [
    ("Hale N, Pike S", ["Hale, N.", "Pike, S."]),
    ("N Hale, S Pike", ["Hale, N.", "Pike, S."]),
    ("Nora Hale, Sam Pike", ["Hale, Nora", "Pike, Sam"]),
    ("Hale N, Pike S; Lake Survey.", ["Hale, N.", "Pike, S.", "Lake Survey"]),
    ("Hale, Nora; Pike, Sam", ["Hale, Nora", "Pike, Sam"]),
]


@pytest.mark.parametrize(("cell", "names"), BY_COMMAS)
def test_names_that_commas_separate(cell: str, names: list[str]) -> None:
    assert [*map(str, names_by_commas(cell).names)] == names


@pytest.mark.parametrize("cell", ["Hale, Nora; et al.", "Hale, Nora; …", "Hale, Nora, et al."])
def test_an_incomplete_list(cell: str) -> None:
    found = names_of(cell)

    assert [*map(str, found.names)] == ["Hale, Nora"]
    assert found.et_al
