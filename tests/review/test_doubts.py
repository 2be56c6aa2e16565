"""Identifiers at the end of a line: what may be a part of them, and what is not."""

from __future__ import annotations

import pytest

from refconv import Found, Segment
from refconv.review.doubts import Doubt, broken_identifiers


@pytest.mark.parametrize(
    ("rest", "doubts"),
    [
        # alone on the next line
        ("\nd7\n2. Roe R. Of beds.", [Doubt("DOI", "cut", "d7")]),
        ("\n  -x9_4\n", [Doubt("DOI", "cut", "-x9_4")]),
        ("\nabd", [Doubt("DOI", "cut", "abd")]),
        # something else: a sentence, a number of the list, a heading, a blank line
        ("\nAvailable online\n", []),
        ("\navailable online\n", []),
        ("\n2.\nRoe R. Of beds.", []),
        ("\n[12]\n", []),
        ("\nReferences\n", []),
        ("\n\nd7\n", []),
        (" d7", []),
        ("", []),
    ],
)
def test_an_identifier_at_the_end_of_its_line(rest: str, doubts: list[Doubt]) -> None:
    string = "Doe J. On tests. doi:10.1000/abc"
    found = Found(string, 0, len(string), offsets=range(len(string)))
    segments = [Segment("DOI", "10.1000/abc", 21, 32, 0.99)]

    assert broken_identifiers(string + rest, found, segments) == doubts


@pytest.mark.parametrize(("label", "doubts"), [("DOI", [Doubt("DOI", "joined")]), ("URL", [])])
def test_an_identifier_of_two_lines(label: str, doubts: list[Doubt]) -> None:
    text = "Doe J. On tests. 10.1000/\nabc. More"
    found = Found("Doe J. On tests. 10.1000/abc. More", 0, len(text))

    assert broken_identifiers(text, found, [Segment(label, "10.1000/abc", 17, 29, 1.0)]) == doubts
