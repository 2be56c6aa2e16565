"""Items as Zotero stores them, and how two are compared."""

from __future__ import annotations

import pytest

from refconv.clients.same_values import Creator
from refconv.clients.zotero.item import ZoteroItem, item_differences

BOOK = ZoteroItem(
    type="book",
    fields={"title": "Rivers", "ISBN": "978-3-16-148410-0"},
    creators=[Creator("author", "Roe", "Ann"), Creator("editor", "River Club")],
    tags=["water", "maps"],
    notes=["<p>a</p>", "<p>b</p>"],
    extra=["Issue: 3", "tex.x: 1"],
)


@pytest.mark.parametrize(
    "change",
    [
        {"fields": {"title": " Rivers ", "ISBN": "9783161484100", "url": ""}},
        {"tags": ["maps", "water", "maps", ""]},
        {"notes": ["<p>b</p>", "<p>a</p>"]},
        {"extra": ["tex.x: 1", "", "Issue: 3"]},
        {"attachments": ["a.pdf"]},
    ],
)
def test_items_are_equal(change: dict[str, object]) -> None:
    assert changed(**change) == BOOK
    assert [*item_differences(BOOK, changed(**change))] == []


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"type": "map"}, ["type"]),
        ({"fields": {"title": "Rivers", "url": "x"}}, ["ISBN", "url"]),
        ({"creators": []}, ["creators"]),
        ({"creators": BOOK.creators[::-1]}, ["creators"]),
        ({"tags": ["maps"]}, ["tags"]),
        ({"notes": ["<p>a</p>", "<p>a</p>"]}, ["notes"]),
        ({"extra": ["Issue: 3"]}, ["extra"]),
    ],
)
def test_items_differ(change: dict[str, object], names: list[str]) -> None:
    other = changed(**change)

    assert other != BOOK
    assert [name for name, _, _ in item_differences(BOOK, other)] == names


def test_letters_and_their_accents_are_one_character() -> None:
    assert ZoteroItem(type="map", fields={"title": "e\u0301"}).fields == {"title": "\xe9"}


def test_from_json() -> None:
    value = {
        "itemType": "book",
        "fields": {"title": "Rivers", "ISBN": "9783161484100", "extra": "Issue: 3\ntex.x: 1"},
        "creators": [
            {"creatorType": "author", "lastName": "Roe", "firstName": "Ann"},
            {"creatorType": "editor", "name": "River Club"},
        ],
        "tags": ["maps", "water"],
        "notes": ["<p>a</p>", "<p>b</p>"],
    }

    assert ZoteroItem.from_json(value) == BOOK


def changed(**change: object) -> ZoteroItem:
    given = {name: getattr(BOOK, name) for name in ("type", "fields", "creators", "tags")}
    given |= {"notes": BOOK.notes, "extra": BOOK.extra, **change}
    return ZoteroItem(**given)
