"""MODS → records: an item's own elements, and those of what it is part of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import Record
from refconv.core.model import ItemType
from refconv.formats.mods.table import KINDS, RESOURCES, ROLES
from refconv.formats.xml.element_chunks import pieces_of_elements
from refconv.formats.xml.elements import Element, Names
from refconv.values.identifiers import find_orcid
from refconv.values.inverted_names import decode_name
from refconv.values.structured_names import ET_AL, Person

_Pair: TypeAlias = tuple[int, str, str | Person]


def _record(element: Element, _: list[Diagnostic]) -> Record:
    pairs = [*_pairs(element, "")]
    keys = [value for _, key, value in pairs if key == "identifier:citekey"]
    name = str(keys[0]) if keys else element.attributes.get("ID", "")
    kept = [pair for pair in pairs if pair[1] != "identifier:citekey"]
    fields = tuple((key, value) for _, key, value in kept)
    return Record(_kind(pairs), name, fields, element.line, tuple(line for line, _, _ in kept))


def _kind(pairs: list[_Pair]) -> str:
    """Return an item's type: by its genre, its resource, or what it is part of."""
    values: dict[str, list[str]] = {}
    for _, key, value in pairs:
        values.setdefault(key, []).append(str(value))
    has_host = "host/titleInfo" in values or "host/titleInfo:abbreviated" in values
    for genre in values.get("genre", ()):
        if (kind := KINDS.get(genre.casefold())) is not None:
            return str(ItemType.CHAPTER if kind == ItemType.BOOK and has_host else kind)
    for resource in values.get("typeOfResource", ()):
        if resource in RESOURCES:
            return RESOURCES[resource]
    genres = [KINDS.get(genre.casefold()) for genre in values.get("host/genre", ())]
    is_serial = (
        "continuing" in values.get("host/originInfo/issuance", ())
        or "host/identifier:issn" in values
    )
    if ItemType.PAPER_CONFERENCE in genres:
        return "paper-conference"
    if has_host:
        return (
            "article-journal"
            if is_serial or "periodical" in values.get("host/genre", ())
            else "chapter"
        )
    return "book" if "monographic" in values.get("originInfo/issuance", ()) else "document"


def _pairs(element: Element, path: str) -> Iterator[_Pair]:
    """Yield what is in an element as (line, key, value)."""
    for child in element.children:
        match child.name:
            case "relatedItem" if child.attributes.get("type") in ("host", "series"):
                yield from _pairs(child, f"{path}{child.attributes['type']}/")
            case "relatedItem" if child.attributes.get("type"):
                yield from _pairs(child, f"{path}relatedItem:{child.attributes['type']}/")
            case "titleInfo":
                yield from _titles(child, path)
            case "name":
                yield from _names(child, path)
            case "part" if not path or path.endswith(("host/", "series/")):
                yield from _part(child, path)
            case "place":
                terms = [one for one in child.all("placeTerm") if _is_text(one)]
                yield from ((one.line, f"{path}place", one.text()) for one in terms)
            case "language":
                terms = child.all("languageTerm")
                code = [one for one in terms if not _is_text(one)] or terms
                yield from ((one.line, f"{path}language", one.text()) for one in code[:1])
            case "subject":
                yield child.line, f"{path}subject", "--".join(c.text() for c in child.children)
            case _:
                yield from _other(child, path)


def _other(element: Element, path: str) -> Iterator[_Pair]:
    kind = element.attributes.get("type", "")
    if any(True for _ in element.children):
        yield from _pairs(element, f"{path}{element.name}/")
    elif text := element.text():
        yield element.line, path + element.name + _key_suffix(element.name, kind), text
    if accessed := element.attributes.get("dateLastAccessed", ""):
        yield element.line, f"{path}url:dateLastAccessed", accessed


def _key_suffix(name: str, kind: str) -> str:
    """Return what an attribute adds to a key, if it makes another key of it."""
    return f":{kind.casefold()}" if kind and name == "identifier" else ""


def _is_text(term: Element) -> bool:
    return term.attributes.get("type", "text") == "text"


def _titles(element: Element, path: str) -> Iterator[_Pair]:
    """Yield a title with all its parts, but the number in a series beside it."""
    parts = {child.name: child.text() for child in element.children}
    if path.endswith("series/") and (number := parts.pop("partNumber", "")):
        yield element.line, f"{path}titleInfo/partNumber", number
    title = " ".join(filter(None, (parts.get("nonSort", ""), parts.get("title", ""))))
    title = ": ".join(filter(None, (title, parts.get("subTitle", ""))))
    title = ". ".join(filter(None, (title, parts.get("partNumber"), parts.get("partName"))))
    kind = element.attributes.get("type", "")
    if title:
        yield element.line, f"{path}titleInfo" + (f":{kind}" if kind else ""), title


def _names(element: Element, path: str) -> Iterator[_Pair]:
    """Yield a name under the key of its role; a role that no variable has is its own key."""
    roles = [_role(one.text()) for one in element.all("role", "roleTerm")]
    role = next((ROLES[one] for one in roles or [""] if one in ROLES), "")
    person = _person(element)
    if role and person is not None:
        yield element.line, f"{path}name:{role}", person
    elif person is not None:
        shown = person.literal or f"{person.family}, {person.given}"
        yield element.line, f"{path}name:{roles[0]}", shown
    if element.first("etal") is not None:
        yield element.line, f"{path}name:{role or 'author'}", ET_AL


def _role(text: str) -> str:
    """Return a role without the address of MARC's relators."""
    return text.rpartition("/relators/")[2].casefold().rstrip(".")


def _person(element: Element) -> Person | None:
    parts: dict[str, list[str]] = {}
    for one in element.all("namePart"):
        if text := one.text():
            parts.setdefault(one.attributes.get("type", ""), []).append(text)
    ids = (one.text() for one in element.all("nameIdentifier"))
    texts = " ".join((*ids, element.attributes.get("valueURI", "")))
    orcid = find_orcid(texts)
    family, given = (" ".join(parts.get(kind, ())) for kind in ("family", "given"))
    if family or given:
        suffix = " ".join(parts.get("suffix", parts.get("termsOfAddress", ())))
        return Person(family, given.rstrip(","), suffix, orcid=orcid)
    whole_name = ", ".join(parts.get("", ()))
    if element.attributes.get("type", "personal") == "personal":
        name = decode_name(whole_name)
        if name is not None and not name.literal:
            family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
            return Person(family, name.given, name.suffix, orcid=orcid)
    return Person(literal=whole_name, orcid=orcid) if whole_name else None


def _part(element: Element, path: str) -> Iterator[_Pair]:
    """Yield volume, issue and pages of a part."""
    for child in element.children:
        kind = child.attributes.get("type", child.attributes.get("unit", ""))
        number = child.first("number")
        match child.name:
            case "detail" if number is not None and kind in ("page", "pages"):
                yield child.line, f"{path}part/pages", number.text()
            case "detail" if number is not None:
                yield child.line, f"{path}part/detail:{kind}", number.text()
            case "extent" if kind in ("page", "pages", ""):
                ends = [one.text() for n in ("start", "end") for one in child.all(n)]
                pages = "-".join(filter(None, ends)) or child.text()
                yield child.line, f"{path}part/pages", pages
            case name:
                yield child.line, f"{path}part/{name}", child.text()


CHUNKING = pieces_of_elements(Names(("mods",)), _record)
