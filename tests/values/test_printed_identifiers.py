"""Printed identifiers: what is repaired, and which of several is taken."""

from __future__ import annotations

import pytest

import refconv
from refconv.core.codes import Code
from refconv.core.fields import Codec
from refconv.values import printed_identifiers as identifiers

ROWS = [
    (identifiers.DOI, "https://doi.org/10.1038/s41573-024-01100-5.", "10.1038/s41573-024-01100-5"),
    (identifiers.DOI, "10.1007/s11192- 021- 03975- 2.", "10.1007/s11192-021-03975-2"),
    (identifiers.DOI, "10.1016/S0140-6736(05)66475-0)", "10.1016/S0140-6736(05)66475-0"),
    (identifiers.URL, "https://www.who.int/malaria/ publications/2019/.",
     "https://www.who.int/malaria/publications/2019/"),
    (identifiers.ISBN, "ISBN: 978-3-16-148410-0", "978-3-16-148410-0"),
    (identifiers.ISBN, "0 8044 2957 x", "0-8044-2957-X"),
    (identifiers.ISSN, "issn: 0962-6298", "0962-6298"),
    (identifiers.ISSN, "1050124X", "1050-124X"),
    (identifiers.PMID, "PMID: 24381239", "24381239"),
    (identifiers.PMCID, "PMCID: PMC3539183", "PMC3539183"),
    (identifiers.PMCID, "PMCPMC3539183", "PMC3539183"),
    (identifiers.ARXIV, "arXiv :hep-ph/0403192", "hep-ph/0403192"),
    (identifiers.ARXIV, "arXiv:1602.03837v2 [gr-qc]", "1602.03837v2"),
    (identifiers.ARXIV, "abs/2010.11855", "2010.11855"),
    (identifiers.ARXIV, "cs.LG/1906.08495", "1906.08495"),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), ROWS)
def test_repairs(codec: Codec, raw: str, expected: str) -> None:
    decoded = codec.decode(((raw,),))

    assert (decoded.value, decoded.problem, decoded.unused) == (expected, None, ())


@pytest.mark.parametrize(
    ("codec", "raw"),
    [
        (identifiers.ISBN, "978-3-16-148410-1"),
        (identifiers.ISSN, "0962-6299"),
        (identifiers.ARXIV, "123.472"),
        (identifiers.PMID, "0"),
        (identifiers.PMCID, "PMC12x"),
    ],
)
def test_an_invalid_one_is_kept(codec: Codec, raw: str) -> None:
    assert codec.decode(((raw,),)).value == raw


@pytest.mark.parametrize(
    ("codec", "raws", "expected", "unused"),
    [
        (identifiers.ISSN, ("0962-6299", "0962-6298"), "0962-6298", 0),
        (identifiers.ISBN, ("0-8044-2957-X", "978-3-16-148410-0"), "0-8044-2957-X", 1),
        (identifiers.PMID, ("0", "24381239"), "24381239", 0),
        (identifiers.PMID, ("0", "x"), "0", 1),
    ],
)
def test_of_several_the_first_valid_one_is_taken(
    codec: Codec, raws: tuple[str, ...], expected: str, unused: int
) -> None:
    decoded = codec.decode((raws,))

    assert (decoded.value, decoded.unused) == (expected, ((0, unused),))


def test_an_invalid_doi_is_reported() -> None:
    decoded = identifiers.DOI.decode((("S0140-6736",),))

    assert decoded.value is None
    assert decoded.problem is not None
    assert decoded.problem.code == Code.BAD_IDENTIFIER


def test_an_invalid_identifier_is_reported_once() -> None:
    text = "1. Smith J. A title of it. London: Press; 2020. ISBN 978-3-16-148410-1."

    found = [d for d in refconv.parse(text).diagnostics if d.code == Code.BAD_IDENTIFIER]

    assert [(d.reason, d.data["value"]) for d in found] == [("check-digit", "978-3-16-148410-1")]
