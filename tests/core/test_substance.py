"""Values that say the same, whatever their spelling."""

from __future__ import annotations

import pytest

from refconv.core.model import Name
from refconv.core.substance import substance, without_nocase

NOCASE = '<span class="nocase">'
SAME = [
    ("A title", "A\n  title "),
    ("A TITLE", "a title"),
    ("12\N{EN DASH}15", "12-15"),
    ("it\N{RIGHT SINGLE QUOTATION MARK}s", "it's"),
    (f"The {NOCASE}DNA</span>", "The DNA"),
    (f"{NOCASE}A {NOCASE}B</span></span>", "A B"),
    (("snow", "ice"), "snow; ice"),
    (
        Name(family="van Berg", given="A."),
        Name(family="Berg", non_dropping_particle="van", given="A."),
    ),
]
OTHER = [
    ("A title", "Atitle"),
    ("12-15", "1215"),
    ("A", "\xc4"),
    ("<i>A</i>", "A"),
    (f"{NOCASE}A", "A"),
    ('<span class="smallcaps">A</span>', "A"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_another_spelling(one: object, other: object) -> None:
    assert substance(one) == substance(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_value(one: object, other: object) -> None:
    assert substance(one) != substance(other)


def test_spans_without_an_end_take_no_time() -> None:
    deep = 20_000 * NOCASE
    assert without_nocase(deep) == deep
    assert without_nocase(deep + "A" + 20_000 * "</span>").count("A") == 1
