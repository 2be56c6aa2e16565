"""The date that Zotero's CSL-JSON importer makes of a date variable."""

from __future__ import annotations

from typing import Any

import pytest

from refconv.clients.zotero.csl_dates import access_date_of, date_of


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2021]]}, "2021"),
        ({"date-parts": [[2021, 3]]}, "March 2021"),
        ({"date-parts": [["2021", "03", "05"]]}, "March 05, 2021"),
        ({"date-parts": [[2021, 21]]}, "2021"),
        ({"date-parts": [[2021, 0, 0]]}, "2021"),
        ({"date-parts": [[-43, 3, 15]]}, "March 15, -43"),
        ({"date-parts": [[2021], [2022]]}, "2021/2022"),
        ({"date-parts": [[2021, 3, 5], [2021, 4, 6]]}, "2021-03-05/2021-04-06"),
        ({"date-parts": [[2022], [2021]]}, "2022"),
        ({"date-parts": [[2021, 3]], "circa": True}, "2021-03~"),
        ({"date-parts": [[2021]], "season": "Spring"}, "Spring 2021"),
        ({"date-parts": [[2021]], "literal": "in press"}, "in press"),
        ({"literal": "spring 2021"}, '"spring 2021"'),
        ({"literal": "2021-3-31"}, "2021-3-31"),
        ({"raw": "c. 1850"}, "c. 1850"),
        ({"year": 2021, "month": 3}, "March 2021"),
        ({"date-parts": [[0]]}, ""),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": "2021"}, ""),
        ({"date-parts": [[True]]}, ""),
        ({"edtf": "2021"}, ""),
        ("2021", ""),
        (None, ""),
    ],
)
def test_dates(value: Any, date: str) -> None:
    assert date_of(value) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [["2021", 3, 5]]}, "2021-03-05"),
        ({"date-parts": [[2021, 3, 5], [2021, 3, 6]]}, "2021-03-05"),
        ({"date-parts": [[2021]]}, "2021"),
        ({"literal": "March 5, 2021"}, "2021-03-05"),
        ({"raw": "2021-03-05"}, "2021-03-05"),
        ("2021-03-05", ""),
    ],
)
def test_access_dates(value: Any, date: str) -> None:
    assert access_date_of(value) == date
