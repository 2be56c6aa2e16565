"""Codecs of formats that are only read."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code
from refconv.core.edtf import Date
from refconv.core.fields import Codec
from refconv.values import read_only
from refconv.values.read_only import read_date, title

Raws = tuple[tuple[str, ...], ...]

# (codec, raw values, value, places of values that it does not stand for)
DECODED: list[tuple[str, Raws, object, list[tuple[int, int]]]] = [
    ("TEXT", (("a",),), "a", []),
    ("TEXT", (("a", "b"),), "a", [(0, 1)]),
    ("TEXT", (("",),), None, []),
    # Several texts that say the same in other spellings.
    ("ONE", (("PLoS One",), ("PLoS One.",)), "PLoS One", [(1, 0)]),
    ("ONE", ((), ("PLoS One.",)), "PLoS One.", []),
    ("TITLE", (("A title.",),), "A title", []),
    ("DOI", (("10.1000/a [doi]",), ()), "10.1000/a", []),
    ("DOI", ((), ("doi:10.1000/a",)), "10.1000/a", []),
    ("DOI", (("10.1000/a",), ("10.1000/a",)), "10.1000/a", []),
    ("DOI", (("e12",), ()), None, []),
    ("PMCID", (("PMC3539183",),), "PMC3539183", []),
    ("PMCID", (("pmc",),), None, []),
    ("PMID", (("24381239",),), "24381239", []),
    ("PMID", (("24a",),), None, []),
    ("ISSN", (("1234-567x (Print)",),), "1234-567X", []),
    ("ISSN", (("0001-4036 (Electronic)", "1234-5678 (Linking)"),), "0001-4036, 1234-5678", []),
    ("ISBN", (("ISBN 978-3-86680-192-9",),), "978-3-86680-192-9", []),
    ("ISBN", (("none",),), None, []),
    # Pages, or a number if there are none.
    ("PAGES", (("454-81",), ()), "454-81", []),
    ("PAGES", (("454-81",), ("e1",)), "454-81", [(1, 0)]),
    ("PAGES", ((), ("e0154023",)), "e0154023", []),
    ("PAGES", (("e1",), ("e1",)), "e1", []),
    ("PAGES", ((), ("S0140-6736(20)30183-5",)), None, [(1, 0)]),
    ("LIST", (("a", ""), ("b",)), ("a", "b"), []),
    ("LIST", ((), ()), None, []),
    ("PARAGRAPHS", (("a", "", "b"),), "a\n\nb", []),
    ("PARAGRAPHS", (("",),), None, []),
    ("LANGUAGE", (("fre",),), "fr", []),
    ("LANGUAGE", (("mul", "fre"),), "fr", [(0, 0)]),
    ("LANGUAGE", (("und",),), None, [(0, 0)]),
    ("LANGUAGE", (("eng", "fre", "eng"),), "en", [(0, 1)]),
]


@pytest.mark.parametrize(("name", "raws", "value", "unused"), DECODED)
def test_decoding(name: str, raws: Raws, value: object, unused: list[tuple[int, int]]) -> None:
    decoded = getattr(read_only, name).decode(raws)

    assert decoded.value == value
    assert [*decoded.unused] == unused


# (codec, raw values, date, places of values that it does not stand for)
DATES: list[tuple[str, Raws, str | None, list[tuple[int, int]]]] = [
    ("DATE", (("2016 Apr 19",),), "2016-04-19", []),
    ("DATE", (("2016", "2017"),), "2016", [(0, 1)]),
    ("DATE", (("2016", "2016"),), "2016", []),
    ("DATE", ((" ",),), None, []),
    # The most precise date of the same year.
    ("FULLEST_DATE", (("1898",), ("1898-07-18",)), "1898-07-18", []),
    ("FULLEST_DATE", (("1898",), ("1899-07-18",)), "1898", [(1, 0)]),
    ("FULLEST_DATE", (("1898-06",), ("1898-07-18",)), "1898-07-18", [(0, 0)]),
    ("FULLEST_DATE", ((), ("1898",)), "1898", []),
    ("FULLEST_DATE", (("undated",), ("1898",)), "1898", [(0, 0)]),
    ("FULLEST_DATE", (("undated",), ()), "undated", []),
    ("FULLEST_DATE", ((), ()), None, []),
    # The last of several.
    ("LAST_DATE", (("2016/01/02 00:00", "2016/02/03 00:00"),), "2016-02-03", [(0, 0)]),
]


@pytest.mark.parametrize(("name", "raws", "date", "unused"), DATES)
def test_dates(name: str, raws: Raws, date: str | None, unused: list[tuple[int, int]]) -> None:
    decoded = getattr(read_only, name).decode(raws)

    assert decoded.value == (None if date is None else Date.of(date))
    assert [*decoded.unused] == unused
    assert decoded.problem is None


@pytest.mark.parametrize(
    ("name", "raws"),
    [
        ("DATE", (("20x6 Foo 33",),)),
        ("LAST_DATE", (("2016", "20x6 Foo 33"),)),
        ("FULLEST_DATE", (("20x6 Foo 33",),)),
    ],
)
def test_an_invalid_date_is_reported(name: str, raws: Raws) -> None:
    decoded = getattr(read_only, name).decode(raws)

    assert decoded.value == Date(literal="20x6 Foo 33")
    assert decoded.problem is not None
    assert decoded.problem.code == Code.BAD_DATE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("A title.", "A title"),
        ("[A title.].", "[A title.]"),
        ("[A title.]", "[A title.]"),
        ("What is it?", "What is it?"),
        ("And so on...", "And so on..."),
        (".", None),
        ("", None),
    ],
)
def test_title(raw: str, expected: str | None) -> None:
    assert title(raw) == expected


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("2016", "2016"),
        ("2010   06", "2010-06"),
        ("2013 06 10", "2013-06-10"),
        ("2013/02/15 06:00 [received]", "2013-02-15"),
        ("2013/2", "2013-02"),
        ("1998 Dec-1999 Jan", "1998-12/1999-01"),
        ("n.d.", "n.d."),
    ],
)
def test_read_date(raw: str, date: str) -> None:
    assert read_date(raw) == Date.of(date)


@pytest.mark.parametrize(
    "codec", [codec for codec in vars(read_only).values() if isinstance(codec, Codec)]
)
def test_they_write_nothing(codec: Codec) -> None:
    assert codec.encode("a") == ()
