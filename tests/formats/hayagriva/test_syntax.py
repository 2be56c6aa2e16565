"""Hayagriva: entries with parents ↔ records with paths."""

from __future__ import annotations

from typing import Any

import pytest

import refconv
from refconv.formats.hayagriva.syntax import carry, flat, nested

ENTRIES: list[tuple[dict[str, Any], str, list[tuple[str, Any]]]] = [
    ({"type": "Book", "title": "A"}, "book", [("title", "A")]),
    ({"title": "A"}, "misc", [("title", "A")]),
    (
        {"type": "article", "parent": {"title": "J"}},
        "article in periodical",
        [("parent/title", "J")],
    ),
    (
        {"type": "article", "parent": {"type": "conference", "title": "C"}},
        "article in conference",
        [("conference/title", "C")],
    ),
    (
        {
            "type": "article",
            "parent": [{"type": "conference", "title": "C"}, {"type": "proceedings", "title": "P"}],
        },
        "article in proceedings",
        [("conference/title", "C"), ("parent/title", "P")],
    ),
    ({"type": "article", "parent": "J"}, "article in periodical", [("parent/title", "J")]),
    (
        {"type": "book", "parent": {"type": "video", "title": "V"}},
        "book",
        [("parent/type", "video"), ("parent/title", "V")],
    ),
    (
        {"type": "book", "parent": {"type": "original", "title": "O"}},
        "book",
        [("original/title", "O")],
    ),
    (
        {"title": {"value": "A", "short": "B"}, "url": {"value": "C", "date": "D"}},
        "misc",
        [("title", "A"), ("title/short", "B"), ("url", "C"), ("url/date", "D")],
    ),
    (
        {"affiliated": [{"role": "CastMember", "names": "A"}]},
        "misc",
        [("affiliated/cast-member", ["A"])],
    ),
]


@pytest.mark.parametrize(("entry", "kind", "fields"), ENTRIES)
def test_entries(entry: dict[str, Any], kind: str, fields: list[tuple[str, Any]]) -> None:
    native, found = flat(entry, 0)

    assert (native, sorted(found)) == (kind, sorted(fields))
    assert flat(nested(native, found, 0), 0) == (kind, found)


def test_two_parents_of_one_kind() -> None:
    text = (
        "a:\n  type: article\n  parent:\n    - title: One\n"
        "    - title: Two\n      type: periodical\n    - type: video\n      runtime: '10:00'\n"
    )
    read = refconv.read(text, "hayagriva")
    written = refconv.write(read, "hayagriva")

    assert read.references[0].container_title == "One"
    assert read.references[0].custom == (
        ("hayagriva:parent-2", {"title": "Two", "type": "periodical"}),
        ("hayagriva:parent-3", {"type": "video", "runtime": "10:00"}),
    )
    assert written.losses == ()
    assert refconv.read(written.text, "hayagriva").references == read.references


def test_a_further_parent_without_a_first_is_lost() -> None:
    reference = refconv.Reference(id="a", custom=[("hayagriva:parent-2", {"title": "Two"})])

    assert [loss.path for loss in refconv.write(reference, "hayagriva").losses] == ["custom[0]"]


def test_parts_of_nothing_are_lost() -> None:
    book = refconv.Reference(type="book", id="a", title_short="T", accessed="2020-05-03")
    written = refconv.write(book, "hayagriva")

    assert written.text == "a:\n  type: book\n"
    assert sorted(loss.path for loss in written.losses) == ["accessed", "title-short"]


CARRIED: list[tuple[str, Any, Any]] = [
    ("title", "A", "A"),
    ("shelf", 4, "4"),
    ("shelf", {"row": [1, None]}, {"row": ["1", None]}),
    ("author", ["A"], ["A"]),
    ("shelf", None, None),
    ("title", ["A"], None),
    ("parent/url/date", {"a": "b"}, None),
    ("a/b", "x", "x"),
    ("A B/c", "x", None),
]


@pytest.mark.parametrize(("key", "raw", "back"), CARRIED)
def test_carry(key: str, raw: Any, back: Any) -> None:
    assert carry(key, raw) == back


def test_keys_are_any_texts() -> None:
    text = '"a: b":\n  type: book\n"1":\n  type: book\n'
    read = refconv.read(text, "hayagriva")

    assert [one.id for one in read] == ["a: b", "1"]
    written = refconv.write(read, "hayagriva").text
    assert refconv.read(written, "hayagriva").references == read.references
