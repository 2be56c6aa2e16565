"""The input of a conversion: a text, its format and its name, read as often as needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import BinaryIO, Literal, TypeAlias

from attrs import define, evolve, field

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic
from refconv.formats.base import Chunk, Chunking, Format, cut_into_chunks
from refconv.formats.chunks import reader, rest_of, with_newlines
from refconv.formats.sniff import HEAD
from refconv.io import encoding as coding
from refconv.io.detection import (
    BEGINNING,
    LARGEST,
    Detected,
    detect_format,
    document_of_bytes,
    may_be_document,
    refused_by_name,
)

StrPath: TypeAlias = str | os.PathLike[str]
Read: TypeAlias = Callable[[int], str]
"""Returns the next characters of a text, as many as asked for; fewer only at its end."""


@define
class Input:
    """A text that is read chunk by chunk, as often as needed.

    ``size`` is its length in bytes or characters, for the progress. ``is_refused`` is whether it is
    in no format that refconv reads; it has no chunks then. ``is_binary`` is whether it is a
    document that is no text: each character is a byte then.
    """

    name: str
    format: Format
    diagnostics: tuple[Diagnostic, ...]
    size: int
    _open: Callable[[], AbstractContextManager[Read]]
    is_refused: bool = False
    is_binary: bool = False
    # The chunks without their texts, and the lengths of those texts, once they were cut.
    _known: list[tuple[int, Chunk]] = field(factory=list, init=False)
    _cut: bool = field(default=False, init=False)

    def open_text(self) -> AbstractContextManager[Read]:
        """Open the text at its beginning; it can be open several times."""
        return self._open()

    def chunks(self) -> Iterator[Chunk]:
        """Yield the chunks of the text; it is cut the first time, and later only read."""
        with self._open() as read:
            if self._cut:
                for length, chunk in self._known:
                    yield evolve(chunk, text=read(length))
                return
            self._known.clear()
            for chunk in cut_into_chunks(chunking_of(self.format), read):
                self._known.append((len(chunk.text), evolve(chunk, text="")))
                yield chunk
            self._cut = True


def chunking_of(format: Format) -> Chunking:
    """Return how a format is read in chunks: as a single one if it does not define any."""
    return format.chunking or Chunking(
        lambda window: iter((text,)) if (text := rest_of(window)) else iter(()),
        lambda chunk, _: format.split(chunk.text),
        keeps_line_ends=True,
    )


def input_of_data(
    data: str | bytes, format: str | None, name: str | None, encoding: str | None = None
) -> Input:
    """Return the input for a file's content.

    Raises:
        ValueError: if the format or the encoding is unknown.
    """
    if isinstance(data, bytes) and (document := document_of_bytes(data, format, name)):
        return _binary_input(document, name or "", data.decode("latin-1"))
    text, diagnostics = coding.decode(data, encoding) if isinstance(data, bytes) else (data, [])
    text = text.removeprefix("\ufeff")
    found = detect_format(format, name, lambda: text[:HEAD])
    if diagnostics and diagnostics[0].code == Code.BINARY:
        found = _refused(found.format, diagnostics.pop(0), name)
    if found.is_refused:
        text = ""
    if not chunking_of(found.format).keeps_line_ends:
        text = with_newlines(text)
    return Input(
        name or "",
        found.format,
        (*diagnostics, *found.diagnostics),
        len(text),
        lambda: nullcontext(reader(text)),
        found.is_refused,
    )


def input_of_file(
    file: BinaryIO, format: str | None, name: str, encoding: str | None = None
) -> Input:
    """Return the input for an open file that can be read again from its beginning.

    Raises:
        OSError: if it cannot be read.
        ValueError: if the format or the encoding is unknown.
    """
    document = _document_of_file(file, format, name)
    if document is not None:
        text = "" if document.is_refused else file.read().decode("latin-1")
        return _binary_input(document, name, text)
    found_coding = coding.detect(file, encoding)

    @contextmanager
    def opened(newline: Literal["", "\n"] | None = None) -> Iterator[Read]:
        if not found_coding.name:
            yield lambda _: ""
            return
        yield _without_mark(coding.open_text(file, found_coding, newline).read)

    def head() -> str:
        with opened() as read:
            return read(HEAD)

    found = detect_format(format, name, head)
    if not found_coding.name:
        found = _refused(found.format, found_coding.diagnostics[0], name)
    newline: Literal[""] | None = "" if chunking_of(found.format).keeps_line_ends else None
    size = file.seek(0, os.SEEK_END)
    return Input(
        name,
        found.format,
        (*(found_coding.diagnostics if found_coding.name else ()), *found.diagnostics),
        size,
        (lambda: nullcontext(reader(""))) if found.is_refused else (lambda: opened(newline)),
        found.is_refused,
    )


def _binary_input(found: Detected, name: str, text: str) -> Input:
    """Return the input for a document that is no text; each character is a byte."""
    text = "" if found.is_refused else text
    return Input(
        name,
        found.format,
        found.diagnostics,
        len(text),
        lambda: nullcontext(reader(text)),
        found.is_refused,
        is_binary=True,
    )


def _document_of_file(file: BinaryIO, format: str | None, name: str) -> Detected | None:
    """Return the format of a document that is no text; ``None`` for any other file."""
    head = file.read(BEGINNING)
    data = head + file.read(LARGEST + 1) if may_be_document(head) else b""
    file.seek(0)
    return document_of_bytes(data, format, name)


def _refused(format: Format, binary: Diagnostic, name: str | None) -> Detected:
    """Return that a file is no text; its name may say better what it is."""
    return Detected(format, (refused_by_name(name) or binary,), is_refused=True)


def _without_mark(read: Read) -> Read:
    """Skip byte order marks after the one that named the encoding."""
    first = read(1)

    def rest(length: int) -> str:
        nonlocal first
        if not first or first == "\ufeff":
            first = ""
            return read(length)
        text, first = first + read(length - 1), ""
        return text

    return rest
