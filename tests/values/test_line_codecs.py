"""Texts, lists, paragraphs and dates in lines of text."""

from __future__ import annotations

import pytest

from refconv.core.edtf import Date
from refconv.core.fields import Codec
from refconv.values.line_codecs import DATE, ISSUED, KEYWORDS, NOTES, TEXT, URL, VERBATIM

Raws = tuple[tuple[str, ...], ...]

# (codec, raw values, value, places of values that it does not stand for)
DECODED: list[tuple[Codec, Raws, object, list[tuple[int, int]]]] = [
    (TEXT, (("a", "b"),), "a", [(0, 1)]),
    (VERBATIM, (("<i>a</i>",),), "<i>a</i>", []),
    (URL, (("https://a.org", "https://b.org"),), "https://a.org", [(0, 1)]),
    (KEYWORDS, (("a", "b; c", "d, e"),), ("a", "b", "c", "d, e"), []),
    (KEYWORDS, ((" ; ",),), None, []),
    (NOTES, (("a\nb", "c"),), "a\nb\n\nc", []),
    (ISSUED, (("2019",), ("2019/03/05/",)), Date.on(2019, 3, 5), []),
    (DATE, (("2019/03/05/",),), Date.on(2019, 3, 5), []),
]


@pytest.mark.parametrize(("codec", "raws", "value", "unused"), DECODED)
def test_decoding(codec: Codec, raws: Raws, value: object, unused: list[tuple[int, int]]) -> None:
    decoded = codec.decode(raws)

    assert (decoded.value, [*decoded.unused]) == (value, unused)


# (codec, value, raw values)
ENCODED: list[tuple[Codec, object, Raws]] = [
    (TEXT, "<i>a</i> b", (("a b",),)),
    (VERBATIM, "<i>a</i>", (("<i>a</i>",),)),
    (URL, "https://a.org", (("https://a.org",),)),
    (KEYWORDS, ("<i>a</i>", "b; c"), (("a", "b", "c"),)),
    (KEYWORDS, ("a\nb", ";"), (("a b",),)),
    (NOTES, "a\nb\n\nc", (("a\nb", "c"),)),
    (NOTES, "<b>a</b>\n\n\n\nc", (("a", "c"),)),
    (ISSUED, Date.on(2019, 3, 5), (("2019",), ("2019/03/05/",))),
    (ISSUED, Date.on(2019), (("2019",), ())),
    (DATE, Date.on(2019, 3, 5), (("2019/03/05/",),)),
    # A text that reads as a date is written as that date.
    (DATE, Date(literal="19\x0199"), (("1999///",),)),
]


@pytest.mark.parametrize(("codec", "value", "raws"), ENCODED)
def test_encoding(codec: Codec, value: object, raws: Raws) -> None:
    assert codec.encode(value) == raws
