"""The fields of a parsed reference on Spark, which need no Spark to be told."""

from __future__ import annotations

from refconv.spark import PARSED

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
