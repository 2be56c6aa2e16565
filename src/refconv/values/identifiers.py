"""Numbers in registers: whether they are such, by their form and their check digits.

Sources: ISO 2108 (ISBN), ISO 3297 (ISSN), ISO 7064 mod 11-2 (ORCID), all by python-stdnum; the
National Library of Medicine (PMID, PMCID); arXiv's documentation, "Understanding the arXiv
identifier".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.core.model import Reference

_ISBN = re.compile(r"(?<![\w-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\w-])")
_ISSN = re.compile(r"(?<![\w-])\d{4}[- \u2010-\u2013]?\d{3}[\dXx](?![\w-])")
_NUMBERS = {"ISBN": _ISBN, "ISSN": _ISSN}
_FORMS = {
    "PMID": re.compile(r"\d{1,8}", re.ASCII),
    "PMCID": re.compile(r"PMC\d{1,9}(?:\.\d+)?", re.ASCII),
}
_ARXIV = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.ASCII)
_RESOLVER = re.compile(r"(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)


def bare_orcid(raw: str) -> str:
    """Take the resolver off an ORCID identifier."""
    match = _RESOLVER.match(raw)
    return raw[match.end() :] if match is not None else raw


def is_isbn(text: str) -> bool:
    """Tell whether a text is an ISBN with the right check digit."""
    return _has_check_digit("ISBN", text)


def faults(reference: Reference) -> Iterator[tuple[str, str]]:
    """Give the identifiers of a reference that are none, each with what is wrong with it."""
    for name in ("ISBN", "ISSN"):
        text = getattr(reference, name)
        if text and (fault := _fault(name, text)):
            yield text, fault
    for name, form in _FORMS.items():
        text = getattr(reference, name)
        if text and form.fullmatch(text) is None:
            yield text, f"{text!r} is no {name}, kept as it is"
    number = reference.archive_location
    if number and reference.archive == "arXiv" and _ARXIV.fullmatch(number) is None:
        yield number, f"{number!r} is no number of arXiv, kept as it is"
    for role in ("author", "editor"):
        for person in getattr(reference, role):
            if person.orcid and not _is_orcid(person.orcid):
                yield person.orcid, f"{person.orcid!r} is no ORCID, kept as it is"


def _fault(name: str, text: str) -> str:
    """Say what is wrong with a text of one or several ISBNs or ISSNs."""
    numbers = _NUMBERS[name].findall(text)
    if not numbers:
        return f"{text!r} is no {name}, kept as it is"
    wrong = [number for number in numbers if not _has_check_digit(name, number)]
    return f"the check digit of {name} {', '.join(wrong)} is wrong, kept as it is" if wrong else ""


def _has_check_digit(name: str, number: str) -> bool:
    from stdnum import isbn, issn  # noqa: PLC0415 - few references need it, and it takes a while

    digits = re.sub(r"[^\dXx]", "", number).upper()
    return bool((isbn if name == "ISBN" else issn).is_valid(digits))


def _is_orcid(orcid: str) -> bool:
    from stdnum.iso7064 import mod_11_2  # noqa: PLC0415

    return _ORCID.fullmatch(orcid) is not None and bool(mod_11_2.is_valid(orcid.replace("-", "")))


_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII)
