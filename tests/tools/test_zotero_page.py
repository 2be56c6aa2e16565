"""The page of what Zotero keeps says what the tables say."""

from __future__ import annotations

import pytest

from refconv import Reference, write
from refconv.clients.zotero.stored import stored
from refconv.core.model import BY_NAME, ItemType
from tools.zotero_page import EXTRA, FIELD, FORMATS, PAGE, SAME, page, places


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tools.zotero_page"


def test_places_of_a_book() -> None:
    kinds, found = places(ItemType.BOOK)

    assert kinds["ris"] == "book"
    assert found["ris"]["ISSN"] == found["ris"]["publisher"] == FIELD
    assert found["ris"]["illustrator"] == EXTRA
    assert BY_NAME.keys() >= found["csl-json"].keys()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("kind", ItemType)
def test_a_type_arrives_or_is_reported(kind: ItemType, format: str) -> None:
    written = write(Reference(kind, id="a", title="Some words"), format, for_="zotero")
    items = stored(written.text, format)

    is_right = bool(items) and items[0].type in SAME.get(kind, ())
    assert is_right or "type" in {loss.path for loss in written.losses}
    if kind in SAME and format in ("ris", "csl-json"):
        assert is_right
