"""Draw a library of any size from real entries: python -m benchmarks.drawn bibtex 10000 > a.bib.

Where ``REFCONV_DATA`` names the folder of real files, the entries are those of its BibTeX and RIS
files in an order that mixes them, and again from the first with new keys. Without it they are made
up in like shares (:mod:`benchmarks.entries`). Both are the same at every run. Formats: bibtex, ris.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.entries import AS, entries
from refconv.formats.bibtex.syntax.scanner import CONTAINERS, SPECIAL, scan

FOLDERS = {
    "bibtex": ("files/bibtex/*.bib", "zotero-import/*.bib"),
    "ris": ("files/ris/*.ris", "files/ris/*.txt"),
}
"""The files of each format in the folder of real files."""

_KEY = re.compile(r"(\s*@\s*\w+\s*\{\s*[^\s,={}\"]+)(\s*,)")
_PARENT = re.compile(r"(\bcrossref\s*=\s*[{\"]\s*[^\s,={}\"]+)", re.IGNORECASE)
_ID = re.compile(r"^ID  - .*\n?", re.MULTILINE)
_RECORD = re.compile(r"^TY  - .*?^ER  -[^\n]*\n?", re.MULTILINE | re.DOTALL)
_TYPE_LINE = re.compile(r"TY  - [^\n]*\n")


def real(name: str, data: Path) -> list[str]:
    """Return the entries of all real files of a format, each text once.

    Left out are entries without a key, and those of files with macros, which mean nothing alone.
    A key gets a suffix that says which file it is from, so that no two files share one.
    """
    found: dict[str, str] = {}
    paths = [path for pattern in FOLDERS[name] for path in sorted(data.glob(pattern))]
    for number, path in enumerate(paths):
        text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        if "\ufffd" not in text:
            for entry in _OF[name](text):
                found.setdefault(entry, with_suffix(name, entry, f"f{number}"))
    entries = [*found.values()]
    random.Random(1).shuffle(entries)  # noqa: S311 (nothing secret)
    return entries


def _of_bibtex(text: str) -> Iterator[str]:
    if "@string" in text.lower():
        return
    for block in scan(text):
        entry = text[block.start : block.end]
        kind = block.type.lower()
        if kind and block.closed and kind not in SPECIAL | CONTAINERS and _KEY.match(entry):
            yield entry.strip()


def _of_ris(text: str) -> Iterator[str]:
    return (match[0].strip() for match in _RECORD.finditer(text))


_OF: dict[str, Callable[[str], Iterator[str]]] = {"bibtex": _of_bibtex, "ris": _of_ris}


def with_suffix(name: str, entry: str, suffix: str) -> str:
    r"""Return an entry whose key, and that of its parent, ends in a suffix; RIS gets one key.

    >>> with_suffix("bibtex", "@inbook{a, crossref={b}, title={T}}", "-7")
    '@inbook{a-7, crossref={b-7}, title={T}}'
    >>> with_suffix("ris", "TY  - BOOK\nID  - 3\nER  - ", "-7")
    'TY  - BOOK\nID  - key-7\nER  - '
    """
    if name == "bibtex":
        return _PARENT.sub(rf"\g<1>{suffix}", _KEY.sub(rf"\g<1>{suffix}\g<2>", entry, count=1))
    head = _TYPE_LINE.match(entry)
    end = head.end() if head is not None else 0
    return f"{entry[:end]}ID  - key{suffix}\n{_ID.sub('', entry[end:])}"


def library(name: str, count: int, drawn: Sequence[str]) -> Iterator[str]:
    """Yield a number of entries of a format: the drawn ones in turn, or made-up ones if none."""
    if not drawn:
        yield from map(AS[name], entries(count))
        return
    for number in range(count):
        # Each round through the entries has a suffix; RIS records have only the number as a key.
        suffix = f"r{number // len(drawn)}" if name == "bibtex" else str(number)
        yield with_suffix(name, drawn[number % len(drawn)], suffix) + "\n\n"


def from_environment(name: str) -> list[str]:
    """Return the real entries of the folder named by ``REFCONV_DATA``, if there is one."""
    data = os.environ.get("REFCONV_DATA")
    return real(name, Path(data)) if data else []


def main(name: str, count: int) -> None:
    """Write a library to stdout."""
    for entry in library(name, count, from_environment(name)):
        sys.stdout.buffer.write(entry.encode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
