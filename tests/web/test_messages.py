"""Messages as JSON: references, records and segments there and back, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv import Block, Date, Name, Reference, Segment
from refconv.web.messages import (
    InvalidMessageError,
    blocks_from_json,
    list_in,
    place_in,
    record_to_json,
    references_from_json,
    segments_from_json,
    segments_to_json,
    spans_from_json,
    text_in,
)
from tests.web.conftest import SEED

BEYOND = "\U0001d434 title"
"""Its first character has two UTF-16 units."""


def test_references_come_back_as_they_were() -> None:
    read = refconv.load(SEED)

    items = [record_to_json(reference)["item"] for reference in read]

    assert references_from_json(items) == read.references
    assert references_from_json([]) == ()


def test_a_record_has_its_values_as_editable_text() -> None:
    reference = Reference(
        type="book",
        id="doe",
        title="A",
        author=(Name("Doe", "Jane"), Name("Roe")),
        issued=Date.on(2020, 5),
        et_al={"author"},
        custom=(("bibtex:file", "a.pdf"), ("csl:x", {"b": "ü"}), ("csl:y", [{"b": 1}])),
    )

    record = record_to_json(reference)

    assert record["type"] == "book"
    assert sorted(record["rows"]) == [
        ["author", "Doe, Jane\nRoe\net al."],
        ["id", "doe"],
        ["issued", "2020-05"],
        ["title", "A"],
    ]
    assert record["kept"] == [["bibtex:file", "a.pdf"], ["csl:x", "ü"], ["csl:y", '[{"b": 1}]']]


@pytest.mark.parametrize("items", [None, 7, {}, "[]", [7], [None], [[]]])
def test_what_is_not_a_list_of_items(items: Any) -> None:
    with pytest.raises(InvalidMessageError):
        references_from_json(items)


def test_blocks() -> None:
    assert blocks_from_json([["bibtex", "string", "@string{a = {b}}"]]) == [
        ("bibtex", Block("string", "@string{a = {b}}"))
    ]


@pytest.mark.parametrize("block", [[], ["bibtex", "string"], ["bibtex", "string", 7], "abc"])
def test_what_is_not_a_block(block: Any) -> None:
    with pytest.raises(InvalidMessageError, match="a block is not"):
        blocks_from_json([block])


@pytest.mark.parametrize(
    ("text", "units", "offsets"),
    [("On Of", [["title", 3, 5, 1]], (3, 5)), (BEYOND, [["title", 3, 8, 1]], (2, 7))],
)
def test_segments_count_utf16_units_in_the_browser(
    text: str, units: list[list[Any]], offsets: tuple[int, int]
) -> None:
    (segment,) = segments_from_json(text, units)

    assert segment == Segment("title", text[slice(*offsets)], *offsets, 1.0)
    assert segments_to_json(text, [segment]) == units


@given(
    st.text(st.sampled_from("ab \u0301\U0001d434"), max_size=12),
    st.sets(st.integers(0, 12), max_size=6),
)
def test_segments_come_back_as_they_were(text: str, cuts: set[int]) -> None:
    places = sorted(cut for cut in cuts if cut <= len(text))
    segments = tuple(
        Segment("title", " ".join(text[start:end].split()), start, end, 0.5)
        for start, end in zip(places[::2], places[1::2], strict=False)
    )

    assert segments_from_json(text, segments_to_json(text, segments)) == segments


@pytest.mark.parametrize(
    "values",
    [
        [["title", 5, 2, 1]],
        [["title", 2, 2, 1]],
        [["title", 0, 2000, 1]],
        [["title", 0, 4, 1], ["author", 3, 6, 1]],
        [["title", 3, 6, 1], ["author", 0, 3, 1]],
        [["title", -1, 4, 1]],
        [[1, 0, 4, 1]],
        [["title", 0, 4, "1"]],
        [["title", 0, 4]],
        ["title"],
        "title",
        None,
    ],
)
def test_what_is_not_a_list_of_segments(values: Any) -> None:
    with pytest.raises(InvalidMessageError, match="segment"):
        segments_from_json("Doe J. On", values)


def test_values_of_a_message() -> None:
    message = {"text": "a", "list": [{}], "number": 7}

    assert (text_in(message, "text"), text_in(message, "missing")) == ("a", "")
    assert (list_in(message, "list"), list_in(message, "missing")) == ([{}], [])
    for name in ("number", "list"):
        with pytest.raises(InvalidMessageError, match=f"{name} is not a text"):
            text_in(message, name)
    for name, kind in (("number", dict), ("text", dict), ("list", list)):
        with pytest.raises(InvalidMessageError, match=f"{name} is not a list of {kind.__name__}"):
            list_in(message, name, kind)


@pytest.mark.parametrize("place", [-1, 5, "1", None])
def test_what_is_no_place_of_a_text(place: Any) -> None:
    with pytest.raises(InvalidMessageError, match="at is not a place of the text"):
        place_in({"at": place}, "at", "\U0001d434 x")


def test_a_span_in_characters() -> None:
    assert spans_from_json("\U0001d434 x", [3, 4]) == (2, 3)
    with pytest.raises(InvalidMessageError, match="span"):
        spans_from_json("abc", [1])
