"""Pages and article numbers."""

from __future__ import annotations

import pytest

from refconv import ItemType, Reference
from refconv.values.pages import is_article_number, normal_pages, stable_pages, with_article_number


@pytest.mark.parametrize(
    ("raw", "pages"),
    [
        ("12", "12"),
        ("12-15", "12-15"),
        ("12–15", "12-15"),
        ("12 -- 15", "12-15"),
        ("12 - 15", "12-15"),
        ("S12\u2212S15", "S12-S15"),
        ("iv-xii", "iv-xii"),
        ("A - B", "A - B"),
    ],
)
def test_ranges_have_one_hyphen(raw: str, pages: str) -> None:
    assert normal_pages(raw) == pages
    assert stable_pages(f" {raw} ") == pages


@pytest.mark.parametrize("text", ["e1004", "S12", "12345", "e1004b", "Art.5"])
def test_article_numbers(text: str) -> None:
    assert is_article_number(text)


@pytest.mark.parametrize("text", ["1004", "12-15", "", "e", "iv"])
def test_pages_that_are_no_article_numbers(text: str) -> None:
    assert not is_article_number(text)


@pytest.mark.parametrize(
    ("kind", "page", "number", "expected"),
    [
        ("article-journal", "e1004", "", ("e1004", "e1004")),
        ("article-journal", "", "7", ("7", "7")),
        ("article-journal", "12-15", "", ("12-15", "")),
        ("article-journal", "12", "7", ("12", "7")),
        ("report", "", "7", ("", "7")),
    ],
)
def test_an_article_has_its_number_in_both_places(
    kind: str, page: str, number: str, expected: tuple[str, str]
) -> None:
    reference = with_article_number(Reference(type=ItemType(kind), page=page, number=number))

    assert (reference.page, reference.number) == expected
