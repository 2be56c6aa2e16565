"""The page of what Zotero keeps says what the tables say."""

from __future__ import annotations

from refconv.core.model import BY_NAME, ItemType
from tools.zotero_page import EXTRA, FIELD, PAGE, page, places


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tools.zotero_page"


def test_places_of_a_book() -> None:
    kinds, found = places(ItemType.BOOK)

    assert kinds["ris"] == "book"
    assert found["ris"]["ISSN"] == found["ris"]["publisher"] == FIELD
    assert found["ris"]["illustrator"] == EXTRA
    assert BY_NAME.keys() >= found["csl-json"].keys()
