"""Strings that are references: what stands before and after them is taken off, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from refconv.core.codes import Code
from refconv.io.strings import found_in

STRINGS = [
    # a string, the reference in it, its number
    ("Ng A. Rivers. Nature 2001.", "Ng A. Rivers. Nature 2001.", None),
    ("  Ng A.\n\tRivers.\u00a0Nature 2001.\r\n", "Ng A. Rivers. Nature 2001.", None),
    ("[12] Ng A. Rivers.", "Ng A. Rivers.", "12"),
    ("[Ng01] Ng A. Rivers.", "Ng A. Rivers.", "Ng01"),
    ("[^7]: Ng A. Rivers.", "Ng A. Rivers.", "7"),
    ("(3) Ng A. Rivers.", "Ng A. Rivers.", "3"),
    ("3. Ng A. Rivers.", "Ng A. Rivers.", "3"),
    ("3\tNg A. Rivers.", "Ng A. Rivers.", "3"),
    ("• Ng A. Rivers.", "Ng A. Rivers.", None),
    ("- Ng A. Rivers.", "Ng A. Rivers.", None),
    ("Ng A. Rivers. Nature 2001. [PubMed] [Google Scholar]", "Ng A. Rivers. Nature 2001.", None),
    # A number, a dash or brackets that belong to the reference.
    ("1984. Orwell G. London: Secker; 1949.", "1984. Orwell G. London: Secker; 1949.", None),
    ("3 rivers and 2 lakes. Oxford, 2001.", "3 rivers and 2 lakes. Oxford, 2001.", None),
    ("— (2004): Another title.", "— (2004): Another title.", None),
    ("[Anonymous] (2004). A title.", "[Anonymous] (2004). A title.", None),
    ("[12]", "[12]", None),
    ("PubMed", "PubMed", None),
]


@pytest.mark.parametrize(("string", "text", "number"), STRINGS)
def test_a_string_is_one_reference(string: str, text: str, number: str | None) -> None:
    found = found_in(string)

    assert found is not None
    assert (found.text, found.number) == (text, number)
    assert [found.text[i] for i in range(len(text)) if not found.text[i].isspace()] == [
        string[found.offsets[i]] for i in range(len(text)) if not found.text[i].isspace()
    ]


@given(st.text())
def test_only_blank_strings_hold_no_reference(text: str) -> None:
    assert (found_in(text) is None) == (not text.split())


# ── parse_strings ─────────────────────────────────────────────────────────────────────────────────

LIST = [
    "[1] Stigler, Joseph (2002): Markets and Its Discontents. London, Penguin.",
    "",
    "Something that is no reference at all",
    "[2] ——— (2004): Another\nBook. London, Penguin.",
]


def test_each_string_gives_a_reference_in_order() -> None:
    read = refconv.parse_strings(LIST)

    assert [reference.title for reference in read] == [
        "Markets and Its Discontents", "", "Something that is no reference at all", "Another Book",
    ]  # fmt: skip
    # The list is one: a dash repeats the authors before.
    first, _, _, last = read
    assert [name.family for name in last.author] == ["Stigler"]
    assert first.author == last.author
    assert [(d.code, d.line) for d in read.diagnostics if d.code == Code.EMPTY] == [(Code.EMPTY, 2)]


def test_offsets_count_from_the_beginning_of_each_string() -> None:
    read = refconv.parse_strings(LIST)

    for string, origin in zip(LIST, read.origins, strict=True):
        if origin.found is not None:
            assert (
                string[origin.found.start : origin.found.end].split() == origin.found.text.split()
            )
        for segment in origin.segments:
            assert string[segment.start : segment.end].split()[0].startswith(segment.text[:2])


@given(st.lists(st.text(max_size=60), max_size=6))
def test_there_are_as_many_references_as_strings(strings: list[str]) -> None:
    read = refconv.parse_strings(strings)

    assert len(read.references) == len(read.origins) == len(strings)


def test_many_strings_are_read_in_chunks_as_one_list() -> None:
    strings = [f"Ng A. Rivers of number {n}. Oxford: OUP, 2001." for n in range(40)]

    assert [r.title for r in refconv.parse_strings(strings)] == [
        f"Rivers of number {n}" for n in range(40)
    ]


def test_each_line_of_a_file_may_be_a_reference() -> None:
    read = refconv.read(
        "Ng A. Rivers. Oxford: OUP, 2001.\r\nDoe B. Lakes. Oxford: OUP, 2002.", "lines"
    )

    assert [(r.title, origin.line) for r, origin in zip(read, read.origins, strict=True)] == [
        ("Rivers", 1), ("Lakes", 2),
    ]  # fmt: skip
