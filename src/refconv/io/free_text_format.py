"""The format of free text, read chunk by chunk so that long texts need little memory.

A chunk ends at an empty line, or if there is none, at the end of a line. A line so long that nobody
wrote it is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from refconv.assemble.label_table import TABLE
from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.report import Origin
from refconv.formats.base import Chunk, Chunking, Format, Split
from refconv.formats.chunks import Window
from refconv.page.offset_text import moved

CHUNK = 1_500_000
"""Characters of a chunk, about: some ten thousand references."""

LONGEST = 50_000_000
"""Characters from which on a line is not read."""


def cut(window: Window) -> Iterator[str]:
    """Cut a text into chunks; a line that is too long becomes chunks without a line end."""
    length = CHUNK
    is_within = False
    while window.grow(length):
        text = window.text[:length] if is_within else window.text
        place = text.find("\n") + 1 if is_within else _end_of_chunk(text)
        if not is_within and (window.ended or len(text) < length):
            place = len(text)
        elif not place and not is_within and length < LONGEST:
            length = min(2 * length, LONGEST)
            continue
        # A line as long as this is cut anywhere.
        is_within = not place
        length = CHUNK
        yield window.cut(place or min(CHUNK, len(text)))


def _end_of_chunk(text: str) -> int:
    """Return where a chunk may end: after an empty line in its second half, or the last line."""
    empty = text.rfind("\n\n", len(text) // 2)
    return empty + 2 if empty >= 0 else text.rfind("\n") + 1


def split(chunk: Chunk, split_text: Callable[[str], Split]) -> Split:
    """Read a chunk of a text, with places in the whole text."""
    if chunk.column > 1 or (chunk.following and "\n" not in chunk.text):
        too_long = problem(Code.TOO_LONG, "line", megabytes=LONGEST // 10**6)
        return Split(once={f"line {chunk.line}": too_long.at(chunk.line, 1)})
    read = split_text(chunk.text)
    return _lowered(read, chunk.offset, chunk.line - 1) if chunk.number else read


def _lowered(read: Split, offset: int, lines: int) -> Split:
    """Return what was read of a chunk, with its places in the whole text."""
    return evolve(
        read,
        records=tuple(evolve(record, line=record.line + lines) for record in read.records),
        diagnostics=tuple(evolve(one, span=one.span.lower(lines)) for one in read.diagnostics),
        origins=tuple(moved_origin(origin, offset, lines) for origin in read.origins),
        set_aside=tuple(
            evolve(one, start=one.start + offset, end=one.end + offset) for one in read.set_aside
        ),
    )


def moved_origin(origin: Origin, offset: int, lines: int = 0) -> Origin:
    """Return an origin whose text begins so many characters, and lines, later in the input."""
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


def _split_lines(text: str) -> Split:
    from refconv.io import free_text  # noqa: PLC0415 - many patterns, and NumPy

    return free_text.split_lines(text)


TEXT = Format(
    name="text",
    title="free text: a reference list, a page, a contributor block",
    table=TABLE,
    split=_split,
    chunking=Chunking(cut, lambda chunk, _: split(chunk, _split), keeps_line_ends=True),
)
"""Free text, which is only read."""

LINES = Format(
    name="lines",
    title="free text with one reference on each line",
    table=TABLE,
    split=_split_lines,
    chunking=Chunking(cut, lambda chunk, _: split(chunk, _split_lines), keeps_line_ends=True),
)
"""Free text each line of which is a reference, which is only read."""
