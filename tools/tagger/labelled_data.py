"""The labelled strings of the data folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tools.tagger import marked_text
from tools.tagger.data_folder import rows
from tools.tagger.foreign_corpora import read_foreign
from tools.tagger.labels import Labelled, unified

CORPORA = ("anystyle-core", "grobid-citation")
"""Corpora with conventions of their own, as ``labelled/NAME.jsonl.gz``."""


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """Read all labelled strings of the data folder.

    They are in ``labelled``: corpora (:data:`CORPORA` and those of
    :mod:`tools.tagger.foreign_corpora`), corrections saved from refconv's page
    (``corrections*.jsonl``), and text files (:mod:`tools.tagger.marked_text`).
    """
    for name in CORPORA:
        for row in rows(folder / "labelled", f"{name}.jsonl"):
            if labelled := unified(row):
                yield labelled
    yield from read_foreign(folder)
    for path in sorted((folder / "labelled").glob("corrections*.jsonl")):
        yield from read_corrections(path)
    for path in sorted((folder / "labelled").glob("*.txt")):
        yield from marked_text.read(path)


def read_corrections(path: Path) -> Iterator[Labelled]:
    """Read references that were corrected on refconv's page: they follow the convention already."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = []
            place = 0
            for label, segment in row["raw"]:
                start = row["text"].index(segment, place)
                place = start + len(segment)
                spans.append((label, start, place))
            yield Labelled(row["text"], tuple(spans), row["source"], row["doc"])
