"""Texts, dates, names and lists of CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Date, Name, Point
from refconv.formats.csljson.csl_codecs import (
    DATE,
    DOI,
    KEYWORD,
    NAMES,
    TEXT,
    as_text,
    is_plain,
    without_surrogates,
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        *(("a", "a"), (1, "1"), (1.5, "1.5"), (12.0, "12")),
        *((True, None), (None, None), ([], None), (float("nan"), None)),
    ],
)
def test_texts(raw: Any, text: str | None) -> None:
    assert as_text(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Food &amp; Function", "Food & Function"),
        ("<jats:p>One.</jats:p>", "One."),
        ("A <i>b</i> <em>c</em>", "A <i>b</i> <i>c</i>"),
        ("p < 0.05 & more", "p < 0.05 & more"),
    ],
)
def test_entities_and_elements(raw: str, text: str) -> None:
    assert TEXT.decode(((raw,),)).value == text


@pytest.mark.parametrize(
    ("raw", "values"),
    [
        ("a, b", ("a", "b")),
        ("Food &amp; Function; b", ("Food & Function", "b")),
        ([" a\n", "b, c"], (" a\n", "b, c")),
        (["a", 2, {"name": "b"}], ("a", "2", "b")),
        ([], None),
        (7, None),
    ],
)
def test_lists(raw: Any, values: tuple[str, ...] | None) -> None:
    assert KEYWORD.decode(((raw,), ())).value == values


@pytest.mark.parametrize("text", ["&amp;", "&lt;i&gt;", "a & b", "&amp;amp;", "x"])
def test_what_looks_like_an_entity_is_escaped(text: str) -> None:
    assert TEXT.decode(TEXT.encode(text)).value == text
    assert KEYWORD.decode(KEYWORD.encode((text, "b"))).value == (text, "b")


@pytest.mark.parametrize(
    ("raw", "doi"),
    [
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("10.1000/182", "10.1000/182"),
        ("none", "none"),
        (None, None),
    ],
)
def test_dois(raw: Any, doi: str | None) -> None:
    assert DOI.decode(((raw,),)).value == doi


def test_surrogates() -> None:
    assert without_surrogates("a\ud800é") == "a\ufffdé"
    assert [is_plain(text) for text in ("a", "é", "\ud800")] == [True, True, False]


DATES: list[tuple[Any, Date | None, bool]] = [
    # raw, date, whether it is used whole
    ({"date-parts": [[2019, 5]]}, Date.of("2019-05"), True),
    ({"date-parts": [["2019"]]}, Date.of("2019"), True),
    ({"date-parts": [[2019], [2020]], "circa": True}, Date.of("2019~/2020~"), True),
    ("2019-05", Date.of("2019-05"), True),
    ({"literal": "soon"}, Date(literal="soon"), True),
    ({"date-parts": [[2019]], "note": "x"}, Date.of("2019"), False),
    ({"date-parts": [[2019, 2, 30]]}, Date(literal="2019-02-30"), True),
    ({"date-parts": [["soon"]]}, None, True),
    (7, Date(literal="7"), True),
    (2007, Date.of("2007"), True),
    ({"date-parts": [[2003, 2, None]]}, Date.of("2003-02"), True),
    ({"date-parts": [["1911"]], "season": "1912"}, Date(Point(1911), literal="1912 1911"), True),
    ({"date-parts": [["0000"]], "season": "Spring term"}, Date(literal="Spring term 0000"), True),
    ({"date-parts": [["1911"]], "season": "Spring"}, Date.of("1911-21"), True),
    (
        {"date-parts": [[2001, 3]], "season": "Lent"},
        Date(Point(2001, 3), literal="Lent 2001-03"),
        True,
    ),
    ({"raw": "July 4, 1999"}, Date.of("1999-07-04"), True),
    ({"raw": "in press"}, Date(literal="in press"), True),
    ({"date-parts": [[1999, 7, 4]], "raw": "July 4, 1999"}, Date.of("1999-07-04"), True),
    ({"date-parts": [[1999]], "raw": "Two years later"}, Date.of("1999"), False),
    ([{"year": "2003", "month": "2"}], Date.of("2003-02"), True),
    ("July 2003", Date.of("2003-07"), True),
]


@pytest.mark.parametrize(("raw", "date", "is_whole"), DATES)
def test_dates(raw: Any, date: Date | None, is_whole: bool) -> None:
    decoded = DATE.decode(((raw,),))

    assert decoded.value == date
    assert (decoded.unused == ()) is is_whole
    assert date is not None or decoded.problem is not None


LEE = {"family": "Lee", "given": "A."}
PEOPLE: list[tuple[Any, NameList | None, bool]] = [
    (([[LEE]], [], []), NameList((Name("Lee", "A."),)), True),
    (([[LEE]], [["0000-0002-1825-0097"]], []),
     NameList((Name("Lee", "A.", orcid="0000-0002-1825-0097"),)), True),
    (([[LEE]], [], [True]), NameList((Name("Lee", "A."),), et_al=True), True),
    (([["WHO"]], [], []), NameList((Name(literal="WHO"),)), True),
    (([["Lee, A."]], [], []), NameList((Name("Lee", "A."),)), True),
    (([[{"name": "A. Lee"}]], [], []), NameList((Name("Lee", "A."),)), True),
    (([[{**LEE, "ORCID": "http://orcid.org/0000-0002-1825-0097", "sequence": "first"}]], [], []),
     NameList((Name("Lee", "A.", orcid="0000-0002-1825-0097"),)), True),
    (([[{"family": "Lee", "given": None}]], [], []), NameList((Name("Lee"),)), True),
    (([["Lee, A.", "et al."]], [], []), NameList((Name("Lee", "A."),), et_al=True), True),
    (([[{"family": "S&oacute;lyom"}]], [], []), NameList((Name("Sólyom"),)), True),
    (([[{"family": "&oacute;"}]], [], []), NameList((Name("ó"),)), True),
    (([[{**LEE, "x": 1}]], [], []), NameList((Name("Lee", "A."),)), False),
    (([[7]], [], []), None, True),
    ((["Lee"], [], []), NameList((Name("Lee"),)), True),
    (([LEE], [], []), NameList((Name("Lee", "A."),)), True),
    (([5], [], []), None, True),
    (([[LEE]], [[5]], []), None, True),
]  # fmt: skip


@pytest.mark.parametrize(("raws", "value", "is_whole"), PEOPLE)
def test_names(raws: Any, value: NameList | None, is_whole: bool) -> None:
    decoded = NAMES.decode(raws)

    assert decoded.value == value
    assert (decoded.unused == ()) is is_whole
    if value is not None and is_whole:
        assert NAMES.decode(NAMES.encode(value)).value == value
