"""Files to be written: which format they get, and that each is written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from refconv.formats.registry import PLACES, WRITTEN, of_suffix
from refconv.io.input import StrPath


def target_format(path: StrPath) -> str:
    """Tell the format of a file to write by its suffix.

    Raises:
        ValueError: where the suffix tells none.
    """
    suffix = Path(path).suffix
    told = of_suffix(suffix, WRITTEN)
    if told is not None:
        return told
    known = ", ".join(s for name in WRITTEN for s in PLACES[name].suffixes)
    raise ValueError(f"{os.fspath(path)}: no format is known by {suffix or 'no suffix'} ({known})")


def check_not_same(file: BinaryIO, output: StrPath | int) -> None:
    """Refuse to write the file that is read.

    Args:
        file: The file that is read.
        output: The path, or the descriptor, of the one to be written.

    Raises:
        ValueError: where they are one.
    """
    if isinstance(output, int) or Path(output).exists():
        written = os.stat(output)  # noqa: PTH116 (a descriptor has no path)
        if stat.S_ISREG(written.st_mode) and os.path.samestat(os.fstat(file.fileno()), written):
            name = "stdout" if isinstance(output, int) else os.fspath(output)
            raise ValueError(f"{name} is the file that is read: write another one")


@contextmanager
def whole_file(path: StrPath) -> Iterator[BinaryIO]:
    """Open a file to be written whole or not at all.

    What is written goes into a temporary file beside it, which takes its place at the end, when it
    is on the disk.
    """
    target = Path(path).resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe has nothing to keep.
        with target.open("wb") as file:
            yield file
        return
    import tempfile  # noqa: PLC0415 (only what writes files needs it)

    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a private file; a new one is as open as the user's mask lets it be.
        mask = os.umask(0)
        os.umask(mask)
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~mask
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Have a folder's new entry on the disk too, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError:
            pass  # some network file systems cannot
        finally:
            os.close(handle)
