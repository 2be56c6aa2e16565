"""What markup says of a reference string goes before what the tagger labels."""

from __future__ import annotations

import pytest

from refconv.core.fields import Record
from refconv.core.report import Segment
from refconv.documents.marked import MarkedSpan, MarkedText
from refconv.io.marked_strings import completed, with_markup


def marked(text: str, *spans: tuple[str, str, str]) -> MarkedText:
    """Return a text with spans: their words, kind and value."""
    found = []
    for words, kind, value in spans:
        start = text.index(words)
        found.append(MarkedSpan(start, start + len(words), kind, value))
    return MarkedText(text, range(len(text)), tuple(found))


def segments(text: str, **labels: str) -> list[Segment]:
    """Return segments of a text, by their labels."""
    found = []
    for label, words in labels.items():
        start = text.index(words)
        name = label.replace("_", "-")
        found.append(Segment(name, words, start, start + len(words), 0.5))
    return found


def labels(text: MarkedText, guessed: list[Segment]) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in with_markup(text, guessed)]


STRING = "A. Ng, B. Roe. Rivers of the north. Water 3, 2001."


def test_labels_go_before_the_taggers() -> None:
    text = marked(
        STRING, ("Rivers of the north", "label", "title"), ("Water", "label", "container-title")
    )
    guessed = segments(STRING, author="A. Ng, B. Roe", title="Rivers of the north. Water 3")

    assert labels(text, guessed) == [
        ("author", "A. Ng, B. Roe"), ("title", "Rivers of the north"), ("container-title", "Water"),
    ]  # fmt: skip


def test_names_one_after_the_other_are_one_list() -> None:
    text = marked(STRING, ("A. Ng", "label", "author"), ("B. Roe", "label", "author"))

    assert labels(text, []) == [("author", "A. Ng, B. Roe")]


def test_the_title_of_a_book_is_that_of_the_reference_if_it_has_no_other() -> None:
    alone = marked("A. Ng. Rivers. Pond.", ("Rivers", "label", "book-title"))
    within = marked("A. Ng, in Rivers. Pond.", ("Rivers", "label", "book-title"))

    assert labels(alone, []) == [("title", "Rivers")]
    assert labels(within, []) == [("container-title", "Rivers")]


def blocks(text: str, *parts: str) -> MarkedText:
    return marked(text, *((part, "block", "") for part in parts))


def test_blocks_are_authors_and_title() -> None:
    text = "Ng, A. (2001). Rivers, lakes and seas of it. Water 3."
    parts = ("Ng, A. (2001).", "Rivers, lakes and seas of it.", "Water 3.")
    guessed = segments(
        text, author="Ng, A.", title="Rivers", container_title="lakes and seas of it"
    )

    assert labels(blocks(text, *parts), guessed) == [
        ("author", "Ng, A."), ("issued", "2001"), ("title", "Rivers, lakes and seas of it"),
    ]  # fmt: skip


def test_blocks_say_nothing_where_the_first_is_a_title() -> None:
    text = "Rivers of the north. Water 3, 2001."
    guessed = segments(text, title="Rivers of the north", container_title="Water")

    assert labels(blocks(text, "Rivers of the north.", "Water 3, 2001."), guessed) == [
        ("title", "Rivers of the north"), ("container-title", "Water"),
    ]  # fmt: skip


EMPHASIS = [
    ("Rivers of it, volume 3 of Water Studies", "Rivers of it", [("title", "Rivers of it")]),
    (
        "Rivers of it, Journal of Water",
        "Journal of Water",
        [("title", "Rivers of it"), ("container-title", "Journal of Water")],
    ),
    (
        "Rivers of it all, Journal of Water",
        "Rivers of it all",
        [("title", "Rivers of it all"), ("container-title", "Journal of Water")],
    ),
    ("Apis mellifera, a study", "Apis mellifera", [("title", "Apis mellifera, a study")]),
    ("A study of Apis", "Apis", [("title", "A study of Apis")]),
]


@pytest.mark.parametrize(("title", "italics", "expected"), EMPHASIS)
def test_titles_end_with_their_emphasis(
    title: str, italics: str, expected: list[tuple[str, str]]
) -> None:
    assert labels(marked(title, (italics, "i", "")), segments(title, title=title)) == expected


def fields(text: MarkedText, *values: tuple[str, str]) -> dict[str, str]:
    return dict(completed(Record("book", "", values), text).fields)


def test_emphasis_and_links_complete_a_record() -> None:
    text = marked(
        "Of Apis. Water.", ("Apis", "i", ""), ("Water", "link", "https://doi.org/10.1000/1")
    )

    assert fields(text, ("title", "Of Apis")) == {"title": "Of <i>Apis</i>", "DOI": "10.1000/1"}
    assert fields(text, ("DOI", "10.1000/2")) == {"DOI": "10.1000/2"}


def test_an_address_that_is_no_doi() -> None:
    text = marked("Of Apis.", ("Apis", "link", "https://a.example"))

    assert fields(text, ("title", "Of Apis")) == {"title": "Of Apis", "URL": "https://a.example"}
