"""What CSL-JSON has no variable for: flat items and how they are packed into ``custom``."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.core.csl import pack, pack_list, unpack, unpack_list

KNOWN = frozenset({"id", "title", "author", "keyword"})
ORCID = "0000-0002-1825-0097"

PACKED: dict[str, tuple[list[tuple[str, Any]], dict[str, Any]]] = {
    "nothing": ([], {}),
    "variables": (
        [("id", "a"), ("title", "T")],
        {"id": "a", "title": "T"},
    ),
    "a drawer": (
        [("author", [1, 2]), ("orcid/author", [None, ORCID])],
        {"author": [1, 2], "custom": {"refconv": {"orcid": {"author": [None, ORCID]}}}},
    ),
    "incomplete lists of names": (
        [("et-al/author", True), ("et-al/editor", True)],
        {"custom": {"refconv": {"et-al": ["author", "editor"]}}},
    ),
    "native keys, some of them repeated": (
        [("bibtex:file", "x"), ("ris:U1", "a"), ("ris:U1", "b")],
        {"custom": {"refconv": {"keys": [["bibtex:file", "x"], ["ris:U1", "a"], ["ris:U1", "b"]]}}},
    ),
    "the custom values of another program": (
        [("custom:shortTitle", "S"), ("custom:n", 1)],
        {"custom": {"shortTitle": "S", "n": 1}},
    ),
}


@pytest.mark.parametrize(("flat", "item"), PACKED.values(), ids=PACKED)
def test_flat_items_are_packed_and_unpacked(
    flat: list[tuple[str, Any]], item: dict[str, Any]
) -> None:
    assert pack(flat) == item
    assert [*unpack(item, KNOWN)] == flat


ONLY_PACKED: dict[str, tuple[list[tuple[str, Any]], dict[str, Any]]] = {
    "a repeated variable": ([("title", "A"), ("title", "B")], {"title": "A"}),
    "an unknown drawer": ([("shelf/title", 1)], {"shelf/title": 1}),
    "a custom value named like refconv's own": (
        [("custom:refconv", 1)],
        {"custom": {"refconv": {"keys": [["custom:refconv", 1]]}}},
    ),
    "a repeated custom value": (
        [("custom:a", 1), ("custom:a", 2)],
        {"custom": {"a": 1, "refconv": {"keys": [["custom:a", 2]]}}},
    ),
}


@pytest.mark.parametrize(("flat", "item"), ONLY_PACKED.values(), ids=ONLY_PACKED)
def test_a_repeated_or_unknown_key_is_kept_where_there_is_room(
    flat: list[tuple[str, Any]], item: dict[str, Any]
) -> None:
    assert pack(flat) == item


ONLY_UNPACKED: dict[str, tuple[dict[str, Any], list[tuple[str, Any]]]] = {
    "a name that CSL does not know": ({"colour": "red"}, [("csl:colour", "red")]),
    "a custom that is no object": ({"custom": [1]}, [("csl:custom", [1])]),
    "no custom": ({"custom": None}, []),
    "a refconv that is no object": ({"custom": {"refconv": 1}}, [("custom:refconv", 1)]),
    "a drawer that is no object": (
        {"custom": {"refconv": {"orcid": 1}}},
        [("custom:refconv.orcid", 1)],
    ),
    "a drawer of another program": (
        {"custom": {"refconv": {"shelf": {"a": 1}}}},
        [("custom:refconv.shelf", {"a": 1})],
    ),
    "keys that are no pairs": (
        {"custom": {"refconv": {"keys": [["bibtex:file"]]}}},
        [("custom:refconv.keys", [["bibtex:file"]])],
    ),
    "keys without a prefix": (
        {"custom": {"refconv": {"keys": [["file", "x"]]}}},
        [("custom:refconv.keys", [["file", "x"]])],
    ),
    "lists of names that are none": (
        {"custom": {"refconv": {"et-al": [1]}}},
        [("custom:refconv.et-al", [1])],
    ),
}


@pytest.mark.parametrize(("item", "flat"), ONLY_UNPACKED.values(), ids=ONLY_UNPACKED)
def test_values_of_other_programs_are_kept(
    item: dict[str, Any], flat: list[tuple[str, Any]]
) -> None:
    assert [*unpack(item, KNOWN)] == flat


LISTS: list[tuple[str, tuple[str, ...], list[tuple[str, Any]]]] = [
    ("categories", ("a", "b"), [("categories", ["a", "b"])]),
    ("keyword", ("snow", "ice"), [("keyword", "snow, ice")]),
    ("keyword", ("cancer, lung", "ice"), [("keyword", "cancer, lung; ice")]),
    ("keyword", ("cancer, lung",),
     [("keyword", "cancer, lung"), ("lists/keyword", ["cancer, lung"])]),
    ("keyword", ("a; b", "c"), [("keyword", "a; b, c"), ("lists/keyword", ["a; b", "c"])]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "pairs"), LISTS)
def test_a_list_is_a_text_and_itself_where_the_text_is_ambiguous(
    name: str, values: tuple[str, ...], pairs: list[tuple[str, Any]]
) -> None:
    assert [*pack_list(name, values)] == pairs


KEYWORDS = [
    ("", ()),
    ("snow", ("snow",)),
    ("snow, ice", ("snow", "ice")),
    ("cancer, lung; ice;", ("cancer, lung", "ice")),
    (" , snow ,", ("snow",)),
]


@pytest.mark.parametrize(("text", "values"), KEYWORDS)
def test_keywords_are_split_at_semicolons_or_commas(text: str, values: tuple[str, ...]) -> None:
    assert unpack_list(text) == values


@given(st.lists(st.text(min_size=1), min_size=1).map(tuple))
def test_every_list_comes_back(values: tuple[str, ...]) -> None:
    pairs = dict(pack_list("keyword", values))

    assert tuple(pairs.get("lists/keyword", unpack_list(pairs["keyword"]))) == values
