"""Identifiers of registers: their forms, their check digits, and which of a reference are invalid.

Sources: ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 7064 mod 11-2 (ORCID); National Library of Medicine,
*MEDLINE/PubMed Data Element (Field) Descriptions* (PMID: one to eight digits without leading
zeros); its ID converter (PMCID: "PMC" and a number of any length, perhaps with a version); arXiv,
*Understanding the arXiv identifier*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from attrs import evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.core.fields import Codec, Decoded, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Reference

PMCID_FORM = r"PMC\d+(?:\.\d+)?"
ORCID_FORM = r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"
"""Patterns for those that look for an identifier in a longer text."""

# One of several in a text: "0-306-40615-2 (print), 978-0-306-40615-7".
_ISBN = lazy_pattern(r"(?<![\w-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\w-])", re.ASCII)
_ISSN = lazy_pattern(r"(?<![\w-])\d{4}[- \u2010-\u2013]?\d{3}[\dXx](?![\w-])", re.ASCII)
_PMID = lazy_pattern(r"[1-9]\d{0,7}", re.ASCII)
_PMCID = lazy_pattern(PMCID_FORM, re.ASCII)
_ARXIV = lazy_pattern(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.ASCII)
_ORCID = lazy_pattern(ORCID_FORM, re.ASCII)
_ANY_CASE = lazy_pattern(ORCID_FORM, re.ASCII | re.IGNORECASE)
_UNDIVIDED = lazy_pattern(ORCID_FORM.replace("-", "-?"), re.ASCII | re.IGNORECASE)
_ORCID_RESOLVER = lazy_pattern(r"(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)
_SEPARATORS = lazy_pattern("[- \u2010-\u2015]")


PLAIN_DOI = lazy_pattern(r"10\.\d{4,9}/[A-Za-z0-9._()/:;-]*[A-Za-z0-9]", re.ASCII)
"""A DOI without a character that any format writes or reads in a way of its own."""

_DOI_RESOLVER = lazy_pattern(
    r"""(?: (?:https?\s?:\s?/{0,2}\s?)? (?:dx\.|www\.|api\.)? doi\.org [/:]{1,3} \s?
          | (?:https?://)? (?:dx-)? doi-org\.[\w.-]{3,60}/
          | info:doi/ | urn:doi:
          | \(?doi\)? (?: \s?[:=.]\s? | \s(?=10[./]) ) ){1,4}""",
    re.IGNORECASE | re.VERBOSE,
)
# Some publishers run resolvers (doi.acm.org), and have DOIs in the addresses of their pages.
_PUBLISHER = lazy_pattern(
    r"https?://[^/\s]{3,80}/(?:doi/(?:(?:abs|full|pdf|epdf|book|ref|epub|pdfdirect)/)?)?"
    r"(?=10\.\d{4,9}/)"
)
_PAGE_OF_PUBLISHER = lazy_pattern(r"/(?:full|abstract|pdf|epdf|meta|summary|html)\Z")
_SHORT_DOI = lazy_pattern(r"10/[a-z0-9]{2,12}", re.ASCII | re.IGNORECASE)
_SHORT_LINK = lazy_pattern(r"[a-z0-9]{3,12}", re.ASCII)
_FINAL_MARKS = " \t.,;:'\"<>\u201c\u201d\u2019"
_OPENERS = {")": "(", "]": "[", "}": "{"}


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
    """Remove a resolver, ``doi:`` and final marks from a DOI; return ``None`` if none is left.

    Sources: DOI Handbook, 2.2: the prefix is ``10.`` and a registrant's number; shortdoi.org:
    ``10/abcde`` and its link ``doi.org/abcde``.

    >>> bare_doi("https://doi.org/10.1000/182."), bare_doi("doi.org/abcde"), bare_doi("none")
    ('10.1000/182', '10/abcde', None)
    """
    if PLAIN_DOI.fullmatch(raw) is not None:
        return raw
    rest = _without_brackets(raw.strip(_FINAL_MARKS))
    is_link = False
    if (match := _DOI_RESOLVER.match(rest)) is not None:
        rest, is_link = rest[match.end() :], "org" in match[0].lower()
    elif (match := _PUBLISHER.match(rest)) is not None:
        rest, is_link = _PAGE_OF_PUBLISHER.sub("", rest[match.end() :]), True
    if is_link or "/" not in rest:
        # An address has some characters as their codes; without a slash the DOI has lost its own.
        rest = unquote(rest) if is_link else re.sub("%2f", "/", rest, count=1, flags=re.IGNORECASE)
    rest = _without_final_marks(rest)
    if is_link and _SHORT_LINK.fullmatch(rest):
        return f"10/{rest}"
    is_doi = rest.startswith("10.") and "/" in rest
    return rest if is_doi or _SHORT_DOI.fullmatch(rest) else None


def _without_brackets(text: str) -> str:
    """Remove brackets around the whole of a text."""
    is_whole = text[:1] in "([{" and text[-1:] in _OPENERS and text[:1] == _OPENERS[text[-1]]
    return text[1:-1].strip(_FINAL_MARKS) if text and is_whole else text


def _without_final_marks(text: str) -> str:
    """Remove final marks, and a bracket that was opened before the text."""
    text = text.strip(_FINAL_MARKS)
    while text and (opener := _OPENERS.get(text[-1])) and text.count(opener) < text.count(text[-1]):
        text = text[:-1].rstrip(_FINAL_MARKS)
    return text


def doi_or_text(raw: str) -> str | None:
    """Return a DOI, or a text that is none as it stands; ``None`` if there is nothing."""
    return bare_doi(raw) or raw.strip() or None


def reporting_other_texts(codec: Codec) -> Codec:
    """Return a codec of DOIs that also reads other texts, with a report of the first that is none.

    ``codec`` reads texts by :func:`doi_or_text`.
    """

    def decode(raws: Raws) -> Decoded:
        decoded = codec.decode(raws)
        if decoded.value is None or bare_doi(decoded.value) is not None:
            return decoded
        found = problem(Code.BAD_IDENTIFIER, "invalid", kind="DOI", value=decoded.value)
        return decoded._replace(problem=found)

    return evolve(codec, decode=decode)


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
