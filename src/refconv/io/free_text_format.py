"""Free text as a format, which is only read: part by part, so that little of it is in memory.

A part ends at an empty line, or where there is none, at a line's end. A line that is too long to be
anything a person wrote is not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from refconv.assemble.label_table import TABLE
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.report import Origin
from refconv.formats.base import Chunk, Chunking, Format, Split
from refconv.formats.chunks import Window
from refconv.page.offset_text import moved

PART = 1_500_000
"""About how many characters a part has at most: some ten thousand references."""

LONGEST = 50_000_000
"""Characters of a line from which on it is not read."""


def cut(window: Window) -> Iterator[str]:
    """Cut a text into parts; what is too long of a line comes in parts without a line end."""
    length = PART
    is_within = False
    while window.grow(length):
        text = window.text[:length] if is_within else window.text
        place = text.find("\n") + 1 if is_within else _end_of_part(text)
        if not is_within and (window.ended or len(text) < length):
            place = len(text)
        elif not place and not is_within and length < LONGEST:
            length = min(2 * length, LONGEST)
            continue
        # A line as long as this is cut anywhere.
        is_within = not place
        length = PART
        yield window.cut(place or min(PART, len(text)))


def _end_of_part(text: str) -> int:
    """Give where a part may end: behind an empty line in its second half, or the last line."""
    empty = text.rfind("\n\n", len(text) // 2)
    return empty + 2 if empty >= 0 else text.rfind("\n") + 1


def split(chunk: Chunk) -> Split:
    """Read a part of a text; its places are those in the whole text."""
    if chunk.column > 1 or (chunk.following and "\n" not in chunk.text):
        found = problem(Code.TOO_LONG, "line", megabytes=LONGEST // 10**6)
        said = found.at(chunk.line, 1)
        return Split(once={f"line {chunk.line}": said})
    from refconv.io import free_text  # noqa: PLC0415 - many patterns, and NumPy

    read = free_text.split(chunk.text)
    return _moved(read, chunk.offset, chunk.line - 1) if chunk.number else read


def _moved(read: Split, offset: int, lines: int) -> Split:
    """Move what was read of a part to its place in the whole."""
    return evolve(
        read,
        records=tuple(evolve(record, line=record.line + lines) for record in read.records),
        diagnostics=tuple(evolve(said, span=said.span.lower(lines)) for said in read.diagnostics),
        origins=tuple(_moved_origin(origin, offset, lines) for origin in read.origins),
    )


def _moved_origin(origin: Origin, offset: int, lines: int) -> Origin:
    found = origin.found
    if found is not None:
        start, end = found.start + offset, found.end + offset
        found = evolve(found, start=start, end=end, offsets=moved(found.offsets, offset))
    segments = tuple(
        evolve(segment, start=segment.start + offset, end=segment.end + offset)
        for segment in origin.segments
    )
    return evolve(origin, found=found, segments=segments, line=origin.line + lines)


def _split(text: str) -> Split:
    from refconv.io import free_text  # noqa: PLC0415 - many patterns, and NumPy

    return free_text.split(text)


TEXT = Format(
    name="text",
    title="free text: a reference list, a page, a contributor block",
    table=TABLE,
    split=_split,
    chunking=Chunking(cut, lambda chunk, _: split(chunk), keeps_line_ends=True),
)
"""Free text, which is only read."""
