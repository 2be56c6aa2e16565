"""Fields of MARC 21; ``rows/marcxml.txt`` has each of them."""

from __future__ import annotations

import pytest

from refconv.formats.marc.marc_field import MarcField
from refconv.formats.marc.marc_fields import record_of, unbracketed

BRACKETS = [("[Oulu] :", "Oulu"), ("[1998?]", "1998?"), ("1998.", "1998"), ("Inc.", "Inc.")]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_brackets(text: str, expected: str) -> None:
    assert unbracketed(text) == expected


def field(tag: str, *subfields: str, indicators: str = "1 ") -> MarcField:
    return MarcField(tag, indicators, tuple((one[0], one[1:]) for one in subfields), 1)


KINDS = [
    ("am", (), "book"),
    ("as", (), "periodical"),
    ("ai", (), "webpage"),
    ("em", (), "map"),
    ("gm", (), "motion_picture"),
    ("jm", (), "song"),
    ("cm", (), "musical_score"),
    ("am", (field("502", "bPhD"),), "thesis"),
    ("am", (field("088", "aR-1"),), "report"),
    ("ab", (field("773", "tSea"),), "article-journal"),
    ("aa", (field("773", "tSea", "x0028-0836"),), "article-journal"),
    ("aa", (field("773", "tPlants", "z9783161484100"),), "chapter"),
    ("aa", (field("773", "tPlants"), field("711", "aPlant Days")), "paper-conference"),
]


@pytest.mark.parametrize(("leader", "fields", "kind"), KINDS)
def test_types(leader: str, fields: tuple[MarcField, ...], kind: str) -> None:
    assert record_of(f"00000n{leader} a2200000 a 4500", fields, 1).type == kind


def test_added_names_of_an_edited_book_are_its_editors() -> None:
    fields = [field("245", "aPlants /", "cedited by Kim Roe."), field("700", "aRoe, Kim.")]

    assert "name:editor" in dict(record_of("00000nam", fields, 1).fields)
    fields.insert(0, field("100", "aHale, Nora."))
    assert "name:editor" not in dict(record_of("00000nam", fields, 1).fields)


HOSTS = [
    (("gVol. 5, no. 2 (2018), p. 12-20",), {"volume": "5", "issue": "2", "pages": "12-20"}),
    (("gBd. 5 (2018), H. 2, S. 12–20",), {"volume": "5", "issue": "2", "pages": "12–20"}),
    (("g5(2018):2, pages 12",), {"pages": "12"}),
    (("q5:2<12-20",), {"volume": "5", "issue": "2", "pages": "12-20"}),
]


@pytest.mark.parametrize(("subfields", "numbers"), HOSTS)
def test_numbers_of_a_part(subfields: tuple[str, ...], numbers: dict[str, str]) -> None:
    values = dict(record_of("00000naa", [field("773", "tSea", *subfields)], 1).fields)

    assert numbers == {
        name: values[f"host:{name}"]
        for name in ("volume", "issue", "pages")
        if f"host:{name}" in values
    }
