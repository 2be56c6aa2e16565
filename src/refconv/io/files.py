"""Output files: their format, and writing each of them whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from refconv.formats.registry import PLACES, WRITTEN, of_suffix
from refconv.io.input import StrPath


def target_format(path: StrPath) -> str:
    """Return the format that a file to write has by its suffix.

    Raises:
        ValueError: if no format that can be written has the suffix.
    """
    suffix = Path(path).suffix
    by_suffix = of_suffix(suffix, WRITTEN)
    if by_suffix is not None:
        return by_suffix
    known = dict.fromkeys(s for name in WRITTEN for s in PLACES[name].suffixes)
    raise ValueError(
        f"{os.fspath(path)}: no format has the suffix {suffix!r} (known: {', '.join(known)})"
    )


def check_not_same(file: BinaryIO, output: StrPath | int) -> None:
    """Raise an error if the output is the input file.

    Args:
        file: The input file.
        output: The path, or the descriptor, of the output.

    Raises:
        ValueError: if they are the same file.
    """
    if isinstance(output, int) or Path(output).exists():
        written = os.stat(output)  # noqa: PTH116 (a descriptor has no path)
        if stat.S_ISREG(written.st_mode) and os.path.samestat(os.fstat(file.fileno()), written):
            name = "stdout" if isinstance(output, int) else os.fspath(output)
            raise ValueError(f"{name} is the input file (choose another output)")


@contextmanager
def whole_file(path: StrPath) -> Iterator[BinaryIO]:
    """Open a file that is written whole or not at all.

    The content goes into a temporary file beside it, which replaces it at the end, once it is on
    the disk.

    Raises:
        PermissionError: if there is such a file, and it is read-only.
        OSError: if it cannot be written.
    """
    if Path(path).exists() and not Path(path).is_file():
        # A device or a pipe has no content to keep, and what a link in /dev leads to no name.
        with Path(path).open("wb") as file:
            yield file
        return
    target = Path(path).resolve()
    if target.exists() and not _is_writable(target):
        # Its folder would allow to replace it.
        raise PermissionError(errno.EACCES, "the file is read-only (left unchanged)", str(path))
    import tempfile  # noqa: PLC0415 (only what writes files needs it)

    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a private file; a new file has the permissions of the user's mask.
        mask = os.umask(0)
        os.umask(mask)
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~mask
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _is_writable(path: Path) -> bool:
    """Return whether a file may be written; root is refused what nobody may write."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _sync_folder(folder: Path) -> None:
    """Flush a folder's new entry to the disk, where the system supports it."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError:
            pass  # some network file systems cannot
        finally:
            os.close(handle)
