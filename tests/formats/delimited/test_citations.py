"""Citations in one cell."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from refconv.formats.delimited.citations import fields_of_citation

CITATIONS: Mapping[str, Mapping[str, str]] = {
    "Sea Stud. 2018 May 12;12(3):12-20. doi: 10.1000/ss.5.": {
        "Date": "2018 May 12", "Volume": "12", "Issue": "3", "Pages": "12-20",
    },
    "Sea Stud (Turku). 2018 May-Jun;12(3 Suppl 1):S12-20.": {
        "Date": "2018 May-Jun", "Volume": "12", "Issue": "3 Suppl 1", "Pages": "S12-20",
    },
    "Sea Stud. 2018;12:e17. doi: 10.1000/ss.5. eCollection 2018.": {
        "Date": "2018", "Volume": "12", "Pages": "e17",
    },
    "Sea Stud. 2018 Apr 1. doi: 10.1000/ss.5. Epub 2018 Apr 1.": {
        "Date": "2018 Apr 1", "Available": "2018 Apr 1",
    },
    "Sea Stud. 2018 Apr 1. doi: 10.1000/ss.5. Online ahead of print.": {
        "Date": "2018 Apr 1",
        "Citation": "Sea Stud. 2018 Apr 1. doi: 10.1000/ss.5. Online ahead of print.",
    },
    "Sea Studies (2018) 12:3 (12-20). Date of Publication: 1 May 2018": {
        "Publication Title": "Sea Studies", "Date": "2018", "Volume": "12", "Issue": "3",
        "Pages": "12-20",
    },
    "Sea Studies (2018)": {"Publication Title": "Sea Studies", "Date": "2018"},
    "Some words": {"Citation": "Some words"},
}  # fmt: skip


@pytest.mark.parametrize("text", CITATIONS)
def test_fields_of_a_citation(text: str) -> None:
    assert dict(fields_of_citation(text)) == CITATIONS[text]
