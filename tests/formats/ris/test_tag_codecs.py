"""Codecs of RIS alone: pages in two tags, a DOI in several places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.ris import tag_codecs

# (SP, EP, pages, values they do not stand for)
PAGES = [
    (["10"], ["20"], "10-20", []),
    (["10-20"], [], "10-20", []),
    (["10–20"], [], "10-20", []),
    (["10--20"], ["20"], "10-20", []),
    (["503"], ["9"], "503-9", []),
    (["219840"], ["219840"], "219840", []),
    (["e005678"], [], "e005678", []),
    (["S193"], ["S194"], "S193-S194", []),
    (["12, 15-17"], [], "12, 15-17", []),
    (["10-20"], ["25"], "10-20", ["25"]),
    (["35"], ["+"], "35+", []),
    (["35+"], [], "35+", []),
    (["35+"], ["+"], "35+", []),
    (["e1001"], ["e10"], "e1001-e10", []),
    (["1"], ["1"], "1", []),
    (["123-130"], ["130"], "123-130", []),
    (["S12-13-S15"], [], "S12-13-S15", []),
    (["S12-S15-17"], ["17"], "S12-S15-17", []),
    (["1: 20-25"], [], "1: 20-25", []),
    (["pii: E1392"], [], "E1392", []),
    (["pii"], [], "pii", []),
    (["No"], ["Specified"], "", []),
    (["No pagination"], [], "", []),
    ([], ["20"], None, []),
]


@pytest.mark.parametrize(("starts", "ends", "pages", "unused"), PAGES)
def test_pages(starts: list[str], ends: list[str], pages: str | None, unused: list[str]) -> None:
    raws = (tuple(starts), tuple(ends))

    decoded = tag_codecs.PAGES.decode(raws)

    assert decoded.value == pages
    assert [raws[position][i] for position, i in decoded.unused] == unused


def test_the_time_for_pages_grows_linearly() -> None:
    raw = "1" + " " * 200_000 + "2"

    assert tag_codecs.PAGES.decode(((raw,), ())).value == raw


@pytest.mark.parametrize(
    ("own", "type_", "note", "doi"),
    [
        (["http://dx.doi.org/10.1/a"], [], [], "10.1/a"),
        ([], ["doi: 10.1000/a"], [], "10.1000/a"),
        ([], [], ["doi: 10.1000/a"], "10.1000/a"),
        (["10.1000/a"], ["10.1000/b"], [], "10.1000/a"),
        (["whatever"], ["10.1000/b"], [], "10.1000/b"),
        (["whatever"], [], [], "whatever"),
    ],
)
def test_a_doi_in_other_tags(own: list[str], type_: list[str], note: list[str], doi: str) -> None:
    decoded = tag_codecs.DOI.decode((tuple(own), tuple(type_), tuple(note)))

    assert decoded.value == doi
    others = {(1, i) for i, raw in enumerate(type_) if doi not in raw}
    assert {place for place in decoded.unused if place[0] == 1} == others


digits = st.text("0123456789", min_size=1, max_size=5)
sides = st.one_of(digits, st.text("0123456789 e-–S", max_size=5))


@given(st.lists(sides, max_size=2), st.lists(sides, max_size=2))
def test_the_fast_path_of_pages_agrees(start: list[str], end: list[str]) -> None:
    raws = tuple(start), tuple(end)

    assert tag_codecs.PAGES.decode(raws) == tag_codecs._decode_pages(raws)


dois = st.text("0123456789./aZ(_ ", max_size=6).map("10.1234/{}".format)


@given(st.lists(dois, max_size=2), st.lists(dois, max_size=1))
def test_the_fast_path_of_dois_agrees(own: list[str], others: list[str]) -> None:
    raws = tuple(own), tuple(others), ()
    long_way = tag_codecs._DOI.decode(raws)

    if long_way.value is not None:
        decoded = tag_codecs.DOI.decode(raws)
        # What repeats the DOI elsewhere is used.
        assert decoded.value == long_way.value
        assert {*decoded.unused} <= {*long_way.unused}
