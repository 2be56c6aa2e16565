"""Entries in one file or in several."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

import pytest

from refconv.core.report import Block
from refconv.formats.base import Join
from refconv.io.numbered_files import NumberedFiles

JOIN = Join(
    str,
    start="[",
    separator=",",
    end="]",
    before=lambda blocks: [f"<{block.text}" for block in blocks],
    after=lambda blocks: [f"{block.text}>" for block in blocks],
)
BLOCKS = [Block("text", "B")]


def written(size: int, count: int, *, is_late: bool = False) -> list[str]:
    """Return the texts of the files with so many entries, in the order in which they end."""
    done: list[tuple[int, str]] = []

    @contextmanager
    def opened(number: int) -> Iterator[BinaryIO]:
        file = BytesIO()
        yield file
        done.append((number, file.getvalue().decode()))

    with NumberedFiles(opened, JOIN, size, is_late=is_late) as files:
        for number in range(count):
            files.add(str(number).encode())
            files.flush()
        files.end(BLOCKS if is_late else [])
    return [text for _, text in sorted(done)]


@pytest.mark.parametrize(
    ("size", "count", "is_late", "texts"),
    [
        (0, 0, False, ["[]"]),
        (0, 3, False, ["[0,1,2]"]),
        (2, 3, False, ["[0,1]", "[2]"]),
        (2, 4, False, ["[0,1]", "[2,3]"]),
        (1, 3, False, ["[0]", "[1]", "[2]"]),
        (0, 2, True, ["[<B,0,1,B>]"]),
        # The blocks of the inputs are in the first file, which is finished last.
        (2, 5, True, ["[<B,0,1,B>]", "[2,3]", "[4]"]),
    ],
)
def test_each_file_is_whole(size: int, count: int, is_late: bool, texts: list[str]) -> None:
    assert written(size, count, is_late=is_late) == texts


def test_what_fails_closes_all_files_with_the_error() -> None:
    closed: list[object] = []

    @contextmanager
    def opened(number: int) -> Iterator[BinaryIO]:
        try:
            yield BytesIO()
        except KeyError:
            closed.append(number)
            raise

    def fail() -> None:
        with NumberedFiles(opened, JOIN, 1, is_late=True) as files:
            files.add(b"0")
            files.add(b"1")
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert closed == [2, 1]
