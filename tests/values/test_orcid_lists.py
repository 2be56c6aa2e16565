"""ORCIDs in a text beside names."""

from __future__ import annotations

import pytest

from refconv import Name
from refconv.values.orcid_lists import abbreviated_name, add_orcids, encode_orcids

ORCID = "0000-0002-1825-0097"
CURIE, WU = Name(family="Curie", given="Marie"), Name(family="Wu", given="Yan")

LISTS = [
    ([f"Wu, Y./{ORCID}"], ["", ORCID], ()),
    ([f"Wu, Yan/{ORCID}; Moreno, Ana/{ORCID}"], ["", ORCID], (0,)),
    ([f"Curie, M/{ORCID}", "words"], [ORCID, ""], (1,)),
]


@pytest.mark.parametrize(("texts", "orcids", "unused"), LISTS)
def test_orcids_are_added_by_name(
    texts: list[str], orcids: list[str], unused: tuple[int, ...]
) -> None:
    names = [CURIE, WU]

    assert add_orcids(names, texts) == unused
    assert [name.orcid for name in names] == orcids


def test_orcids_are_written_behind_their_names() -> None:
    assert encode_orcids([CURIE, Name(family="Wu", orcid=ORCID)]) == f"Wu/{ORCID}"


def test_a_name_as_indexes_have_it() -> None:
    assert [*map(abbreviated_name, ("Moreno, Ana-C. de", "Plato"))] == ["Moreno, ACD", "Plato"]
