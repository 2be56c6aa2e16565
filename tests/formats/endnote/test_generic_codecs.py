"""Codecs of EndNote's generic fields: dates of several fields, identifiers."""

from __future__ import annotations

import pytest

from refconv.core.edtf import Date
from refconv.core.fields import Codec
from refconv.formats.endnote.generic_codecs import (
    ACCESSED,
    DATE,
    DOI,
    PMCID,
    PMID,
    WITH_MONTH,
    YEAR_AND_DATE,
    either,
)
from refconv.formats.endnote.generic_fields import TAGS

Raws = tuple[tuple[str, ...], ...]

# Dates that are written as they are read.
BOTH_WAYS: list[tuple[Codec, Raws, str]] = [
    (YEAR_AND_DATE, (("2019",), ()), "2019"),
    (YEAR_AND_DATE, (("2019",), ("Mar 5",)), "2019-03-05"),
    (YEAR_AND_DATE, (("2019",), ("Mar",)), "2019-03"),
    (YEAR_AND_DATE, (("2015",), ("Nov-Dec",)), "2015-11/2015-12"),
    (YEAR_AND_DATE, (("2015",), ("Spring",)), "2015-21"),
    (YEAR_AND_DATE, (("in press",), ()), "in press"),
    (DATE, (("2019/03/05",),), "2019-03-05"),
    (DATE, (("2019/03",),), "2019-03"),
    (DATE, (("2019",),), "2019"),
    # A web page has a year and a day of its own.
    (ACCESSED, (("2019/03/05",), ("2019",), ("Mar 5",)), "2019-03-05"),
    (WITH_MONTH, (("2019",), ("Mar 5",), ()), "2019-03-05"),
]


@pytest.mark.parametrize(("codec", "raws", "date"), BOTH_WAYS)
def test_dates_both_ways(codec: Codec, raws: Raws, date: str) -> None:
    assert codec.decode(raws).value == Date.of(date)
    assert codec.encode(Date.of(date)) == raws


# Dates that are only read: which values they do not stand for.
READ: list[tuple[Codec, Raws, str | None, list[tuple[int, int]]]] = [
    (ACCESSED, ((), ("2015",), ("Mar 4",)), "2015-03-04", []),
    (ACCESSED, (("2015/03/04",), ("2015",), ("Mar 5",)), "2015-03-04", [(1, 0), (2, 0)]),
    (ACCESSED, (("20151028",), (), ()), "2015-10-28", []),
    (WITH_MONTH, (("2018",), (), ("12",)), "2018-12", []),
    (WITH_MONTH, (("2018",), ("Mar",), ("12",)), "2018-03", [(2, 0)]),
    (WITH_MONTH, (("2018",), (), ("13",)), "2018", [(2, 0)]),
    (WITH_MONTH, ((), (), ()), None, []),
    (WITH_MONTH, (("2018", "2019"), (), ("12",)), "2018-12", [(0, 1)]),
]


@pytest.mark.parametrize(("codec", "raws", "date", "unused"), READ)
def test_dates_that_are_read(
    codec: Codec, raws: Raws, date: str | None, unused: list[tuple[int, int]]
) -> None:
    decoded = codec.decode(raws)

    assert decoded.value == (None if date is None else Date.of(date))
    assert [*decoded.unused] == unused


@pytest.mark.parametrize(
    ("codec", "raw", "value", "written"),
    [
        (DOI, "doi:10.1000/rays", "10.1000/rays", "10.1000/rays"),
        (DOI, "https://doi.org/10.1000/rays", "10.1000/rays", "10.1000/rays"),
        (DOI, "10.1000/rays", "10.1000/rays", "10.1000/rays"),
        # The number has a mark until it is known that it is PubMed's.
        (PMID, "12345678", "accession:12345678", "12345678"),
        (PMCID, "pmc3539183", "PMC3539183", "PMC3539183"),
        (PMCID, "PMC3539183", "PMC3539183", "PMC3539183"),
        (PMCID, "Box 7", None, ""),
    ],
)
def test_identifiers(codec: Codec, raw: str, value: str | None, written: str) -> None:
    assert codec.decode(((raw,),)).value == value
    assert value is None or codec.encode(value) == ((written,),)


ISSN = either(TAGS, ("isbn:ISSN", "isbn:digits"), str)


@pytest.mark.parametrize(
    ("raws", "value"),
    [((("0001-4036",), ()), "0001-4036"), (((), ("00014036",)), "00014036")],
)
def test_a_value_is_written_under_the_key_that_it_is_read_as(raws: Raws, value: str) -> None:
    assert ISSN.decode(raws).value == value
    assert ISSN.encode(value) == raws
