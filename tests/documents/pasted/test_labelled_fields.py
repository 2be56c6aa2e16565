"""Answers that label each field, in any order and dress."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.documents.pasted.labelled_fields import read, recognises
from tests.documents.texts import PARTS, Row, rows

NG = Row("", "Ng", "Rivers of the north", "Journal of Water", "10.1000/1")
LEE = Row("", "Lee", "Lakes of the south", "Water Letters")

TEXTS = {
    "bold labels below a title": (
        "Here are two papers:\n\n1. **Rivers of the north**\n   - **Authors:** Ada Ng, Bo Roe\n"
        "   - **Year:** 2001\n   - **Journal:** *Journal of Water*\n"
        "   - **DOI:** [10.1000/1](https://doi.org/10.1000/1)\n   - **Relevance:** It is long.\n\n"
        "2. **Lakes of the south**\n   - **Authors:** Carl Lee\n   - **Year:** 2010\n"
        "   - **Journal:** *Water Letters*, 4(2), 5-9\n\nAnything else?\n"
    ),
    "plain labels": (
        "Title: Rivers of the north\nAuthor(s): Ng, A.; Roe, B.\nPublication year: 2001\n"
        "Source: Journal of Water\nDOI: 10.1000/1\n\nYear: 2010\nTitle: Lakes of the south\n"
        "Author: Lee, C.\nPublished in: Water Letters\n"
    ),
    "one after the other": (
        "Title: \"Rivers of the north\"\nAuthors: Ng, A.\nYear: 2001\nJournal: Journal of Water\n"
        "DOI: 10.1000/1\nTitle: Lakes of the south\nAuthors: Lee, C.\nYear: 2010\n"
        "Journal: Water Letters\nDOI: N/A\n"
    ),
    "German": (
        "Titel: Rivers of the north\nAutoren: Ada Ng\nJahr: 2001\nZeitschrift: Journal of Water\n"
        "DOI: 10.1000/1\n\nTitel: Lakes of the south\nAutor: Carl Lee\nJahr: 2010\n"
        "Zeitschrift: Water Letters\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TEXTS)
def test_an_answer(case: str) -> None:
    assert rows(TEXTS[case]) == ("labelled", [NG, LEE])


def test_a_journal_with_its_volume_is_divided() -> None:
    _, second = refconv.parse(TEXTS["bold labels below a title"])

    assert (second.volume, second.issue, second.page) == ("4", "2", "5-9")


def test_other_labels_are_kept() -> None:
    first, _ = refconv.parse(TEXTS["bold labels below a title"])

    assert any(value == "It is long." for _, value in first.custom)


def test_the_origin_is_the_first_line() -> None:
    assert [o.line for o in refconv.parse(TEXTS["plain labels"]).origins] == [1, 7]


@pytest.mark.parametrize(
    "text",
    [
        "Title: Rivers",
        "Note: this is long\nDate: today",
        "Ng A. Rivers.\nDOI: 10.1000/1\nRoe B. Lakes.\nDOI: 10.1000/2",
        "Year: 2001\nVolume: 3",
    ],
)
def test_other_texts(text: str) -> None:
    assert not recognises(text)


@given(st.lists(st.sampled_from([*PARTS, "Title: ", "Authors: ", "Year: 2001\n"])).map("".join))
def test_no_text_raises(text: str) -> None:
    assert read(text).offsets is not None
