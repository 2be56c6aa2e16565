"""How Zotero reads names in EndNote XML."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.endnote_names import divided_name


@pytest.mark.parametrize(
    ("name", "last", "first"),
    [
        ("Doe, Jane", "Doe", "Jane"),
        ("Doe, Jane, Jr.", "Doe", "Jane"),
        ("Doe, J. A.", "Doe", "J. A."),
        ("Doe, J.A.", "Doe", "J. A."),
        ("Doe, JA", "Doe", "J. A."),
        ("Doe, K K Ann", "Doe", "K. K. Ann"),
        ("DOE, JANE", "DOE", "JANE"),
        ("DOE, JA", "DOE", "JA"),
        ("Acme, Inc.", "Acme", "Inc"),
        ("Acme Corp,", "Acme Corp", ""),
        ("van der Berg, Jan", "van der Berg", "Jan"),
        ("Jane Doe", "Jane Doe", ""),
    ],
)
def test_names(name: str, last: str, first: str) -> None:
    assert divided_name(name) == (last, first)


def test_a_name_without_comma_is_divided_at_its_last_space() -> None:
    assert divided_name("Ann B. Roe", has_comma=False) == ("Roe", "Ann B.")
