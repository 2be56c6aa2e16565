"""Months in words and digits."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.month_field import Months, parse_month

MONTHS = [
    ("jan", Months((1,))),
    ("September", Months((9,))),
    ("sept.", Months((9,))),
    ("12", Months((12,))),
    ("13", None),
    ("mar~5", Months((3,), None, (5,))),
    ("5 mars", Months((3,), None, (5,))),
    ("jun--jul", Months((6, 7))),
    ("12--15 May", Months((5,), None, (12, 15))),
    ("Spring", Months((), 1)),
    ("March 5th", Months((3,), None, (5,))),
    ("soon", None),
    ("", None),
]


@pytest.mark.parametrize(("raw", "months"), MONTHS)
def test_months(raw: str, months: Months | None) -> None:
    assert parse_month(raw) == months
