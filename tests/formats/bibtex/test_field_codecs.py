"""Titles, ranges, identifiers and lists of BibTeX's fields."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.core.fields import Codec
from refconv.formats.bibtex import field_codecs as codecs

DECODED: list[tuple[Codec, Any, Any, tuple[tuple[int, int], ...]]] = [
    (codecs.TEXT, (("a",),), "a", ()),
    (codecs.TEXT, (("a", "b", "a"),), "a", ((0, 1),)),
    # The subtitle is kept: it shows where to divide the title again.
    (codecs.TITLE, (("A",), ("B",)), "A: B", ((1, 0),)),
    (codecs.TITLE, (("A?",), ("B",)), "A? B", ((1, 0),)),
    (codecs.TITLE, ((), ("B",)), "B", ()),
    (codecs.PAGES, (("1--9",),), "1-9", ()),
    (codecs.DOI, (("10.1000/182",),), "10.1000/182", ()),
    (codecs.DOI, (("https://doi.org/10.1000/182",),), "10.1000/182", ()),
    (codecs.DOI, (("{10.1000/182}",),), "10.1000/182", ()),
    (
        codecs.DOI,
        (("10.1000/(SICI)54:3{\\%}3C345::AID%3E3.0",),),
        "10.1000/(SICI)54:3<345::AID>3.0",
        (),
    ),
    (codecs.DOI, (("https://dx.example.org/10.1000/182",),), "10.1000/182", ()),
    (codecs.URL, ((r"\url{http://x/a\_b}",),), "http://x/a_b", ()),
    (codecs.PMCID, (("123",),), "PMC123", ()),
    (codecs.KEYWORDS, (("a, b; c",),), ("a, b", "c"), ()),
    (codecs.KEYWORDS, (("a, b",),), ("a", "b"), ()),
    (codecs.ARCHIVE, (("arxiv",), ("arXiv",)), "arXiv", ()),
    (codecs.ARCHIVE, (("arxiv",), ("HAL",)), "arXiv", ((1, 0),)),
    (codecs.EVENT_PLACE, (("Rome",), ("Paris",)), "Rome", ((1, 0),)),
    (codecs.EVENT_PLACE, ((), ("Paris",)), "Paris", ((1, 0),)),
    (codecs.EPRINT, (("arXiv:2101.00001",), ()), "2101.00001", ()),
    (codecs.EPRINT, (("https://arxiv.org/abs/2101.00001",), ()), "2101.00001", ()),
    (codecs.EPRINT, ((), ("WOS:1",)), "archive:WOS:1", ()),
]


@pytest.mark.parametrize(("codec", "raws", "value", "unused"), DECODED)
def test_values_are_decoded(
    codec: Codec, raws: Any, value: Any, unused: tuple[tuple[int, int], ...]
) -> None:
    decoded = codec.decode(raws)

    assert (decoded.value, decoded.unused) == (value, unused)


def test_an_invalid_doi_is_kept() -> None:
    decoded = codecs.DOI.decode((("12.3/4",),))

    assert decoded.value == "12.3/4"
    assert decoded.problem is not None
    assert decoded.problem.message == "invalid DOI '12.3/4' (kept unchanged)"


ENCODED: list[tuple[Codec, Any, Any]] = [
    (codecs.PAGES, "1-9", (("1--9",),)),
    (codecs.PAGES, "e12", (("e12",),)),
    (codecs.PAGES, "see 1-9 there", (("see 1-9 there",),)),
    (codecs.KEYWORDS, ("a", "b"), (("a, b",),)),
    (codecs.KEYWORDS, ("a, b", "c"), (("a, b; c",),)),
    (codecs.ARCHIVE, "arXiv", (("arXiv",), ("arxiv",), ())),
    (codecs.ARCHIVE, "Scopus", ((), (), ("Scopus",))),
    (codecs.EPRINT_TYPE, "arXiv", (("arxiv",), ())),
    (codecs.TITLE, "A: B", (("A: B",), ())),
]


@pytest.mark.parametrize(("codec", "value", "raws"), ENCODED)
def test_values_are_encoded(codec: Codec, value: Any, raws: Any) -> None:
    assert codec.encode(value) == raws


def test_a_title_is_divided_where_its_subtitle_begins() -> None:
    assert codecs.TITLE.divide is not None
    assert codecs.TITLE.divide((("A: B: C",), ()), ((), ("B: C",))) == (("A",), ("B: C",))
    assert codecs.TITLE.divide((("A: B",), ()), ((), ("C",))) == (("A: B",), ())
