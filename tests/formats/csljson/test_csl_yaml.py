"""CSL-YAML: what differs from CSL-JSON. The rows of its table are in ``rows/csl-yaml.txt``."""

from __future__ import annotations

import pytest

import refconv
from refconv import Date, Name

DATES = [
    ("{year: 2018, month: March, day: 5}", "2018-03-05"),
    ("[{year: 2018, month: 3}, {year: 2018, month: 5}]", "2018-03/2018-05"),
    ("[{year: 2018, circa: true}]", "2018~"),
    ('{date-parts: [["2018", "3"]]}', "2018-03"),
    ("1988/", "1988/"),
    ("2018-3-5", "2018-03-05"),
    ("20180305", "2018-03-05"),
]


def item(lines: str) -> refconv.Reference:
    (reference,) = refconv.read(f"- id: a\n  type: book\n  {lines}\n", "csl-yaml").references
    return reference


@pytest.mark.parametrize(("text", "edtf"), DATES)
def test_dates(text: str, edtf: str) -> None:
    assert item(f"issued: {text}").issued == Date.from_edtf(edtf)


def test_a_date_in_words_that_is_none() -> None:
    assert item("issued: in press").issued == Date(literal="in press")


def test_names() -> None:
    authors = item("author: [{family: 'O\\*Brien', given: Jo}, 'Roe, Kim', Lake Board]").author

    assert authors == (
        Name(family="O*Brien", given="Jo"),
        Name(family="Roe", given="Kim"),
        Name(literal="Lake Board"),
    )


def test_identifiers_are_no_markdown() -> None:
    assert item("URL: https://example.org/_a_").URL == "https://example.org/_a_"
    assert item('DOI: "10.1000/a*b*"').DOI == "10.1000/a*b*"


def test_a_file_without_references() -> None:
    written = refconv.write([], "csl-yaml").text

    assert written == "---\nreferences:\n...\n"
    assert refconv.read(written, "csl-yaml").references == ()


def test_custom_values_keep_their_types() -> None:
    custom = [("csl:shelf", 4), ("custom:lent", [True, None, 1.5, {"a": "1"}])]
    reference = refconv.Reference(type="book", id="a", title="T", custom=custom)

    written = refconv.write(reference, "csl-yaml")

    assert written.losses == ()
    assert refconv.read(written.text, "csl-yaml").references == (reference,)


def test_a_value_that_is_too_deep_is_lost() -> None:
    deep: list[object] = []
    for _ in range(50):
        deep = [deep]
    reference = refconv.Reference(type="book", id="a", title="T", custom=[("custom:x", deep)])

    written = refconv.write(reference, "csl-yaml")

    assert [loss.path for loss in written.losses] == ["custom[0]"]
    assert "custom" not in written.text
