"""A field of MARC."""

from __future__ import annotations

import pytest

from refconv.formats.marc.marc_field import MarcField, clean

CLEANED = [
    ("On things /", "On things"),
    ("London :", "London"),
    ("Bell, Ann,", "Bell, Ann"),
    ("Hale, N. K.,", "Hale, N. K."),
    ("Plants =", "Plants"),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_isbd_punctuation(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_a_field_as_text() -> None:
    field = MarcField("245", "10", (("a", "On moss /"), ("c", "Hale.")), 3)

    assert field.text() == "$a On moss / $c Hale."
    assert (field.first("a"), field.first("b")) == ("On moss", "")
    assert MarcField("001", "", (("", "123"),), 1).text() == "123"
