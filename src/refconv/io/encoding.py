"""Bytes → text: Unicode by its byte order mark, else the encodings that reference files have."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Literal

from attrs import evolve, frozen

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, Problem, problem
from refconv.core.lazy_pattern import lazy_pattern
from refconv.io.binary import binary_kind
from refconv.io.guessed_encoding import declared_encoding, guessed_encoding, python_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNDECODED = lazy_pattern("[\udc80-\udcff]")
# Two bytes at most, as accented letters stand between others; and letters and signs of UTF-8 that
# Western texts have, which the bytes of another encoding hardly ever make together.
_LONE = lazy_pattern("(?<![^\x00-\x7f])[\udc80-\udcff]{1,2}(?![^\x00-\x7f])")
_WESTERN = lazy_pattern("[\xa0-\u017f\u2010-\u203a]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4096
_BLOCK = 1024 * 1024
_SAMPLE = 200_000


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


def decode(data: bytes, encoding: str | None = None) -> tuple[str, list[Diagnostic]]:
    """Decode a file's bytes; never fails, and reports any encoding but UTF-8.

    A binary file gives an empty text and a diagnostic. ``encoding`` is as for :func:`detect`.
    """
    coding = detect(io.BytesIO(data), encoding)
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


def detect(file: BinaryIO, encoding: str | None = None) -> Coding:
    """Detect the encoding of a file of any size, which is read through block by block.

    Args:
        file: The file, at its beginning.
        encoding: The encoding that the caller knows, by a name of Python's.

    Raises:
        ValueError: if the encoding is unknown.
    """
    given = check_encoding(encoding)
    if given is not None:
        return _given(file, given)
    head = file.read(_HEAD)
    known = binary_kind(head)
    if known is not None:
        return _no_text(known)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _unicode(file, name, len(mark))
    if unmarked := _unmarked(head, file):
        return _unicode(file, unmarked, 0)
    if b"\x00" in head and len(_BINARY.findall(head)) * 10 > len(head):
        return _no_text(problem(Code.BINARY, "unknown"))
    bad = _first_not_utf8(file)
    if bad is None:
        return Coding("utf-8")
    declared = declared_encoding(head)
    if declared not in (None, "utf-8"):
        return _unicode(file, str(declared), 0)
    return _not_utf8(file, bad)


def check_encoding(encoding: str | None) -> str | None:
    """Return Python's name of the encoding that a caller names; ``None`` if none is named.

    Raises:
        ValueError: if it is unknown.
    """
    name = None if encoding is None else python_encoding(encoding)
    if encoding is not None and name is None:
        raise ValueError(f"unknown encoding {encoding!r} (encoding takes a name that Python knows)")
    return name


def _given(file: BinaryIO, name: str) -> Coding:
    """Return the encoding that the caller names, with its faults."""
    head = file.read(_HEAD)
    # Python's UTF-16 and UTF-32 read the mark themselves, but for the first text only.
    mark, name = next(
        (
            (mark, named)
            for mark, named in _MARKS
            if head.startswith(mark) and named[:6] == name[:6]
        ),
        (b"", name),
    )
    found = _unicode(file, name, len(mark))
    return evolve(found, diagnostics=tuple(d for d in found.diagnostics if d.reason != "other"))


def _no_text(found: Problem) -> Coding:
    return Coding("", diagnostics=(found.at(),))


def _blocks(file: BinaryIO, start: int = 0) -> Iterator[bytes]:
    file.seek(start)
    while block := file.read(_BLOCK):
        yield block


def _unicode(file: BinaryIO, name: str, mark: int) -> Coding:
    """Return the encoding that a mark, zero bytes or the first lines name, with its faults."""
    found = problem(Code.ENCODING, "other", encoding=_shown(name))
    return _with_faults(file, name, mark, [] if name == "utf-8" else [found.at()])


def _shown(name: str) -> str:
    """Return the name of an encoding for users."""
    return re.sub(r"^CP(?=125\d$)", "Windows-", name.upper())


def _with_faults(file: BinaryIO, name: str, mark: int, diagnostics: list[Diagnostic]) -> Coding:
    """Return an encoding with a diagnostic of the bytes that it does not allow."""
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


def _first_not_utf8(file: BinaryIO) -> tuple[int, int] | None:
    """Return line and column (in bytes) of the first byte that is not UTF-8; ``None`` if all are.

    The column is counted from the last line end within a block of one megabyte.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    line, column = 1, 1
    for block in _with_end(_blocks(file)):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(block, not block)
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            if len(before) < pending or b"\n" not in before:
                return line, column + error.start - pending
            return line + before.count(b"\n"), error.start - before.rfind(b"\n")
        line += block.count(b"\n")
        ended = block.rfind(b"\n")
        column = len(block) - ended if ended >= 0 else column + len(block)
    return None


def _not_utf8(file: BinaryIO, bad: tuple[int, int]) -> Coding:
    """Return the likely encoding, or UTF-8 with the few bytes that are read as Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    lone = broken = western = size = 0
    lines: list[bytes] = []
    for block in _with_end(_blocks(file)):
        text = decoder.decode(block, not block)
        lone += sum(map(len, _LONE.findall(text)))
        broken += len(_UNDECODED.findall(text))
        western += len(_WESTERN.findall(text))
        if size < _SAMPLE:
            taken = [line for line in block.splitlines() if not line.isascii()]
            lines += taken
            size += sum(map(len, taken))
    is_latin = lone * 10 >= broken * 8
    if western > broken or (western * 5 > broken and is_latin):
        found = problem(Code.ENCODING, "mixed", count=broken)
        return Coding("utf-8", _AS_CP1252, 0, (found.at(bad[0], 1),))
    name = guessed_encoding(lines, is_latin=is_latin)
    found = problem(Code.ENCODING, "guessed", encoding=_shown(name))
    if name == "cp1252":
        return Coding("cp1252", _AS_LATIN1, 0, (found.at(*bad),))
    return _with_faults(file, name, 0, [found.at(*bad)])


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
