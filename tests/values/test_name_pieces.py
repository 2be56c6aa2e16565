"""A list of people, part by part: the kind of each part, and the people that they are."""

from __future__ import annotations

import pytest

from refconv.core.model import Name
from refconv.values.name_pieces import people_of, piece_of, pieces_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # Families and initials.
        ("Smith J, Jones BC", "L L"),
        ("van der Berg JA", "L"),
        ("Smith J Jr", "L"),
        # Given names and families.
        ("J. Smith", "N"),
        ("J. Robert Oppenheimer", "N"),
        # Initials alone, words alone, a suffix, letters that may be either.
        ("Smith, J. A.", "W I"),
        ("Marie Curie", "W"),
        ("King, Jr.", "W S"),
        ("Smith, JA", "W A"),
        # Several people without a separator.
        ("KANOHIN F. SALEY M.B.", "M"),
        # The "and" of a list separates; that of a family does not.
        ("Smith J and Jones K", "L L"),
        ("Ortega y Gasset, José", "W W"),
        ("", ""),
        (", ;", ""),
    ],
)
def test_kinds_of_parts(text: str, kinds: str) -> None:
    assert " ".join(piece.kind for piece in pieces_of(text)) == kinds


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Smith, J., Jones, K.", [True, False, False, False]),
        ("Smith, J., and Jones, K.", [True, False, True, False]),
        ("A & B", [True, True]),
    ],
)
def test_parts_after_an_and_are_the_first_of_a_name(text: str, first: list[bool]) -> None:
    assert [piece.first for piece in pieces_of(text)] == first


@pytest.mark.parametrize(
    ("text", "classes", "words"),
    [
        ("Smith JR", "wi", 2),
        # Capitals beside a family are initials, beside initials a family.
        ("Smith JA", "wi", 2),
        ("J. XU", "iw", 2),
        ("LI X", "wi", 2),
        ("VAN DER BERG", "www", 3),
        ("WHO", "c", 1),
        ("Smith J JR", "wis", 3),
        ("Smith J JA", "wii", 3),
        ("van der Berg", "ppw", 1),
    ],
)
def test_classes_of_words(text: str, classes: str, words: int) -> None:
    piece = piece_of(tuple(text.split()), True)

    assert (piece.classes, piece.words) == (classes, words)


CURIE, ROE = Name(family="Curie", given="Marie"), Name(family="Roe", given="J. A.")


@pytest.mark.parametrize(
    ("text", "inverted", "people"),
    [
        ("Curie, Marie", True, [CURIE]),
        ("Curie, Marie", False, [CURIE]),
        ("Marie Curie", False, [CURIE]),
        ("Roe JA", False, [ROE]),
        ("Roe, J. A., Curie, Marie", False, [ROE, CURIE]),
        ("Roe, J. A., and Marie Curie", False, [ROE, CURIE]),
        # A comma too many.
        ("J. A., Roe", False, [ROE]),
        # A couple.
        ("J. A. and M. Roe", False, [ROE, Name(family="Roe", given="M.")]),
        (
            "Smith, Jones, and Brown",
            False,
            [Name(family=one) for one in ("Smith", "Jones", "Brown")],
        ),
        ("WHO", False, [Name(literal="WHO")]),
        ("King, Jr., Martin", False, [Name(family="King", given="Martin", suffix="Jr.")]),
        (
            "LE ROUX Jean",
            False,
            [Name(family="Roux", given="Jean", non_dropping_particle="le")],
        ),
        ("Vincent Van Gogh", False, [Name(family="Van Gogh", given="Vincent")]),
        (
            "Ludwig van Beethoven",
            False,
            [Name(family="Beethoven", given="Ludwig", non_dropping_particle="van")],
        ),
        (
            "KANOHIN F. SALEY M.B.",
            False,
            [Name(family="Kanohin", given="F."), Name(family="Saley", given="M. B.")],
        ),
        ("", False, []),
    ],
)
def test_people(text: str, inverted: bool, people: list[Name]) -> None:
    assert [*people_of(pieces_of(text), inverted)] == people
