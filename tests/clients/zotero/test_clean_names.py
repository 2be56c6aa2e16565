"""Names as Zotero cleans them where it divides them itself."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.clean_names import cleaned_first_name, cleaned_name


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Ann Roe", ("Roe", "Ann")),
        ("J. A. Roe", ("Roe", "J. A.")),
        ("JA Roe", ("Roe", "J. A.")),
        ("JA ROE", ("ROE", "JA")),
        ("J ROE", ("ROE", "J.")),
        ("[Ann Roe],", ("Roe", "Ann")),
        ("Ann Roe [US]", ("Roe [US", "Ann")),
        ("Roe", ("Roe", "")),
        ("", ("", "")),
        ("  ", ("", "")),
    ],
)
def test_names(name: str, cleaned: tuple[str, str]) -> None:
    assert cleaned_name(name) == cleaned


@pytest.mark.parametrize(
    ("first", "cleaned"),
    [
        ("Ann B", "Ann B."),
        ("A.B.", "A. B."),
        ("J-P", "J.-P."),
        ("Jean - Paul", "Jean-Paul"),
        ("Ann", "Ann"),
        ("", ""),
    ],
)
def test_first_names(first: str, cleaned: str) -> None:
    assert cleaned_first_name(first, "Roe") == cleaned
