"""Web of Science plain text: lines and records."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from rispy.config import WOK_TAG_KEY_MAPPING

from refconv import Code, Name, Reference, read, write
from refconv.formats.base import Chunk
from refconv.formats.wos.syntax import LISTS, SHORT_NAMES, carry, split


def record(*lines: str) -> str:
    return "\n".join(("PT J", *lines, "ER", "", ""))


PROBLEMS: Sequence[tuple[str, list[tuple[Code, int]]]] = [
    (record("TI A"), []),
    ("PT J\nTI A\n\nPT J\nTI B\nER\n", [(Code.MISSING_END, 1)]),
    ("PT J\nTI A\nEF\n", [(Code.MISSING_END, 1)]),
    ("PT J\nTI A\n", [(Code.MISSING_END, 1)]),
    ("Some words.\nPT J\nTI A\nER\n", [(Code.STRAY_TEXT, 1)]),
    ("PT J\nTI A\nno tag\nER\n", [(Code.STRAY_TEXT, 3)]),
    ("PT X\nTI A\nER\n", [(Code.UNKNOWN_TYPE, 1)]),
    ("PT J\nSN 1234-5678\nER\n", [(Code.BAD_IDENTIFIER, 2)]),
    ("PT J\nDI none\nER\n", [(Code.BAD_IDENTIFIER, 2)]),
]


@pytest.mark.parametrize(("text", "expected"), PROBLEMS)
def test_problems_are_reported_with_their_lines(
    text: str, expected: list[tuple[Code, int]]
) -> None:
    assert [(one.code, one.line) for one in read(text, "wos").diagnostics] == expected


def test_abbreviated_names_are_written_before_the_full_ones() -> None:
    name = Name(family="Moreno", given="Ana-C.", non_dropping_particle="de")

    text = write(Reference(id="x", author=[name]), "wos").text

    assert "AU de Moreno, AC\nAF de Moreno, Ana-C.\n" in text


def test_a_record_without_an_id_loses_the_one_it_was_assigned() -> None:
    (loss,) = write(Reference(id="x", type="article-journal"), "wos").losses

    assert (loss.path, loss.value, loss.kept) == ("id", "x", None)


words = st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1, max_size=12)
tags = st.sampled_from(sorted({*WOK_TAG_KEY_MAPPING} - {"PT", "ER", "EF", "FN", "VR", "DT"}))


@given(st.dictionaries(tags, st.lists(words, min_size=1, max_size=4), max_size=8))
def test_rispy_cuts_well_formed_records_into_the_same_values(
    fields: Mapping[str, list[str]],
) -> None:
    lines = [
        f"{'  ' if place else tag} {word}"
        for tag, values in fields.items()
        for place, word in enumerate(values)
    ]
    text = record(*lines)

    (ours,) = split(Chunk(text), None).records
    (theirs,) = rispy.load(io.StringIO(text), implementation=rispy.WokParser)

    for tag, key in WOK_TAG_KEY_MAPPING.items():
        if tag not in fields or tag in SHORT_NAMES.keys() | SHORT_NAMES.values():
            continue
        values = [value for other, value in ours.fields if other == tag]
        # rispy knows fewer of the lists.
        found = theirs[key] if isinstance(theirs[key], list) else theirs[key].split(" ")
        assert (values if tag in LISTS else values[0].split(" ")) == found


CARRIED: list[tuple[str, Any, str | None]] = [
    ("TI", "A title", "A title"),
    ("TI", " A\n title\x00 ", "A title"),
    ("TI", "\n", None),
    ("DT", "Article; Book Chapter", "Article"),
    ("DT", "Book Chapter", None),
    ("AU", "Curie, M", None),
    ("ER", "x", None),
    ("x1", "x", None),
    # A value of JSON, from the custom of a CSL-JSON item.
    ("AB", 5, None),
]


@pytest.mark.parametrize(("key", "raw", "carried"), CARRIED)
def test_carry(key: str, raw: Any, carried: str | None) -> None:
    assert carry(key, raw) == carried
