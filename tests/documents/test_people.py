"""Names and dates as documents print them."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.documents.people import csl_date, csl_name, csl_names, with_et_al


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AA Romanovsky", [{"family": "Romanovsky", "given": "A. A."}]),
        ("Thompson,MC", [{"family": "Thompson", "given": "M. C."}]),
        ("World Health Organization", [{"literal": "World Health Organization"}]),
        ("", []),
    ],
)
def test_one_name(text: str, expected: list[dict[str, Any]]) -> None:
    assert csl_name(text) == expected


def test_names() -> None:
    names = csl_names("Ng, Ada; Roe, Bo")

    assert [name["family"] for name in names] == ["Ng", "Roe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004", {"date-parts": [[2004]]}),
        ("(2004b).", {"date-parts": [[2004]]}),
        ("2004-05", {"date-parts": [[2004, 5]]}),
        ("2004-99", {"date-parts": [[2004]]}),
        ("2004-05-06T07:08:09Z", {"date-parts": [[2004, 5, 6]]}),
        ("in press", {"raw": "in press"}),
        ("", {}),
    ],
)
def test_dates(text: str, expected: dict[str, Any]) -> None:
    assert csl_date(text) == expected


def test_lists_that_are_incomplete() -> None:
    assert with_et_al({}, "author") == {"custom": {"refconv": {"et-al": ["author"]}}}
    assert with_et_al({}) == {}
