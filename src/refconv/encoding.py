"""Bytes to text: Unicode by its marks, else the codings that reference files really have."""

from __future__ import annotations

import codecs
import re

from refconv.report import Code, Diagnostic, Severity

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# JabRef writes its coding into the first line, XML into its declaration.
_DECLARED = re.compile(
    rb"\s*(?:%\s*encoding:\s*|<\?xml[^>]{1,100}?encoding\s*=\s*[\"'])([\w-]+)", re.IGNORECASE
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_UNDECODED = re.compile("[\udc80-\udcff]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> tuple[str, list[Diagnostic]]:
    """Decode a file's bytes; never fails, and says what it took them for if not for UTF-8.

    Binary files give an empty text and say so.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            message = f"this is {what}, not text: nothing is read; paste or export its text"
            return "", [Diagnostic(Code.BINARY, message, severity=Severity.ERROR)]
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return _with(coding, data[len(mark) :])
    if unmarked := _unmarked_utf16(data):
        return _with(unmarked, data)
    if b"\x00" in data and len(_BINARY.findall(data[:4096])) * 10 > len(data[:4096]):
        message = "these bytes are no text: nothing is read"
        return "", [Diagnostic(Code.BINARY, message, severity=Severity.ERROR)]
    declared = _DECLARED.match(data)
    if declared is not None and not data.isascii():
        known = _python_coding(declared[1].decode("ascii"))
        if known not in (None, "utf-8"):
            return _with(str(known), data)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _with(coding: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    text = data.decode(coding, "replace")
    said = []
    if coding != "utf-8":
        said.append(
            Diagnostic(Code.ENCODING, f"decoded as {coding.upper()}", severity=Severity.NOTE)
        )
    if bad := text.count("\ufffd"):
        message = f"{bad} characters are broken and shown as \N{REPLACEMENT CHARACTER}"
        said.append(Diagnostic(Code.ENCODING, message, *_position(text, text.index("\ufffd"))))
    return text, said


def _unmarked_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark by the zero bytes of its ASCII characters."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 2 > half and even * 10 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half and odd * 10 < half else None


def _python_coding(name: str) -> str | None:
    """Give Python's name of a coding of eight bits or more; others would have shown themselves."""
    try:
        known = codecs.lookup(name).name
        # Some of Python's codings are not of text, or have no way to go on after an error.
        b"\xff".decode(known, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if known.startswith(("utf-16", "utf-32", "utf-7")) else known


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, list[Diagnostic]]:
    """Read the bytes as Windows-1252, or only those that break a text that else is UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_UNDECODED.findall(text))
    whole = sum(1 for c in text if c > "\x7f") - broken
    line, column = data.count(b"\n", 0, error.start) + 1, 1
    if whole > broken:
        text = _UNDECODED.sub(lambda match: _cp1252(bytes([ord(match[0]) - 0xDC00])), text)
        message = f"{broken} bytes that are not UTF-8 read as Windows-1252, the rest as UTF-8"
    else:
        text = _cp1252(data)
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = "not UTF-8, decoded as Windows-1252"
    return text, [Diagnostic(Code.ENCODING, message, line, column)]


def _cp1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes have no character there; browsers take them for C1 controls.
        return "".join(
            bytes([byte]).decode("cp1252" if byte not in _UNUSED else "latin-1") for byte in data
        )


_UNUSED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def _position(text: str, place: int) -> tuple[int, int]:
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
