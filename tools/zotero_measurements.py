"""Measurements of what Zotero stores: the files that :mod:`tools.zotero_tables` reads."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from refconv.clients.zotero import schema

Row = tuple[str, ...]


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a measurement without its header; the file may be gzipped."""
    packed = path.with_name(f"{path.name}.gz")
    text = gzip.decompress(packed.read_bytes()).decode() if packed.exists() else path.read_text()
    lines = text.splitlines()
    width = lines[0].count("\t") + 1
    for line in lines[1:]:
        values = [schema.unescaped(one) for one in line.split("\t")]
        yield tuple(values + [""] * (width - len(values)))


def shortest(where: Iterable[str], kinds: Iterable[str]) -> str:
    """Return a list of item types, or what is missing in it: ``* -book -map``."""
    named, missing = {*where}, {*kinds} - {*where}
    if len(missing) >= len(named) or not named <= {*kinds}:
        return " ".join(sorted(named))
    return " ".join(["*", *(f"-{kind}" for kind in sorted(missing))])
