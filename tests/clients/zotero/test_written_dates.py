"""Dates in RIS as Zotero reads them."""

from __future__ import annotations

import pytest

from refconv.clients.zotero.written_dates import date_with_slashes, date_with_time


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024/03/05/", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024/03/05/10:15", "2024-03-05"),
        ("2024/03/05 10:15", "2024-03-05"),
        ("2024///Spring", "2024"),
        ("2024/00/00", "2024"),
        ("44/03/15/", "0044-03-15"),
        ("0000///x", ""),
        ("2024/Mar/05", "2024/Mar/05"),
        ("12/2024", "12/2024"),
        ("2023/2024", "2023/2024"),
        ("2024/03/05/2024/03/06", "2024/03/05/2024/03/06"),
        ("2024-03-05", "2024-03-05"),
        ("Spring 2024", "Spring 2024"),
        ("-43", "-43"),
        ("Mar 5", "0000 Mar 5"),
        ("in press", "0000 in"),
        ("1850s", "0000 s"),
        ("43 BC", "0000 BC"),
    ],
)
def test_dates(value: str, date: str) -> None:
    assert date_with_slashes(value) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024/03/05/", "2024-03-05"),
        ("2024/03", "2024-03-01"),
        ("2024", "2024-01-01"),
        ("2024/03/05/09:15:00", "2024-03-05 09:15:00"),
        ("2024/03/05/09:15", "2024-03-05"),
        ("2024/03/05/20:15:00", "2024-03-05"),
        ("2024/03/05/9:15:00 pm", "2024-03-05 21:15:00"),
        ("2024-03-05T10:15:00Z", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("5 Mar. 2024", "2024-03-05"),
        ("5 Xyz 2024", ""),
        ("yesterday", ""),
    ],
)
def test_access_dates(value: str, date: str) -> None:
    assert date_with_time(value) == date
