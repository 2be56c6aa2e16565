"""The model: CSL's vocabulary, immutable, comparable, and CSL-JSON's shape."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given

from refconv.core.model import BY_NAME, OTHER_NAMES, VARIABLES, Date, ItemType, Name, Reference
from refconv.io.api import read
from refconv.strategies import references

ARTICLE = Reference(
    type="article-journal",
    id="king1963",
    title="A letter",
    author=(
        Name(family="King", given="Martin Luther", suffix="Jr.", orcid="0000-0002-1825-0097"),
        Name(family="Berg", given="Jan", non_dropping_particle="van der"),
        Name(literal="World Health Organization"),
    ),
    container_title="Liberation",
    issued="1963-06",
    volume="8",
    issue="4",
    page="10-16",
    keyword=("cancer, lung", "letters"),
    received="1963-04-16",
    et_al={"author"},
    custom=(("bibtex:file", "x.pdf"),),
)


def test_a_reference_is_written_as_a_csl_item() -> None:
    assert ARTICLE.as_csl() == {
        "id": "king1963",
        "type": "article-journal",
        "title": "A letter",
        "author": [
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "World Health Organization"},
        ],
        "container-title": "Liberation",
        "issued": {"date-parts": [[1963, 6]]},
        "volume": "8",
        "issue": "4",
        "page": "10-16",
        "keyword": "cancer, lung; letters",
        "custom": {
            "refconv": {
                "orcid": {"author": ["0000-0002-1825-0097", None, None]},
                "dates": {"received": {"date-parts": [[1963, 4, 16]]}},
                "et-al": ["author"],
                "keys": [["bibtex:file", "x.pdf"]],
            }
        },
    }


def test_a_reference_is_printed_in_one_readable_line() -> None:
    assert str(ARTICLE) == (
        "King, Berg, World Health Organization et al. (1963-06). A letter. Liberation 8(4): 10-16"
    )
    assert repr(Reference(title="A")) == "Reference(type='document', id='', title='A')"
    assert str(Name(family="King", given="Martin", suffix="Jr.")) == "King, Martin, Jr."
    assert str(Reference(id="x")) == "[x]"


def test_values_compare_hash_and_pickle() -> None:
    assert ARTICLE == evolve(ARTICLE)
    assert hash(ARTICLE) == hash(evolve(ARTICLE))
    assert pickle.loads(pickle.dumps(ARTICLE)) == ARTICLE
    assert ARTICLE != evolve(ARTICLE, volume="9")


def test_a_person_is_a_name_like_any_other() -> None:
    person, name = (
        Name.unchecked(family="King", given="Martin"),
        Name(family="King", given="Martin"),
    )

    assert (person, hash(person), repr(person)) == (name, hash(name), repr(name))
    assert evolve(person, suffix="Jr.") == evolve(name, suffix="Jr.")
    assert pickle.loads(pickle.dumps(person)) == name


def test_changed_returns_a_reference_with_other_values() -> None:
    changed = ARTICLE.changed(volume="9", issued="2021", title="")

    assert changed == evolve(ARTICLE, volume="9", issued="2021", title="")
    assert changed.title == ""
    assert "title" not in changed.given()
    with pytest.raises(TypeError, match="titel"):
        ARTICLE.changed(titel="x")


@given(references())
def test_every_reference_pickles(reference: Reference) -> None:
    assert pickle.loads(pickle.dumps(reference)) == reference


ALICE = Name(family="Alice")


@pytest.mark.parametrize(
    ("attribute", "given", "held"),
    [
        ("title", "A title", "A title"),
        ("volume", 8, "8"),
        ("volume", 0, "0"),
        ("volume", "8a", "8a"),
        ("issued", 1963, Date.on(1963)),
        ("issued", "1963-06", Date.on(1963, 6)),
        ("issued", "in press", Date(literal="in press")),
        ("issued", "", None),
        ("issued", None, None),
        ("author", [ALICE], (ALICE,)),
        ("author", {ALICE}, (ALICE,)),
        ("keyword", ["a", "b"], ("a", "b")),
        ("et_al", ["author"], frozenset({"author"})),
        ("custom", [["ris:U1", {"a": 1}]], (("ris:U1", {"a": 1}),)),
        ("type", "book", ItemType.BOOK),
    ],
)
def test_the_constructor_converts_the_obvious(attribute: str, given: Any, held: Any) -> None:
    assert getattr(Reference(**{attribute: given}), attribute) == held
    assert getattr(Reference().changed(**{attribute: given}), attribute) == held
    assert getattr(evolve(Reference(), **{attribute: given}), attribute) == held


@pytest.mark.parametrize(
    ("attribute", "given", "message"),
    [
        ("title", 5, "title must be a text, not 5"),
        ("title", None, "title must be a text, not None"),
        ("title", b"x", "title must be a text, not b'x'"),
        ("id", 5, "id must be a text, not 5"),
        ("volume", True, "volume must be a text or an int, not True"),
        ("volume", 1.5, "volume must be a text or an int, not 1.5"),
        ("issued", 1.5, "issued must be a Date, an EDTF text, a year or None, not 1.5"),
        ("issued", True, "issued must be a Date, an EDTF text, a year or None, not True"),
        ("author", "King", "author must be a list of Name, not 'King'"),
        ("author", ALICE, "author must be a list of Name, not Name("),
        ("author", ["King"], "author must be a list of Name, not ('King',)"),
        ("author", None, "author must be a list of Name, not None"),
        ("keyword", "a", "keyword must be a list of texts, not 'a'"),
        ("keyword", [1], "keyword must be a list of texts, not (1,)"),
        ("et_al", "author", "et_al must be a set of texts, not 'author'"),
        ("custom", {"ris:U1": "x"}, "custom must be a list of (key, value) pairs, not {"),
        ("custom", [("ris:U1",)], "custom must be a list of (key, value) pairs, not [("),
        ("custom", [(1, "x")], "custom must be a list of (key, value) pairs, not [("),
        ("type", 5, "type must be an item type, not 5"),
    ],
)
def test_the_constructor_names_the_attribute_of_a_wrong_type(
    attribute: str, given: Any, message: str
) -> None:
    for make in (Reference, Reference().changed):
        with pytest.raises(TypeError, match=f"^{re.escape(message)}"):
            make(**{attribute: given})


@pytest.mark.parametrize("part", [a.name for a in fields(Name)])
def test_a_name_names_the_part_of_a_wrong_type(part: str) -> None:
    with pytest.raises(TypeError, match=f"^{part} must be a text, not 5"):
        Name(**{part: 5})  # type: ignore[arg-type]


def test_the_constructor_without_checks_makes_equal_references() -> None:
    made = Reference.unchecked(type=ItemType.BOOK, title="A", volume="", author=())

    assert made == Reference(type="book", title="A")
    assert (made.volume, made.author, made.issued) == ("", (), None)
    assert {*made.given()} == {"type", "title"}


def test_values_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="literal or parts"):
        Name(family="King", literal="WHO")
    with pytest.raises(ValueError, match="literal or parts"):
        Name(orcid="0000-0002-1825-0097")
    with pytest.raises(ValueError, match="blog"):
        Reference(type="blog")
    with pytest.raises(ValueError, match="custom key"):
        Reference(custom=(("file", "x.pdf"),))


def test_custom_keeps_its_order_within_a_prefix() -> None:
    pairs = [("ris:U1", "b"), ("bibtex:z", "1"), ("ris:U1", "a"), ("bibtex:a", "2")]

    assert Reference(custom=pairs).custom == (
        ("bibtex:z", "1"),
        ("bibtex:a", "2"),
        ("ris:U1", "b"),
        ("ris:U1", "a"),
    )


def test_every_variable_and_type_of_the_schema_is_there(data_folder: Path) -> None:
    schema = json.loads((data_folder / "csl-data.json").read_text("utf-8"))
    properties = schema["items"]["properties"]
    # The schema keeps three older names for variables, and three members that are none.
    other = {"id", "type", "custom", "journalAbbreviation", "shortTitle", "event"}
    history = {"received", "revised", "accepted"}

    assert {*BY_NAME} - history == {*properties} - other
    assert [*ItemType] == properties["type"]["enum"]


def test_each_kind_has_its_variables() -> None:
    kinds = {kind: [v.name for v in VARIABLES if v.kind == kind] for kind in ("date", "list")}

    assert kinds["list"] == ["keyword", "categories"]
    assert {"issued", "accessed", "received", "available-date"} <= {*kinds["date"]}


def test_dates_may_be_given_as_edtf() -> None:
    assert Reference(issued="2020-05").issued == Date.on(2020, 5)
    assert Reference(issued="").issued is None


NAMES = [
    ("Smith, John", Name(family="Smith", given="John")),
    ("John Smith", Name(family="Smith", given="John")),
    ("van der Berg, Jan", Name(family="Berg", given="Jan", non_dropping_particle="van der")),
    ("World Health Organization", Name(literal="World Health Organization")),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_printed_name_is_parsed(text: str, name: Name) -> None:
    assert Name.parse(text) == name


def test_the_repr_of_a_reference_shows_what_is_given() -> None:
    reference = Reference(
        id="ng", author=[Name.parse("Ng, Ann")], issued="2020-05", et_al={"author"}
    )

    assert repr(reference) == (
        "Reference(type='document', id='ng', author=(Name(family='Ng', given='Ann'),), "
        "issued=Date.of('2020-05'), et_al={'author'})"
    )
    names = {"Reference": Reference, "Name": Name, "Date": Date}
    assert eval(repr(reference), names) == reference  # noqa: S307 (what it shows is Python)


@given(references())
def test_a_csl_item_is_read_as_the_reference_that_it_was_made_of(reference: Reference) -> None:
    text = json.dumps([reference.as_csl()])

    assert Reference.from_csl(reference.as_csl()) == read(text, "csl-json")[0]


def test_what_other_programs_call_an_attribute_is_named() -> None:
    assert {*OTHER_NAMES.values()} <= {attribute.name for attribute in fields(Reference)}
    assert not {*OTHER_NAMES} & {attribute.name for attribute in fields(Reference)}
