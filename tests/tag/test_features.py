"""Features of tokens and of their surroundings, and the registry of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag.batch import PADDING, Batch, N, batch_of
from refconv.tag.context_features import journals, quoted, roles
from refconv.tag.features import CONTEXT_FEATURES, FEATURES, TOKEN_FEATURES
from refconv.tag.lexicon import CLASSES
from refconv.tag.token_features import token_type
from refconv.tag.tokens import cut


def batch_from(*texts: str) -> Batch:
    strings = []
    for tokens in map(cut, texts):
        types = [token_type(word) for word in tokens.words]
        classes, words = [one.class_number for one in types], [one.hash_number for one in types]
        strings.append((classes, tokens.glued, words))
    return batch_of(strings)


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


def test_class_numbers_fit() -> None:
    assert len(CLASSES) == len(set(CLASSES)) <= N


def test_the_registry_has_unique_names_that_files_can_hold() -> None:
    assert len(FEATURES.names) == len(set(FEATURES.names))
    for feature in TOKEN_FEATURES:
        assert feature.name.isidentifier()
    for context in CONTEXT_FEATURES:
        assert not set("[]=/%") & set(context.name)


def test_the_registry_says_what_features_measure() -> None:
    assert all(feature.measures for feature in (*TOKEN_FEATURES, *CONTEXT_FEATURES))


def test_some_features_of_the_registry() -> None:
    some = FEATURES.without(["word", "journals"])
    assert set(FEATURES.names) - set(some.names) == {"word", "journals"}
    assert some.places == (-2, -1, 0, 1, 2, "head", "after", "tail")
    assert FEATURES.token_feature("word") not in some.token
    for find in (FEATURES.without, lambda names: FEATURES.context_feature(names[0])):
        with pytest.raises(ValueError, match="unknown feature 'vowels'"):
            find(["vowels"])


def test_named_places() -> None:
    text = "Smith, In the Proc, 12 (Berlin)"
    tokens = cut(text).words
    batch = batch_from(text)
    here = PADDING + tokens.index("the")

    def token_at(place: int | str) -> str:
        return tokens[int(batch.places(place)[here]) - PADDING]

    assert [token_at(place) for place in ("before", "head", -1, 1, "tail", "after")] == [
        "Smith", "In", "In", "Proc", "Proc", "12",
    ]  # fmt: skip


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
