"""What EndNote stores of one record."""

from __future__ import annotations

import pytest

from refconv.clients.endnote.endnote_record import EndNoteRecord, stored_name


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [
        ("Roe, Ann", "Roe", "Ann"),
        ("Roe, A. B., Jr.", "Roe", "A. B., Jr."),
        ("van der Berg, Jo", "van der Berg", "Jo"),
        ("Ann Roe", "Roe", "Ann"),
        ("Plato", "Plato", None),
        ("World Bank,", "World Bank", None),
        ("Acme,, Inc.", "Acme, Inc.", None),
    ],
)
def test_names(text: str, last: str, first: str | None) -> None:
    assert stored_name(text) == ("", last, first)


def test_a_record_has_no_empty_values() -> None:
    assert EndNoteRecord("BOOK", {"Title": [" A "], "Year": [" "]}).fields == {"Title": ("A",)}
