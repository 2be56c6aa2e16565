"""Features of a token's surroundings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag.batch import PADDING, N
from refconv.tag.context_features import journals, quoted, roles
from refconv.tag.features import CONTEXT_FEATURES
from refconv.tag.tokens import cut
from tests.tag.batches import batch_from

JOURNALS = [
    ("In J. Biol. Chem. 12", ["J", ".", "Biol", ".", "Chem"]),
    ("On Journal of Biological Chemistry.", ["Journal", "of", "Biological", "Chemistry"]),
    ("Proc Natl Acad Sci U S A 12", ["Proc", "Natl", "Acad", "Sci", "U", "S", "A"]),
    ("of hairy cats and dogs", []),
]


@pytest.mark.parametrize(("text", "inside"), JOURNALS)
def test_known_journals(text: str, inside: list[str]) -> None:
    values = journals(batch_from(text))[PADDING:-PADDING] // N
    assert [word for word, value in zip(cut(text).words, values, strict=True) if value] == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Oda: „Ein Titel“. In: Buch", ["Ein", "Titel", "“"]),
        ("Oda: »Ein Titel«. In: Buch", ["Ein", "Titel", "«"]),
        ('Oda, "A title," Book', ["A", "title", ",", '"']),
        ("Oda. A title. Book", []),
    ],
)
def test_inside_quotation_marks_of_any_kind(text: str, inside: list[str]) -> None:
    values = quoted(batch_from(text))[PADDING:-PADDING] // 2 % 2
    assert [word for word, value in zip(cut(text).words, values, strict=True) if value] == inside


def test_position_relative_to_an_editor() -> None:
    text = "Oda A. Snow. In: Ito M, editor. Book"
    values = roles(batch_from(text))[PADDING:-PADDING] % 8
    found = dict(zip(cut(text).words, values.tolist(), strict=True))
    assert (found["Oda"], found["Ito"], found["Book"]) == (0b001, 0b101, 0b110)


REFERENCE = "Smith J. “A title, cut: in two”. Nature (London). 2001;12(3):4-5."


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_values_lie_in_their_range(texts: list[str]) -> None:
    batch = batch_from(*(text.strip() or "x" for text in texts))
    for feature in CONTEXT_FEATURES:
        values = feature.of(batch)
        assert len(values) == len(batch.classes)
        assert values.min(initial=0) >= 0
        assert values.max(initial=0) < feature.size


def test_values_do_not_depend_on_other_strings() -> None:
    alone, among = batch_from(REFERENCE), batch_from("One, A. 1999.", REFERENCE, "2. Two B (2000)")
    start = int(np.flatnonzero(among.first)[1])
    size = int(alone.lengths[0])
    for feature in CONTEXT_FEATURES:
        one = feature.of(alone)[PADDING : PADDING + size]
        other = feature.of(among)[start : start + size]
        assert one.tolist() == other.tolist(), feature.name
