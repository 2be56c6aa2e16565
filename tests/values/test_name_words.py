"""The words of names: their classes, how they are written, names made of them."""

from __future__ import annotations

import pytest

from refconv.core.model import Name
from refconv.values.name_words import class_of, make_name, recased, spaced_initials, written_given


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        # initials
        ("J", "i"),
        ("J.", "i"),
        ("J.-P.", "i"),
        ("Yu.", "i"),
        ("J.A.", "i"),
        # capitals
        ("JA", "c"),
        ("WHO", "c"),
        ("WHOM", "c"),
        # particles
        ("van", "p"),
        ("de", "p"),
        ("d'", "p"),
        # suffixes
        ("Jr.", "s"),
        ("III", "s"),
        ("3rd", "s"),
        ("fils", "s"),
        # other words
        ("jr", "w"),
        ("Van", "w"),
        ("St.", "w"),
        ("Curie", "w"),
        ("UNESCO", "w"),
        ("O'Brien", "w"),
    ],
)
def test_class_of(word: str, letter: str) -> None:
    assert class_of(word) == letter


@pytest.mark.parametrize(
    ("word", "written"),
    [("J", "J."), ("JJ", "J. J."), ("J-P", "J.-P."), ("Yu.A.", "Yu. A."), ("J.-p.", "J.-p.")],
)
def test_spaced_initials(word: str, written: str) -> None:
    assert spaced_initials(word) == written


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("SMITH", "Smith"),
        ("MCDONALD", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACHADO", "Machado"),
        ("O'BRIEN", "O'Brien"),
        ("PERL-MUTTER", "Perl-Mutter"),
        ("Smith", "Smith"),
        ("X", "X"),
        ("ИВАНОВ", "Иванов"),
    ],
)
def test_recased(word: str, written: str) -> None:
    assert recased(word) == written


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["J"], "J."),
        (["JA"], "J. A."),
        (["Marie", "S"], "Marie S."),
        (["MARIE"], "Marie"),
        # Beside a family they are initials.
        (["JR"], "J. R."),
        ([], ""),
    ],
)
def test_written_given(words: list[str], given: str) -> None:
    assert written_given(words) == given


@pytest.mark.parametrize(
    ("family", "given", "suffix", "name"),
    [
        (["Curie"], ["Marie"], "", Name(family="Curie", given="Marie")),
        (["CURIE"], ["M"], "", Name(family="Curie", given="M.")),
        (["Plato"], [], "", Name(family="Plato")),
        (["King"], ["Martin"], "Jr.", Name(family="King", given="Martin", suffix="Jr.")),
        (["King", "Jr"], ["Martin"], "", Name(family="King", given="Martin", suffix="Jr.")),
        (["Lee"], ["H.", "3rd"], "", Name(family="Lee", given="H.", suffix="III")),
        (["Lee"], ["Jr", "H."], "", Name(family="Lee", given="H.", suffix="Jr.")),
        (
            ["van", "der", "Berg"],
            ["J"],
            "",
            Name(family="Berg", given="J.", non_dropping_particle="van der"),
        ),
        (
            ["VAN", "DER", "BERG"],
            ["A."],
            "",
            Name(family="Berg", given="A.", non_dropping_particle="van der"),
        ),
        (["Musset"], ["A.", "de"], "", Name(family="Musset", given="A.", dropping_particle="de")),
        # A particle alone is a family.
        (["de"], ["A."], "", Name(family="de", given="A.")),
        (["Van", "Gogh"], ["V."], "", Name(family="Van Gogh", given="V.")),
    ],
)
def test_make_name(family: list[str], given: list[str], suffix: str, name: Name) -> None:
    assert make_name(family, given, suffix) == name
