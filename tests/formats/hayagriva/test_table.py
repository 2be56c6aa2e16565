"""What the rows of Hayagriva's table do not show."""

from __future__ import annotations

import refconv
from refconv import Name, Reference


def test_a_preprint() -> None:
    text = 'a:\n  type: article\n  title: Ice\n  serial-number:\n    arxiv: "2003.01722"\n'
    (reference,) = refconv.read(text, "hayagriva").references

    assert (reference.archive, reference.archive_location) == ("arXiv", "2003.01722")


def test_an_article_with_a_container_stays_one() -> None:
    article = Reference(type="article", id="a", title="T", container_title="C", event_title="E")
    written = refconv.write(article, "hayagriva")

    assert written.losses == ()
    assert refconv.read(written.text, "hayagriva").references == (article,)


def test_a_chapter_in_a_series() -> None:
    chapter = Reference(
        type="chapter",
        id="moss",
        title="Moss",
        container_title="Plants",
        editor=[Name(family="Roe", given="Kim")],
        collection_title="Water series",
        collection_number="4",
        page="12-20",
    )
    written = refconv.write(chapter, "hayagriva")

    assert written.losses == ()
    assert written.text == (
        "moss:\n  type: chapter\n  title: Moss\n  page-range: 12-20\n  parent:\n    type: book\n"
        "    title: Plants\n    editor: Roe, Kim\n    parent:\n      type: anthology\n"
        "      title: Water series\n      volume: 4\n"
    )


def test_what_typst_refuses_is_lost_and_reported() -> None:
    book = Reference(
        type="book",
        id="a",
        issued="in press",
        URL="no address",
        language="English please",
        number_of_pages="many",
        dimensions="90 min",
    )
    losses = refconv.write(book, "hayagriva").losses

    assert sorted(loss.path for loss in losses) == [
        "URL", "dimensions", "issued", "language", "number-of-pages",
    ]  # fmt: skip
