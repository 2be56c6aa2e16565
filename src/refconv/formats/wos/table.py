"""The table: tags, item types and the codecs of their values.

Source: Clarivate, *Web of Science Core Collection Field Tags*.
"""

from __future__ import annotations

import re

from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Field, FieldMap, NameList, Raws, types
from refconv.core.model import ItemType, Name, Reference
from refconv.core.rules import Rule
from refconv.formats.wos.syntax import KINDS
from refconv.values.combinators import first_of, idempotent
from refconv.values.date_fields import PY_AND_DA, decode_one, encode_date
from refconv.values.identifiers import doi_or_text, reporting_other_texts
from refconv.values.inverted_names import NAMES
from refconv.values.line_codecs import TEXT
from refconv.values.markup import plain
from refconv.values.orcid_lists import add_orcids, encode_orcids
from refconv.values.pages import ARTICLE_NUMBER, normal_pages, with_article_number
from refconv.values.standard_numbers import (
    JOINT,
    decode_numbers,
    encode_numbers,
    misplaced_numbers,
    number_codec,
)
from refconv.values.text import one_line

TYPES = (
    ("J", ItemType.ARTICLE_JOURNAL),
    ("B", ItemType.BOOK),
    ("B Book Chapter", ItemType.CHAPTER),
    ("C Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("P", ItemType.PATENT),
    ("J Book Review", ItemType.REVIEW_BOOK),
    ("S", ItemType.CHAPTER),
    ("S Book Chapter", ItemType.CHAPTER),
    ("C", ItemType.PAPER_CONFERENCE),
    ("B Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("S Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("B Proceedings Paper; Book Chapter", ItemType.PAPER_CONFERENCE),
    ("S Proceedings Paper; Book Chapter", ItemType.PAPER_CONFERENCE),
    # A conference's papers in a journal are articles.
    ("J Proceedings Paper", ItemType.ARTICLE_JOURNAL),
    ("J Data Paper", ItemType.ARTICLE_JOURNAL),
    ("J Software Review", ItemType.ARTICLE_JOURNAL),
    ("J Book Chapter", ItemType.ARTICLE_JOURNAL),
)
"""A publication type (PT), with the document types of :data:`KINDS`, and CSL's type."""

DOI = idempotent(reporting_other_texts(first_of(doi_or_text)))


def _decode_authors(raws: Raws) -> Decoded:
    """Join persons, groups, and ORCIDs, which stand as ``name/ORCID; name/ORCID``."""
    persons, groups, orcids = raws
    decoded = NAMES.decode((persons,)).value if persons else None
    names = [*(decoded.names if decoded else ()), *(Name(literal=group) for group in groups)]
    if not names:
        return Decoded(None)
    unused = tuple((2, place) for place in add_orcids(names, orcids))
    return Decoded(NameList(tuple(names)), unused)


def _encode_authors(value: NameList) -> Raws:
    persons = NameList(tuple(name for name in value.names if not name.literal))
    groups = [one_line(plain(name.literal)) for name in value.names if name.literal]
    orcids = encode_orcids(value.names)
    return (*NAMES.encode(persons), tuple(groups), (orcids,) if orcids else ())


AUTHORS = idempotent(Codec(_decode_authors, _encode_authors))
EDITORS = idempotent(Codec(NAMES.decode, lambda value: (("; ".join(NAMES.encode(value)[0]),),)))

_SEASONS = {"SPR": "spring", "SUM": "summer", "FAL": "autumn", "WIN": "winter"}


def _encode_issued(date: Date) -> Raws:
    """Write ``PY 2019`` and ``PD MAR 15``, ``PD MAR-APR``, ``PD SPR``."""
    year, rest = PY_AND_DA.encode(date)
    point = date.points[0] if date.start is not None else None
    if point is None or date.literal or not rest:
        return year, rest
    if date.end is None and point.season is not None:
        return year, ([*_SEASONS][point.season - 1],)
    if date.end is None and point.month is not None:
        day = "" if point.day is None else f" {point.day}"
        return year, (f"{_MONTHS[point.month - 1]}{day}",)
    return year, tuple(text.upper() for text in rest)


_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

ISSUED = idempotent(
    Codec(
        lambda raws: PY_AND_DA.decode(
            (raws[0], tuple(_SEASONS.get(raw.upper(), raw) for raw in raws[1]))
        ),
        _encode_issued,
    )
)


def _encode_date(date: Date) -> Raws:
    """Write ``EA FEB 2019``, ``CY JUL 7-11, 2013``."""
    (year, *_), rest = _encode_issued(date)
    is_in_words = bool(rest) and rest[0][:3] in (*_MONTHS, *map(str.upper, _SEASONS))
    return ((f"{rest[0]} {year}" if is_in_words else encode_date(date),),)


DATE = idempotent(Codec(decode_one, _encode_date))


def _decode_pages(raws: Raws) -> Decoded:
    """Join the first page (BP) and the last (EP), which is ``+`` if pages are not in a row."""
    (first, *others), last = raws[0] or ("",), raws[1]
    unused = tuple((0, place + 1) for place in range(len(others)))
    if last and first:
        joined = first + last[0] if last[0] == "+" else f"{first}-{last[0]}"
        first = first if first == last[0] else joined
    return Decoded(normal_pages(first or last[0]), unused)


def _encode_pages(pages: str) -> Raws:
    match = re.fullmatch(r"(\w+)-(\w+)|(\w+)(\+)", pages)
    first, last = (part for part in match.groups() if part) if match else (pages, "")
    return (first,), ((last,) if last else ())


PAGES = idempotent(Codec(_decode_pages, _encode_pages))


def _decode_list(raws: Raws) -> Decoded:
    parts = (part.strip() for values in raws for raw in values for part in raw.split(";"))
    return Decoded(tuple(part for part in parts if part) or None)


KEYWORDS = idempotent(Codec(_decode_list, lambda values: (("; ".join(map(plain, values)),), ())))


FIRST = first_of(encode=plain, keys=2, repeats=True)


def _encode_issn(value: str) -> Raws:
    """Write the number in print as SN, that of the electronic edition as EI."""
    first, *others = encode_numbers(value).split(JOINT)
    return ((first,), (others[0],)) if len(others) == 1 else ((encode_numbers(value),), ())


ISSN = idempotent(Codec(decode_numbers("ISSN"), _encode_issn))


def _encode_accession(value: str) -> Raws:
    return ((value,),) if _OWN_NUMBER.match(value) else ((),)


_OWN_NUMBER = re.compile("[A-Z]{3,8}:")

ACCESSION = idempotent(Codec(TEXT.decode, _encode_accession))
"""The number of Web of Science (UT), which has no place for another database's."""

FIELDS = (
    Field(("AF", "CA", "OI"), "author", AUTHORS),
    Field(("BF",), "container-author", NAMES),
    Field(("BE",), "editor", EDITORS),
    Field(("TI", "SO"), "title", FIRST, types("book")),
    Field(("TI",), "title", TEXT),
    Field(("SO",), "container-title", TEXT),
    Field(("SE",), "collection-title", TEXT),
    Field(("LA",), "language", TEXT),
    Field(("DT",), "genre", TEXT),
    Field(("CT",), "event-title", TEXT),
    Field(("CY",), "event-date", DATE),
    Field(("CL",), "event-place", TEXT),
    Field(("DE", "ID"), "keyword", KEYWORDS),
    Field(("AB",), "abstract", TEXT),
    Field(("PU",), "publisher", TEXT),
    Field(("PI",), "publisher-place", TEXT),
    Field(("SN", "EI"), "ISSN", ISSN),
    Field(("BN",), "ISBN", idempotent(number_codec("ISBN"))),
    Field(("JI", "J9"), "container-title-short", FIRST),
    Field(("PY", "PD"), "issued", ISSUED),
    Field(("VL",), "volume", TEXT),
    Field(("IS",), "issue", TEXT),
    Field(("PN",), "part", TEXT),
    Field(("SU",), "supplement", TEXT),
    Field(("BP", "EP"), "page", PAGES),
    Field(("AR",), "number", TEXT),
    Field(("DI",), "DOI", DOI),
    Field(("EA",), "available-date", DATE),
    Field(("PG",), "number-of-pages", TEXT),
    Field(("PM",), "PMID", TEXT),
    Field(("UT",), "archive_location", ACCESSION),
)

_KIND = f"(?:{'|'.join(KINDS)})"
_TYPE = re.compile(rf"[A-Z](?: {_KIND}(?:; {_KIND})*)?")


def _page_once(reference: Reference) -> Reference:
    """Leave out the page that reading makes of an article number (AR)."""
    bare = reference.changed(page="")
    return bare if with_article_number(bare) == with_article_number(reference) else reference


PAGE_ONCE = Rule(
    "article number in its own field alone", encode=_page_once, needs=frozenset({"page"})
)
"""Decoding it needs no rule but :data:`~refconv.values.pages.ARTICLE_NUMBER`."""

TABLE = FieldMap(
    prefix="wos",
    type_key="PT",
    types=TYPES,
    fallback=("J", ItemType.ARTICLE_JOURNAL),
    fields=FIELDS,
    rules=(ARTICLE_NUMBER, PAGE_ONCE, misplaced_numbers(("wos:SN", "wos:EI", "wos:BN"))),
    is_legal_type=lambda native: _TYPE.fullmatch(native) is not None,
)
