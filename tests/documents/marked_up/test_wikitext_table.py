"""Names of templates and parameters, in the spellings that editors use."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.documents.marked_up.wikitext_table import (
    IGNORED,
    PARAMETERS,
    TYPES,
    folded,
    meaning_of,
)

MEANINGS = [
    ("last", "author.last", 1),
    ("last2", "author.last", 2),
    ("author3-last", "author.last", 3),
    ("author-first12", "author.first", 12),
    ("Autor", "author.whole", 1),
    ("prénom2", "author.first", 2),
    ("apellidos", "author.last", 1),
    ("editor1-last", "editor.last", 1),
    ("ISBN", "ISBN", 1),
    ("access_date", "accessed", 1),
    ("consulté le", "accessed", 1),
    ("data dostępu", "accessed", 1),
    ("pagina's", "page", 1),
    ("url-status", "-", 1),
    ("author-link2", "-", 2),
    ("colour", "", 1),
]


@pytest.mark.parametrize(("name", "meaning", "number"), MEANINGS)
def test_a_parameter(name: str, meaning: str, number: int) -> None:
    assert meaning_of(name) == (meaning, number)


def test_types_are_those_of_csl() -> None:
    assert {*TYPES.values()} - {"-"} <= {*map(str, ItemType)}


def test_names_are_written_as_they_are_compared() -> None:
    assert all(folded(name) == name for name in PARAMETERS)
    assert {*PARAMETERS}.isdisjoint(IGNORED)
