"""Numbers of a known form → the label number, wherever the tagger put them."""

from __future__ import annotations

import pytest

from refconv.tag.known_numbers import KNOWN, label_known_numbers
from refconv.tag.tokens import cut
from tests.assemble.marked import segmented

ROWS = [
    ("{title|T}. {container-title|WO} {page|2019/045678 A1}, {issued|2019}",
     "{title|T}. {number|WO 2019/045678 A1}, {issued|2019}"),
    ("{title|T}, U.S. Patent {volume|9} {page|812 345}, {issued|2017}",
     "{title|T}, U.S. Patent {number|9 812 345}, {issued|2017}"),
    ("{title|T}. RFC {volume|2119}. {publisher|IETF}",
     "{title|T}. {number|RFC 2119}. {publisher|IETF}"),
    ("{title|T}, {container-title|COM}({issued|2020}) {volume|798 final}, {publisher-place|Ulm}",
     "{title|T}, {number|COM(2020) 798 final}, {publisher-place|Ulm}"),
    ("{title|T}. {volume|A}/{issue|RES/71}/{page|144}", "{title|T}. {number|A/RES/71/144}"),
    ("{publisher|HMSO} (Cm. {page|2499})", "{publisher|HMSO} ({number|Cm. 2499})"),
    ("{title|T}. {container-title|bioRxiv} {issued|2021}.{volume|02}.{issue|03}.{page|429501}",
     "{title|T}. bioRxiv 2021.02.03.429501"),
    ("{page|NCT01234987}. {title|T}", "{number|NCT01234987}. {title|T}"),
    ("{title|T}. {publisher|Office DE102012001234B4}",
     "{title|T}. {publisher|Office} {number|DE102012001234B4}"),
    ("{title|Still (U.S. Patent No. 8,991,204). U.S. Patent Office}",
     "{title|Still} (U.S. Patent No. {number|8,991,204}). U.S. Patent Office"),
    # Inside a title it is a part of it, and a number that is there stays.
    ("{title|How RFC 2119 came to be}", "{title|How RFC 2119 came to be}"),
    ("{number|12}. {title|T}. {note|RFC 2119}", "{number|12}. {title|T}. RFC 2119"),
    ("{title|T}. {volume|12}", "{title|T}. {volume|12}"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), ROWS)
def test_known_numbers(before: str, after: str) -> None:
    text, segments = segmented(before)
    tokens = cut(text)
    runs = [
        (
            one.label,
            next(i for i, start in enumerate(tokens.starts) if start >= one.start),
            sum(start < one.end for start in tokens.starts),
        )
        for one in segments
    ]
    marked, end = "", 0
    for label, i, j in label_known_numbers(text, tokens, runs):
        start, stop = tokens.starts[i], tokens.ends[j - 1]
        marked += f"{text[end:start]}{{{label}|{text[start:stop]}}}"
        end = stop
    assert marked + text[end:] == after


def test_each_kind_of_number_has_a_row() -> None:
    found = {
        match.lastgroup for before, _ in ROWS for match in KNOWN.finditer(segmented(before)[0])
    }

    assert found == {*KNOWN.groupindex}
