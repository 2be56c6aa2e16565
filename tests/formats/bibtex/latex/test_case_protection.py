"""Which letters of a title braces protect."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.case_protection import needs_nothing, protected
from refconv.formats.style import LetterCase

# Marks are shown as brackets.
TITLES: list[tuple[LetterCase, str, str]] = [
    ("as-read", "The [DNA] of Ice", "The [DNA] of Ice"),
    ("none", "The [DNA] of <i>[Ice]</i>", "The DNA of <i>Ice</i>"),
    ("title", "The [DNA] of <i>ice</i>", "[The DNA of <i>ice</i>]"),
    ("title", "", ""),
    ("title", " ", " "),
    ("proper", "Reading the DNA of mosses", "Reading the [DNA] of mosses"),
    ("proper", "Mosses found in Peru and Chile", "Mosses found in [Peru] and [Chile]"),
    ("proper", "mRNA and pH found in McMurdo Sound", "[mRNA] and [pH] found in [McMurdo] [Sound]"),
    ("proper", "Ice: Nine notes", "Ice: Nine notes"),
    ("proper", "Ice. Nine notes? Yes, of Peru", "Ice. Nine notes? Yes, of [Peru]"),
    # In title case only capitals inside of a word say that it is more than a word.
    ("proper", "Rivers and Lakes of Peru", "Rivers and Lakes of Peru"),
    ("proper", "The History of DNA Research in Northern Europe",
     "The History of [DNA] Research in Northern Europe"),
    ("proper", "Über das Eis der Alpen und seine Farbe",
     "Über das [Eis] der [Alpen] und seine [Farbe]"),
    ("proper", "The [DNA] of mosses in Peru", "The [DNA] of mosses in [Peru]"),
    ("proper", "Notes on <i>Escherichia coli</i> in soil water",
     "Notes on <i>[Escherichia] coli</i> in soil water"),
    ("proper", "Fluxes of CO<sub>2</sub> in soil", "Fluxes of [CO]<sub>2</sub> in soil"),
    ("proper", "notes on ice", "notes on ice"),
    ("proper", "冰的歷史", "冰的歷史"),
]  # fmt: skip


def marked(text: str) -> str:
    return text.replace("[", '<span class="nocase">').replace("]", "</span>")


@pytest.mark.parametrize(("case", "title", "expected"), TITLES)
def test_braces_protect_what_the_choice_says(case: LetterCase, title: str, expected: str) -> None:
    once = protected(marked(title), case)

    assert once == marked(expected)
    assert protected(once, case) == once


def test_a_title_in_capitals_shows_no_proper_noun() -> None:
    assert protected("THE HISTORY OF ICE", "proper") == "THE HISTORY OF ICE"


@pytest.mark.parametrize(("case", "title", "expected"), TITLES)
def test_a_title_that_needs_nothing_stays(case: LetterCase, title: str, expected: str) -> None:
    if "<" not in marked(title) and needs_nothing(title, case):
        assert title == expected
