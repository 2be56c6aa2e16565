"""What each type needs: rows of a reference and what it lacks."""

from __future__ import annotations

import pytest

from refconv.core.model import BY_NAME, ItemType, Name, Reference
from refconv.library.checks.required_fields import REQUIRED, missing_variables

ROE = [Name(family="Roe")]

ROWS = [
    (
        Reference(type="article-journal"),
        ["author or editor", "title", "journal", "year"],
    ),
    (
        Reference(
            type="article-journal", author=ROE, title="On ice", container_title="Ice", issued=2020
        ),
        [],
    ),
    (
        Reference(type="article-journal", author=ROE, title="On ice", archive="arXiv", issued=2020),
        [],
    ),
    (Reference(type="book", editor=ROE, title="Ice", issued="in press"), []),
    (Reference(type="book", publisher="Crane", title="Ice"), ["year"]),
    (
        Reference(type="chapter", author=ROE, title="On ice", issued=2020),
        ["title of the book or the proceedings"],
    ),
    (Reference(type="paper-conference", author=ROE, title="A", event_title="B", issued=1), []),
    (Reference(type="thesis", author=ROE, title="On ice", issued=2020), ["school"]),
    (Reference(type="report", authority="Council", title="On ice", issued=2020), []),
    (Reference(type="report", author=ROE, title="On ice", issued=2020), ["institution"]),
    (Reference(type="patent", author=ROE, number=1, issued=2020), []),
    (Reference(type="webpage", title="Ice"), ["URL"]),
    (Reference(type="webpage", container_title="Ice", DOI="10.1000/182"), []),
    (Reference(type="document"), []),
]


@pytest.mark.parametrize(("reference", "missing"), ROWS)
def test_what_is_missing(reference: Reference, missing: list[str]) -> None:
    assert [*missing_variables(reference)] == missing


def test_the_table_has_types_and_variables_of_csl() -> None:
    named = {name for needed in REQUIRED.values() for one in needed for name in one.split("|")}

    assert {*REQUIRED} <= {*ItemType}
    assert named <= {*BY_NAME}


def test_every_type_has_a_row() -> None:
    assert {*REQUIRED} == {str(row[0].type) for row in ROWS} - {"document"}
