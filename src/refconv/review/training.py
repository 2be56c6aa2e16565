"""Corrected references as labelled ones, to train the tagger with.

A line is a JSON object ``{"text", "raw", "source", "doc"}``: ``raw`` lists ``[label, segment]`` in
order, as in the tagger's labelled corpora (``tools/tagger/README.md``). Text between the segments
has no label.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from refconv.core.report import Segment

CORPUS = "refconv-corrections"
"""The name of the corpus that the lines belong to."""


def training_lines(strings: Iterable[tuple[str, Sequence[Segment]]], document: str = "") -> str:
    """Write labelled strings, one a line.

    Args:
        strings: Reference strings, each with its segments.
        document: The name of the document that they stand in. Training keeps the strings of one
            document together when it sets some aside for evaluation.
    """
    return "".join(_line(text, segments, document) for text, segments in strings)


def _line(text: str, segments: Sequence[Segment], document: str) -> str:
    raw = [[segment.label, text[segment.start : segment.end]] for segment in segments]
    row = {"text": text, "raw": raw, "source": CORPUS, "doc": document or text[:40]}
    return json.dumps(row, ensure_ascii=False) + "\n"
