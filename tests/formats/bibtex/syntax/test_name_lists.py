r"""Lists of names: BibTeX's forms, biblatex's, and what people write besides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.fields import Decoded, NameList
from refconv.core.model import Name
from refconv.formats.bibtex.latex.white_space import one_line
from refconv.formats.bibtex.name_codec import NAMES
from refconv.formats.bibtex.syntax.name_lists import (
    OTHERS,
    NativeName,
    carry_names,
    format_names,
    parse_names,
    read_any_names,
)
from refconv.strategies import names


def native(first: str = "", von: str = "", last: str = "", jr: str = "") -> NativeName:
    return NativeName(first, von, last, jr)


FORMS = {
    "John Smith": native("John", last="Smith"),
    "Smith, John": native("John", last="Smith"),
    "Ludwig van Beethoven": native("Ludwig", "van", "Beethoven"),
    "van der Berg, Jan": native("Jan", "van der", "Berg"),
    "King, Jr., Martin Luther": native("Martin Luther", last="King", jr="Jr."),
    "Martin Luther King Jr.": native("Martin Luther", last="King", jr="Jr."),
    "Costa, P. T., Jr.": native("P. T.", last="Costa", jr="Jr."),
    "de la Fontaine, Jean": native("Jean", "de la", "Fontaine"),
    "Jean de La Fontaine": native("Jean", "de", "La Fontaine"),
    r"Charles de la Vall{\'e}e Poussin": native("Charles", "de la", "Vallée Poussin"),
    r"{\'E}mile Zola": native("Émile", last="Zola"),
    "D.~E. Knuth": native("D. E.", last="Knuth"),
    "{van Helsing}, Jan": native("Jan", last="van Helsing"),
    "Plato": native(last="Plato"),
    "World Health,": native(last="World Health"),
    "{World Health Organization}": NativeName(literal="World Health Organization"),
    "{Barnes and Noble, Inc.}": NativeName(literal="Barnes and Noble, Inc."),
    "family=Berg, given=Jan, prefix=van der": native("Jan", "van der", "Berg"),
    "given={Jan}, family={Berg, X}": native("Jan", last="Berg, X"),
    "A, B, C, D": NativeName(literal="A, B, C, D"),
}


@pytest.mark.parametrize(("source", "name"), FORMS.items())
def test_forms_of_a_name(source: str, name: NativeName) -> None:
    assert parse_names(source) == (name,)
    assert parse_names(format_names((name,))) == (name,)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("A B and C D", 2),
        ("A B AND C D\n and\tE F", 3),
        ("{A and B} and C", 2),
        ("Brandon Sanderson and {Anderson} and", 2),
        ("and and", 0),
        ("", 0),
    ],
)
def test_lists_are_cut_at_and_outside_of_braces(source: str, count: int) -> None:
    assert len(parse_names(source)) == count


@pytest.mark.parametrize("end", ["others", "et al.", "{et al.}", "Others"])
def test_and_others_is_no_name(end: str) -> None:
    assert parse_names(f"A B and {end}") == (native("A", last="B"), OTHERS)


WRITTEN = {
    Name(family="Smith", given="John"): "Smith, John",
    Name(family="Berg", given="Jan", non_dropping_particle="van der"): "van der Berg, Jan",
    Name(family="King", given="Martin", suffix="Jr."): "King, Jr., Martin",
    Name(literal="World Health Organization"): "{World Health Organization}",
    Name(literal="Research & Development"): r"{Research \& Development}",
    Name(family="Plato"): "Plato",
    Name(family="World Health"): "World Health,",
    Name(family="de Groot Smit", given="A."): "{de Groot Smit}, A.",
    Name(family="others", given="A."): "others, A.",
    Name(family="others"): "others,",
    Name(family="Rock and Roll", given="B."): "{Rock and Roll}, B.",
}


@pytest.mark.parametrize(("name", "source"), WRITTEN.items())
def test_names_are_written_so_that_they_read_the_same(name: Name, source: str) -> None:
    ((raw,), _) = NAMES.encode(NameList((name,)))
    assert format_names(raw) == source
    assert NAMES.decode(((parse_names(source),), ())) == Decoded(NameList((name,)))


def test_orcids_are_annotations() -> None:
    people = (Name("A"), Name("B", orcid="0000-0002-1825-0097"))
    raws = NAMES.encode(NameList(people, et_al=True))
    assert raws[1] == ('2="0000-0002-1825-0097"',)
    assert raws[0][0][-1] == OTHERS
    assert NAMES.decode(raws).value == NameList(people, et_al=True)


def test_an_annotation_without_a_name_is_kept() -> None:
    names_ = parse_names("A B")
    assert NAMES.decode(((names_,), ('7="x"',))).unused == ((1, 0),)


@given(people=st.lists(names(), max_size=3))
def test_what_is_carried_survives(people: list[Name]) -> None:
    ((raw,), _) = NAMES.encode(NameList(tuple(people)))
    kept = carry_names(raw)
    assert kept is None or parse_names(format_names(kept)) == kept


@pytest.mark.parametrize("source", [r"Mu\~noz, A.", r"Mu\~{n}oz, A.", r"A. Mu\~noz"])
def test_a_tilde_behind_a_backslash_is_an_accent(source: str) -> None:
    assert parse_names(source) == (NativeName("A.", "", "Muñoz"),)


PARTS = st.sampled_from(
    [*"aBü.-,= ~{}", "\\", " and ", "and", "others", "Lee", ", ", "Lee, A.", "von ", "Jr", "{, }",
     r"{\"u}", r"\'e", r"{\v{c}}", r"\,", r"{\o}stergaard, B", r"\~n", r"{\i}"]
)  # fmt: skip


@given(source=st.lists(PARTS, max_size=8).map("".join))
def test_the_fast_path_of_names_agrees(source: str) -> None:
    assert parse_names(source) == read_any_names(one_line(source)).names


@given(source=st.text("{}\\, andAB~.=family'\n", max_size=60))
def test_reading_never_raises(source: str) -> None:
    assert all(isinstance(name, NativeName) for name in parse_names(source))
