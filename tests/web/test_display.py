"""Titles of fields and item types, families of colours, keys to label with."""

from __future__ import annotations

import pytest

from refconv.core.model import VARIABLES, ItemType
from refconv.web.display import FIELDS, LABELS, TYPE_TITLES, display_data, field_title, type_title
from refconv.web.templates import static
from tools.tagger.labels import LABELS as TAGGER_LABELS

# Keys that move over the words and the list (static/list.js).
TAKEN = frozenset("jknx/?")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("container-title", "Journal or book"),
        ("original-date", "Original date"),
        ("archive_location", "Location in archive"),
        ("chapter-number", "Chapter number"),
        ("DOI", "DOI"),
    ],
)
def test_field_titles(name: str, title: str) -> None:
    assert field_title(name) == title


@pytest.mark.parametrize(
    ("kind", "title"),
    [("article-journal", "Journal article"), ("legal_case", "Legal case"), ("book", "Book")],
)
def test_type_titles(kind: str, title: str) -> None:
    assert type_title(kind) == title


def test_every_label_is_shown() -> None:
    assert {*TAGGER_LABELS} <= {*LABELS}


def test_keys_are_letters_and_differ() -> None:
    keys = [field.key for field in FIELDS.values() if field.key]

    assert sorted(keys) == sorted({*keys})
    assert all(len(key) == 1 and key.islower() for key in keys)
    assert not TAKEN & {*keys}


def test_every_family_has_a_colour() -> None:
    css = static("strings.css")

    assert [f.family for f in FIELDS.values() if f".{f.family} {{" not in css] == []


def test_titled_types_exist() -> None:
    assert {*TYPE_TITLES} <= {str(kind) for kind in ItemType}


def test_the_page_has_all_variables_and_types() -> None:
    data = display_data()

    assert {v.name for v in VARIABLES} <= {*data["fields"]}
    assert {*data["kinds"]} == {v.name for v in VARIABLES}
    assert {*data["types"]} == {str(kind) for kind in ItemType}
    assert 0 < data["doubtfulBelow"] < 1
