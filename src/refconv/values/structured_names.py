"""Names that a format gives in parts already, as PubMed's formats and MODS do."""

from __future__ import annotations

from typing import NamedTuple

from refconv.core.fields import Codec, Decoded, NameList, Raws
from refconv.core.model import Name


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
