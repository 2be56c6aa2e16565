"""The fields of a parsed reference on Spark, and its rows, without Spark."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.spark import PARSED, convert_files, parsed, parsed_all

_PERSON = (
    "struct<family: string, given: string, dropping_particle: string, "
    "non_dropping_particle: string, suffix: string, literal: string>"
)
FIELDS = f"""
type: string, title: string, container_title: string, volume: string, issue: string, page: string,
edition: string, publisher: string, publisher_place: string, genre: string, number: string,
note: string, DOI: string, URL: string, ISBN: string, ISSN: string, PMID: string, PMCID: string,
issued: string, accessed: string,
author: array<{_PERSON}>, editor: array<{_PERSON}>, translator: array<{_PERSON}>,
et_al: boolean, confidence: double, csl: string, error: string
"""


def test_the_fields_of_a_parsed_reference() -> None:
    assert " ".join(FIELDS.split()) == PARSED


ROWS = [
    (
        "Knuth DE, et al. Literate programming. Comput J. 1984;27(2):97–111.",
        {"type": "article-journal", "title": "Literate programming", "volume": "27",
         "page": "97-111", "issued": "1984", "et_al": True, "error": None},
    ),
    ("", {"error": "ValueError: no text"}),
    (" \n", {"error": "ValueError: no text"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_string_is_a_row(text: str, expected: dict[str, object]) -> None:
    row = parsed(text)

    assert row is not None
    assert row.items() >= expected.items()


def test_each_string_is_a_row_by_itself() -> None:
    strings = [text for text, _ in ROWS]

    assert parsed(None) is None
    assert parsed_all([None, *strings]) == [None, *map(parsed, strings)]


WRONG = [
    # what is given; the error, before any job
    ({"paths": "a.bib"}, TypeError, "paths must be a list of str, not str"),
    ({"to": "rsi"}, ValueError, "unknown format 'rsi'"),
    ({"to": "nbib"}, ValueError, "format 'nbib' can only be read"),
    ({"for_": "word"}, ValueError, "unknown program 'word'"),
    ({"paths": ["x/a.bib", "y/a.bib"]}, ValueError, "two files would be written under one name"),
]


@pytest.mark.parametrize(("given", "kind", "message"), WRONG)
def test_wrong_use_raises_before_the_job(
    given: dict[str, Any], kind: type[Exception], message: str
) -> None:
    arguments: dict[str, Any] = {"paths": ["a.bib"], "to": "ris", **given}

    with pytest.raises(kind, match=message):
        convert_files(None, arguments.pop("paths"), "out", **arguments)
