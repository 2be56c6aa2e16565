"""Files of the data folder, compressed or not."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any


def found(folder: Path, name: str) -> Path | None:
    """Return the path of a file or of its compressed form, or ``None`` if there is neither."""
    paths = (folder / f"{name}.gz", folder / name)
    return next((path for path in paths if path.exists()), None)


def opened(folder: Path, name: str) -> IO[str]:
    """Open a text file, compressed or not.

    Raises:
        FileNotFoundError: It is in neither form there.
    """
    if (path := found(folder, name)) is None:
        msg = f"no {name} or {name}.gz in {folder}"
        raise FileNotFoundError(msg)
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of JSON lines; none if the file is not there."""
    if found(folder, name) is not None:
        with opened(folder, name) as lines:
            yield from map(json.loads, lines)
