"""Write a text into one file, or into several with so many references each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import BinaryIO, Self, TypeAlias

from refconv.core.report import Block
from refconv.formats.base import Join
from refconv.io.write import Parts

Opened: TypeAlias = Callable[[int], AbstractContextManager[BinaryIO]]
"""Opens a file by its number, from 1."""


class NumberedFiles:
    """Writes the entries of a text into files, one after the other.

    Args:
        opened: Opens each file.
        join: How entries are written.
        size: The entries of a file; 0 for all in one.
        is_late: Whether the blocks before the entries are known at the end; they go into the first
            file, which is finished last then.
    """

    def __init__(self, opened: Opened, join: Join, size: int = 0, *, is_late: bool = False) -> None:
        self._opened, self._join, self._size, self._is_late = opened, join, size, is_late
        self._number, self._count = 0, 0
        # The first file stays open where its blocks are still to come.
        self._first, self._stack = ExitStack(), ExitStack()
        self._first_parts: Parts | None = None
        self._parts: Parts
        self._file: BinaryIO

    def __enter__(self) -> Self:
        self._next()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for parts in (self._parts, self._first_parts):
            if parts is not None:
                parts.close()
        self._stack.__exit__(kind, error, trace)
        self._first.__exit__(kind, error, trace)

    def add(self, text: bytes) -> None:
        """Write an entry or, where all are in one file, several joined."""
        if self._size and self._count == self._size:
            self._next()
        self._count += 1
        self._parts.add_joined(text)

    def flush(self) -> None:
        """Pass on what is written."""
        self._file.flush()

    def end(self, blocks: Sequence[Block]) -> None:
        """Write the ends of the files, and the blocks into the first."""
        first = self._first_parts or self._parts
        if first is not self._parts:
            self._parts.end()
        first.end(blocks)

    def _next(self) -> None:
        """Begin the next file; the one before is finished, unless blocks are still to come."""
        if self._number == 1:
            self._first_parts = self._parts
        elif self._number > 1:
            self._parts.end()
        if self._number != 1:
            self._stack.close()
        else:
            self._first = self._stack.pop_all()
        self._number, self._count = self._number + 1, 0
        self._file = self._stack.enter_context(self._opened(self._number))
        is_late = self._is_late and self._number == 1
        self._parts = Parts(self._file, self._join, is_late=is_late)
