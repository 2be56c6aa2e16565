"""A dash, or "Idem" → the authors of the reference before."""

from __future__ import annotations

import pytest

from refconv.assemble.repeated_authors import fill_repeated_authors
from tests.assemble.marked import after, fields

ROWS = [
    ("{author|———}. {title|T}", "Smith, J. A."),
    ("{author|—} and {author|Jones, B.} {title|T}", "Smith, J. A. and Jones, B."),
    ("{author|---, and Jones, B.} {title|T}", "Smith, J. A. and Jones, B."),
    ("{author|—, Jones, B.} {title|T}", "Smith, J. A., Jones, B."),
    ("———. {title|T}", "Smith, J. A."),
    ("{page|———}. {title|T}", "Smith, J. A."),
    ("{author|Ders.}: {title|T}", "Smith, J. A."),
    ("{author|Ng, A.} {title|T}", "Ng, A."),
]


@pytest.mark.parametrize(("marked", "authors"), ROWS)
def test_a_dash_repeats_the_authors(marked: str, authors: str) -> None:
    assert fields(after(fill_repeated_authors, marked, "Smith, J. A."))["author"] == authors


def test_a_dash_in_the_first_reference_stays() -> None:
    assert fields(after(fill_repeated_authors, "{author|———}. {title|T}"))["author"] == "———"
    assert "author" not in fields(after(fill_repeated_authors, "———. {title|T}"))
