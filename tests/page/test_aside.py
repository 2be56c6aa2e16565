"""Every character of a list is in a reference, set aside with a reason, or white space."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refconv
from refconv.page.document import Page, read_page
from tools.finder.made_pages import Pool, made_pages
from tools.toy.generate import FOLDER

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
REASONS = {
    "marker", "page furniture", "line number", "link text", "heading", "lead-in", "punctuation",
    "other text",
}  # fmt: skip
ONE = "Ames T. Pollen and weather. J Api Res. 2001;40:11-19."
TWO = "Bode R, Carr L. Heather honey. Food Moor. 2013;7:230-241."
THREE = "Cole W. Rhythms of Rest. Arden: Owl Press; 2011."


def unseen(text: str, page: Page) -> list[str]:
    """Return the characters between the first and the last of each list that are nowhere."""
    seen = bytearray(len(text))
    for one in page.found:
        for offset in one.offsets:
            seen[offset] = 1
    for aside in page.set_aside:
        seen[aside.start : aside.end] = b"\1" * (aside.end - aside.start)
    return [
        text[offset]
        for start, end in page.lists
        for offset in range(start, end)
        if not seen[offset] and not text[offset].isspace() and text[offset].isprintable()
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    text = path.read_text("utf-8").split("\n=== text\n")[1].split("\n=== ")[0]
    page = read_page(text)
    assert unseen(text, page) == []
    assert {aside.reason for aside in page.set_aside} <= REASONS
    assert all(text[aside.start : aside.end] == aside.text for aside in page.set_aside)


def test_made_up_pages() -> None:
    for page in made_pages(Pool(FOLDER, "held-out", []), 5, 60):
        assert unseen(page.text, read_page(page.text)) == []


LINES = st.sampled_from(
    [ONE, TWO, THREE, "Moor Studies 12", "13", "Google Scholar", "see also", "Bees are useful.",
     "[CrossRef]", "", "\f", "https://doi.org/10.1000/moor.7", "Table 2. Bees", "Notes"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(LINES, max_size=40), st.sampled_from(["", "{n}. ", "[{n}] ", "• "]))
def test_any_list(lines: list[str], marker: str) -> None:
    marked = [marker.format(n=n) + line if line else line for n, line in enumerate(lines, 1)]
    text = "References\n" + "\n".join(marked)
    assert unseen(text, read_page(text)) == []


@pytest.mark.parametrize(
    ("between", "words", "reason"),
    [
        ("\n[CrossRef]\n", "[CrossRef]", "link text"),
        ("\n\f12 Moor Studies\n", None, None),
        ("\n", None, None),
    ],
)
def test_reasons(between: str, words: str | None, reason: str | None) -> None:
    text = "References\n" + between.join((ONE, TWO, THREE))
    read = refconv.parse(text)
    found = {(aside.text, aside.reason) for aside in read.set_aside}
    assert len(read.references) == 3
    assert words is None or (words, reason) in found


def test_markers_and_places() -> None:
    text = f"References\n[1] {ONE}\n[2] {TWO}\n[3] {THREE}\n"
    aside = refconv.parse(text).set_aside
    assert [(one.text, one.reason) for one in aside] == [("[2]", "marker"), ("[3]", "marker")]
    assert [text[one.start : one.end] for one in aside] == ["[2]", "[3]"]
