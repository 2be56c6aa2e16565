"""What a list of references decides for each of them."""

from __future__ import annotations

import pytest

from refconv.assemble.draft import Draft, Habits
from refconv.assemble.list_habits import LEAST, habits_of, order_names
from refconv.core.report import Segment
from tests.assemble.marked import segmented

SORTED = [
    "Aubert Luc", "Blanc Zoé", "Carel Marie", "Dumas Yves", "Faure Anne", "Girard Paul",
    "Hubert Éric", "Joly Bruno", "Lopez Xavier", "Martin Alice", "Roux Denis",
]  # fmt: skip


def segments_of(author: str) -> tuple[Segment, ...]:
    text = f"{author}, A title"
    return (
        Segment("author", author, 0, len(author), 1.0),
        Segment("title", "A title", len(author) + 2, len(text), 1.0),
    )


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (SORTED, True),
        # one misplaced, one with a comma, some with several authors
        ([*SORTED[:5], "Zola Luc", *SORTED[5:]], True),
        ([*SORTED[:5], "Fabre, Luc", *SORTED[5:]], True),
        ([f"{name} et Roux Anne" for name in SORTED], True),
        # too few, in no order, sorted by the last words
        (SORTED[: LEAST - 1], False),
        (SORTED[::-1], False),
        ([" ".join(reversed(name.split())) for name in SORTED], False),
        # names whose order a comma shows
        ([name.replace(" ", ", ") for name in SORTED], False),
        ([], False),
    ],
)
def test_a_sorted_list_has_the_family_first(authors: list[str], expected: bool) -> None:
    assert habits_of([segments_of(author) for author in authors]).family_first is expected


def test_numbers_of_references_are_passed_over() -> None:
    number = Segment("citation-number", "1", 0, 1, 1.0)

    assert habits_of([(number, *segments_of(author)) for author in SORTED]).family_first


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Veron Claude", "Veron, Claude"),
        ("Veron Claude et Roux Anne", "Veron, Claude; Roux, Anne"),
        ("Halmos Peter M.", "Halmos, Peter M."),
        ("Wang Xiao-ming", "Wang, Xiao-ming"),
        ("Veron, Claude", "Veron, Claude"),
        ("Veron C., Roux A.", "Veron C., Roux A."),
        ("World Bank", "World Bank"),
        ("Veron", "Veron"),
    ],
)
def test_names_of_such_a_list(author: str, expected: str) -> None:
    text, segments = segmented(f"{{author|{author}}}")
    draft = Draft(text, segments, habits=Habits(family_first=True))
    draft.fields["author"] = [author]
    order_names(draft)

    assert draft.fields["author"] == [expected]


def test_elsewhere_names_stay() -> None:
    draft = Draft("", [])
    draft.fields["author"] = ["Veron Claude"]
    order_names(draft)

    assert draft.fields["author"] == ["Veron Claude"]
