"""Bytes → text: Unicode by its byte order mark, else the encodings that reference files have."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Literal

from attrs import frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# JabRef writes the encoding into the first line, XML into its declaration.
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
_HEAD = 4096
_BLOCK = 1024 * 1024


@frozen
class Coding:
    """The detected encoding of a file.

    ``name`` is Python's name of the encoding, empty for binary files; ``errors`` the error handler
    for bytes that it does not allow; ``mark`` the length of the byte order mark.
    """

    name: str
    errors: str = "strict"
    mark: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes) -> tuple[str, list[Diagnostic]]:
    """Decode a file's bytes; never fails, and reports any encoding but UTF-8.

    A binary file gives an empty text and a diagnostic.
    """
    coding = detect(io.BytesIO(data))
    if not coding.name:
        return "", [*coding.diagnostics]
    return data[coding.mark :].decode(coding.name, coding.errors), [*coding.diagnostics]


def open_text(
    file: BinaryIO, coding: Coding, newline: Literal["", "\n"] | None = None
) -> io.TextIOWrapper:
    """Open a file as text, from its beginning; ``newline`` as for :func:`open`.

    Several texts of a file can be read at the same time.
    """
    buffer = io.BufferedReader(_Pass(file, coding.mark), _BLOCK)
    return io.TextIOWrapper(buffer, coding.name or "utf-8", errors=coding.errors, newline=newline)


class _Pass(io.RawIOBase):
    """The bytes of a file, read at a position of their own."""

    def __init__(self, file: BinaryIO, place: int) -> None:
        self._file, self._place = file, place

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._file.seek(self._place)
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)


def detect(file: BinaryIO) -> Coding:
    """Detect the encoding of a file of any size, which is read through block by block."""
    head = file.read(_HEAD)
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return _no_text(problem(Code.BINARY, "known", kind=what))
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _unicode(file, name, len(mark))
    if unmarked := _unmarked(head, file):
        return _unicode(file, unmarked, 0)
    if b"\x00" in head and len(_BINARY.findall(head)) * 10 > len(head):
        return _no_text(problem(Code.BINARY, "unknown"))
    is_ascii, bad = _first_not_utf8(file)
    declared = _DECLARED.match(head)
    if declared is not None and not is_ascii:
        known = _python_coding(declared[1].decode("ascii"))
        if known not in (None, "utf-8"):
            return _unicode(file, str(known), 0)
    return Coding("utf-8") if bad is None else _not_utf8(file, bad)


def _no_text(found: Problem) -> Coding:
    return Coding("", diagnostics=(found.at(),))


def _blocks(file: BinaryIO, start: int = 0) -> Iterator[bytes]:
    file.seek(start)
    while block := file.read(_BLOCK):
        yield block


def _unicode(file: BinaryIO, name: str, mark: int) -> Coding:
    """Return the encoding that a mark, zero bytes or the first line name, with its faults."""
    diagnostics = []
    if name != "utf-8":
        diagnostics.append(problem(Code.ENCODING, "other", encoding=name.upper()).at())
    bad, line, first = 0, 1, (1, 1)
    decoder = codecs.getincrementaldecoder(name)("replace")
    column = 1
    for block in _with_end(_blocks(file, mark)):
        text = decoder.decode(block, not block)
        if (place := text.find("\ufffd")) >= 0 and not bad:
            newline = text.rfind("\n", 0, place)
            at = place - newline if newline >= 0 else column + place
            first = line + text.count("\n", 0, place), at
        bad += text.count("\ufffd")
        line += text.count("\n")
        ended = text.rfind("\n")
        column = len(text) - ended if ended >= 0 else column + len(text)
    if bad:
        diagnostics.append(problem(Code.ENCODING, "broken", count=bad).at(*first))
    return Coding(name, "replace", mark, tuple(diagnostics))


def _with_end(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield blocks, and an empty one at the end."""
    yield from blocks
    yield b""


def _unmarked(head: bytes, file: BinaryIO) -> str | None:
    """Recognise UTF-16 and UTF-32 without a mark by the zero bytes of their ASCII characters."""
    size = file.seek(0, io.SEEK_END)
    quarter = len(head) // 4
    if size % 2 or len(head) < 4:
        return None
    zeros = [head[lane : 4 * quarter : 4].count(0) for lane in range(4)]
    most = [2 * count > quarter for count in zeros]
    few = [10 * count < quarter for count in zeros]
    if size % 4 == 0:
        if few[0] and most[2] and most[3]:
            return "utf-32-le"
        if most[0] and most[1] and few[3]:
            return "utf-32-be"
    if few[0] and few[2] and most[1] and most[3]:
        return "utf-16-le"
    return "utf-16-be" if most[0] and most[2] and few[1] and few[3] else None


def _python_coding(name: str) -> str | None:
    """Return Python's name of a declared encoding; ``None`` for UTF-16 and the like."""
    # Those are detected by their zero bytes before.
    try:
        known = codecs.lookup(name).name
        # Some of Python's codecs are not for text, or cannot replace errors.
        b"\xff".decode(known, "replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if known.startswith(("utf-16", "utf-32", "utf-7")) else known


def _first_not_utf8(file: BinaryIO) -> tuple[bool, tuple[int, int] | None]:
    """Return whether a file is ASCII, and line and column (in bytes) of the first bad byte.

    The column is counted from the last line end within a block of one megabyte.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_ascii, line, column = True, 1, 1
    for block in _with_end(_blocks(file)):
        pending = len(decoder.getstate()[0])
        is_ascii = is_ascii and block.isascii()
        try:
            decoder.decode(block, not block)
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            if len(before) < pending or b"\n" not in before:
                return False, (line, column + error.start - pending)
            return False, (line + before.count(b"\n"), error.start - before.rfind(b"\n"))
        line += block.count(b"\n")
        ended = block.rfind(b"\n")
        column = len(block) - ended if ended >= 0 else column + len(block)
    return is_ascii, None


def _not_utf8(file: BinaryIO, bad: tuple[int, int]) -> Coding:
    """Return Windows-1252, or UTF-8 with the few bytes that are not read as Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    broken = beyond_ascii = 0
    for block in _with_end(_blocks(file)):
        text = decoder.decode(block, not block)
        broken += len(_UNDECODED.findall(text))
        beyond_ascii += len(text) - len(text.encode("ascii", "ignore"))
    if beyond_ascii - broken > broken:
        found = problem(Code.ENCODING, "mixed", count=broken)
        return Coding("utf-8", _AS_CP1252, 0, (found.at(bad[0], 1),))
    found = problem(Code.ENCODING, "windows-1252")
    return Coding("cp1252", _AS_LATIN1, 0, (found.at(*bad),))


_AS_CP1252, _AS_LATIN1 = "refconv-cp1252", "refconv-latin1"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are not UTF-8 as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", _AS_LATIN1), error.end


def _as_latin1(error: UnicodeError) -> tuple[str, int]:
    """Read the five bytes that Windows-1252 has no character for as C1 controls; so do browsers."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(_AS_CP1252, _as_cp1252)
codecs.register_error(_AS_LATIN1, _as_latin1)
