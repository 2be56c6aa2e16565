"""An example of tables for the tests of all formats."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from refconv.formats.delimited.table import WRITTEN
from refconv.formats.delimited_rows import row_text
from tests.formats.examples import Example


def _entry(native: str, lines: str) -> str:
    """Return a row for fields that stand one a line, as ``Title: A title``."""
    cells = dict(line.split(": ", 1) for line in lines.split("\n") if line)
    cells |= {"ID": "x", "Type": native}
    others = "\n".join(f"{key}: {cell}" for key, cell in cells.items() if key not in WRITTEN)
    return row_text([{**cells, "Other Fields": others}.get(key, "") for key in WRITTEN])


def _file(entries: Iterable[str]) -> str:
    return "".join((row_text(WRITTEN), *entries))


def _fields_of(entry: str) -> list[str]:
    (cells,) = csv.reader(io.StringIO(entry))
    named = [(key, cell) for key, cell in zip(WRITTEN, cells, strict=True) if cell]
    *fields, other = [*named, ("Other Fields", "")] if not cells[-1] else named
    lines = [f"{key}: {cell}" for key, cell in fields if key not in ("ID", "Type")]
    return [*lines, *(line for line in other[1].split("\n") if line)]


_CSV = Example(
    sample=(
        'ID,Type,Title,Authors,Year,Other Fields\nclark97,book,Being There,"Clark, Andy",1997,\n'
    ),
    tokens=r"[,;\t\"\n]|[\w-]+|\s",
    entry=_entry,
    file=_file,
    fields_of=_fields_of,
    words=(
        *("Title,Authors,Year\n", '"Clark, Andy; Moreno, Ana"', '"', '""', ",,,", "\t", ";"),
        *("=1+1", "'-", "2001-05", "Other Fields", "Section: 3\n", "n/a", "sep=;\n", "\ufeff"),
    ),
)

EXAMPLES = {"csv": _CSV}
