"""Where a list was cut wrongly in the same way: shapes of places, and what they match."""

from __future__ import annotations

import json

import pytest

from refconv import Segment
from refconv.review.cutting import (
    CutShape,
    JoinShape,
    begins_with_people,
    boundary_lines,
    cut_shape,
    cuts_in,
    has_parts_of_a_reference,
    join_shape,
)

TWO = "Poe P. A thing in tests. Nature. 2001;4:9-12. |Moe M. Another thing. Cell. 2002;5:1-3."


def cut(marked: str) -> tuple[str, int]:
    """Return a string and the place that ``|`` marks in it."""
    at = marked.index("|")
    return marked.replace("|", ""), at


@pytest.mark.parametrize(
    ("marked", "shape"),
    [
        (TWO, CutShape(("9", "."), ("Aa", "A", "."))),
        ("Nature 2001. |van Dam K", CutShape(("9", "."), ("a", "Aa", "A"))),
        ("1999; |DOE, J. On", CutShape(("9", ";"), ("A", ",", "A"))),
        ("pp. 1–9. |Ångström A", CutShape(("9", "."), ("Aa", "A"))),
        ("pp. 1–|9", CutShape(("9", "-"), ("9",))),
        ("|Doe J", None),
        ("Doe J. |", None),
    ],
)
def test_the_shape_of_a_place(marked: str, shape: CutShape | None) -> None:
    assert cut_shape(*cut(marked)) == shape


@pytest.mark.parametrize(
    "other",
    [
        "Doe J. On it. J Tests. 2020;1:2-9. |Roe R. Of it. Cell. 1999;7:8-12.",
        "Ng A. On it. J Tests. 2020;1:22. |Li B. Of it. 1999;7. |Wu C. At it. 1998;8.",
        "Doe J. On it. J Tests. 2020;1:2-9.",
        "Doe J. On Test A. Nature 2020.",
    ],
)
def test_the_same_shape_in_another_string(other: str) -> None:
    shape = cut_shape(*cut(TWO))
    text, places = other.replace("|", ""), [i for i, c in enumerate(other) if c == "|"]

    assert shape is not None
    assert cuts_in(shape, text) == [place - n for n, place in enumerate(places)]


@pytest.mark.parametrize(
    ("first", "second", "number", "shape"),
    [
        ("Doe J. On tests and", "beds. 2001.", "", JoinShape("a", ("a",), has_number=False)),
        ("J Chem 1999,", "345-50.", "12", JoinShape(",", ("9",), has_number=True)),
        ("", "beds", "", None),
        ("Doe J", " ", "", None),
    ],
)
def test_the_shape_of_a_boundary(
    first: str, second: str, number: str, shape: JoinShape | None
) -> None:
    assert join_shape(first, second, number) == shape


@pytest.mark.parametrize(
    ("labels", "is_reference"),
    [
        (("author", "title"), True),
        (("editor", "publisher"), True),
        (("container-title", "issued"), True),
        (("title",), False),
        (("author", "issued"), False),
        ((), False),
    ],
)
def test_what_reads_as_a_reference(labels: tuple[str, ...], is_reference: bool) -> None:
    segments = [Segment(label, "x", at, at + 1, 1.0) for at, label in enumerate(labels)]

    assert has_parts_of_a_reference(segments) == is_reference
    assert begins_with_people(segments) == (labels[:1] in [("author",), ("editor",)])


def test_lines_to_train_with() -> None:
    lines = boundary_lines([("1. A\n2. B", [(3, 4), (8, 9)], "list.txt"), ("C", [(0, 1)], "")])

    assert [json.loads(line) for line in lines.splitlines()] == [
        {"text": "1. A\n2. B", "references": [[3, 4], [8, 9]], "doc": "list.txt"},
        {"text": "C", "references": [[0, 1]], "doc": "C"},
    ]
