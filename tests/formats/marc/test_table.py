"""What the rows of the table of MARC 21 do not show."""

from __future__ import annotations

import pytest

import refconv
from refconv import Date
from tests.formats.marc.example import record

DATES = [
    ("1998.", "1998"),
    ("[1998?]", "1998?"),
    ("c2004", "2004"),
    ("©2004.", "2004"),
    ("1998, c1997", "1998"),
    ("1998-2001", "1998/2001"),
    ("March 1998", "1998-03"),
]


@pytest.mark.parametrize(("text", "edtf"), DATES)
def test_dates(text: str, edtf: str) -> None:
    (reference,) = refconv.read(record(f"260  \x1fc{text}"), "marc").references

    assert reference.issued == Date.from_edtf(edtf)


def test_the_fixed_data_has_what_no_other_field_has() -> None:
    fixed = "008010203s1998    enka     b    001 0 eng d"
    (reference,) = refconv.read(record(fixed, "24510\x1faA"), "marc").references

    assert (reference.issued, reference.language) == (Date.on(1998), "en")
    (reference,) = refconv.read(record(fixed, "260  \x1fc1999", "0410 \x1fager"), "marc").references
    assert (reference.issued, reference.language) == (Date.on(1999), "de")
