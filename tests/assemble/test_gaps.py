"""The text between values."""

from __future__ import annotations

import pytest

from refconv.assemble.gaps import (
    find_gaps,
    is_informative,
    keep_unlabelled,
    take_gap_values,
    without_boilerplate,
)
from tests.assemble.marked import after, fields


def test_there_is_a_gap_before_between_and_after_the_values() -> None:
    draft = after(find_gaps, "In {title|T}. 2 vols. {page|1}")

    assert draft.gaps == ["In ", ". 2 vols. ", ""]
    assert draft.gap_starts == [0, 4, 15]


def test_a_string_without_values_is_one_gap() -> None:
    assert after(find_gaps, "A text.").gaps == ["A text."]


BOILERPLATE = [
    "", " ", ". ", "), ", ". In ", ", vol. ", ", pp. ", " (Hrsg.): ", " et al. ", " u. a. ",
    ". Retrieved from ", ". doi: https://doi.org/", " [Internet]. Available from: ", "</i> ",
    ". Accessed on ", ". arXiv preprint arXiv:", ", 제", "권, 제", " // ", " URL http://www.abc.de/abs/",
]  # fmt: skip


@pytest.mark.parametrize("gap", BOILERPLATE)
def test_boilerplate_is_no_text(gap: str) -> None:
    assert without_boilerplate(gap) == ""


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        (". A joint publication. ", "A joint publication"),
        (" (in  Russian), ", "in Russian"),
        (", 12. ", "12"),
        (", vol. 3, ", "vol. 3"),
        (". Sammlung Göschen. ", "Sammlung Göschen"),
        ("[hep-lat]", "hep-lat"),
    ],
)
def test_other_text_is_kept_whole(gap: str, text: str) -> None:
    assert without_boilerplate(gap) == text


@pytest.mark.parametrize(
    ("gap", "expected"),
    [("", False), (". ", False), (" (12), ", False), (" in ", True), ("[", True), (" № ", True)],
)
def test_informative_gaps_have_a_letter_or_a_sign(gap: str, expected: bool) -> None:
    assert is_informative(gap) is expected


TAKEN = [
    ("{title|T}, 2 vols., 943 p.", {"number-of-volumes": "2", "number-of-pages": "943"}, []),
    ("{title|T}, 2nd ed., in Russian. {page|1}", {"edition": "2"}, [", , in Russian. "]),
    ("{title|T}, 3rd ed., {edition|2}", {"edition": "2"}, [", 3rd ed., "]),
    ("{title|T} [J]. {page|1}", {}, [" [J]. "]),
    ("{title|T}. {page|1}", {}, []),
]


@pytest.mark.parametrize(("marked", "expected", "remarks"), TAKEN)
def test_values_are_taken_out_of_gaps(
    marked: str, expected: dict[str, str], remarks: list[str]
) -> None:
    draft = after(take_gap_values, marked)

    assert fields(draft).items() >= expected.items()
    assert draft.remarks == remarks


def test_unlabelled_text_has_its_offset() -> None:
    draft = after(keep_unlabelled, "{title|T}. A joint publication. {publisher|P}, in Russian.")

    assert draft.unlabelled == [(1, "A joint publication"), (25, "in Russian")]
