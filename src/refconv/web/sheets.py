"""Files and pasted text into entries: what the page shows of each reference.

An entry is the reference string with its segments, where there was one, and the record as it is
imported.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from refconv.assemble.record import assemble
from refconv.assemble.repair_rules import DITTO
from refconv.core.report import Code, Diagnostic, Found, Origin, Read, Segment, Severity
from refconv.io import api
from refconv.web.wire import record_of, wired

SHOWN_IN_PLACE = frozenset({Code.LOW_CONFIDENCE, Code.UNLABELLED_TEXT})
"""What an entry shows of itself, so that it need not be said again."""


def sheet(data: bytes, name: str = "") -> dict[str, Any]:
    """Read a file, or with no name what was pasted, for the page."""
    return sheet_of(api.read(data, name=name or None), name)


def sheet_of(read: Read, name: str = "") -> dict[str, Any]:
    """Give what was read of a file, for the page."""
    return {
        "name": name,
        "format": api.FORMATS[read.format].title,
        "entries": entries(read, name),
        "remarks": [_remark(said) for said in read.diagnostics if said.code not in SHOWN_IN_PLACE],
        "blocks": [[read.format, block.kind, block.text] for block in read.blocks],
    }


def entries(read: Read, name: str = "") -> list[dict[str, Any]]:
    """Give the entries of what was read."""
    own = next((i for i, one in enumerate(read.references) if one is read.page_record), -1)
    made = []
    authors: list[str] = []
    for index, (reference, origin) in enumerate(zip(read.references, read.origins, strict=True)):
        found, segments = origin.found, _inside(origin)
        text = found.text if found else ""
        previous = _previous(text, segments, authors)
        authors.append("" if index == own else _author(text, segments, previous))
        made.append(
            {
                "file": name,
                "line": origin.line,
                "own": index == own,
                "number": (found.number if found else None) or "",
                "text": text,
                "segments": wired(text, segments),
                "previous": previous,
                "record": record_of(reference),
            }
        )
    return made


def _inside(origin: Origin) -> tuple[Segment, ...]:
    """Give the segments in offsets of the string; what stands elsewhere on the page is left out."""
    found = origin.found
    if found is None or not found.offsets:
        return ()
    last = found.offsets[-1] + 1
    own = (s for s in origin.segments if found.offsets[0] <= s.start and s.end <= last)
    return tuple(_moved(segment, found) for segment in own)


def _moved(segment: Segment, found: Found) -> Segment:
    start = bisect_left(found.offsets, segment.start)
    return evolve(segment, start=start, end=bisect_right(found.offsets, segment.end - 1))


def _previous(text: str, segments: Sequence[Segment], authors: Sequence[str]) -> str:
    """Give the authors that a dash in place of the authors repeats."""
    first = segments[0].text if segments else text
    if not (DITTO.match(text.lstrip()) or DITTO.match(first)):
        return ""
    return next(filter(None, reversed(authors)), "")


def _author(text: str, segments: Sequence[Segment], previous: str) -> str:
    people = [s.text for s in segments if s.label in ("author", "editor")]
    if previous:
        return assemble(text, segments, previous).author
    return people[0] if people else ""


def _remark(said: Diagnostic) -> dict[str, Any]:
    place = f"line {said.line}" if said.line else ""
    return {"place": place, "message": said.message, "note": said.severity == Severity.NOTE}
