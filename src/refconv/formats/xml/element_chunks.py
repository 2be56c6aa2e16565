"""How the formats of XML are read chunk by chunk: each record is an element."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import Record
from refconv.formats.base import Chunk, Chunking, Split
from refconv.formats.chunks import CHUNK_SIZE, Window
from refconv.formats.xml.elements import LONGEST_TAG, Element, Names, Reader
from refconv.formats.xml.repair import UNREAD, repaired_with_places


def pieces_of_elements(
    names: Names, record: Callable[[Element, list[Diagnostic]], Record]
) -> Chunking:
    """Return how a format of XML is read in chunks: ``record`` makes a record of an element."""
    beginning, any_beginning = names.beginning(), names.any_beginning()

    def cut(window: Window) -> Iterator[str]:
        length = CHUNK_SIZE
        while window.grow(length + LONGEST_TAG):
            if window.ended and len(window.text) <= length:
                yield window.cut(len(window.text))
                return
            place = _last_beginning(window.text, beginning, length)
            length = CHUNK_SIZE if place else 4 * length
            if place:
                yield window.cut(place)

    def split(chunk: Chunk, _index: object) -> Split:
        diagnostics: list[Diagnostic] = []
        records: list[Record] = []
        text, once, places = repaired_with_places(chunk.text, chunk.line)
        reader = Reader(names, any_beginning, chunk, text.encode("utf-8"), places)
        for found in reader.read():
            if isinstance(found, Diagnostic):
                diagnostics.append(found)
            else:
                records.append(record(found, diagnostics))
        return Split(tuple(records), tuple(diagnostics), once={**reader.stray, **once})

    return Chunking(cut, split)


# In how many places a chunk may end: nobody comments out as many records, but to do harm.
_TRIED = 50


def _last_beginning(text: str, beginning: re.Pattern[str], length: int) -> int:
    """Return where the last record begins within a length, without what is commented out."""
    places = [match.start() for match in beginning.finditer(text, 0, length)]
    for place in reversed(places[-_TRIED:]):
        if all(
            text.rfind(opens, 0, place) <= text.rfind(closes, 0, place)
            for opens, closes in UNREAD.items()
        ):
            return place
    return 0
