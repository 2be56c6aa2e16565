"""Lists that say that they are incomplete."""

from __future__ import annotations

import pytest

from refconv.values.et_al import says_et_al, without_et_al


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Smith J, et al.", "Smith J"),
        ("Smith J et al", "Smith J"),
        ("Smith J, and others", "Smith J"),
        ("Müller H u. a.", "Müller H"),
        ("Dupont J et coll.", "Dupont J"),
        ("García J y otros", "García J"),
        ("Иванов И и др.", "Иванов И"),
        ("王伟 等", "王伟"),
        ("Smith J …", "Smith J"),
        # An initial is no "and".
        ("van den Berg E et al.", "van den Berg E"),
        ("Kowalski I i in.", "Kowalski I"),
        ("García J y et al.", "García J"),
    ],
)
def test_et_al_is_removed(text: str, names: str) -> None:
    rest, was_there = without_et_al(text)

    assert (rest.strip(" ,"), was_there) == (names, True)


@pytest.mark.parametrize("text", ["Smith J, Jones K", "Alvarez A", "Anders B", ""])
def test_lists_that_are_complete(text: str) -> None:
    assert without_et_al(text) == (text, False)


def test_a_text_that_begins_with_it() -> None:
    assert says_et_al("et al. 2004")
    assert not says_et_al("Smith et al.")
