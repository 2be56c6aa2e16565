"""Names that a format gives in parts already, as PubMed's formats, MODS and JSON do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from attrs import evolve

from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.model import Name
from refconv.values.html_text import decode_entities
from refconv.values.identifiers import find_orcid
from refconv.values.inverted_names import decode_name
from refconv.values.names import parse_names


class Person(NamedTuple):
    """The raw value of one name of a list; all parts may be empty."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    orcid: str = ""


ET_AL = Person()
"""The raw value that ends an incomplete list."""


def spaced_capitals(text: str) -> str:
    """Return initials with periods and spaces, since other programs take ``RQ`` for a name.

    >>> spaced_capitals("RQ")
    'R. Q.'
    """
    return " ".join(f"{c}." for c in text) if text.isalpha() and text.isupper() else text


def _decode_names(raws: Raws) -> Decoded:
    people = [person for values in raws for person in values]
    names = tuple(_name(person) for person in people if person[:4] != ET_AL[:4])
    et_al = any(person[:4] == ET_AL[:4] for person in people)
    return Decoded(NameList(names, et_al) if names or et_al else None)


def _name(person: Person) -> Name:
    if person.literal:
        return Name(literal=person.literal, orcid=person.orcid)
    return Name(family=person.family, given=person.given, suffix=person.suffix, orcid=person.orcid)


NAMES = Codec(_decode_names, lambda value: ())  # noqa: ARG005
"""Names of one key after another, which are only read."""


# ── names in JSON ─────────────────────────────────────────────────────────────────────────────────

_PARTS: Mapping[str, tuple[str, ...]] = {
    "family": ("family", "lastName", "last_name", "lastname", "last", "familyName", "surname"),
    "given": ("given", "firstName", "first_name", "firstname", "first", "givenName", "given_name"),
    "dropping_particle": ("dropping-particle", "dropping_particle"),
    "non_dropping_particle": ("non-dropping-particle", "non_dropping_particle", "particle"),
    "suffix": ("suffix",),
}
_WHOLE = ("name", "full", "fullName", "full_name", "fullname", "display_name", "displayName")
KEYS_OF_NAMES = frozenset(
    (*(key for keys in _PARTS.values() for key in keys), *_WHOLE, "literal", "ORCID", "orcid")
)
"""The keys under which an object has a part of a name, or the whole."""

_SEVERAL = lazy_pattern(r"[;&]|\b(?:and|et al)\b")


def names_of_json(raw: Any) -> NameList:
    """Read names in any form that JSON has for them.

    A list of names or one of them; a name is an object of parts, an object with the whole name, or
    a text. A text that stands alone may hold several names.

    >>> [str(name) for name in names_of_json(["Bell, Ann", {"name": "Carl Dean"}]).names]
    ['Bell, Ann', 'Dean, Carl']
    """
    people = raw if isinstance(raw, list | tuple) else [raw]
    if len(people) == 1 and isinstance(people[0], str):
        return names_of_text(people[0])
    lists = [_names_in(person) for person in people]
    names = tuple(name for one in lists for name in one.names)
    return NameList(names, any(one.et_al for one in lists))


def _names_in(person: Any) -> NameList:
    if isinstance(person, Name):
        return NameList((person,))
    if isinstance(person, str):
        return names_of_text(person, is_one=True)
    name = name_of_parts(person) if isinstance(person, Mapping) else None
    if name is not None:
        return NameList((name,))
    whole = _first_text(person, _WHOLE) if isinstance(person, Mapping) else ""
    return names_of_text(whole, is_one=True, orcid=orcid_of(person)) if whole else NameList(())


def names_of_text(text: str, *, is_one: bool = False, orcid: str = "") -> NameList:
    """Read the names of a text: ``Bell, Ann``, ``Ann Bell``, an institution, or several names.

    Args:
        text: The names.
        is_one: Whether the text is an element of a list, so that one comma parts no two names.
        orcid: The ORCID of the name, if it is one.
    """
    read = NameList(())
    if is_one and text.count(",") == 1 and not _SEVERAL.search(text):
        name = decode_name(text)
        read = NameList(() if name is None else (name,))
    read = read if read.names else parse_names(text)
    if len(read.names) == 1:
        name = read.names[0]
        # The printed form of an institution's name is all of it.
        literal = " ".join(text.split()) if name.literal and not read.et_al else name.literal
        return NameList((evolve(name, literal=literal, orcid=orcid),), read.et_al)
    return read


def name_of_parts(person: Mapping[str, Any]) -> Name | None:
    """Read a name of an object that gives its parts, or a literal; ``None`` if it has neither."""
    parts = {part: _first_text(person, keys) for part, keys in _PARTS.items()}
    if parts["family"] or parts["given"]:
        return Name(**parts, orcid=orcid_of(person))
    literal = _first_text(person, ("literal",))
    return Name(literal=literal, orcid=orcid_of(person)) if literal else None


def find_orcid_in(raw: Any) -> str:
    """Return the first ORCID anywhere in a value of JSON, empty if there is none."""
    if isinstance(raw, str):
        return find_orcid(raw)
    inside = raw.values() if isinstance(raw, Mapping) else raw if isinstance(raw, list) else ()
    return next((orcid for one in inside if (orcid := find_orcid_in(one))), "")


def orcid_of(person: Mapping[str, Any]) -> str:
    """Return the ORCID of an object that is a name, without a resolver in front."""
    return find_orcid(_first_text(person, ("ORCID", "orcid")))


def _first_text(person: Mapping[str, Any], keys: Iterable[str]) -> str:
    texts = (person.get(key) for key in keys)
    return next((decode_entities(one).strip() for one in texts if isinstance(one, str) and one), "")
