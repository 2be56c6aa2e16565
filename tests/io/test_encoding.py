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
    (
        TEXT.encode("cp1252"),
        "the text is not UTF-8 (decoded as Windows-1252, which is the most likely)",
    ),
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


def test_bytes_of_old_programs_in_utf8_are_read_one_by_one() -> None:
    text, found = decode("Müller, Größe; ".encode() + b"M\xfcller, Stra\xdfe, caf\xe9, \x93Yes\x94")

    assert text == "Müller, Größe; Müller, Straße, café, “Yes”"
    assert [diagnostic.reason for diagnostic in found] == ["mixed"]


def test_a_declared_encoding_does_not_beat_bytes_that_are_utf8() -> None:
    assert decode("% Encoding: ISO8859_1\nMüller".encode()) == ("% Encoding: ISO8859_1\nMüller", [])


def test_the_encoding_that_is_given_is_used_without_a_diagnostic() -> None:
    assert decode("Łódź".encode("cp1250"), "cp1250") == ("Łódź", [])
    assert decode("Łódź".encode("utf-16"), "utf-16") == ("Łódź", [])
    assert decode(b"Caf\xe9", "ascii")[1][0].message.startswith("broken characters: 1")


@pytest.mark.parametrize("name", ["klingon", "", "base64"])
def test_an_unknown_encoding_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match=f"unknown encoding '{name}'"):
        decode(b"", name)


def test_binary_files_are_refused() -> None:
    text, found = decode(b"%PDF-1.7\n...")

    assert text == ""
    assert [(d.code, d.severity) for d in found] == [(Code.BINARY, Severity.ERROR)]
    assert (
        decode(bytes(range(32)) * 8)[1][0].message == "these bytes are no text (nothing was read)"
    )
