"""EndNote's generic fields, and what its two file formats call them.

Sources: EndNote's manual, "Creating a Tagged EndNote Import File" (the tags), and the elements of
its XML export. A field that means several things is told apart by its value: ``accession-num`` with
a number of PubMed's has the key ``accession-num:PMID``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from attrs import frozen

from refconv.values.identifiers import PMCID_FORM
from refconv.values.standard_numbers import kind_of_number

FIELDS: Mapping[str, tuple[str, str]] = {
    name: (tag, path)
    for name, tag, path in (
        line.split()
        for line in """
author                    %A  contributors/authors/author
secondary-author          %E  contributors/secondary-authors/author
tertiary-author           %Y  contributors/tertiary-authors/author
subsidiary-author         %?  contributors/subsidiary-authors/author
translated-author         %H  contributors/translated-authors/author
auth-address              %+  auth-address
title                     %T  titles/title
journal                   %J  titles/secondary-title
secondary-title           %B  titles/secondary-title
tertiary-title            %S  titles/tertiary-title
alt-title                 %O  titles/alt-title
short-title               %!  titles/short-title
translated-title          %Q  titles/translated-title
pages                     %P  pages
volume                    %V  volume
number                    %N  number
num-vols                  %6  num-vols
edition                   %7  edition
section                   %&  section
reprint-edition           %)  reprint-edition
keyword                   %K  keywords/keyword
year                      %D  dates/year
date                      %8  dates/pub-dates/date
pub-location              %C  pub-location
publisher                 %I  publisher
orig-pub                  %(  orig-pub
isbn                      %@  isbn
accession-num             %M  accession-num
call-num                  %L  call-num
electronic-resource-num   %R  electronic-resource-num
abstract                  %X  abstract
label                     %F  label
caption                   %^  caption
notes                     %Z  notes
research-notes            %<  research-notes
work-type                 %9  work-type
reviewed-item             %*  reviewed-item
remote-database-name      %~  remote-database-name
remote-database-provider  %W  remote-database-provider
language                  %G  language
url                       %U  urls/related-urls/url
file                      %>  urls/pdf-urls/url
access-date               %[  access-date
modified-date             %=  modified-date
custom1                   %1  custom1
custom2                   %2  custom2
custom3                   %3  custom3
custom4                   %4  custom4
custom5                   %#  custom5
custom6                   %$  custom6
custom7                   %]  custom7
""".strip().split("\n")
    )
}
"""Generic field → tag of the import format, path in an XML record."""


def _kind(*patterns: tuple[str, str]) -> Callable[[str], str]:
    compiled = [(re.compile(p, re.IGNORECASE | re.ASCII).fullmatch, kind) for p, kind in patterns]
    return lambda value: next((kind for matches, kind in compiled if matches(value)), "")


KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
    "isbn": (("ISSN", "ISBN", "digits"), kind_of_number),
    "accession-num": (
        ("PMID", "PMCID"),
        _kind((r"\d{4,8}", "PMID"), (PMCID_FORM, "PMCID")),
    ),
    "custom2": (("PMCID",), _kind((PMCID_FORM, "PMCID"))),
    "edition": (("date",), _kind((r"\d{4}[/-][\d/-]*", "date"))),
}
"""Fields that mean several things: what, and how a value shows which."""


@frozen
class FieldNames:
    """How a file format calls EndNote's fields."""

    names: Mapping[str, str]
    kinds: Mapping[str, Callable[[str], str]]
    bases: Mapping[str, str]

    def key(self, generic: str) -> str:
        """Return the native key of a generic field, ``isbn:ISSN`` as well as ``isbn``."""
        name, colon, kind = generic.partition(":")
        return self.names[name] + colon + kind

    def key_of(self, name: str, value: str) -> str:
        """Return the key of a value in a native field: its name, with the kind of the value."""
        kind_of = self.kinds.get(name)
        kind = kind_of(value) if kind_of is not None else ""
        return f"{name}:{kind}" if kind else name

    def name_of(self, key: str) -> str:
        """Return the native field of a key."""
        return self.bases.get(key, key)


def _vocabulary(place: int) -> FieldNames:
    names = {generic: native[place] for generic, native in FIELDS.items()}
    return FieldNames(
        names,
        {names[generic]: kind_of for generic, (_, kind_of) in KINDS.items()},
        {f"{names[g]}:{kind}": names[g] for g, (kinds, _) in KINDS.items() for kind in kinds},
    )


TAGS = _vocabulary(0)
"""The import format's: ``%A``."""

PATHS = _vocabulary(1)
"""XML's: ``contributors/authors/author``."""
