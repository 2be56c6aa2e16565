"""Two columns in, the left before the right out; every character knows its place."""

from __future__ import annotations

import pytest

from refconv import parse
from refconv.page.columns import unfold
from refconv.page.document import read_page

LEFT = (
    "[1] A. Brandt, C. Dole, Radar at",
    "low height. Radar Notes 12 (2010)",
    "101-110.",
    "[2] E. Falk, Antennas for Boats.",
    "Boston: Harbour, 2004.",
    "[3] G. Hahn, Clutter in the rain.",
)
RIGHT = (
    "Radar Lett. 2 (1999) 7-9.",
    "[4] I. Jones, K. Lund, A map of",
    "echoes. Sonar 8 (2017) 33-41.",
    "[5] L. Noor, Echoes for everyone.",
    "Hull: Wharf House, 2011.",
    "[6] O. Park, Rain. Oslo: Tern, 2014.",
)


def side_by_side(width: int, before: str = "") -> str:
    rows = zip(LEFT, RIGHT, strict=True)
    return before + "\n".join(f"{left:{width}}{right}" for left, right in rows)


@pytest.mark.parametrize("width", [37, 40, 60])
@pytest.mark.parametrize(
    "before", ["", "References\n", "A line of text over both columns of a page.\n"]
)
def test_columns_side_by_side(width: int, before: str) -> None:
    text = side_by_side(width, before)
    unfolded = unfold(text)
    assert unfolded is not None
    assert unfolded.text.split() == [*before.split(), *" ".join((*LEFT, *RIGHT)).split()]
    for character, offset in zip(unfolded.text, unfolded.offsets, strict=True):
        assert character == "\n" or character == text[offset]


def test_a_reference_that_runs_into_the_next_column() -> None:
    text = side_by_side(40, "References\n")
    third = read_page(text).found[2]
    assert third.text == "G. Hahn, Clutter in the rain. Radar Lett. 2 (1999) 7-9."
    assert text[third.start : third.end].startswith("Radar Lett.")
    assert [text[offset] for offset in third.offsets[:7]] == list("G. Hahn")


def test_segments_across_columns_have_a_range() -> None:
    origins = parse(side_by_side(40, "References\n")).origins
    assert len(origins) == 6
    assert all(segment.start < segment.end for origin in origins for segment in origin.segments)


def test_lines_of_two_columns_that_alternate() -> None:
    left = [
        line for number in (1, 2, 3) for line in (f"{number}. Ames T. Bees", "of the moor. 2001.")
    ]
    right = [
        line for number in (4, 5, 6) for line in (f"{number}. Bode R. Heath", "in spring. 2002.")
    ]
    unfolded = unfold("\n".join(f"{a}\n{b}" for a, b in zip(left, right, strict=True)))
    assert unfolded is not None
    assert unfolded.text.splitlines() == [*left, *right]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n".join(LEFT),
        # a table
        "\n".join("North bog   1988   12   14" for _ in range(9)),
        # wide spaces of justified print
        "\n".join("Some   words of a   line that is   set wide" + "   x" * n for n in range(9)),
        "1. Ames T.\n2. Bode R.\n3. Cole W.\n4. Drew F.\n5. Eaves H.\n6. Finch I.",
    ],
)
def test_one_column_stays(text: str) -> None:
    assert unfold(text) is None
