"""Features: what they say of a token and of its surroundings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.tag.batch import PADDING, N, View, view_of
from refconv.tag.context_features import CONTEXT_FEATURES, journals, quoted, roles
from refconv.tag.lexicon import CLASSES
from refconv.tag.token_features import TOKEN_FEATURES, Looks, looks
from refconv.tag.tokens import cut


def lay_out(*texts: str) -> View:
    strings = []
    for tokens in map(cut, texts):
        seen = [looks(word) for word in tokens.words]
        classes, words = [s.class_number for s in seen], [s.hash_number for s in seen]
        strings.append((classes, tokens.glued, words))
    return view_of(strings)


CLASS_OF = [
    ("Hrsg", "editor"), ("eds", "editor"), ("und", "and"), ("In", "in"), ("Bd", "volume"),
    ("vol", "volume"), ("Heft", "issue"), ("pp", "page"), ("März", "month"), ("J", "Initial"),
    ("JA", "UP"), ("NATO", "UPPER"), ("Nature", "journal"), ("Smith", "Cap"), ("Kim", "Short"),
    ("cells", "lower"), ("2003", "year"), ("9999", "4d"), ("12", "2d"), ("103096", "5d"),
    ("„", '"'), ("»", "»"), ("–", "-"), ("—", "—"), ("林鎭錫", "script"), ("Die", "Short"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), CLASS_OF)
def test_class(text: str, name: str) -> None:
    assert CLASSES[looks(text).class_number] == name


def test_identifiers_are_classes_of_their_own() -> None:
    seen = looks(cut("10.1000/x").words[0])
    assert CLASSES[seen.class_number] == "DOI"
    assert seen[:5] == ("<DOI>", "DOI", "", "", "")


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
    assert looks(text)[:5] == features


def test_weighed_features_are_the_first_fields_of_a_words_looks() -> None:
    names = tuple(feature.name for feature in TOKEN_FEATURES)
    assert Looks._fields[: len(names)] == names


def test_class_numbers_fit() -> None:
    assert len(CLASSES) == len(set(CLASSES)) <= N


def test_names_of_features_are_unique() -> None:
    for features in (TOKEN_FEATURES, CONTEXT_FEATURES):
        names = [feature.name for feature in features]
        assert len(names) == len(set(names))


def test_named_places() -> None:
    text = "Smith, In the Proc, 12 (Berlin)"
    tokens = cut(text).words
    view = lay_out(text)
    here = PADDING + tokens.index("the")

    def seen(place: int | str) -> str:
        return tokens[int(view.places(place)[here]) - PADDING]

    assert [seen(place) for place in ("before", "head", -1, 1, "tail", "after")] == [
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
    values = journals(lay_out(text))[PADDING:-PADDING] // N
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
def test_between_quotation_marks_of_any_kind(text: str, inside: list[str]) -> None:
    values = quoted(lay_out(text))[PADDING:-PADDING] // 2 % 2
    assert [word for word, value in zip(cut(text).words, values, strict=True) if value] == inside


def test_what_came_before_an_editor_and_after() -> None:
    text = "Oda A. Snow. In: Ito M, editor. Book"
    values = roles(lay_out(text))[PADDING:-PADDING] % 8
    seen = dict(zip(cut(text).words, values.tolist(), strict=True))
    assert (seen["Oda"], seen["Ito"], seen["Book"]) == (0b001, 0b101, 0b110)


REFERENCE = "Smith J. “A title, cut: in two”. Nature (London). 2001;12(3):4-5."


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_values_lie_in_their_range(texts: list[str]) -> None:
    view = lay_out(*(text.strip() or "x" for text in texts))
    for feature in CONTEXT_FEATURES:
        values = feature.of(view)
        assert len(values) == len(view.classes)
        assert values.min(initial=0) >= 0
        assert values.max(initial=0) < feature.size


def test_a_string_is_seen_alike_alone_and_among_others() -> None:
    alone, among = lay_out(REFERENCE), lay_out("One, A. 1999.", REFERENCE, "2. Two B (2000)")
    start = int(np.flatnonzero(among.first)[1])
    size = int(alone.lengths[0])
    for feature in CONTEXT_FEATURES:
        one = feature.of(alone)[PADDING : PADDING + size]
        other = feature.of(among)[start : start + size]
        assert one.tolist() == other.tolist(), feature.name
