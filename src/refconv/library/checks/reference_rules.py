"""What is wrong in references: one function a rule, each with the change that puts it right.

A rule yields a :class:`Fault` for what is certainly wrong. What may be meant so is no fault:
whoever is warned of sound entries stops reading warnings.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html.entities import html5
from typing import Any, NamedTuple

from attrs import evolve

from refconv.core.keys import Ids, make_key, table_of
from refconv.core.model import ROLES, VARIABLES, Date, Name, Reference
from refconv.library.checks.required_fields import missing_variables
from refconv.values.identifiers import bare_doi, bare_orcid, invalid_identifiers, is_orcid
from refconv.values.markup import plain


class Fault(NamedTuple):
    """Something wrong: the CSL variable, the values of the message, the change that repairs it.

    ``changes`` are attributes of the reference with their new values; ``None`` if nobody but the
    author knows what is right.
    """

    path: str
    data: Mapping[str, Any]
    changes: Mapping[str, Any] | None = None


class Library(NamedTuple):
    """References, and the format that they were read from."""

    references: Sequence[Reference]
    format: str = ""

    @property
    def is_bibtex(self) -> bool:
        """Whether the references come from BibTeX, whose entries must have keys."""
        return self.format in ("bibtex", "biblatex")


def missing_fields(reference: Reference) -> Iterator[Fault]:
    """Yield what BibTeX and biblatex require of the type."""
    for name in missing_variables(reference):
        yield Fault(name, {"field": name, "type": str(reference.type)})


# ── identifiers ───────────────────────────────────────────────────────────────────────────────────


def invalid_dois(reference: Reference) -> Iterator[Fault]:
    """Yield a DOI that does not have the form of one."""
    if reference.DOI and bare_doi(reference.DOI) is None:
        yield Fault("DOI", {"value": reference.DOI})


def doi_forms(reference: Reference) -> Iterator[Fault]:
    """Yield a DOI with a resolver or marks around it."""
    bare = bare_doi(reference.DOI) if reference.DOI else None
    if bare is not None and bare != reference.DOI:
        yield Fault("DOI", {"value": reference.DOI, "bare": bare}, {"DOI": bare})


_DOI_LINK = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/10\.\d{4,9}/\S+", re.IGNORECASE)


def dois_in_urls(reference: Reference) -> Iterator[Fault]:
    """Yield a link to a DOI of a reference that has no DOI."""
    if reference.DOI or not _DOI_LINK.fullmatch(reference.URL):
        return
    bare = bare_doi(reference.URL)
    if bare is not None:
        yield Fault("URL", {"value": reference.URL, "bare": bare}, {"DOI": bare})


def identifiers_of(kind: str) -> Callable[[Reference], Iterator[Fault]]:
    """Return a rule for the invalid identifiers of a kind."""

    def rule(reference: Reference) -> Iterator[Fault]:
        for _, problem in invalid_identifiers(reference):
            found, value = str(problem.data["kind"]), problem.data["value"]
            if found == kind:
                wrong = "check digit" if problem.reason == "check-digit" else "form"
                yield Fault(kind, {"value": value, "wrong": wrong})

    return rule


def orcids(reference: Reference) -> Iterator[Fault]:
    """Yield the ORCIDs that are none, or that have a resolver in front."""
    for attribute, role in ROLES.items():
        for place, name in enumerate(getattr(reference, attribute)):
            if not name.orcid or is_orcid(name.orcid):
                continue
            bare, changes = bare_orcid(name.orcid), None
            if is_orcid(bare):
                changes = _with_name(reference, attribute, place, evolve(name, orcid=bare))
            yield Fault(role, {"value": name.orcid, "person": str(name)}, changes)


def _with_name(
    reference: Reference, attribute: str, place: int, name: Name
) -> dict[str, tuple[Name, ...]]:
    names = getattr(reference, attribute)
    return {attribute: (*names[:place], name, *names[place + 1 :])}


# ── dates and pages ───────────────────────────────────────────────────────────────────────────────

_DAY = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}")
_LATEST = 2100
"""No work is dated later: a later year has a wrong digit."""
_WEB = 1990
"""The year of the first web page."""


def impossible_dates(reference: Reference) -> Iterator[Fault]:
    """Yield the dates that no calendar has, or that cannot be meant."""
    for variable in VARIABLES:
        date = getattr(reference, variable.attribute)
        if variable.kind == "date" and date is not None and (why := _impossible(date)):
            yield Fault(variable.name, {"value": str(date), "why": why})
    accessed = reference.accessed
    if accessed is not None and accessed.year is not None and 0 < accessed.year < _WEB:
        why = "there were no web pages yet"
        yield Fault("accessed", {"value": str(accessed), "why": why})


def _impossible(date: Date) -> str:
    if date.start is None and _DAY.fullmatch(date.literal):
        return "the calendar has no such day"
    years = [point.year for point in date.points]
    if any(year > _LATEST for year in years):
        return f"it is after {_LATEST}"
    first, last = date.start, date.end
    ends = [(getattr(one, "year", None), getattr(one, "month", None) or 0) for one in (first, last)]
    if None not in (ends[0][0], ends[1][0]):
        is_known = ends[0][1] and ends[1][1]
        one, other = (ends[0], ends[1]) if is_known else (ends[0][:1], ends[1][:1])
        if other < one:
            return "it ends before it begins"
    return ""


_RANGE = re.compile(r"([A-Za-z]{0,4})(\d{1,7})\s{0,3}[-\N{EN DASH}]\s{0,3}([A-Za-z]{0,4})(\d{1,7})")


def page_ranges(reference: Reference) -> Iterator[Fault]:
    """Yield a range of pages that ends before it begins; ``145-52`` is short for ``145-152``."""
    for part in re.split(r"[,;+]", reference.page):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            continue
        prefix, first, other, last = match.groups()
        # A number with a zero in front belongs to an article: LL16-04.
        is_comparable = other in ("", prefix) and len(last) >= len(first) and last[0] != "0"
        if is_comparable and int(last) < int(first):
            yield Fault("page", {"value": part.strip()})


# ── capitals ──────────────────────────────────────────────────────────────────────────────────────

_LEAST_LETTERS = 12
"""A title of fewer capitals may be one acronym or two."""
_WORDS = re.compile(r"[^\W\d_]+")


def capital_titles(reference: Reference) -> Iterator[Fault]:
    """Yield a title in capitals."""
    title = plain(reference.title)
    words = _WORDS.findall(title)
    letters = "".join(words)
    if title.isupper() and letters.isupper() and len(letters) >= _LEAST_LETTERS and len(words) > 2:
        changed = reference.title.lower() if title == reference.title else title.lower()
        yield Fault("title", {"value": title}, {"title": changed[:1].upper() + changed[1:]})


def capital_names(reference: Reference) -> Iterator[Fault]:
    """Yield the family names in capitals."""
    for attribute, role in ROLES.items():
        names = getattr(reference, attribute)
        wrong = [name for name in names if _is_capital(name)]
        if wrong:
            changed = tuple(_capitalized(name) if _is_capital(name) else name for name in names)
            data = {"value": "; ".join(map(str, wrong[:3])), "count": len(wrong)}
            yield Fault(role, data, {attribute: changed})


def _is_capital(name: Name) -> bool:
    """Return whether a person's family name is in capitals; three letters may be an acronym."""
    letters = "".join(_WORDS.findall(name.family))
    given = "".join(_WORDS.findall(name.given))
    return len(letters) > 3 and letters.isupper() and bool(given) and given.isupper()


def _capitalized(name: Name) -> Name:
    def word(match: re.Match[str]) -> str:
        return match[0][0] + match[0][1:].lower()

    given = re.sub(r"[^\W\d_]{4,}", word, name.given)
    return evolve(name, family=_WORDS.sub(word, name.family), given=given)


# ── lists of names ────────────────────────────────────────────────────────────────────────────────

_OTHERS = re.compile(
    r"(?:and |& )?(?:others|et\.? ?al\.?|et alii|u\. ?a\.|usw\.?|y otros|e outros|e altri"
    r"|co-?workers|collaborators)",
    re.IGNORECASE,
)


def others(reference: Reference) -> Iterator[Fault]:
    """Yield ``others`` and ``et al.`` that stand for a person."""
    for attribute, role in ROLES.items():
        names = getattr(reference, attribute)
        wrong = [place for place, name in enumerate(names) if _is_others(name)]
        if not wrong:
            continue
        changes = None
        if wrong == [len(names) - 1] and len(names) > 1:
            changes = {attribute: names[:-1], "et_al": reference.et_al | {role}}
        where = "the last name" if wrong[-1] == len(names) - 1 else "a name within the list"
        yield Fault(role, {"value": str(names[wrong[0]]), "where": where}, changes)


def _is_others(name: Name) -> bool:
    text = name.literal or " ".join(filter(None, (name.given, name.family)))
    return _OTHERS.fullmatch(text) is not None


# ── texts ─────────────────────────────────────────────────────────────────────────────────────────

_URL = re.compile(
    r"(?:https?|ftps?)://(?:[^\s/?\#@]{1,200}@)?"
    r"(?:\[[0-9a-f:.]{2,45}\]|localhost|[^\s/?\#:@.]{1,63}(?:\.[^\s/?\#:@.]{1,63}){1,20}\.?)"
    r"(?::\d{1,5})?(?:[/?\#]\S*)?"
    r"|(?!https?:|ftps?:|(?:h+t+p*|t+p|hpp?t|hxxp)s?:/)[a-z][a-z0-9+.-]{1,30}:\S+",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:www\.|ftp\.)[^\s/]{3,200}(?:/\S*)?", re.IGNORECASE)


def broken_urls(reference: Reference) -> Iterator[Fault]:
    """Yield an address without the form of one; none is opened."""
    # EndNote writes records of the Web of Science so, in place of their addresses.
    parts = reference.URL.replace("<Go to ISI>", "isi").split()
    wrong = [part for part in parts if not _URL.fullmatch(part.rstrip(",;"))]
    if not wrong:
        return
    if len(parts) == 1 and _HOST.fullmatch(wrong[0]):
        yield Fault("URL", {"value": wrong[0], "why": "it has no http:// or https://"})
    elif len(parts) > 1 and _URL.fullmatch(parts[0].rstrip(",;")):
        yield Fault("URL", {"value": reference.URL, "why": "it has a space"})
    else:
        yield Fault("URL", {"value": reference.URL, "why": "it has no form of an address"})


def entity_character(entity: str) -> str:
    """Return the character that an entity of HTML stands for, empty if it is none.

    >>> entity_character("&amp;"), entity_character("&nothing;")
    ('&', '')
    """
    is_known = entity[1:2] == "#" or entity[1:] in html5
    character = html.unescape(entity) if is_known else ""
    return character if character.isprintable() or character.isspace() else ""


_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_BRACKETS = re.compile(r"&(?:lt|gt|#60|#62|#x3[ce]);", re.IGNORECASE)


def html_entities(reference: Reference) -> Iterator[Fault]:
    """Yield a text with a character of HTML."""
    for attribute, name, text in _texts(reference):
        found = next(filter(entity_character, _ENTITY.findall(text)), None)
        if found is None:
            continue
        repaired = _ENTITY.sub(lambda match: entity_character(match[0]) or match[0], text)
        # Brackets that appear may be taken for markup.
        is_plain = not _BRACKETS.search(text)
        changes = {attribute: repaired} if is_plain else None
        yield Fault(name, {"value": found, "character": entity_character(found)}, changes)


_MOJIBAKE = re.compile(
    "\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2018-\u201e"
    "\u2020-\u2026\u2030\u2039\u203a\u20ac\u2122]|\u00e2\u20ac[\u0080-\u00bf\u0153\u0161\u0178\u017e"
    "\u02dc\u2018-\u201e\u2020-\u2026\u2122]|\u00c2[\u00a0-\u00bf]"
)


def mojibake(reference: Reference) -> Iterator[Fault]:
    """Yield a text in UTF-8 that some program has read as Windows-1252."""
    for attribute, name, text in _texts(reference):
        match = _MOJIBAKE.search(text)
        if match is None:
            continue
        try:
            repaired = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        yield Fault(name, {"value": match[0], "repaired": repaired[:60]}, {attribute: repaired})


def _texts(reference: Reference) -> Iterator[tuple[str, str, str]]:
    """Yield the attributes, names and values of the texts that people read, and of the URL."""
    for variable, value in reference.variables():
        if variable.kind == "text" and variable.name not in ("DOI", "ISBN", "ISSN"):
            yield variable.attribute, variable.name, value


# ── the whole library ─────────────────────────────────────────────────────────────────────────────


def duplicate_keys(library: Library) -> Iterator[tuple[int, Fault]]:
    """Yield the references whose key an earlier one has; for BibTeX capitals do not differ."""
    fold: Callable[[str], str] = str.lower if library.is_bibtex else str
    first: dict[str, int] = {}
    ids = Ids(table_of(fold(one.id) for one in library.references), folds_case=library.is_bibtex)
    for place, reference in enumerate(library.references):
        if not reference.id:
            continue
        other = first.setdefault(fold(reference.id), place)
        if other != place:
            data = {"key": reference.id, "place": other + 1}
            yield place, Fault("id", data, {"id": ids.assign(reference.id)})


def missing_keys(library: Library) -> Iterator[tuple[int, Fault]]:
    """Yield the entries without a key, which only BibTeX needs."""
    if not library.is_bibtex:
        return
    ids = Ids(table_of(one.id.lower() for one in library.references), folds_case=True)
    for place, reference in enumerate(library.references):
        if not reference.id:
            key = ids.assign(make_key(reference))
            yield place, Fault("id", {"key": key}, {"id": key})
