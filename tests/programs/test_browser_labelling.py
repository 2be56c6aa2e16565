"""Labelling a range of a string, as the browser does it: marks in, marks out.

``{label|value}`` is a segment, ``[…]`` the selected range.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.programs.conftest import Page

MARK = re.compile(r"\{(?P<label>[\w-]+)\||(?P<end>\})|(?P<select>[\[\]])")


def unmarked(marked: str) -> tuple[str, list[list[Any]], list[int]]:
    """Return the text of a marked string, its segments and the selected range."""
    text, place, label, start = "", 0, "", 0
    segments: list[list[Any]] = []
    selected: list[int] = []
    for mark in MARK.finditer(marked):
        text += marked[place : mark.start()]
        place = mark.end()
        if mark["label"]:
            label, start = mark["label"], len(text)
        elif mark["end"]:
            segments.append([label, start, len(text), 1])
        else:
            selected.append(len(text))
    return text + marked[place:], segments, selected


def marked(text: str, segments: list[list[Any]]) -> str:
    for label, start, end, _ in reversed(segments):
        text = f"{text[:start]}{{{label}|{text[start:end]}}}{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("before", "label", "after"),
    [
        # no label before; white space and punctuation at the ends get none
        (
            "{title|On}.[ Nature. ]2020",
            "container-title",
            "{title|On}. {container-title|Nature.} 2020",
        ),
        ("{title|On}. Nature[ 2020,]", "issued", "{title|On}. Nature {issued|2020},"),
        ("Vol. 1[ (2)]", "issue", "Vol. 1 ({issue|2})"),
        ("[“On tests.”]", "title", "“{title|On tests.}”"),
        # the end and the beginning of another segment
        (
            "{title|On tests. [Nature]}",
            "container-title",
            "{title|On tests}. {container-title|Nature}",
        ),
        ("{title|[Doe J.] On tests}", "author", "{author|Doe J.} {title|On tests}"),
        # the middle of one: the longer end keeps the label
        ("{title|On tests, [1999], again}", "issued", "{title|On tests}, {issued|1999}, again"),
        # the middle of a list of people: both ends keep the label
        (
            "{author|Doe J, [Roe R], Poe P}. On",
            "editor",
            "{author|Doe J}, {editor|Roe R}, {author|Poe P}. On",
        ),
        # across the boundary of two
        ("{title|On [tests}. {note|Part] 2}", "title", "{title|On tests. Part} {note|2}"),
        # next to a segment with the same label
        ("{author|Doe J}, [Roe R]. {title|On}", "author", "{author|Doe J, Roe R}. {title|On}"),
        ("{title|On}[: a test]. 2020", "title", "{title|On: a test}. 2020"),
        # another label, no label, nothing
        ("{volume|[12]}:3", "issue", "{issue|12}:3"),
        ("{volume|[12]}:3", None, "12:3"),
        ("{title|On}[ . ]2020", "note", "{title|On} . 2020"),
        # characters of two UTF-16 units
        ("\U0001d434 {title|On [x]}", "note", "\U0001d434 {title|On} {note|x}"),
    ],
)
def test_words_are_labelled_in_the_browser(
    page: Page, before: str, label: str | None, after: str
) -> None:
    text, segments, (start, end) = unmarked(before)
    units = [len(text[:place].encode("utf-16-le")) // 2 for place in range(len(text) + 1)]
    given = [[name, units[a], units[b], 1] for name, a, b, _ in segments]

    found = page.page.evaluate(
        """async range => (await import("./static/labelling.js")).applyLabel(...range)""",
        [text, given, units[start], units[end], label],
    )

    back = [[name, units.index(a), units.index(b), sure] for name, a, b, sure in found]
    assert marked(text, back) == after
