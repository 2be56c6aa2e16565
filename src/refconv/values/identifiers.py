"""Identifiers of registers: their forms, their check digits, and which of a reference are invalid.

Sources: ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 7064 mod 11-2 (ORCID); National Library of Medicine,
*MEDLINE/PubMed Data Element (Field) Descriptions* (PMID: one to eight digits without leading
zeros); its ID converter (PMCID: "PMC" and a number of any length, perhaps with a version); arXiv,
*Understanding the arXiv identifier*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.model import Reference

PMCID_FORM = r"PMC\d+(?:\.\d+)?"
ORCID_FORM = r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"
"""Patterns for those that look for an identifier in a longer text."""

# One of several in a text: "0-306-40615-2 (print), 978-0-306-40615-7".
_ISBN = re.compile(r"(?<![\w-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\w-])", re.ASCII)
_ISSN = re.compile(r"(?<![\w-])\d{4}[- \u2010-\u2013]?\d{3}[\dXx](?![\w-])", re.ASCII)
_PMID = re.compile(r"[1-9]\d{0,7}", re.ASCII)
_PMCID = re.compile(PMCID_FORM, re.ASCII)
_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.ASCII)
_ORCID = re.compile(ORCID_FORM, re.ASCII)
_ANY_CASE = re.compile(ORCID_FORM, re.ASCII | re.IGNORECASE)
_UNDIVIDED = re.compile(ORCID_FORM.replace("-", "-?"), re.ASCII | re.IGNORECASE)
_ORCID_RESOLVER = re.compile(r"(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)
_SEPARATORS = re.compile("[- \u2010-\u2015]")


PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9._()/:;-]+", re.ASCII)
"""A DOI without a character that any format writes or reads in a way of its own."""

_DOI_RESOLVER = re.compile(
    r"\s*(?:https?\s*:\s*//\s*)?(?:(?:dx\.)?doi\.org/+|www\.doi\.org/+|doi\s*:\s*)*\s*",
    re.IGNORECASE,
)


# ── check digits ──────────────────────────────────────────────────────────────────────────────────


def _digits(text: str) -> list[int]:
    """Return the values of digits, of which the last may be an X for ten."""
    bare = _SEPARATORS.sub("", text)
    return [10 if digit in "Xx" else int(digit) for digit in bare]


def _is_weighted(text: str) -> bool:
    """Return whether 11 divides the sum of the digits, weighted by their places from the end."""
    digits = _digits(text)
    return sum(place * digit for place, digit in enumerate(reversed(digits), 1)) % 11 == 0


def is_isbn(text: str) -> bool:
    """Return whether a text is an ISBN of 10 or 13 digits with the right check digit.

    >>> is_isbn("978-3-16-148410-0"), is_isbn("978-3-16-148410-1")
    (True, False)
    """
    if _ISBN.fullmatch(text) is None:
        return False
    digits = _digits(text)
    if len(digits) == 10:
        return _is_weighted(text)
    return 10 not in digits and sum(d * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0


def is_issn(text: str) -> bool:
    """Return whether a text is an ISSN with the right check digit."""
    return _ISSN.fullmatch(text) is not None and _is_weighted(text)


def is_orcid(text: str) -> bool:
    """Return whether a text is a bare ORCID identifier with the right check digit.

    >>> is_orcid("0000-0002-1825-0097")
    True
    """
    if _ORCID.fullmatch(text) is None:
        return False
    *digits, check = _digits(text)
    total = 0
    for digit in digits:
        total = (total + digit) * 2
    return (total + check) % 11 == 1


# ── forms ─────────────────────────────────────────────────────────────────────────────────────────


def is_pmid(text: str) -> bool:
    """Return whether a text is a number of PubMed."""
    return _PMID.fullmatch(text) is not None


def is_pmcid(text: str) -> bool:
    """Return whether a text is a number of PubMed Central, with its "PMC"."""
    return _PMCID.fullmatch(text) is not None


def is_arxiv(text: str) -> bool:
    """Return whether a text has a form of arXiv's: ``2101.00001v2`` or ``hep-ph/0403192``."""
    return _ARXIV.fullmatch(text) is not None


def bare_doi(raw: str) -> str | None:
    """Remove a resolver or ``doi:`` from a DOI; return ``None`` if no DOI is left.

    Source: DOI Handbook, 2.2: the prefix is ``10.`` and a registrant's number.

    >>> bare_doi("https://doi.org/10.1000/182")
    '10.1000/182'
    """
    if PLAIN_DOI.fullmatch(raw) is not None:
        return raw
    rest = raw[match.end() :] if (match := _DOI_RESOLVER.match(raw)) else raw
    rest = rest.strip()
    return rest if rest.startswith("10.") and "/" in rest else None


def bare_orcid(raw: str) -> str:
    """Remove the resolver from an ORCID identifier.

    >>> bare_orcid("https://orcid.org/0000-0002-1825-0097")
    '0000-0002-1825-0097'
    """
    match = _ORCID_RESOLVER.match(raw)
    return raw[match.end() :] if match is not None else raw


def find_orcid(text: str, *, undivided: bool = False) -> str:
    """Return the first text of an ORCID identifier's form, empty if there is none.

    Args:
        text: Any text, such as an address.
        undivided: Whether sixteen digits without hyphens count. An ISNI has that form too.
    """
    match = (_UNDIVIDED if undivided else _ANY_CASE).search(text)
    if match is None:
        return ""
    digits = match[0].replace("-", "").upper()
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


# ── what is invalid ───────────────────────────────────────────────────────────────────────────────

_CHECKED: Mapping[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "ISBN": (_ISBN, is_isbn),
    "ISSN": (_ISSN, is_issn),
}
_FORMED: Mapping[str, Callable[[str], bool]] = {"PMID": is_pmid, "PMCID": is_pmcid}


def invalid_identifiers(reference: Reference) -> Iterator[tuple[str, Problem]]:
    """Yield the invalid identifiers of a reference, each with what is wrong with it.

    A DOI is not among them: what is none is no value of a DOI.
    """
    for name, (pattern, is_valid) in _CHECKED.items():
        text = getattr(reference, name)
        if not text:
            continue
        numbers = pattern.findall(text)
        if not numbers:
            yield text, _invalid(name, text)
        elif wrong := [number for number in numbers if not is_valid(number)]:
            data = {"kind": name, "value": ", ".join(wrong)}
            yield text, problem(Code.BAD_IDENTIFIER, "check-digit", **data)
    for name, is_formed in _FORMED.items():
        text = getattr(reference, name)
        if text and not is_formed(text):
            yield text, _invalid(name, text)
    number = reference.archive_location
    if number and reference.archive == "arXiv" and not is_arxiv(number):
        yield number, _invalid("arXiv identifier", number)
    for role in ("author", "editor"):
        for person in getattr(reference, role):
            if person.orcid and not is_orcid(person.orcid):
                yield person.orcid, _invalid("ORCID", person.orcid)


def _invalid(name: str, text: str) -> Problem:
    return problem(Code.BAD_IDENTIFIER, "invalid", kind=name, value=text)
