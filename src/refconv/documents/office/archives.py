"""Zip archives, which Word and Writer files are: parts by name, bounded, damaged ones in part.

Source: PKWARE, *.ZIP File Format Specification* 6.3, §4.3.7 (local file header).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem

LARGEST = 64_000_000
"""Bytes of a part, unpacked, at most: a thousand pages of Word take some 20 million."""
MOST = 160_000_000
"""Bytes of all parts that are read."""
_BOMB, _FROM = 150, 4_000_000
"""How many times larger a part of so many bytes may be unpacked; XML of documents is 10 to 50."""

_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_LOCAL = b"PK\x03\x04"
_BLOCK = 1 << 18


def is_archive_of(data: bytes, part: bytes) -> bool:
    """Return whether bytes are a zip archive that names a part; it may be cut short."""
    return data.startswith(_LOCAL) and part in data


class Archive:
    """The parts of a zip archive; ``diagnostics`` has what was odd about those that were read."""

    def __init__(self, data: bytes) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._data = data
        self._left = MOST
        self._zip: zipfile.ZipFile | None = None
        self._salvaged: dict[str, bytes] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = self._zip.namelist()
        except _ERRORS:
            self._salvaged = dict(_salvaged(data))
            self.names = [*self._salvaged]
            self.diagnostics.append(problem(Code.DOCUMENT, "archive", count=len(self.names)).at())

    def read(self, name: str) -> bytes:
        """Return a part; what can be read of it, and nothing if there is none."""
        if self._zip is None:
            return self._salvaged.get(name, b"")
        if name not in self.names:
            return b""
        most = min(LARGEST, self._left)
        read: list[bytes] = []
        size = 0
        try:
            info = self._zip.getinfo(name)
            with self._zip.open(name) as file:
                while size <= most and (block := file.read(_BLOCK)):
                    read.append(block)
                    size += len(block)
                    if size > _FROM and size > _BOMB * max(info.compress_size, 1):
                        size = most + 1
        except _ERRORS:
            self.diagnostics.append(problem(Code.DOCUMENT, "part", part=name).at())
        if size > most:
            self.diagnostics.append(problem(Code.DOCUMENT, "part-large", part=name).at())
            return b""
        self._left -= size
        return b"".join(read)


def _salvaged(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of an archive without its table of contents, as far as they go."""
    place = data.find(_LOCAL)
    left = MOST
    while place >= 0 and place + 30 <= len(data) and left > 0:
        method, size, names, extra = struct.unpack_from("<8xH8xI4xHH", data, place)
        start = place + 30 + names + extra
        name = data[place + 30 : place + 30 + names].decode("utf-8", "replace")
        content, end = b"", start + size
        if method == zipfile.ZIP_DEFLATED:
            content = _inflated(data[start:], min(left, LARGEST))
        elif method == zipfile.ZIP_STORED and size:
            content = data[start:end]
        left -= len(content)
        if content:
            yield name, content
        place = data.find(_LOCAL, max(start, place + 4))


def _inflated(data: bytes, most: int) -> bytes:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return inflate.decompress(data, most)
    except zlib.error:
        return b""
