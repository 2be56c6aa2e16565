"""Codecs of EndNote's generic fields that its RIS has not: dates of several fields, identifiers."""

from __future__ import annotations

from collections.abc import Callable

from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Raws
from refconv.formats.endnote.generic_fields import FieldNames
from refconv.formats.reference_managers import ACCESSION, unmarked
from refconv.values.combinators import first_of, idempotent, one_of, same
from refconv.values.date_fields import decode_one, encode_date
from refconv.values.identifiers import bare_doi, is_pmcid
from refconv.values.line_codecs import ISSUED
from refconv.values.months import MONTH_NAMES
from refconv.values.standard_numbers import decode_numbers, encode_numbers


def _encode_issued(date: Date) -> Raws:
    """Write the year, and beside it the rest in words, as EndNote shows it: ``Jun 4``."""
    year, rest = ISSUED.encode(date)
    point = date.points[0] if date.points else None
    if point is None or not rest or date.end is not None or date.literal or not point.month:
        return year, rest
    month = MONTH_NAMES[point.month - 1]
    return year, (f"{month} {point.day}" if point.day else month,)


YEAR_AND_DATE = Codec(ISSUED.decode, _encode_issued)
"""A date in the fields Year and Date."""


def _decode_with_month(raws: Raws) -> Decoded:
    """Read JabRef's number of a month too, as the date beside the year."""
    years, days, months = raws
    named = tuple(_BY_NUMBER[month] for month in months if month in _BY_NUMBER)
    if not months or days or len(named) < len(months):
        decoded = YEAR_AND_DATE.decode((years, days)) if years or days else Decoded(None)
        others = tuple((2, i) for i in range(len(months)))
        return Decoded(decoded.value, decoded.unused + others, decoded.problem)
    decoded = YEAR_AND_DATE.decode((years, named))
    unused = tuple((2 if p else 0, i) for p, i in decoded.unused)
    return Decoded(decoded.value, unused, decoded.problem)


_BY_NUMBER = {str(number): month for number, month in enumerate(MONTH_NAMES, 1)}

WITH_MONTH = Codec(_decode_with_month, lambda date: (*YEAR_AND_DATE.encode(date), ()))
"""A date in the elements for year, date, and JabRef's month."""

DATE = idempotent(Codec(decode_one, lambda date: ((encode_date(date).rstrip("/"),),)))
"""A date in one field."""


def _decode_access(raws: Raws) -> Decoded:
    whole, years, days = raws
    if not whole:
        return YEAR_AND_DATE.decode((years, days))
    decoded = DATE.decode((whole,))
    apart = YEAR_AND_DATE.decode((years, days)).value if years else None
    others = ((1, years), (2, days))
    unused = tuple((p, i) for p, values in others for i in range(len(values)))
    return Decoded(decoded.value, decoded.unused + (() if apart == decoded.value else unused))


def _encode_access(date: Date) -> Raws:
    (whole,) = DATE.encode(date)
    years, days = YEAR_AND_DATE.encode(date)
    is_same = bool(years) and YEAR_AND_DATE.decode((years, days)).value == date
    return (whole, years, days) if is_same else (whole, (), ())


ACCESSED = Codec(_decode_access, _encode_access)
"""When a web page was consulted: the field Access Date of other types, and its own two fields."""

DOI = idempotent(first_of(bare_doi, same))

PMID = idempotent(first_of(lambda raw: ACCESSION + raw, unmarked))
"""A number in the field Accession Number, marked until the whole record is read."""


def _pmcid(raw: str) -> str | None:
    return upper if is_pmcid(upper := raw.upper()) else None


PMCID = idempotent(first_of(_pmcid, same))


def either(vocabulary: FieldNames, generic: tuple[str, ...], encode: Callable[[str], str]) -> Codec:
    """Return a codec for the keys of one field: each value goes under the key it is read under."""
    keys = tuple(vocabulary.key(name) for name in generic)
    field = vocabulary.name_of(keys[0])
    return one_of(keys, encode, lambda text: vocabulary.key_of(field, text))


def numbers(
    vocabulary: FieldNames, generic: tuple[str, ...], kind: str, encode: Callable[[str], str]
) -> Codec:
    """Return a codec of ISSNs or ISBNs for the keys of the field that is made for both."""
    keys = tuple(vocabulary.key(name) for name in generic)
    field = vocabulary.name_of(keys[0])
    decode = decode_numbers(kind, shared=True)
    return idempotent(
        one_of(
            keys,
            lambda value: encode_numbers(encode(value)),
            lambda text: vocabulary.key_of(field, text),
            decode,
        )
    )
