"""The table of MARC 21, which is only read: which field holds which variable.

Source: Library of Congress, *MARC 21 Format for Bibliographic Data*. Keys are those of
:mod:`~refconv.formats.marc.marc_fields`: a tag, or a word where a field has several values.
"""

from __future__ import annotations

import re

from refconv.core.edtf import Date
from refconv.core.fields import Decoded, Field, FieldMap, Raws
from refconv.core.model import ItemType
from refconv.formats.marc.marc_fields import RELATORS
from refconv.values import read_only as codecs
from refconv.values.pages import ARTICLE_NUMBER, normal_pages
from refconv.values.read_only import ISBN, ISSN, LIST, ONE, TEXT, read_date, reading
from refconv.values.structured_names import NAMES

_YEAR = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<uncertain>\?)?(?!\d)")


def _date(raw: str) -> Date | None:
    """Read a date of publication: a year in any words; ``None`` if there is none."""
    date = read_date(raw)
    if date.start is not None and not date.literal:
        return date
    years = [*_YEAR.finditer(raw)]
    if not years:
        return None
    return Date.of(years[0]["year"] + (years[0]["uncertain"] or ""))


def _decode_issued(raws: Raws) -> Decoded:
    """Read the first date; others are kept if they say more."""
    places = [(p, i) for p, column in enumerate(raws) for i in range(len(column))]
    dates = {place: _date(raws[place[0]][place[1]]) for place in places}
    chosen = next((date for date in dates.values() if date is not None), None)
    if chosen is None:
        return Decoded(Date(literal=raws[places[0][0]][places[0][1]]), tuple(places[1:]))
    fuller = next(
        (date for date in dates.values() if date and date.edtf().startswith(chosen.edtf())), chosen
    )
    unused = tuple(
        place
        for place, date in dates.items()
        if date is None or not fuller.edtf().startswith(date.edtf())
    )
    return Decoded(fuller, unused)


ISSUED = reading(_decode_issued)


def _pages(raws: Raws) -> Decoded:
    return Decoded(normal_pages(raws[0][0]), tuple((0, i) for i in range(1, len(raws[0]))))


def _language(raws: Raws) -> Decoded:
    """Read the first language of those that are named, or that of the fixed-length data."""
    named, fixed = raws
    if named:
        decoded = codecs.LANGUAGE.decode((named,))
        return Decoded(decoded.value, decoded.unused, decoded.problem)
    return codecs.LANGUAGE.decode((fixed,))


ROWS = (
    Field(("245",), "title", TEXT),
    *(Field((f"name:{role}",), role, NAMES) for role in dict.fromkeys(RELATORS.values())),
    Field(("host:author",), "container-author", NAMES),
    Field(("host:title",), "container-title", ONE),
    Field(("host:abbreviation", "210"), "container-title-short", ONE),
    Field(("490:series", "440:series", "830:series"), "collection-title", ONE),
    Field(("490:number", "440:number", "830:number"), "collection-number", ONE),
    Field(("host:date", "260:date", "260:copyright", "thesis:date", "008:date"), "issued", ISSUED),
    Field(("host:volume",), "volume", ONE),
    Field(("host:issue",), "issue", ONE),
    Field(("host:pages",), "page", reading(_pages)),
    Field(("250", "host:edition"), "edition", ONE),
    Field(("260:publisher", "thesis:university"), "publisher", ONE),
    Field(("260:place",), "publisher-place", ONE),
    Field(("024:doi",), "DOI", codecs.DOI),
    Field(("020", "host:isbn"), "ISBN", ISBN),
    Field(("022", "host:issn"), "ISSN", ISSN),
    Field(("088", "027"), "number", ONE),
    Field(("856",), "URL", ONE),
    Field(("call-number",), "call-number", ONE),
    Field(("041", "008:language"), "language", reading(_language)),
    Field(("520",), "abstract", codecs.PARAGRAPHS),
    Field(("500",), "note", codecs.PARAGRAPHS),
    Field(("subject",), "keyword", LIST),
    Field(("300:pages",), "number-of-pages", ONE),
    Field(("thesis:degree",), "genre", ONE),
    Field(("event",), "event-title", ONE),
    Field(("event:place",), "event-place", ONE),
    Field(("event:date",), "event-date", codecs.DATE),
    Field(("534",), "original-title", ONE),
)


TABLE = FieldMap(
    prefix="marc",
    type_key="leader",
    types=tuple((str(kind), kind) for kind in ItemType),
    fallback=("document", ItemType.DOCUMENT),
    fields=ROWS,
    rules=(ARTICLE_NUMBER,),
    repeats=True,
)
