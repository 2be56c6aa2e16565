"""Idempotent writing: keys of ``custom`` that a field reads, and values that change when read."""

from __future__ import annotations

from typing import Any

import pytest

import refconv
from refconv.core.lens import decode_record, encode_reference
from refconv.core.model import Custom, Reference
from refconv.formats.registry import FILE_FORMATS

# (format; variables and keys of custom of a book, and what they are when written and read again)
CASES: list[tuple[str, dict[str, str], Custom, dict[str, str], Custom]] = [
    ("bibtex", {}, (("bibtex:publisher", "P"),), {"publisher": "P"}, ()),
    ("bibtex", {}, (("bibtex:shelf", "3"),), {}, (("bibtex:shelf", "3"),)),
    ("bibtex", {}, (("csl:x", "3"),), {}, ()),
    ("enw", {}, (("enw:%I", "P"),), {"publisher": "P"}, ()),
    ("enw", {"publisher": "Q"}, (("enw:%I", "P"),), {"publisher": "Q"}, (("enw:%I", "P"),)),
    ("enw", {"publisher": "P"}, (("enw:%I", "P"),), {"publisher": "P"}, ()),
    ("endnote-xml", {}, (("endnote-xml:publisher", "P"),), {"publisher": "P"}, ()),
    ("endnote-xml", {}, (("endnote-xml:caption", "P"),), {}, (("endnote-xml:caption", "P"),)),
]


@pytest.mark.parametrize(("name", "values", "custom", "read_values", "read_custom"), CASES)
def test_a_key_of_custom(
    name: str,
    values: dict[str, str],
    custom: Custom,
    read_values: dict[str, str],
    read_custom: Custom,
) -> None:
    format = FILE_FORMATS[name]
    reference = Reference(type="book", id="a").changed(custom=custom, **values)

    record = encode_reference(format.table, reference, format.carry).record
    back, _ = decode_record(format.table, record)

    assert back == Reference(type="book", id="a").changed(custom=read_custom, **read_values)
    assert encode_reference(format.table, back, format.carry).record == record


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
