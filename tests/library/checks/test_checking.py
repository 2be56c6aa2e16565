"""Checking and repairing references: findings with their places, and laws of repairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.model import Name, Reference
from refconv.library import RULES, check, fix
from refconv.library.checks.checking import Finding, selected_rules
from refconv.strategies import references

TEXT = """\
@misc{roe,
  title = {Ice & snow},
  doi = {none},
}
@misc{roe, title = {On ice}, publisher = crane, url = {https://doi.org/10.1000/182}}
"""


def test_findings_have_lines_keys_and_rules() -> None:
    found = check(refconv.read(TEXT), source=TEXT, name="refs.bib")

    assert [(one.code, one.line, one.index, one.key, one.path) for one in found] == [
        ("invalid-doi", 1, 0, "roe", "DOI"),
        ("unescaped-character", 2, 0, "roe", "title"),
        ("duplicate-key", 5, 1, "roe", "id"),
        ("doi-in-url", 5, 1, "roe", "URL"),
        ("undefined-string", 5, 1, "roe", ""),
    ]
    assert str(found[0]) == "refs.bib:1: roe: invalid DOI 'none' [invalid-doi]"
    assert str(found[1]).endswith("& in title needs a backslash [unescaped-character] [*]")


def test_references_alone_have_no_lines() -> None:
    found = check([Reference(id="a\nb", DOI="none")])

    assert [str(one) for one in found] == [r"<input>:0: a\nb: invalid DOI 'none' [invalid-doi]"]
    assert check([]) == ()


def test_a_message_is_one_line() -> None:
    assert check([Reference(DOI="a\n\x1b")])[0].message == r"invalid DOI 'a\n\x1b'"


SELECTED = [
    ([], [], [*RULES]),
    (["doi"], [], ["doi-form", "doi-in-url"]),
    (["duplicate"], ["duplicate-f", "duplicate-r"], ["duplicate-key"]),
    ([], [code for code in RULES if code != "others"], ["others"]),
]


@pytest.mark.parametrize(("select", "ignore", "codes"), SELECTED)
def test_rules_are_selected_by_how_they_begin(
    select: list[str], ignore: list[str], codes: list[str]
) -> None:
    assert [*selected_rules(select, ignore)] == codes


def test_wrong_arguments_are_named() -> None:
    with pytest.raises(ValueError, match=r"unknown rule 'invalid-dio' \(did you mean 'invalid-doi"):
        check([], select=["invalid-dio"])
    with pytest.raises(ValueError, match="unknown rule ''"):
        fix([], ignore=[""])
    with pytest.raises(TypeError, match=r"references\[0\] must be a Reference, not str"):
        check(["a"])  # type: ignore[list-item]


def test_repairs_are_safe_unless_others_are_asked_for() -> None:
    roe = Reference(author=[Name(family="STONE", given="JO")], title="Ice &amp; snow")

    safe, all_of_it = fix([roe]), fix([roe], unsafe=True)

    assert safe.references[0] == roe.changed(title="Ice & snow")
    assert [one.code for one in safe.left] == ["capital-name"]
    assert all_of_it.references[0].author == (Name(family="Stone", given="JO"),)
    assert [one.code for one in all_of_it.fixed] == ["capital-name", "html-entity"]


def test_repairs_of_what_was_read() -> None:
    fixed = fix(refconv.read(TEXT), select=["duplicate-key"])

    assert [one.id for one in fixed.references] == ["roe", "roea"]


def test_two_repairs_of_one_value_are_made_one_after_the_other() -> None:
    one = Reference(title="RIVERS &amp; LAKES UNDER ICE")

    fixed = fix([one], unsafe=True)

    assert fixed.references[0].title == "Rivers & lakes under ice"
    assert fixed.left == ()


some_references = st.lists(references(), max_size=4)


@given(some_references, st.booleans())
def test_what_is_repaired_is_found_no_more_and_stays(some: list[Reference], unsafe: bool) -> None:
    once = fix(some, unsafe=unsafe)

    assert [one for one in once.left if one.is_fixable and (one.is_safe or unsafe)] == []
    assert fix(once.references, unsafe=unsafe).references == once.references
    assert once.left == check(once.references)
    assert all(isinstance(one, Finding) for one in once.fixed)


@given(some_references)
def test_a_selection_finds_its_part(some: list[Reference]) -> None:
    found = check(some)

    for code in {one.code for one in found}:
        exactly = [one for one in found if one.code == code]
        others = [other for other in RULES if other != code and other.startswith(code)]
        assert [*check(some, select=[code], ignore=others)] == exactly
