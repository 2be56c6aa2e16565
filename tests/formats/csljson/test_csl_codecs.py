"""Texts, dates, names and lists of CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Date, Name
from refconv.formats.csljson.csl_codecs import (
    DATE,
    NAMES,
    as_text,
    is_plain,
    without_surrogates,
)


@pytest.mark.parametrize(
    ("raw", "text"), [("a", "a"), (1, "1"), (1.5, "1.5"), (True, None), (None, None), ([], None)]
)
def test_texts(raw: Any, text: str | None) -> None:
    assert as_text(raw) == text


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
    (7, None, True),
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
    (([["WHO"]], [], []), NameList((Name(literal="WHO"),)), False),
    (([[{**LEE, "x": 1}]], [], []), NameList((Name("Lee", "A."),)), False),
    (([[7]], [], []), None, True),
    ((["Lee"], [], []), None, True),
    (([[LEE]], [[5]], []), None, True),
]  # fmt: skip


@pytest.mark.parametrize(("raws", "value", "is_whole"), PEOPLE)
def test_names(raws: Any, value: NameList | None, is_whole: bool) -> None:
    decoded = NAMES.decode(raws)

    assert decoded.value == value
    assert (decoded.unused == ()) is is_whole
    if value is not None and is_whole:
        assert NAMES.decode(NAMES.encode(value)).value == value
