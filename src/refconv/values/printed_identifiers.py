"""Printed identifiers, repaired: without labels, line breaks, resolvers and the sentence's marks.

Whether an identifier is valid is checked once for all formats, after reading
(:func:`refconv.values.identifiers.invalid_identifiers`); here it only decides between several.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.values.combinators import same
from refconv.values.identifiers import bare_doi, is_arxiv, is_isbn, is_issn, is_pmcid, is_pmid

_EDGES = " \t\u00a0.,;:'\"<>\u201c\u201d\u2019"
_HYPHENS = lazy_pattern("[\u2010-\u2015\u2212\u00ad]")
_OPENERS = {")": "(", "]": "["}
_BEFORE_ISBN = lazy_pattern(r"\A\s*isbn(?:-1[03])?\s*:?\s*", re.IGNORECASE)
_BEFORE_PMID = lazy_pattern(r"\A\s*p(?:ub)?m(?:ed)?\s*(?:id)?\s*:?\s*", re.IGNORECASE)
_BEFORE_PMCID = lazy_pattern(r"\A\s*(?:pmcid\s*+:?\s*+)?(?:pmc\s*+)+", re.IGNORECASE)
# "arXiv:", an address's folder, the class in front of a number of the new style.
_BEFORE_ARXIV = lazy_pattern(
    r"\A(?:arxiv[:.]?)?(?:abs/|pdf/)?(?:[a-z-]+(?:\.[a-z]{2})?/(?=\d{4}\.))?", re.IGNORECASE
)
_ARXIV_CLASS = lazy_pattern(r"\[[\w.-]+\]\Z")


def _trimmed(text: str) -> str:
    """Remove the sentence's marks from the end, and a bracket that was opened before the text."""
    text = text.strip(_EDGES)
    while text and (opener := _OPENERS.get(text[-1])) and text.count(opener) < text.count(text[-1]):
        text = text[:-1].rstrip(_EDGES)
    return text


def clean_doi(raw: str) -> str | None:
    """Return a DOI without resolver, line breaks and final marks; ``None`` if it is none.

    >>> clean_doi("https://doi.org/10.1007/s11192- 021- 03975- 2.")
    '10.1007/s11192-021-03975-2'
    """
    return bare_doi(_trimmed("".join(raw.split())))


def clean_url(raw: str) -> str | None:
    """Return an address without line breaks and final marks; ``None`` if it has no dot."""
    text = _trimmed("".join(raw.split()).replace("\u00ad", ""))
    return text if "." in text else None


def clean_isbn(raw: str) -> str | None:
    """Return the digits of an ISBN with the hyphens that it has.

    >>> clean_isbn("ISBN-10: 0 8044 2957 x")
    '0-8044-2957-X'
    """
    text = _BEFORE_ISBN.sub("", _HYPHENS.sub("-", raw))
    return text.strip(_EDGES).upper().replace(" ", "-" if "-" not in text else "") or None


def clean_issn(raw: str) -> str | None:
    """Return an ISSN as ``1234-567X``."""
    digits = re.sub(r"[^\dX]", "", raw.upper().replace("ISSN", ""))
    return f"{digits[:4]}-{digits[4:]}" if len(digits) == 8 else raw.strip(_EDGES) or None


def clean_pmid(raw: str) -> str | None:
    """Return a number of PubMed without its label."""
    return _BEFORE_PMID.sub("", raw).strip(_EDGES) or None


def clean_pmcid(raw: str) -> str | None:
    """Return a number of PubMed Central with its "PMC"."""
    digits = _BEFORE_PMCID.sub("", raw).strip(_EDGES)
    return f"PMC{digits}" if digits else None


def clean_arxiv(raw: str) -> str | None:
    """Return an arXiv identifier without "arXiv:" and its class in brackets."""
    text = _BEFORE_ARXIV.sub("", "".join(raw.split()))
    return _ARXIV_CLASS.sub("", text).strip(_EDGES) or None


def _codec(clean: Callable[[str], str | None], is_valid: Callable[[str], bool]) -> Codec:
    """Return a codec that takes the first valid identifier, or the first one if none is."""

    def decode(raws: Raws) -> Decoded:
        values = [clean(raw) for raw in raws[0]]
        chosen = next((value for value in values if value and is_valid(value)), values[0])
        if chosen is None:
            return Decoded(None, problem=problem(Code.BAD_IDENTIFIER, "unreadable"))
        return Decoded(chosen, tuple((0, i) for i, value in enumerate(values) if value != chosen))

    return Codec(decode, same)


DOI = _codec(clean_doi, bool)
URL = _codec(clean_url, bool)
ISBN = _codec(clean_isbn, is_isbn)
ISSN = _codec(clean_issn, is_issn)
PMID = _codec(clean_pmid, is_pmid)
PMCID = _codec(clean_pmcid, is_pmcid)
ARXIV = _codec(clean_arxiv, is_arxiv)
