"""Which fields of EndNote's reference types hold which variables.

A field holds a variable if its name says so. What EndNote has no field for is lost, or stands in a
field of another name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from refconv.clients.endnote.endnote_fields import fields_of_tags, is_of_type

# Variable, fields, types: * is all, -X all but X.
_PLACES = """
title | Title, Title of Entry, Title of Work | *
container-title | Journal, Periodical Title, Magazine, Newspaper, Book Title | *
container-title | Proceedings Title, Title of WebLog, Published Source | *
container-title | Conference Name | CPAPER
container-title | Secondary Title | GEN
collection-title | Series Title | *
collection-title | Tertiary Title | GEN
container-title-short | Alternate Journal, Alternate Title, Alternate Magazine, Abbreviation | *
title-short | Short Title | *
reviewed-title | Reviewed Item | *
original-title | Original Publication | *
event-title | Conference Name | *
division | Academic Department, Department/Division, Department | *
author | Author, Reporter, Investigators, Programmer, Inventor | *
author | Institution | STAND
editor | Editor | *
editor | Secondary Author | GEN
collection-editor | Series Editor | *
collection-editor | Tertiary Author | GEN
translator | Translator | *
translator | Subsidiary Author | GEN
illustrator | Illustrator | *
producer | Producer | *
contributor | Advisor, Sponsor, Funding Agency | *
accessed | Access Date, Date Accessed | *
available-date | Epub Date, E-Pub Date | *
volume | Volume | *
issue | Issue, Issue Number | * -RPRT
issue | Number | GEN
issue | Priority Numbers | PAT
number | Article Number, Report Number, Patent Number, Document Number, Study Number | *
number | Number, Custom 7 | GEN UNPB
collection-number | Series Volume | *
number-of-volumes | Number of Volumes | *
number-of-pages | Number of Pages | *
page | Pages | *
page-first | Start Page | *
chapter-number | Chapter | *
section | Section, Section Number | *
edition | Edition | * -COMP
version | Version | *
publisher | Publisher, University, Distributor, Assignee | * -RPRT
publisher | Institution | RPRT UNPB
publisher-place | City, Place Published, Country | *
event-place | Conference Location | *
authority | Issuing Organization | *
jurisdiction | Designated States | *
status | Legal Status | *
references | References | *
DOI | DOI | *
URL | URL | *
ISSN | ISSN, ISBN, ISBN/ISSN | *
ISBN | ISBN, ISSN, ISBN/ISSN | *
PMID | Accession Number | *
PMCID | PMCID | *
archive | Name of Database | *
archive_location | Accession Number | *
source | Database Provider | *
call-number | Call Number | *
genre | Type of Article, Type of Work, Thesis Type, Type, Type of Medium, Patent Type | *
medium | Computer | COMP
language | Language | *
keyword | Keywords | *
abstract | Abstract | *
note | Notes | *
annote | Research Notes | *
"""

YEARS = ("Year", "Year of Conference")
"""The fields for a year."""
DAYS = ("Date", "Date of Collection", "Last Update Date")
"""The fields for what a date says beside the year."""


@cache
def endnote_places(native: str) -> Mapping[str, tuple[str, ...]]:
    """Return the fields that hold each variable in a reference type, but for ``issued``.

    >>> endnote_places("THES")["title"], endnote_places("NEWS")["author"]
    (('Title',), ('Reporter',))
    """
    own = {*fields_of_tags(native).values()}
    found: dict[str, tuple[str, ...]] = {}
    for line in _PLACES.strip().split("\n"):
        variable, fields, kinds = (part.strip() for part in line.split("|"))
        if is_of_type(native, kinds):
            names = (name for one in fields.split(",") if (name := one.strip()) in own)
            found[variable] = (*found.get(variable, ()), *names)
    return MappingProxyType(found)
