"""Where a correction applies again: strings that are printed in the same way, and others."""

from __future__ import annotations

import pytest

from refconv import Segment
from refconv.review.recurrence import MAX_WINDOW, apply_correction, correction_pattern
from tests.review.marked import CORRECTED, SWALLOWED, parse_marked


@pytest.mark.parametrize(
    ("before", "after", "other", "expected"),
    [
        # A title that swallowed its journal.
        (
            SWALLOWED,
            CORRECTED,
            "<author|Roe R, Poe P>. <title|Of trials. Science>. <issued|1999>.",
            "<author|Roe R, Poe P>. <title|Of trials>. <container-title|Science>. <issued|1999>.",
        ),
        # A number that is an issue.
        (
            "<container-title|Cell>, <issued|2020>, <volume|1> (2), <page|3>.",
            "<container-title|Cell>, <issued|2020>, <volume|1> (<issue|2>), <page|3>.",
            "<container-title|Brain>, <issued|2001>, <volume|34> (12), <page|56–78>.",
            "<container-title|Brain>, <issued|2001>, <volume|34> (<issue|12>), <page|56–78>.",
        ),
        # A place that is labelled as publisher.
        (
            "<title|A book>. <publisher|Berlin>: <issued|1999>.",
            "<title|A book>. <publisher-place|Berlin>: <issued|1999>.",
            "<title|Another>. <publisher|New York>: <issued|2003>.",
            "<title|Another>. <publisher-place|New York>: <issued|2003>.",
        ),
        # A segment that has no label.
        (
            "<author|Doe J>. <title|Review>. <title|A book>. <issued|1999>.",
            "<author|Doe J>. Review. <title|A book>. <issued|1999>.",
            "<author|Roe R>. <title|Review>. <title|Other>. <issued|2001>.",
            "<author|Roe R>. Review. <title|Other>. <issued|2001>.",
        ),
        # A value that has brackets in it.
        (
            "<container-title|Cell>. <page|12(3):45>. <issued|2020>.",
            "<container-title|Cell>. <volume|12(3)>:<page|45>. <issued|2020>.",
            "<container-title|Brain>. <page|7(10):811>. <issued|1999>.",
            "<container-title|Brain>. <volume|7(10)>:<page|811>. <issued|1999>.",
        ),
        # Only the boundary.
        (
            "<title|Cells. In>: <container-title|Life>. <issued|2020>.",
            "<title|Cells>. In: <container-title|Life>. <issued|2020>.",
            "<title|Bees. In>: <container-title|Food>. <issued|1999>.",
            "<title|Bees>. In: <container-title|Food>. <issued|1999>.",
        ),
        # Two that are one.
        (
            "<author|Doe J>. <title|First>: <note|second>. <issued|1999>.",
            "<author|Doe J>. <title|First: second>. <issued|1999>.",
            "<author|Roe R>. <title|Third>: <note|fourth>. <issued|2001>.",
            "<author|Roe R>. <title|Third: fourth>. <issued|2001>.",
        ),
    ],
)
def test_strings_printed_in_the_same_way(
    before: str, after: str, other: str, expected: str
) -> None:
    text, segments = parse_marked(before)
    corrected = parse_marked(after)[1]
    pattern = correction_pattern(text, segments, corrected)
    assert pattern is not None

    found = apply_correction(pattern, *parse_marked(other))
    itself = apply_correction(pattern, text, segments)

    assert itself is not None
    assert [*map(without_confidence, itself)] == [*map(without_confidence, corrected)]

    assert found is not None
    assert [*map(without_confidence, found)] == [
        *map(without_confidence, parse_marked(expected)[1])
    ]


def without_confidence(segment: Segment) -> tuple[str, str, int, int]:
    return segment.label, segment.text, segment.start, segment.end


@pytest.mark.parametrize(
    "other",
    [
        # other marks
        "<author|Roe R>, <title|Of trials, Science>, <issued|1999>;<volume|7>.",
        # other labels around
        "<editor|Roe R>. <title|Of trials. Science>. <issued|1999>;<volume|7>.",
        # already right
        "<author|Roe R>. <title|Of trials>. <container-title|Science>. <issued|1999>.",
        # the journal would begin with a small letter
        "<author|Roe R>. <title|Of trials. and errors>. <issued|1999>;<volume|7>.",
    ],
)
def test_strings_printed_otherwise(other: str) -> None:
    text, segments = parse_marked(SWALLOWED)
    pattern = correction_pattern(text, segments, parse_marked(CORRECTED)[1])
    assert pattern is not None

    assert apply_correction(pattern, *parse_marked(other)) is None


def test_a_string_that_is_already_right() -> None:
    text, segments = parse_marked("<title|Cells. In>: <container-title|Life>. <issued|2020>.")
    _, right = parse_marked("<title|Cells>. In: <container-title|Life>. <issued|2020>.")
    pattern = correction_pattern(text, segments, right)
    assert pattern is not None

    other = parse_marked("<title|Bees>. In: <container-title|Food>. <issued|1999>.")

    assert apply_correction(pattern, *other) is None


def test_no_correction_has_no_pattern() -> None:
    text, segments = parse_marked(CORRECTED)

    assert correction_pattern(text, segments, segments) is None


def test_long_windows_have_no_pattern() -> None:
    words = "word. " * (MAX_WINDOW // 6 + 1)
    text, before = parse_marked(f"<author|Doe J>. <title|{words}Nature>. <issued|2020>.")
    _, after = parse_marked(
        f"<author|Doe J>. <title|{words[:-2]}>. <container-title|Nature>. <issued|2020>."
    )

    assert correction_pattern(text, before, after) is None


@pytest.mark.parametrize(
    ("joint", "value", "other"),
    [
        (" ", "A1", " ".join(["1" * 95] * 6) + ";"),
        ("-", "A1", "1-" * 290 + ";"),
        ("", "12", "1" * 590 + ";"),
        (" (", "ab", ("a" + " " * 120 + "(") * 4),
    ],
    ids=["words with numbers", "glued by a mark", "glued numbers", "white space"],
)
def test_many_ambiguous_values_are_not_searched_for(joint: str, value: str, other: str) -> None:
    # Matching them in every possible way would take minutes.
    marks = f"<author|Doe J>. {joint.join([f'<volume|{value}>'] * 6)} <issued|1999>"
    text, after = parse_marked(marks)
    note = (after[0], Segment("note", "", after[1].start, after[-2].end, 0.9), after[-1])

    pattern = correction_pattern(text, note, after)

    held = f"<author|Doe J>. <note|{other.replace('<', ' ')}> <issued|1999>"
    assert pattern is None or apply_correction(pattern, *parse_marked(held)) is None
