"""Fast paths of BibTeX's codecs: plain texts, ranges, DOIs, keywords, dates and names."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.edtf import Date
from refconv.core.fast import FastPath, cached, if_text
from refconv.core.fields import Codec, NameList, Raw, Raws
from refconv.formats.bibtex import date_codec as dates
from refconv.formats.bibtex import field_codecs as codecs
from refconv.formats.bibtex import name_codec as people
from refconv.formats.bibtex.latex.encode import is_plain
from refconv.formats.bibtex.syntax.name_lists import NativeName, write_simple
from refconv.formats.bibtex.syntax.string_macros import MONTH_MACROS
from refconv.values.combinators import plain_list, plain_point
from refconv.values.identifiers import PLAIN_DOI
from refconv.values.pages import PLAIN_PAGES


def decode_range(raw: Raw) -> str | None:
    """Decode a number or a range of two, with one or two hyphens."""
    if not isinstance(raw, str):
        return None
    text = raw.replace("--", "-", 1)
    return text if PLAIN_PAGES.fullmatch(text) is not None else None


def encode_range(text: str) -> Raws | None:
    """Encode a number or a range of two."""
    return ((text,),) if PLAIN_PAGES.fullmatch(text) is not None else None


def encode_pages(pages: str) -> Raws | None:
    """Encode a page or a range of two, with two hyphens."""
    match = PLAIN_PAGES.fullmatch(pages)
    return None if match is None else ((pages.replace("-", "--") if match["dash"] else pages,),)


def decode_doi(raw: Raw) -> str | None:
    """Decode a DOI without a character that needs care."""
    return raw if isinstance(raw, str) and PLAIN_DOI.fullmatch(raw) is not None else None


def encode_doi(doi: str) -> Raws | None:
    """Encode a DOI without a character that needs care."""
    return ((doi,),) if PLAIN_DOI.fullmatch(doi) is not None else None


def encode_keywords(values: tuple[str, ...]) -> Raws | None:
    """Encode keywords that can be cut at commas."""
    return ((", ".join(values),),) if plain_list(values, is_plain) else None


def encode_issued(value: Date) -> Raws | None:
    """Encode a year, or a year and a month."""
    point = plain_point(value)
    if point is None or point.day is not None:
        return None
    year = (str(point.year),)
    return (year,) if point.month is None else (year, (MONTH_MACROS[point.month - 1],))


def encode_names(value: NameList) -> Raws | None:
    """Encode a complete list of names in whose parts nothing else can be seen."""
    if value.et_al or not value.names:
        return None
    names: list[NativeName] = []
    for name in value.names:
        native = people.native_name(name)
        if name.orcid or not write_simple(native):
            return None
        names.append(native)
    return ((tuple(names),),)


_TEXT = FastPath(decode_one=if_text, is_plain=is_plain)
_NAMES = FastPath(encode_plain=encode_names)

FAST: Mapping[Codec, FastPath] = {
    codecs.TEXT: _TEXT,
    codecs.TITLE: _TEXT,
    codecs.RANGE: FastPath(decode_one=decode_range, encode_plain=encode_range),
    codecs.PAGES: FastPath(decode_one=decode_range, encode_plain=encode_pages),
    codecs.DOI: FastPath(decode_one=decode_doi, encode_plain=encode_doi),
    codecs.KEYWORDS: FastPath(encode_plain=encode_keywords),
    dates.ISSUED: cached(dates.ISSUED, encode_plain=encode_issued),
    dates.ISSUED_FOR_ZOTERO: cached(dates.ISSUED_FOR_ZOTERO, encode_plain=encode_issued),
    dates.WHOLE: cached(dates.WHOLE),
    dates.DATE: cached(dates.DATE),
    people.NAMES: _NAMES,
    people.NAMES_ALONE: _NAMES,
}
"""The fast path of each codec that has one."""
