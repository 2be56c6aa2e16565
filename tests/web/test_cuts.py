"""Corrected cuts: what the parts become, and where a list was cut in the same way."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.web.cuts import Pair, cut_entries, same_cuts, same_joins

FIRST = "Doe J. On tests of things. J Tests. 2020;1:2-9."
SECOND = "Roe R. Trials of new tests in cells. Cell. 1999;7:8-12."
THIRD = "Poe P. A third thing in tests. Nature. 2001;4:9-12."
FOURTH = "Moe M. Fourth thing of tests. Nature. 2002;5:1-3."


def title(entry: Any) -> str:
    return str(dict(entry["record"]["rows"])["title"])


def test_each_text_becomes_an_entry() -> None:
    first, second = cut_entries([FIRST, f" [2] {SECOND}\n"])

    assert (title(first), title(second)) == ("On tests of things", "Trials of new tests in cells")
    assert (first["number"], second["number"]) == ("", "2")
    assert (first["places"], second["places"]) == ([[0, 0, 47]], [[0, 5, 55]])


def test_words_that_a_line_end_breaks_are_put_together() -> None:
    (entry,) = cut_entries(["Doe J. On tests of won-\nderful things. J Tests. 2020;1:2-9."])

    assert title(entry) == "On tests of wonderful things"
    assert entry["places"] == [[0, 0, 22], [22, 24, 35]]


def test_places_count_utf_16_units() -> None:
    (entry,) = cut_entries(["\U0001d434. On tests\nof things. J Tests. 2020;1:2-9."])

    assert entry["places"][0][:2] == [0, 0]
    assert entry["text"].startswith("\U0001d434. On tests of")


def test_a_blank_text_has_no_entry() -> None:
    assert [title(entry) for entry in cut_entries(["  \n", THIRD])] == ["A third thing in tests"]


def test_a_dash_stands_for_the_authors_before() -> None:
    (entry,) = cut_entries(["———. Der Roman der Goethezeit. Berlin: Verlag, 1824."], "Ng, Karl")

    assert dict(entry["record"]["rows"])["author"] == "Ng, Karl"
    assert entry["previousAuthors"] == "Ng, Karl"


@pytest.mark.parametrize(
    ("others", "titles"),
    [
        ([f"{THIRD} {FOURTH}"], [["A third thing in tests", "Fourth thing of tests"]]),
        ([THIRD, FOURTH], []),
        # the shape is there, but what follows is no reference
        ([f"{THIRD} Sent N. B."], []),
    ],
)
def test_others_are_split_alike(others: list[str], titles: list[list[str]]) -> None:
    found = same_cuts(f"{FIRST} {SECOND}", len(FIRST) + 1, others)

    assert [[title(entry) for entry in one["entries"]] for one in found] == titles


def test_the_places_of_parts_count_in_the_string_that_was_split() -> None:
    ((found),) = same_cuts(f"{FIRST} {SECOND}", len(FIRST) + 1, [f"{THIRD} {FOURTH}"])

    own, start, length = found["entries"][1]["places"][0]
    assert f"{THIRD} {FOURTH}"[start : start + length] == FOURTH[own:]


@pytest.mark.parametrize(
    ("pair", "is_found"),
    [
        (("Poe P. A third thing in", "tests of beds. Nature. 2001;4:9-12.", ""), True),
        # another beginning, a number, another end
        (("Poe P. A third thing in", "Moe M. Fourth thing of it. Nature. 2002;5:1-3.", ""), False),
        (("Poe P. A third thing in", "tests of beds. Nature. 2001.", "2"), False),
        (("Poe P. A third thing.", "tests of beds. Nature. 2001.", ""), False),
    ],
)
def test_others_are_joined_alike(pair: tuple[str, ...], is_found: bool) -> None:
    joined = Pair("Doe J. On tests and", "things. J Tests. 2020;1:2-9.")

    found = same_joins(joined, [Pair(*pair)])

    assert bool(found) == is_found
    if found:
        assert title(found[0]["entries"][0]) == "A third thing in tests of beds"


def test_a_reference_by_itself_is_not_joined() -> None:
    joined = Pair("Doe J. On tests.", "Nature, 2020.")
    pairs = [Pair("Poe P. On it.", "Moe M. Fourth thing of tests. Nature. 2002;5:1-3.")]

    assert same_joins(joined, pairs) == []


def test_the_number_between_neighbours_is_kept_if_it_is_text() -> None:
    joined = Pair("Ng A. On it. J Chem,", "345-50.", "12")
    pair = Pair("Doe J. On tests. J Tests,", "9-50.", "7", "Doe J. On tests. J Tests,\n7. 9-50.")

    (found,) = same_joins(joined, [pair])
    assert found["entries"][0]["text"] == "Doe J. On tests. J Tests, 7. 9-50."
