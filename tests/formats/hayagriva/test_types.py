"""Types of Hayagriva and of their parents; ``rows/hayagriva.txt`` has each of them."""

from __future__ import annotations

from refconv.core.model import ItemType
from refconv.formats.hayagriva.types import DEFAULT_PARENTS, TYPES, native_type, parts


def test_every_parent_is_a_type_of_its_own() -> None:
    natives = {native for native, _ in TYPES}

    assert all(part in natives for native in natives for part in parts(native) if part)


def test_a_parent_counts_where_both_say_more() -> None:
    assert native_type("article", "newspaper") == "article in newspaper"
    assert native_type("report", "anthology") == "report"
    assert native_type("article", "") == "article"


def test_the_most_frequent_types_are_written() -> None:
    written: dict[ItemType, str] = {}
    for native, kind in TYPES:
        written.setdefault(kind, native)

    assert written[ItemType.ARTICLE_JOURNAL] == "article in periodical"
    assert written[ItemType.ARTICLE_MAGAZINE] == "article in periodical"
    assert written[ItemType.CHAPTER] == "chapter in book"


def test_default_parents_make_types() -> None:
    assert native_type("article", DEFAULT_PARENTS["article"]) == "article in periodical"
    assert native_type("anthos", DEFAULT_PARENTS["anthos"]) == "anthos in anthology"
