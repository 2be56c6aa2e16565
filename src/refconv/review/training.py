"""Corrected references as labelled ones, to train the tagger with.

A line is a JSON object ``{"text", "raw", "source", "doc"}``: ``raw`` lists [label, segment] in
order, as the tagger's labelled corpora do (``tools/tagger/README.md``); what stands between the
segments has no label.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from refconv.core.report import Segment

SOURCE = "refconv-corrections"


def labelled(strings: Iterable[tuple[str, Sequence[Segment]]], document: str = "") -> str:
    """Write labelled strings, one a line.

    Args:
        strings: Each reference string with its segments.
        document: What they stand in: strings of one document are held out together.
    """
    return "".join(_line(text, segments, document) for text, segments in strings)


def _line(text: str, segments: Sequence[Segment], document: str) -> str:
    raw = [[segment.label, text[segment.start : segment.end]] for segment in segments]
    row = {"text": text, "raw": raw, "source": SOURCE, "doc": document or text[:40]}
    return json.dumps(row, ensure_ascii=False) + "\n"
