"""References with their strings: offsets, page records, dashes for authors."""

from __future__ import annotations

from pathlib import Path

import refconv
from refconv.review.review_items import review_items

SEED = next((Path(__file__).parents[2] / "seeds").glob("000_*"))


def test_segments_have_offsets_in_their_string() -> None:
    items = review_items(refconv.load(SEED))

    assert [item.is_page_record for item in items] == [False] * 14 + [True]
    assert items[7].text.startswith("Rotte A, Frigault MJ, Ansari A")
    values = [(s.label, items[7].text[s.start : s.end]) for s in items[7].segments]
    assert values[2:] == [
        ("container-title", "J Immunother Cancer"),
        ("issued", "2022"),
        ("volume", "10"),
        ("page", "e005678"),
    ]


def test_offsets_where_lines_are_joined() -> None:
    page = "References\n1. Doe J. On the tests of pro-\ngrams. Nature. 2020;1:2-9.\n"
    (item,) = review_items(refconv.parse(page))

    values = {s.label: item.text[s.start : s.end] for s in item.segments}
    assert values["container-title"] == "Nature"
    assert values["issued"] == "2020"
    assert item.number == "1"


def test_a_record_of_a_file_has_no_string() -> None:
    (item,) = review_items(refconv.read("\n@book{doe, title = {A}}", "bibtex"))

    assert (item.text, item.segments, item.number, item.line) == ("", (), "", 2)
    assert not item.is_page_record


def test_a_dash_stands_for_the_authors_before() -> None:
    lines = [
        "Morgenstern, Karl. Über den Bildungsroman. Berlin: Verlag, 1820.",
        "———. Der Roman der Goethezeit. Berlin: Verlag, 1824.",
        "———. Vom Lesen. Berlin: Verlag, 1826.",
        "Roe, Jane. Of Tests. London: Press, 1999.",
    ]
    items = review_items(refconv.parse("\n".join(["Bibliography", *lines])))

    assert [item.previous_authors for item in items] == [
        "", "Morgenstern, Karl", "Morgenstern, Karl", "",
    ]  # fmt: skip
