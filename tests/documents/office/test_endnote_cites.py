"""The citations of EndNote, each with its record or without."""

from __future__ import annotations

import pytest

from refconv.documents.office.endnote_cites import endnote_records

KEYS = '<foreign-keys><key app="EN" db-id="d1">7</key></foreign-keys>'
RECORD = f"<record><rec-number>7</rec-number>{KEYS}<titles><title>A</title></titles></record>"


@pytest.mark.parametrize(
    ("text", "same", "without"),
    [
        (f"<Cite><RecNum>7</RecNum>{RECORD}</Cite>", [("endnote:d1/7",)], 0),
        (f"<Cite>{RECORD}</Cite><Cite>{RECORD}</Cite>", [("endnote:d1/7",)] * 2, 0),
        ("<Cite><record><titles/></record></Cite>", [()], 0),
        ("<Cite><Author>Ng</Author><Year>2001</Year></Cite>", [], 1),
        (f"<Cite>{RECORD[:-20]}", [("endnote:d1/7",)], 0),
        ("", [], 0),
    ],
)
def test_records(text: str, same: list[tuple[str, ...]], without: int) -> None:
    records, count = endnote_records(f"<EndNote>{text}</EndNote>", 5)

    assert [record.same for record in records] == same
    assert all(record.text.startswith("<xml><records><record>") for record in records)
    assert count == without
