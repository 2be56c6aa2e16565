"""Segments → whole values."""

from __future__ import annotations

import pytest

from refconv.assemble.repair_rules import PAIRS, SEPARATORS
from refconv.assemble.whole_values import (
    close_pairs,
    join_segments,
    join_year_of_title,
    rejoin_names,
)
from tests.assemble.marked import after, values

JOINED = [
    ("{title|Case study}. {title|Design}", "{title|Case study. Design}"),
    ("{title|A}{title|B}", "{title|AB}"),
    ("{title|A} - {title|B}, {title|C}", "{title|A - B, C}"),
    ("{author|Ng A}, {author|Wu B} and {author|Li C}", "{author|Ng A, Wu B and Li C}"),
    ("{author|Ng A} & {author|Wu B}", "{author|Ng A & Wu B}"),
    ("{page|16-26} und {page|429-31}", "{page|16-26 und 429-31}"),
    ("{genre|Technical} {genre|report}", "{genre|Technical report}"),
    # words between them, another label between them, a label that is never joined
    ("{title|A}. In: {title|B}", "{title|A}{title|B}"),
    ("{title|A} {page|1} {title|B}", "{title|A}{page|1}{title|B}"),
    ("{author|Ng A}. Edited by {author|Wu B}", "{author|Ng A}{author|Wu B}"),
    ("{volume|3}, {volume|4}", "{volume|3}{volume|4}"),
    ("{issued|2003}, {issued|12 March}", "{issued|2003}{issued|12 March}"),
]


@pytest.mark.parametrize(("marked", "expected"), JOINED)
def test_segments_of_one_value_are_joined(marked: str, expected: str) -> None:
    assert values(after(join_segments, marked)) == expected


@pytest.mark.parametrize("label", SEPARATORS)
def test_each_label_with_a_separator_is_joined(label: str) -> None:
    marked = f"{{{label}|A}}, {{{label}|B}}"

    assert values(after(join_segments, marked)) == f"{{{label}|A, B}}"


def test_a_joined_value_spans_its_segments() -> None:
    (value,) = after(join_segments, "In {title|A}. {title|B}.").values

    assert (value.start, value.end) == (3, 7)


@pytest.mark.parametrize(("opener", "closer"), PAIRS.items())
def test_a_value_takes_in_the_other_half_of_a_pair(opener: str, closer: str) -> None:
    opening = f"x {opener}{{title|a{closer} b}}"
    closing = f"{{title|b {opener}a}}{closer} x"

    assert values(after(close_pairs, opening)) == f"{{title|{opener}a{closer} b}}"
    assert values(after(close_pairs, closing)) == f"{{title|b {opener}a{closer}}}"


UNCHANGED = [
    "“{title|a},”",
    "({title|a})",
    "{title|J (Am} Vol) {page|1}",
    "{title|a (b)}) {page|1}",
    "({page|1}{title|a)}",
]


@pytest.mark.parametrize("marked", UNCHANGED)
def test_no_value_takes_in_more_than_that(marked: str) -> None:
    assert after(close_pairs, marked).values == after(join_segments, marked).values


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("({issued|2008}). {issued|1968}: {title|A}", "{issued|2008}{title|1968: A}"),
        ("{issued|2008}, {issued|1968}: {title|A}", "{issued|2008}{issued|1968}{title|A}"),
        (
            "({issued|2008}). {issued|May 1968}: {title|A}",
            "{issued|2008}{issued|May 1968}{title|A}",
        ),
    ],
)
def test_a_year_that_begins_a_title_is_joined_to_it(marked: str, expected: str) -> None:
    assert values(after(join_year_of_title, marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{author|López}, {title|Ana y Ruiz, Juan: «La escuela»}",
            "{author|López, Ana y Ruiz, Juan}{title|«La escuela»}",
        ),
        ("{author|López}. {title|Ana: «La escuela»}", "{author|López}{title|Ana: «La escuela»}"),
        ("{author|López}, {title|La escuela: Ana}", "{author|López}{title|La escuela: Ana}"),
    ],
)
def test_names_in_a_title_are_authors(marked: str, expected: str) -> None:
    assert values(after(rejoin_names, marked)) == expected
