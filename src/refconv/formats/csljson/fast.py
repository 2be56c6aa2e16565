"""Fast paths of CSL-JSON's codecs: plain texts, dates, names and keywords."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from refconv.core.edtf import Date
from refconv.core.fast import CACHE_SIZE, FastPath
from refconv.core.fields import Codec, Decoded, NameList, Raw, Raws
from refconv.core.model import Name
from refconv.formats.csljson.csl_codecs import (
    DATE,
    DOI,
    KEYWORD,
    NAMES,
    TEXT,
    if_plain,
    is_plain,
    is_verbatim,
)
from refconv.values.combinators import plain_list, plain_point


def encode_date(date: Date) -> Raws | None:
    """Encode a year, a month or a day."""
    if (point := plain_point(date)) is None:
        return None
    parts = [part for part in (point.year, point.month, point.day) if part is not None]
    return (({"date-parts": [parts]},),)


def decode_date(raw: Raw) -> Date | None:
    """Decode a year, a month or a day."""
    if not isinstance(raw, dict) or len(raw) != 1:
        return None
    match raw.get("date-parts"):
        case [[*parts]] if 1 <= len(parts) <= 3 and {*map(type, parts)} == {int}:
            return _date_of(*parts)
    return None


@lru_cache(CACHE_SIZE)
def _date_of(*parts: int) -> Date | None:
    decoded = DATE.decode((({"date-parts": [[*parts]]},),))
    value: Date | None = decoded.value
    return value if decoded == Decoded(value) else None


def decode_names(raw: Raw) -> NameList | None:
    """Decode names of a family and a given name alone."""
    if not isinstance(raw, list):
        return None
    names: list[Name] = []
    for person in raw:
        match person:
            case {"family": str(family), "given": str(given)} if (
                len(person) == 2 and family and given and "&" not in family and "&" not in given
            ):
                names.append(Name.unchecked(family=family, given=given))
            case _:
                return None
    return NameList(tuple(names)) if names else None


def encode_names(value: NameList) -> Raws | None:
    """Encode a complete list of names without ORCIDs."""
    if value.et_al:
        return None
    people: list[dict[str, str]] = []
    for name in value.names:
        if name.orcid:
            return None
        # Most have these two parts alone.
        is_short = len(vars(name)) == 2 and name.family and name.given
        people.append({"family": name.family, "given": name.given} if is_short else name.as_csl())
    is_whole = is_verbatim("".join([text for one in people for text in one.values()]))
    return ((people,),) if is_whole else None


def encode_keywords(values: tuple[str, ...]) -> Raws | None:
    """Encode keywords that can be cut at commas."""
    return ((", ".join(values),),) if plain_list(values, is_verbatim) else None


def is_doi(text: str) -> bool:
    """Return whether a DOI has no resolver in front, and is written as it is."""
    return text.startswith("10.") and is_plain(text)


def if_doi(raw: Raw) -> str | None:
    """Return a DOI without a resolver in front."""
    return raw if isinstance(raw, str) and raw.startswith("10.") else None


FAST: Mapping[Codec, FastPath] = {
    TEXT: FastPath(decode_one=if_plain, is_plain=is_verbatim),
    DOI: FastPath(decode_one=if_doi, is_plain=is_doi),
    DATE: FastPath(decode_one=decode_date, encode_plain=encode_date),
    NAMES: FastPath(decode_one=decode_names, encode_plain=encode_names),
    KEYWORD: FastPath(encode_plain=encode_keywords),
}
"""The fast path of each codec that has one."""
