"""What EndNote stores of a text in RIS."""

from __future__ import annotations

import pytest

from refconv.clients.endnote.endnote_record import EndNoteRecord
from refconv.clients.endnote.endnote_ris import read_ris_of_endnote


@pytest.mark.parametrize(
    ("text", "kind", "fields"),
    [
        ("TY  - JOUR\nTI  - A\nER  - \n", "JOUR", {"Title": ("A",)}),
        ("\ufeffTY  - JOUR\r\nTI  - A\r\nER  - \r\n", "JOUR", {"Title": ("A",)}),
        ("TY  - BOOK\nPY  - 2020/05/17/\n", "BOOK", {"Year": ("2020",)}),
        ("TY  - JOUR\nSP  - 3-9\nEP  - 9\n", "JOUR", {"Pages": ("3-9",)}),
        ("TY  - JOUR\nN1  - a\n\nb\nER  - \n", "JOUR", {"Notes": ("a\n\nb",)}),
        ("TY  - JOUR\nKW  - a\nKW  - b\n", "JOUR", {"Keywords": ("a", "b")}),
    ],
)
def test_records(text: str, kind: str, fields: dict[str, tuple[str, ...]]) -> None:
    assert read_ris_of_endnote(text) == (EndNoteRecord(kind, fields),)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("TY  - JOUR\nER  - \n\nTY  - BOOK\nER  - \n", ["JOUR", "BOOK"]),
        ("TY  - JOUR\nTY  - BOOK\n", ["JOUR", "BOOK"]),
        ("TI  - A\nER  - \n", []),
        ("", []),
    ],
)
def test_how_a_text_is_divided(text: str, kinds: list[str]) -> None:
    assert [record.type for record in read_ris_of_endnote(text)] == kinds
