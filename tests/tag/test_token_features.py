"""Features of single tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag import token_features
from refconv.tag.lexicon import CLASSES
from refconv.tag.token_features import token_type
from refconv.tag.tokens import cut

CLASS_OF = [
    ("Hrsg", "editor"), ("eds", "editor"), ("und", "and"), ("In", "in"), ("Bd", "volume"),
    ("vol", "volume"), ("Heft", "issue"), ("pp", "page"), ("März", "month"), ("J", "Initial"),
    ("JA", "UP"), ("NATO", "UPPER"), ("Nature", "journal"), ("Smith", "Cap"), ("Kim", "Short"),
    ("cells", "lower"), ("2003", "year"), ("9999", "4d"), ("12", "2d"), ("103096", "5d"),
    ("„", '"'), ("»", "»"), ("–", "-"), ("—", "—"), ("林鎭錫", "script"), ("Die", "Short"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), CLASS_OF)
def test_class(text: str, name: str) -> None:
    assert CLASSES[token_type(text).class_number] == name


def test_identifiers_are_classes_of_their_own() -> None:
    found = token_type(cut("10.1000/x").words[0])
    assert CLASSES[found.class_number] == "DOI"
    assert found[1:6] == ("<DOI>", "DOI", "", "", "")


OF_WORD = [
    ("Zeitschrift", ("zeitschrift", "Xxx", "zei", "ift", "ftX")),
    ("Müller", ("muller", "Xxx", "mul", "ler", "erX")),
    ("cells", ("cells", "xx", "cel", "lls", "lsx")),
    ("Book", ("book", "Xxx4", "", "", "okX")),
    ("JA", ("ja", "XX2", "", "", "")),
    ("2003", ("0000", "204d", "", "", "")),
    ("157", ("000", "3d", "", "", "")),
    (",", (",", "Po", "", "", "")),
]


@pytest.mark.parametrize(("text", "features"), OF_WORD)
def test_features_of_a_word(text: str, features: tuple[str, ...]) -> None:
    found = token_type(text)
    assert (found.text, *found[1:6]) == (text, *features)


@given(st.text(min_size=1, max_size=12) | st.text("aAbBzZ", min_size=1, max_size=12))
def test_cases_of_most_words_are_a_fast_path(text: str) -> None:
    assert token_features._cases(text) == token_features._cases_of_any(text)
