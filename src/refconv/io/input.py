"""The input of a conversion: a text, its format and its name, read as often as needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from attrs import define, evolve, field

from refconv.core.diagnostics import Diagnostic
from refconv.formats.base import Chunk, Chunking, Format, cut_into_chunks
from refconv.formats.chunks import reader, rest_of, with_newlines
from refconv.formats.registry import FORMATS, of_suffix
from refconv.formats.sniff import guess
from refconv.io import encoding

StrPath: TypeAlias = str | os.PathLike[str]
Read: TypeAlias = Callable[[int], str]
"""Returns the next characters of a text, as many as asked for; fewer only at its end."""

# Suffixes that more than one format has: the content decides.
_AMBIGUOUS = frozenset({".json", ".txt", ".text", ".md", ".xml"})
_HEAD = 100_000


@define
class Input:
    """A text that is read chunk by chunk, as often as needed.

    ``size`` is its length in bytes or characters, for the progress.
    """

    name: str
    format: Format
    diagnostics: tuple[Diagnostic, ...]
    size: int
    _open: Callable[[], AbstractContextManager[Read]]
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


def input_of_data(data: str | bytes, format: str | None, name: str | None) -> Input:
    """Return the input for a file's content.

    Raises:
        ValueError: if the format is unknown.
    """
    text, diagnostics = encoding.decode(data) if isinstance(data, bytes) else (data, [])
    text = text.removeprefix("\ufeff")
    chosen = chosen_format(format) if format else _detected(name, lambda: text[:_HEAD])
    if not chunking_of(chosen).keeps_line_ends:
        text = with_newlines(text)
    return Input(
        name or "", chosen, tuple(diagnostics), len(text), lambda: nullcontext(reader(text))
    )


def input_of_file(file: BinaryIO, format: str | None, name: str) -> Input:
    """Return the input for an open file that can be read again from its beginning.

    Raises:
        OSError: if it cannot be read.
        ValueError: if the format is unknown.
    """
    coding = encoding.detect(file)

    @contextmanager
    def opened(newline: Literal["", "\n"] | None = None) -> Iterator[Read]:
        if not coding.name:
            yield lambda _: ""
            return
        yield _without_mark(encoding.open_text(file, coding, newline).read)

    def head() -> str:
        with opened() as read:
            return read(_HEAD)

    chosen = chosen_format(format) if format else _detected(name, head)
    newline: Literal[""] | None = "" if chunking_of(chosen).keeps_line_ends else None
    size = file.seek(0, os.SEEK_END)
    return Input(name, chosen, coding.diagnostics, size, lambda: opened(newline))


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


def chosen_format(name: str) -> Format:
    """Return a format by its name.

    Raises:
        ValueError: if there is none.
    """
    if name not in FORMATS:
        raise ValueError(f"unknown format {name!r} (known: {', '.join(FORMATS)})")
    return FORMATS[name]


def _detected(name: str | None, head: Callable[[], str]) -> Format:
    """Return the format by a file's suffix, or by its content if the suffix does not decide."""
    suffix = Path(name or "").suffix.lower()
    by_suffix = None if suffix in _AMBIGUOUS else of_suffix(suffix)
    return FORMATS[by_suffix or guess(head())]
