"""Entry types of BibTeX and biblatex, and CSL's types."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.formats.bibtex.types import (
    BIBLATEX_TYPES,
    FALLBACK,
    READ_AS,
    TYPES,
    is_known_to_zotero,
)

WRITTEN_AS = {kind: native for native, kind in reversed(TYPES)}
WRITTEN_IN_BIBLATEX = {kind: native for native, kind in reversed(BIBLATEX_TYPES)}

# (entry type, type of CSL, what that is written as, and in biblatex)
KINDS = [
    ("article", "article-journal", "article", "article"),
    ("suppperiodical", "article-journal", "article", "article"),
    ("book", "book", "book", "book"),
    ("proceedings", "book", "book", "book"),
    ("incollection", "chapter", "incollection", "incollection"),
    ("conference", "paper-conference", "inproceedings", "inproceedings"),
    ("mastersthesis", "thesis", "phdthesis", "thesis"),
    ("techreport", "report", "techreport", "report"),
    ("dataset", "dataset", "misc", "dataset"),
    ("online", "webpage", "online", "online"),
    ("periodical", "periodical", "article", "periodical"),
    ("misc", "document", "misc", "misc"),
    ("talk", "speech", "misc", "misc"),
]


@pytest.mark.parametrize(("native", "kind", "written", "in_biblatex"), KINDS)
def test_types(native: str, kind: str, written: str, in_biblatex: str) -> None:
    assert READ_AS[native] == kind
    assert WRITTEN_AS[ItemType(kind)] == written
    assert WRITTEN_IN_BIBLATEX[ItemType(kind)] == in_biblatex


@pytest.mark.parametrize("kind", ItemType)
def test_every_type_of_csl_is_written(kind: ItemType) -> None:
    assert kind in WRITTEN_AS or kind == FALLBACK[1]


@pytest.mark.parametrize(
    ("native", "known"), [("report", True), ("video", True), ("audio", False), ("data", False)]
)
def test_types_that_zotero_reads(native: str, known: bool) -> None:
    assert is_known_to_zotero(native) is known
