"""Bytes in every encoding become text, and a diagnostic names what they were decoded as."""

from __future__ import annotations

import pytest

from refconv.core.codes import Code, Severity
from refconv.io.encoding import decode

TEXT = "Müller, “Größe” – naïve"
DECODED = [
    (TEXT.encode(), None),
    (b"\xef\xbb\xbf" + TEXT.encode(), None),
    (TEXT.encode("utf-16"), "the text is in UTF-16-LE (decoded)"),
    (TEXT.encode("utf-16-le"), "the text is in UTF-16-LE (decoded)"),
    (TEXT.encode("utf-16-be"), "the text is in UTF-16-BE (decoded)"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "the text is in UTF-16-BE (decoded)"),
    (TEXT.encode("utf-32"), "the text is in UTF-32-LE (decoded)"),
    (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "the text is in UTF-32-BE (decoded)"),
    (TEXT.encode("utf-32-be"), "the text is in UTF-32-BE (decoded)"),
    (TEXT.encode("cp1252"), "the text is not UTF-8 (decoded as Windows-1252)"),
]


@pytest.mark.parametrize(("data", "message"), DECODED)
def test_bytes_are_decoded(data: bytes, message: str | None) -> None:
    text, found = decode(data)

    assert text == TEXT
    assert [diagnostic.message for diagnostic in found] == ([message] if message else [])


def test_the_first_byte_that_is_not_utf8_has_line_and_column() -> None:
    _, found = decode(b"title\n  = {M\xfcller}")

    assert [(d.code, d.line, d.column) for d in found] == [(Code.ENCODING, 2, 7)]


def test_an_encoding_that_jabref_declares_is_used() -> None:
    assert decode("% Encoding: ISO8859_2\nŁódź".encode("iso8859_2"))[0].endswith("Łódź")
    assert decode("% Encoding: nonsense\nMüller".encode())[0].endswith("Müller")


def test_a_few_bad_bytes_leave_the_rest_utf8() -> None:
    text, found = decode("naïve, Größe, ".encode() + b"M\xfcller")

    assert text == "naïve, Größe, Müller"
    assert found[0].message == (
        "bytes that are not UTF-8: 1 (decoded as Windows-1252, the rest as UTF-8)"
    )


def test_broken_characters_in_utf16_are_counted() -> None:
    _, found = decode(b"\xff\xfea\x00\x00\xd8b\x00")

    assert [d.message for d in found] == [
        "the text is in UTF-16-LE (decoded)",
        "broken characters: 1 (replaced by \N{REPLACEMENT CHARACTER})",
    ]


BINARY = [
    (b"%PDF-1.7\n...", "this is a PDF, not text"),
    (b"PK\x03\x04....", "this is a Word file or another zip archive, not text"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old Word file, not text"),
    (b"{\\rtf1 ...}", "this is an RTF file, not text"),
    (b"\x1f\x8b\x08", "this is a gzip archive, not text"),
    (b"SQLite format 3\x00", "this is an SQLite database, not text"),
    (b"\x89PNG\r\n", "this is a picture, not text"),
    (b"\xff\xd8\xff\xe0", "this is a picture, not text"),
    (bytes(range(32)) * 8, "these bytes are no text"),
]


@pytest.mark.parametrize(("data", "message"), BINARY)
def test_binary_files_are_refused_by_name(data: bytes, message: str) -> None:
    text, found = decode(data)

    assert text == ""
    assert [(d.code, d.severity) for d in found] == [(Code.BINARY, Severity.ERROR)]
    assert found[0].message.startswith(f"{message} (nothing was read")
