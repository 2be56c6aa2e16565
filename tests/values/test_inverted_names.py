"""Names as "Family, Given, Suffix", in both directions."""

from __future__ import annotations

import pytest

from refconv.core.fields import NameList
from refconv.core.model import Name
from refconv.values.inverted_names import NAMES, NAMES_WITH_ET_AL, decode_name, encode_name

# Names that are written as they are read.
NAME = [
    ("Hughes, Alice B.", Name(family="Hughes", given="Alice B.")),
    ("King, Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
    ("King, , Jr.", Name(family="King", suffix="Jr.")),
    ("van der Berg, Jan", Name(non_dropping_particle="van der", family="Berg", given="Jan")),
    ("Beethoven, Ludwig van", Name(family="Beethoven", given="Ludwig", dropping_particle="van")),
    ("Plato", Name(family="Plato")),
    ("WHO,", Name(literal="WHO")),
    ("World Health Organization,", Name(literal="World Health Organization")),
    ("Smith & Sons,, Inc.", Name(literal="Smith & Sons, Inc.")),
    (", Madonna", Name(given="Madonna")),
]
# Names that are only read.
READ_NAME = [
    ("Hughes,A.", Name(family="Hughes", given="A.")),
    ("King, Jr., Martin", Name(family="King", given="Martin", suffix="Jr.")),
    ("Adler D.G.", Name(family="Adler", given="D.G.")),
    ("Smith JA", Name(family="Smith", given="JA")),
    ("van Dam R.M.", Name(non_dropping_particle="van", family="Dam", given="R.M.")),
    ("World Health Organization", Name(literal="World Health Organization")),
    ("Smith, J., Jr., PhD", Name(literal="Smith, J., Jr., PhD")),
    (",", None),
    ("", None),
]

NAME_LISTS = [
    (("A, B", "C, D"), NameList((Name(family="A", given="B"), Name(family="C", given="D")))),
    (("A, B; C, D",), NameList((Name(family="A", given="B"), Name(family="C", given="D")))),
    (("Smith &amp; Sons",), NameList((Name(literal="Smith &amp; Sons"),))),
    (("A, B", "et al."), NameList((Name(family="A", given="B"),), et_al=True)),
    (("A, B", "et al.,"), NameList((Name(family="A", given="B"),), et_al=True)),
    (("A, B", "and others"), NameList((Name(family="A", given="B"),), et_al=True)),
    (("et al",), NameList((), et_al=True)),
    (("A, B", "..."), NameList((Name(family="A", given="B"),), et_al=True)),
    (("Roe, Kim et al.",), NameList((Name(family="Roe", given="Kim"),), et_al=True)),
    (
        ("Kim A. Roe", "European Union"),
        NameList((Name(family="Roe", given="Kim A."), Name(literal="European Union"))),
    ),
    (("Kim Roe",), NameList((Name(family="Roe", given="Kim"),))),
    # Where others have a comma, a name without one is a body's, unless it has initials.
    (
        ("Doe, Jo", "Kim Roe"),
        NameList((Name(family="Doe", given="Jo"), Name(literal="Kim Roe"))),
    ),
    (
        ("Doe, Jo", "K. Roe"),
        NameList((Name(family="Doe", given="Jo"), Name(family="Roe", given="K."))),
    ),
]


@pytest.mark.parametrize(("text", "name"), NAME)
def test_a_name_both_ways(text: str, name: Name) -> None:
    assert decode_name(text) == name
    assert encode_name(name) == text


@pytest.mark.parametrize(("text", "name"), READ_NAME)
def test_a_name_read(text: str, name: Name | None) -> None:
    assert decode_name(text) == name


@pytest.mark.parametrize(("texts", "names"), NAME_LISTS)
def test_a_list_of_names(texts: tuple[str, ...], names: NameList) -> None:
    assert NAMES.decode((texts,)).value == names


def test_et_al_is_written_for_endnote_alone() -> None:
    names = NameList((Name(family="A", given="B"),), et_al=True)

    assert NAMES.encode(names) == (("A, B",),)
    assert NAMES_WITH_ET_AL.encode(names) == (("A, B", "et al.,"),)


def test_a_name_that_reads_as_et_al_is_not_written() -> None:
    assert NAMES.encode(NameList((Name(literal="et al."), Name(family="A")))) == (("A",),)


REPORTED = [
    (("Roe, Kim", "Doe, Jo"), None),
    (("Kim Roe", "Jo Doe"), "given-first"),
    (("Roe, Kim and Doe, Jo",), "several"),
    (("['Roe, Kim', 'Doe, Jo']",), "several"),
    (("World Health Organization",), None),
]


@pytest.mark.parametrize(("texts", "reason"), REPORTED)
def test_guesses_are_reported(texts: tuple[str, ...], reason: str | None) -> None:
    found = NAMES.decode((texts,)).problem

    assert (found and found.reason) == reason


def test_a_family_of_several_words_alone_is_no_person_without_comma() -> None:
    names = NameList((Name(family="Roe Kim"),))

    assert NAMES.encode(names) == (("Roe Kim,",),)
