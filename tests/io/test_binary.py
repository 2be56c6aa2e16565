"""Files that are no text are named, and what to do with them."""

from __future__ import annotations

import pytest

import refconv
from refconv.io.binary import binary_kind, kind_of_suffix

KINDS = [
    (b"%PDF-1.7\n...", "a PDF"),
    (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word file"),
    (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", "an Excel workbook"),
    (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "a Writer file"),
    (b"PK\x03\x04....mimetypeapplication/epub+zip", "an e-book (EPUB)"),
    (b"PK\x03\x04....", "a Word file or another zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or encrypted Word file"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff\xe0", "a picture"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_the_first_bytes_say_what_a_file_is(data: bytes, kind: str) -> None:
    found = binary_kind(data)

    assert found is not None
    assert found.data["kind"] == kind
    assert found.message == f"this is {kind}, not text (nothing was read; {found.data['advice']})"


@pytest.mark.parametrize("data", [b"", b"TY  - BOOK", b"PK", b"\xef\xbb\xbf@book{a}"])
def test_text_is_no_binary_file(data: bytes) -> None:
    assert binary_kind(data) is None


def test_a_suffix_says_more_where_bytes_do_not() -> None:
    (found,) = refconv.read(b"\x00\x01\x02\x03\x04\x05", name="library.enl").diagnostics

    assert found.message == (
        "this is an EndNote library, not text (nothing was read; in EndNote, export it as XML)"
    )
    assert kind_of_suffix(".bib") is None
