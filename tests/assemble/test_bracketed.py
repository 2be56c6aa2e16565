"""Brackets behind a title → medium, version, number."""

from __future__ import annotations

import pytest

from refconv.assemble.bracketed import take_bracketed
from tests.assemble.marked import after, fields

TAKEN = [
    ("{title|The tidewater [Film]}", {"title": "The tidewater", "medium": "Film"}),
    ("{title|Transects (Version 2.1) [Data set]}",
     {"title": "Transects", "version": "2.1", "medium": "Data set"}),
    ("{title|The bridge (No. 214) [Audio podcast episode]}",
     {"title": "The bridge", "number": "214", "medium": "Audio podcast episode"}),
    ("{title|Bats (Publication No. 1027)}", {"title": "Bats", "number": "1027"}),
    ("{title|Bats (Episode 5)}", {"title": "Bats", "number": "5"}),
    ("{title|Logic (2nd ed.)}", {"title": "Logic", "edition": "2nd"}),
    ("{title|Small labs} [Tweet]. {publisher|X}",
     {"title": "Small labs", "publisher": "X", "medium": "Tweet"}),
    # What is part of a title stays, and so does a kind of article.
    ("{title|Bats (a survey)}", {"title": "Bats (a survey)"}),
    ("{title|Bats [in Russian]}", {"title": "Bats [in Russian]"}),
    ("{title|Bats [letter]}. {volume|3}", {"title": "Bats [letter]", "volume": "3"}),
    ("{title|Bats (Film)}", {"title": "Bats (Film)"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), TAKEN)
def test_brackets(marked: str, expected: dict[str, str]) -> None:
    assert fields(after(take_bracketed, marked)) == expected
