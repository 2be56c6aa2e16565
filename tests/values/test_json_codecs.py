"""Codecs of values that JSON decodes to."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import Codec
from refconv.core.model import Date
from refconv.values import json_codecs as codecs

VALUES: list[tuple[Codec, Any, Any, bool]] = [
    # codec, raw value, value, whether it is used whole
    (codecs.TEXT, "A &amp; B", "A & B", True),
    (codecs.TEXT, 12, "12", True),
    (codecs.TEXT, 12.0, "12", True),
    (codecs.TEXT, True, None, True),
    (codecs.TEXT, ["A", "A"], "A", True),
    (codecs.TEXT, ["A", "B"], "A", False),
    (codecs.TEXT, {"value": "A"}, "A", True),
    (codecs.TEXT, [{"name": "A"}], "A", True),
    (codecs.TITLE, ["A <em>b</em>"], "A <i>b</i>", True),
    (codecs.PARAGRAPHS, "<p>A</p><p>b</p>", "A\n\nb", True),
    (codecs.PAGES, "3--9", "3-9", True),
    (codecs.DOI, "https://doi.org/10.1000/182", "10.1000/182", True),
    (codecs.DOI, "none", None, True),
    (codecs.LANGUAGE, "eng", "en", True),
    (codecs.NUMBERS, ["0003-2409", "1365-2044", "0003-2409"], "0003-2409, 1365-2044", True),
    (codecs.LIST, ["a", {"name": "b"}, "a"], ("a", "b"), True),
    (codecs.DATE, {"date-parts": [[2021, 6]]}, Date.of("2021-06"), True),
    (codecs.DATE, {"date-parts": [["soon"]]}, None, True),
]


@pytest.mark.parametrize(("codec", "raw", "value", "is_whole"), VALUES)
def test_values(codec: Codec, raw: Any, value: Any, is_whole: bool) -> None:
    decoded = codec.decode(((raw,),))

    assert decoded.value == value
    assert (decoded.unused == ()) is is_whole


def test_several_keys() -> None:
    assert codecs.TEXT.decode(((), ("A",), ("A", "B"))).unused == ((2, 1),)
    assert codecs.NUMBERS.decode((("1",), (["2"],))).value == "1, 2"


def test_a_date_that_has_digits_but_cannot_be_read_is_reported() -> None:
    decoded = codecs.DATE.decode((("20x4",),))

    assert decoded.value == Date(literal="20x4")
    assert decoded.problem is not None
