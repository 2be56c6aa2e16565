"""Fast paths of tables: plain texts, dates, keywords, names and numbers."""

from __future__ import annotations

from collections.abc import Mapping

from refconv.core.edtf import Date
from refconv.core.fast import FastPath, cached, if_text
from refconv.core.fields import Codec, Raws
from refconv.formats.delimited import cell_codecs
from refconv.values.combinators import plain_list, plain_point
from refconv.values.identifiers import PLAIN_DOI
from refconv.values.pages import PLAIN_PAGES
from refconv.values.text import is_plain as is_plain_text

_LONGEST_NOTHING = 4
"""Characters of the longest word for no value: n/a, null."""


def is_plain(text: str) -> bool:
    """Return whether a text survives any cell as it is, and is no word for no value."""
    return len(text) > _LONGEST_NOTHING and is_plain_text(text)


def encode_issued(date: Date) -> Raws | None:
    """Encode a year, a month or a day."""
    if (point := plain_point(date)) is None:
        return None
    return (date.edtf(),), (str(point.year),)


def encode_date(date: Date) -> Raws | None:
    """Encode a year, a month or a day in one cell."""
    return None if plain_point(date) is None else ((date.edtf(),),)


def encode_keywords(values: tuple[str, ...]) -> Raws | None:
    """Encode keywords without a mark that cuts them."""
    is_unmarked = all("|" not in value and "/" not in value for value in values)
    is_set = len({*values}) == len(values)
    return (
        (("; ".join(values),),) if is_unmarked and is_set and plain_list(values, is_plain) else None
    )


def encode_pages(pages: str) -> Raws | None:
    """Encode a page or a range of two."""
    return ((pages,),) if PLAIN_PAGES.fullmatch(pages) is not None else None


def encode_doi(doi: str) -> Raws | None:
    """Encode a DOI without a character that needs care."""
    return ((doi,),) if PLAIN_DOI.fullmatch(doi) is not None else None


_CACHED = (cell_codecs.NAMES, cell_codecs.ISSNS, cell_codecs.ISBNS)

FAST: Mapping[Codec, FastPath] = {
    cell_codecs.TEXT: FastPath(decode_one=if_text, is_plain=is_plain),
    cell_codecs.VERBATIM: FastPath(decode_one=if_text, is_plain=is_plain),
    cell_codecs.ISSUED: cached(cell_codecs.ISSUED, encode_plain=encode_issued),
    cell_codecs.DATE: cached(cell_codecs.DATE, encode_plain=encode_date),
    cell_codecs.KEYWORDS: FastPath(encode_plain=encode_keywords),
    cell_codecs.PAGES: cached(cell_codecs.PAGES, encode_plain=encode_pages),
    cell_codecs.DOI: FastPath(encode_plain=encode_doi),
    **{codec: cached(codec) for codec in _CACHED},
}
"""The fast path of each codec that has one."""
