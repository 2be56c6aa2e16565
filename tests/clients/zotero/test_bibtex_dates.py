"""The date that Zotero's BibTeX importer makes of year, month and day."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.bibtex_dates import date_of_parts


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ({"year": "2021"}, "2021"),
        ({"year": "2021", "month": "mar"}, "2021-03"),
        ({"year": "2021", "month": "March"}, "2021-03"),
        ({"year": "2021", "month": "3"}, "2021-03"),
        ({"year": "2021", "month": "mar", "day": "5"}, "2021-03-05"),
        ({"year": "2021", "month": "5 mar"}, "2021-03-05"),
        ({"year": "2021", "month": "mar/apr"}, "2021-04"),
        ({"year": "2021", "month": "Spring"}, "2021"),
        ({"year": "2021", "month": "13"}, "2021"),
        ({"year": "c. 1850"}, "1850"),
        ({"year": "2021–2022"}, "2021"),
        ({"year": "[1850?]"}, "1850"),
        ({"year": "850"}, "0850"),
        ({"year": "44 BC"}, "44 BC"),
        # A year with a minus or none at all is no date, nor is a month alone.
        ({"year": "-43"}, ""),
        ({"year": "in press"}, ""),
        ({"month": "mar"}, ""),
        ({}, ""),
    ],
)
def test_dates(parts: dict[str, str], date: str) -> None:
    assert date_of_parts(parts) == date
