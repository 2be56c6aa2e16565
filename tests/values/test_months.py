"""Names of months and seasons, folded."""

from __future__ import annotations

import pytest

from refconv.values.months import MONTH_NAMES, MONTHS, SEASON_NAMES, SEASONS, fold


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("März", "marz"),
        ("AOÛT", "aout"),
        ("Şubat", "subat"),
        ("Aralık", "aralik"),
        ("Июля", "июля"),
        ("May", "may"),
    ],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_every_name_is_folded() -> None:
    assert all(fold(name) == name for name in (*MONTHS, *SEASONS))


def test_the_english_names_are_in_the_tables() -> None:
    assert [MONTHS[fold(name)] for name in MONTH_NAMES] == [*range(1, 13)]
    assert [SEASONS[name] for name in SEASON_NAMES] == [1, 2, 3, 4]
