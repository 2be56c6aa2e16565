"""References as they are compared."""

from __future__ import annotations

import pytest

from refconv.core.model import Name, Reference
from refconv.library.deduplication.compared import Pages, compared, compared_name, numbered_pages
from refconv.library.deduplication.evidence import are_one_person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("123-129", Pages(123, 129, "")),
        ("123-9", Pages(123, 129, "")),
        ("123–29", Pages(123, 129, "")),
        ("pp. 123--129", Pages(123, 129, "")),
        ("S12-S15", Pages(12, 15, "s")),
        ("e1004", Pages(1004, 1004, "e")),
        ("UNSP 45", Pages(45, 45, "")),
        ("ARTN e45", Pages(45, 45, "e")),
        ("0123-0129", Pages(123, 129, "")),
        ("123", Pages(123, 123, "")),
        ("n/a", None),
        ("", None),
    ],
)
def test_pages(text: str, expected: Pages | None) -> None:
    assert numbered_pages(text) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Name(family="Smith", given="John A."), Name(family="Smith", given="J")),
        (Name(family="Smith", given="John"), Name(family="SMITH", given="JA")),
        (Name(family="Smith", given="John"), Name(literal="Smith J")),
        (Name(family="Wei", given="Zhang"), Name(family="Zhang", given="Wei")),
        (Name(family="Berg", given="K", non_dropping_particle="van der"), Name(family="Berg")),
        (Name(family="Van Der Berg", given="K"), Name(family="Vanderberg", given="K.")),
        (Name(family="García Lorca", given="F"), Name(family="Garcia", given="F")),
        (Name(family="Lindqvist", given="P"), Name(family="Lindkvist", given="P")),
        (Name(literal="World Snow Group"), Name(literal="World snow group")),
    ],
)
def test_one_person(a: Name, b: Name) -> None:
    assert are_one_person(compared_name(a), compared_name(b))
    assert are_one_person(compared_name(b), compared_name(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Name(family="Smith", given="John"), Name(family="Smith", given="Karen")),
        (Name(family="Lee", given="A"), Name(family="Lin", given="A")),
        (Name(literal="World Snow Group"), Name(literal="World Sand Group")),
    ],
)
def test_other_people(a: Name, b: Name) -> None:
    assert not are_one_person(compared_name(a), compared_name(b))


def test_nobody_is_no_author() -> None:
    nobody = [Name(literal="Anonymous"), Name(literal="[No authors listed]"), Name(family="Anon")]

    assert compared(Reference(author=nobody)).people == ()


@pytest.mark.parametrize(
    ("reference", "attribute", "expected"),
    [
        (Reference(volume="12 Suppl 2"), "volume", "12"),
        (Reference(volume="XIV"), "volume", "14"),
        (Reference(issue="Suppl. 1"), "issue", "1"),
        (Reference(DOI="10.1000/ABC"), "dois", {"10.1000/abc"}),
        (Reference(URL="https://doi.org/10.1000/abc"), "dois", {"10.1000/abc"}),
        (Reference(ISBN="978-3-16-148410-0, 3-16-148410-X"), "isbns", {"316148410"}),
        (Reference(type="article", genre="preprint"), "is_preprint", True),
        (Reference(type="article-journal", DOI="10.1101/2020.01.01.123456"), "is_preprint", True),
        (Reference(type="article-journal", container_title="Snow"), "is_preprint", False),
        (Reference(container_title="Abstracts of the Snow Meeting"), "is_meeting", True),
        (Reference(page="CD001234"), "is_cochrane", True),
    ],
)
def test_values(reference: Reference, attribute: str, expected: object) -> None:
    assert getattr(compared(reference), attribute) == expected
