"""Marked text: its parts, its rich text, and the strings that a document has of it."""

from __future__ import annotations

import pytest

from refconv.core.report import Found
from refconv.documents.marked import (
    MarkedSpan,
    MarkedStrings,
    MarkedText,
    as_document,
    joined_texts,
    of_rich_text,
)

TITLE = MarkedSpan(3, 7, "label", "title")


def text_of(text: str, *spans: MarkedSpan) -> MarkedText:
    return MarkedText(text, range(len(text)), spans)


RICH = [
    ((MarkedSpan(3, 7, "i"),), "Of <i>Apis</i> here"),
    ((MarkedSpan(0, 12, "i"), MarkedSpan(3, 7, "b")), "Of <b>Apis</b> here"),
    ((MarkedSpan(3, 12, "i"), MarkedSpan(3, 7, "b")), "Of <i><b>Apis</b> here</i>"),
    ((MarkedSpan(0, 5, "i"), MarkedSpan(3, 9, "b")), "<i>Of Ap</i>is here"),
    ((TITLE,), "Of Apis here"),
    ((MarkedSpan(0, 11, "i"),), "Of Apis here"),
]


@pytest.mark.parametrize(("spans", "rich"), RICH)
def test_rich_text(spans: tuple[MarkedSpan, ...], rich: str) -> None:
    assert text_of("Of Apis here", *spans).rich(0, 12) == rich


def test_rich_text_is_read_back() -> None:
    text = of_rich_text("H<sub>2</sub>O of <i>Apis</i>, p < 3")

    assert text.text == "H2O of Apis, p < 3"
    assert text.rich(0, len(text.text)) == "H<sub>2</sub>O of <i>Apis</i>, p < 3"


def test_white_space_becomes_one_space() -> None:
    text = text_of("  Of \n Apis  here ", MarkedSpan(5, 11, "i")).in_one_line()

    assert text.text == "Of Apis here"
    assert text.spans == (MarkedSpan(3, 7, "i"),)
    assert [*text.offsets] == [2, 3, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16]


def test_parts_and_joining() -> None:
    text = text_of("Of Apis here", TITLE)

    assert text.cut(5, 12).spans == (MarkedSpan(0, 2, "label", "title"),)
    assert joined_texts([text.cut(0, 5), text.cut(5, 12)]).text == text.text


def test_strings_of_a_document_have_its_spans() -> None:
    document = as_document(
        text_of("a\nOf Apis here", MarkedSpan(5, 9, "i"), MarkedSpan(2, 4, "link", "x"))
    )
    marks = MarkedStrings(document)

    text = marks.of(Found("Apis here", 5, 14, offsets=range(5, 14)))

    assert marks
    assert text.spans == (MarkedSpan(0, 4, "i"),)
    assert not MarkedStrings(as_document(text_of("a")))
