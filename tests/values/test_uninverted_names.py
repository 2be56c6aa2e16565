"""Names with the family last, and several names in one value."""

from __future__ import annotations

import pytest

from refconv.values.uninverted_names import given_first, is_body, is_given_first, persons_in

# (a text, family and given name; or that it has no such form)
GIVEN_FIRST = [
    ("A. Bell", "Bell|A."),
    ("C. D. Dean", "Dean|C. D."),
    ("Jules Q. Verne", "Verne|Jules Q."),
    ("Mary-Ann Lake", "Lake|Mary-Ann"),
    ("L. van der Meer", "van der Meer|L."),
    ("JorgeS Martins", "Martins|JorgeS"),
    ("Ana Luisa Reis", "Reis|Ana Luisa"),
    ("John Smith Jr.", "Smith|John"),
    ("World Health Organization", ""),
    ("European Union", ""),
    ("NHS England", ""),
    ("Greenpeace", ""),
    ("the sea", ""),
    ("Group of 7", ""),
    ("Smith J", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN_FIRST)
def test_the_family_is_the_last_word(text: str, expected: str) -> None:
    name = given_first(text)

    shown = name and f"{name.non_dropping_particle} {name.family}|{name.given}".strip()
    assert (shown or "") == expected


# (a text, its persons between bars; or that it is one name)
PERSONS = [
    ("A, B; C, D", "A, B|C, D"),
    ("Smith J; Jones K", "Smith J|Jones K"),
    ("John Smith; Kate Jones", "John Smith|Kate Jones"),
    ("Smith, J and Jones, K", "Smith, J|Jones, K"),
    ("Smith, J. & Jones, K. L.", "Smith, J.|Jones, K. L."),
    ("John Smith and Kate Jones", "John Smith|Kate Jones"),
    ("Katie R. Lyb, E. S. Boyle, K. J. Farm", "Katie R. Lyb|E. S. Boyle|K. J. Farm"),
    ("Katie Lyb, Ed Boyle and Kim Farm", "Katie Lyb|Ed Boyle|Kim Farm"),
    ("E. S. Boyle, K. J. Farm", "E. S. Boyle|K. J. Farm"),
    ("Smith JA, Jones KL", "Smith JA|Jones KL"),
    ("Smith, J., Jones, K.", "Smith, J.|Jones, K."),
    ("Roe, Kim, Doe, Jo", "Roe, Kim|Doe, Jo"),
    ("['Mizd, Anja', 'Scarb, Peter']", "Mizd, Anja|Scarb, Peter"),
    ('["O\'Hara, Pat"]', "O'Hara, Pat"),
    # one name
    ("Oslo, Ministry of Fish, Norway, Ponds", ""),
    ("Smith, John, Jr., MD", ""),
    ("Smith, John", ""),
    ("Smith, J., Jr.", ""),
    ("King, Martin Luther, Jr.", ""),
    ("Garcia Marquez, Gabriel", ""),
    ("Barnes and Noble", ""),
    ("Barnes and Noble, Inc.", ""),
    ("Smith & Sons", ""),
    ("Smith, John and Kate", ""),
    ("Ministry of Fish, Department of Ponds, Oslo", ""),
    ("Institute of Ponds; Institute of Fish", ""),
    ("[Anonymous]", ""),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons_in_one_value(text: str, expected: str) -> None:
    assert "|".join(persons_in(text) or ()) == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("K. Roe", True),
        ("Kim A Roe", True),
        ("J A Roe", True),
        ("A Roe", False),
        ("Jo Roe", False),
    ],
)
def test_initials_make_a_person(text: str, sure: bool) -> None:
    assert is_given_first(text)
    assert is_given_first(text, is_sure=True) is sure


@pytest.mark.parametrize("text", ["European Union", "Royal Society", "UNESCO Paris"])
def test_bodies(text: str) -> None:
    assert is_body(text)
