"""Groups of item types and codecs that RIS and EndNote's formats share."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.formats import reference_managers
from refconv.formats.reference_managers import ACCESSION, CITATION_KEY, unmarked

GROUPS = [
    ("FILMS", ["motion_picture", "broadcast"], ["song"]),
    ("SERIALS", ["article-journal", "article-magazine"], ["article"]),
    ("ARTICLES", ["article-journal", "article", "periodical"], ["book"]),
    ("BOOKS", ["book", "classic", "pamphlet"], ["chapter"]),
    ("PARTS", ["chapter", "paper-conference", "entry-dictionary"], ["book"]),
    ("IN_SERIES", ["book", "report", "map"], ["chapter"]),
    ("NUMBERED", ["report", "patent", "standard"], ["thesis"]),
    ("LEGAL", ["bill", "legal_case"], ["treaty"]),
]


@pytest.mark.parametrize(("name", "members", "others"), GROUPS)
def test_groups_of_types(name: str, members: list[str], others: list[str]) -> None:
    group = getattr(reference_managers, name)

    assert {ItemType(kind) for kind in members} <= group
    assert group.isdisjoint(ItemType(kind) for kind in others)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("citation key: curie1898", "curie1898"),
        ("Citation Key : a", "a"),
        ("curie1898", "curie1898"),
        ("citation key:", None),
    ],
)
def test_citation_keys(raw: str, key: str | None) -> None:
    assert CITATION_KEY.decode(((raw,),)).value == key
    assert key is None or CITATION_KEY.encode(key) == ((key,),)


@pytest.mark.parametrize(("number", "bare"), [(f"{ACCESSION}12", "12"), ("12", "12"), ("", "")])
def test_unmarked(number: str, bare: str) -> None:
    assert unmarked(number) == bare
