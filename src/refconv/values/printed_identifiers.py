"""Printed identifiers: repaired, and checked where they carry a check digit.

Sources: ISO 2108 (ISBN), ISO 3297 (ISSN); arXiv's and PubMed's own descriptions of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, Raws
from refconv.values.combinators import bare_doi, same

_EDGES = " \t\u00a0.,;:'\"<>\u201c\u201d\u2019"
_HYPHENS = re.compile("[\u2010-\u2015\u2212\u00ad]")
_OPENERS = {")": "(", "]": "["}


def _trimmed(text: str) -> str:
    """Take the sentence's marks off the end, and a bracket that was opened before."""
    text = text.strip(_EDGES)
    while text and (opener := _OPENERS.get(text[-1])) and text.count(opener) < text.count(text[-1]):
        text = text[:-1].rstrip(_EDGES)
    return text


def clean_doi(raw: str) -> str | None:
    """Give a DOI without resolver, breaks and final marks, ``None`` where it is none."""
    return bare_doi(_trimmed("".join(raw.split())))


def clean_url(raw: str) -> str | None:
    """Give an address without the breaks of line wraps and the sentence's marks."""
    text = _trimmed("".join(raw.split()).replace("\u00ad", ""))
    return text if "." in text else None


def clean_isbn(raw: str) -> str | None:
    """Give an ISBN's digits with the hyphens that it has."""
    text = re.sub(r"\A\s*isbn(?:-1[03])?\s*:?\s*", "", _HYPHENS.sub("-", raw), flags=re.IGNORECASE)
    return text.strip(_EDGES).upper().replace(" ", "-" if "-" not in text else "") or None


def isbn_is_valid(isbn: str) -> bool:
    """Verify the check digit of an ISBN of 10 or 13 digits (ISO 2108)."""
    digits = isbn.replace("-", "")
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return (
            sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11
            == 0
        )
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        return sum(int(digit) * (1, 3)[i % 2] for i, digit in enumerate(digits)) % 10 == 0
    return False


def clean_issn(raw: str) -> str | None:
    """Give an ISSN as ``1234-567X``."""
    digits = re.sub(r"[^\dX]", "", raw.upper().replace("ISSN", ""))
    return f"{digits[:4]}-{digits[4:]}" if len(digits) == 8 else raw.strip(_EDGES) or None


def issn_is_valid(issn: str) -> bool:
    """Verify the check digit of an ISSN (ISO 3297)."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", issn, re.ASCII):
        return False
    values = [10 if digit == "X" else int(digit) for digit in issn.replace("-", "")]
    return (
        sum(weight * value for weight, value in zip(range(8, 0, -1), values, strict=True)) % 11 == 0
    )


def clean_pmid(raw: str) -> str | None:
    """Give a PubMed number."""
    return (
        re.sub(r"\A\s*p(?:ub)?m(?:ed)?\s*(?:id)?\s*:?\s*", "", raw, flags=re.IGNORECASE).strip(
            _EDGES
        )
        or None
    )


def pmid_is_valid(pmid: str) -> bool:
    """Tell one to eight digits."""
    return re.fullmatch(r"[1-9]\d{0,7}", pmid, re.ASCII) is not None


def clean_pmcid(raw: str) -> str | None:
    """Give a PubMed Central number with its "PMC"."""
    digits = re.sub(r"\A\s*(?:pmcid\s*+:?\s*+)?(?:pmc\s*+)+", "", raw, flags=re.IGNORECASE).strip(
        _EDGES
    )
    return f"PMC{digits}" if digits else None


def pmcid_is_valid(pmcid: str) -> bool:
    """Tell "PMC" and digits, perhaps with a version."""
    return re.fullmatch(r"PMC\d{4,9}(?:\.\d+)?", pmcid, re.ASCII) is not None


# "arXiv:", an address's folder, the class in front of a number of the new style.
_BEFORE_ARXIV = re.compile(
    r"\A(?:arxiv[:.]?)?(?:abs/|pdf/)?(?:[a-z-]+(?:\.[a-z]{2})?/(?=\d{4}\.))?", re.IGNORECASE
)


def clean_arxiv(raw: str) -> str | None:
    """Give an arXiv identifier without "arXiv:" and its class in brackets."""
    text = _BEFORE_ARXIV.sub("", "".join(raw.split()))
    return re.sub(r"\[[\w.-]+\]\Z", "", text).strip(_EDGES) or None


_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?", re.ASCII)


def arxiv_is_valid(identifier: str) -> bool:
    """Tell the forms ``2101.00001v2`` and ``hep-ph/0403192``."""
    return _ARXIV.fullmatch(identifier) is not None


def _codec(clean: Callable[[str], str | None], is_valid: Callable[[str], bool], name: str) -> Codec:
    """Make a codec that keeps a wrong identifier and says so."""

    def decode(raws: Raws) -> Decoded:
        values = [clean(raw) for raw in raws[0]]
        chosen = next((value for value in values if value and is_valid(value)), values[0])
        if chosen is None:
            return Decoded(None, problem=problem(Code.BAD_IDENTIFIER, "unreadable"))
        unused = tuple((0, i) for i, value in enumerate(values) if value != chosen)
        if is_valid(chosen):
            return Decoded(chosen, unused)
        found = problem(Code.BAD_IDENTIFIER, "invalid", kind=name, value=chosen)
        return Decoded(chosen, unused, found)

    def alone(raw: str) -> str | None:
        value = clean(raw)
        return value if value and is_valid(value) else None

    return Codec(decode, same, alone=alone)


def _any(value: str) -> bool:  # noqa: ARG001
    return True


DOI = _codec(clean_doi, _any, "DOI")
URL = _codec(clean_url, _any, "URL")
ISBN = _codec(clean_isbn, isbn_is_valid, "ISBN")
ISSN = _codec(clean_issn, issn_is_valid, "ISSN")
PMID = _codec(clean_pmid, pmid_is_valid, "PMID")
PMCID = _codec(clean_pmcid, pmcid_is_valid, "PMCID")
ARXIV = _codec(clean_arxiv, arxiv_is_valid, "arXiv identifier")
