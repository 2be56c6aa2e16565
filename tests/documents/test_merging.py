"""Records of one work are told by names, DOI, or title with year and author; and merged."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from refconv.core.model import Name, Reference
from refconv.documents.merging import merged, with_id, works_of

NG, ROE = Name(family="Ng", given="A."), Name(family="Roe", given="B.")
A = Reference(title="Rivers", author=[NG], issued=2001)

Case: TypeAlias = tuple[str, Reference, Reference, tuple[list[str], list[str]]]

SAME: list[Case] = [
    ("name", Reference(title="A"), Reference(title="B"), (["uri:1"], ["uri:1", "uri:2"])),
    ("DOI", Reference(DOI="10.1000/A"), Reference(DOI="10.1000/a"), ([], [])),
    ("title, year, author", A, Reference(title="RIVERS.", author=[NG], issued=2001), ([], [])),
]
OTHERS: list[Case] = [
    ("year", A, Reference(title="Rivers", author=[NG], issued=2002), ([], [])),
    ("author", A, Reference(title="Rivers", author=[ROE], issued=2001), ([], [])),
    (
        "numbers",
        Reference(title="Editorial", issued=2001, volume=1, page=3),
        Reference(title="Editorial", issued=2001, volume=2, page=9),
        ([], []),
    ),
]


@pytest.mark.parametrize(("case", "one", "other", "names"), SAME)
def test_one_work(
    case: str, one: Reference, other: Reference, names: tuple[list[str], list[str]]
) -> None:
    assert works_of([one, other], names) == [[0, 1]], case


@pytest.mark.parametrize(("case", "one", "other", "names"), OTHERS)
def test_two_works(
    case: str, one: Reference, other: Reference, names: tuple[list[str], list[str]]
) -> None:
    assert works_of([one, other], names) == [[0], [1]], case


def test_the_first_record_wins_and_the_other_completes_it() -> None:
    first = Reference(title="Rivers", author=[NG], et_al={"author"})
    second = Reference(type="book", title="Rivers, 2nd", author=[Name("Ng"), ROE], volume=2)

    whole = merged(first, second)

    assert (whole.type, whole.title, whole.volume) == ("book", "Rivers", "2")
    assert whole.author == (NG, ROE)
    assert whole.et_al == frozenset()


def test_the_key_of_a_reference() -> None:
    assert with_id(A, "ng").id == "ng"
    assert with_id(with_id(A, "ng"), "") == A
