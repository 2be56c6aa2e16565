"""Fast paths of RIS's codecs: plain texts, dates, pages, DOIs, keywords and names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import evolve

from refconv.core.edtf import Date
from refconv.core.fast import FastPath, cached, if_text
from refconv.core.fields import Codec, Decoded, NameList, Raw, Raws
from refconv.formats.ris import tag_codecs
from refconv.formats.ris.tags import NO_VALUES
from refconv.values import inverted_names as names
from refconv.values import line_codecs
from refconv.values.combinators import plain_list, plain_point
from refconv.values.date_fields import day_text
from refconv.values.identifiers import PLAIN_DOI
from refconv.values.pages import PLAIN_PAGES
from refconv.values.text import is_plain as is_plain_text


def is_plain(text: str) -> bool:
    """Return whether a text survives any line as it is, and cannot be taken for several fields."""
    return is_plain_text(text) and "  -" not in text and "&" not in text and text not in NO_VALUES


def decode_pages(raws: Raws) -> Decoded:
    """Join two numbers, SP and EP, which most pages are."""
    if len(raws[0]) == len(raws[1]) == 1:
        (start,), (end,) = raws
        if start != end and start.isdecimal() and end.isdecimal() and f"{start}{end}".isascii():
            return Decoded(f"{start}-{end}")
    return tag_codecs.PAGES.decode(raws)


def decode_page(raw: Raw) -> str | None:
    """Decode a page or a range of two, alone."""
    return raw if PLAIN_PAGES.fullmatch(raw) is not None else None


def encode_pages(pages: str) -> Raws | None:
    """Encode a page or a range of two."""
    return ((pages,),) if PLAIN_PAGES.fullmatch(pages) is not None else None


def encode_date(date: Date) -> Raws | None:
    """Encode a year, or a year and a month or day."""
    if (point := plain_point(date)) is None:
        return None
    year = (f"{point.year}",)
    return (year,) if point.month is None else (year, (day_text(point),))


def decode_doi(raw: Raw) -> str | None:
    """Decode a DOI without a character that needs care."""
    return raw if PLAIN_DOI.fullmatch(raw) is not None else None


def encode_doi(doi: str) -> Raws | None:
    """Encode a DOI without a character that needs care."""
    return ((doi,),) if PLAIN_DOI.fullmatch(doi) is not None else None


def encode_key_line(key: str) -> Raws | None:
    """Encode a citation key of letters and digits as a line of Zotero's Extra field."""
    is_simple = _SIMPLE_KEY.fullmatch(key) is not None and is_plain(key)
    return ((f"Citation Key: {key}",),) if is_simple else None


_SIMPLE_KEY = re.compile(r"[^\W_]+(?:[_-][^\W_]+)*")


def encode_keywords(values: tuple[str, ...]) -> Raws | None:
    """Encode keywords without semicolons, one a line."""
    return (values,) if plain_list(values, is_plain) else None


def encode_names(value: NameList) -> Raws | None:
    """Encode persons who have a family and a given name alone."""
    texts: list[str] = []
    for name in value.names:
        text = f"{name.family}, {name.given}"
        if (
            not names.is_plain(text)
            or name.non_dropping_particle
            or name.dropping_particle
            or name.suffix
            or name.orcid
        ):
            return None
        texts.append(text)
    return None if value.et_al else (tuple(texts),)


_TEXT = FastPath(decode_one=if_text, is_plain=is_plain)
_NAMES = FastPath(encode_plain=encode_names)

FAST: Mapping[Codec, FastPath] = {
    line_codecs.TEXT: _TEXT,
    line_codecs.VERBATIM: _TEXT,
    line_codecs.URL: _TEXT,
    tag_codecs.NUMBER_OR_M1: _TEXT,
    tag_codecs.PAGES: evolve(
        cached(tag_codecs.PAGES, encode_plain=encode_pages),
        decode=decode_pages,
        decode_one=decode_page,
    ),
    line_codecs.KEYWORDS: FastPath(encode_plain=encode_keywords),
    line_codecs.ISSUED: cached(line_codecs.ISSUED, encode_plain=encode_date),
    tag_codecs.ISSUED_EXTRA: cached(tag_codecs.ISSUED_EXTRA, encode_plain=encode_date),
    tag_codecs.CITATION_KEY_LINE: FastPath(encode_plain=encode_key_line),
    line_codecs.DATE: cached(line_codecs.DATE),
    tag_codecs.DATE_OR_M1: cached(tag_codecs.DATE_OR_M1),
    tag_codecs.DOI: FastPath(decode_one=decode_doi, encode_plain=encode_doi),
    names.NAMES: _NAMES,
    names.NAMES_WITH_ET_AL: _NAMES,
    names.NAMES_WITHOUT_COMMAS: _NAMES,
}
"""The fast path of each codec that has one."""
