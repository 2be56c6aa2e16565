"""Values as editable text: what is shown, what an edit changes, and that they are inverse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import refconv
from refconv import Date, Name, Reference
from refconv.review.editing import edit, edit_names, editable_text

SEED = next((Path(__file__).parents[2] / "seeds").glob("000_*"))

JANE = Name(family="Doe", given="Jane", orcid="0000-0002-1825-0097")
RECORD = Reference(
    type="book", author=(JANE, Name(literal="Barnes and Noble, Inc.")), et_al={"author"}
)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", "<i>In vivo</i>", "<i>In vivo</i>"),
        ("title", "", ""),
        ("keyword", ("one", "two"), "one\ntwo"),
        ("issued", Date.on(2024, 5), "2024-05"),
        ("issued", Date(literal="in press"), "in press"),
        ("issued", None, ""),
        ("author", (JANE, Name(literal="WHO")), "Doe, Jane\nWHO\net al."),
        ("editor", (JANE,), "Doe, Jane"),
        ("author", (), ""),
    ],
)
def test_editable_text(name: str, value: Any, text: str) -> None:
    assert editable_text(evolve(RECORD, **{name: value}), name) == text


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("title", "A Title", {"title": "A Title"}),
        ("title", "A title\n in lines ", {"title": "A title in lines"}),
        ("issued", "2024-05", {"issued": Date.on(2024, 5)}),
        ("issued", "in press", {"issued": Date(literal="in press")}),
        ("keyword", "one\ntwo", {"keyword": ("one", "two")}),
        ("type", "thesis", {"type": "thesis"}),
        ("id", "doe", {"id": "doe"}),
        ("author", "", {"author": (), "et_al": frozenset()}),
        # An unchanged line keeps its name: its ORCID, an institution's comma.
        (
            "author",
            "Barnes and Noble, Inc.\nDoe, Jane\nvan der Berg, Jan\nWorld Health Organization",
            {
                "author": (
                    Name(literal="Barnes and Noble, Inc."),
                    JANE,
                    Name(family="Berg", given="Jan", non_dropping_particle="van der"),
                    Name(literal="World Health Organization"),
                ),
                "et_al": frozenset(),
            },
        ),
        ("author", "Doe, Jane\net al.", {"author": (JANE,)}),
        ("editor", "King, Martin, Jr.\net al.", {
            "editor": (Name(family="King", given="Martin", suffix="Jr."),),
            "et_al": frozenset({"author", "editor"}),
        }),
    ],
)  # fmt: skip
def test_edit(name: str, text: str, expected: dict[str, Any]) -> None:
    assert edit(RECORD, name, text) == evolve(RECORD, **expected)


@pytest.mark.parametrize(
    ("name", "value"), [("title", ""), ("issued", None), ("keyword", ()), ("editor", ())]
)
def test_an_empty_text_removes_the_value(name: str, value: Any) -> None:
    full = evolve(RECORD, title="A", issued=Date.on(2020), keyword=("one",), editor=(JANE,))

    assert edit(full, name, " ") == evolve(full, **{name: value})


def test_an_unchanged_text_changes_nothing() -> None:
    for reference in refconv.load(SEED):
        for variable, _ in reference.variables():
            text = editable_text(reference, variable.name)
            assert edit(reference, variable.name, text) == reference


@pytest.mark.parametrize(("name", "text"), [("nothing", "x"), ("type", "nothing"), ("et_al", "x")])
def test_unknown_variables_and_types(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"nothing|et_al"):
        edit(RECORD, name, text)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ({"family": "Doe", "given": " Jane  B "}, Name("Doe", "Jane B")),
        (
            {"non_dropping_particle": "van", "family": "Dam", "suffix": "Jr."},
            Name("Dam", non_dropping_particle="van", suffix="Jr."),
        ),
        ({"literal": "World Health Organization"}, Name(literal="World Health Organization")),
        ({"family": "Doe", "literal": "Doe"}, Name("Doe")),
        ({"family": "Doe", "orcid": "0000-0002-1825-0097"}, Name("Doe", orcid=JANE.orcid)),
    ],
)
def test_names_in_parts(parts: dict[str, str], name: Name) -> None:
    assert edit_names(RECORD, "editor", [parts]).editor == (name,)


def test_a_name_without_parts_is_left_out() -> None:
    names = [{"family": " "}, {"orcid": "0000-0002-1825-0097"}, {"family": "Roe"}]

    assert edit_names(RECORD, "author", names).author == (Name("Roe"),)


@pytest.mark.parametrize(
    ("names", "et_al", "incomplete"),
    [([{"family": "Roe"}], True, {"author"}), ([{"family": "Roe"}], False, set()),
     ([], True, set())],
)  # fmt: skip
def test_an_incomplete_list_of_names(
    names: list[dict[str, str]], et_al: bool, incomplete: set[str]
) -> None:
    assert edit_names(RECORD, "author", names, et_al=et_al).et_al == incomplete


@pytest.mark.parametrize(
    ("variable", "names", "message"),
    [
        ("title", [], "'title' is not a variable that holds names"),
        ("nothing", [], "'nothing' is not a variable"),
        ("author", [{"first": "Jane"}], "unknown part of a name 'first'"),
    ],
)
def test_what_is_not_a_name(variable: str, names: list[dict[str, str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        edit_names(RECORD, variable, names)
