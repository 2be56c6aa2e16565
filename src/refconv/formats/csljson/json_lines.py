r"""CSL-JSON with an item on each line (JSON Lines, NDJSON), as data pipelines pass it on.

A line that is no item is reported, and the rest is read. Source: *JSON Lines* (jsonlines.org):
UTF-8, a JSON value a line, ``\n`` at its end.
"""

from __future__ import annotations

import re

from refconv.core import csl
from refconv.core.fields import Record
from refconv.formats.base import Chunk, Chunking, Join, Split
from refconv.formats.chunks import Window, cut_before, reader
from refconv.formats.csljson.syntax import ItemReader, encoded, ids, items_of
from refconv.formats.json.items import Items


def split(chunk: Chunk, _index: object) -> Split:
    """Split a chunk into records, one for each line."""
    items = ItemReader()
    for number, line in enumerate(chunk.text.split("\n"), chunk.line):
        if not line or line.isspace():
            continue
        for item in Items(Window(reader(line))):
            if item.problem is not None:
                items.diagnostics.append(item.problem.at(number, item.at + 1))
            for value in (items_of(item.value) or [item.value]) if item.is_read else ():
                items.add(value, number)
    return items.split()


CHUNKING = Chunking(cut_before(re.compile(r"^", re.MULTILINE)), split, ids=ids, whole_lines=True)


def _entry(record: Record) -> str:
    """Write an item as one line."""
    return encoded(csl.pack([("id", record.id), ("type", record.type), *record.fields])) + "\n"


JOIN = Join(_entry)
