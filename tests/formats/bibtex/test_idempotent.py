"""What is written is read as the same again."""

from __future__ import annotations

from typing import Any

import pytest

import refconv

VALUES = [
    # A literal date without its control character is a date.
    ({"issued": refconv.Date(literal="19\x0199")}, {"issued": refconv.Date.of("1999")}),
    ({"keyword": ("a,b", "c;d")}, None),
    ({"DOI": "https://doi.org/10.1000/182"}, {"DOI": "10.1000/182"}),
]


@pytest.mark.parametrize(("values", "expected"), VALUES)
def test_values_are_written_as_they_are_read(
    values: dict[str, Any], expected: dict[str, Any] | None
) -> None:
    reference = refconv.Reference(type="book", id="x").changed(**values)

    written = refconv.write([reference], "bibtex")
    read = refconv.read(written.text, "bibtex")

    assert refconv.write(read, "bibtex").text == written.text
    for name, value in (expected or {}).items():
        assert getattr(read.references[0], name) == value
